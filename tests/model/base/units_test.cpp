// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/units.h"

#include <gtest/gtest.h>

#include <type_traits>

namespace supernode {
namespace {

template <class A, class B>
concept Addable = requires(A a, B b) {
    a + b;
};

// What must not compile.
static_assert(!Addable<Bytes, Duration>);
static_assert(!Addable<Bandwidth, Bytes>);
static_assert(!std::is_convertible_v<double, Bandwidth>);
static_assert(std::is_same_v<decltype(Bytes() / Bandwidth()), Duration>);

TEST(Units, BytesOverBandwidthIsTime) {
    // 196 GB at 196 GB/s take one second.
    EXPECT_DOUBLE_EQ((gigabytes(196) / gigabytesPerSecond(196)).base(), 1);
}

TEST(Units, GigabitsAreAnEighthOfGigabytes) {
    // 224 Gbit/s / 8 = 28 GB/s.
    EXPECT_DOUBLE_EQ(gigabitsPerSecond(224).base(), gigabytesPerSecond(28).base());
}

TEST(Units, MebibytesAreBinaryAndGigabytesDecimal) {
    EXPECT_DOUBLE_EQ(mebibytes(1).base(), 1048576);
    EXPECT_DOUBLE_EQ(gigabytes(1).base(), 1e9);
}

} // namespace
} // namespace supernode
