// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/traffic/place_loads.h"

#include <algorithm>

namespace supernode {

PlaceLoads::PlaceLoads(const NetworkShape& shape, std::shared_ptr<const Symmetry> symmetry)
    : m_shape(shape), m_symmetry(std::move(symmetry)), m_planeClasses(m_symmetry->planes().size()),
      m_spineClasses(m_symmetry->mostSpineClasses()), m_coreClasses(m_symmetry->mostCoreClasses()) {
    m_load[0].resize(shape.endpoints() * m_planeClasses * 2);
    m_load[1].resize(shape.groups() * m_planeClasses * m_spineClasses * 2);
    if (shape.cores() > 0)
        m_load[2].resize(shape.groups() / shape.groupsPerPod() * m_planeClasses * m_spineClasses *
                         m_coreClasses * 2);
    for (const Tier tier : {Tier::Attach, Tier::Uplink, Tier::Core})
        if (const auto t = static_cast<std::size_t>(tier);
            !m_load[t].empty() && (tier != Tier::Attach || shape.hasAttach()))
            m_kinds[t] = shape.fabric().link(exampleOf({tier, Direction::Up, 0, 0, 0, 0})).kind;
}

std::size_t PlaceLoads::indexOf(const Place& p) const {
    std::size_t index = p.at * m_planeClasses + p.planes;
    if (p.tier != Tier::Attach)
        index = index * m_spineClasses + p.spines;
    if (p.tier == Tier::Core)
        index = index * m_coreClasses + p.cores;
    return index * 2 + (p.direction == Direction::Down ? 1 : 0);
}

LinkId PlaceLoads::exampleOf(const Place& p) const {
    const std::uint32_t plane = m_symmetry->planes().first(p.planes);
    if (p.tier == Tier::Attach)
        return m_shape.attach(p.at, plane);
    const std::uint32_t spine = m_symmetry->spines(p.planes).first(p.spines);
    return p.tier == Tier::Uplink
               ? m_shape.uplink(p.at, plane, spine)
               : m_shape.coreLink(p.at, plane, spine, m_symmetry->cores(p.planes, p.spines).first(p.cores));
}

double PlaceLoads::channelsOf(const Place& p) const {
    double channels = m_symmetry->planes().count(p.planes);
    if (p.tier != Tier::Attach)
        channels *= m_symmetry->spines(p.planes).count(p.spines);
    if (p.tier == Tier::Core)
        channels *= m_symmetry->cores(p.planes, p.spines).count(p.cores);
    return channels;
}

double PlaceLoads::largestOver(const PlaceLoads& others) const {
    double largest = 0;
    for (std::size_t t = 0; t < m_load.size(); ++t)
        for (std::size_t i = 0; i < m_load[t].size(); ++i)
            if (m_load[t][i] > 0)
                largest = std::max(largest, m_load[t][i] / others.m_load[t][i]);
    return largest;
}

} // namespace supernode
