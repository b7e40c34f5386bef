// SPDX-License-Identifier: GPL-3.0-or-later
// The part of one machine that stands for a part of another: of the same kind, at the same place among its
// likes.
//
// The third of sixteen racks is the first of one; plane 3 of 7 is switch chip 6 of 18. Where a machine has no
// such kind, another kind of the same use stands for it: a second-tier chip for one of the first tier, the
// system for a supernode. A link is found by its lower end. Pure; any thread; invalid where nothing stands
// for it. Promise: a machine beside itself has the same parts.
// [Counterpart.AMachineBesideItselfHasTheSameParts] Promise: what a machine does not have is not made up.
// [Counterpart.WhatAMachineDoesNotHaveIsNotMadeUp]
#pragma once

#include "model/fabric/fabric.h"

namespace supernode {

ElementId counterpart(const Fabric& from, ElementId element, const Fabric& to);

} // namespace supernode
