// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fabric/fabric_dots.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

FabricWays oneWay(double up, double down) { return {{Way{{{1, 0}, {0.4, 0}}, false, up, down}}, false, {}}; }

TEST(FabricDots, FluxTimesBytesIsThePayload) {
    const FabricDots dots = planDots(oneWay(3e9, 1e9), 1e-4, 500);
    ASSERT_EQ(dots.lanes.size(), 2u);
    // 3 GB/s at 0.1 ms a second on screen are 300 kB a second on screen.
    EXPECT_NEAR(dots.lanes[0].flux * dots.bytesPerDot, 3e5, 1e-6);
    EXPECT_NEAR(dots.lanes[1].flux * dots.bytesPerDot, 1e5, 1e-6);
}

TEST(FabricDots, AWayWithoutTrafficHasNone) {
    EXPECT_EQ(planDots(oneWay(0, 0), 1e-4, 500).bytesPerDot, 0);
    EXPECT_EQ(planDots(oneWay(1e9, 0), 1e-4, 500).lanes.size(), 1u);
    EXPECT_TRUE(planDots(oneWay(1e9, 0), 0, 500).lanes.empty()) << "the clock stands";
}

TEST(FabricDots, WalkInwardsAtThePace) {
    const FabricDots dots = planDots(oneWay(1e9, 0), 1e-4, 500);
    std::vector<QPointF> before, after;
    placeDots(dots, 1.0, before);
    const double step = 0.1 / dots.pace * 0.05; // seconds in which a dot walks a twentieth of 0.1
    placeDots(dots, 1.0 + step, after);
    ASSERT_GT(before.size(), 3u);
    const auto foremost = [](const std::vector<QPointF>& places) {
        std::vector<double> x;
        for (const QPointF p : places)
            x.push_back(p.x());
        std::sort(x.begin(), x.end());
        return x[x.size() / 2];
    };
    const double spacing = dots.pace / dots.lanes[0].flux;
    const double walked = std::fmod(foremost(before) - foremost(after) + spacing, spacing);
    EXPECT_NEAR(walked, std::fmod(0.005, spacing), 1e-9);
}

TEST(FabricDots, BeforeTheIntervalBeganTheyAreOnTheWayToo) {
    std::vector<QPointF> places;
    placeDots(planDots(oneWay(1e9, 0), 1e-4, 500), -1.3, places);
    EXPECT_GT(places.size(), 3u);
    for (const QPointF place : places) {
        EXPECT_GE(place.x(), 0.4);
        EXPECT_LE(place.x(), 1);
    }
}

TEST(FabricDots, AreAboutAsManyAsAskedAtMost) {
    std::vector<QPointF> places;
    placeDots(planDots(oneWay(1e12, 1e12), 1, 50), 3, places);
    EXPECT_LE(places.size(), 60u);
    EXPECT_GE(places.size(), 5u);
}

} // namespace
} // namespace supernode::test
