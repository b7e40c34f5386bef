// SPDX-License-Identifier: GPL-3.0-or-later
// The few vectors and matrices that the hall needs.
//
// Frame: metres, right-handed, as fabric.h. Matrices are column-major, as OpenGL reads them.
#pragma once

#include "model/fabric/fabric.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace supernode {

struct Vec4 {
    float x = 0, y = 0, z = 0, w = 0;
};

constexpr Vec3 operator+(Vec3 a, Vec3 b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
constexpr Vec3 operator-(Vec3 a, Vec3 b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }
constexpr Vec3 operator*(Vec3 a, float k) { return {a.x * k, a.y * k, a.z * k}; }
constexpr float dot(Vec3 a, Vec3 b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
constexpr Vec3 cross(Vec3 a, Vec3 b) {
    return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
inline float length(Vec3 a) { return std::sqrt(dot(a, a)); }
// The zero vector stays what it is.
inline Vec3 normalized(Vec3 a) {
    const float l = length(a);
    return l > 0 ? a * (1 / l) : a;
}
constexpr Vec3 mix(Vec3 a, Vec3 b, float t) { return a + (b - a) * t; }

struct Mat4 {
    std::array<float, 16> m{};

    constexpr float& at(int row, int column) { return m[static_cast<std::size_t>(column * 4 + row)]; }
    constexpr float at(int row, int column) const { return m[static_cast<std::size_t>(column * 4 + row)]; }
};

constexpr Mat4 operator*(const Mat4& a, const Mat4& b) {
    Mat4 product;
    for (int r = 0; r < 4; ++r)
        for (int c = 0; c < 4; ++c)
            for (int k = 0; k < 4; ++k)
                product.at(r, c) += a.at(r, k) * b.at(k, c);
    return product;
}
constexpr Vec4 operator*(const Mat4& a, Vec4 v) {
    const auto row = [&](int r) {
        return a.at(r, 0) * v.x + a.at(r, 1) * v.y + a.at(r, 2) * v.z + a.at(r, 3) * v.w;
    };
    return {row(0), row(1), row(2), row(3)};
}
constexpr Mat4 scaling(float x, float y, float z) {
    Mat4 s;
    s.at(0, 0) = x;
    s.at(1, 1) = y;
    s.at(2, 2) = z;
    s.at(3, 3) = 1;
    return s;
}

inline std::array<Vec3, 8> corners(const Box3& box) {
    std::array<Vec3, 8> all;
    for (std::size_t i = 0; i < 8; ++i)
        all[i] = box.centre + Vec3{i & 1 ? box.half.x : -box.half.x, i & 2 ? box.half.y : -box.half.y,
                                   i & 4 ? box.half.z : -box.half.z};
    return all;
}

// The smallest box around two.
inline Box3 united(const Box3& a, const Box3& b) {
    const auto low = [](float c, float h, float d, float k) { return std::min(c - h, d - k); };
    const auto high = [](float c, float h, float d, float k) { return std::max(c + h, d + k); };
    const Vec3 from{low(a.centre.x, a.half.x, b.centre.x, b.half.x),
                    low(a.centre.y, a.half.y, b.centre.y, b.half.y),
                    low(a.centre.z, a.half.z, b.centre.z, b.half.z)};
    const Vec3 to{high(a.centre.x, a.half.x, b.centre.x, b.half.x),
                  high(a.centre.y, a.half.y, b.centre.y, b.half.y),
                  high(a.centre.z, a.half.z, b.centre.z, b.half.z)};
    return {mix(from, to, 0.5f), (to - from) * 0.5f};
}

} // namespace supernode
