// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fabric/fabric.h"

#include <algorithm>
#include <cmath>

namespace supernode {
namespace {

std::size_t at(ElementKind kind) { return static_cast<std::size_t>(kind); }
std::size_t of(int count) { return static_cast<std::size_t>(count); }

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
    const std::int32_t plane = l.plane ? static_cast<std::int32_t>(*l.plane) : -1;
    return {ElementKind::Link, link.value, l.lower, plane, {}};
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

ElementId Fabric::spine(std::size_t plane, std::size_t index) const { return spineOfPod(0, plane, index); }

ElementId Fabric::spineOfPod(std::size_t pod, std::size_t plane, std::size_t index) const {
    return id(ElementKind::SpineSwitch,
              (pod * count(ElementKind::Plane) + plane) * of(m_system->spinesPerPlane()) + index);
}

// The cores of a plane stand so that a box holds the same core of neighbouring columns.
ElementId Fabric::core(std::size_t supernode, std::size_t plane, std::size_t column, std::size_t j) const {
    if (!m_system->threeTier())
        return {};
    const std::size_t row =
        (supernode * count(ElementKind::Plane) + plane) * of(m_system->coresPerSpine()) + j;
    return id(ElementKind::CoreSwitch, row * of(m_system->spinesPerPlane()) + column);
}

ElementId Fabric::module(ElementId cable, CableEnd end) const {
    if (count(ElementKind::Module) == 0)
        return {};
    return id(ElementKind::Module, element(cable).index * 2 + (end == CableEnd::Upper ? 1 : 0));
}

ElementId Fabric::scaleOutLeaf(std::size_t supernode) const {
    return m_system->scaleOut ? id(ElementKind::ScaleOutSwitch, supernode) : ElementId();
}

std::size_t Fabric::nodeOfEndpoint(std::size_t endpoint) const {
    return endpoint / of(m_system->endpointsPerNode());
}

std::size_t Fabric::supernodeOfNode(std::size_t node) const {
    return node / of(m_system->nodesPerSupernode());
}

std::size_t Fabric::podOfNode(std::size_t node) const { return node / of(m_system->nodesPerPod()); }

// Ids beyond the last link of a kind are invalid, so a kind that is absent needs no question of its own.
LinkId Fabric::linkAt(LinkKind kind, std::size_t offset) const {
    const auto k = static_cast<std::size_t>(kind);
    const std::size_t index = m_firstLink[k] + offset;
    return index < m_firstLink[k + 1] ? LinkId(static_cast<std::uint32_t>(index)) : LinkId();
}

LinkId Fabric::endpointLink(std::size_t endpoint, std::size_t plane) const {
    return LinkId(static_cast<std::uint32_t>(endpoint * count(ElementKind::Plane) + plane));
}

LinkId Fabric::cpuLink(std::size_t cpu, std::size_t plane) const {
    return linkAt(LinkKind::CpuLeaf, cpu * count(ElementKind::Plane) + plane);
}

LinkId Fabric::uplink(std::size_t node, std::size_t plane, std::size_t spine) const {
    return linkAt(LinkKind::LeafSpine,
                  (node * count(ElementKind::Plane) + plane) * of(m_system->spinesPerPlane()) + spine);
}

LinkId Fabric::coreLink(std::size_t pod, std::size_t plane, std::size_t spine, std::size_t j) const {
    const std::size_t column =
        (pod * count(ElementKind::Plane) + plane) * of(m_system->spinesPerPlane()) + spine;
    return linkAt(LinkKind::SpineCore, column * of(m_system->coresPerSpine()) + j);
}

LinkId Fabric::dieLink(std::size_t a, std::size_t b) const {
    const std::size_t n = of(m_system->endpointsPerChip());
    if (a == b || a / n != b / n)
        return {};
    const std::size_t low = std::min(a, b) % n, high = std::max(a, b) % n;
    const std::size_t pair = low * (2 * n - low - 1) / 2 + (high - low - 1);
    return linkAt(LinkKind::DieToDie, a / n * (n * (n - 1) / 2) + pair);
}

LinkId Fabric::scaleOutLink(std::size_t endpoint) const { return linkAt(LinkKind::ScaleOut, endpoint); }

LinkId Fabric::trunk(std::size_t supernode) const { return linkAt(LinkKind::ScaleOutTrunk, supernode); }

LinkId Fabric::vpcLink(std::size_t node) const { return linkAt(LinkKind::Vpc, node); }

Length Fabric::cableLength(LinkId id) const {
    constexpr double slack = 1.0, shortest = 0.01, trayAbove = 0.3; // metres
    const Link& l = m_links[id.value];
    const Vec3 a = m_elements[l.lower.value].body.centre, b = m_elements[l.upper.value].body.centre;
    const auto rackOf = [&](ElementId at) {
        while (at.valid() && m_elements[at.value].kind != ElementKind::Rack)
            at = m_elements[at.value].parent;
        return at;
    };
    const auto apart = [](float p, float q) {
        return std::abs(static_cast<double>(p) - static_cast<double>(q));
    };
    const double along = apart(a.x, b.x) + apart(a.z, b.z);
    if (rackOf(l.lower) == rackOf(l.upper))
        return metres(std::max(shortest, along + apart(a.y, b.y)));
    const double tray = m_system->hall.rackHeight.value.base() + trayAbove;
    return metres(2 * tray - static_cast<double>(a.y) - static_cast<double>(b.y) + along + slack);
}

std::span<const ElementId> Fabric::mounted(ElementId id) const { return m_mounted.of(id.value); }

std::span<const LinkId> Fabric::linksAt(ElementId id) const { return m_linksAt.of(id.value); }

std::vector<ElementId> Fabric::children(ElementId parent) const {
    if (linkOf(parent).valid())
        return {};
    const std::span<const ElementId> parts = mounted(parent);
    std::vector<ElementId> found(parts.begin(), parts.end());
    if (m_elements[parent.value].kind == ElementKind::Cable)
        for (const LinkId link : linksAt(parent))
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
    const Element w = element(whole);
    if (w.kind == ElementKind::Plane && element(part).plane == static_cast<int>(w.index))
        return true;
    for (ElementId at = part; at.valid(); at = element(at).parent)
        if (at == whole)
            return true;
    return false;
}

std::vector<LinkId> Fabric::linksOf(ElementId id) const {
    if (const LinkId self = linkOf(id); self.valid())
        return {self};
    std::vector<LinkId> found;
    const ElementKind kind = m_elements[id.value].kind;
    if (kind == ElementKind::System) {
        for (std::uint32_t i = 0; i < m_links.size(); ++i)
            found.push_back(LinkId(i));
        return found;
    }
    const bool plane = kind == ElementKind::Plane; // its links are listed at itself
    std::vector<ElementId> open{id};
    while (!open.empty()) {
        const ElementId part = open.back();
        open.pop_back();
        const std::span<const LinkId> links = linksAt(part);
        found.insert(found.end(), links.begin(), links.end());
        // What cables and modules carry ends at a chip beside them.
        for (const ElementId inner : plane ? std::span<const ElementId>{} : mounted(part))
            if (const ElementKind k = m_elements[inner.value].kind;
                k != ElementKind::Cable && k != ElementKind::Module)
                open.push_back(inner);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace supernode
