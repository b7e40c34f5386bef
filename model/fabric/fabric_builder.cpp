// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fabric/fabric.h"
#include "model/fabric/hall_layout.h"

#include <numeric>

namespace supernode {

// Wires one machine: elements kind by kind in the order of ElementKind, then links kind by kind, then the
// lists of what is mounted in and what ends at each element.
class FabricBuilder {
public:
    explicit FabricBuilder(SystemPtr system) : m_s(*system), m_layout(m_s) {
        m_fabric.m_system = std::move(system);
    }

    FabricPtr build() {
        addRacksAndNodes();
        addChips();
        addSwitches();
        addCables();
        addOtherNetworks();
        addStacks();
        addPlaneLinks();
        addCoreLinks();
        addOtherLinks();
        std::partial_sum(m_fabric.m_firstLink.begin(), m_fabric.m_firstLink.end(),
                         m_fabric.m_firstLink.begin());
        m_fabric.m_counts[at(ElementKind::Link)] = m_fabric.m_links.size();
        m_fabric.m_first[at(ElementKind::Link)] = m_fabric.m_elements.size();
        listMounted();
        listLinks();
        return std::make_shared<const Fabric>(std::move(m_fabric));
    }

private:
    static std::size_t at(ElementKind kind) { return static_cast<std::size_t>(kind); }
    static std::uint32_t index(int i) { return static_cast<std::uint32_t>(i); }

    ElementId add(ElementKind kind, ElementId parent, int plane, const Box3& body) {
        auto& f = m_fabric;
        std::size_t& count = f.m_counts[at(kind)];
        if (count == 0)
            f.m_first[at(kind)] = f.m_elements.size();
        f.m_elements.push_back({kind, static_cast<std::uint32_t>(count++), parent, plane, body});
        return ElementId(static_cast<std::uint32_t>(f.m_elements.size() - 1));
    }
    ElementId of(ElementKind kind, int i) const { return m_fabric.id(kind, static_cast<std::size_t>(i)); }
    ElementId system() const { return of(ElementKind::System, 0); }
    // What the racks of a supernode stand in.
    ElementId home(int supernode) const {
        return m_s.supernodes() > 1 ? of(ElementKind::Supernode, supernode) : system();
    }

