// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/pareto.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

using Better = Metric::Better;

// Every pair of points, by the definition.
std::vector<bool> frontByDefinition(const std::vector<ScoredPoint>& points, Better first, Better second) {
    const auto gain = [](double a, double b, Better better) {
        return better == Better::Higher ? a - b : b - a;
    };
    std::vector<bool> front;
    for (const ScoredPoint& point : points) {
        bool beaten = !point;
        for (const ScoredPoint& other : points) {
            if (!point || !other)
                continue;
            const double x = gain(other->first, point->first, first),
                         y = gain(other->second, point->second, second);
            beaten |= x >= 0 && y >= 0 && (x > 0 || y > 0);
        }
        front.push_back(!beaten);
    }
    return front;
}

// Small whole numbers, so that ties and equal points are common; every seventh has no numbers.
TEST(Pareto, TheFrontIsWhatNothingBeats) {
    std::uint64_t state = 7;
    const auto draw = [&] { return static_cast<double>((state = state * 6364136223846793005u + 1) >> 60); };
    for (int round = 0; round < 200; ++round) {
        std::vector<ScoredPoint> points;
        for (int i = 0; i < 40; ++i)
            points.push_back(i % 7 == 3 ? ScoredPoint() : ScoredPoint(std::pair(draw(), draw())));
        for (const Better x : {Better::Higher, Better::Lower})
            for (const Better y : {Better::Higher, Better::Lower})
                EXPECT_EQ(paretoFront(points, x, y), frontByDefinition(points, x, y)) << "round " << round;
    }
}

TEST(Pareto, ThereIsNoneWhereNothingIsBetter) {
    EXPECT_EQ(paretoFront({std::pair(1.0, 2.0)}, Better::Neither, Better::Higher), std::vector<bool>{false});
    EXPECT_TRUE(paretoFront({}, Better::Lower, Better::Lower).empty());
}

} // namespace
} // namespace supernode
