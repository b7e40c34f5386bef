// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/scene/test_scene.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

constexpr Viewport view{1280, 800};

Camera someCamera() { return {{0.5f, 1, -0.3f}, 0.7f, 0.5f, 12, 0.5f}; }

float distanceFromRay(const Ray& ray, Vec3 point) { return length(cross(point - ray.origin, ray.direction)); }

TEST(Camera, ProjectAndUnprojectAgree) {
    const Camera camera = someCamera();
    for (const Vec3 point : {Vec3{0, 0, 0}, Vec3{2, 1, -3}, Vec3{-2.5f, 2.2f, 1}}) {
        const auto seen = project(camera, view, point);
        ASSERT_TRUE(seen);
        EXPECT_LT(distanceFromRay(rayAt(camera, view, seen->x, seen->y), point), 1e-4f);
    }
}

// The matrix that OpenGL gets and the projection that picking uses are made in two ways.
TEST(Camera, MatrixAndProjectionAgree) {
    const Camera camera = someCamera();
    const Vec3 point{1, 2, -1};
    const Vec4 clip = camera.viewProjection(view.aspect()) * Vec4{point.x, point.y, point.z, 1};
    const auto seen = project(camera, view, point);
    ASSERT_TRUE(seen);
    EXPECT_NEAR((clip.x / clip.w + 1) / 2 * view.width, seen->x, 0.01f);
    EXPECT_NEAR((1 - clip.y / clip.w) / 2 * view.height, seen->y, 0.01f);
}

TEST(Camera, NothingBehindTheEyeIsProjected) {
    const Camera camera = someCamera();
    EXPECT_FALSE(project(camera, view, camera.eye() - camera.forward()));
}

TEST(Camera, FramingContainsAllCorners) {
    const Box3 box{{1, 2, 3}, {2.5f, 1.1f, 2}};
    for (const float aspect : {0.7f, 1.3f, 1.8f, 2.2f})
        for (const float yaw : {-1.0f, 0.0f, 0.7f, 2.5f}) {
            const Viewport picture{800 * aspect, 800};
            const Camera camera = framing(box, aspect, yaw, 0.5f);
            for (const Vec3& corner : corners(box)) {
                const auto seen = project(camera, picture, corner);
                ASSERT_TRUE(seen);
                EXPECT_GE(seen->x, 0);
                EXPECT_LE(seen->x, picture.width);
                EXPECT_GE(seen->y, 0);
                EXPECT_LE(seen->y, picture.height);
            }
        }
}

// The tighter of width and height is used up to the margin of 4.5 % on both sides: at least 90 % of it.
TEST(Camera, HomeShowsAllRacksAndTrunksAndFillsThePicture) {
    const InstancesPtr scene = test::hallOf(test::cloudMatrix());
    for (const float aspect : {1.3f, 1.6f, 1.78f, 2.2f}) {
        const Viewport picture{800 * aspect, 800};
        const Camera camera = homeCamera(*scene, aspect);
        float left = picture.width, right = 0, top = picture.height, bottom = 0;
        std::vector<Vec3> points = scene->outline();
        for (const CurveInstance& trunk : scene->curves)
            for (int i = 0; i <= 40; ++i)
                points.push_back(trunk.curve.at(static_cast<float>(i) / 40));
        for (const Vec3& point : points) {
            const auto seen = project(camera, picture, point);
            ASSERT_TRUE(seen);
            left = std::min(left, seen->x);
            right = std::max(right, seen->x);
            top = std::min(top, seen->y);
            bottom = std::max(bottom, seen->y);
        }
        EXPECT_GT(left, 0);
        EXPECT_LT(right, picture.width);
        EXPECT_GT(top, 0);
        EXPECT_LT(bottom, picture.height);
        EXPECT_GT(std::max((right - left) / picture.width, (bottom - top) / picture.height), 0.88f);
    }
}

TEST(Camera, ZoomingKeepsThePointUnderTheCursor) {
    const Camera before = someCamera();
    const Ray ray = rayAt(before, view, 900, 200);
    const Vec3 point = ray.origin + ray.direction * (before.distance / dot(ray.direction, before.forward()));
    const auto seen = project(zoomedAt(before, view, 900, 200, 0.6f), view, point);
    ASSERT_TRUE(seen);
    EXPECT_NEAR(seen->x, 900, 0.1f);
    EXPECT_NEAR(seen->y, 200, 0.1f);
}

TEST(Camera, PanningCarriesThePointUnderTheCursor) {
    const Camera before = someCamera();
    const auto seen = project(panned(before, view, 30, -12), view, before.target);
    ASSERT_TRUE(seen);
    EXPECT_NEAR(seen->x, view.width / 2 + 30, 0.05f);
    EXPECT_NEAR(seen->y, view.height / 2 - 12, 0.05f);
}

TEST(Camera, OrbitingNeverTurnsBelowTheFloorOrOverTheTop) {
    EXPECT_GT(orbited(someCamera(), 0, -10000).eye().y, 0);
    EXPECT_GT(orbited(someCamera(), 0, 10000).up().y, 0);
}

TEST(Camera, AMoveEndsWhereItShouldAndIsAValidCameraHalfWay) {
    Camera to = someCamera();
    to.yaw += 6; // the short way round is backwards
    to.distance = 3;
    const CameraMove move(someCamera(), to, 1);
    EXPECT_EQ(move.at(1), to);
    const Camera half = move.at(0.5);
    EXPECT_NEAR(half.distance, 6, 0.01f); // the geometric mean of 12 and 3
    EXPECT_LT(std::abs(half.yaw - to.yaw), 0.2f);
    EXPECT_TRUE(move.finished(1));
    EXPECT_FALSE(move.finished(0.99));
}

} // namespace
} // namespace supernode
