// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/run_steps.h"

#include <algorithm>

namespace supernode {

void stepsOf(const Outcome& outcome, std::span<const float> values, TimeSpan view, double pixels,
             QList<QPointF>& points) {
    points.clear();
    const double pixel = pixels > 0 ? view.length().base() / pixels : 0;
    const auto first = std::partition_point(outcome.intervals.begin(), outcome.intervals.end(),
                                            [&](const Interval& i) { return i.end <= view.from; });
    double strokeFrom = 0, least = 0, most = 0;
    bool stroke = false; // narrow intervals are waiting to be drawn
    const auto flush = [&] {
        if (stroke) {
            points.append({strokeFrom, least});
            points.append({strokeFrom, most});
        }
        stroke = false;
    };
    for (auto i = first; i != outcome.intervals.end() && i->start < view.to; ++i) {
        const double value =
            static_cast<double>(values[static_cast<std::size_t>(i - outcome.intervals.begin())]);
        const double from = std::max(i->start.base(), view.from.base());
        const double to = std::min(i->end.base(), view.to.base());
        if (to - from >= pixel) {
            flush();
            points.append({from, value});
            points.append({to, value});
            continue;
        }
        if (stroke && from - strokeFrom >= pixel)
            flush();
        if (!stroke) {
            strokeFrom = from;
            least = most = value;
        }
        least = std::min(least, value);
        most = std::max(most, value);
        stroke = true;
    }
    flush();
}

float valueAt(const Outcome& outcome, std::span<const float> values, Duration time) {
    const auto index = static_cast<std::size_t>(&outcome.at(time) - outcome.intervals.data());
    return index < values.size() ? values[index] : 0.0F;
}

} // namespace supernode
