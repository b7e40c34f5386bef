// SPDX-License-Identifier: GPL-3.0-or-later
// How many bytes the numbers of a language model take, and which matrix rate multiplies them.
//
// Units: bytes of one number, shares of scales included; bytes of a row of `hidden` numbers in a message.
// Four named choices; every member may be changed afterwards, as in a run with an 8-bit cache.
#pragma once

#include "model/base/result.h"
#include "model/scenario/workloads.h"
#include "model/system/system_spec.h"

#include <cstdint>
#include <optional>

namespace supernode {

inline constexpr double bf16Bytes = 2; // of one number

enum class MatrixRate : std::uint8_t { Bf16, EightBit, FourBit };

// What goes into one matrix multiplication; what comes out is BF16.
struct MatrixNumbers {
    MatrixRate rate = MatrixRate::Bf16;
    double weight = 2; // bytes
    double input = 2;  // bytes of an activation

    bool operator==(const MatrixNumbers&) const = default;
};

struct Numbers {
    MatrixNumbers projection; // all matrices of attention and dense feed-forward parts, but for the next
    MatrixNumbers output;     // the projection from the heads back to a row
    MatrixNumbers experts;    // routed and shared
    MatrixNumbers head;
    MatrixRate attention = MatrixRate::Bf16; // scores and weighted sums
    double cache = 2;                        // bytes of a number in the cache of keys and values
    double dispatched = 2;                   // bytes of a number that is sent to an expert
    double dispatchedScales = 0;             // bytes of scales beside each row that is sent
    double combined = 2;                     // bytes of a number that an expert sends back

    bool operator==(const Numbers&) const = default;
};

// bf16: two bytes everywhere.
// int8: matrices of 8 bits, attention and cache of 16; a dispatched row carries 512 B of scales (fact A4.11).
// fp8: the same with a 4-byte scale for every 128 numbers of a dispatched row and a head of 16 bits, as
// DeepSeek-V3 was trained (arXiv:2412.19437, section 3.3.1). fp8-nvfp4, as SGLang served it (fact B5.17):
// 8 bits for projections, attention and cache, 16 for the head; experts, the output projection of attention
// and dispatched rows of 4 bits with an 8-bit scale for every 16 numbers: 0.5625 bytes a number. Promise: a
// dispatched DeepSeek row in INT8 is 7.5 KiB, a combined one 14 KiB.
// [Numbers.DispatchAndCombineHaveThePublishedSizes]
Numbers numbersOf(Precision precision, int hidden);

// The dense rate of one endpoint (a chip's rate over its endpoints); empty when the chip has no such unit.
std::optional<ComputeRate> matrixRate(const ChipSpec& chip, MatrixRate rate);
// The issue when the chip lacks a unit that these numbers need.
std::optional<Issue> check(const Numbers& numbers, const ChipSpec& chip);

} // namespace supernode
