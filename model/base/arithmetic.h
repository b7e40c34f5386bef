// SPDX-License-Identifier: GPL-3.0-or-later
// Arithmetic that every room needs and the standard library has not.
#pragma once

#include <limits>

namespace supernode {

inline constexpr double infinity = std::numeric_limits<double>::infinity();

// Whole groups of b that hold a things; a >= 0, b > 0.
constexpr int ceilDiv(int a, int b) { return (a + b - 1) / b; }

} // namespace supernode
