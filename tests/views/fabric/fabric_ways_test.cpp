// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fabric/fabric_ways.h"

#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace supernode::test {
namespace {

class FabricWaysOf : public testing::Test {
protected:
    FabricWays of(const OutcomePtr& outcome, std::vector<ElementId> selection) const {
        return waysOf(*fabricPictureOf(outcome->fabric), *outcome, &outcome->at(outcome->end * 0.5),
                      selection);
    }
    static double up(const FabricWays& ways) {
        double sum = 0;
        for (const Way& way : ways.ways)
            sum += way.payloadUp;
        return sum;
    }
};

} // namespace

TEST(FabricWays, CarryWhatCrossesTheBorderOfANode) {
    // The uplinks of a node: 7 planes x 16 chips, and what it sends in all is the sum of them.
    const OutcomePtr outcome = answer(allToAllOn(cloudMatrix()));
    const Interval& now = outcome->at(outcome->end * 0.5);
    const ElementId node = *outcome->fabric->find("node 5");
    const std::vector selection{node};
    const FabricWays ways = waysOf(*fabricPictureOf(outcome->fabric), *outcome, &now, selection);
    EXPECT_EQ(ways.ways.size(), 112u);
    double up = 0;
    for (const Way& way : ways.ways)
        up += way.payloadUp;
    EXPECT_NEAR(up / useOf(*outcome, now, node).out.base(), 1, 1e-5);
    EXPECT_GE(ways.selected.size(), 16u + 7u) << "its dies and first-tier chips are outlined";
}

TEST(FabricWays, LinesCoverEveryWay) {
    const OutcomePtr outcome = answer(allToAllOn(cloudMatrix(), {Fail{"plane 3"}}));
    const FabricPicturePtr picture = fabricPictureOf(outcome->fabric);
    const Interval& now = outcome->at(outcome->end * 0.5);
    const Fabric& f = *outcome->fabric;
    for (const std::vector<ElementId>& selection :
         {std::vector{*f.find("node 5")},
          {*f.find("node 5"), *f.find("node 29")},
          {*f.find("plane 3 l2 7")},
          {*f.find("node 5 npu 1 die 1"), *f.find("node 40 npu 1 die 1")}}) {
        const FabricWays ways = waysOf(*picture, *outcome, &now, selection);
        const std::vector<const Way*> lines = linesOf(ways);
        EXPECT_LE(lines.size(), ways.ways.size());
        if (f.element(selection.front()).kind == ElementKind::Node) {
            EXPECT_LT(lines.size(), ways.ways.size() / 3);
        }
        for (const Way& way : ways.ways)
            for (const QPointF& point : way.points) {
                double nearest = 1;
                for (const Way* line : lines)
                    for (std::size_t i = 0; line->failed == way.failed && i + 1 < line->points.size(); ++i) {
                        const QPointF a = line->points[i], along = line->points[i + 1] - a, to = point - a;
                        const double length = QPointF::dotProduct(along, along);
                        const double at =
                            length > 0 ? std::clamp(QPointF::dotProduct(to, along) / length, 0.0, 1.0) : 0;
                        const QPointF off = to - along * at;
                        nearest = std::min(nearest, std::hypot(off.x(), off.y()));
                    }
                ASSERT_LT(nearest, 1e-3) << "a third of a pixel";
            }
    }
}

namespace {

TEST_F(FabricWaysOf, WithoutASelectionEverySpokeCarriesItsPlanes) {
    const OutcomePtr outcome = answer(allToAllOn(cloudMatrix()));
    const FabricWays ways = of(outcome, {});
    EXPECT_EQ(ways.ways.size(), 48u * 7);
    EXPECT_FALSE(ways.lit);
    EXPECT_GT(up(ways), 0);
}

TEST_F(FabricWaysOf, OfAPairRunOverThePlanesThatJoinIt) {
    // 6 planes x 16 chips, each with its part of what the two send each other; of the failed plane two spokes
    // and the ring are drawn as failed. A pair of nodes has 16 x 16 pairs of dies.
    const OutcomePtr outcome = answer(allToAllOn(cloudMatrix(), {Fail{"plane 3"}}));
    const Fabric& f = *outcome->fabric;
    const FabricWays ways = of(outcome, {*f.find("node 5"), *f.find("node 29")});
    EXPECT_EQ(ways.ways.size(), 6u * 16 + 3);
    EXPECT_EQ(std::count_if(ways.ways.begin(), ways.ways.end(), [](const Way& w) { return w.failed; }), 3);
    const Phase& phase = outcome->phases[outcome->at(outcome->end * 0.5).phase];
    EXPECT_NEAR(up(ways) / (256 * phase.rateBetween(64, 448).base()), 1, 1e-9);
}

TEST_F(FabricWaysOf, OfAPlaneAreOneForEachNode) {
    const OutcomePtr outcome = answer(allToAllOn(cloudMatrix()));
    const FabricWays ways = of(outcome, {*outcome->fabric->find("plane 3")});
    EXPECT_EQ(ways.ways.size(), 48u);
    EXPECT_TRUE(ways.lit);
}

TEST_F(FabricWaysOf, WithOneTierAnEndpointReachesEveryChip) {
    const OutcomePtr outcome = answer(allToAllOn(nvl72()));
    const FabricWays ways = of(outcome, {outcome->fabric->id(ElementKind::Endpoint, 3)});
    EXPECT_EQ(ways.ways.size(), 18u);
}

TEST_F(FabricWaysOf, OnlyTwoEndsAreAPair) {
    const OutcomePtr outcome = answer(allToAllOn(cloudMatrix()));
    const Fabric& f = *outcome->fabric;
    const std::vector nodes{*f.find("node 1"), *f.find("node 2")};
    const std::vector mixed{*f.find("node 1"), *f.find("plane 2")};
    EXPECT_TRUE(pairOf(f, nodes).valid());
    EXPECT_FALSE(pairOf(f, mixed).valid());
}

} // namespace
} // namespace supernode::test
