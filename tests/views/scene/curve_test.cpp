// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene/curve.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

// Control points at a third and two thirds of a straight line move evenly: the length is the distance.
TEST(Curve, AStraightLineIsAsLongAsItsEndsAreApart) {
    const Curve line = makeCurve({0, 0, 0}, {1, 0, 0}, {2, 0, 0}, {3, 0, 0});
    EXPECT_NEAR(line.length, 3, 1e-4f);
    EXPECT_NEAR(line.parameterAt(0.5f), 0.5f, 1e-3f);
}

// A bow whose parameter runs three times as fast in the middle: nine steps of the way differ by less than 4
// %.
TEST(Curve, StationsDivideItsLengthEvenly) {
    const Curve bow = makeCurve({0, 0, 0}, {0, 2, 0}, {0.3f, 2, 0}, {4, 0, 0});
    for (int i = 0; i < 9; ++i) {
        float way = 0;
        for (int k = 0; k < 50; ++k) {
            const float from = (static_cast<float>(i) + static_cast<float>(k) / 50) / 9;
            const float to = (static_cast<float>(i) + static_cast<float>(k + 1) / 50) / 9;
            way += length(bow.at(bow.parameterAt(to)) - bow.at(bow.parameterAt(from)));
        }
        EXPECT_NEAR(way, bow.length / 9, 0.04f * bow.length / 9);
    }
}

TEST(Curve, StartsAndEndsAtItsEnds) {
    const Curve bow = makeCurve({0, 0, 0}, {0, 2, 0}, {4, 2, 0}, {4, 0, 1});
    EXPECT_EQ(bow.at(bow.parameterAt(0)), bow.p0);
    EXPECT_EQ(bow.at(bow.parameterAt(1)), bow.p1);
}

} // namespace
} // namespace supernode
