// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/traffic/product_sets.h"

#include <map>

namespace supernode {

ProductSets::ProductSets(const NodeWays& ways, const std::vector<std::uint32_t>& endpoints,
                         std::span<const double> out, std::span<const double> in)
    : m_ways(ways), m_number(endpoints.size()) {
    std::map<std::pair<std::uint32_t, std::uint64_t>, std::vector<std::uint32_t>> ranks;
    for (std::uint32_t i = 0; i < endpoints.size(); ++i)
        ranks[{ways.shape().groupOf(endpoints[i]), ways.attached(endpoints[i])}].push_back(i);
    for (const auto& [key, members] : ranks) {
        for (const std::uint32_t i : members) {
            m_number[i] = static_cast<std::uint32_t>(m_endpoint.size());
            m_endpoint.push_back(endpoints[i]);
            m_bare.setOf.push_back(sets());
            m_bare.out.push_back(out[i]);
            m_bare.in.push_back(in[i]);
        }
        m_group.push_back(key.first);
        m_attached.push_back(key.second);
        m_bare.firstOfSet.push_back(static_cast<std::uint32_t>(m_endpoint.size()));
    }
    findPackages();
    for (std::uint32_t k = 0; k < sets(); ++k)
        for (std::uint32_t l = 0; l < sets(); ++l)
            join(k, l);
}

// Those of a package that a link joins talk over it.
void ProductSets::findPackages() {
    const std::uint32_t each = m_ways.endpointsPerPackage();
    m_bare.beside.resize(m_endpoint.size());
    for (std::uint32_t a = 0; a < m_endpoint.size(); ++a) {
        m_bare.beside[a] = {a};
        const std::uint32_t group = m_group[m_bare.setOf[a]];
        for (std::uint32_t b = 0; each > 1 && b < m_endpoint.size(); ++b)
            if (m_group[m_bare.setOf[b]] == group && m_endpoint[a] / each == m_endpoint[b] / each && a != b &&
                m_ways.packageLink(m_endpoint[a], m_endpoint[b]).valid())
                m_bare.beside[a].push_back(b);
    }
}

void ProductSets::join(std::uint32_t from, std::uint32_t to) {
    Joined joined;
    const std::uint64_t both = m_attached[from] & m_attached[to];
    if (both != 0) {
        joined.ways = &m_ways.above(m_group[from], m_group[to]);
        for (const Leg& leg : joined.ways->legs)
            if (both >> leg.planes & 1) {
                joined.over |= std::uint64_t{1} << leg.planes;
                joined.planes += leg.count;
            }
    }
    m_joined.push_back(joined);
}

ProductPlane::ProductPlane(const NodeWays& ways, const ProductSets& sets, Overhead overhead,
                           std::uint32_t planes)
    : m_ways(ways), m_sets(sets), m_planes(planes), m_problem(sets.bare()) {
    const auto ends = static_cast<std::uint32_t>(m_problem.ends());
    for (const Direction d : {Direction::Up, Direction::Down})
        for (std::uint32_t e = 0; e < ends; ++e)
            addLink({Tier::Attach, d, planes, sets.endpoint(e), 0, 0});
    for (std::uint32_t k = 0; k < sets.sets(); ++k)
        for (std::uint32_t l = 0; l < sets.sets(); ++l)
            addCorridor(k, l, sets.groupOf(k) == sets.groupOf(l) ? overhead.near : overhead.far);
}

std::uint32_t ProductPlane::addLink(const PlaceLoads::Place& place) {
    const bool there = place.tier != Tier::Attach || m_ways.shape().hasAttach();
    m_places.push_back(place);
    m_problem.capacity.push_back(there ? m_ways.capacities().at(place) : SharingProblem::unlimited);
    return static_cast<std::uint32_t>(m_places.size() - 1);
}

void ProductPlane::use(const PlaceLoads::Place& place, double load) {
    const auto [found, fresh] = m_above.try_emplace(place, 0);
    if (fresh)
        found->second = addLink(place) - static_cast<std::uint32_t>(2 * m_problem.ends());
    m_problem.uses.push_back({found->second, load});
}

void ProductPlane::addCorridor(std::uint32_t from, std::uint32_t to, double overhead) {
    const ProductSets::Joined& joined = m_sets.joined(from, to);
    ProductProblem::Corridor corridor{0, overhead, static_cast<std::uint32_t>(m_problem.uses.size()), 0};
    if (joined.over >> m_planes & 1) {
        corridor.factor = 1 / joined.planes;
        for (const Leg& leg : joined.ways->legs)
            if (leg.planes == m_planes)
                addAbove(m_sets.groupOf(from), m_sets.groupOf(to), leg, overhead);
    }
    corridor.endUse = static_cast<std::uint32_t>(m_problem.uses.size());
    m_problem.corridors.push_back(corridor);
}

void ProductPlane::addAbove(std::uint32_t from, std::uint32_t to, const Leg& leg, double overhead) {
    const NetworkShape& shape = m_ways.shape();
    const Ways& ways = m_ways.above(from, to);
    for (std::uint32_t i = leg.firstSpine; i < leg.endSpine; ++i) {
        const SpinePart& part = ways.spines[i];
        use({Tier::Uplink, Direction::Up, m_planes, from, part.spines, 0}, overhead * part.share);
        use({Tier::Uplink, Direction::Down, m_planes, to, part.spines, 0}, overhead * part.share);
        for (std::uint32_t j = part.firstCore; j < part.endCore; ++j) {
            const CorePart& core = ways.cores[j];
            use({Tier::Core, Direction::Up, m_planes, shape.podOf(from), part.spines, core.cores},
                overhead * core.share);
            use({Tier::Core, Direction::Down, m_planes, shape.podOf(to), part.spines, core.cores},
                overhead * core.share);
        }
    }
}

} // namespace supernode
