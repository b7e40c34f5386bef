// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/number_format.h"

#include <QCoreApplication>

#include <array>
#include <cmath>
#include <limits>

namespace supernode {
namespace {

constexpr QChar thinSpace(0x2009);

// 10 to the power of the leading digit, after rounding to `digits`: 999.6 with three digits leads with 1000.
int exponentOf(double value, int digits) {
    const double magnitude = std::abs(value);
    const int first = static_cast<int>(std::floor(std::log10(magnitude)));
    const double step = std::pow(10.0, first - digits + 1);
    const double rounded = std::round(magnitude / step) * step;
    return static_cast<int>(std::floor(std::log10(rounded) + 1e-9));
}

QString significant(double value, int digits, const QLocale& locale) {
    if (!std::isfinite(value))
        return QStringLiteral("–");
    if (value == 0 || std::abs(value) < 1e-12)
        return locale.toString(0);
    const int decimals = digits - 1 - exponentOf(value, digits);
    if (decimals >= 0)
        return locale.toString(value, 'f', decimals);
    const double step = std::pow(10.0, -decimals);
    return locale.toString(std::round(value / step) * step, 'f', 0);
}

QString withoutTrailingZeros(QString text, const QLocale& locale) {
    const QString point = locale.decimalPoint();
    if (!text.contains(point))
        return text;
    while (text.endsWith(locale.zeroDigit()))
        text.chop(1);
    if (text.endsWith(point))
        text.chop(static_cast<int>(point.size()));
    return text;
}

struct Prefixed {
    double scale;
    const char* unit;
};

// The largest unit in which the value is at least one; the last where none is.
template <std::size_t N>
QString inBest(double base, const std::array<Prefixed, N>& units, const QLocale& locale) {
    for (const auto& [scale, unit] : units)
        if (std::abs(base) >= scale * 0.9999995)
            return withUnit(exact(base / scale, locale), QString::fromUtf8(unit));
    return withUnit(exact(base / units.back().scale, locale), QString::fromUtf8(units.back().unit));
}

} // namespace

QString modelled(double value, const QLocale& locale) { return significant(value, 3, locale); }

QString exact(double value, const QLocale& locale) {
    return withoutTrailingZeros(significant(value, 6, locale), locale);
}

QString shownUnit(const QString& unit) { return unit == "us" ? QStringLiteral("µs") : unit; }

QString withUnit(const QString& number, const QString& unit) {
    return unit.isEmpty() ? number : number + thinSpace + shownUnit(unit);
}

QString signedChange(double change, const QString& unit, const QLocale& locale) {
    const QString digits =
        withoutTrailingZeros(significant(change, std::abs(change) < 9.95 ? 2 : 3, locale), locale);
    return withUnit(change > 1e-12 ? locale.positiveSign() + digits : digits, unit);
}

TimeUnit timeUnitFor(Duration longest) {
    const double s = longest.base();
    if (s >= 1)
        return TimeUnit::Seconds;
    if (s >= 1e-3)
        return TimeUnit::Milliseconds;
    return s >= 1e-6 || s <= 0 ? TimeUnit::Microseconds : TimeUnit::Nanoseconds;
}

double inUnit(Duration time, TimeUnit unit) {
    constexpr std::array<double, 4> perSecond{1e9, 1e6, 1e3, 1};
    return time.base() * perSecond[static_cast<std::size_t>(unit)];
}

QString symbol(TimeUnit unit) {
    constexpr std::array<const char*, 4> symbols{"ns", "µs", "ms", "s"};
    return QString::fromUtf8(symbols[static_cast<std::size_t>(unit)]);
}

QString modelledTime(Duration time, const QLocale& locale) {
    const TimeUnit unit = timeUnitFor(time);
    return withUnit(modelled(inUnit(time, unit), locale), symbol(unit));
}

double secondsIn(const QString& unit) {
    if (unit == "s")
        return 1;
    if (unit == "ms")
        return 1e-3;
    if (unit == "us" || unit == "µs")
        return 1e-6;
    return unit == "ns" ? 1e-9 : 0;
}

QString byteSize(Bytes size, const QLocale& locale) {
    constexpr std::array<Prefixed, 4> units{
        {{1099511627776.0, "TiB"}, {1073741824.0, "GiB"}, {1048576.0, "MiB"}, {1024.0, "KiB"}}};
    if (size.base() >= 1024)
        return inBest(size.base(), units, locale);
    return QCoreApplication::translate("NumberFormat", "%1 bytes").arg(exact(size.base(), locale));
}

QString percent(double share, const QLocale& locale) {
    return withUnit(modelled(share * 100, locale), QStringLiteral("%"));
}

QString factText(Bytes value, const QLocale& locale) {
    return inBest(value.base(),
                  std::array<Prefixed, 4>{{{1e12, "TB"}, {1e9, "GB"}, {1e6, "MB"}, {1e3, "kB"}}}, locale);
}

QString factText(Bandwidth value, const QLocale& locale) {
    return inBest(value.base(), std::array<Prefixed, 2>{{{1e12, "TB/s"}, {1e9, "GB/s"}}}, locale);
}

QString factText(ComputeRate value, const QLocale& locale) {
    return inBest(value.base(), std::array<Prefixed, 2>{{{1e15, "PFLOPS"}, {1e12, "TFLOPS"}}}, locale);
}

QString factText(Power value, const QLocale& locale) {
    return inBest(value.base(), std::array<Prefixed, 2>{{{1e3, "kW"}, {1, "W"}}}, locale);
}

QString factText(Duration value, const QLocale& locale) {
    return inBest(value.base(), std::array<Prefixed, 4>{{{1, "s"}, {1e-3, "ms"}, {1e-6, "µs"}, {1e-9, "ns"}}},
                  locale);
}

QString factText(Length value, const QLocale& locale) {
    return inBest(value.base(), std::array<Prefixed, 2>{{{1, "m"}, {1e-3, "mm"}}}, locale);
}

QString factText(Ratio value, const QLocale& locale) {
    return withUnit(exact(value.base() * 100, locale), QStringLiteral("%"));
}

QString factText(Money value, const QLocale& locale) {
    return inBest(value.base(), std::array<Prefixed, 2>{{{1e6, "M USD"}, {1, "USD"}}}, locale);
}

QString factText(int value, const QLocale& locale) { return locale.toString(value); }

QString modelledRate(Bandwidth value, const QLocale& locale) {
    for (const auto& [unit, size] : {std::pair("TB/s", 1e13), {"GB/s", 1e8}, {"MB/s", 1e5}})
        if (value.base() >= size)
            return withUnit(modelled(value.base() / (size >= 1e13 ? 1e12 : size * 10), locale), unit);
    return withUnit(modelled(value.base() / 1e3, locale), "kB/s");
}

QString modelledBytes(Bytes value, const QLocale& locale) {
    for (const auto& [unit, size] : {std::pair("TB", 1e12), {"GB", 1e9}, {"MB", 1e6}, {"kB", 1e3}})
        if (value.base() >= size)
            return withUnit(modelled(value.base() / size, locale), unit);
    return withUnit(modelled(value.base(), locale), "B");
}

QString modelledRateOf(Bandwidth value, Bandwidth scaleOf, const QLocale& locale) {
    const bool tera = scaleOf.base() >= 1e13;
    return modelled(value.base() / (tera ? 1e12 : 1e9), locale);
}

} // namespace supernode
