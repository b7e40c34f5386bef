// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/traffic/node_ways.h"

namespace supernode {
namespace {

RouteBy spreadForAdaptive(RouteBy by) {
    if (by.rule == Routing::Adaptive)
        by.rule = Routing::Spread;
    return by;
}

} // namespace

NodeWays::NodeWays(const Fabric& fabric, const FabricState& state, RouteBy by)
    : m_shape(fabric, by.network), m_state(state),
      m_symmetry(
          std::make_shared<const Symmetry>(m_shape, state, damageOf(m_shape, state), alikeFor(by.rule))),
      m_pairByPair(by.rule == Routing::Hashed || by.rule == Routing::PlanePerDestination),
      m_attached(m_shape.endpoints()), m_router(m_shape, state, *m_symmetry, spreadForAdaptive(by)) {
    if (by.network == Network::ScaleUp && state.package == PackagePath::Link && fabric.dieLink(0, 1).valid())
        m_perPackage = static_cast<std::uint32_t>(fabric.system().endpointsPerChip());
    for (std::uint32_t e = 0; e < m_attached.size(); ++e)
        for (std::uint32_t c = 0; c < m_symmetry->planes().size(); ++c)
            if (state.alive(m_shape.elementOf(e)) &&
                (!m_shape.hasAttach() || state.carries(m_shape.attach(e, m_symmetry->planes().first(c)))))
                m_attached[e] |= std::uint64_t{1} << c;
}

const PlaceLoads& NodeWays::capacities() const {
    if (!m_capacities) {
        m_capacities.emplace(m_shape, m_symmetry);
        for (std::uint32_t c = 0; c < m_symmetry->planes().size(); ++c)
            m_capacities->visitPlaces(c, [&](const PlaceLoads::Place& place) {
                const ChannelId channel = channelOf(m_capacities->exampleOf(place), place.direction);
                m_capacities->at(place) = m_state.capacity[channel.value];
            });
    }
    return *m_capacities;
}

const Ways& NodeWays::between(std::uint32_t from, std::uint32_t to) const {
    m_router.find(from, to, m_found);
    return m_found;
}

const Ways& NodeWays::above(std::uint32_t fromGroup, std::uint32_t toGroup) const {
    return m_router.between(fromGroup, toGroup);
}

} // namespace supernode
