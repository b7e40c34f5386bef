// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/outcome/compared_work.h"
#include "model/scenario/fitting_work.h"
#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

double bytesOf(const Scenario& s) {
    return std::visit(
        [](const auto& w) {
            if constexpr (requires { w.bytes; })
                return w.bytes.base();
            else
                return 0.0;
        },
        s.workload);
}

TEST(ComparedWork, PerSystemBothMoveTheSameBytes) {
    // 768 ranks of 64 MiB are 72 ranks of 768/72 times as much.
    const Scenario s = allToAllOn(cloudMatrix());
    EXPECT_DOUBLE_EQ(bytesOf(comparedWork(s, nvl72(), Per::System)) * 72, bytesOf(s) * 768);
    // An incast has one sender less on each machine.
    const Scenario incast{cloudMatrix(), {}, Incast{}};
    EXPECT_DOUBLE_EQ(bytesOf(comparedWork(incast, nvl72(), Per::System)) * 71, bytesOf(incast) * 767);
}

TEST(ComparedWork, PerChipEachChipSendsTheSameBytes) {
    // An NPU has two ranks, a GPU one.
    const Scenario s = allToAllOn(cloudMatrix());
    EXPECT_DOUBLE_EQ(bytesOf(comparedWork(s, nvl72(), Per::Chip)), 2 * bytesOf(s));
}

TEST(ComparedWork, ATransferBetweenTwoIsTheSameOnBoth) {
    const Scenario s{cloudMatrix(), {}, PointToPoint{}};
    EXPECT_DOUBLE_EQ(bytesOf(comparedWork(s, nvl72(), Per::System)), bytesOf(s));
}

TEST(ComparedWork, ACollectiveKeepsItsBuffers) {
    const Scenario s{cloudMatrix(), {}, AllReduce{}};
    EXPECT_DOUBLE_EQ(bytesOf(comparedWork(s, nvl72(), Per::System)), bytesOf(s));
}

TEST(ComparedWork, ALanguageModelGetsNoMoreChipsThanThereAre) {
    // NVL72 has 72 chips.
    const Scenario s{cloudMatrix(), {}, Decode{.chips = 160}};
    EXPECT_EQ(std::get<Decode>(comparedWork(s, nvl72(), Per::System).workload).chips, 72);
}

TEST(ComparedWork, TheMachineOfTheScenarioKeepsItsChanges) {
    const Scenario s = allToAllOn(cloudMatrix(), {Fail{"plane 3"}});
    EXPECT_EQ(comparedWork(s, s.system, Per::Chip), s);
    EXPECT_TRUE(comparedWork(s, nvl72(), Per::Chip).changes.empty());
}

// Ranks that are counted out are the same number on both: nothing is scaled.
TEST(ComparedWork, SoManyRanksSendWhatEachIsToSend) {
    const Scenario s{cloudMatrix(), {}, AllToAll{.ranks = {64}}};
    EXPECT_DOUBLE_EQ(bytesOf(comparedWork(s, nvl72(), Per::System)), bytesOf(s));
}

TEST(ComparedWork, WhatDoesNotFitIsRefusedNotMadeSmaller) {
    const Scenario s{cloudMatrix(), {Fail{"plane 3"}}, AllToAll{.ranks = {384}}};
    const std::vector<ComparedSide> sides = comparedSides(s, std::vector<Contender>{{nvl72()}}, Per::System);
    ASSERT_EQ(sides.size(), 2u);
    EXPECT_FALSE(sides[0].cannot);
    EXPECT_EQ(sides[0].scenario, s);
    ASSERT_TRUE(sides[1].cannot);
    EXPECT_EQ(sides[1].cannot->field, "workload.ranks");
    EXPECT_TRUE(std::holds_alternative<Specification>(sides[1].scenario.workload));
}

TEST(ComparedWork, TheNearestFairWorkFitsAll) {
    const std::vector<Contender> others{{nvl72()}};
    const Scenario s{cloudMatrix(), {}, AllToAll{.ranks = {384}}};
    const std::optional<Scenario> fair = nearestFair(s, others);
    ASSERT_TRUE(fair);
    EXPECT_EQ(std::get<AllToAll>(fair->workload).ranks.count, 72);
    for (const ComparedSide& side : comparedSides(*fair, others, Per::System))
        EXPECT_FALSE(side.cannot);
    EXPECT_FALSE(nearestFair(allToAllOn(cloudMatrix()), others)) << "all can do it as it was asked";
}

// The same machine without its changes: the same work, whole.
TEST(ComparedWork, AChangedMachineStandsBesideItself) {
    const Scenario s = allToAllOn(cloudMatrix(), {Fail{"plane 3"}});
    const std::vector<ComparedSide> sides = comparedSides(s, std::vector<Contender>{{}}, Per::Chip);
    EXPECT_EQ(sides[1].scenario, allToAllOn(cloudMatrix()));
}

} // namespace
} // namespace supernode::test
