// SPDX-License-Identifier: GPL-3.0-or-later
// What software reaches of a chip's peak rates, and what one operator costs before it starts.
//
// Each is one number for the whole machine, used for every operator of its kind. Absent: the machine answers
// no question about time on a chip.
#pragma once

#include "model/system/fact.h"

#include <optional>

namespace supernode {

struct ComputeSpec {
    std::optional<Fact<Ratio>> bf16Share; // large matrix products, of the dense rate
    std::optional<Fact<Ratio>> eightBitShare;
    std::optional<Fact<Ratio>> fourBitShare;
    std::optional<Fact<Ratio>> attentionShare; // scores and sums, of the dense rate of their numbers
    std::optional<Fact<Ratio>> memoryShare;    // of the HBM rate
    std::optional<Fact<Duration>> launch;      // of one operator

    bool operator==(const ComputeSpec&) const = default;
};

} // namespace supernode
