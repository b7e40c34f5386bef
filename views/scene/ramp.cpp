// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene/ramp.h"

namespace supernode {
namespace {

float decoded(float c) { return c <= 0.04045f ? c / 12.92f : std::pow((c + 0.055f) / 1.055f, 2.4f); }

float encoded(float c) {
    const float e = c <= 0.0031308f ? 12.92f * c : 1.055f * std::pow(c, 1 / 2.4f) - 0.055f;
    return std::clamp(e, 0.0f, 1.0f);
}

float cubeOf(float t) { return t > 6.0f / 29 ? t * t * t : 3 * (6.0f / 29) * (6.0f / 29) * (t - 4.0f / 29); }

// CIE L*a*b* under D65 to sRGB.
Vec3 fromLab(float lightness, float a, float b) {
    const float fy = (lightness + 16) / 116;
    const float x = 0.95047f * cubeOf(fy + a / 500), y = cubeOf(fy), z = 1.08883f * cubeOf(fy - b / 200);
    return {encoded(3.2406f * x - 1.5372f * y - 0.4986f * z),
            encoded(-0.9689f * x + 1.8758f * y + 0.0415f * z),
            encoded(0.0557f * x - 0.2040f * y + 1.0570f * z)};
}

} // namespace

Vec3 planeColour(std::uint32_t plane, std::uint32_t planes) {
    // From orange over green and blue to violet; magenta is the colour of failure.
    constexpr float lightness = 72, chroma = 46, first = 0.80f, last = 5.15f;
    const float step = planes > 1 ? (last - first) / static_cast<float>(planes - 1) : 0;
    const float hue = first + step * static_cast<float>(plane);
    return fromLab(lightness, chroma * std::cos(hue), chroma * std::sin(hue));
}

float changeStrength(float difference) {
    return std::sqrt(std::min(1.0f, std::abs(difference) / fullChange));
}

float lightnessOf(Vec3 colour) {
    const float y = 0.2126f * decoded(colour.x) + 0.7152f * decoded(colour.y) + 0.0722f * decoded(colour.z);
    return y > 216.0f / 24389 ? 116 * std::cbrt(y) - 16 : y * 24389.0f / 27;
}

} // namespace supernode
