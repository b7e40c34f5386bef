// SPDX-License-Identifier: GPL-3.0-or-later
// What the spans of a plan put on the channels while they last; what is alike is made once.
//
// A pipeline of 8 stages has hundreds of moments, of which few are looked at: of each, what kinds of links
// carry is summed up at once from the exchanges of its spans, and single channels when they are looked at.
// Units: bytes per second. Ownership: moments share the exchanges. Thread: one at a time; moments are read
// anywhere. Cost of a moment that is new: its spans; of looking at it: O(channels) and what its spans touch.
// Limit: rates that are the same as floats count as the same. Promise: a moment carries what its spans carry.
// [StageLoads.AMomentIsTheSumOfItsSpans]
#pragma once

#include "model/outcome/outcome.h"
#include "model/workload/plan.h"

#include <map>
#include <utility>
#include <vector>

namespace supernode {

class StageLoads {
public:
    StageLoads(std::vector<ExchangeLoadsPtr> exchanges, std::size_t channels);

    static bool carries(const Span& span) { return span.traffic != Span::none || !span.also.empty(); }
    const LoadsPtr& idle() const { return m_idle; }
    // Of all these spans at once; the same spans share their loads.
    LoadsPtr of(const std::vector<const Span*>& together);

private:
    using PerSecond = std::map<std::uint32_t, double>; // exchange, and so often a second

    std::vector<ExchangeLoadsPtr> m_exchanges;
    std::size_t m_channels;
    LoadsPtr m_idle;
    std::map<std::vector<std::pair<std::uint32_t, float>>, LoadsPtr> m_moments;
};

} // namespace supernode
