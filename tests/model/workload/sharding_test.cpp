// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/sharding.h"

#include "tests/model/test_models.h"

#include <gtest/gtest.h>

#include <cmath>

namespace supernode::test {
namespace {

// A4.02: 320 ranks, 32 of them for the shared expert, 256 routed and 32 redundant experts on the other 288.
constexpr Sharding cloudMatrixDecode{.expertRanks = 320, .redundantExperts = 32, .sharedRanks = 32};
// A4.03: 32 ranks with 8 routed experts, a redundant one and the shared one each.
constexpr Sharding cloudMatrixPrefill{.expertRanks = 32, .redundantExperts = 32};

std::string fieldRefused(const Sharding& sharding, const ModelSpec& model) {
    const std::vector<Issue> issues = check(sharding, model);
    return issues.empty() ? "" : issues.front().field;
}

TEST(Sharding, ThePublishedLayoutsAreAccepted) {
    EXPECT_EQ(fieldRefused(cloudMatrixDecode, deepSeek()), "");
    EXPECT_EQ(fieldRefused(cloudMatrixPrefill, deepSeek()), "");
    EXPECT_EQ(expertSlots(cloudMatrixDecode, deepSeek()), 1);
    EXPECT_EQ(expertSlots(cloudMatrixPrefill, deepSeek()), 9);
    EXPECT_EQ(expertSlots({.tensorRanks = 8}, llama(405)), 0);
}

TEST(Sharding, WhatDoesNotFitIsRefusedByField) {
    EXPECT_EQ(fieldRefused({.tensorRanks = 0}, deepSeek()), "tensor_ranks");
    EXPECT_EQ(fieldRefused({.tensorRanks = 3}, deepSeek()), "tensor_ranks");
    EXPECT_EQ(fieldRefused({.tensorRanks = 256}, deepSeek()), "tensor_ranks");
    EXPECT_EQ(fieldRefused({.expertRanks = 0}, deepSeek()), "expert_ranks");
    EXPECT_EQ(fieldRefused({.tensorRanks = 16, .expertRanks = 8}, deepSeek()), "expert_ranks");
    EXPECT_EQ(fieldRefused({.expertRanks = 8}, llama(70)), "expert_ranks");
    EXPECT_EQ(fieldRefused({.expertRanks = 288}, deepSeek()), "redundant_experts");
    EXPECT_EQ(fieldRefused({.expertRanks = 32, .sharedRanks = 32}, deepSeek()), "shared_ranks");
    EXPECT_EQ(fieldRefused({.expertRanks = 160, .sharedRanks = 32}, qwen()), "shared_ranks");
}

// 48 tokens on each of 320 ranks: 48 x 320 x 8 / 288 rows on a rank with a routed expert, and
// 48 x 320 / 32 on one with the shared expert, which therefore has more to do.
TEST(Sharding, RowsAreSharedOutAmongTheRanksThatHoldThem) {
    const ExpertLoad routed = evenRoutedLoad(cloudMatrixDecode, deepSeek(), 48);
    const ExpertLoad shared = sharedRankLoad(cloudMatrixDecode, deepSeek(), 48);
    EXPECT_DOUBLE_EQ(routed.routedRows, 48.0 * 320 * 8 / 288);
    EXPECT_DOUBLE_EQ(routed.sharedRows, 0);
    EXPECT_DOUBLE_EQ(shared.sharedRows, 480);
    EXPECT_DOUBLE_EQ(shared.routedRows, 0);
    EXPECT_GT(shared.sharedRows, routed.routedRows);
    EXPECT_DOUBLE_EQ(evenRoutedLoad(cloudMatrixPrefill, deepSeek(), 48).sharedRows, 48);
    EXPECT_EQ(sharedRankLoad(cloudMatrixPrefill, deepSeek(), 48), ExpertLoad{});
    EXPECT_EQ(evenRoutedLoad({}, llama(70), 48), ExpertLoad{});
}

// Four experts, two per token, three tokens, all on one rank: 6^3 equally likely choices; the mean number of
// experts that get a row is 4 (1 - (1/2)^3) = 3.5.
TEST(Sharding, ExpectedHitsAgreeWithEnumeration) {
    const unsigned pairs[] = {0b0011, 0b0101, 0b1001, 0b0110, 0b1010, 0b1100};
    double sum = 0;
    for (const unsigned a : pairs)
        for (const unsigned b : pairs)
            for (const unsigned c : pairs)
                for (unsigned all = a | b | c; all; all &= all - 1)
                    sum += 1;
    EXPECT_DOUBLE_EQ(sum / 216, 3.5);
    EXPECT_NEAR(evenRoutedLoad({}, tinyExperts(), 3).routedExperts, sum / 216, 1e-12);
}

// Two redundant experts of four on two ranks of three slots, one token a rank: an expert of its own stays
// idle with (1/2)^2, a copy of the doubled ones with (3/4)^2. (2 x 3/4 + 4 x 7/16) / 2 = 1.625 of three.
TEST(Sharding, CopiesOfAnExpertShareItsRows) {
    const Sharding s{.expertRanks = 2, .redundantExperts = 2};
    ASSERT_EQ(fieldRefused(s, tinyExperts()), "");
    EXPECT_NEAR(evenRoutedLoad(s, tinyExperts(), 1).routedExperts, 1.625, 1e-12);
    EXPECT_DOUBLE_EQ(evenRoutedLoad(s, tinyExperts(), 1).routedRows, 2);
}

TEST(Sharding, ManyTokensHitEveryExpertAndNoneHitsNone) {
    EXPECT_NEAR(evenRoutedLoad(cloudMatrixPrefill, deepSeek(), 8192).routedExperts, 9, 1e-9);
    EXPECT_DOUBLE_EQ(evenRoutedLoad(cloudMatrixPrefill, deepSeek(), 0).routedExperts, 0);
}

// Four experts on two ranks of two, two per token: of six pairs two lie on one rank, four on both: 10 / 6
// rows.
TEST(Sharding, RowsOncePerRankAreFewerThanOncePerExpert) {
    Sharding s{.expertRanks = 2};
    EXPECT_DOUBLE_EQ(rowsPerToken(s, tinyExperts()), 2);
    s.sends = SendRule::OncePerRank;
    EXPECT_NEAR(rowsPerToken(s, tinyExperts()), 10.0 / 6, 1e-12);
    s.expertRanks = 4;
    EXPECT_NEAR(rowsPerToken(s, tinyExperts()), 2, 1e-12);
    EXPECT_DOUBLE_EQ(rowsPerToken({}, llama(70)), 0);
}

} // namespace
} // namespace supernode::test
