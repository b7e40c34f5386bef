// SPDX-License-Identifier: GPL-3.0-or-later
// The same work for two machines of different size: what "the same" means depends on the switch.
//
// Per chip each chip sends the same number of bytes. Under every other switch both machines move the same
// number of bytes in all where each rank sends bytes of its own; collectives keep their buffers, other work
// is the same with no more chips than there are. The scenario's own size stands for a rank of its own
// machine. Pure; any thread. Promise: both machines move the same bytes.
// [ComparedWork.PerSystemBothMoveTheSameBytes]
#pragma once

#include "model/scenario/scenario.h"
#include "views/charts/board_rows.h"

namespace supernode {

// The same workload for another machine: no changes, and ends that are named become the first that fit.
Scenario sameWorkOn(const Scenario& scenario, SystemPtr system);

// What is asked when a person chooses another machine: the same work, with no more chips and ranks than there
// are; where no single count can be lowered, the kind as it begins on that machine. Promise: it can be
// answered there. [ComparedWork.WhatSuitsAnotherMachineCanBeAnsweredThere]
Scenario workThatSuits(const Scenario& scenario, SystemPtr system);

// The scenario's work on another machine, healthy, scaled for the switch.
Scenario comparedWork(const Scenario& scenario, SystemPtr machine, Per per);

} // namespace supernode
