// SPDX-License-Identifier: GPL-3.0-or-later
// Which numbers are bounds only, because a part of the time was never published.
#include "model/outcome/assemble.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace supernode {
namespace {

struct BoundSide {
    std::string_view id;
    Metric::Bound bound;
};
// What is made of the time, and on which side of it the truth lies when some of the time is missing.
constexpr std::array madeOfTime{BoundSide{"time", Metric::Bound::AtLeast},
                                BoundSide{"energy", Metric::Bound::AtLeast},
                                BoundSide{"energy_per_bit", Metric::Bound::AtLeast},
                                BoundSide{"bandwidth", Metric::Bound::AtMost},
                                BoundSide{"throughput", Metric::Bound::AtMost},
                                BoundSide{"algorithm_bandwidth", Metric::Bound::AtMost},
                                BoundSide{"bus_bandwidth", Metric::Bound::AtMost},
                                BoundSide{"bandwidth_per_rank", Metric::Bound::AtMost},
                                BoundSide{"endpoint_injection", Metric::Bound::AtMost}};

bool missesTime(const Issue& warning) {
    return warning.field == "transfer.access" || warning.field == "collective.launch";
}

} // namespace

void markBounds(Outcome& outcome) {
    const auto missing = std::find_if(outcome.warnings.begin(), outcome.warnings.end(), missesTime);
    if (missing == outcome.warnings.end())
        return;
    for (Metric& metric : outcome.metrics) {
        const auto side = std::find_if(madeOfTime.begin(), madeOfTime.end(),
                                       [&](const BoundSide& s) { return s.id == metric.id; });
        if (side == madeOfTime.end())
            continue;
        metric.bound = side->bound;
        metric.sentence += metric.bound == Metric::Bound::AtLeast ? " A lower bound: " : " An upper bound: ";
        metric.sentence += missing->reason + ".";
    }
}

} // namespace supernode
