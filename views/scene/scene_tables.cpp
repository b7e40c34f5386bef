// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene/scene_tables.h"

#include "views/scene/ramp.h"

namespace supernode {
namespace {

constexpr Vec3 betweenDies = colourOf(0xd8dde8); // by plane, a link of no plane

Vec4 texel(Vec3 v, float w) { return {v.x, v.y, v.z, w}; }

} // namespace

std::vector<Vec4> bodyTable(const SceneInstances& scene) {
    std::vector<Vec4> table;
    table.reserve(scene.bodies.size() * 2);
    for (const BodyInstance& body : scene.bodies) {
        table.push_back(texel(body.box.centre, static_cast<float>(body.role)));
        table.push_back(texel(body.box.half, static_cast<float>(body.emphasis)));
    }
    return table;
}

std::vector<Vec4> curveTable(const SceneInstances& scene) {
    const auto planes = static_cast<std::uint32_t>(scene.fabric->count(ElementKind::Plane));
    std::vector<Vec4> table;
    table.reserve(scene.curves.size() * 7);
    for (const CurveInstance& c : scene.curves) {
        const Curve& k = c.curve;
        table.push_back(texel(k.p0, k.length));
        table.push_back(texel(k.c0, 0));
        table.push_back(texel(k.c1, static_cast<float>(c.emphasis)));
        table.push_back(texel(k.p1, static_cast<float>(c.element.value)));
        table.push_back({k.stations[0], k.stations[1], k.stations[2], k.stations[3]});
        table.push_back({k.stations[4], k.stations[5], k.stations[6], k.stations[7]});
        table.push_back(texel(c.plane == noPlane ? betweenDies : planeColour(c.plane, planes), 0));
    }
    return table;
}

std::vector<Vec4> bodyStateTable(const SceneState& state) {
    std::vector<Vec4> table;
    table.reserve(state.bodies.size());
    for (const BodyState& body : state.bodies)
        table.push_back({body.utilization, body.failed, body.before, 0});
    return table;
}

std::vector<Vec4> curveStateTable(const SceneState& state) {
    std::vector<Vec4> table;
    table.reserve(state.curves.size());
    for (const CurveState& curve : state.curves)
        table.push_back({curve.up, curve.down, curve.failed, curve.before});
    return table;
}

std::vector<Pair> laneTable(const ParticlePlan& plan) {
    std::vector<Pair> table;
    table.reserve(plan.lanes.size());
    for (const ParticleLane& lane : plan.lanes)
        table.push_back({lane.spacing, lane.flux});
    return table;
}

} // namespace supernode
