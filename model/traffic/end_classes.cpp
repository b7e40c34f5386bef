// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/traffic/end_classes.h"

#include <algorithm>
#include <map>
#include <utility>

namespace supernode {
namespace {

struct Kind { // of an end, inside its group
    std::uint32_t colour = 0, look = 0;
    auto operator<=>(const Kind&) const = default;
};
struct Member {
    Kind kind;
    std::uint32_t end = 0;
    auto operator<=>(const Member&) const = default;
};
struct GroupKey {
    std::uint32_t pod = 0, look = 0;
    std::vector<Kind> kinds;
    auto operator<=>(const GroupKey&) const = default;
};

} // namespace

EndClasses::EndClasses(const NetworkShape& shape, const Symmetry& symmetry,
                       const std::vector<std::uint32_t>& colours)
    : classOf(shape.ends(), idle) {
    std::vector<std::vector<Member>> inGroup(shape.groups());
    for (std::uint32_t e = 0; e < shape.ends(); ++e)
        if (colours[e] != idle)
            inGroup[shape.groupOf(e)].push_back({{colours[e], symmetry.lookOfEnd(e)}, e});
    std::map<GroupKey, std::uint32_t> known;
    std::map<std::pair<std::uint32_t, Kind>, std::uint32_t> knownEnds;
    for (std::uint32_t g = 0; g < shape.groups(); ++g) {
        std::vector<Member>& own = inGroup[g];
        if (own.empty())
            continue;
        std::sort(own.begin(), own.end());
        GroupKey key{shape.podOf(g), symmetry.lookOfGroup(g), {}};
        for (const Member& member : own)
            key.kinds.push_back(member.kind);
        const auto [at, fresh] = known.try_emplace(std::move(key), static_cast<std::uint32_t>(groups.size()));
        if (fresh)
            groups.push_back({{}, shape.podOf(g), shape.domainOf(g)});
        groups[at->second].members.push_back(g);
        for (std::size_t i = 0; i < own.size();) {
            const auto number = static_cast<std::uint32_t>(ends.size());
            const auto [end, first] = knownEnds.try_emplace({at->second, own[i].kind}, number);
            if (first)
                ends.push_back({at->second, own[i].kind.colour, 0, {}});
            EndClass& c = ends[end->second];
            for (const Kind kind = own[i].kind; i < own.size() && own[i].kind == kind; ++i) {
                c.members.push_back(own[i].end);
                c.perGroup += first ? 1 : 0;
                classOf[own[i].end] = end->second;
            }
        }
    }
}

std::vector<ClassPair> pairsOf(const EndClasses& classes, std::uint32_t from, std::uint32_t to) {
    const EndClass &a = classes.ends[from], &b = classes.ends[to];
    const GroupClass &ga = classes.groups[a.group], &gb = classes.groups[b.group];
    const bool same = a.group == b.group;
    std::vector<ClassPair> pairs;
    const auto add = [&](Distance distance, double out, double in, std::size_t partner) {
        if (out > 0 && in > 0)
            pairs.push_back({from, to, distance, static_cast<double>(a.members.size()) * out, out, in,
                             a.members.front(), b.members[partner]});
    };
    const double self = from == to ? 1 : 0;
    if (same && b.perGroup > self)
        add(Distance::SameGroup, b.perGroup - self, a.perGroup - self, from == to ? 1 : 0);
    const double others = same ? 1 : 0;
    const Distance far = ga.pod == gb.pod         ? Distance::SamePod
                         : ga.domain == gb.domain ? Distance::SameDomain
                                                  : Distance::Apart;
    if (gb.members.size() > others)
        add(far, (static_cast<double>(gb.members.size()) - others) * b.perGroup,
            (static_cast<double>(ga.members.size()) - others) * a.perGroup, same ? b.perGroup : 0);
    return pairs;
}

} // namespace supernode
