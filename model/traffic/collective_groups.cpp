// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/traffic/collective_groups.h"

#include <algorithm>

namespace supernode {

Result<std::vector<std::uint32_t>> ranksOf(const Fabric& fabric, const Ranks& ranks) {
    const std::size_t all = fabric.count(ElementKind::Endpoint), nodes = fabric.count(ElementKind::Node);
    const auto count = ranks.count == 0 ? all : static_cast<std::size_t>(ranks.count);
    const SystemSpec& s = fabric.system();
    if (count > all)
        return Result<std::vector<std::uint32_t>>::refused(
            Issue{"workload.ranks",
                  s.name + " has " + std::to_string(all) + " " + s.chip.endpointWord + "s, not " +
                      std::to_string(count),
                  "give at most " + std::to_string(all) + ", or 0 for all"});
    std::vector<std::uint32_t> endpoints;
    for (std::size_t i = 0; i < count; ++i)
        endpoints.push_back(static_cast<std::uint32_t>(
            ranks.placement == Placement::Packed ? i : i % nodes * (all / nodes) + i / nodes));
    return endpoints;
}

Result<RankGroups> oneGroup(const Fabric& fabric, const FabricState& state, std::vector<std::uint32_t> ranks,
                            std::vector<Issue>& warnings) {
    const std::size_t asked = ranks.size();
    std::erase_if(ranks, [&](std::uint32_t e) { return !state.alive(fabric.id(ElementKind::Endpoint, e)); });
    const std::size_t down = asked - ranks.size();
    if (ranks.size() < 2)
        return Result<RankGroups>::refused(
            Issue{"workload.ranks",
                  asked < 2 ? "one rank has nobody to talk to" : "fewer than two of the ranks are up",
                  asked < 2 ? "give at least 2 ranks" : "take back a failure, or give more ranks"});
    if (down > 0)
        warnings.push_back({"workload.ranks",
                            std::to_string(down) + (down == 1 ? " rank is down" : " ranks are down"),
                            "the others go on without"});
    std::sort(ranks.begin(), ranks.end());
    return RankGroups{{std::move(ranks)}};
}

GroupShape shapeOf(const Fabric& fabric, const std::vector<std::uint32_t>& group) {
    GroupShape shape;
    shape.ranks = static_cast<std::uint32_t>(group.size());
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (i == 0 || fabric.nodeOfEndpoint(group[i]) != fabric.nodeOfEndpoint(group[i - 1]))
            shape.perNode.push_back(0);
        ++shape.perNode.back();
    }
    return shape;
}

} // namespace supernode
