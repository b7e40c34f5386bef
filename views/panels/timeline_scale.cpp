// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/timeline_scale.h"

#include "views/theme/number_format.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace supernode {
namespace {

constexpr std::array<double, 3> steps{1, 2, 5};
constexpr double shortest = 1e-9, longest = 10;

// The smallest 1, 2, 5 x 10^n that is at least the value.
double roundUp(double value) {
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double step : steps)
        if (step * power >= value * (1 - 1e-9))
            return step * power;
    return 10 * power;
}

double roundDown(double value) {
    const double power = std::pow(10.0, std::floor(std::log10(value) + 1e-9));
    double best = power;
    for (const double step : steps)
        if (step * power <= value * (1 + 1e-9))
            best = step * power;
    return best;
}

QString roundText(double seconds) {
    const TimeUnit unit = timeUnitFor(Duration::fromBase(seconds * (1 + 1e-9)));
    return withUnit(exact(inUnit(Duration::fromBase(seconds), unit)), symbol(unit));
}

} // namespace

std::vector<TimeMark> timeMarks(Duration from, Duration to, double width, double leastGap) {
    std::vector<TimeMark> marks;
    const double length = (to - from).base();
    if (!(length > 0) || width <= 0 || !std::isfinite(to.base()))
        return marks;
    const double step = roundUp(length * leastGap / width);
    const TimeUnit unit = timeUnitFor(to);
    for (double i = std::ceil(from.base() / step * (1 - 1e-9)); i * step <= to.base() + length * 1e-9; ++i) {
        const Duration at = Duration::fromBase(i * step);
        marks.push_back({at, withUnit(exact(inUnit(at, unit)), symbol(unit))});
    }
    return marks;
}

Duration nextBoundary(const Outcome& outcome, Duration from) {
    const double slack = outcome.end.base() * 1e-9;
    for (const Interval& interval : outcome.intervals)
        if (interval.start.base() > from.base() + slack)
            return interval.start;
    return outcome.end;
}

Duration previousBoundary(const Outcome& outcome, Duration from) {
    const double slack = outcome.end.base() * 1e-9;
    for (auto it = outcome.intervals.rbegin(); it != outcome.intervals.rend(); ++it)
        if (it->start.base() < from.base() - slack)
            return it->start;
    return Duration();
}

Duration slowerScale(Duration scale) {
    return Duration::fromBase(std::max(shortest, roundDown(scale.base() * 0.999)));
}

Duration fasterScale(Duration scale) {
    return Duration::fromBase(std::min(longest, roundUp(scale.base() * 1.001)));
}

Duration scaleFor(Duration end) {
    if (!(end.base() > 0))
        return microseconds(50);
    return Duration::fromBase(std::clamp(roundUp(end.base() / 10), shortest, longest));
}

Duration worthWatching(const Outcome& outcome) {
    Duration round = outcome.end;
    for (const Phase& phase : outcome.phases)
        if (phase.repeats > 1 && phase.period.base() > 0)
            round = std::min(round, phase.period * 2.5);
    return round;
}

Duration busyFrom(const Outcome& outcome, Duration from) {
    for (const Interval& interval : outcome.intervals)
        if (interval.end > from && interval.delivered() > 0)
            return std::max(from, (interval.start + interval.end) / 2.0);
    return from;
}

QString scaleSentence(Duration scale) {
    return QCoreApplication::translate("TimelineScale", "1 s here = %1 there").arg(roundText(scale.base()));
}

} // namespace supernode
