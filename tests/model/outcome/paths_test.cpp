// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/outcome/paths.h"

#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

Paths between(const OutcomePtr& outcome, const char* a, const char* b) {
    return pathsBetween(*outcome, *outcome->fabric->find(a), *outcome->fabric->find(b));
}

TEST(Paths, AFailedPlaneTakesItsShareOfTheWays) {
    // 7 planes x 16 second-tier chips = 112 ways; six planes leave 96, and 6 x 28 = 168 of 196 GB/s.
    const OutcomePtr whole = answer(allToAllOn(cloudMatrix()));
    const Paths all = between(whole, "node 5 npu 1 die 1", "node 29 npu 1 die 1");
    EXPECT_EQ(all.count, 112u);
    EXPECT_EQ(all.count, all.healthy);
    EXPECT_EQ(all.hops, 4);
    EXPECT_DOUBLE_EQ(all.most.base(), 196e9);
    const OutcomePtr cut = answer(allToAllOn(cloudMatrix(), {Fail{"plane 3"}}));
    const Paths left = between(cut, "node 5 npu 1 die 1", "node 29 npu 1 die 1");
    EXPECT_EQ(left.count, 96u);
    EXPECT_EQ(left.joining, 6u);
    EXPECT_EQ(left.perPlane(), 16u);
    EXPECT_EQ(left.planes[2].ways, 0u);
    EXPECT_DOUBLE_EQ(left.most.base(), 168e9);
    EXPECT_DOUBLE_EQ(left.healthyMost.base(), 196e9);
}

TEST(Paths, ALostChipMakesOnePlaneNarrower) {
    const OutcomePtr cut = answer(allToAllOn(cloudMatrix(), {Fail{"plane 3 l2 7"}}));
    const Paths left = between(cut, "node 5", "node 29");
    EXPECT_EQ(left.count, 111u);
    EXPECT_EQ(left.perPlane(), 0u) << "the planes differ";
    // A node sends 16 dies x 28 GB/s into each plane, 15 of 16 chips of plane 3 are left: 6 + 15/16 planes.
    EXPECT_NEAR(left.most.base(), 448e9 * (6 + 15.0 / 16), 1);
}

TEST(Paths, InsideANodeTheyTurnAtTheFirstChip) {
    const OutcomePtr whole = answer(allToAllOn(cloudMatrix()));
    const Paths near = between(whole, "node 5 npu 1 die 1", "node 5 npu 2 die 1");
    EXPECT_EQ(near.count, 7u);
    EXPECT_EQ(near.hops, 2);
}

TEST(Paths, WithOneTierEverySwitchChipIsAWay) {
    const OutcomePtr whole = answer(allToAllOn(nvl72()));
    const Fabric& f = *whole->fabric;
    const Paths all = pathsBetween(*whole, f.id(ElementKind::Endpoint, 0), f.id(ElementKind::Endpoint, 71));
    EXPECT_EQ(all.count, 18u);
    EXPECT_EQ(all.hops, 2);
    EXPECT_DOUBLE_EQ(all.most.base(), 900e9);
}

TEST(Paths, WhoIsCutOffHasNoneAndHearsWhy) {
    const OutcomePtr cut = answer(allToAllOn(cloudMatrix(), {Fail{"node 5"}}));
    const Paths none = between(cut, "node 5 npu 1 die 1", "node 29 npu 1 die 1");
    EXPECT_EQ(none.count, 0u);
    EXPECT_FALSE(none.why.empty());
    EXPECT_DOUBLE_EQ(none.most.base(), 0);
}

} // namespace
} // namespace supernode::test
