// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/scene/test_scene.h"
#include "views/scene/picking.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

constexpr Viewport view{1280, 800};

Pick pickMiddle(const SceneInstances& scene, const Camera& camera, ElementId id) {
    const Box3 body = scene.fabric->element(id).body;
    const auto at = project(camera, view, body.centre + Vec3{0, 0, body.half.z});
    EXPECT_TRUE(at);
    return at ? pick(scene, camera, view, at->x, at->y) : Pick{};
}

TEST(Picking, ARayMeetsABoxAtItsFace) {
    const Box3 box{{0, 0, -5}, {1, 1, 1}};
    const auto met = hit({{0, 0, 0}, {0, 0, -1}}, box);
    ASSERT_TRUE(met);
    EXPECT_FLOAT_EQ(*met, 4);
    EXPECT_FALSE(hit({{0, 0, 0}, {0, 0, 1}}, box));
    EXPECT_FALSE(hit({{3, 0, 0}, {0, 0, -1}}, box));
}

TEST(Picking, TheMiddleOfABodyPicksIt) {
    const InstancesPtr scene = test::hallOf(test::cloudMatrix());
    for (const char* name : {"node 3 npu 2 die 1", "node 3 l1 5", "plane 2 l2 4", "node 3 cpu 1"}) {
        const ElementId id = test::named(*scene->fabric, name);
        const Camera camera = cameraFor(*scene, scene->fabric->element(id).parent, view.aspect());
        EXPECT_EQ(pickMiddle(*scene, camera, id).element, id) << name;
    }
}

TEST(Picking, ARectangleOverAllHoldsEveryNode) {
    const InstancesPtr scene = test::hallOf(test::cloudMatrix());
    const Camera home = homeCamera(*scene, view.aspect());
    const std::vector<ElementId> all = elementsIn(*scene, home, view, {1280, 800}, {0, 0});
    const Fabric& f = *scene->fabric;
    EXPECT_EQ(all.size(), f.count(ElementKind::Node) + f.count(ElementKind::Box));
    EXPECT_TRUE(elementsIn(*scene, home, view, {0, 0}, {2, 2}).empty());
    // Close to one node its dies are meant.
    const ElementId node = test::named(f, "node 3");
    const Camera near = cameraFor(*scene, node, view.aspect());
    const auto middle = project(near, view, f.element(node).body.centre);
    ASSERT_TRUE(middle);
    const std::vector<ElementId> inside =
        elementsIn(*scene, near, view, {middle->x - 60, middle->y - 40}, {middle->x + 60, middle->y + 40});
    EXPECT_FALSE(inside.empty());
    for (const ElementId e : inside) {
        EXPECT_TRUE(f.contains(node, e)) << f.name(e);
        EXPECT_NE(e, node);
    }
}

// From home a die is about 3 x 12 pixels: the node around it is meant.
TEST(Picking, FromAfarTheNodeIsMeant) {
    const InstancesPtr scene = test::hallOf(test::cloudMatrix());
    const Camera camera = homeCamera(*scene, view.aspect());
    const ElementId die = test::named(*scene->fabric, "node 3 npu 2 die 1");
    EXPECT_EQ(pickMiddle(*scene, camera, die).element, test::named(*scene->fabric, "node 3"));
}

TEST(Picking, ATrunkAgainstTheGroundPicksItsPlane) {
    const InstancesPtr scene = test::hallOf(test::cloudMatrix());
    const Camera camera = homeCamera(*scene, view.aspect());
    int met = 0;
    for (const CurveInstance& trunk : scene->curves) {
        const auto at = project(camera, view, trunk.curve.at(0.5f));
        ASSERT_TRUE(at);
        const Pick under = pick(*scene, camera, view, at->x, at->y);
        if (under.curve < 0)
            continue;
        EXPECT_EQ(scene->fabric->element(under.element).kind, ElementKind::Plane);
        ++met;
    }
    EXPECT_GT(met, 50);
}

TEST(Picking, ASingleLinkOfTheSelectionIsPickedBeforeWhatIsBehindIt) {
    const InstancesPtr scene = test::hallOf(test::cloudMatrix(), "node 3 npu 2 die 1");
    const Camera camera = cameraFor(*scene, test::named(*scene->fabric, "node 3"), view.aspect());
    const CurveInstance& link = scene->curves[scene->trunks];
    const auto at = project(camera, view, link.curve.at(0.5f));
    ASSERT_TRUE(at);
    const Pick under = pick(*scene, camera, view, at->x, at->y);
    ASSERT_GE(under.curve, static_cast<std::int32_t>(scene->trunks));
    EXPECT_TRUE(scene->fabric->linkOf(under.element).valid());
}

// Hundreds of links hang over the racks when a node is selected: from afar they must not take the clicks.
TEST(Picking, FromAfarLinksOfTheSelectionDoNotCoverTheRacks) {
    const InstancesPtr scene = test::hallOf(test::cloudMatrix(), "node 18");
    const Camera camera = homeCamera(*scene, view.aspect());
    const ElementId node = test::named(*scene->fabric, "node 18");
    EXPECT_EQ(pickMiddle(*scene, camera, node).element, node);
}

TEST(Picking, EmptyGroundPicksNothing) {
    const InstancesPtr scene = test::hallOf(test::cloudMatrix());
    EXPECT_FALSE(pick(*scene, homeCamera(*scene, view.aspect()), view, 3, 797).element.valid());
}

} // namespace
} // namespace supernode
