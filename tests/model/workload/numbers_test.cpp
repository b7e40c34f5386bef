// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/numbers.h"

#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

constexpr int deepSeekHidden = 7168;

// A4.11: 7,168 numbers of one byte and 512 bytes of scales, 7.5 x 1,024; back 7,168 numbers of two bytes, 14
// x 1,024.
TEST(Numbers, DispatchAndCombineHaveThePublishedSizes) {
    const Numbers n = numbersOf(Precision::Int8, deepSeekHidden);
    EXPECT_DOUBLE_EQ(deepSeekHidden * n.dispatched + n.dispatchedScales, 7.5 * 1024);
    EXPECT_DOUBLE_EQ(deepSeekHidden * n.combined, 14.0 * 1024);
}

// 7,168 / 128 = 56 scales of four bytes; 7,169 numbers need 57.
TEST(Numbers, Fp8RowsCarryAScaleForEvery128Numbers) {
    EXPECT_DOUBLE_EQ(numbersOf(Precision::Fp8, deepSeekHidden).dispatchedScales, 224);
    EXPECT_DOUBLE_EQ(numbersOf(Precision::Fp8, deepSeekHidden + 1).dispatchedScales, 228);
}

// Four bits and a sixteenth of an eight-bit scale: 4 / 8 + 1 / 16.
TEST(Numbers, FourBitWeightsTakeTheirScalesAlong) {
    const Numbers n = numbersOf(Precision::Fp8Nvfp4, deepSeekHidden);
    EXPECT_DOUBLE_EQ(n.experts.weight, 0.5625);
    EXPECT_DOUBLE_EQ(n.projection.weight, 1);
    EXPECT_DOUBLE_EQ(n.cache, 1);
    EXPECT_DOUBLE_EQ(deepSeekHidden * n.dispatched + n.dispatchedScales, 4032); // 7,168 x 0.5625
}

// A die has half the rate of its chip: 752 / 2 and 1,504 / 2 TFLOPS.
TEST(Numbers, ARateIsThatOfOneEndpoint) {
    const ChipSpec chip = cloudMatrix()->chip;
    EXPECT_DOUBLE_EQ(matrixRate(chip, MatrixRate::Bf16)->base(), 376e12);
    EXPECT_DOUBLE_EQ(matrixRate(chip, MatrixRate::EightBit)->base(), 752e12);
}

TEST(Numbers, FourBitsNeedAChipThatMultipliesThem) {
    const ChipSpec chip = cloudMatrix()->chip;
    EXPECT_FALSE(matrixRate(chip, MatrixRate::FourBit));
    EXPECT_FALSE(check(numbersOf(Precision::Int8, deepSeekHidden), chip));
    const std::optional<Issue> issue = check(numbersOf(Precision::Fp8Nvfp4, deepSeekHidden), chip);
    ASSERT_TRUE(issue);
    EXPECT_EQ(issue->field, "precision");
}

} // namespace
} // namespace supernode::test
