// SPDX-License-Identifier: GPL-3.0-or-later
// The hall from above: where racks stand, how busy and how whole each is, and what the camera sees.
//
// Frame: metres on the floor; x as in the hall, y is its z, so that fronts look down. A rack is as busy as
// the mean of the links of the planes that end in it and are alive, each in its busier direction. Pure; any
// thread. Promise: every rack stands where the hall has it. [FloorPlan.EveryRackStandsWhereTheHallHasIt]
// Promise: what the picture shows in its middle lies in the cone. [FloorPlan.TheConeHoldsWhatTheCameraSees]
#pragma once

#include "views/scene/camera.h"
#include "views/scene/instances.h"

#include <QPointF>
#include <QRectF>

#include <array>

namespace supernode {

struct PlanRack {
    ElementId element;
    QRectF floor;
    float use = 0;    // 0..1
    float failed = 0; // 1: down
    float harmed = 0; // share of its parts that can fail and are down: nodes, boxes, chips, links
};

struct FloorPlan {
    std::vector<PlanRack> racks;
    QRectF room; // all racks, and where one walks

    // The rack under a point of the floor; invalid: none.
    ElementId rackAt(QPointF floor) const;
};

// Which links end where is found once for a machine; how busy they are is asked again and again.
class FloorPlanner {
public:
    explicit FloorPlanner(FabricPtr fabric);
    // `utilization` is per channel, or empty when nothing moves.
    FloorPlan plan(const FabricState& state, std::span<const float> utilization) const;
    const Fabric& fabric() const { return *m_fabric; }

private:
    FabricPtr m_fabric;
    std::vector<std::vector<LinkId>> m_links;    // of the planes, per rack
    std::vector<std::vector<ElementId>> m_parts; // per rack
    FloorPlan m_empty;
};

// Eye, left and right end of what is seen, the ends as far away as what is looked at.
std::array<QPointF, 3> coneOf(const Camera& camera, float aspect);
// The same look at another place of the floor.
// Promise: the look stays, its place moves. [FloorPlan.LookingElsewhereKeepsTheLook]
Camera lookingAt(Camera camera, QPointF floor);

} // namespace supernode
