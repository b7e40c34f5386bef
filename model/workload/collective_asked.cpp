// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/collective_asked.h"

#include "model/traffic/operation.h"

#include <algorithm>

namespace supernode {

std::optional<Issue> wrongNetwork(const Fabric& fabric, Network network) {
    if (!fabric.system().has(network))
        return noSuchNetwork(fabric.system(), network);
    return std::nullopt;
}

void warnOfRouting(const Asked& asked) {
    if (asked.scenario.routing != Routing::Spread)
        asked.warnings.push_back({"routing", "this work spreads every transfer over all planes",
                                  "give spread, or take another workload"});
}

RouteBy routeOf(const Asked& asked, Network network) {
    if (asked.scenario.routing == Routing::Adaptive)
        asked.warnings.push_back({"routing", "the steps of a collective do not adapt to each other",
                                  "each spreads evenly; give spread, hashed or plane-per-destination"});
    return {network, asked.scenario.routing, asked.scenario.routingSeed};
}

Result<std::uint32_t> rootIn(const Asked& asked, const std::vector<std::uint32_t>& ranks,
                             const RankGroups& groups, std::string_view name) {
    using Answer = Result<std::uint32_t>;
    const std::vector<std::uint32_t>& group = groups.groups.front();
    const auto positionOf = [&](std::uint32_t endpoint) {
        return std::find(group.begin(), group.end(), endpoint) - group.begin();
    };
    if (name.empty()) {
        const auto up = std::find_if(ranks.begin(), ranks.end(), [&](std::uint32_t e) {
            return asked.state.alive(asked.fabric.id(ElementKind::Endpoint, e));
        });
        return static_cast<std::uint32_t>(positionOf(*up));
    }
    const Result<ElementId> from = endOf(asked.fabric, std::string(name), "workload.from");
    if (!from)
        return Answer::refused(from.issues());
    const Element element = asked.fabric.element(*from);
    const auto position = static_cast<std::size_t>(positionOf(element.index));
    if (element.kind != ElementKind::Endpoint || position == group.size())
        return Answer::refused(Issue{"workload.from",
                                     asked.fabric.name(*from) + " is not among the ranks that are up",
                                     "name one of them, or leave the field out"});
    return static_cast<std::uint32_t>(position);
}

} // namespace supernode
