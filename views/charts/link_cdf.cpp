// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/link_cdf.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace supernode {

QList<QPointF> linkUtilizationCdf(const Outcome& outcome, const Interval& interval) {
    QList<QPointF> points;
    fillLinkUtilizationCdf(outcome, interval, points);
    return points;
}

void fillLinkUtilizationCdf(const Outcome& outcome, const Interval& interval, QList<QPointF>& points) {
    constexpr std::size_t steps = 100;
    std::array<std::size_t, steps + 1> counts{};
    std::size_t total = 0;
    const std::vector<float>& load = interval.load();
    for (std::uint32_t c = 0; c < load.size(); ++c) {
        if (!outcome.state.alive(outcome.fabric->elementOf(linkOf(ChannelId(c)))))
            continue;
        const double capacity = outcome.state.capacity[c];
        const double use = capacity > 0 ? static_cast<double>(load[c]) / capacity : 0;
        // Belongs to the first x that is at least as large; float noise above a whole per cent does not
        // count.
        const double percent = std::clamp(use * 100.0 - 1e-4, 0.0, 100.0);
        ++counts[static_cast<std::size_t>(std::ceil(percent))];
        ++total;
    }
    points.clear();
    std::size_t below = 0;
    for (std::size_t x = 0; x <= steps; ++x) {
        below += counts[x];
        const double share =
            total > 0 ? 100.0 * static_cast<double>(below) / static_cast<double>(total) : 100.0;
        points.append({static_cast<double>(x), share});
    }
}

} // namespace supernode
