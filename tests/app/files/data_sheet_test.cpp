// SPDX-License-Identifier: GPL-3.0-or-later
// What the machines are on paper, beyond what one fact says.
#include "tests/app/files/answers.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

Result<OutcomePtr> sheet(const char* system) { return ask(system, Specification{}); }

// CloudMatrix: a node injects 16 x 196 = 3,136 GB/s and has 112 uplinks x 28 = 3,136; 24 nodes face 24.
// NVL72: 36 GPUs x 900 GB/s.
TEST(DataSheet, TheBisectionIsThatOfHalfTheNodes) {
    EXPECT_NEAR(value(sheet("cloudmatrix384"), "scale_up_bisection"), 24 * 3.136, 1e-9);
    EXPECT_NEAR(value(sheet("gb200-nvl72"), "scale_up_bisection"), 36 * 0.9, 1e-9);
    EXPECT_EQ((*sheet("cloudmatrix384-x4"))->metric("scale_up_bisection"), nullptr) << "two networks join it";
    EXPECT_EQ((*sheet("atlas950"))->metric("scale_up_bisection"), nullptr) << "three tiers";
}

// 16 racks of 600 x 1,150 mm; the rack of NVL72 was assumed to be as large, which is no number of it.
TEST(DataSheet, FloorIsGivenWhereTheRackIsKnown) {
    EXPECT_EQ(value(sheet("cloudmatrix384"), "racks"), 16);
    EXPECT_EQ(value(sheet("gb200-nvl72"), "racks"), 1);
    EXPECT_NEAR(value(sheet("cloudmatrix384"), "floor"), 16 * 0.6 * 1.15, 1e-9);
    EXPECT_EQ((*sheet("gb200-nvl72"))->metric("floor"), nullptr);
}

TEST(DataSheet, FourBitsAreGivenWhereThereAreSome) {
    EXPECT_NEAR(value(sheet("gb200-nvl72"), "four_bit_dense"), 720, 1e-9); // 72 x 10 PFLOPS
    EXPECT_EQ((*sheet("cloudmatrix384"))->metric("four_bit_dense"), nullptr);
}

} // namespace
} // namespace supernode
