// SPDX-License-Identifier: GPL-3.0-or-later
// So many parts of a kind, drawn at random among those that still stand.
//
// The same seed draws the same parts, and one part more keeps those before it. Pure; any thread. Errors: a
// kind that the machine does not have, more parts than stand.
#pragma once

#include "model/fabric/fabric.h"

#include <span>

namespace supernode {

struct PartKind {
    std::string_view word; // "modules"
    ElementKind kind;
};

// "links", "modules", "cables", "l1", "l2", "l3", "boxes", "planes", "dies", "chips", "stacks", "cpus",
// "nodes", "racks".
std::span<const PartKind> partKinds();
// Those that this machine has.
std::vector<PartKind> partKindsOf(const Fabric& fabric);
// "npus" and "gpus" are chips, too. Null when the word names none.
const PartKind* partKind(std::string_view word);

// Those that are not down; links of the planes alone.
std::vector<ElementId> standingParts(const Fabric& fabric, const FabricState& state, ElementKind kind);

// In the order of their ids.
// Promise: the same seed draws the same, and one more keeps the others. [RandomParts.OneMoreKeepsTheOthers]
Result<std::vector<ElementId>> randomParts(const Fabric& fabric, const FabricState& state,
                                           std::string_view word, int count, std::uint64_t seed);

} // namespace supernode
