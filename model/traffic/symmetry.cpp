// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/traffic/symmetry.h"

#include <algorithm>
#include <span>
#include <tuple>
#include <utility>

namespace supernode {
namespace {

using Tier = NetworkShape::Tier;
using Place = NetworkShape::Place;
using Signature = std::span<const DamagedLink>;

struct Before {
    bool operator()(Signature a, Signature b) const {
        return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end());
    }
};

// The damage of each of the numbers 0 to n - 1, in the order in which it was added.
class Signatures {
public:
    explicit Signatures(std::uint32_t n) : m_count(n) {}

    void add(std::uint32_t number, const DamagedLink& link) {
        m_numbers.push_back(number);
        m_links.push_back(link);
    }
    // Before anybody asks. Mostly they were added in order.
    void sort() {
        if (std::is_sorted(m_numbers.begin(), m_numbers.end()))
            return;
        std::vector<std::pair<std::uint32_t, DamagedLink>> both;
        for (std::size_t i = 0; i < m_links.size(); ++i)
            both.emplace_back(m_numbers[i], m_links[i]);
        std::stable_sort(both.begin(), both.end(),
                         [](const auto& x, const auto& y) { return x.first < y.first; });
        for (std::size_t i = 0; i < m_links.size(); ++i)
            std::tie(m_numbers[i], m_links[i]) = both[i];
    }
    std::uint32_t count() const { return m_count; }
    Signature of(std::uint32_t number) const {
        const auto [first, last] = std::equal_range(m_numbers.begin(), m_numbers.end(), number);
        return Signature(m_links).subspan(static_cast<std::size_t>(first - m_numbers.begin()),
                                          static_cast<std::size_t>(last - first));
    }
    // Calls visit(number, signature) for those that have one.
    template <class Visit>
    void visit(Visit&& visit) const {
        for (std::size_t i = 0, end = 0; i < m_links.size(); i = end) {
            while (end < m_links.size() && m_numbers[end] == m_numbers[i])
                ++end;
            visit(m_numbers[i], Signature(m_links).subspan(i, end - i));
        }
    }

private:
    std::uint32_t m_count;
    std::vector<std::uint32_t> m_numbers; // of the links
    std::vector<DamagedLink> m_links;
};

// Numbers are alike when their signatures are; those without one are as built.
Partition partition(const Signatures& signatures) {
    Partition p;
    p.classOf.resize(signatures.count());
    std::map<Signature, std::uint32_t, Before> known;
    for (std::uint32_t i = 0; i < signatures.count(); ++i) {
        const auto [at, fresh] = known.try_emplace(signatures.of(i), p.size());
        if (fresh)
            p.members.emplace_back();
        p.classOf[i] = at->second;
        p.members[at->second].push_back(i);
    }
    return p;
}

Partition allApart(std::uint32_t n) {
    Partition p;
    for (std::uint32_t i = 0; i < n; ++i) {
        p.classOf.push_back(i);
        p.members.push_back({i});
    }
    return p;
}

// Looks by number; 0 for those without a signature.
std::vector<std::uint32_t> looksOf(const Signatures& signatures) {
    std::vector<std::uint32_t> looks(signatures.count());
    std::map<Signature, std::uint32_t, Before> known;
    signatures.visit([&](std::uint32_t i, Signature own) {
        looks[i] = known.try_emplace(own, static_cast<std::uint32_t>(known.size() + 1)).first->second;
    });
    return looks;
}

// The damage by a field of its place, which is cleared.
Signatures byField(std::uint32_t n, Signature damage, std::uint32_t Place::*field) {
    Signatures sorted(n);
    for (DamagedLink link : damage)
        sorted.add(std::exchange(link.place.*field, 0), link);
    sorted.sort();
    return sorted;
}

} // namespace

// Links of one kind stand in the order of their places but for the plane, so most of the sorting is done by
// taking plane by plane.
std::vector<DamagedLink> damageOf(const NetworkShape& shape, const FabricState& state) {
    Signatures byPlane(shape.planes());
    for (const LinkId link : state.damaged)
        if (const std::optional<Place> place = shape.placeOf(link))
            byPlane.add(place->plane, {*place, state.capacity[channelOf(link, Direction::Up).value],
                                       state.capacity[channelOf(link, Direction::Down).value]});
    byPlane.sort();
    std::vector<DamagedLink> damage;
    for (std::uint32_t p = 0; p < shape.planes(); ++p)
        damage.insert(damage.end(), byPlane.of(p).begin(), byPlane.of(p).end());
    if (!std::is_sorted(damage.begin(), damage.end()))
        std::sort(damage.begin(), damage.end());
    return damage;
}

Symmetry::Symmetry(const NetworkShape& shape, const FabricState& state,
                   const std::vector<DamagedLink>& damage, Alike alike) {
    m_planes = alike == Alike::PlanesAndSpines ? partition(byField(shape.planes(), damage, &Place::plane))
                                               : allApart(shape.planes());
    std::vector<DamagedLink> above, toCores;
    for (std::uint32_t c = 0; c < m_planes.size(); ++c) {
        above.clear();
        for (const DamagedLink& link : damage)
            if (link.place.plane == m_planes.first(c) && link.place.tier != Tier::Attach)
                above.push_back(link);
        const Signatures bySpine = byField(shape.spines(), above, &Place::spine);
        m_spines.push_back(alike == Alike::Nothing ? allApart(shape.spines()) : partition(bySpine));
        m_cores.emplace_back();
        for (const auto& members : m_spines.back().members) {
            toCores.clear();
            for (const DamagedLink& link : bySpine.of(members.front()))
                if (link.place.tier == Tier::Core)
                    toCores.push_back(link);
            m_cores.back().push_back(alike == Alike::Nothing
                                         ? allApart(shape.cores())
                                         : partition(byField(shape.cores(), toCores, &Place::core)));
        }
    }
    Signatures ends(shape.ends()), groups(shape.groups());
    for (DamagedLink link : damage) {
        if (link.place.tier == Tier::Core)
            continue; // pods are told apart anyway
        Signatures& sorted = link.place.tier == Tier::Attach ? ends : groups;
        sorted.add(std::exchange(link.place.at, 0), link);
    }
    for (std::uint32_t e = 0; e < shape.ends(); ++e)
        if (!state.alive(shape.elementOf(e)))
            ends.add(e, {});
    ends.sort();
    groups.sort();
    m_endLook = looksOf(ends);
    m_groupLook = looksOf(groups);
}

std::uint32_t Symmetry::mostSpineClasses() const {
    std::uint32_t most = 0;
    for (const Partition& p : m_spines)
        most = std::max(most, p.size());
    return most;
}

std::uint32_t Symmetry::mostCoreClasses() const {
    std::uint32_t most = 0;
    for (const auto& plane : m_cores)
        for (const Partition& p : plane)
            most = std::max(most, p.size());
    return most;
}

} // namespace supernode
