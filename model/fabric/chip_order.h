// SPDX-License-Identifier: GPL-3.0-or-later
// The chips in the order in which a language model is placed on them, after the moves of a scenario.
//
// By itself chip i is i-th. A move exchanges what would stand on the chips of two parts of one kind (chips,
// nodes, racks), or of several parts that follow each other. Pure; any thread. Errors, by the field of the
// change: names of nothing, parts without chips, of two kinds, of two sizes, too few behind one of them, or
// parts that overlap; each with the nearest that would do.
// Promise: a move and the same move again leave the order. [ChipOrder.AMoveTwiceIsNone]
// Promise: every chip stays in the order once. [ChipOrder.EveryChipStaysOnce]
#pragma once

#include "model/fabric/fabric.h"
#include "model/scenario/scenario.h"

namespace supernode {

// Empty: no change moves anything.
Result<std::vector<std::uint32_t>> chipOrder(const Fabric& fabric, const std::vector<Change>& changes);

// Indices of the chips mounted in an element, in their order; that of a die or stack is its own.
std::vector<std::uint32_t> chipsIn(const Fabric& fabric, ElementId element);

// The copies of experts that the changes ask for, as endpoints. Errors: names of no single endpoint.
Result<std::vector<ExpertCopy>> expertCopies(const Fabric& fabric, const std::vector<Change>& changes);

} // namespace supernode
