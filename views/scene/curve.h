// SPDX-License-Identifier: GPL-3.0-or-later
// A cubic Bezier curve that knows its length, so that dots can travel on it at an even pace.
//
// Units: metres.
// Promise: equal steps of the way are equally long. [Curve.StationsDivideItsLengthEvenly]
#pragma once

#include "views/scene/linear.h"

namespace supernode {

struct Curve {
    static constexpr std::size_t stationCount = 8;

    Vec3 p0, c0, c1, p1;
    float length = 0;
    // Parameter at 1/9, 2/9, ... 8/9 of the length; between them it is taken as linear.
    std::array<float, stationCount> stations{};

    Vec3 at(float parameter) const;
    float parameterAt(float shareOfLength) const;
};

Curve makeCurve(Vec3 p0, Vec3 c0, Vec3 c1, Vec3 p1);

} // namespace supernode
