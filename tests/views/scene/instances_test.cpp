// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/scene/test_scene.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

std::size_t count(const SceneInstances& scene, BodyRole role) {
    return static_cast<std::size_t>(
        std::count_if(scene.bodies.begin(), scene.bodies.end(), [role](auto& b) { return b.role == role; }));
}

// 384 NPUs of two dies, 48 nodes x 4 CPUs, 48 x 7 L1 chips, 7 x 16 L2 chips in boxes of two, 12 + 4 racks.
TEST(Instances, CloudMatrixHasABodyForEachElement) {
    const InstancesPtr scene = test::hallOf(test::cloudMatrix());
    EXPECT_EQ(count(*scene, BodyRole::Rack), 16u);
    EXPECT_EQ(count(*scene, BodyRole::Node), 48u);
    EXPECT_EQ(count(*scene, BodyRole::Chip), 384u);
    EXPECT_EQ(count(*scene, BodyRole::Endpoint), 768u);
    EXPECT_EQ(count(*scene, BodyRole::Cpu), 192u);
    EXPECT_EQ(count(*scene, BodyRole::Leaf), 336u);
    EXPECT_EQ(count(*scene, BodyRole::Box), 56u);
    EXPECT_EQ(count(*scene, BodyRole::Spine), 112u);
    EXPECT_EQ(count(*scene, BodyRole::Stack), 3072u);
    EXPECT_EQ(scene->stacks, 3072u);
    EXPECT_EQ(scene->largeBodies, 16u + 48u + 56u);
}

// 12 compute racks x 7 planes x 4 switch racks; 48 x 7 x 16 uplinks in them, 16 in each.
TEST(Instances, TrunksHoldEveryUplinkOnce) {
    const InstancesPtr scene = test::hallOf(test::cloudMatrix());
    EXPECT_EQ(scene->trunks, 336u);
    EXPECT_EQ(scene->curves.size(), 336u);
    std::vector<int> seen(scene->fabric->linkCount(), 0);
    for (const CurveInstance& trunk : scene->curves) {
        EXPECT_EQ(trunk.linkCount, 16u);
        for (const LinkId link : scene->linksOf(trunk)) {
            EXPECT_EQ(scene->fabric->link(link).plane, trunk.plane);
            ++seen[link.value];
        }
    }
    EXPECT_EQ(std::count(seen.begin(), seen.end(), 1), 48 * 7 * 16);
    EXPECT_EQ(*std::max_element(seen.begin(), seen.end()), 1);
}

// 18 trays x 9 switch trays; each of 4 GPUs x 2 chips.
TEST(Instances, OneTierHasATrunkForEachTrayAndSwitchTray) {
    const InstancesPtr scene = test::hallOf(test::nvl72());
    EXPECT_EQ(scene->trunks, 162u);
    for (const CurveInstance& trunk : scene->curves)
        EXPECT_EQ(trunk.linkCount, 8u);
}

// 16 dies x 7 + 4 CPUs x 7 to the L1 chips, 7 L1 chips x 16 uplinks, a link in each of 8 packages: 112 + 28 +
// 112 + 8.
TEST(Instances, ASelectedNodeShowsItsLinksOneByOne) {
    const InstancesPtr scene = test::hallOf(test::cloudMatrix(), "node 18");
    EXPECT_EQ(scene->curves.size() - scene->trunks, 260u);
    EXPECT_EQ(
        std::count_if(scene->curves.begin(), scene->curves.end(), [](auto& c) { return c.plane == noPlane; }),
        8);
    EXPECT_EQ(scene->curves.back().kind, CurveKind::Link);
    EXPECT_TRUE(scene->fabric->linkOf(scene->curves.back().element).valid());
    EXPECT_EQ(scene->curves.front().emphasis, Emphasis::Backdrop);
}

// A plane has 768 + 192 + 768 links: too many to tell apart, so its 48 trunks stand for them.
TEST(Instances, ASelectedPlaneStandsOutByItsTrunks) {
    const InstancesPtr scene = test::hallOf(test::cloudMatrix(), "plane 3");
    EXPECT_EQ(scene->curves.size(), scene->trunks);
    EXPECT_EQ(std::count_if(scene->curves.begin(), scene->curves.end(),
                            [](auto& c) { return c.emphasis == Emphasis::Selected; }),
              48);
}

// Lit: the die itself, its four stacks, the other die of the package and the seven L1 chips that its links
// lead to.
TEST(Instances, WhatASelectedDieDoesNotReachStepsBack) {
    const InstancesPtr scene = test::hallOf(test::cloudMatrix(), "node 3 npu 2 die 1");
    EXPECT_EQ(std::count_if(scene->bodies.begin(), scene->bodies.end(),
                            [](auto& b) { return b.emphasis == Emphasis::Selected; }),
              1 + 4 + 1 + 7);
}

TEST(Instances, TheSameWiringGivesTheSamePicture) {
    const InstancesPtr a = test::hallOf(test::cloudMatrix()), b = test::hallOf(test::cloudMatrix());
    ASSERT_EQ(a->curves.size(), b->curves.size());
    for (std::size_t i = 0; i < a->curves.size(); ++i)
        EXPECT_EQ(a->curves[i].curve.c0, b->curves[i].curve.c0);
}

TEST(Instances, TrunksLeaveTheRoofAndStayAboveIt) {
    const InstancesPtr scene = test::hallOf(test::cloudMatrix());
    const float roof = scene->racks.centre.y + scene->racks.half.y;
    for (const CurveInstance& trunk : scene->curves)
        for (int i = 0; i <= 10; ++i)
            EXPECT_GE(trunk.curve.at(static_cast<float>(i) / 10).y, roof - 0.001f);
}

} // namespace
} // namespace supernode
