// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene/instances.h"

#include "views/scene/link_curves.h"

namespace supernode {
namespace {

struct Kind {
    ElementKind kind;
    BodyRole role;
};
constexpr std::array<Kind, 10> bodyKinds{{{ElementKind::Rack, BodyRole::Rack},
                                          {ElementKind::Node, BodyRole::Node},
                                          {ElementKind::Box, BodyRole::Box},
                                          {ElementKind::Chip, BodyRole::Chip},
                                          {ElementKind::Endpoint, BodyRole::Endpoint},
                                          {ElementKind::Cpu, BodyRole::Cpu},
                                          {ElementKind::LeafSwitch, BodyRole::Leaf},
                                          {ElementKind::SpineSwitch, BodyRole::Spine},
                                          {ElementKind::CoreSwitch, BodyRole::Spine},
                                          {ElementKind::HbmStack, BodyRole::Stack}}};

void addBodies(SceneInstances& scene) {
    const Fabric& fabric = *scene.fabric;
    for (const Kind& k : bodyKinds)
        for (std::size_t i = 0; i < fabric.count(k.kind); ++i) {
            const ElementId id = fabric.id(k.kind, i);
            scene.bodies.push_back({fabric.element(id).body, id, k.role});
        }
    scene.largeBodies =
        fabric.count(ElementKind::Rack) + fabric.count(ElementKind::Node) + fabric.count(ElementKind::Box);
    scene.stacks = fabric.count(ElementKind::HbmStack);
    scene.racks = scene.bodies.front().box;
    for (std::size_t i = 0; i < fabric.count(ElementKind::Rack); ++i)
        scene.racks = united(scene.racks, scene.bodies[i].box);
    scene.extent = 2 * length(scene.racks.half);
}

// Links of the upper tier sorted into trunks by what they join.
class Trunks {
public:
    explicit Trunks(const Fabric& fabric)
        : m_fabric(fabric), m_two(fabric.system().twoTier()),
          m_lower(fabric.count(m_two ? ElementKind::Rack : ElementKind::Node)),
          m_upper(fabric.count(m_two ? ElementKind::Rack : ElementKind::Box)),
          m_planes(m_two ? fabric.count(ElementKind::Plane) : 1), m_links(m_lower * m_upper * m_planes) {
        const LinkKind kind = m_two ? LinkKind::LeafSpine : LinkKind::EndpointSpine;
        for (std::uint32_t i = 0; i < fabric.linkCount(); ++i)
            if (fabric.link(LinkId(i)).kind == kind)
                m_links[trunkOf(fabric.link(LinkId(i)))].push_back(LinkId(i));
    }

    void addTo(SceneInstances& scene) const {
        for (std::size_t i = 0; i < m_links.size(); ++i) {
            if (m_links[i].empty())
                continue;
            const Link& first = m_fabric.link(m_links[i].front());
            CurveInstance trunk;
            const std::uint32_t plane = first.plane.value_or(0);
            trunk.plane = plane;
            const ElementId box = m_fabric.element(first.upper).parent;
            trunk.element = m_two ? m_fabric.id(ElementKind::Plane, plane) : box;
            trunk.curve = trunkCurve(m_fabric, first);
            trunk.firstLink = static_cast<std::uint32_t>(scene.links.size());
            trunk.linkCount = static_cast<std::uint32_t>(m_links[i].size());
            scene.links.insert(scene.links.end(), m_links[i].begin(), m_links[i].end());
            scene.curves.push_back(trunk);
        }
        scene.trunks = scene.curves.size();
    }

private:
    // Lower end: leaf > node > rack, or endpoint > chip > node. Upper end: spine > box > rack.
    std::size_t trunkOf(const Link& link) const {
        const ElementId lower = m_fabric.element(m_fabric.element(link.lower).parent).parent;
        const ElementId box = m_fabric.element(link.upper).parent;
        const ElementId upper = m_two ? m_fabric.element(box).parent : box;
        const std::size_t ends = m_fabric.element(lower).index * m_upper + m_fabric.element(upper).index;
        return ends * m_planes + (m_two ? link.plane.value_or(0) : 0);
    }

