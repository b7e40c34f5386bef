// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chart_axis.h"

#include "views/theme/number_format.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace supernode {
namespace {

constexpr double mebibyte = 1048576, hair = 1e-9;

// 1, 2 or 5 times a power of ten; of bytes a power of two.
double stepFor(const CurveAxis& axis, double length, int most) {
    const double least = length / most;
    if (axis.unit == "MiB")
        return std::exp2(std::ceil(std::log2(least)));
    const double decade = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * decade >= least * (1 - hair))
            return factor * decade;
    return 10 * decade;
}

std::vector<double> multiples(double step, AxisSpan span) {
    std::vector<double> ticks;
    for (double i = std::ceil(span.low / step - hair); i * step <= span.high * (1 + hair); ++i)
        ticks.push_back(i * step);
    return ticks;
}

// Powers of the base, every so many of them.
std::vector<double> powers(int base, AxisSpan span, int most) {
    const int first = static_cast<int>(std::ceil(std::log(span.low) / std::log(base) - hair)),
              last = static_cast<int>(std::floor(std::log(span.high) / std::log(base) + hair));
    int step = 1;
    while ((last - first) / step + 1 > most)
        step *= 2;
    std::vector<double> ticks;
    for (int i = first; i <= last; i += step)
        ticks.push_back(std::pow(base, i));
    return ticks;
}

std::vector<double> withinDecades(AxisSpan span) {
    std::vector<double> ticks;
    for (double decade = std::pow(10.0, std::floor(std::log10(span.low))); decade <= span.high; decade *= 10)
        for (const double factor : {1.0, 2.0, 5.0})
            if (factor * decade >= span.low && factor * decade <= span.high)
                ticks.push_back(factor * decade);
    return ticks;
}

} // namespace

AxisSpan spanOf(const CurveAxis& axis, double least, double most) {
    if (axis.scale == AxisScale::Linear) {
        const double high = most > 0 ? most : 1;
        return {0, high * (1 + axis.padding)};
    }
    if (most <= least)
        return {least / 2, least * 2};
    const double air = std::pow(most / least, axis.padding);
    return {least / air, most * air};
}

std::vector<double> ticksOf(const CurveAxis& axis, AxisSpan span, int most) {
    if (axis.scale == AxisScale::Linear)
        return multiples(stepFor(axis, span.high - span.low, most), span);
    std::vector<double> ticks = powers(axis.base, span, most);
    if (axis.base == 2 && !ticks.empty() && span.high > 1.25 * ticks.back())
        ticks.push_back(span.high); // the whole machine
    if (axis.base == 10 && ticks.size() < 3)
        ticks = withinDecades(span);
    if (ticks.size() < 3) // less than an octave or so
        ticks = multiples(stepFor(axis, span.high - span.low, most), span);
    return ticks;
}

QString tickText(const CurveAxis& axis, double value) { return valueText(axis, value, Digits::Exact); }

QString valueText(const CurveAxis& axis, double value, Digits digits) {
    if (axis.unit == "MiB")
        return value > 0 ? byteSize(bytes(value * mebibyte)) : QStringLiteral("0");
    const auto number = [digits](double n) { return digits == Digits::Exact ? exact(n) : modelled(n); };
    if (axis.unit == "us" && value > 0) {
        const Duration time = microseconds(value);
        const TimeUnit unit = timeUnitFor(time);
        return withUnit(number(inUnit(time, unit)), symbol(unit));
    }
    // What is counted stands in the title; a mark needs a sign alone.
    const bool isSaid = digits == Digits::Exact && axis.unit != "%";
    return isSaid ? number(value) : withUnit(number(value), axis.unit);
}

double placeOf(const CurveAxis& axis, AxisSpan span, double value) {
    if (axis.scale == AxisScale::Linear)
        return (value - span.low) / (span.high - span.low);
    return std::log(value / span.low) / std::log(span.high / span.low);
}

} // namespace supernode
