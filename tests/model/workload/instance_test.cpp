// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/instance.h"
#include "tests/model/test_models.h"

#include <gtest/gtest.h>

#include <cmath>

namespace supernode::test {
namespace {

TEST(Instance, ExpertsAreSpreadAsPublished) {
    // A4.02: 320 dies hold 32 copies of the shared expert, 256 routed and 32 redundant ones, one each.
    const ModelSpec model = deepSeek();
    const Sharding decode = shardingOn(model, 320, 1);
    EXPECT_EQ(decode.sharedRanks, 32);
    EXPECT_EQ(decode.redundantExperts, 32);
    EXPECT_EQ(expertSlots(decode, model), 1);
    // A4.03: 32 dies hold 10 experts each: 1 shared, 8 routed, 1 redundant.
    const Sharding prefill = shardingOn(model, 32, 1);
    EXPECT_EQ(prefill.sharedRanks, 0);
    EXPECT_EQ(prefill.redundantExperts, 32);
    EXPECT_EQ(expertSlots(prefill, model), 9);
    // B5.03: 48 GPUs with 288 experts, six each.
    EXPECT_EQ(expertSlots(shardingOn(model, 48, 1), model), 6);
}

TEST(Instance, EveryNumberOfRanksCanHoldTheExperts) {
    for (const ModelSpec& model : {deepSeek(), qwen(), tinyExperts()})
        for (int ranks = 1; ranks <= 800; ++ranks)
            ASSERT_TRUE(check(shardingOn(model, ranks, 1), model).empty()) << model.name << " on " << ranks;
}

TEST(Instance, AModelWithoutExpertsHasNoExpertRanks) {
    const Sharding s = shardingOn(llama(70), 64, 8);
    EXPECT_EQ(s.expertRanks, 1);
    EXPECT_EQ(s.tensorRanks, 8);
}

TEST(Instance, TheHottestOfEqualSlotsIsNoise) {
    // 288 slots of 400 rows: Poisson noise of 20, the largest of 288 is sqrt(2 ln 288) = 3.366 deviations up.
    EXPECT_NEAR(hottestRows(400, 1, 288, 0, true), 400 + 3.366 * 20, 0.1);
    EXPECT_EQ(hottestRows(400, 1, 288, 0, false), 400);
    // A spread of 10 % adds 33.66 % to the hottest; nine slots on a rank even out to a third of that.
    EXPECT_NEAR(hottestRows(400, 1, 288, 0.1, false), 400 * 1.3366, 0.1);
    EXPECT_NEAR(hottestRows(400, 9, 288, 0.1, false), 400 * (1 + 0.3366 / 3), 0.1);
    // One rank has everything, and never more than everything.
    EXPECT_EQ(hottestRows(400, 1, 1, 1, true), 400);
    EXPECT_EQ(hottestRows(400, 1, 2, 100, true), 800);
}

} // namespace
} // namespace supernode::test
