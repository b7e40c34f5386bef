// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/traffic/symmetry.h"

#include <algorithm>
#include <span>

namespace supernode {
namespace {

using Tier = NetworkShape::Tier;
using Place = NetworkShape::Place;
using Signature = std::vector<DamagedLink>;

// Numbers from 0 to n - 1 are alike when their signatures are; those without one are as built.
Partition partition(std::uint32_t n, const std::map<std::uint32_t, Signature>& signatures) {
    Partition p;
    p.classOf.resize(n);
    std::map<Signature, std::uint32_t> known;
    for (std::uint32_t i = 0; i < n; ++i) {
        const auto own = signatures.find(i);
        const auto [at, fresh] =
            known.try_emplace(own == signatures.end() ? Signature{} : own->second, p.size());
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
void addLooks(std::vector<std::uint32_t>& looks, const std::map<std::uint32_t, Signature>& signatures) {
    std::map<Signature, std::uint32_t> known;
    for (const auto& [i, signature] : signatures)
        looks[i] = known.try_emplace(signature, static_cast<std::uint32_t>(known.size() + 1)).first->second;
}

// The damage above the ends of a plane, by the field of its place that `key` names; that field is cleared.
std::map<std::uint32_t, Signature> byField(std::span<const DamagedLink> damage, std::uint32_t Place::*field) {
    std::map<std::uint32_t, Signature> sorted;
    for (DamagedLink link : damage) {
        const std::uint32_t key = link.place.*field;
        link.place.*field = 0;
        sorted[key].push_back(link);
    }
    return sorted;
}

} // namespace

std::vector<DamagedLink> damageOf(const NetworkShape& shape, const FabricState& state) {
    std::vector<DamagedLink> damage;
    const Fabric& f = shape.fabric();
    for (std::uint32_t i = 0; i < f.linkCount(); ++i) {
        const double up = state.capacity[channelOf(LinkId(i), Direction::Up).value],
                     down = state.capacity[channelOf(LinkId(i), Direction::Down).value];
        const double built = f.link(LinkId(i)).rate.base();
        if (up == built && down == built)
            continue;
        if (const std::optional<Place> place = shape.placeOf(LinkId(i)))
            damage.push_back({*place, up, down});
    }
    std::sort(damage.begin(), damage.end());
    return damage;
}

Symmetry::Symmetry(const NetworkShape& shape, const FabricState& state,
                   const std::vector<DamagedLink>& damage, Alike alike)
    : m_endLook(shape.ends(), 0), m_groupLook(shape.groups(), 0) {
    m_planes = alike == Alike::PlanesAndSpines ? partition(shape.planes(), byField(damage, &Place::plane))
                                               : allApart(shape.planes());
    for (std::uint32_t c = 0; c < m_planes.size(); ++c) {
        Signature above;
        for (const DamagedLink& link : damage)
            if (link.place.plane == m_planes.first(c) && link.place.tier != Tier::Attach)
                above.push_back(link);
        const auto bySpine = byField(above, &Place::spine);
        m_spines.push_back(alike == Alike::Nothing ? allApart(shape.spines())
                                                   : partition(shape.spines(), bySpine));
        m_cores.emplace_back();
        for (const auto& members : m_spines.back().members) {
            Signature toCores;
            if (const auto own = bySpine.find(members.front()); own != bySpine.end())
                std::copy_if(own->second.begin(), own->second.end(), std::back_inserter(toCores),
                             [](const DamagedLink& link) { return link.place.tier == Tier::Core; });
            m_cores.back().push_back(alike == Alike::Nothing
                                         ? allApart(shape.cores())
                                         : partition(shape.cores(), byField(toCores, &Place::core)));
        }
    }
    std::map<std::uint32_t, Signature> ends, groups;
    for (DamagedLink link : damage) {
        if (link.place.tier == Tier::Core)
            continue; // pods are told apart anyway
        auto& signature = (link.place.tier == Tier::Attach ? ends : groups)[link.place.at];
        link.place.at = 0;
        signature.push_back(link);
    }
    for (std::uint32_t e = 0; e < shape.ends(); ++e)
        if (!state.alive(shape.elementOf(e)))
            ends[e].push_back({});
    addLooks(m_endLook, ends);
    addLooks(m_groupLook, groups);
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
