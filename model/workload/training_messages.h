// SPDX-License-Identifier: GPL-3.0-or-later
// What the ranks of a training step send to each other, timed on the damaged fabric, stage by stage.
//
// All groups of one stage send at the same time, each for itself, and the slowest sets the pace; stages and
// kinds of messages are timed alone, as if the links were theirs while they last. Traffic goes to
// Plan::exchanges. Units: seconds, bytes as nccl-tests counts them. Errors: ranks that cannot reach each
// other.
#pragma once

#include "model/traffic/collective_schedule.h"
#include "model/workload/moe_plan.h"
#include "model/workload/step_memory.h"
#include "model/workload/training_parts.h"

#include <map>
#include <tuple>

namespace supernode {

// One exchange of a stage: how long it takes, and what goes over the links.
struct Exchanged {
    double seconds = 0;
    double start = 0; // of them before the first byte
    std::vector<Carried> carried = {};
};

class TrainingMessages {
public:
    TrainingMessages(const Asked& asked, const TrainingLayout& layout, Plan& plan);

    // `bytes` is the whole vector. Nothing where a group has one rank.
    Result<Exchanged> collective(Collective what, TrainingGroup among, int stage, double bytes,
                                 Algorithm algorithm = Algorithm::Auto);
    // Of one layer: rows of `tokens` tokens of each rank to their experts, or back.
    Result<Exchanged> experts(MoeDirection direction, int stage, const TrainingRun& run);
    // `bytes` of each rank to its like in the other stage.
    Result<Exchanged> handover(int from, int to, double bytes);

private:
    Issue cutOff(const Traffic& traffic) const;
    void warnOnce(const std::vector<Issue>& warnings);
    std::uint32_t keep(ExchangeLoadsPtr exchange);

    const Asked& m_asked;
    const TrainingLayout& m_layout;
    Plan& m_plan;
    NodeWays m_ways;
    StepMemory m_memory;
    std::map<std::tuple<Collective, TrainingGroup, int, double>, Exchanged> m_known;
};

} // namespace supernode
