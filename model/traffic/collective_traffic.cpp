// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/traffic/collective_traffic.h"

#include "model/traffic/usable.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace supernode {
namespace {

template <class Visit>
void forEachPlane(std::uint64_t mask, Visit&& visit) {
    for (; mask != 0; mask &= mask - 1)
        visit(static_cast<std::size_t>(std::countr_zero(mask)));
}

// Loads that differ only by the order of their sums are one.
std::int64_t rounded(double load) { return std::llround(std::log2(load) * 1099511627776.0 /* 2^40 */); }

} // namespace

NodeWays::NodeWays(const Fabric& fabric, const FabricState& state)
    : m_f(fabric), m_state(state), m_planes(fabric.count(ElementKind::Plane)),
      m_spines(static_cast<std::size_t>(fabric.system().spinesPerPlane())),
      m_out(fabric.count(ElementKind::Endpoint)), m_in(m_out.size()) {
    const auto carries = [&](LinkId link, Direction d) {
        return state.capacity[channelOf(link, d).value] > 0;
    };
    for (std::size_t e = 0; e < m_out.size(); ++e)
        for (std::size_t p = 0; p < m_planes; ++p) {
            const std::uint64_t bit = std::uint64_t{1} << p;
            m_out[e] |= carries(fabric.endpointLink(e, p), Direction::Up) ? bit : 0;
            m_in[e] |= carries(fabric.endpointLink(e, p), Direction::Down) ? bit : 0;
        }
    if (!fabric.system().twoTier())
        return;
    m_whole.assign(fabric.count(ElementKind::Node) * m_planes * 2, 1);
    for (std::size_t n = 0; n < fabric.count(ElementKind::Node); ++n)
        for (std::size_t p = 0; p < m_planes; ++p)
            for (std::size_t k = 0; k < m_spines; ++k)
                for (const Direction d : {Direction::Up, Direction::Down})
                    if (!carries(fabric.uplink(n, p, k), d))
                        m_whole[(n * m_planes + p) * 2 + (d == Direction::Down)] = 0;
}

bool NodeWays::far(std::size_t a, std::size_t b) const { return m_f.system().twoTier() && a != b; }

std::uint64_t NodeWays::between(std::size_t a, std::size_t b) const {
    const std::uint64_t all = m_planes == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << m_planes) - 1;
    if (m_f.supernodeOfNode(a) != m_f.supernodeOfNode(b))
        return 0;
    if (!far(a, b))
        return all;
    bool intact = true;
    for (std::size_t p = 0; p < m_planes && intact; ++p)
        intact = whole(a, p, Direction::Up) && whole(b, p, Direction::Down);
    if (intact)
        return all;
    const auto [found, fresh] = m_between.try_emplace({a, b}, 0);
    for (std::size_t p = 0; fresh && p < m_planes; ++p)
        if (!usableSpines(m_f, m_state, a, b, p).empty())
            found->second |= std::uint64_t{1} << p;
    return found->second;
}

