// SPDX-License-Identifier: GPL-3.0-or-later
// From rates of flows to loads on channels.
#include "model/outcome/assemble.h"

#include <algorithm>
#include <numeric>

namespace supernode {
namespace {

Interval intervalOf(const Stretch& stretch, const Traffic& traffic, Duration latency, std::size_t channels) {
    std::vector<double> load(traffic.capacity.size()), payload(traffic.capacity.size());
    ChannelLoads loads;
    for (std::size_t f = 0; f < traffic.flows.size(); ++f) {
        const Flow& flow = traffic.flows[f];
        loads.delivered += stretch.rate[f] * flow.members;
        for (const Use& use : traffic.usesOf(f)) {
            load[use.resource] += use.load * stretch.rate[f];
            payload[use.resource] += use.load * stretch.rate[f] / flow.overhead;
        }
    }
    loads.load.resize(channels);
    loads.payload.resize(channels);
    for (std::size_t c = 0; c < channels; ++c)
        if (const std::uint32_t r = traffic.resourceOf[c]; r != Traffic::unused) {
            loads.load[c] = static_cast<float>(load[r]);
            loads.payload[c] = static_cast<float>(payload[r]);
        }
    return {latency + seconds(stretch.start), latency + seconds(stretch.end), 0,
            std::make_shared<const ChannelLoads>(std::move(loads))};
}

Interval idle(Duration end, std::size_t channels) {
    ChannelLoads loads{std::vector<float>(channels), std::vector<float>(channels), 0};
    return {{}, end, 0, std::make_shared<const ChannelLoads>(std::move(loads))};
}

} // namespace

static FabricUse fabricUseOf(const Outcome& outcome, const Interval& busy) {
    FabricUse use;
    std::vector<float> carrying;
    const std::vector<float> all = channelUtilization(outcome, busy);
    for (std::uint32_t l = 0; l < outcome.fabric->linkCount(); ++l)
        ++(outcome.state.alive(outcome.fabric->elementOf(LinkId(l))) ? use.links : use.failedLinks);
    std::copy_if(all.begin(), all.end(), std::back_inserter(carrying), [](float u) { return u > 0; });
    if (carrying.empty())
        return use;
    std::sort(carrying.begin(), carrying.end());
    // Nearest rank: the smallest value that at least this share of the channels does not exceed.
    const auto rank = [&](double share) {
        const auto index = static_cast<std::size_t>(share * static_cast<double>(carrying.size()) + 0.999999);
        return static_cast<double>(carrying[std::clamp<std::size_t>(index, 1, carrying.size()) - 1]);
    };
    use.mean = std::accumulate(carrying.begin(), carrying.end(), 0.0) / static_cast<double>(carrying.size());
    use.p50 = rank(0.50);
    use.p99 = rank(0.99);
    use.max = static_cast<double>(carrying.back());
    return use;
}

void addTimeline(Outcome& outcome, const Solved& solved) {
    const std::size_t channels = outcome.fabric->channelCount();
    const bool waits = solved.latency.base() > 0 && !solved.run.stretches.empty();
    if (waits) {
        outcome.phases.push_back({"latency", {}, solved.latency, "software and switch hops"});
        outcome.intervals.push_back(idle(solved.latency, channels));
    }
    for (const Stretch& stretch : solved.run.stretches) {
        outcome.intervals.push_back(intervalOf(stretch, solved.traffic, solved.latency, channels));
        outcome.intervals.back().phase = waits ? 1 : 0;
    }
    if (solved.run.stretches.empty())
        outcome.intervals.push_back(idle({}, channels));
    else
        outcome.phases.push_back(
            {std::string(kindOf(outcome.scenario.workload)), solved.latency, seconds(solved.run.end), {}});
    outcome.end = outcome.intervals.back().end;
    outcome.fabricUse = fabricUseOf(outcome, outcome.intervals[waits ? 1 : 0]);
    outcome.undelivered = solved.traffic.undelivered;
}

} // namespace supernode
