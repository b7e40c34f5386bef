// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/compared_work.h"
#include "model/scenario/fitting_work.h"
#include "tests/model/test_systems.h"
#include "views/panels/question_words.h"

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

double bytesOf(const Scenario& s) { return sizeOf(s.workload).base(); }

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

TEST(ComparedWork, WhatSuitsAnotherMachineCanBeAnsweredThere) {
    // 256 ranks of experts are too many for 72, and 72 do not divide 256 experts: it begins with 64.
    const Scenario experts{cloudMatrix(), {}, MoeDispatch{.route = {.ranks = {256}}}};
    const Scenario there = workThatSuits(experts, nvl72());
    EXPECT_EQ(std::get<MoeDispatch>(there.workload).route.ranks.count, 64);
    EXPECT_FALSE(lacking(workThatSuits({cloudMatrix(), {}, Serving{}}, nvl72()).workload, *nvl72()));
    EXPECT_FALSE(lacking(workThatSuits({cloudMatrix(), {}, KvTransfer{}}, nvl72()).workload, *nvl72()));
    const Scenario fits{cloudMatrix(), {}, AllToAll{.bytes = mebibytes(3)}};
    EXPECT_EQ(workThatSuits(fits, nvl72()).workload, fits.workload);
}

TEST(ComparedWork, TheMachineOfTheScenarioKeepsItsChanges) {
    const Scenario s = allToAllOn(cloudMatrix(), {Fail{"plane 3"}});
    EXPECT_EQ(comparedWork(s, s.system, Per::Chip), s);
    EXPECT_TRUE(comparedWork(s, nvl72(), Per::Chip).changes.empty());
}

} // namespace
} // namespace supernode::test