    const Fabric& m_fabric;
    bool m_two;
    std::size_t m_lower, m_upper, m_planes;
    std::vector<std::vector<LinkId>> m_links;
};

// A stack of memory has no links: those of its die say where it is.
ElementId withLinks(const Fabric& fabric, ElementId id) {
    const Element e = fabric.element(id);
    return e.kind == ElementKind::HbmStack ? e.parent : id;
}

// Those of the planes, and those between the dies of a package.
bool isDrawn(const Link& link) { return link.plane.has_value() || link.kind == LinkKind::DieToDie; }

// Every link of the selection that is drawn, once, in the order of the fabric.
std::vector<std::uint8_t> selectedLinks(const Fabric& fabric, std::span<const ElementId> selection) {
    std::vector<std::uint8_t> chosen(fabric.linkCount(), 0);
    for (const ElementId id : selection)
        if (id.value < fabric.elementCount())
            for (const LinkId link : fabric.linksOf(withLinks(fabric, id)))
                chosen[link.value] = isDrawn(fabric.link(link));
    return chosen;
}

std::size_t drawnLinks(const Fabric& fabric) {
    std::size_t count = 0;
    for (std::uint32_t i = 0; i < fabric.linkCount(); ++i)
        count += isDrawn(fabric.link(LinkId(i)));
    return count;
}

// A plane or rack stands out among trunks that go on as they were: that is what cutting it shows.
void emphasize(SceneInstances& scene, const std::vector<std::uint8_t>& chosen) {
    for (CurveInstance& trunk : scene.curves) {
        for (const LinkId link : scene.linksOf(trunk))
            if (chosen[link.value])
                trunk.emphasis = Emphasis::Selected;
    }
}

// What is selected, what is in it, and what its links lead to stays lit; everything else steps back.
void emphasizeBodies(SceneInstances& scene, std::span<const ElementId> selection,
                     const std::vector<std::uint8_t>& chosen) {
    const Fabric& fabric = *scene.fabric;
    std::vector<std::uint8_t> lit(fabric.elementCount(), 0);
    for (const ElementId id : selection)
        if (id.value < lit.size())
            lit[id.value] = 1;
    std::vector<std::uint8_t> reached(lit.size(), 0);
    for (std::uint32_t i = 0; i < chosen.size(); ++i)
        if (chosen[i])
            reached[fabric.link(LinkId(i)).lower.value] = reached[fabric.link(LinkId(i)).upper.value] = 1;
    for (BodyInstance& body : scene.bodies) {
        bool inside = false;
        for (ElementId at = body.element; at.valid() && !inside; at = fabric.element(at).parent)
            inside = lit[at.value];
        body.emphasis = inside || reached[body.element.value] ? Emphasis::Selected : Emphasis::Backdrop;
    }
}

void addSingles(SceneInstances& scene, const std::vector<std::uint8_t>& chosen) {
    for (std::uint32_t i = 0; i < chosen.size(); ++i) {
        if (!chosen[i])
            continue;
        CurveInstance single;
        single.kind = CurveKind::Link;
        single.emphasis = Emphasis::Selected;
        single.plane = scene.fabric->link(LinkId(i)).plane.value_or(noPlane);
        single.element = scene.fabric->elementOf(LinkId(i));
        single.curve = linkCurve(*scene.fabric, scene.fabric->link(LinkId(i)));
        single.firstLink = static_cast<std::uint32_t>(scene.links.size());
        single.linkCount = 1;
        scene.links.push_back(LinkId(i));
        scene.curves.push_back(single);
    }
    // What is shown one by one is not shown a second time as a bundle.
    for (std::size_t i = 0; i < scene.trunks; ++i)
        scene.curves[i].emphasis = Emphasis::Backdrop;
}

} // namespace

std::vector<Vec3> SceneInstances::outline() const {
    std::vector<Vec3> points;
    for (const BodyInstance& body : bodies)
        if (body.role == BodyRole::Rack)
            for (const Vec3& corner : corners(body.box))
                points.push_back(corner);
    for (std::size_t i = 0; i < trunks; ++i)
        for (const float t : {0.2f, 0.35f, 0.5f, 0.65f, 0.8f})
            points.push_back(curves[i].curve.at(t));
    return points;
}

InstancesPtr instancesOf(const FabricPtr& fabric, std::span<const ElementId> selection) {
    auto scene = std::make_shared<SceneInstances>();
    scene->fabric = fabric;
    addBodies(*scene);
    Trunks(*fabric).addTo(*scene);
    const std::vector<std::uint8_t> chosen = selectedLinks(*fabric, selection);
    const auto count = static_cast<std::size_t>(std::count(chosen.begin(), chosen.end(), 1));
    // The system and everything in it is the same as nothing in particular.
    if (count == 0 || count == drawnLinks(*fabric))
        return scene;
    emphasize(*scene, chosen);
    if (count <= mostSingleLinks) {
        emphasizeBodies(*scene, selection, chosen);
        addSingles(*scene, chosen);
    }
    return scene;
}

} // namespace supernode
