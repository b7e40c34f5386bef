// SPDX-License-Identifier: GPL-3.0-or-later
// What is left of a fabric after the scenario's changes: who is down, what each channel still carries.
//
// An element that fails takes everything mounted in it down, and every link with an end in it. A plane takes
// its switch chips, an optical module the links of its cable. Slowing an element scales every link that has
// an end in it; two slow-downs multiply. Set-changes belong to the system, not to the wiring: evaluate
// applies them before the fabric is built. Errors: names that do not exist, more failures than elements.
#pragma once

#include "model/fabric/fabric.h"
#include "model/scenario/scenario.h"

namespace supernode {

// Promise: restoring gives back the healthy state exactly. [FabricState.RestoringGivesBackTheHealthyState]
Result<FabricState> applyChanges(const Fabric& fabric, const std::vector<Change>& changes);

// Endpoints that stand. Promise: a dead node takes its own along.
// [FabricState.ADeadNodeTakesItsEndpointsAlong]
std::size_t endpointsUp(const Fabric& fabric, const FabricState& state);

} // namespace supernode
