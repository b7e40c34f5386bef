// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/playhead.h"

#include <QSignalSpy>
#include <gtest/gtest.h>

namespace supernode::test {
namespace {

TEST(Playhead, ARunLastsAboutTenSeconds) {
    // 342 us / 10 = 34.2 us, the next of 1-2-5 is 50 us.
    Playhead p;
    p.setEnd(microseconds(342));
    EXPECT_NEAR(p.scale().base(), 50e-6, 1e-15);
}

TEST(Playhead, ASecondOfPlayingIsTheScale) {
    Playhead p;
    p.setEnd(microseconds(342));
    p.advance(1);
    EXPECT_NEAR(p.time().base(), 50e-6, 1e-15);
    p.advance(0.5);
    EXPECT_NEAR(p.time().base(), 75e-6, 1e-15);
}

TEST(Playhead, PlayingStaysInTheLoop) {
    // A loop from 100 to 200 us at 50 us a second: it begins at its start, and after three seconds is at 250,
    // which is 150 again.
    Playhead p;
    p.setEnd(microseconds(342));
    p.setLoop(TimeSpan{microseconds(100), microseconds(200)});
    EXPECT_NEAR(p.time().base(), 100e-6, 1e-15);
    p.advance(3);
    EXPECT_NEAR(p.time().base(), 150e-6, 1e-15);
    p.setLoop(std::nullopt);
    p.advance(2);
    EXPECT_NEAR(p.time().base(), 250e-6, 1e-15);
}

TEST(Playhead, TheScaleStaysWhereARunCanBeSeen) {
    // At most the run in half a second, at least in five minutes.
    Playhead p;
    p.setEnd(microseconds(300));
    p.setScale(seconds(2));
    EXPECT_NEAR(p.scale().base(), 600e-6, 1e-12);
    p.setScale(Duration::fromBase(1e-15));
    EXPECT_NEAR(p.scale().base(), 1e-6, 1e-15);
}

TEST(Playhead, StartsAgainAtTheEnd) {
    Playhead p;
    p.setEnd(microseconds(100));
    p.setScale(microseconds(10));
    p.advance(10.5); // 105 us of 100
    EXPECT_NEAR(p.time().base(), 5e-6, 1e-15);
}

TEST(Playhead, ScrubbingIsClamped) {
    Playhead p;
    p.setEnd(microseconds(100));
    p.setTime(microseconds(500));
    EXPECT_EQ(p.time(), p.end());
    p.setTime(microseconds(-5));
    EXPECT_EQ(p.time().base(), 0);
}

// 90 of 100 us are 45 of 50: at the end of the shorter run, where the clock would be clamped to, nothing
// moves.
TEST(Playhead, AnotherLengthKeepsTheShareThatHasPassed) {
    Playhead p;
    p.setEnd(microseconds(100));
    p.setTime(microseconds(90));
    QSignalSpy moved(&p, &Playhead::moved);
    p.setEnd(microseconds(50));
    EXPECT_NEAR(p.time().base(), 45e-6, 1e-15);
    EXPECT_EQ(moved.count(), 1);
    p.setEnd(microseconds(50));
    EXPECT_NEAR(p.time().base(), 45e-6, 1e-15);
}

TEST(Playhead, NothingMovesWhenNothingTakesTime) {
    Playhead p;
    p.setEnd({});
    p.advance(1);
    EXPECT_EQ(p.time().base(), 0);
}

} // namespace
} // namespace supernode::test
