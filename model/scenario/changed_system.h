// SPDX-License-Identifier: GPL-3.0-or-later
// The machine of a scenario after its set-changes: all of them together must be possible, in any order.
//
// Pure; any thread. Errors: those of setFact and check(SystemSpec); the field names the change and the fact:
// "changes[2] fabric.planes".
#pragma once

#include "model/scenario/scenario.h"

namespace supernode {

// The scenario's own machine, shared, when nothing is set.
Result<SystemPtr> changedSystem(const Scenario& scenario);

} // namespace supernode
