// SPDX-License-Identifier: GPL-3.0-or-later
// Which numbers are bounds only, because a part of the time was never published.
#include "model/outcome/assemble.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace supernode {
namespace {

using Bound = Metric::Bound;

struct Side {
    std::string_view id;
    Bound bound;
};
// What is made of the time, and on which side of it the truth lies when some of the time is missing.
constexpr std::array sides{Side{"time", Bound::AtLeast},
                           Side{"energy", Bound::AtLeast},
                           Side{"energy_per_bit", Bound::AtLeast},
                           Side{"bandwidth", Bound::AtMost},
                           Side{"throughput", Bound::AtMost},
                           Side{"algorithm_bandwidth", Bound::AtMost},
                           Side{"bus_bandwidth", Bound::AtMost},
                           Side{"bandwidth_per_rank", Bound::AtMost},
                           Side{"endpoint_injection", Bound::AtMost}};

bool missesTime(const Issue& warning) {
    return warning.field == "transfer.access" || warning.field == "collective.launch";
}

} // namespace

void markBounds(Outcome& outcome) {
    const auto missing = std::find_if(outcome.warnings.begin(), outcome.warnings.end(), missesTime);
    if (missing == outcome.warnings.end())
        return;
    for (Metric& metric : outcome.metrics) {
        const auto side =
            std::find_if(sides.begin(), sides.end(), [&](const Side& s) { return s.id == metric.id; });
        if (side == sides.end())
            continue;
        metric.bound = side->bound;
        metric.sentence += metric.bound == Bound::AtLeast ? " A lower bound: " : " An upper bound: ";
        metric.sentence += missing->reason + ".";
    }
}

} // namespace supernode
