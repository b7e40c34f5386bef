// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/traffic/end_classes.h"

#include <algorithm>
#include <map>
#include <utility>

namespace supernode {
namespace {

struct Kind { // of an end, inside its group
    std::uint32_t colour = 0, look = 0;
    std::uint32_t package = 0;
    std::uint32_t position = 0; // in the package, where its links differ
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

// How many ends of the kind at `i` stand in the package of the first.
std::uint32_t inFirstPackage(const NetworkShape& shape, const std::vector<Member>& sorted, std::size_t i) {
    const auto each = static_cast<std::uint32_t>(shape.fabric().system().endpointsPerChip());
    std::uint32_t count = 0;
    for (std::size_t j = i; j < sorted.size() && sorted[j].kind == sorted[i].kind &&
                            sorted[j].end / each == sorted[i].end / each;
         ++j)
        ++count;
    return count;
}

// What the package of an end adds to its kind.
struct InPackage {
    std::uint32_t package = EndClasses::noPackage;
    std::uint32_t position = 0;
};

// Packages are of one kind when the links between their dies are as fast and the same stands in them. One
// without a link that carries between two dies that take part is none.
std::vector<InPackage> packagesOf(const NetworkShape& shape, const Symmetry& symmetry,
                                  const std::vector<std::uint32_t>& colours, const FabricState& state) {
    const Fabric& f = shape.fabric();
    const auto each = static_cast<std::uint32_t>(f.system().endpointsPerChip());
    using Inside = std::vector<std::pair<std::uint32_t, std::uint32_t>>; // colours and looks
    std::map<std::pair<std::vector<double>, Inside>, std::uint32_t> known;
    std::vector<InPackage> of(shape.ends());
    for (std::uint32_t first = 0; first < shape.endpoints(); first += each) {
        std::vector<double> speeds;
        double used = 0;
        Inside inside;
        for (std::uint32_t a = first; a < first + each; ++a) {
            inside.emplace_back(colours[a], symmetry.lookOfEnd(a));
            for (std::uint32_t b = a + 1; b < first + each; ++b)
                for (const Direction d : {Direction::Up, Direction::Down}) {
                    const LinkId link = f.dieLink(a, b);
                    speeds.push_back(link.valid() ? state.capacity[channelOf(link, d).value] : 0);
                    if (colours[a] != EndClasses::idle && colours[b] != EndClasses::idle)
                        used = std::max(used, speeds.back());
                }
        }
        if (used <= 0)
            continue;
        const bool even =
            std::all_of(speeds.begin(), speeds.end(), [&](double speed) { return speed == speeds.front(); });
        if (even)
            std::sort(inside.begin(), inside.end());
        const std::uint32_t kind =
            known.try_emplace({std::move(speeds), std::move(inside)}, known.size() + 1).first->second;
        for (std::uint32_t e = first; e < first + each; ++e)
            of[e] = {kind, even ? 0 : e - first};
    }
    return of;
}

} // namespace

EndClasses::EndClasses(const NetworkShape& shape, const Symmetry& symmetry,
                       const std::vector<std::uint32_t>& colours, const FabricState& state)
    : classOf(shape.ends(), idle) {
    const std::vector<InPackage> packages =
        state.package == PackagePath::Link && shape.network() == Network::ScaleUp
            ? packagesOf(shape, symmetry, colours, state)
            : std::vector<InPackage>(shape.ends());
    std::vector<std::vector<Member>> inGroup(shape.groups());
    for (std::uint32_t e = 0; e < shape.ends(); ++e)
        if (colours[e] != idle)
            inGroup[shape.groupOf(e)].push_back(
                {{colours[e], symmetry.lookOfEnd(e), packages[e].package, packages[e].position}, e});
    std::map<GroupKey, std::uint32_t> known;
    std::vector<std::uint32_t> firstEnd; // per class of groups; its kinds of ends follow each other
    for (std::uint32_t g = 0; g < shape.groups(); ++g) {
        std::vector<Member>& own = inGroup[g];
        if (own.empty())
            continue;
        std::sort(own.begin(), own.end());
        GroupKey key{shape.podOf(g), symmetry.lookOfGroup(g), {}};
        for (const Member& member : own)
            key.kinds.push_back(member.kind);
        const auto [at, fresh] = known.try_emplace(std::move(key), static_cast<std::uint32_t>(groups.size()));
        if (fresh) {
            groups.push_back({{}, shape.podOf(g), shape.domainOf(g)});
            firstEnd.push_back(static_cast<std::uint32_t>(ends.size()));
        }
        groups[at->second].members.push_back(g);
        std::uint32_t end = firstEnd[at->second];
        for (std::size_t i = 0; i < own.size(); ++end) {
            if (fresh)
                ends.push_back({at->second,
                                own[i].kind.colour,
                                0,
                                own[i].kind.package,
                                inFirstPackage(shape, own, i),
                                {}});
            EndClass& c = ends[end];
            for (const Kind kind = own[i].kind; i < own.size() && own[i].kind == kind; ++i) {
                c.members.push_back(own[i].end);
                c.perGroup += fresh ? 1 : 0;
                classOf[own[i].end] = end;
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
    const std::uint32_t self = from == to ? 1 : 0;
    const bool packed = same && a.package == b.package && a.package != EndClasses::noPackage;
    const std::uint32_t besideTo = packed ? b.perPackage : self, besideFrom = packed ? a.perPackage : self;
    if (packed)
        add(Distance::SamePackage, besideTo - self, besideFrom - self, self);
    if (same)
        add(Distance::SameGroup, b.perGroup - besideTo, a.perGroup - besideFrom, besideTo);
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
