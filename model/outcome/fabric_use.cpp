// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/outcome/outcome.h"

#include <algorithm>
#include <numeric>

namespace supernode {

FabricUse fabricUse(const Outcome& outcome) {
    FabricUse use;
    std::vector<float> carrying;
    const auto busy = std::find_if(outcome.intervals.begin(), outcome.intervals.end(),
                                   [](const Interval& i) { return i.delivered() > 0; });
    const std::vector<float> all =
        channelUtilization(outcome, busy == outcome.intervals.end() ? outcome.intervals.front() : *busy);
    const ElementId first = outcome.fabric->elementOf(LinkId(0)); // those of the others follow
    for (std::uint32_t l = 0; l < outcome.fabric->linkCount(); ++l)
        if (outcome.fabric->link(LinkId(l)).plane)
            ++(outcome.state.alive(ElementId(first.value + l)) ? use.links : use.failedLinks);
    std::copy_if(all.begin(), all.end(), std::back_inserter(carrying), [](float u) { return u > 0; });
    if (carrying.empty())
        return use;
    // Nearest rank: the smallest value that at least this share of the channels does not exceed.
    const auto rank = [&](double share) {
        const auto index = static_cast<std::size_t>(share * static_cast<double>(carrying.size()) + 0.999999);
        const auto at = carrying.begin() +
                        static_cast<std::ptrdiff_t>(std::clamp<std::size_t>(index, 1, carrying.size()) - 1);
        std::nth_element(carrying.begin(), at, carrying.end());
        return static_cast<double>(*at);
    };
    use.mean = std::accumulate(carrying.begin(), carrying.end(), 0.0) / static_cast<double>(carrying.size());
    use.p50 = rank(0.50);
    use.p99 = rank(0.99);
    use.max = static_cast<double>(*std::max_element(carrying.begin(), carrying.end()));
    return use;
}

} // namespace supernode
