// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked when a person chooses another machine: the same work, with no more chips and ranks than there
// are; where no single count can be lowered, the kind as it begins on that machine.
//
// Pure; any thread. What is compared is in model/outcome/compared_work.h. Promise: it can be answered there.
// [SuitingWork.WhatSuitsAnotherMachineCanBeAnsweredThere]
#pragma once

#include "model/scenario/scenario.h"

namespace supernode {

Scenario workThatSuits(const Scenario& scenario, SystemPtr system);

} // namespace supernode
