// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/degradation.h"

#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

// Each pair spreads over the planes that are left: (7 - k) / 7 of the throughput, whichever they are; none
// with none.
TEST(Degradation, EachPlaneTakesItsShareOfAnAllToAll) {
    const auto curve = degradationCurve(allToAllOn(cloudMatrix()), {.part = "planes", .draws = 2});
    ASSERT_TRUE(curve);
    ASSERT_EQ(curve->points.size(), 8u);
    for (int down = 0; down < 7; ++down) {
        const DegradationPoint& point = curve->points[static_cast<std::size_t>(down)];
        EXPECT_NEAR(point.median, curve->whole.value * (7 - down) / 7, 1e-9 * curve->whole.value);
        EXPECT_EQ(point.median, point.worst);
        EXPECT_EQ(point.refused, 0);
    }
    EXPECT_EQ(curve->points.back().median, 0);
}

// One die less is one share less; more never brings anything back in a draw that keeps those before.
TEST(Degradation, TheWorstIsNoBetterThanTheMedianAndMoreIsNoBetter) {
    const auto curve =
        degradationCurve(allToAllOn(cloudMatrix()), {.part = "modules", .down = {0, 1, 4, 16}, .draws = 3});
    ASSERT_TRUE(curve);
    double before = curve->whole.value;
    for (const DegradationPoint& point : curve->points) {
        EXPECT_LE(point.worst, point.median);
        EXPECT_LE(point.worst, before * (1 + 1e-12));
        before = point.worst;
    }
    EXPECT_LT(curve->points.back().worst, curve->whole.value);
}

// Without any second-tier chip the dies of a node still reach each other, by their first-tier chips: fast,
// and 15 of 767 partners. As the whole work that is nothing. The pairs of a dead node are nobody's work.
TEST(Degradation, APairThatIsCutOffEndsTheWholeWork) {
    const auto apart = degradationCurve(allToAllOn(cloudMatrix()), {.part = "l2", .down = {112}, .draws = 1});
    ASSERT_TRUE(apart);
    EXPECT_EQ(apart->points[0].median, 0);
    EXPECT_EQ(apart->points[0].refused, 1);
    const auto fewer =
        degradationCurve(allToAllOn(cloudMatrix()), {.part = "nodes", .down = {1}, .draws = 1});
    ASSERT_TRUE(fewer);
    EXPECT_NEAR(fewer->points[0].median, fewer->whole.value * 47 / 48, 0.01 * fewer->whole.value);
    EXPECT_EQ(fewer->points[0].refused, 0);
}

TEST(Degradation, StepsAreAllForFewPartsAndPowersForMany) {
    EXPECT_EQ(usualSteps(7), (std::vector<int>{0, 1, 2, 3, 4, 5, 6, 7}));
    EXPECT_EQ(usualSteps(48), (std::vector<int>{0, 1, 2, 4, 8}));
    EXPECT_EQ(usualSteps(10'752), (std::vector<int>{0, 1, 4, 16, 64, 256}));
}

TEST(Degradation, AKindThatIsNotThereIsRefused) {
    EXPECT_FALSE(degradationCurve(allToAllOn(nvl72()), {.part = "modules", .draws = 1}));
}

} // namespace
} // namespace supernode::test
