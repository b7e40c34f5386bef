// SPDX-License-Identifier: GPL-3.0-or-later
// Physical quantities as types, so that bytes cannot be added to seconds.
//
// Units: a Quantity holds the SI base value (bytes, seconds, bytes per second, ...). Prefixes live in the
// names of the factories: gigabytesPerSecond(28) is 28e9 B/s, GB is 10^9 bytes, MiB is 2^20 bytes.
// Thread: plain values, copy them anywhere.
#pragma once

#include <compare>

namespace supernode {

template <class Tag>
class Quantity {
public:
    constexpr Quantity() = default;
    static constexpr Quantity fromBase(double base) { return Quantity(base); }
    constexpr double base() const { return m_base; }

    constexpr auto operator<=>(const Quantity&) const = default;
    constexpr Quantity operator+(Quantity o) const { return Quantity(m_base + o.m_base); }
    constexpr Quantity operator-(Quantity o) const { return Quantity(m_base - o.m_base); }
    constexpr Quantity operator*(double k) const { return Quantity(m_base * k); }
    constexpr Quantity operator/(double k) const { return Quantity(m_base / k); }
    constexpr double operator/(Quantity o) const { return m_base / o.m_base; }
    constexpr Quantity& operator+=(Quantity o) {
        m_base += o.m_base;
        return *this;
    }

private:
    constexpr explicit Quantity(double base) : m_base(base) {}
    double m_base = 0;
};

template <class Tag>
constexpr Quantity<Tag> operator*(double k, Quantity<Tag> q) {
    return q * k;
}

using Bytes = Quantity<struct BytesTag>;             // bytes
using Duration = Quantity<struct DurationTag>;       // seconds
using Bandwidth = Quantity<struct BandwidthTag>;     // bytes per second, one direction
using ComputeRate = Quantity<struct ComputeRateTag>; // operations per second, dense
using Power = Quantity<struct PowerTag>;             // watts
using Length = Quantity<struct LengthTag>;           // metres
using Money = Quantity<struct MoneyTag>;             // US dollars
using Ratio = Quantity<struct RatioTag>;             // one per one

constexpr Bytes bytes(double v) { return Bytes::fromBase(v); }
constexpr Bytes mebibytes(double v) { return Bytes::fromBase(v * 1048576.0); }
constexpr Bytes gigabytes(double v) { return Bytes::fromBase(v * 1e9); }
constexpr Duration seconds(double v) { return Duration::fromBase(v); }
constexpr Duration microseconds(double v) { return Duration::fromBase(v * 1e-6); }
constexpr Bandwidth bytesPerSecond(double v) { return Bandwidth::fromBase(v); }
constexpr Bandwidth gigabytesPerSecond(double v) { return Bandwidth::fromBase(v * 1e9); }
constexpr Bandwidth gigabitsPerSecond(double v) { return Bandwidth::fromBase(v * 1e9 / 8.0); }
constexpr ComputeRate teraflops(double v) { return ComputeRate::fromBase(v * 1e12); }
constexpr Power kilowatts(double v) { return Power::fromBase(v * 1e3); }
constexpr Length metres(double v) { return Length::fromBase(v); }
constexpr Length millimetres(double v) { return Length::fromBase(v * 1e-3); }
constexpr Ratio ratio(double v) { return Ratio::fromBase(v); }

constexpr Bytes operator*(Bandwidth rate, Duration time) { return bytes(rate.base() * time.base()); }
constexpr Duration operator/(Bytes amount, Bandwidth rate) { return seconds(amount.base() / rate.base()); }
constexpr Bandwidth operator/(Bytes amount, Duration time) {
    return bytesPerSecond(amount.base() / time.base());
}

} // namespace supernode
