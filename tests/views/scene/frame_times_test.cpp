// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/frame_times.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

TEST(FrameTimes, WithoutTheFirstLeaveOutWhatWasSlowThen) {
    FrameTimes times;
    times.add(200);
    times.add(90);
    for (int i = 1; i <= 10; ++i)
        times.add(i);
    const FrameTimes rest = times.without(2);
    EXPECT_EQ(rest.frames(), 10u);
    EXPECT_DOUBLE_EQ(rest.percentile99(), 9)
        << "of ten in order, the one at 0.99 x 9, rounded down: the ninth";
    EXPECT_DOUBLE_EQ(rest.median(), 5) << "at 0.5 x 9, rounded down";
    EXPECT_DOUBLE_EQ(times.percentile99(), 90);
}

// 512 are kept: after 600 more the first are forgotten anyway, and those that are asked for go round the
// ring.
TEST(FrameTimes, WithoutTheFirstGoesRoundTheRing) {
    FrameTimes times;
    for (int i = 0; i < 600; ++i)
        times.add(i < 590 ? 3 : 7);
    EXPECT_EQ(times.without(590).frames(), 10u);
    EXPECT_DOUBLE_EQ(times.without(590).median(), 7);
    EXPECT_EQ(times.without(0).frames(), 512u);
    EXPECT_EQ(times.without(600).frames(), 0u);
    EXPECT_DOUBLE_EQ(times.without(600).median(), 0);
}

} // namespace
} // namespace supernode
