// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/outcome/over_time.h"

#include "model/outcome/energy.h"

#include <algorithm>
#include <map>

namespace supernode {

namespace {

bool isOfPlanes(LinkKind kind) { return networkOf(kind) == Network::ScaleUp && kind != LinkKind::DieToDie; }

} // namespace

double meanUse(const Outcome& o, const Interval& interval) {
    const std::vector<float>& load = interval.load();
    double sum = 0, up = 0;
    for (std::size_t k = 0; k < linkKinds; ++k) {
        const auto kind = static_cast<LinkKind>(k);
        if (!isOfPlanes(kind) || kind == LinkKind::CpuLeaf)
            continue;
        const std::size_t first = channelOf(o.fabric->firstLink(kind), Direction::Up).value,
                          end = first + std::size_t{2} * o.fabric->linkCount(kind);
        for (std::size_t c = first; c < end; ++c) {
            const double capacity = o.state.capacity[c];
            sum += capacity > 0 ? std::min(1.0, load[c] / capacity) : 0;
            up += capacity > 0 ? 1 : 0;
        }
    }
    return up > 0 ? sum / up : 0;
}

OverTime overTime(const Outcome& outcome) {
    OverTime over;
    std::map<const ChannelLoads*, float> known;
    for (const Interval& interval : outcome.intervals) {
        const auto [use, isNew] = known.try_emplace(interval.loads.get(), 0.0F);
        if (isNew)
            use->second = static_cast<float>(meanUse(outcome, interval));
        over.use.push_back(use->second);
        over.delivered.push_back(static_cast<float>(interval.delivered()));
    }
    for (const Draw& draw : drawPerInterval(outcome))
        over.watts.push_back(static_cast<float>(draw.total()));
    return over;
}

} // namespace supernode
