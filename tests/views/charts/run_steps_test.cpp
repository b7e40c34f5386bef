// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/run_steps.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace supernode {
namespace {

// `count` intervals of a microsecond each.
Outcome intervals(std::size_t count) {
    Outcome outcome;
    for (std::size_t i = 0; i < count; ++i) {
        Interval interval;
        interval.start = microseconds(static_cast<double>(i));
        interval.end = microseconds(static_cast<double>(i) + 1);
        outcome.intervals.push_back(interval);
    }
    outcome.end = outcome.intervals.back().end;
    return outcome;
}

TEST(RunSteps, EachIntervalIsALevelLine) {
    const std::vector<float> values{1, 3, 2};
    QList<QPointF> points;
    stepsOf(intervals(3), values, {Duration(), microseconds(3)}, 300, points);
    const QList<QPointF> expected{{0, 1}, {1e-6, 1}, {1e-6, 3}, {2e-6, 3}, {2e-6, 2}, {3e-6, 2}};
    ASSERT_EQ(points.size(), expected.size());
    for (qsizetype i = 0; i < points.size(); ++i) {
        EXPECT_NEAR(points[i].x(), expected[i].x(), 1e-15);
        EXPECT_EQ(points[i].y(), expected[i].y());
    }
}

TEST(RunSteps, OnlyWhatIsInViewIsDrawn) {
    QList<QPointF> points;
    stepsOf(intervals(3), std::vector<float>{1, 3, 2}, {microseconds(1.5), microseconds(1.75)}, 300, points);
    ASSERT_EQ(points.size(), 2);
    EXPECT_NEAR(points[0].x(), 1.5e-6, 1e-15);
    EXPECT_NEAR(points[1].x(), 1.75e-6, 1e-15);
}

TEST(RunSteps, NoPeakIsLostHoweverFarAway) {
    // 10,000 intervals on 100 pixels, one of them high: some 2 points a pixel, and the peak among them.
    std::vector<float> values(10'000, 1);
    values[7'777] = 50;
    QList<QPointF> points;
    const Outcome outcome = intervals(values.size());
    stepsOf(outcome, values, {Duration(), outcome.end}, 100, points);
    EXPECT_LE(points.size(), 202);
    EXPECT_GE(points.size(), 198);
    EXPECT_TRUE(std::any_of(points.begin(), points.end(), [](QPointF p) { return p.y() == 50; }));
    EXPECT_TRUE(
        std::is_sorted(points.begin(), points.end(), [](QPointF a, QPointF b) { return a.x() < b.x(); }));
}

TEST(RunSteps, TheValueIsThatOfTheInterval) {
    const Outcome outcome = intervals(3);
    const std::vector<float> values{1, 3, 2};
    EXPECT_EQ(valueAt(outcome, values, microseconds(1.5)), 3);
    EXPECT_EQ(valueAt(outcome, values, microseconds(99)), 2);
}

} // namespace
} // namespace supernode