struct StepLoads::Group {
    std::size_t node = 0;
    std::uint64_t out = 0, in = 0;
    std::vector<std::uint32_t> endpoints;
    std::vector<double> sends, takes; // per endpoint
    double sendsAll = 0, takesAll = 0;
    double bothWays = 0; // sum of sends x takes of each endpoint: what it would send to itself
};
struct StepLoads::Pair {
    const Group& from;
    const Group& to;
    bool same = false;
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
        if (m_ways.whole(a, p, Direction::Up) && m_ways.whole(b, p, Direction::Down)) {
            m_nodeUp[a * m_ways.planes() + p] += wireEach;
            m_nodeDown[b * m_ways.planes() + p] += wireEach;
            return;
        }
        m_uneven.resize(m_ways.fabric().channelCount());
        const auto usable = usableSpines(m_ways.fabric(), m_ways.state(), a, b, p);
        for (const std::uint32_t k : usable) {
            const double share = wireEach / static_cast<double>(usable.size());
            m_uneven[channelOf(m_ways.fabric().uplink(a, p, k), Direction::Up).value] += share;
            m_uneven[channelOf(m_ways.fabric().uplink(b, p, k), Direction::Down).value] += share;
        }
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

void StepLoads::addPair(const Pair& pair) {
    const Group &from = pair.from, &to = pair.to;
    const double n = static_cast<double>(from.endpoints.size()), m = static_cast<double>(to.endpoints.size());
    const double transfers = n * m - (pair.same ? n : 0);
    if (transfers <= 0)
        return;
    const std::uint32_t a = from.endpoints.front(), b = to.endpoints.back();
    const std::uint64_t mask = from.out & to.in & m_ways.between(from.node, to.node);
    if (mask == 0)
        return refuse(a, b, transfers);
    const bool far = m_ways.far(from.node, to.node);
    const double planes = std::popcount(mask), overhead = far ? m_overhead.far : m_overhead.near;
    const double own = pair.same ? 1 : 0;
    for (std::size_t i = 0; i < from.endpoints.size(); ++i) {
        const double wire = from.sends[i] * (to.takesAll - own * from.takes[i]) * overhead / planes;
        forEachPlane(mask, [&](std::size_t p) { m_up[from.endpoints[i] * m_ways.planes() + p] += wire; });
    }
    for (std::size_t j = 0; j < to.endpoints.size(); ++j) {
        const double wire = to.takes[j] * (from.sendsAll - own * to.sends[j]) * overhead / planes;
        forEachPlane(mask, [&](std::size_t p) { m_down[to.endpoints[j] * m_ways.planes() + p] += wire; });
    }
    const double payload = (from.sendsAll * to.takesAll - own * from.bothWays) / planes;
    if (far)
        cross(from.node, to.node, mask, payload * overhead);
    count(mask, transfers, payload, payload * overhead, a, b);
}

void StepLoads::addProduct(std::span<const std::uint32_t> ranks, std::span<const double> out,
                           std::span<const double> in) {
    const std::vector<Group> groups = groupsOf(ranks, out, in);
    for (std::size_t a = 0; a < groups.size(); ++a)
        for (std::size_t b = 0; b < groups.size(); ++b)
            addPair({groups[a], groups[b], a == b});
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
    const auto both = [&](LinkId link, double up, double down) {
        for (const auto& [direction, load] : {std::pair(Direction::Up, up), {Direction::Down, down}})
            if (load > 0)
                visit(channelOf(link, direction), load);
    };
    for (std::size_t e = 0; e < f.count(ElementKind::Endpoint); ++e)
        both(f.endpointLink(e, plane), m_up[e * m_ways.planes() + plane],
             m_down[e * m_ways.planes() + plane]);
    if (!m_far)
        return;
    const auto spines = static_cast<double>(m_ways.spines());
    for (std::size_t n = 0; n < f.count(ElementKind::Node); ++n)
        for (std::size_t k = 0; k < m_ways.spines(); ++k) {
            const LinkId link = f.uplink(n, plane, k);
            const double up = m_nodeUp[n * m_ways.planes() + plane] / spines,
                         down = m_nodeDown[n * m_ways.planes() + plane] / spines;
            if (m_uneven.empty())
                both(link, up, down);
            else
                both(link, up + m_uneven[channelOf(link, Direction::Up).value],
                     down + m_uneven[channelOf(link, Direction::Down).value]);
        }
}

double StepLoads::seconds() const {
    double longest = 0;
    for (std::size_t p = 0; p < m_planes.size(); ++p)
        visitChannels(p, [&](ChannelId channel, double load) {
            longest = std::max(longest, load / m_ways.state().capacity[channel.value]);
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
        visitChannels(p, [&](ChannelId channel, double load) {
            const double capacity = m_ways.state().capacity[channel.value];
            const auto [found, fresh] = classes.try_emplace(
                {m_ways.fabric().link(linkOf(channel)).kind, directionOf(channel), capacity, rounded(load)},
                static_cast<std::uint32_t>(traffic.channel.size()));
            traffic.resourceOf[channel.value] = found->second;
            if (fresh)
                uses.push_back({traffic.addResource(channel, capacity), load / mean});
        });
        traffic.addFlow(
            {sum.transfers, mean, sum.wire / sum.payload, static_cast<std::uint32_t>(p), 0, sum.from, sum.to},
            uses);
    }
    return traffic;
}

} // namespace supernode
