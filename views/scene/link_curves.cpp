// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene/link_curves.h"

namespace supernode {
namespace {

// 0 in the middle, -1 for the first and +1 for the last of n.
float spread(std::size_t i, std::size_t n) {
    return n < 2 ? 0 : 2 * static_cast<float>(i) / static_cast<float>(n - 1) - 1;
}

Box3 rackOf(const Fabric& fabric, ElementId id) {
    while (fabric.element(id).kind != ElementKind::Rack)
        id = fabric.element(id).parent;
    return fabric.element(id).body;
}

// From roof to roof. The planes of one pair of racks are nested like a rainbow: the last plane starts and
// lands farthest out and rises highest.
Curve arch(const Fabric& fabric, const Link& link) {
    const Box3 from = rackOf(fabric, link.lower), to = rackOf(fabric, link.upper);
    const float place = spread(link.plane.value_or(0), fabric.count(ElementKind::Plane));
    const Vec3 way = to.centre - from.centre;
    const float distance = length(way);
    const Vec3 along = normalized(way);
    const Vec3 aside = cross(along, {0, 1, 0});
    const Vec3 lift{0, 1, 0};
    const auto onRoof = [&](const Box3& rack, float outwards) {
        const Vec3 roof = rack.centre + lift * rack.half.y;
        const float room = std::min(rack.half.x, rack.half.z);
        return roof + along * (outwards * place * room * 0.10f) + aside * (place * room * 0.30f);
    };
    const Vec3 p0 = onRoof(from, -1), p1 = onRoof(to, 1);
    const float height = 0.35f + distance * (0.27f + 0.018f * place) + 0.03f * place;
    const float lean = distance * 0.12f;
    return makeCurve(p0, p0 + lift * height + along * lean, p1 + lift * height - along * lean, p1);
}

// Beside the rack, alternately left and right: the farther apart the two trays, the wider.
Curve bow(const Fabric& fabric, const Link& link) {
    const Element box = fabric.element(fabric.element(link.upper).parent);
    const Element node = fabric.element(fabric.element(fabric.element(link.lower).parent).parent);
    const float side = box.index % 2 ? -1.0f : 1.0f;
    const float lane = spread(box.index / 2, (fabric.count(ElementKind::Box) + 1) / 2);
    const auto edge = [&](const Box3& tray) {
        return tray.centre + Vec3{side * (tray.half.x + 0.03f), 0, tray.half.z * (0.55f + 0.4f * lane)};
    };
    const Vec3 p0 = edge(node.body), p1 = edge(box.body);
    const float reach = 0.08f + 0.36f * std::abs(p1.y - p0.y);
    const Vec3 out = normalized({side, 0, 0.25f + 0.25f * lane});
    return makeCurve(p0, p0 + out * reach, p1 + out * reach, p1);
}

Vec3 frontOf(const Box3& body) { return body.centre + Vec3{0, 0, body.half.z}; }

} // namespace

Curve trunkCurve(const Fabric& fabric, const Link& link) {
    return fabric.system().twoTier() ? arch(fabric, link) : bow(fabric, link);
}

Curve linkCurve(const Fabric& fabric, const Link& link) {
    const Box3 lower = fabric.element(link.lower).body, upper = fabric.element(link.upper).body;
    const Vec3 p0 = frontOf(lower), p1 = frontOf(upper);
    const float distance = length(p1 - p0);
    if (link.kind != LinkKind::LeafSpine && link.kind != LinkKind::SpineCore) {
        const Vec3 out{0, 0, 0.06f + 0.35f * distance};
        return makeCurve(p0, p0 + out, p1 + out, p1);
    }
    // Over the roofs, where nothing is behind it.
    const Box3 rack = rackOf(fabric, link.lower);
    const float crest = rack.centre.y + rack.half.y + 0.22f * distance;
    const auto above = [&](Vec3 end) { return Vec3{end.x, crest, end.z + 0.30f}; };
    return makeCurve(p0, above(p0), above(p1), p1);
}

} // namespace supernode
