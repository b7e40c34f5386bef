// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/outcome/over_time.h"

#include "model/outcome/energy.h"

#include <map>

namespace supernode {

double meanUse(const Outcome& o, const Interval& interval) {
    const std::vector<float> use = channelUtilization(o, interval);
    double sum = 0, up = 0;
    for (std::uint32_t c = 0; c < use.size(); ++c) {
        const Link& link = o.fabric->link(linkOf(ChannelId(c)));
        if (!link.plane || link.kind == LinkKind::CpuLeaf || o.state.capacity[c] <= 0)
            continue;
        sum += static_cast<double>(use[c]);
        up += 1;
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
