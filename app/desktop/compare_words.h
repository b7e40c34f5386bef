// SPDX-License-Identifier: GPL-3.0-or-later
// What Compare says of its machines in words: what is broken in one, and what all of them do.
//
// Pure, in the current language. Thread: GUI.
#pragma once

#include "views/charts/board_rows.h"

namespace supernode {

// "plane 3 failed and 2 more"; "" for a machine as it was built.
QString whatIfText(const Outcome& outcome);
// Names and colours of machines that would look the same otherwise: by what is broken in them, and colours
// that nobody else has. Promise: no two machines look the same in any theme.
// [CompareWords.NoTwoMachinesLookTheSameInAnyTheme]
void tellApart(std::vector<BoardMachine>& machines);
// Why a machine cannot be asked this, short: "GB200 NVL72: a rank lacks 109.2 GB".
QString refusalOf(const Scenario& scenario, const Issue& issue);
// "Both machines move 48 GiB in all", from the scenario that the first machine answered; why one cannot.
QString workText(const std::vector<BoardMachine>& machines, Per per);

} // namespace supernode
