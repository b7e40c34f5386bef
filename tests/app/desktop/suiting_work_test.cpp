// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/suiting_work.h"
#include "model/scenario/fitting_work.h"
#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

TEST(SuitingWork, WhatSuitsAnotherMachineCanBeAnsweredThere) {
    // 256 ranks of experts are too many for 72, and 72 do not divide 256 experts: it begins with 64.
    const Scenario experts{cloudMatrix(), {}, MoeDispatch{.route = {.ranks = {256}}}};
    const Scenario there = workThatSuits(experts, nvl72());
    EXPECT_EQ(std::get<MoeDispatch>(there.workload).route.ranks.count, 64);
    EXPECT_FALSE(lacking(workThatSuits({cloudMatrix(), {}, Serving{}}, nvl72()).workload, *nvl72()));
    EXPECT_FALSE(lacking(workThatSuits({cloudMatrix(), {}, KvTransfer{}}, nvl72()).workload, *nvl72()));
    const Scenario fits{cloudMatrix(), {}, AllToAll{.bytes = mebibytes(3)}};
    EXPECT_EQ(workThatSuits(fits, nvl72()).workload, fits.workload);
}

} // namespace
} // namespace supernode::test
