// SPDX-License-Identifier: GPL-3.0-or-later
// What transfers put on which channels; how the loads become Traffic is in collective_flows.cpp.
#include "model/traffic/collective_traffic.h"

#include <algorithm>
#include <bit>
#include <map>
#include <numeric>

namespace supernode {

struct StepLoads::Group {
    std::uint32_t group = 0;
    std::uint64_t attached = 0;
    std::vector<std::uint32_t> endpoints;
    std::vector<double> sends, takes; // per endpoint
    double sendsAll = 0, takesAll = 0;
};
struct StepLoads::Pair {
    const Group& from;
    const Group& to;
    bool same = false;
};
struct StepLoads::Kind {
    std::uint32_t look = 0, pod = 0;
    std::uint64_t attached = 0;
    std::vector<const Group*> groups;
};
struct StepLoads::Others {
    const Ways* ways = nullptr;
    std::uint64_t attached = 0; // classes of planes of both sides
    double planes = 0;          // of them, those that join
    std::uint32_t example = 0;  // endpoint
    double ends = 0;
    double amount = 0; // that they take or send
};

StepLoads::StepLoads(const NodeWays& ways, Overhead overhead)
    : m_ways(ways), m_overhead(overhead), m_load(ways.shape(), ways.sharedSymmetry()),
      m_planes(ways.symmetry().planes().size()) {}

void StepLoads::addTo(Sum& sum, double transfers, double payload, double wire, std::uint32_t from,
                      std::uint32_t to) const {
    sum.transfers += transfers;
    sum.payload += payload;
    sum.wire += wire;
    if (!sum.from.valid()) {
        sum.from = m_ways.fabric().id(ElementKind::Endpoint, from);
        sum.to = m_ways.fabric().id(ElementKind::Endpoint, to);
    }
}

void StepLoads::addInPackage(std::uint32_t from, std::uint32_t to, LinkId link, double bytes) {
    m_inPackage.resize(m_ways.fabric().channelCount());
    const double wire = bytes * m_overhead.near;
    m_inPackage[channelOf(link, from < to ? Direction::Up : Direction::Down).value] += wire;
    addTo(m_packages, 1, bytes, wire, from, to);
    m_joined += 1;
}

Distance StepLoads::distanceOf(std::uint32_t from, std::uint32_t to) const {
    const NetworkShape& shape = m_ways.shape();
    const std::uint32_t a = shape.groupOf(from), b = shape.groupOf(to);
    return a == b                             ? Distance::SameGroup
           : shape.podOf(a) == shape.podOf(b) ? Distance::SamePod
                                              : Distance::SameDomain;
}

// Loads above the groups of two ends, for what one plane of each leg carries.
void StepLoads::cross(std::uint32_t from, std::uint32_t to, const Ways& ways, double wireEach) {
    const NetworkShape& shape = m_ways.shape();
    const std::uint32_t a = shape.groupOf(from), b = shape.groupOf(to);
    for (const Leg& leg : ways.legs)
        for (std::uint32_t i = leg.firstSpine; i < leg.endSpine; ++i) {
            const SpinePart& part = ways.spines[i];
            load({Tier::Uplink, Direction::Up, leg.planes, a, part.spines, 0}) += wireEach * part.share;
            load({Tier::Uplink, Direction::Down, leg.planes, b, part.spines, 0}) += wireEach * part.share;
            for (std::uint32_t j = part.firstCore; j < part.endCore; ++j) {
                const double each = wireEach * ways.cores[j].share;
                load({Tier::Core, Direction::Up, leg.planes, shape.podOf(a), part.spines,
                      ways.cores[j].cores}) += each;
                load({Tier::Core, Direction::Down, leg.planes, shape.podOf(b), part.spines,
                      ways.cores[j].cores}) += each;
            }
        }
}

void StepLoads::refuse(std::uint32_t from, std::uint32_t to, double pairs) {
    const Fabric& f = m_ways.fabric();
    const ElementId a = f.id(ElementKind::Endpoint, from), b = f.id(ElementKind::Endpoint, to);
    m_undelivered.pairs += static_cast<std::size_t>(pairs);
    if (m_undelivered.examples.size() >= Undelivered::mostExamples)
        return;
    const std::string why = whyCut(f, m_ways.state(), a, b, m_ways.shape().network());
    m_undelivered.examples.push_back(f.name(a) + " to " + f.name(b) + ": " +
                                     (why.empty() ? "no plane joins them" : why));
}

void StepLoads::add(std::uint32_t from, std::uint32_t to, double bytes) {
    if (from == to || bytes <= 0)
        return;
    if (const LinkId link = m_ways.packageLink(from, to); link.valid()) {
        addInPackage(from, to, link, bytes);
        m_ones.push_back({from, to, bytes});
        return;
    }
    const Ways& ways = m_ways.between(from, to);
    if (ways.legs.empty())
        return refuse(from, to, 1);
    const Distance distance = distanceOf(from, to);
    m_farthest = std::max(m_farthest, distance);
    const double each = bytes / ways.planes;
    const double wire = each * (distance == Distance::SameGroup ? m_overhead.near : m_overhead.far);
    for (const Leg& leg : ways.legs) {
        load({Tier::Attach, Direction::Up, leg.planes, from, 0, 0}) += wire;
        load({Tier::Attach, Direction::Down, leg.planes, to, 0, 0}) += wire;
        addTo(m_planes[leg.planes], 1, each, wire, from, to);
    }
    cross(from, to, ways, wire);
    m_joined += 1;
    m_ones.push_back({from, to, bytes});
}

std::vector<StepLoads::Group> StepLoads::groupsOf(std::span<const std::uint32_t> ranks,
                                                  std::span<const double> out,
                                                  std::span<const double> in) const {
    std::map<std::pair<std::uint32_t, std::uint64_t>, std::size_t> numbers;
    std::vector<Group> groups;
    const std::size_t each = m_ways.shape().endpoints() / m_ways.shape().groups();
    std::size_t last = 0; // of the rank before: most stand side by side
    for (std::size_t i = 0; i < ranks.size(); ++i) {
        const std::uint32_t e = ranks[i], group = m_ways.shape().groupOf(e);
        if (groups.empty() || groups[last].group != group || groups[last].attached != m_ways.attached(e)) {
            const auto [found, fresh] = numbers.try_emplace({group, m_ways.attached(e)}, groups.size());
            last = found->second;
            if (fresh) {
                groups.push_back({group, m_ways.attached(e), {}, {}, {}});
                groups[last].endpoints.reserve(each);
                groups[last].sends.reserve(each);
                groups[last].takes.reserve(each);
            }
        }
        Group& g = groups[last];
        g.endpoints.push_back(e);
        g.sends.push_back(out[i]);
        g.takes.push_back(in[i]);
        g.sendsAll += out[i];
        g.takesAll += in[i];
    }
    return groups;
}

// Per endpoint of `group`: the sum of `amounts` of those among `others` that it does not send to, or get
// from, over the planes: itself, and those in its package that a link joins. Empty: none.
std::vector<double> StepLoads::besides(const Pair& pair, const Group& group, const Group& others,
                                       const std::vector<double>& amounts) const {
    const std::uint32_t each = m_ways.endpointsPerPackage();
    if (group.group != others.group || (!pair.same && each == 1))
        return {};
    std::vector<double> sums(group.endpoints.size());
    for (std::size_t i = 0; i < sums.size(); ++i) {
        const std::uint32_t own = group.endpoints[i];
        if (pair.same)
            sums[i] += amounts[i];
        for (std::uint32_t e = own / each * each; e < own / each * each + each; ++e)
            if (m_ways.packageLink(own, e).valid())
                if (const auto at = std::find(others.endpoints.begin(), others.endpoints.end(), e);
                    at != others.endpoints.end())
                    sums[i] += amounts[static_cast<std::size_t>(at - others.endpoints.begin())];
    }
    return sums;
}

double StepLoads::pairsBeside(const Pair& pair) const {
    const std::vector<double> ones(pair.to.endpoints.size(), 1.0);
    const std::vector<double> counts = besides(pair, pair.from, pair.to, ones);
    return std::accumulate(counts.begin(), counts.end(), 0.0);
}

// What two endpoints of a package send each other.
void StepLoads::addPackages(const Pair& pair) {
    const Group &from = pair.from, &to = pair.to;
    for (std::size_t i = 0; from.group == to.group && i < from.endpoints.size(); ++i)
        for (std::size_t j = 0; j < to.endpoints.size(); ++j)
            if (const LinkId link = m_ways.packageLink(from.endpoints[i], to.endpoints[j]);
                link.valid() && from.sends[i] * to.takes[j] > 0)
                addInPackage(from.endpoints[i], to.endpoints[j], link, from.sends[i] * to.takes[j]);
}

void StepLoads::addPair(const Pair& pair) {
    const Group &from = pair.from, &to = pair.to;
    const std::vector<double> notTo = besides(pair, from, to, to.takes),
                              notFrom = besides(pair, to, from, from.sends);
    const double transfers = static_cast<double>(from.endpoints.size() * to.endpoints.size()) -
                             (notTo.empty() ? 0 : pairsBeside(pair));
    if (m_ways.endpointsPerPackage() > 1)
        addPackages(pair);
    if (transfers <= 0)
        return;
    const std::uint32_t a = from.endpoints.front(), b = to.endpoints.back();
    const Ways& ways = m_ways.between(a, b);
    if (ways.legs.empty())
        return refuse(a, b, transfers);
    const Distance distance = distanceOf(a, b);
    m_farthest = std::max(m_farthest, distance);
    const double overhead = distance == Distance::SameGroup ? m_overhead.near : m_overhead.far;
    double payload = 0;
    for (std::size_t i = 0; i < from.endpoints.size(); ++i) {
        const double each = from.sends[i] * (to.takesAll - (notTo.empty() ? 0 : notTo[i])) / ways.planes;
        payload += each;
        for (const Leg& leg : ways.legs)
            load({Tier::Attach, Direction::Up, leg.planes, from.endpoints[i], 0, 0}) += each * overhead;
    }
    for (std::size_t j = 0; j < to.endpoints.size(); ++j) {
        const double each = to.takes[j] * (from.sendsAll - (notFrom.empty() ? 0 : notFrom[j])) / ways.planes;
        for (const Leg& leg : ways.legs)
            load({Tier::Attach, Direction::Down, leg.planes, to.endpoints[j], 0, 0}) += each * overhead;
    }
    for (const Leg& leg : ways.legs)
        addTo(m_planes[leg.planes], transfers, payload, payload * overhead, a, b);
    cross(a, b, ways, payload * overhead);
    m_joined += transfers;
}

std::vector<StepLoads::Kind> StepLoads::kindsOf(const std::vector<Group>& groups) const {
    std::vector<Kind> kinds;
    for (const Group& group : groups) {
        const std::uint32_t look = m_ways.symmetry().lookOfGroup(group.group),
                            pod = m_ways.shape().podOf(group.group);
        auto at = std::find_if(kinds.begin(), kinds.end(), [&](const Kind& k) {
            return k.look == look && k.pod == pod && k.attached == group.attached;
        });
        if (at == kinds.end())
            at = kinds.insert(kinds.end(), {look, pod, group.attached, {}});
        at->groups.push_back(&group);
    }
    return kinds;
}

// Groups elsewhere that are joined with this one in the same way. Up: what they take; down: what they send.
std::vector<StepLoads::Others> StepLoads::othersOf(const std::vector<Kind>& kinds, const Group& group,
                                                   Direction d) {
    std::vector<Others> all;
    for (const Kind& kind : kinds) {
        const auto other = std::find_if(kind.groups.begin(), kind.groups.end(),
                                        [&](const Group* g) { return g->group != group.group; });
        if (other == kind.groups.end())
            continue;
        const std::uint32_t a = group.group, b = (*other)->group;
        const Ways* ways = d == Direction::Up ? &m_ways.above(a, b) : &m_ways.above(b, a);
        const std::uint64_t attached = group.attached & kind.attached;
        auto at = std::find_if(all.begin(), all.end(),
                               [&](const Others& o) { return o.ways == ways && o.attached == attached; });
        if (at == all.end()) {
            at = all.insert(all.end(), {ways, attached, 0, (*other)->endpoints.back()});
            for (const Leg& leg : ways->legs)
                at->planes += attached >> leg.planes & 1 ? leg.count : 0;
        }
        for (const Group* g : kind.groups) {
            if (g->group == group.group)
                continue;
            const auto ends = static_cast<double>(g->endpoints.size());
            if (at->planes == 0 && d == Direction::Up)
                refuse(group.endpoints.front(), g->endpoints.back(),
                       static_cast<double>(group.endpoints.size()) * ends);
            at->ends += ends;
            at->amount += d == Direction::Up ? g->takesAll : g->sendsAll;
        }
    }
    return all;
}

void StepLoads::addOthers(const Group& group, const Others& others, Direction d) {
    if (others.planes == 0)
        return;
    const bool up = d == Direction::Up;
    const std::vector<double>& own = up ? group.sends : group.takes;
    const double payload = (up ? group.sendsAll : group.takesAll) * others.amount / others.planes;
    const double each = others.amount * m_overhead.far / others.planes, wire = payload * m_overhead.far;
    const double transfers = static_cast<double>(own.size()) * others.ends;
    const std::uint32_t pod = m_ways.shape().podOf(group.group);
    for (const Leg& leg : others.ways->legs) {
        if (!(others.attached >> leg.planes & 1))
            continue;
        for (std::size_t i = 0; i < own.size(); ++i)
            load({Tier::Attach, d, leg.planes, group.endpoints[i], 0, 0}) += own[i] * each;
        for (std::uint32_t k = leg.firstSpine; k < leg.endSpine; ++k) {
            const SpinePart& part = others.ways->spines[k];
            load({Tier::Uplink, d, leg.planes, group.group, part.spines, 0}) += wire * part.share;
            for (std::uint32_t j = part.firstCore; j < part.endCore; ++j) {
                const CorePart& core = others.ways->cores[j];
                load({Tier::Core, d, leg.planes, pod, part.spines, core.cores}) += wire * core.share;
            }
        }
        if (up)
            addTo(m_planes[leg.planes], transfers, payload, wire, group.endpoints.front(), others.example);
    }
    m_farthest = std::max(m_farthest, distanceOf(group.endpoints.front(), others.example));
    m_joined += up ? transfers : 0;
}

void StepLoads::addProduct(std::span<const std::uint32_t> ranks, std::span<const double> out,
                           std::span<const double> in) {
    if (m_ways.pairByPair()) {
        for (std::size_t i = 0; i < ranks.size(); ++i)
            for (std::size_t j = 0; j < ranks.size(); ++j)
                add(ranks[i], ranks[j], out[i] * in[j]);
        return;
    }
    const std::vector<Group> groups = groupsOf(ranks, out, in);
    const std::vector<Kind> kinds = kindsOf(groups);
    for (const Group& group : groups) {
        for (const Group& other : groups)
            if (other.group == group.group)
                addPair({group, other, &other == &group});
        for (const Direction d : {Direction::Up, Direction::Down})
            for (const Others& others : othersOf(kinds, group, d))
                addOthers(group, others, d);
    }
    rememberProduct(groups, kinds);
}

void StepLoads::rememberProduct(const std::vector<Group>& groups, const std::vector<Kind>& kinds) {
    const std::size_t n = groups.size();
    PairProduct product;
    product.groups = static_cast<std::uint32_t>(n);
    product.ends.resize(m_ways.shape().endpoints());
    product.joined.resize(n * n);
    for (std::uint32_t a = 0; a < n; ++a)
        for (std::size_t i = 0; i < groups[a].endpoints.size(); ++i)
            product.ends[groups[a].endpoints[i]] = {groups[a].sends[i], groups[a].takes[i], a};
    const auto number = [&](const Group* group) { return static_cast<std::size_t>(group - groups.data()); };
    for (const Group& from : groups)
        for (const Kind& to : kinds) {
            const Ways* ways = nullptr; // to all of the kind but itself
            for (const Group* group : to.groups) {
                if (!ways || group->group == from.group)
                    ways = &m_ways.above(from.group, group->group);
                const bool joined = std::any_of(ways->legs.begin(), ways->legs.end(), [&](const Leg& leg) {
                    return (from.attached & to.attached) >> leg.planes & 1;
                });
                product.joined[number(&from) * n + number(group)] = joined;
                if (group->group != from.group)
                    continue;
                ways = nullptr;
                if (!joined)
                    rememberPackages(from, *group);
            }
        }
    m_who.add(std::move(product));
}

// Pairs that the links of packages join where no plane does.
void StepLoads::rememberPackages(const Group& from, const Group& to) {
    for (std::size_t i = 0; i < from.endpoints.size(); ++i)
        for (std::size_t j = 0; j < to.endpoints.size(); ++j)
            if (m_ways.packageLink(from.endpoints[i], to.endpoints[j]).valid())
                m_ones.push_back({from.endpoints[i], to.endpoints[j], from.sends[i] * to.takes[j]});
}

void StepLoads::addInSwitch(std::span<const std::uint32_t> ranks, std::span<const double> up, double down) {
    std::uint64_t shared = ~std::uint64_t{0};
    for (const std::uint32_t e : ranks)
        shared &= m_ways.attached(e);
    const auto n = static_cast<double>(ranks.size());
    double planes = 0;
    for (std::uint32_t c = 0; c < m_planes.size(); ++c)
        planes += shared >> c & 1 ? m_ways.symmetry().planes().count(c) : 0;
    if (planes == 0)
        return refuse(ranks.front(), ranks.back(), n * (n - 1));
    const double payload = n * down / planes;
    for (std::uint32_t c = 0; c < m_planes.size(); ++c) {
        if (!(shared >> c & 1))
            continue;
        for (std::size_t i = 0; i < ranks.size(); ++i) {
            load({Tier::Attach, Direction::Up, c, ranks[i], 0, 0}) += up[i] * m_overhead.near / planes;
            load({Tier::Attach, Direction::Down, c, ranks[i], 0, 0}) += down * m_overhead.near / planes;
        }
        addTo(m_planes[c], n, payload, payload * m_overhead.near, ranks.front(), ranks.back());
    }
    m_farthest = std::max(m_farthest, Distance::SameGroup);
    m_joined += n;
    m_who.setUnknown("the switch chips add what all send and send the sum to all: there are no pairs");
}

} // namespace supernode
