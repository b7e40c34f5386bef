// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene/floor_plan.h"

#include "tests/views/scene/test_scene.h"
#include "views/scene/scene_frame.h"

#include <gtest/gtest.h>

#include <numbers>

namespace supernode {
namespace {

FloorPlan planOf(const OutcomePtr& outcome) {
    return FloorPlanner(outcome->fabric)
        .plan(outcome->state, channelUtilization(*outcome, outcome->intervals.front()));
}
const PlanRack& rackOf(const FloorPlan& plan, const Fabric& fabric, const char* name) {
    const ElementId id = test::named(fabric, name);
    return *std::find_if(plan.racks.begin(), plan.racks.end(),
                         [&](const PlanRack& r) { return r.element == id; });
}

TEST(FloorPlan, EveryRackStandsWhereTheHallHasIt) {
    const OutcomePtr outcome = test::allToAll(test::cloudMatrix());
    const FloorPlan plan = planOf(outcome);
    ASSERT_EQ(plan.racks.size(), 16u);
    for (const PlanRack& rack : plan.racks) {
        const Box3 body = outcome->fabric->element(rack.element).body;
        EXPECT_NEAR(rack.floor.center().x(), body.centre.x, 1e-6);
        EXPECT_NEAR(rack.floor.center().y(), body.centre.z, 1e-6);
        EXPECT_NEAR(rack.floor.width(), 2 * body.half.x, 1e-6);
        EXPECT_TRUE(plan.room.contains(rack.floor));
        EXPECT_EQ(plan.rackAt(rack.floor.center()), rack.element);
    }
    EXPECT_FALSE(plan.rackAt(plan.room.topLeft()).valid());
}

TEST(FloorPlan, AnEvenExchangeHeatsAllComputeRacksAlike) {
    const OutcomePtr outcome = test::allToAll(test::cloudMatrix());
    const FloorPlan plan = planOf(outcome);
    const PlanRack& first = rackOf(plan, *outcome->fabric, "rack 1");
    EXPECT_GT(first.use, 0.3f);
    for (const PlanRack& rack : plan.racks) {
        EXPECT_EQ(rack.harmed, 0);
        const std::vector<ElementId> inside = outcome->fabric->children(rack.element);
        ASSERT_FALSE(inside.empty());
        if (outcome->fabric->element(inside.front()).kind == ElementKind::Node) {
            EXPECT_NEAR(rack.use, first.use, 1e-3f);
        }
    }
}

TEST(FloorPlan, WhatIsDownIsMarkedInItsRack) {
    const OutcomePtr outcome = test::allToAll(test::cloudMatrix(), {Fail{"rack 2"}, Fail{"node 1"}});
    const FloorPlan plan = planOf(outcome);
    EXPECT_EQ(rackOf(plan, *outcome->fabric, "rack 2").failed, 1);
    EXPECT_EQ(rackOf(plan, *outcome->fabric, "rack 2").use, 0);
    // One of its four nodes, with all that is mounted in it.
    const PlanRack& worn = rackOf(plan, *outcome->fabric, "rack 1");
    EXPECT_EQ(worn.failed, 0);
    EXPECT_NEAR(worn.harmed, 0.25f, 0.01f);
    EXPECT_EQ(rackOf(plan, *outcome->fabric, "rack 3").harmed, 0);
}

TEST(FloorPlan, TheOneRackOfNvl72HasAPlanToo) {
    const OutcomePtr outcome = test::allToAll(test::nvl72());
    const FloorPlan plan = planOf(outcome);
    ASSERT_EQ(plan.racks.size(), 1u);
    EXPECT_GT(plan.racks.front().use, 0.5f);
    EXPECT_GT(plan.room.width(), plan.racks.front().floor.width());
}

TEST(FloorPlan, WithoutTrafficEveryRackIsCold) {
    const OutcomePtr outcome = test::allToAll(test::cloudMatrix());
    for (const PlanRack& rack : FloorPlanner(outcome->fabric).plan(outcome->state, {}).racks)
        EXPECT_EQ(rack.use, 0);
}

TEST(FloorPlan, TheConeHoldsWhatTheCameraSees) {
    Camera camera;
    camera.target = {2, 1, -3};
    camera.distance = 10;
    camera.pitch = 0.5f;
    for (const float yaw : {0.0f, 0.7f, 2.5f, -1.9f}) {
        camera.yaw = yaw;
        const auto [eye, left, right] = coneOf(camera, 1.6f);
        EXPECT_NEAR(eye.x(), camera.eye().x, 1e-4);
        EXPECT_NEAR(eye.y(), camera.eye().z, 1e-4);
        // What it looks at lies midway between the two ends; the right one is at the right of the picture.
        const QPointF middle = (left + right) / 2;
        EXPECT_NEAR(middle.x(), 2, 1e-4);
        EXPECT_NEAR(middle.y(), -3, 1e-4);
        const auto at =
            project(camera, {1600, 1000}, {static_cast<float>(right.x()), 1, static_cast<float>(right.y())});
        ASSERT_TRUE(at);
        EXPECT_NEAR(at->x, 1600, 1); // the edge of the picture
    }
}

TEST(FloorPlan, LookingElsewhereKeepsTheLook) {
    const Camera before;
    const Camera after = lookingAt(before, {3, -4});
    EXPECT_EQ(after.target, (Vec3{3, before.target.y, -4}));
    EXPECT_EQ(after.yaw, before.yaw);
    EXPECT_EQ(after.distance, before.distance);
}

} // namespace
} // namespace supernode
