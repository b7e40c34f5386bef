// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/traffic/collective_traffic.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>

namespace supernode {
namespace {

// Loads that differ only by the order of their sums are one.
std::int64_t rounded(double load) { return std::llround(std::log2(load) * 1099511627776.0 /* 2^40 */); }

struct LastSeen {
    LinkKind kind = {};
    double capacity = 0, load = 0;
    std::uint32_t resource = 0;
};

} // namespace

struct StepLoads::Group {
    std::size_t node = 0;
    std::uint64_t out = 0, in = 0;
    std::vector<std::uint32_t> endpoints;
    std::vector<double> sends, takes; // per endpoint
    double sendsAll = 0, takesAll = 0;
    double bothWays = 0; // sum of sends x takes of each endpoint: what it would send to itself
};
struct StepLoads::Sum {
    std::uint64_t mask = 0;
    Scope scope = Scope::IntraNode;
    const Group* first = nullptr;
    double ends = 0;   // endpoints
    double amount = 0; // that they take or send
    double even = 0;   // of it, what is spread over all spine chips of each plane
};

StepLoads::StepLoads(const NodeWays& ways, Overhead overhead)
    : m_ways(ways), m_overhead(overhead), m_up(ways.fabric().count(ElementKind::Endpoint) * ways.planes()),
      m_down(m_up.size()), m_nodeUp(ways.fabric().count(ElementKind::Node) * ways.planes()),
      m_nodeDown(m_nodeUp.size()), m_planes(ways.planes()) {}

void StepLoads::count(std::uint64_t mask, double transfers, double payload, double wire, std::uint32_t from,
                      std::uint32_t to) {
    forEachPlane(mask, [&](std::size_t p) {
        PlaneSum& sum = m_planes[p];
        sum.transfers += transfers;
        sum.payload += payload;
        sum.wire += wire;
        if (!sum.from.valid()) {
            sum.from = m_ways.fabric().id(ElementKind::Endpoint, from);
            sum.to = m_ways.fabric().id(ElementKind::Endpoint, to);
        }
    });
}

void StepLoads::cross(std::size_t a, std::size_t b, std::uint64_t mask, double wireEach) {
    m_far = true;
    forEachPlane(mask, [&](std::size_t p) {
        if (m_ways.whole(a, b) >> p & 1) {
            m_nodeUp[a * m_ways.planes() + p] += wireEach;
            m_nodeDown[b * m_ways.planes() + p] += wireEach;
            return;
        }
        m_uneven.resize(m_ways.fabric().channelCount());
        const double share = wireEach / static_cast<double>(m_ways.usableSpines(a, b, p));
        m_ways.forEachUsableSpine(a, b, p, [&](std::uint32_t k) {
            m_uneven[channelOf(m_ways.fabric().uplink(a, p, k), Direction::Up).value] += share;
            m_uneven[channelOf(m_ways.fabric().uplink(b, p, k), Direction::Down).value] += share;
        });
    });
}

void StepLoads::refuse(std::uint32_t from, std::uint32_t to, double pairs) {
    const Fabric& f = m_ways.fabric();
    const ElementId a = f.id(ElementKind::Endpoint, from), b = f.id(ElementKind::Endpoint, to);
    m_undelivered.pairs += static_cast<std::size_t>(pairs);
    if (m_undelivered.examples.size() >= Undelivered::mostExamples)
        return;
    const char* why = !m_ways.state().alive(a)   ? "the sender is down"
                      : !m_ways.state().alive(b) ? "the receiver is down"
                                                 : "no plane joins them";
    m_undelivered.examples.push_back(f.name(a) + " to " + f.name(b) + ": " + why);
}

void StepLoads::add(std::uint32_t from, std::uint32_t to, double bytes) {
    if (from == to || bytes <= 0)
        return;
    const std::size_t a = m_ways.fabric().nodeOfEndpoint(from), b = m_ways.fabric().nodeOfEndpoint(to);
    const std::uint64_t mask = m_ways.out(from) & m_ways.in(to)&m_ways.between(a, b);
    if (mask == 0)
        return refuse(from, to, 1);
    const bool far = m_ways.far(a, b);
    const double each = bytes / std::popcount(mask);
    const double wire = each * (far ? m_overhead.far : m_overhead.near);
    forEachPlane(mask, [&](std::size_t p) {
        m_up[from * m_ways.planes() + p] += wire;
        m_down[to * m_ways.planes() + p] += wire;
    });
    if (far)
        cross(a, b, mask, wire);
    count(mask, 1, each, wire, from, to);
    m_ones.push_back({from, to, bytes});
}

std::vector<StepLoads::Group> StepLoads::groupsOf(std::span<const std::uint32_t> ranks,
                                                  std::span<const double> out,
                                                  std::span<const double> in) const {
    std::map<std::tuple<std::size_t, std::uint64_t, std::uint64_t>, std::size_t> numbers;
    std::vector<Group> groups;
    for (std::size_t i = 0; i < ranks.size(); ++i) {
        const std::uint32_t e = ranks[i];
        const std::size_t node = m_ways.fabric().nodeOfEndpoint(e);
        const auto [found, fresh] = numbers.try_emplace({node, m_ways.out(e), m_ways.in(e)}, groups.size());
        if (fresh)
            groups.push_back({node, m_ways.out(e), m_ways.in(e), {}, {}, {}});
        Group& g = groups[found->second];
        g.endpoints.push_back(e);
        g.sends.push_back(out[i]);
        g.takes.push_back(in[i]);
        g.sendsAll += out[i];
        g.takesAll += in[i];
        g.bothWays += out[i] * in[i];
    }
    return groups;
}

// Up: what the group sends to all others; down: what it takes from them. Transfers over planes that are not
// whole are put on their channels here, when they are sent.
std::vector<StepLoads::Sum> StepLoads::sumsOf(const std::vector<Group>& groups, std::size_t self,
                                              Direction d) {
    std::vector<Sum> sums;
    const Group& group = groups[self];
    for (const Group& other : groups) {
        if (&other == &group) {
            if (d == Direction::Up)
                addWithin(group);
            continue;
        }
        const Group &from = d == Direction::Up ? group : other, &to = d == Direction::Up ? other : group;
        const std::uint64_t mask = from.out & to.in & m_ways.between(from.node, to.node);
        const auto ends = static_cast<double>(other.endpoints.size());
        if (mask == 0) {
            if (d == Direction::Up)
                refuse(from.endpoints.front(), to.endpoints.back(),
                       static_cast<double>(group.endpoints.size()) * ends);
            continue;
        }
        const Scope scope = m_ways.far(from.node, to.node) ? Scope::InterNode : Scope::IntraNode;
        auto sum = std::find_if(sums.begin(), sums.end(),
                                [&](const Sum& s) { return s.mask == mask && s.scope == scope; });
        if (sum == sums.end())
            sum = sums.insert(sums.end(), {mask, scope, &other});
        const double amount = d == Direction::Up ? other.takesAll : other.sendsAll;
        sum->ends += ends;
        sum->amount += amount;
        if (scope == Scope::IntraNode)
            continue;
        if ((m_ways.whole(from.node, to.node) & mask) == mask)
            sum->even += amount;
        else if (d == Direction::Up)
            cross(from.node, to.node, mask, from.sendsAll * amount * m_overhead.far / std::popcount(mask));
    }
    return sums;
}

void StepLoads::addSum(const Group& group, const Sum& sum, Direction d) {
    const bool up = d == Direction::Up, far = sum.scope == Scope::InterNode;
    const double each = (far ? m_overhead.far : m_overhead.near) / std::popcount(sum.mask);
    const std::vector<double>& own = up ? group.sends : group.takes;
    for (std::size_t i = 0; i < own.size(); ++i)
        forEachPlane(sum.mask, [&](std::size_t p) {
            (up ? m_up : m_down)[group.endpoints[i] * m_ways.planes() + p] += own[i] * sum.amount * each;
        });
    if (far) {
        m_far = true;
        const double even = (up ? group.sendsAll : group.takesAll) * sum.even * each;
        forEachPlane(sum.mask, [&](std::size_t p) {
            (up ? m_nodeUp : m_nodeDown)[group.node * m_ways.planes() + p] += even;
        });
    }
    if (up)
        count(sum.mask, static_cast<double>(own.size()) * sum.ends,
              group.sendsAll * sum.amount / std::popcount(sum.mask), group.sendsAll * sum.amount * each,
              group.endpoints.front(), sum.first->endpoints.back());
}

// Everybody of the group to everybody else of it.
void StepLoads::addWithin(const Group& group) {
    const auto n = static_cast<double>(group.endpoints.size());
    if (n < 2)
        return;
    const std::uint32_t a = group.endpoints.front(), b = group.endpoints.back();
    const std::uint64_t mask = group.out & group.in & m_ways.between(group.node, group.node);
    if (mask == 0)
        return refuse(a, b, n * (n - 1));
    const double planes = std::popcount(mask);
    for (std::size_t i = 0; i < group.endpoints.size(); ++i) {
        const double up = group.sends[i] * (group.takesAll - group.takes[i]) * m_overhead.near / planes;
        const double down = group.takes[i] * (group.sendsAll - group.sends[i]) * m_overhead.near / planes;
        forEachPlane(mask, [&](std::size_t p) {
            m_up[group.endpoints[i] * m_ways.planes() + p] += up;
            m_down[group.endpoints[i] * m_ways.planes() + p] += down;
        });
    }
    const double payload = (group.sendsAll * group.takesAll - group.bothWays) / planes;
    count(mask, n * (n - 1), payload, payload * m_overhead.near, a, b);
}

void StepLoads::addProduct(std::span<const std::uint32_t> ranks, std::span<const double> out,
                           std::span<const double> in) {
    const std::vector<Group> groups = groupsOf(ranks, out, in);
    for (std::size_t g = 0; g < groups.size(); ++g)
        for (const Direction d : {Direction::Up, Direction::Down})
            for (const Sum& sum : sumsOf(groups, g, d))
                addSum(groups[g], sum, d);
    rememberProduct(groups);
}

void StepLoads::rememberProduct(const std::vector<Group>& groups) {
    PairProduct product;
    product.groups = static_cast<std::uint32_t>(groups.size());
    product.ends.resize(m_ways.fabric().count(ElementKind::Endpoint));
    for (std::uint32_t a = 0; a < groups.size(); ++a) {
        const Group& group = groups[a];
        for (std::size_t i = 0; i < group.endpoints.size(); ++i)
            product.ends[group.endpoints[i]] = {group.sends[i], group.takes[i], a};
        for (const Group& to : groups)
            product.joined.push_back((group.out & to.in & m_ways.between(group.node, to.node)) != 0);
    }
    m_who.add(std::move(product));
}

void StepLoads::addInSwitch(std::span<const std::uint32_t> ranks, std::span<const double> up, double down) {
    std::uint64_t mask = ~std::uint64_t{0};
    for (const std::uint32_t e : ranks)
        mask &= m_ways.out(e) & m_ways.in(e);
    const auto n = static_cast<double>(ranks.size());
    if (mask == 0)
        return refuse(ranks.front(), ranks.back(), n * (n - 1));
    const double planes = std::popcount(mask);
    forEachPlane(mask, [&](std::size_t p) {
        for (std::size_t i = 0; i < ranks.size(); ++i) {
            m_up[ranks[i] * m_ways.planes() + p] += up[i] * m_overhead.near / planes;
            m_down[ranks[i] * m_ways.planes() + p] += down * m_overhead.near / planes;
        }
    });
    m_who.setUnknown("the switch chips add what all send and send the sum to all: there are no pairs");
    const double payload = n * down / planes;
    count(mask, n, payload, payload * m_overhead.near, ranks.front(), ranks.back());
}

template <class Visit>
void StepLoads::visitChannels(std::size_t plane, Visit&& visit) const {
    const Fabric& f = m_ways.fabric();
    const auto both = [&](LinkId first, std::size_t links, double up, double down) {
        for (const auto& [direction, load] : {std::pair(Direction::Up, up), {Direction::Down, down}})
            if (load > 0)
                visit(channelOf(first, direction), links, load);
    };
    for (std::size_t e = 0; e < f.count(ElementKind::Endpoint); ++e)
        both(f.endpointLink(e, plane), 1, m_up[e * m_ways.planes() + plane],
             m_down[e * m_ways.planes() + plane]);
    if (!m_far)
        return;
    const auto spines = static_cast<double>(m_ways.spines());
    for (std::size_t n = 0; n < f.count(ElementKind::Node); ++n) {
        const double up = m_nodeUp[n * m_ways.planes() + plane] / spines,
                     down = m_nodeDown[n * m_ways.planes() + plane] / spines;
        const LinkId first = f.uplink(n, plane, 0); // those to the other spine chips follow
        if (m_uneven.empty() && m_ways.alike(n, plane)) {
            both(first, m_ways.spines(), up, down);
            continue;
        }
        const auto uneven = [&](LinkId link, Direction d) {
            return m_uneven.empty() ? 0.0 : m_uneven[channelOf(link, d).value];
        };
        for (std::uint32_t k = 0; k < m_ways.spines(); ++k) {
            const LinkId link(first.value + k);
            both(link, 1, up + uneven(link, Direction::Up), down + uneven(link, Direction::Down));
        }
    }
}

double StepLoads::seconds() const {
    double longest = 0;
    for (std::size_t p = 0; p < m_planes.size(); ++p)
        visitChannels(p, [&](ChannelId first, std::size_t, double load) {
            if (const double capacity = m_ways.state().capacity[first.value]; load > longest * capacity)
                longest = load / capacity;
        });
    return longest;
}

double StepLoads::payload() const {
    double sum = 0;
    for (const PlaneSum& plane : m_planes)
        sum += plane.payload;
    return sum;
}

Traffic StepLoads::traffic() const {
    Traffic traffic;
    traffic.resourceOf.assign(m_ways.fabric().channelCount(), Traffic::unused);
    traffic.undelivered = m_undelivered;
    auto who = std::make_shared<PairBytes>(m_who);
    who->add(m_ones);
    traffic.who = std::move(who);
    for (std::size_t p = 0; p < m_planes.size(); ++p) {
        const PlaneSum& sum = m_planes[p];
        if (sum.payload <= 0)
            continue;
        const double mean = sum.payload / sum.transfers;
        traffic.joined = std::max(traffic.joined, sum.transfers);
        traffic.pairs = 1;
        std::map<std::tuple<LinkKind, Direction, double, std::int64_t>, std::uint32_t> classes;
        std::vector<Use> uses;
        LastSeen seen[2]; // the last channel of each direction: most are like it
        visitChannels(p, [&](ChannelId first, std::size_t links, double load) {
            const Direction direction = directionOf(first);
            const LinkKind kind = m_ways.fabric().link(linkOf(first)).kind;
            const double capacity = m_ways.state().capacity[first.value];
            LastSeen& last = seen[direction == Direction::Down];
            if (last.load != load || last.capacity != capacity || last.kind != kind) {
                const auto [found, fresh] = classes.try_emplace({kind, direction, capacity, rounded(load)},
                                                                std::uint32_t(traffic.channel.size()));
                last = {kind, capacity, load, found->second};
                if (fresh)
                    uses.push_back({traffic.addResource(first, capacity), load / mean});
            }
            for (std::size_t i = 0; i < links; ++i)
                traffic.resourceOf[first.value + 2 * i] = last.resource;
        });
        traffic.addFlow(
            {sum.transfers, mean, sum.wire / sum.payload, static_cast<std::uint32_t>(p), 0, sum.from, sum.to},
            uses);
    }
    return traffic;
}

} // namespace supernode
