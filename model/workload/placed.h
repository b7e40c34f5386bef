// SPDX-License-Identifier: GPL-3.0-or-later
// Where the work stands: the groups of a language model on chips, and the ranks of a mixture of experts.
//
// Indices of endpoints, as fabric.h counts them. Thread: values.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace supernode {

// Instance: all of a model that serves; Stage: of a pipeline; Expert, Tensor: ranks that share experts or
// dense matrices.
enum class GroupKind : std::uint8_t { Instance, Stage, Expert, Tensor };

// Ranks that work together.
struct PlacedGroup {
    GroupKind kind = GroupKind::Instance;
    std::string name; // "decode 1", "stage 2", "tensor-group 3"
    std::vector<std::uint32_t> endpoints;
};

// One rank of a mixture of experts.
struct ExpertRank {
    std::uint32_t endpoint = 0;
    double load = 1;          // tokens that it gets over the mean of all ranks
    std::vector<int> experts; // that stand on it, those with most tokens first, from 0
};

} // namespace supernode
