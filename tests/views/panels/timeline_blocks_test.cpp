// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/timeline_blocks.h"

#include "views/panels/timeline_track.h"

#include <QTest>

#include <gtest/gtest.h>

namespace supernode {
namespace {

// A wait of 2 us, then ten layers of 4 us, each with two parts of compute side by side and a dispatch; the
// end is at 42 us.
Outcome layers() {
    Outcome o;
    o.end = microseconds(42);
    o.intervals = {{Duration(), o.end, 0, nullptr}};
    const auto add = [&](const char* name, double start, double length, Lane lane, double repeats) {
        Phase phase;
        phase.name = name;
        phase.start = microseconds(start);
        phase.duration = microseconds(length);
        phase.lane = lane;
        phase.repeats = repeats;
        phase.period = microseconds(repeats > 1 ? 4 : length);
        o.phases.push_back(phase);
    };
    add("wait", 0, 2, Lane::Transfer, 1);
    add("attention A", 2, 4, Lane::Compute, 10);
    add("experts B", 3, 2, Lane::Compute, 10);
    add("dispatch B", 2, 1, Lane::Dispatch, 10);
    return o;
}

TimeSpan whole(const Outcome& o) { return {Duration(), o.end}; }

TEST(TimelineBlocks, PhasesThatOverlapStandInRowsOfTheirOwn) {
    const Outcome o = layers();
    const TimelineRows rows(o);
    EXPECT_EQ(rows.rows(), (std::vector<TimelineRow>{
                               {Lane::Compute}, {Lane::Compute}, {Lane::Dispatch}, {Lane::Transfer}}));
    EXPECT_NE(rows.rowOf(1), rows.rowOf(2));
}

TEST(TimelineBlocks, EveryRepeatInViewIsDrawn) {
    // On 4,200 px a layer has 400: one wait and ten of three phases.
    const Outcome o = layers();
    const TimelineRows rows(o);
    const std::vector<TimelineBlock> blocks = blocksIn(o, rows, whole(o), 4200);
    EXPECT_EQ(blocks.size(), 31u);
    // From 21 to 23 us: layer 5 (18 to 22) and layer 6 (22 to 26): their attention, the dispatch of 6, and
    // the experts of neither, which are from 19 to 21 and from 23 to 25, but touch the borders.
    std::size_t attention = 0;
    for (const TimelineBlock& block : blocksIn(o, rows, {microseconds(21.5), microseconds(22.5)}, 400)) {
        EXPECT_EQ(block.times, 1);
        attention += block.phase == 1;
    }
    EXPECT_EQ(attention, 2u);
}

TEST(TimelineBlocks, BlocksOfOneRowNeverOverlap) {
    const Outcome o = layers();
    const TimelineRows rows(o);
    for (const double width : {60.0, 300.0, 4200.0}) {
        const std::vector<TimelineBlock> blocks = blocksIn(o, rows, whole(o), width);
        for (const TimelineBlock& a : blocks)
            for (const TimelineBlock& b : blocks)
                if (&a != &b && a.row == b.row && a.span.from <= b.span.from) {
                    EXPECT_LE(a.span.to.base(), b.span.from.base() + 1e-15) << width;
                }
    }
}

TEST(TimelineBlocks, WhatWouldBeTooNarrowBecomesOneBlock) {
    // On 60 px a layer has 6: each row of layers is one block that stands for ten.
    const Outcome o = layers();
    const std::vector<TimelineBlock> blocks = blocksIn(o, TimelineRows(o), whole(o), 60);
    ASSERT_EQ(blocks.size(), 4u);
    EXPECT_EQ(blocks[1].times, 10);
    EXPECT_NEAR(blocks[1].span.to.base(), 42e-6, 1e-12);
}

TEST(TimelineBlocks, StepsGoFromPhaseToPhase) {
    const Outcome o = layers();
    EXPECT_NEAR(nextPhase(o, Duration()).base(), 2e-6, 1e-12);
    EXPECT_NEAR(nextPhase(o, microseconds(2)).base(), 3e-6, 1e-12);
    EXPECT_NEAR(nextPhase(o, microseconds(3)).base(), 6e-6, 1e-12); // the second layer
    EXPECT_NEAR(nextPhase(o, microseconds(41)).base(), 42e-6, 1e-12);
    EXPECT_NEAR(previousPhase(o, microseconds(6)).base(), 3e-6, 1e-12);
    EXPECT_NEAR(previousPhase(o, o.end).base(), 39e-6, 1e-12); // the experts of the last layer
    EXPECT_EQ(previousPhase(o, microseconds(1)), Duration());
    // There and back again.
    for (const double at : {2.0, 3.0, 6.0, 7.0, 22.0})
        EXPECT_NEAR(nextPhase(o, previousPhase(o, microseconds(at))).base(), at * 1e-6, 1e-12);
}

TEST(TimelineBlocks, ThePhaseThatBeganLastIsNamed) {
    const Outcome o = layers();
    EXPECT_EQ(phaseAt(o, microseconds(1))->name, "wait");
    EXPECT_EQ(phaseAt(o, microseconds(23.5))->name, "experts B");
    EXPECT_EQ(phaseAt(o, microseconds(25.5))->name, "attention A");
}

class TimelineTrackTest : public testing::Test {
protected:
    TimelineTrackTest() {
        track.setOutcome(std::make_shared<const Outcome>(layers()));
        track.resize(600, track.sizeHint().height());
        track.show();
        QObject::connect(&track, &TimelineTrack::loopChosen, [this](std::optional<TimeSpan> l) { loop = l; });
    }
    void wheel(double x, int turns) {
        QWheelEvent event(QPointF(x, 20), track.mapToGlobal(QPointF(x, 20)), {}, QPoint(0, 120 * turns),
                          Qt::NoButton, {}, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&track, &event);
    }
    TimelineTrack track;
    std::optional<TimeSpan> loop;
};

TEST_F(TimelineTrackTest, TheWheelZoomsAtTheCursor) {
    const Duration at = track.timeAt(400);
    wheel(400, 4);
    EXPECT_NEAR(track.view().length() / microseconds(42), std::pow(1.25, -4), 1e-9);
    EXPECT_NEAR(track.timeAt(400).base(), at.base(), 1e-12);
    wheel(400, -30);
    EXPECT_EQ(track.view(), (TimeSpan{Duration(), microseconds(42)}));
    wheel(400, 8);
    QTest::mouseDClick(&track, Qt::LeftButton, {}, QPoint(300, 20));
    EXPECT_EQ(track.view(), (TimeSpan{Duration(), microseconds(42)}));
}

// The blocks are drawn once; the playhead moves over them. Zooming and a loop draw them again.
TEST_F(TimelineTrackTest, ThePlayheadMovesOverTheSamePicture) {
    const QImage before = track.grab().toImage();
    const int painted = track.layersPainted();
    track.setPlayhead(microseconds(20));
    EXPECT_NE(track.grab().toImage(), before);
    track.setPlayhead({});
    EXPECT_EQ(track.grab().toImage(), before);
    EXPECT_EQ(track.layersPainted(), painted);
    wheel(400, 4);
    track.grab();
    EXPECT_EQ(track.layersPainted(), painted + 1);
    track.setLoop(TimeSpan{microseconds(5), microseconds(9)});
    track.grab();
    EXPECT_EQ(track.layersPainted(), painted + 2);
}

TEST_F(TimelineTrackTest, TheViewFollowsThePlayhead) {
    wheel(100, 12);
    track.setPlayhead(microseconds(40));
    EXPECT_LE(track.view().from, microseconds(40));
    EXPECT_GE(track.view().to, microseconds(40));
}

TEST_F(TimelineTrackTest, ADragOverTheAxisIsALoop) {
    const int y = track.axisTop() + 8;
    QTest::mousePress(&track, Qt::LeftButton, {}, QPoint(200, y));
    QTest::mouseMove(&track, QPoint(300, y));
    QTest::mouseRelease(&track, Qt::LeftButton, {}, QPoint(300, y));
    ASSERT_TRUE(loop);
    EXPECT_NEAR(loop->from.base(), track.timeAt(200).base(), 1e-12);
    EXPECT_NEAR(loop->to.base(), track.timeAt(300).base(), 1e-12);
    QTest::mouseClick(&track, Qt::LeftButton, {}, QPoint(250, y));
    EXPECT_FALSE(loop);
}

} // namespace
} // namespace supernode
