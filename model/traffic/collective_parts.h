// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of each algorithm for teams of equal size: what whole schedules and their levels are made of.
#pragma once

#include "model/traffic/collective_schedule.h"

namespace supernode {

struct Part {
    std::vector<Team> teams;
    std::uint32_t ranks = 0; // of a team
    std::uint32_t unit = 1;  // pieces of the schedule in one piece of this part
    std::uint32_t root = 0;  // position in a team
    std::string level;       // "in the ", "among the ", ""; before "node" or "nodes" in the names of steps
};

std::vector<ScheduleStep> ringSteps(Collective collective, const Part& part);
std::vector<ScheduleStep> directSteps(Collective collective, const Part& part);
std::vector<ScheduleStep> inSwitchSteps(Collective collective, const Part& part);
ScheduleStep scatterFromRoot(const Part& part);

// Pieces that halving and doubling needs among n ranks, and which of them each rank owns.
std::uint32_t halvingPieces(Collective collective, std::uint32_t ranks);
std::vector<std::uint32_t> halvingOwn(std::uint32_t ranks);
std::vector<ScheduleStep> halvingSteps(Collective collective, const Part& part);

} // namespace supernode
