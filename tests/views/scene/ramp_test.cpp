// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene/ramp.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

// CIE lightness from 27 to 87 in eight steps: 7.5 each; colours of eight bits are within one.
TEST(Ramp, LightnessGrowsEvenly) {
    for (std::size_t i = 1; i < utilizationRamp.size(); ++i)
        EXPECT_NEAR(lightnessOf(utilizationRamp[i]) - lightnessOf(utilizationRamp[i - 1]), 7.5f, 1.0f) << i;
}

// CIE lightness from 90 to 24 in eight steps: 8.25 each.
TEST(Ramp, LightnessFallsEvenlyOnALightGround) {
    for (std::size_t i = 1; i < deepeningRamp.size(); ++i)
        EXPECT_NEAR(lightnessOf(deepeningRamp[i - 1]) - lightnessOf(deepeningRamp[i]), 8.25f, 1.0f) << i;
    EXPECT_EQ(rampAt(1, deepeningRamp), deepeningRamp.back());
    EXPECT_LT(lightnessOf(deepeningRamp.front()), 92) << "told apart from white, which is nothing";
}

TEST(Ramp, EndsAreTheFirstAndTheLastColourAndOutsideIsClamped) {
    EXPECT_EQ(rampAt(0), utilizationRamp.front());
    EXPECT_EQ(rampAt(1), utilizationRamp.back());
    EXPECT_EQ(rampAt(7), utilizationRamp.back());
    EXPECT_EQ(rampAt(-1), utilizationRamp.front());
}

// Chroma 44 and neighbours 360/7 degrees apart: far over 20 in L*a*b*, here at least 0.15 in sRGB.
TEST(Ramp, SevenPlanesHaveSevenColoursOfOneLightness) {
    for (std::uint32_t a = 0; a < 7; ++a) {
        EXPECT_NEAR(lightnessOf(planeColour(a, 7)), 72, 2);
        for (std::uint32_t b = 0; b < a; ++b)
            EXPECT_GT(length(planeColour(a, 7) - planeColour(b, 7)), 0.15f) << a << ' ' << b;
    }
}

// A quarter of the rate is as strong as it gets, a sixteenth of that a quarter as strong; both hues are as
// light as each other, and far from each other and from failure.
TEST(Ramp, AChangeShowsBothWaysAlike) {
    EXPECT_FLOAT_EQ(changeStrength(0.25f), 1);
    EXPECT_FLOAT_EQ(changeStrength(-0.9f), 1);
    EXPECT_FLOAT_EQ(changeStrength(-0.25f / 16), 0.25f);
    EXPECT_EQ(changeStrength(0), 0);
    for (const ChangeHues& hues : {glowingHues, coveringHues}) {
        EXPECT_NEAR(lightnessOf(hues.busier), lightnessOf(hues.calmer), 9);
        EXPECT_GT(length(hues.busier - hues.calmer), 0.6f);
        EXPECT_GT(length(hues.busier - failedColour), 0.3f);
        EXPECT_GT(length(hues.calmer - failedColour), 0.3f);
    }
}

TEST(Ramp, FailedIsNoColourOfTheRamp) {
    for (int i = 0; i <= 100; ++i)
        for (const auto& ramp : {utilizationRamp, deepeningRamp})
            EXPECT_GT(length(rampAt(static_cast<float>(i) / 100, ramp) - failedColour), 0.3f);
}

} // namespace
} // namespace supernode