    void addRacksAndNodes() {
        add(ElementKind::System, {}, -1, {});
        if (m_s.supernodes() > 1)
            for (int s = 0; s < m_s.supernodes(); ++s)
                add(ElementKind::Supernode, system(), -1, {});
        const int perSupernode = m_layout.racksPerSupernode();
        for (int r = 0; r < m_s.supernodes() * perSupernode; ++r)
            add(ElementKind::Rack, home(r / perSupernode), -1, m_layout.rack(r));
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

    int spinesPerSupernode() const { return m_s.pods() * m_s.planes() * m_s.spinesPerPlane(); }
    int coresPerSupernode() const { return m_s.planes() * m_s.spinesPerPlane() * m_s.coresPerSpine(); }
    int spineBoxes() const {
        return m_s.twoTier() ? spinesPerSupernode() / m_s.fabric.spinesPerBox.value
                             : m_layout.boxesPerSupernode();
    }

    // The plane of a box, from its number within its supernode; none with one tier.
    int planeOfBox(int box) const {
        if (!m_s.twoTier())
            return -1;
        const int perBox = m_s.fabric.spinesPerBox.value;
        if (box < spineBoxes())
            return box * perBox / m_s.spinesPerPlane() % std::max(1, m_s.planes());
        return (box - spineBoxes()) * perBox / std::max(1, m_s.spinesPerPlane() * m_s.coresPerSpine());
    }

    void addSwitches() {
        if (m_s.twoTier())
            for (int n = 0; n < m_s.nodes(); ++n)
                for (int p = 0; p < m_s.planes(); ++p)
                    add(ElementKind::LeafSwitch, of(ElementKind::Node, n), p, m_layout.leaf(n, p));
        for (int p = 0; p < m_s.planes(); ++p)
            add(ElementKind::Plane, system(), p, {});
        const int boxes = m_layout.boxesPerSupernode();
        for (int b = 0; b < m_s.supernodes() * boxes; ++b)
            add(ElementKind::Box, of(ElementKind::Rack, m_layout.rackOfBox(b)), planeOfBox(b % boxes),
                m_layout.box(b));
        for (int s = 0; s < m_s.supernodes(); ++s)
            for (int i = 0; i < spinesPerSupernode(); ++i)
                addInBox(ElementKind::SpineSwitch, s * boxes, i, i / m_s.spinesPerPlane() % m_s.planes());
        const int perPlane = m_s.spinesPerPlane() * m_s.coresPerSpine();
        for (int s = 0; s < m_s.supernodes(); ++s)
            for (int i = 0; i < coresPerSupernode(); ++i)
                addInBox(ElementKind::CoreSwitch, s * boxes + spineBoxes(), i, i / perPlane);
    }

    void addInBox(ElementKind kind, int firstBox, int i, int plane) {
        const int perBox = m_s.fabric.spinesPerBox.value, box = firstBox + i / perBox;
        add(kind, of(ElementKind::Box, box), plane, m_layout.switchInBox(box, i % perBox));
    }

    // Cables of the nodes, then those between spines and cores; each belongs to what holds its lower end.
    void addCables() {
        if (!m_s.optical())
            return;
        const int perPlane = m_s.spinesPerPlane() / m_s.fabric.linksPerCable->value;
        for (int n = 0; n < m_s.nodes(); ++n)
            for (int p = 0; p < m_s.planes(); ++p)
                for (int j = 0; j < perPlane; ++j)
                    add(ElementKind::Cable, of(ElementKind::Node, n), p, {});
        m_nodeCables = static_cast<int>(m_fabric.count(ElementKind::Cable));
        for (int i = 0; i < m_s.supernodes() * spinesPerSupernode(); i += m_s.fabric.linksPerCable->value)
            for (int j = 0; j < m_s.coresPerSpine(); ++j)
                add(ElementKind::Cable, parentOf(of(ElementKind::SpineSwitch, i)),
                    i / m_s.spinesPerPlane() % m_s.planes(), {});
        if (m_s.fabric.modulesPerCable)
            addModules();
    }

    ElementId parentOf(ElementId id) const { return m_fabric.m_elements[id.value].parent; }

    void addModules() {
        const auto cables = static_cast<int>(m_fabric.count(ElementKind::Cable));
        for (int c = 0; c < cables; ++c) {
            const Element cable = m_fabric.element(of(ElementKind::Cable, c));
            add(ElementKind::Module, cable.parent, cable.plane, {});
            add(ElementKind::Module, parentOf(farSwitch(c)), cable.plane, {});
        }
    }
    // The first chip at the upper end of a cable.
    ElementId farSwitch(int cable) const {
        const int perCable = m_s.fabric.linksPerCable->value, perPlane = m_s.spinesPerPlane() / perCable;
        if (cable < m_nodeCables) {
            const int row = cable / perPlane, node = row / m_s.planes(), pod = node / m_s.nodesPerPod();
            return spine(pod, row % m_s.planes(), cable % perPlane * perCable);
        }
        const int i = cable - m_nodeCables, cores = std::max(1, m_s.coresPerSpine());
        const int first = i / cores * perCable; // spine
        const int pod = first / (m_s.planes() * m_s.spinesPerPlane());
        return core(pod / m_s.pods(), first / m_s.spinesPerPlane() % m_s.planes(),
                    first % m_s.spinesPerPlane(), i % cores);
    }
    ElementId spine(int pod, int p, int k) const {
        return of(ElementKind::SpineSwitch, (pod * m_s.planes() + p) * m_s.spinesPerPlane() + k);
    }
    ElementId core(int supernode, int p, int k, int j) const {
        return of(ElementKind::CoreSwitch,
                  ((supernode * m_s.planes() + p) * m_s.coresPerSpine() + j) * m_s.spinesPerPlane() + k);
    }

    void addOtherNetworks() {
        if (m_s.scaleOut)
            for (int s = 0; s < m_s.supernodes(); ++s)
                add(ElementKind::ScaleOutSwitch, home(s), -1, m_layout.scaleOutLeaf(s));
        if (m_s.scaleOut && m_s.supernodes() > 1)
            add(ElementKind::ScaleOutSwitch, system(), -1, m_layout.outside());
        if (m_s.has(Network::Vpc))
            add(ElementKind::VpcSwitch, system(), -1, m_layout.outside());
    }

    void addStacks() {
        for (int e = 0; e < m_s.endpoints(); ++e)
            for (int i = 0; i < m_s.stacksPerEndpoint(); ++i)
                add(ElementKind::HbmStack, of(ElementKind::Endpoint, e), -1,
                    m_layout.stack(m_fabric.element(of(ElementKind::Endpoint, e)).body, i));
    }

    // Links are added in the order of LinkKind.
    void add(LinkKind kind, ElementId lower, ElementId upper, std::optional<std::uint32_t> plane,
             Bandwidth rate, ElementId cable = {}) {
        m_fabric.m_links.push_back({lower, upper, kind, plane, rate, cable});
        ++m_fabric.m_firstLink[static_cast<std::size_t>(kind) + 1];
    }

    void addPlaneLinks() {
        const int planes = m_s.planes(), spines = m_s.spinesPerPlane();
        for (int e = 0; e < m_s.endpoints(); ++e)
            for (int p = 0; p < planes; ++p)
                add(m_s.twoTier() ? LinkKind::EndpointLeaf : LinkKind::EndpointSpine,
                    of(ElementKind::Endpoint, e), firstSwitch(e / m_s.endpointsPerNode(), p), index(p),
                    m_s.linkRate());
        if (m_s.fabric.cpuBandwidth)
            for (int c = 0; c < m_s.cpus(); ++c)
                for (int p = 0; p < planes; ++p)
                    add(LinkKind::CpuLeaf, of(ElementKind::Cpu, c), firstSwitch(c / m_s.node.cpus.value, p),
                        index(p), m_s.fabric.cpuBandwidth->value / planes);
        if (m_s.twoTier())
            for (int n = 0; n < m_s.nodes(); ++n)
                for (int p = 0; p < planes; ++p)
                    for (int k = 0; k < spines; ++k)
                        add(LinkKind::LeafSpine, firstSwitch(n, p), spine(n / m_s.nodesPerPod(), p, k),
                            index(p), m_s.uplinkRate(), nodeCable(n, p, k));
    }

    ElementId firstSwitch(int node, int p) const {
        return m_s.twoTier() ? of(ElementKind::LeafSwitch, node * m_s.planes() + p)
                             : spine(node / m_s.nodesPerPod(), p, 0);
    }
    ElementId nodeCable(int node, int p, int spineIndex) const {
        if (!m_s.optical())
            return {};
        const int perCable = m_s.fabric.linksPerCable->value, perPlane = m_s.spinesPerPlane() / perCable;
        return of(ElementKind::Cable, (node * m_s.planes() + p) * perPlane + spineIndex / perCable);
    }

    void addCoreLinks() {
        if (!m_s.threeTier())
            return;
        const int spines = m_s.spinesPerPlane(), cores = m_s.coresPerSpine();
        for (int i = 0; i < m_s.supernodes() * spinesPerSupernode(); ++i) {
            const int p = i / spines % m_s.planes(), pod = i / (spines * m_s.planes());
            for (int j = 0; j < cores; ++j) {
                ElementId cable;
                if (m_s.optical())
                    cable = of(ElementKind::Cable,
                               m_nodeCables + i / m_s.fabric.linksPerCable->value * cores + j);
                add(LinkKind::SpineCore, of(ElementKind::SpineSwitch, i),
                    core(pod / m_s.pods(), p, i % spines, j), index(p), m_s.linkRate(), cable);
            }
        }
    }

    void addOtherLinks() {
        const int perChip = m_s.endpointsPerChip();
        if (m_s.fabric.dieLink)
            for (int c = 0; c < m_s.chips(); ++c)
                for (int a = 0; a < perChip; ++a)
                    for (int b = a + 1; b < perChip; ++b)
                        add(LinkKind::DieToDie, of(ElementKind::Endpoint, c * perChip + a),
                            of(ElementKind::Endpoint, c * perChip + b), {}, m_s.fabric.dieLink->value);
        if (m_s.scaleOut)
            addScaleOut(*m_s.scaleOut);
        if (m_s.has(Network::Vpc))
            for (int n = 0; n < m_s.nodes(); ++n)
                add(LinkKind::Vpc, of(ElementKind::Cpu, n * m_s.node.cpus.value),
                    of(ElementKind::VpcSwitch, 0), {}, m_s.vpc->rate.value);
    }

    void addScaleOut(const ScaleOutSpec& network) {
        const int perSupernode = m_s.endpointsPerSupernode(), supernodes = m_s.supernodes();
        for (int e = 0; e < m_s.endpoints(); ++e)
            add(LinkKind::ScaleOut, of(ElementKind::Endpoint, e),
                of(ElementKind::ScaleOutSwitch, e / perSupernode), {}, network.rate.value);
        const double squeezed = network.oversubscription ? network.oversubscription->value.base() : 1;
        for (int s = 0; s < supernodes && supernodes > 1; ++s)
            add(LinkKind::ScaleOutTrunk, of(ElementKind::ScaleOutSwitch, s),
                of(ElementKind::ScaleOutSwitch, supernodes), {},
                network.rate.value * perSupernode / squeezed);
    }

    // Sorts pairs of (list, item) into lists, keeping the order of the items. `each` calls its argument once
    // for every pair.
    template <class Item, class Each>
    void fill(Fabric::Lists<Item>& lists, const Each& each) const {
        lists.first.assign(m_fabric.m_elements.size() + 1, 0);
        each([&](ElementId list, Item) { ++lists.first[list.value + 1]; });
        std::partial_sum(lists.first.begin(), lists.first.end(), lists.first.begin());
        lists.items.resize(lists.first.back());
        std::vector<std::uint32_t> next(lists.first.begin(), lists.first.end() - 1);
        each([&](ElementId list, Item item) { lists.items[next[list.value]++] = item; });
    }

    void listMounted() {
        const auto& elements = m_fabric.m_elements;
        fill(m_fabric.m_mounted, [&](const auto& put) {
            for (std::uint32_t i = 0; i < elements.size(); ++i) {
                const Element& e = elements[i];
                if (e.parent.valid())
                    put(e.parent, ElementId(i));
                const bool chip = e.kind == ElementKind::LeafSwitch || e.kind == ElementKind::SpineSwitch ||
                                  e.kind == ElementKind::CoreSwitch;
                if (chip)
                    put(of(ElementKind::Plane, e.plane), ElementId(i));
            }
        });
    }

    void listLinks() {
        const auto& links = m_fabric.m_links;
        const bool modules = m_fabric.count(ElementKind::Module) > 0;
        fill(m_fabric.m_linksAt, [&](const auto& put) {
            for (std::uint32_t i = 0; i < links.size(); ++i) {
                const Link& l = links[i];
                put(l.lower, LinkId(i));
                put(l.upper, LinkId(i));
                if (l.plane)
                    put(of(ElementKind::Plane, static_cast<int>(*l.plane)), LinkId(i));
                if (l.cable.valid())
                    put(l.cable, LinkId(i));
                if (l.cable.valid() && modules)
                    for (const CableEnd end : {CableEnd::Lower, CableEnd::Upper})
                        put(m_fabric.module(l.cable, end), LinkId(i));
            }
        });
    }

    Fabric m_fabric;
    const SystemSpec& m_s;
    HallLayout m_layout;
    int m_nodeCables = 0;
};

Result<FabricPtr> buildFabric(SystemPtr system) {
    if (!system)
        return Result<FabricPtr>::refused(Issue{"system", "there is none", "give a system"});
    if (std::vector<Issue> issues = check(*system); !issues.empty())
        return Result<FabricPtr>::refused(std::move(issues));
    return FabricBuilder(std::move(system)).build();
}

} // namespace supernode
