// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/outcome/outcome.h"

#include <algorithm>
#include <optional>

namespace supernode {

const ExpertRank* Outcome::expertsOn(std::uint32_t endpoint) const {
    for (const ExpertRank& rank : experts)
        if (rank.endpoint == endpoint)
            return &rank;
    return nullptr;
}

const Metric* Outcome::metric(std::string_view id) const {
    const auto found =
        std::find_if(metrics.begin(), metrics.end(), [&](const Metric& m) { return m.id == id; });
    return found == metrics.end() ? nullptr : &*found;
}

const Interval& Outcome::at(Duration time) const {
    const auto after = std::upper_bound(intervals.begin(), intervals.end(), time,
                                        [](Duration t, const Interval& i) { return t < i.end; });
    return after == intervals.end() ? intervals.back() : *after;
}

Bandwidth Phase::rateBetween(std::uint32_t fromEndpoint, std::uint32_t toEndpoint) const {
    if (!sends || duration.base() <= 0)
        return {};
    return bytesPerSecond(sends->between(fromEndpoint, toEndpoint) * sendsPerPhase / duration.base());
}

std::vector<float> channelUtilization(const Outcome& outcome, const Interval& interval) {
    std::vector<float> use(interval.load().size());
    for (std::size_t c = 0; c < use.size(); ++c)
        if (const double capacity = outcome.state.capacity[c]; interval.load()[c] > 0 && capacity > 0)
            use[c] = static_cast<float>(std::min(1.0, interval.load()[c] / capacity));
    return use;
}

namespace {

// Which channel of a link leaves the element: the one that crosses its border outwards. A link or cable has
// no inside: up counts as out. The whole system has no outside: what its endpoints inject counts as out.
std::optional<Direction> outwards(const Fabric& fabric, ElementId element, LinkId link) {
    const Link& l = fabric.link(link);
    const ElementKind kind = fabric.element(element).kind;
    if (kind == ElementKind::Link || kind == ElementKind::Cable || kind == ElementKind::Module)
        return Direction::Up;
    if (kind == ElementKind::System)
        return fabric.element(l.lower).kind == ElementKind::Endpoint ? std::optional(Direction::Up)
                                                                     : std::nullopt;
    const bool lower = fabric.contains(element, l.lower), upper = fabric.contains(element, l.upper);
    if (lower == upper)
        return std::nullopt;
    return lower ? Direction::Up : Direction::Down;
}

} // namespace

ElementUse useOf(const Outcome& outcome, const Interval& interval, ElementId element) {
    const Fabric& fabric = *outcome.fabric;
    ElementUse use;
    const std::vector<LinkId> links = fabric.linksOf(element);
    const bool inPlanes = std::any_of(links.begin(), links.end(),
                                      [&](LinkId link) { return fabric.link(link).plane.has_value(); });
    for (const LinkId link : links) {
        if (inPlanes && !fabric.link(link).plane)
            continue;
        ++use.links;
        use.failedLinks += outcome.state.alive(fabric.elementOf(link)) ? 0 : 1;
        for (const Direction d : {Direction::Up, Direction::Down}) {
            const std::uint32_t c = channelOf(link, d).value;
            if (const double limit = outcome.state.capacity[c]; limit > 0)
                use.utilization = std::max(use.utilization, std::min(1.0, interval.load()[c] / limit));
        }
        const std::optional<Direction> away = outwards(fabric, element, link);
        if (!away)
            continue;
        const ChannelId out = channelOf(link, *away);
        const ChannelId in = channelOf(link, *away == Direction::Up ? Direction::Down : Direction::Up);
        use.out += bytesPerSecond(interval.payload()[out.value]);
        use.in += bytesPerSecond(interval.payload()[in.value]);
        use.capacityOut += bytesPerSecond(outcome.state.capacity[out.value]);
        use.capacityIn += bytesPerSecond(outcome.state.capacity[in.value]);
        use.healthyOut += fabric.link(link).rate;
        use.healthyIn += fabric.link(link).rate;
    }
    return use;
}

} // namespace supernode
