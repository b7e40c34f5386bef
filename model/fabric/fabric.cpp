// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fabric/fabric.h"

#include <algorithm>

namespace supernode {
namespace {

std::size_t at(ElementKind kind) { return static_cast<std::size_t>(kind); }

} // namespace

ElementId Fabric::id(ElementKind kind, std::size_t index) const {
    assert(index < count(kind));
    return ElementId(static_cast<std::uint32_t>(m_first[at(kind)] + index));
}

Element Fabric::element(ElementId id) const {
    if (id.value < m_elements.size())
        return m_elements[id.value];
    const LinkId link = linkOf(id);
    const Link& l = m_links[link.value];
    return {ElementKind::Link, link.value, l.lower, static_cast<std::int32_t>(l.plane), {}};
}

LinkId Fabric::linkOf(ElementId id) const {
    if (!id.valid() || id.value < m_elements.size() || id.value >= elementCount())
        return {};
    return LinkId(id.value - static_cast<std::uint32_t>(m_elements.size()));
}

ElementId Fabric::elementOf(LinkId id) const {
    return ElementId(id.value + static_cast<std::uint32_t>(m_elements.size()));
}

ElementId Fabric::leaf(std::size_t node, std::size_t plane) const {
    if (!m_system->twoTier())
        return {};
    return id(ElementKind::LeafSwitch, node * count(ElementKind::Plane) + plane);
}

ElementId Fabric::spine(std::size_t plane, std::size_t index) const {
    return id(ElementKind::SpineSwitch, plane * static_cast<std::size_t>(m_system->spinesPerPlane()) + index);
}

std::size_t Fabric::nodeOfEndpoint(std::size_t endpoint) const {
    return endpoint / static_cast<std::size_t>(m_system->endpointsPerNode());
}

LinkId Fabric::endpointLink(std::size_t endpoint, std::size_t plane) const {
    return LinkId(static_cast<std::uint32_t>(endpoint * count(ElementKind::Plane) + plane));
}

LinkId Fabric::cpuLink(std::size_t cpu, std::size_t plane) const {
    if (!m_system->fabric.cpuBandwidth)
        return {};
    const std::size_t first = count(ElementKind::Endpoint) * count(ElementKind::Plane);
    return LinkId(static_cast<std::uint32_t>(first + cpu * count(ElementKind::Plane) + plane));
}

LinkId Fabric::uplink(std::size_t node, std::size_t plane, std::size_t spine) const {
    if (!m_system->twoTier())
        return {};
    const std::size_t planes = count(ElementKind::Plane);
    const std::size_t first =
        (count(ElementKind::Endpoint) + (m_system->fabric.cpuBandwidth ? count(ElementKind::Cpu) : 0)) *
        planes;
    const auto spines = static_cast<std::size_t>(m_system->spinesPerPlane());
    return LinkId(static_cast<std::uint32_t>(first + (node * planes + plane) * spines + spine));
}

std::vector<ElementId> Fabric::children(ElementId parent) const {
    const Element self = element(parent);
    std::vector<ElementId> found;
    for (std::size_t i = 0; i < m_elements.size(); ++i) {
        const Element& e = m_elements[i];
        const bool inPlane = self.kind == ElementKind::Plane && e.plane == static_cast<int>(self.index) &&
                             (e.kind == ElementKind::LeafSwitch || e.kind == ElementKind::SpineSwitch);
        if (e.parent == parent || inPlane)
            found.push_back(ElementId(static_cast<std::uint32_t>(i)));
    }
    if (self.kind == ElementKind::Cable)
        for (const LinkId link : linksOf(parent))
            found.push_back(elementOf(link));
    return found;
}

std::vector<ElementId> Fabric::path(ElementId id) const {
    std::vector<ElementId> path;
    for (ElementId at = id; at.valid(); at = element(at).parent)
        path.push_back(at);
    std::reverse(path.begin(), path.end());
    return path;
}

bool Fabric::contains(ElementId whole, ElementId part) const {
    const Element& w = m_elements[whole.value];
    if (w.kind == ElementKind::Plane && m_elements[part.value].plane == static_cast<int>(w.index))
        return true;
    for (ElementId at = part; at.valid(); at = m_elements[at.value].parent)
        if (at == whole)
            return true;
    return false;
}

std::vector<LinkId> Fabric::linksOf(ElementId id) const {
    if (const LinkId self = linkOf(id); self.valid())
        return {self};
    std::vector<LinkId> found;
    for (std::uint32_t i = 0; i < m_links.size(); ++i) {
        const Link& l = m_links[i];
        if (l.cable == id || contains(id, l.lower) || contains(id, l.upper))
            found.push_back(LinkId(i));
    }
    return found;
}

} // namespace supernode
