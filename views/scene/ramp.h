// SPDX-License-Identifier: GPL-3.0-or-later
// Colours of the hall by meaning: utilization, planes, failure. One table for shaders, legends and labels.
//
// Units: sRGB, 0..1. Thread: pure functions.
// Promise: lightness grows evenly with utilization. [Ramp.LightnessGrowsEvenly]
// Promise: on a light ground it falls evenly. [Ramp.LightnessFallsEvenlyOnALightGround]
#pragma once

#include "views/scene/linear.h"

#include <cstdint>

namespace supernode {

constexpr Vec3 colourOf(std::uint32_t rgb) {
    const auto part = [rgb](int shift) { return static_cast<float>((rgb >> shift) & 255u) / 255.0f; };
    return {part(16), part(8), part(0)};
}

// Utilization 0 to 1 in equal steps; CIE lightness 27 to 87.
constexpr std::array<Vec3, 9> utilizationRamp{colourOf(0x053e81), colourOf(0x04538f), colourOf(0x03699e),
                                              colourOf(0x067fa8), colourOf(0x0397a8), colourOf(0x19b099),
                                              colourOf(0x5ac57d), colourOf(0xacd34d), colourOf(0xf7d942)};
// The same on a light ground, from pale to deep in equal steps; CIE lightness 90 to 24.
constexpr std::array<Vec3, 9> deepeningRamp{colourOf(0xbceddb), colourOf(0x85dace), colourOf(0x3dc7c8),
                                            colourOf(0x01afbf), colourOf(0x0196b1), colourOf(0x087ea0),
                                            colourOf(0x02668f), colourOf(0x02507e), colourOf(0x0c396c)};
constexpr Vec3 failedColour = colourOf(0xd4559b);

// Against a baseline: busier and less busy, for a dark and for a light ground.
struct ChangeHues {
    Vec3 busier, calmer;
    bool operator==(const ChangeHues&) const = default;
};
constexpr ChangeHues glowingHues{colourOf(0xff9d3b), colourOf(0x58a6ff)},
    coveringHues{colourOf(0xc85a00), colourOf(0x1766cc)};
constexpr float fullChange = 0.25f; // of utilization; more looks no stronger
// How strong a change shows, 0..1: the root of it, so that small ones are seen.
float changeStrength(float difference);

// Outside 0..1 it is clamped.
constexpr Vec3 rampAt(float utilization, const std::array<Vec3, 9>& ramp = utilizationRamp) {
    const float place = std::clamp(utilization, 0.0f, 1.0f) * (ramp.size() - 1);
    const auto below = std::min(static_cast<std::size_t>(place), ramp.size() - 2);
    return mix(ramp[below], ramp[below + 1], place - static_cast<float>(below));
}

// One of `planes` colours of the same lightness, round the colour circle.
Vec3 planeColour(std::uint32_t plane, std::uint32_t planes);

// CIE L*, 0..100.
float lightnessOf(Vec3 colour);

} // namespace supernode
