// SPDX-License-Identifier: GPL-3.0-or-later
// What many selected elements have in common: sum, mean, least and most of what crosses their borders.
//
// An element that is down counts with nothing. Traffic between two selected elements counts at both borders,
// so that a sum of many can be more than what leaves them together; the explanation says so. Units: payload.
// Pure; any thread.
// Promise: the mean times how many is the sum. [SelectionSummary.TheMeanTimesHowManyIsTheSum]
#pragma once

#include "model/outcome/outcome.h"
#include "views/panels/inspection.h"

#include <span>

namespace supernode {

struct Spread {
    double sum = 0, least = 0, most = 0;
    ElementId leastAt, mostAt;
    double mean(std::size_t count) const { return count > 0 ? sum / static_cast<double>(count) : 0; }
};

struct SelectionSummary {
    std::size_t count = 0, failed = 0, links = 0, failedLinks = 0;
    Spread out, in;     // bytes per second
    Spread utilization; // of the busiest link of each, 0..1; its sum means nothing
};
SelectionSummary summaryOf(const Outcome& outcome, const Interval& interval,
                           std::span<const ElementId> elements);

// The same as the inspector shows it. Cannot fail; rows say how they were made.
Inspection inspectionOfMany(const Outcome& outcome, const Interval& interval,
                            std::span<const ElementId> elements);

} // namespace supernode
