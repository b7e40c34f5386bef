// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/traffic/network_shape.h"

namespace supernode {
namespace {

std::uint32_t whole(int n) { return static_cast<std::uint32_t>(n); }

} // namespace

NetworkShape::NetworkShape(const Fabric& fabric, Network network) : m_f(fabric), m_network(network) {
    const SystemSpec& s = fabric.system();
    m_endpoints = whole(s.endpoints());
    m_cpus = whole(s.cpus());
    if (network == Network::ScaleUp) {
        m_planes = whole(s.planes());
        m_groups = whole(s.twoTier() ? s.nodes() : s.supernodes());
        m_spines = s.twoTier() ? whole(s.spinesPerPlane()) : 0;
        m_cores = s.threeTier() ? whole(s.coresPerSpine()) : 0;
        m_groupsPerPod = s.twoTier() ? whole(s.nodesPerPod()) : 1;
        m_groupsPerDomain = s.twoTier() ? whole(s.nodesPerSupernode()) : 1;
    } else {
        m_groups = whole(network == Network::Vpc ? s.nodes() : s.supernodes());
        m_spines = m_groups > 1 || network == Network::Vpc ? 1 : 0;
        m_groupsPerPod = m_groupsPerDomain = m_groups;
    }
    m_endpointsPerGroup = m_endpoints / m_groups;
    m_cpusPerGroup = m_cpus / m_groups;
    m_endpointsPerPackage = whole(s.endpointsPerChip());
}

std::uint32_t NetworkShape::endOf(ElementId element) const {
    const Element e = m_f.element(element);
    return e.kind == ElementKind::Cpu ? m_endpoints + e.index : e.index;
}

ElementId NetworkShape::elementOf(std::uint32_t end) const {
    return end < m_endpoints ? m_f.id(ElementKind::Endpoint, end)
                             : m_f.id(ElementKind::Cpu, end - m_endpoints);
}

std::uint32_t NetworkShape::groupOf(std::uint32_t end) const {
    return end < m_endpoints ? end / m_endpointsPerGroup : (end - m_endpoints) / m_cpusPerGroup;
}

bool NetworkShape::reaches(std::uint32_t end) const {
    return m_network == Network::Vpc || attach(end, 0).valid();
}

LinkId NetworkShape::attach(std::uint32_t end, std::uint32_t plane) const {
    const bool cpu = end >= m_endpoints;
    if (m_network == Network::ScaleUp)
        return cpu ? m_f.cpuLink(end - m_endpoints, plane) : m_f.endpointLink(end, plane);
    return cpu || m_network == Network::Vpc ? LinkId() : m_f.scaleOutLink(end);
}

LinkId NetworkShape::uplink(std::uint32_t group, std::uint32_t plane, std::uint32_t spine) const {
    if (m_network == Network::ScaleUp)
        return m_f.uplink(group, plane, spine);
    return m_network == Network::Vpc ? m_f.vpcLink(group) : m_f.trunk(group);
}

LinkId NetworkShape::coreLink(std::uint32_t pod, std::uint32_t plane, std::uint32_t spine,
                              std::uint32_t core) const {
    return m_f.coreLink(pod, plane, spine, core);
}

std::optional<NetworkShape::Place> NetworkShape::placeOf(LinkId id) const {
    const Link& link = m_f.link(id);
    if (link.network() != m_network || link.kind == LinkKind::DieToDie)
        return std::nullopt;
    const std::uint32_t lower = m_f.element(link.lower).index, upper = m_f.element(link.upper).index;
    Place place;
    place.plane = link.plane.value_or(0);
    switch (link.kind) {
    case LinkKind::LeafSpine:
        place.tier = Tier::Uplink;
        place.at = lower / m_planes;
        place.spine = upper % m_spines;
        break;
    case LinkKind::SpineCore:
        place.tier = Tier::Core;
        place.at = lower / (m_spines * m_planes);
        place.spine = lower % m_spines;
        place.core = upper / m_spines % m_cores;
        break;
    case LinkKind::ScaleOutTrunk:
        place.tier = Tier::Uplink;
        place.at = lower;
        break;
    case LinkKind::Vpc:
        place.tier = Tier::Uplink;
        place.at = groupOf(m_endpoints + lower);
        break;
    default:
        place.at = endOf(link.lower);
    }
    return place;
}

} // namespace supernode
