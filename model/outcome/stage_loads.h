// SPDX-License-Identifier: GPL-3.0-or-later
// What the spans of a plan put on the channels while they last; what is alike is made once.
//
// A pipeline of 8 stages has hundreds of moments, but each stage does only a few things: what one span
// carries is summed up once, as stretches of channels that follow each other, and a moment is the sum of its
// spans. Units: bytes per second. Ownership: refers to the exchanges, which outlive it. Thread: one at a
// time. Cost of a moment that is new: O(channels) to write, and what its spans touch. Limit: rates that are
// the same as floats count as the same. Promise: a moment carries what its spans carry.
// [StageLoads.AMomentIsTheSumOfItsSpans]
#pragma once

#include "model/outcome/step_run.h"
#include "model/workload/plan.h"

#include <map>
#include <utility>
#include <vector>

namespace supernode {

class StageLoads {
public:
    StageLoads(const std::vector<Traffic>& exchanges, std::size_t channels);

    static bool carries(const Span& span) { return span.traffic != Span::none || !span.also.empty(); }
    const LoadsPtr& idle() const { return m_idle; }
    // Of all these spans at once; the same spans share their loads.
    LoadsPtr of(const std::vector<const Span*>& together);

private:
    // Channels that follow each other, and their numbers one after the other.
    struct Stretch {
        std::uint32_t first = 0, count = 0;
    };
    template <class Number>
    struct Touched {
        std::vector<Stretch> stretches;
        std::vector<Number> load, payload;
        double delivered = 0;
    };
    using Key = std::vector<std::pair<std::uint32_t, float>>; // exchange, and so often a second

    const Touched<double>& once(std::uint32_t exchange);
    std::uint32_t numberOf(const Span& span);
    Touched<float> bundle(const std::vector<Carried>& perSecond);

    const std::vector<Traffic>& m_exchanges;
    std::size_t m_channels;
    LoadsPtr m_idle;
    std::vector<Touched<double>> m_once; // per exchange; empty until it is asked for
    std::vector<Touched<float>> m_bundles;
    std::map<Key, std::uint32_t> m_numbers; // of bundles
    std::map<std::vector<std::uint32_t>, LoadsPtr> m_moments;
    std::vector<double> m_load, m_payload; // of all channels, once needed; zeros between two uses
};

} // namespace supernode
