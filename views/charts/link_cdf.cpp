// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/link_cdf.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace supernode {

QList<QPointF> linkUtilizationCdf(const Outcome& outcome, const Interval& interval) {
    constexpr std::size_t steps = 100;
    std::array<std::size_t, steps + 1> counts{};
    std::size_t total = 0;
    const std::vector<float> use = channelUtilization(outcome, interval);
    for (std::uint32_t c = 0; c < use.size(); ++c) {
        if (!outcome.state.alive(outcome.fabric->elementOf(linkOf(ChannelId(c)))))
            continue;
        // Belongs to the first x that is at least as large; float noise above a whole per cent does not
        // count.
        const double percent = std::clamp(use[c] * 100.0 - 1e-4, 0.0, 100.0);
        ++counts[static_cast<std::size_t>(std::ceil(percent))];
        ++total;
    }
    QList<QPointF> points;
    std::size_t below = 0;
    for (std::size_t x = 0; x <= steps; ++x) {
        below += counts[x];
        const double share =
            total > 0 ? 100.0 * static_cast<double>(below) / static_cast<double>(total) : 100.0;
        points.append({static_cast<double>(x), share});
    }
    return points;
}

} // namespace supernode
