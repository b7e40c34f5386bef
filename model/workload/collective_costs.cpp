// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/collective_costs.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>

namespace supernode {
namespace {

Overhead evenly(double share) { return {1 / share, 1 / share}; }

} // namespace

CollectiveCosts::CollectiveCosts(const SystemSpec& system, Operation operation, std::vector<Issue>& warnings,
                                 Network network) {
    if (operation == Operation::Line)
        return;
    const CollectiveSpec& c = system.collective;
    m_launch = c.launch ? c.launch->value : Duration{};
    m_slice = c.slice ? c.slice->value.base() : 0;
    if (network != Network::ScaleUp) {
        m_stream = m_inSwitch = overheadOf(system, operation, Target::Endpoint, warnings, network);
        m_near = m_far = m_farthest =
            latencyOf(system, operation, Target::Endpoint, Distance::SamePod, warnings, network);
        return;
    }
    m_stream =
        c.share ? evenly(c.share->value.base()) : overheadOf(system, operation, Target::Endpoint, warnings);
    m_inSwitch = c.inSwitchShare ? evenly(c.inSwitchShare->value.base()) : m_stream;
    if (c.step) {
        m_near = m_far = m_farthest = c.step->value;
        m_ownStep = true;
    } else {
        m_near = latencyOf(system, operation, Target::Endpoint, Scope::IntraNode, warnings);
        std::vector<Issue> again;
        m_far = latencyOf(system, operation, Target::Endpoint, Scope::InterNode, again);
        m_farthest = latencyOf(system, operation, Target::Endpoint, Distance::SameDomain, again);
    }
}

Duration CollectiveCosts::rounds(const Fabric& fabric, std::vector<std::uint32_t> ranks) const {
    if (!std::is_sorted(ranks.begin(), ranks.end()))
        std::sort(ranks.begin(), ranks.end());
    const GroupShape shape = shapeOf(fabric, ranks);
    const std::uint32_t most = *std::max_element(shape.perNode.begin(), shape.perNode.end());
    std::uint32_t mostInPod = 0, inThisPod = 0; // they are sorted, so those of a pod follow each other
    std::size_t pod = 0;
    for (const std::uint32_t e : ranks) {
        const std::size_t own = fabric.podOfNode(fabric.nodeOfEndpoint(e));
        inThisPod = own == pod ? inThisPod + 1 : 1;
        pod = own;
        mostInPod = std::max(mostInPod, inThisPod);
    }
    const int all = std::bit_width(shape.ranks - 1);
    const int near = std::min(all, static_cast<int>(std::bit_width(most - 1)));
    const int inPod = std::clamp(static_cast<int>(std::bit_width(mostInPod - 1)), near, all);
    return step(Distance::SameGroup) * near + step(Distance::SamePod) * (inPod - near) +
           step(Distance::SameDomain) * (all - inPod);
}

Duration CollectiveCosts::fill(const ScheduleStep& step, Collective collective, double bytes,
                               Duration time) const {
    if (m_slice <= 0 || bytes <= 0 || step.pattern == Pattern::Chain)
        return {};
    const bool wholeSwitch = step.pattern == Pattern::InSwitch && collective == Collective::AllReduce;
    const double handovers = wholeSwitch ? 3 : 1;
    return time * (handovers * std::min(1.0, m_slice / bytes));
}

// (slices + links - 1) x (latency + time / slices) is least at the square root of (links - 1) x time /
// latency.
double CollectiveCosts::chainSlices(double links, Duration stepLatency, double bytes, Duration time) const {
    if (stepLatency.base() <= 0 && m_slice <= 0)
        return 0;
    const double least = m_slice > 0 ? std::ceil(bytes / m_slice) : 1;
    if (stepLatency.base() <= 0)
        return least;
    const double best = std::sqrt((links - 1) * (time / stepLatency));
    const auto cost = [&](double slices) {
        return (slices + links - 1) * (stepLatency.base() + time.base() / slices);
    };
    const double low = std::max(1.0, std::floor(best)), high = low + 1;
    return std::max(least, cost(low) <= cost(high) ? low : high);
}

} // namespace supernode
