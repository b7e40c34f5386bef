// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene/camera.h"

#include <limits>
#include <numbers>

namespace supernode {
namespace {

constexpr float lowestPitch = 0.03f, highestPitch = 1.54f;
constexpr float nearestDistance = 0.25f, farthestDistance = 120;
constexpr float radiansPerPixel = 0.006f;

// The point under the cursor on the plane through the target that faces the eye.
Vec3 onTargetPlane(const Camera& camera, Viewport view, float x, float y) {
    const Ray ray = rayAt(camera, view, x, y);
    return ray.origin + ray.direction * (camera.distance / dot(ray.direction, camera.forward()));
}

// Range of eye positions along one screen axis: all points of (across, along) within slope of the axis.
struct Wedge {
    float low = std::numeric_limits<float>::lowest();
    float high = std::numeric_limits<float>::max();

    void include(float across, float along, float slope) {
        low = std::max(low, across - slope * along);
        high = std::min(high, across + slope * along);
    }
    float centre() const { return (low + high) / 2; }
    float farthestAlong(float slope) const { return (high - low) / (2 * slope); }
};

} // namespace

Vec3 Camera::forward() const {
    return {-std::sin(yaw) * std::cos(pitch), -std::sin(pitch), -std::cos(yaw) * std::cos(pitch)};
}

Vec3 Camera::right() const { return {std::cos(yaw), 0, -std::sin(yaw)}; }

Vec3 Camera::up() const { return cross(right(), forward()); }

Mat4 Camera::viewProjection(float aspect) const {
    const Vec3 r = right(), u = up(), b = forward() * -1, e = eye();
    Mat4 view;
    const std::array<Vec3, 3> rows{r, u, b};
    for (int i = 0; i < 3; ++i) {
        const Vec3 axis = rows[static_cast<std::size_t>(i)];
        view.at(i, 0) = axis.x;
        view.at(i, 1) = axis.y;
        view.at(i, 2) = axis.z;
        view.at(i, 3) = -dot(axis, e);
    }
    view.at(3, 3) = 1;
    const float near = std::max(0.02f, distance * 0.05f), far = distance + 100;
    const float f = 1 / std::tan(fieldOfView / 2);
    Mat4 projection;
    projection.at(0, 0) = f / aspect;
    projection.at(1, 1) = f;
    projection.at(2, 2) = (far + near) / (near - far);
    projection.at(2, 3) = 2 * far * near / (near - far);
    projection.at(3, 2) = -1;
    return projection * view;
}

std::optional<ScreenPoint> project(const Camera& camera, Viewport view, Vec3 point) {
    const Vec3 from = point - camera.eye();
    const float depth = dot(from, camera.forward());
    if (depth <= 0.001f)
        return std::nullopt;
    const float scale = pixelsPerMetre(camera, view, depth);
    return ScreenPoint{view.width / 2 + dot(from, camera.right()) * scale,
                       view.height / 2 - dot(from, camera.up()) * scale, depth};
}

Ray rayAt(const Camera& camera, Viewport view, float x, float y) {
    const float scale = pixelsPerMetre(camera, view, 1);
    const Vec3 direction = camera.forward() + camera.right() * ((x - view.width / 2) / scale) +
                           camera.up() * ((view.height / 2 - y) / scale);
    return {camera.eye(), normalized(direction)};
}

float pixelsPerMetre(const Camera& camera, Viewport view, float depth) {
    return view.height / (2 * std::tan(camera.fieldOfView / 2) * depth);
}

Camera orbited(Camera camera, float dx, float dy) {
    camera.yaw -= dx * radiansPerPixel;
    camera.pitch = std::clamp(camera.pitch + dy * radiansPerPixel, lowestPitch, highestPitch);
    return camera;
}

Camera turned(Camera camera, float radians) {
    camera.yaw += radians;
    return camera;
}

Camera panned(Camera camera, Viewport view, float dx, float dy) {
    const float metres = 1 / pixelsPerMetre(camera, view, camera.distance);
    camera.target = camera.target - camera.right() * (dx * metres) + camera.up() * (dy * metres);
    return camera;
}

Camera zoomedAt(Camera camera, Viewport view, float x, float y, float factor) {
    const float distance = std::clamp(camera.distance * factor, nearestDistance, farthestDistance);
    const float applied = distance / camera.distance;
    const Vec3 fixed = onTargetPlane(camera, view, x, y);
    camera.target = camera.target + (fixed - camera.target) * (1 - applied);
    camera.distance = distance;
    return camera;
}

Camera framing(std::span<const Vec3> points, float aspect, float yaw, float pitch, float margin) {
    Camera camera;
    camera.yaw = yaw;
    camera.pitch = pitch;
    if (points.empty())
        return camera;
    const float vertical = std::tan(camera.fieldOfView / 2) * (1 - 2 * margin);
    const float horizontal = vertical * aspect;
    const Vec3 r = camera.right(), u = camera.up(), f = camera.forward();
    Wedge across, upward;
    float nearest = std::numeric_limits<float>::max(), farthest = std::numeric_limits<float>::lowest();
    for (const Vec3& p : points) {
        across.include(dot(p, r), dot(p, f), horizontal);
        upward.include(dot(p, u), dot(p, f), vertical);
        nearest = std::min(nearest, dot(p, f));
        farthest = std::max(farthest, dot(p, f));
    }
    const float along = std::min(across.farthestAlong(horizontal), upward.farthestAlong(vertical));
    camera.distance = std::clamp((nearest + farthest) / 2 - along, nearestDistance, farthestDistance);
    camera.target = r * across.centre() + u * upward.centre() + f * (along + camera.distance);
    return camera;
}

Camera framing(const Box3& box, float aspect, float yaw, float pitch, float margin) {
    const auto points = corners(box);
    return framing(points, aspect, yaw, pitch, margin);
}

CameraMove::CameraMove(const Camera& from, const Camera& to, double seconds)
    : m_from(from), m_to(to), m_seconds(seconds) {
    // The short way round.
    const float turn = 2 * std::numbers::pi_v<float>;
    m_from.yaw = to.yaw + std::remainder(from.yaw - to.yaw, turn);
}

Camera CameraMove::at(double seconds) const {
    if (finished(seconds))
        return m_to;
    const auto s = static_cast<float>(std::max(0.0, seconds) / m_seconds);
    const float t = s * s * s * (s * (6 * s - 15) + 10);
    Camera camera = m_to;
    camera.target = mix(m_from.target, m_to.target, t);
    camera.yaw = std::lerp(m_from.yaw, m_to.yaw, t);
    camera.pitch = std::lerp(m_from.pitch, m_to.pitch, t);
    camera.distance = m_from.distance * std::pow(m_to.distance / m_from.distance, t);
    return camera;
}

} // namespace supernode
