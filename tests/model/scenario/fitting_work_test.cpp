// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scenario/fitting_work.h"
#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

TEST(FittingWork, RanksThatAMachineLacksAreNamed) {
    const Workload w = AllToAll{.ranks = {384, Placement::Packed}};
    EXPECT_FALSE(lacking(w, *cloudMatrix()));
    const std::optional<Issue> issue = lacking(w, *nvl72());
    ASSERT_TRUE(issue);
    EXPECT_EQ(toSentence(*issue), "workload.ranks: GB200 NVL72 has 72 GPUs, not 384; give at most 72");
}

TEST(FittingWork, AllThereAreFitsEverywhere) {
    EXPECT_FALSE(lacking(AllToAll{}, *nvl72()));
    EXPECT_FALSE(lacking(AllToAll{.ranks = {768, Placement::Packed}}, *cloudMatrix()));
    EXPECT_TRUE(lacking(AllToAll{.ranks = {769, Placement::Packed}}, *cloudMatrix()));
}

TEST(FittingWork, OnlyTheCountThatIsTooLargeChanges) {
    const AllToAll asked{.bytes = mebibytes(3), .ranks = {384, Placement::Scattered}};
    AllToAll expected = asked;
    expected.ranks.count = 72;
    EXPECT_EQ(fitted(asked, *nvl72()), Workload(expected));
    EXPECT_EQ(fitted(asked, *cloudMatrix()), Workload(asked));
    Decode decode{.chips = 160}, smaller{.chips = 72};
    EXPECT_EQ(fitted(decode, *nvl72()), Workload(smaller));
}

// 32 + 320 ranks of 72, and 6 x 16 + 160 = 256 chips of 72: which part would be lowered is not ours to say.
TEST(FittingWork, WhatIsAskedInPartsIsNotLowered) {
    EXPECT_EQ(lacking(KvTransfer{}, *nvl72())->field, "workload.senders");
    EXPECT_FALSE(fitted(KvTransfer{}, *nvl72()));
    EXPECT_EQ(lacking(Serving{}, *nvl72())->reason, "GB200 NVL72 has 72, not 256 in all");
    EXPECT_FALSE(fitted(Serving{}, *nvl72()));
    EXPECT_FALSE(lacking(Serving{}, *cloudMatrix()));
}

} // namespace
} // namespace supernode::test
