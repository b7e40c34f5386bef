// SPDX-License-Identifier: GPL-3.0-or-later
// Which endpoints take part: the ranks of a workload, and groups of ranks that work at the same time.
#pragma once

#include "model/fabric/fabric.h"
#include "model/scenario/workloads.h"
#include "model/traffic/collective_schedule.h"

#include <cstdint>
#include <vector>

namespace supernode {

// Endpoint indices in rank order; a count of 0 means all. Errors: more ranks than endpoints.
Result<std::vector<std::uint32_t>> ranksOf(const Fabric& fabric, const Ranks& ranks);

// Groups of equal size, such as the tensor-parallel groups of a training step; each holds endpoint indices in
// the order of the machine, so that neighbours are near.
struct RankGroups {
    std::vector<std::vector<std::uint32_t>> groups;
};
// One group of all these ranks; those that are down are left out and warned of.
// Errors: fewer than two ranks that are up.
Result<RankGroups> oneGroup(const Fabric& fabric, const FabricState& state, std::vector<std::uint32_t> ranks,
                            std::vector<Issue>& warnings);

// The nodes that a group fills, taken from its first member on.
GroupShape shapeOf(const Fabric& fabric, const std::vector<std::uint32_t>& group);

} // namespace supernode
