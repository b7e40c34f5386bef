// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/timeline_scale.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

std::string text(const QString& s) { return QString(s).replace(QChar(0x2009), ' ').toStdString(); }

Outcome threeIntervals() {
    Outcome outcome;
    for (int i = 0; i < 3; ++i) {
        Interval interval;
        interval.start = microseconds(10 * i);
        interval.end = microseconds(10 * (i + 1));
        outcome.intervals.push_back(interval);
    }
    outcome.end = microseconds(30);
    return outcome;
}

// 1,080 µs on 760 px with at least 88 px: 125 µs would do, the next round step is 200 µs: 0, 200, ... 1000.
TEST(TimelineScale, MarksAreRoundAndKeepTheirDistance) {
    const std::vector<TimeMark> marks = timeMarks(microseconds(1080), 760, 88);
    ASSERT_EQ(marks.size(), 6u);
    EXPECT_EQ(text(marks[0].text), "0 ms");
    EXPECT_EQ(text(marks[1].text), "0.2 ms");
    EXPECT_EQ(text(marks[5].text), "1 ms");
    for (double width : {100.0, 333.0, 1200.0}) {
        const std::vector<TimeMark> any = timeMarks(microseconds(745), width, 88);
        for (std::size_t i = 1; i < any.size(); ++i)
            EXPECT_GE((any[i].at - any[i - 1].at) / microseconds(745) * width, 88 - 1e-6);
    }
}

TEST(TimelineScale, OneRoundOfRepeatedWorkCanBeFollowed) {
    // 59 layers of 1 ms: two and a half of them, 2.5 ms, take the ten seconds, not the 60 ms of all.
    Outcome outcome;
    outcome.end = microseconds(60'000);
    EXPECT_EQ(worthWatching(outcome), microseconds(60'000));
    Phase layer;
    layer.repeats = 59;
    layer.period = microseconds(1000);
    outcome.phases.push_back(layer);
    EXPECT_EQ(worthWatching(outcome), microseconds(2500));
}

TEST(TimelineScale, ABusyMomentIsTheMiddleOfTheNextIntervalThatSends) {
    Outcome outcome = threeIntervals();
    const auto loads = [](double delivered) {
        return std::make_shared<const ChannelLoads>(std::vector<float>(), std::vector<float>(), delivered);
    };
    const LoadsPtr idle = loads(0), busy = loads(1);
    for (Interval& interval : outcome.intervals)
        interval.loads = idle;
    EXPECT_EQ(busyFrom(outcome, microseconds(4)), microseconds(4)); // nothing is sent at all
    outcome.intervals[1].loads = busy;                              // 10 to 20 us
    EXPECT_EQ(busyFrom(outcome, microseconds(4)), microseconds(15));
    EXPECT_EQ(busyFrom(outcome, microseconds(18)), microseconds(18));
    EXPECT_EQ(busyFrom(outcome, microseconds(25)), microseconds(25));
}

TEST(TimelineScale, NoTimeHasNoMarks) {
    EXPECT_TRUE(timeMarks(Duration(), 500, 88).empty());
    EXPECT_TRUE(timeMarks(microseconds(5), 0, 88).empty());
}

TEST(TimelineScale, StepsGoFromBoundaryToBoundary) {
    const Outcome outcome = threeIntervals();
    EXPECT_EQ(nextBoundary(outcome, Duration()), microseconds(10));
    EXPECT_EQ(nextBoundary(outcome, microseconds(10)), microseconds(20));
    EXPECT_EQ(nextBoundary(outcome, microseconds(25)), microseconds(30));
    EXPECT_EQ(nextBoundary(outcome, microseconds(30)), microseconds(30));
    EXPECT_EQ(previousBoundary(outcome, microseconds(25)), microseconds(20));
    EXPECT_EQ(previousBoundary(outcome, microseconds(20)), microseconds(10));
    EXPECT_EQ(previousBoundary(outcome, Duration()), Duration());
}

TEST(TimelineScale, ScalesGoOneTwoFive) {
    Duration scale = microseconds(1);
    for (const double expected : {2.0, 5.0, 10.0, 20.0}) {
        scale = fasterScale(scale);
        EXPECT_NEAR(scale / microseconds(1), expected, 1e-9);
    }
    for (const double expected : {10.0, 5.0, 2.0, 1.0, 0.5}) {
        scale = slowerScale(scale);
        EXPECT_NEAR(scale / microseconds(1), expected, 1e-9);
    }
}

// 745 µs in about ten seconds: 74.5 µs a second, rounded up to 100.
TEST(TimelineScale, TheFirstScaleShowsAllInAboutTenSeconds) {
    EXPECT_NEAR(scaleFor(microseconds(745)) / microseconds(1), 100, 1e-9);
    EXPECT_GT(scaleFor(Duration()).base(), 0);
}

TEST(TimelineScale, TheScaleIsWrittenOut) {
    EXPECT_EQ(text(scaleSentence(microseconds(50))), "1 s here = 50 µs there");
    EXPECT_EQ(text(scaleSentence(microseconds(2000))), "1 s here = 2 ms there");
}

} // namespace
} // namespace supernode
