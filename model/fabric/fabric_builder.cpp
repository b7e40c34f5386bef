// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fabric/fabric.h"
#include "model/fabric/hall_layout.h"

namespace supernode {

// Wires one machine: elements kind by kind in the order of ElementKind, then links.
class FabricBuilder {
public:
    explicit FabricBuilder(SystemPtr system) : m_s(*system), m_layout(m_s) {
        m_fabric.m_system = std::move(system);
    }

    FabricPtr build() {
        add(ElementKind::System, {}, -1, {});
        addRacksAndNodes();
        addChips();
        addSwitches();
        addCables();
        addLinks();
        return std::make_shared<const Fabric>(std::move(m_fabric));
    }

private:
    ElementId add(ElementKind kind, ElementId parent, int plane, const Box3& body) {
        auto& f = m_fabric;
        const auto k = static_cast<std::size_t>(kind);
        if (f.m_counts[k] == 0)
            f.m_first[k] = f.m_elements.size();
        f.m_elements.push_back({kind, static_cast<std::uint32_t>(f.m_counts[k]++), parent, plane, body});
        return ElementId(static_cast<std::uint32_t>(f.m_elements.size() - 1));
    }
    ElementId of(ElementKind kind, int index) const {
        return m_fabric.id(kind, static_cast<std::size_t>(index));
    }

    void addRacksAndNodes() {
        for (int r = 0; r < m_layout.racks(); ++r)
            add(ElementKind::Rack, of(ElementKind::System, 0), -1, m_layout.rack(r));
        for (int n = 0; n < m_s.nodes(); ++n)
            add(ElementKind::Node, of(ElementKind::Rack, m_layout.rackOfNode(n)), -1, m_layout.node(n));
    }

    void addChips() {
        const int perNode = m_s.chipsPerNode();
        for (int n = 0; n < m_s.nodes(); ++n)
            for (int c = 0; c < perNode; ++c)
                add(ElementKind::Chip, of(ElementKind::Node, n), -1, m_layout.chip(n, c));
        for (int c = 0; c < m_s.chips(); ++c)
            for (int e = 0; e < m_s.endpointsPerChip(); ++e)
                add(ElementKind::Endpoint, of(ElementKind::Chip, c), -1,
                    m_layout.endpoint(c / perNode, c % perNode, e));
        for (int n = 0; n < m_s.nodes(); ++n)
            for (int c = 0; c < m_s.node.cpus.value; ++c)
                add(ElementKind::Cpu, of(ElementKind::Node, n), -1, m_layout.cpu(n, c));
    }

    void addSwitches() {
        if (m_s.twoTier())
            for (int n = 0; n < m_s.nodes(); ++n)
                for (int p = 0; p < m_s.planes(); ++p)
                    add(ElementKind::LeafSwitch, of(ElementKind::Node, n), p, m_layout.leaf(n, p));
        for (int p = 0; p < m_s.planes(); ++p)
            add(ElementKind::Plane, of(ElementKind::System, 0), p, {});
        const int spines = m_s.planes() * m_s.spinesPerPlane(), perBox = m_s.fabric.spinesPerBox.value;
        for (int b = 0; b * perBox < spines; ++b)
            add(ElementKind::Box, of(ElementKind::Rack, m_layout.rackOfBox(b)),
                m_s.twoTier() ? b * perBox / m_s.spinesPerPlane() : -1, m_layout.box(b));
        for (int i = 0; i < spines; ++i)
            add(ElementKind::SpineSwitch, of(ElementKind::Box, i / perBox), i / m_s.spinesPerPlane(),
                m_layout.spine(i / perBox, i % perBox));
    }

    void addCables() {
        if (!m_s.fabric.linksPerCable)
            return;
        const int perPlane = m_s.spinesPerPlane() / m_s.fabric.linksPerCable->value;
        for (int n = 0; n < m_s.nodes(); ++n)
            for (int p = 0; p < m_s.planes(); ++p)
                for (int j = 0; j < perPlane; ++j)
                    add(ElementKind::Cable, of(ElementKind::Node, n), p, {});
    }

    void addLinks() {
        const int planes = m_s.planes(), spines = m_s.spinesPerPlane();
        const Bandwidth rate = m_s.linkRate();
        auto& links = m_fabric.m_links;
        for (int e = 0; e < m_s.endpoints(); ++e)
            for (int p = 0; p < planes; ++p)
                links.push_back({of(ElementKind::Endpoint, e),
                                 firstSwitch(e / m_s.endpointsPerNode(), p),
                                 m_s.twoTier() ? LinkKind::EndpointLeaf : LinkKind::EndpointSpine,
                                 plane(p),
                                 rate,
                                 {}});
        if (m_s.fabric.cpuBandwidth)
            for (int c = 0; c < m_s.cpus(); ++c)
                for (int p = 0; p < planes; ++p)
                    links.push_back({of(ElementKind::Cpu, c),
                                     firstSwitch(c / m_s.node.cpus.value, p),
                                     LinkKind::CpuLeaf,
                                     plane(p),
                                     m_s.fabric.cpuBandwidth->value / planes,
                                     {}});
        if (m_s.twoTier())
            for (int n = 0; n < m_s.nodes(); ++n)
                for (int p = 0; p < planes; ++p)
                    for (int k = 0; k < spines; ++k)
                        links.push_back({firstSwitch(n, p), of(ElementKind::SpineSwitch, p * spines + k),
                                         LinkKind::LeafSpine, plane(p), rate, cable(n, p, k)});
        m_fabric.m_counts[static_cast<std::size_t>(ElementKind::Link)] = links.size();
        m_fabric.m_first[static_cast<std::size_t>(ElementKind::Link)] = m_fabric.m_elements.size();
    }

    static std::uint32_t plane(int p) { return static_cast<std::uint32_t>(p); }

    ElementId firstSwitch(int node, int p) const {
        return m_s.twoTier() ? of(ElementKind::LeafSwitch, node * m_s.planes() + p)
                             : of(ElementKind::SpineSwitch, p);
    }

    ElementId cable(int node, int p, int spine) const {
        if (!m_s.fabric.linksPerCable)
            return {};
        const int perCable = m_s.fabric.linksPerCable->value, perPlane = m_s.spinesPerPlane() / perCable;
        return of(ElementKind::Cable, (node * m_s.planes() + p) * perPlane + spine / perCable);
    }

    Fabric m_fabric;
    const SystemSpec& m_s;
    HallLayout m_layout;
};

Result<FabricPtr> buildFabric(SystemPtr system) {
    if (!system)
        return Result<FabricPtr>::refused(Issue{"system", "there is none", "give a system"});
    if (std::vector<Issue> issues = check(*system); !issues.empty())
        return Result<FabricPtr>::refused(std::move(issues));
    return FabricBuilder(std::move(system)).build();
}

} // namespace supernode
