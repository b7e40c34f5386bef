// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene/curve.h"

namespace supernode {

Vec3 Curve::at(float t) const {
    const float s = 1 - t;
    return p0 * (s * s * s) + c0 * (3 * s * s * t) + c1 * (3 * s * t * t) + p1 * (t * t * t);
}

float Curve::parameterAt(float shareOfLength) const {
    const float place = std::clamp(shareOfLength, 0.0f, 1.0f) * (stationCount + 1);
    const auto below = std::min(static_cast<std::size_t>(place), stationCount);
    const float from = below == 0 ? 0 : stations[below - 1];
    const float to = below == stationCount ? 1 : stations[below];
    return std::lerp(from, to, place - static_cast<float>(below));
}

Curve makeCurve(Vec3 p0, Vec3 c0, Vec3 c1, Vec3 p1) {
    constexpr std::size_t steps = 48;
    Curve curve{p0, c0, c1, p1};
    std::array<float, steps + 1> way{};
    for (std::size_t i = 1; i <= steps; ++i) {
        const auto t = static_cast<float>(i) / steps, before = static_cast<float>(i - 1) / steps;
        way[i] = way[i - 1] + length(curve.at(t) - curve.at(before));
    }
    curve.length = way[steps];
    std::size_t step = 1;
    for (std::size_t i = 0; i < Curve::stationCount; ++i) {
        const float wanted = curve.length * static_cast<float>(i + 1) / (Curve::stationCount + 1);
        while (step < steps && way[step] < wanted)
            ++step;
        const float span = way[step] - way[step - 1];
        const float part = span > 0 ? (wanted - way[step - 1]) / span : 0;
        curve.stations[i] = (static_cast<float>(step - 1) + part) / steps;
    }
    return curve;
}

} // namespace supernode
