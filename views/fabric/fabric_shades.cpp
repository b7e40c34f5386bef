// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fabric/fabric_shades.h"

#include <algorithm>

namespace supernode {
namespace {

struct MemberShade {
    float most = 0, sum = 0;
    std::size_t alive = 0, links = 0;
};

MemberShade memberShade(const Outcome& outcome, std::span<const float> use, ElementId member) {
    MemberShade shade;
    for (const LinkId link : outcome.fabric->linksAt(member)) {
        if (!outcome.fabric->link(link).plane)
            continue;
        ++shade.links;
        if (!outcome.state.alive(outcome.fabric->elementOf(link)))
            continue;
        ++shade.alive;
        if (use.empty())
            continue;
        const float busy =
            std::max(use[channelOf(link, Direction::Up).value], use[channelOf(link, Direction::Down).value]);
        shade.most = std::max(shade.most, busy);
        shade.sum += busy;
    }
    return shade;
}

// Of links of a network that leaves the machine: the mean of those that are alive.
Shade stripShade(const FabricPicture& picture, const RingPart& part, const Outcome& outcome,
                 std::span<const float> use) {
    Shade shade;
    float up = 0;
    for (const ElementId member : picture.membersOf(part)) {
        if (!outcome.state.alive(member))
            continue;
        ++up;
        const LinkId link = outcome.fabric->linkOf(member);
        if (!use.empty())
            shade.use += std::max(use[channelOf(link, Direction::Up).value],
                                  use[channelOf(link, Direction::Down).value]);
    }
    if (up > 0)
        shade.use /= up;
    if (part.count > 0)
        shade.failed = 1 - up / static_cast<float>(part.count);
    return shade;
}

// The same in the baseline, where channels of what was down are below 0.
float useBeforeOf(const FabricPicture& picture, const RingPart& part, std::span<const float> before) {
    const Fabric& fabric = *picture.fabric;
    float sum = 0, members = 0;
    for (const ElementId member : picture.membersOf(part)) {
        float most = 0, all = 0, alive = 0;
        const LinkId self = fabric.linkOf(member); // members of a strip are links
        for (const LinkId link : self.valid() ? std::span(&self, 1) : fabric.linksAt(member)) {
            const float up = before[channelOf(link, Direction::Up).value];
            if (up < 0 || (part.kind != PartKind::Strip && !fabric.link(link).plane))
                continue;
            const float busy = std::max(up, before[channelOf(link, Direction::Down).value]);
            most = std::max(most, busy);
            all += busy;
            ++alive;
        }
        if (alive == 0)
            continue;
        ++members;
        sum += part.kind == PartKind::Tile ? most : all / alive;
    }
    return members > 0 ? sum / members : -1.0f;
}

} // namespace

std::vector<Shade> shadesOf(const FabricPicture& picture, const Outcome& outcome, const Interval* interval,
                            std::span<const float> before) {
    const std::vector<float> use = interval ? channelUtilization(outcome, *interval) : std::vector<float>();
    std::vector<Shade> shades;
    shades.reserve(picture.parts.size());
    for (const RingPart& part : picture.parts) {
        if (part.kind == PartKind::Strip) {
            shades.push_back(stripShade(picture, part, outcome, use));
            continue;
        }
        Shade shade;
        std::size_t links = 0, alive = 0, up = 0;
        for (const ElementId member : picture.membersOf(part)) {
            const MemberShade m = memberShade(outcome, use, member);
            links += m.links;
            alive += m.alive;
            if (!outcome.state.alive(member))
                continue;
            ++up;
            shade.use += part.kind == PartKind::Tile ? m.most
                         : m.alive > 0               ? m.sum / static_cast<float>(m.alive)
                                                     : 0;
        }
        if (up > 0)
            shade.use /= static_cast<float>(up);
        shade.failed = 1 - static_cast<float>(up) / static_cast<float>(part.count);
        if (links > 0)
            shade.cut = 1 - static_cast<float>(alive) / static_cast<float>(links);
        shades.push_back(shade);
    }
    for (std::size_t i = 0; i < shades.size() && !before.empty(); ++i)
        shades[i].before = useBeforeOf(picture, picture.parts[i], before);
    return shades;
}

} // namespace supernode
