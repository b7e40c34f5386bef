// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/outcome/busiest_link.h"

#include <algorithm>

namespace supernode {

BusiestLink busiestLink(const Outcome& outcome, const Interval& interval, ElementId element) {
    const Fabric& fabric = *outcome.fabric;
    const std::vector<float> use = channelUtilization(outcome, interval);
    BusiestLink busiest;
    const auto busy = [&](LinkId link) {
        return static_cast<double>(
            std::max(use[channelOf(link, Direction::Up).value], use[channelOf(link, Direction::Down).value]));
    };
    std::vector<LinkId> links;
    if (fabric.element(element).kind == ElementKind::System)
        for (std::uint32_t i = 0; i < fabric.linkCount(); ++i)
            links.emplace_back(i);
    else if (const LinkId self = fabric.linkOf(element); self.valid())
        links = {self};
    else
        links = fabric.linksOf(element);
    const auto inPlane = [&](LinkId link) { return fabric.link(link).plane.has_value(); };
    const bool planes = std::any_of(links.begin(), links.end(), inPlane);
    std::erase_if(links, [&](LinkId link) { return planes && !inPlane(link); });
    for (const LinkId link : links)
        if (busy(link) > busiest.utilization)
            busiest = {link, busy(link)};
    if (busiest.link.valid())
        busiest.alike = static_cast<std::size_t>(std::count_if(links.begin(), links.end(), [&](LinkId link) {
            return busy(link) > busiest.utilization * 0.999;
        }));
    return busiest;
}

} // namespace supernode
