// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/numbers.h"

#include <cmath>

namespace supernode {
namespace {

constexpr double scaleBytesOfInt8Row = 512; // A4.11

constexpr MatrixNumbers eightBit{MatrixRate::EightBit, 1, 1};
constexpr double fourBitBytes = 0.5 + 1.0 / 16;
constexpr MatrixNumbers fourBit{MatrixRate::FourBit, fourBitBytes, fourBitBytes};

double scalesPer128(int hidden) { return 4.0 * std::ceil(hidden / 128.0); }

} // namespace

Numbers numbersOf(Precision precision, int hidden) {
    Numbers n;
    if (precision == Precision::Bf16)
        return n;
    n.projection = n.output = n.experts = n.head = eightBit;
    n.dispatched = 1;
    n.dispatchedScales = precision == Precision::Int8 ? scaleBytesOfInt8Row : scalesPer128(hidden);
    if (precision != Precision::Int8)
        n.head = {};
    if (precision == Precision::Fp8Nvfp4) {
        n.experts = n.output = fourBit;
        n.dispatched = fourBitBytes;
        n.dispatchedScales = 0; // counted with the numbers
        n.attention = MatrixRate::EightBit;
        n.cache = 1;
    }
    return n;
}

std::optional<ComputeRate> matrixRate(const ChipSpec& chip, MatrixRate rate) {
    const double endpoints = chip.endpoints.value;
    switch (rate) {
    case MatrixRate::Bf16:
        return chip.bf16.value / endpoints;
    case MatrixRate::EightBit:
        return chip.eightBit.value / endpoints;
    case MatrixRate::FourBit:
        break;
    }
    return chip.fourBit ? std::optional(chip.fourBit->value / endpoints) : std::nullopt;
}

std::optional<Issue> check(const Numbers& numbers, const ChipSpec& chip) {
    for (const MatrixRate rate : {numbers.projection.rate, numbers.output.rate, numbers.experts.rate,
                                  numbers.head.rate, numbers.attention})
        if (!matrixRate(chip, rate))
            return Issue{"precision", chip.name + " multiplies no 4-bit numbers", "give bf16, int8 or fp8"};
    return std::nullopt;
}

} // namespace supernode
