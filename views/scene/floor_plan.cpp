// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene/floor_plan.h"

namespace supernode {
namespace {

QPointF onFloor(Vec3 p) { return {static_cast<double>(p.x), static_cast<double>(p.z)}; }

QRectF floorOf(const Box3& body) {
    const QPointF half(static_cast<double>(body.half.x), static_cast<double>(body.half.z));
    return {onFloor(body.centre) - half, onFloor(body.centre) + half};
}

void addParts(const Fabric& fabric, ElementId of, std::vector<ElementId>& parts) {
    for (const ElementId part : fabric.children(of)) {
        parts.push_back(part);
        addParts(fabric, part, parts);
    }
}

} // namespace

ElementId FloorPlan::rackAt(QPointF floor) const {
    for (const PlanRack& rack : racks)
        if (rack.floor.contains(floor))
            return rack.element;
    return {};
}

FloorPlanner::FloorPlanner(FabricPtr fabric) : m_fabric(std::move(fabric)) {
    const Fabric& f = *m_fabric;
    for (std::size_t i = 0; i < f.count(ElementKind::Rack); ++i) {
        const ElementId rack = f.id(ElementKind::Rack, i);
        PlanRack& placed = m_empty.racks.emplace_back(PlanRack{rack, floorOf(f.element(rack).body)});
        m_empty.room |= placed.floor;
        std::vector<LinkId> links = f.linksOf(rack);
        std::erase_if(links, [&](LinkId link) { return !f.link(link).plane; });
        m_links.push_back(std::move(links));
        addParts(f, rack, m_parts.emplace_back());
    }
    constexpr double aisle = 1.2; // metres to walk round
    m_empty.room.adjust(-aisle, -aisle, aisle, aisle);
}

FloorPlan FloorPlanner::plan(const FabricState& state, std::span<const float> utilization) const {
    FloorPlan plan = m_empty;
    const auto use = [&](ChannelId channel) { return utilization[channel.value]; };
    for (std::size_t i = 0; i < plan.racks.size(); ++i) {
        PlanRack& rack = plan.racks[i];
        std::size_t alive = 0, down = 0;
        for (const LinkId link : m_links[i]) {
            if (!state.alive(m_fabric->elementOf(link))) {
                ++down;
                continue;
            }
            ++alive;
            if (!utilization.empty())
                rack.use +=
                    std::max(use(channelOf(link, Direction::Up)), use(channelOf(link, Direction::Down)));
        }
        if (alive > 0)
            rack.use /= static_cast<float>(alive);
        for (const ElementId part : m_parts[i])
            down += !state.alive(part);
        rack.failed = state.alive(rack.element) ? 0.0f : 1.0f;
        const std::size_t all = m_links[i].size() + m_parts[i].size();
        rack.harmed = all > 0 ? static_cast<float>(down) / static_cast<float>(all) : rack.failed;
    }
    return plan;
}

std::array<QPointF, 3> coneOf(const Camera& camera, float aspect) {
    const QPointF eye = onFloor(camera.eye());
    const QPointF ahead(-std::sin(static_cast<double>(camera.yaw)),
                        -std::cos(static_cast<double>(camera.yaw)));
    const QPointF right(-ahead.y(), ahead.x());
    const double far = static_cast<double>(camera.distance);
    // Seen from above, a look down widens: its upper edge is the farthest.
    const double wide =
        far * std::tan(static_cast<double>(camera.fieldOfView) / 2) * static_cast<double>(aspect);
    const QPointF middle = eye + ahead * (far * std::cos(static_cast<double>(camera.pitch)));
    return {eye, middle - right * wide, middle + right * wide};
}

Camera lookingAt(Camera camera, QPointF floor) {
    camera.target.x = static_cast<float>(floor.x());
    camera.target.z = static_cast<float>(floor.y());
    return camera;
}

} // namespace supernode
