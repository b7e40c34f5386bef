// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene/picking.h"

#include <limits>

namespace supernode {
namespace {

constexpr float nearCurve = 6, nearLink = 4; // pixels
constexpr float linksFrom = 5;       // metres: nearer than that a link in front of a rack can be meant
constexpr float smallestTarget = 10; // pixels: less than that and the parent is meant

struct Nearest {
    std::int32_t curve = -1;
    float pixels = std::numeric_limits<float>::max();
};

float distanceToSegment(float px, float py, const ScreenPoint& a, const ScreenPoint& b) {
    const float dx = b.x - a.x, dy = b.y - a.y;
    const float square = dx * dx + dy * dy;
    const float t = square > 0 ? std::clamp(((px - a.x) * dx + (py - a.y) * dy) / square, 0.0f, 1.0f) : 0;
    return std::hypot(px - a.x - t * dx, py - a.y - t * dy);
}

// A Bezier curve lies in the hull of its control points: most curves are ruled out by four projections.
bool mayPass(const Camera& camera, Viewport view, const Curve& curve, float x, float y, float within) {
    float left = std::numeric_limits<float>::max(), top = left, right = -left, bottom = -left;
    for (const Vec3& p : {curve.p0, curve.c0, curve.c1, curve.p1}) {
        const auto s = project(camera, view, p);
        if (!s)
            return true;
        left = std::min(left, s->x - within);
        right = std::max(right, s->x + within);
        top = std::min(top, s->y - within);
        bottom = std::max(bottom, s->y + within);
    }
    return x >= left && x <= right && y >= top && y <= bottom;
}

float distanceTo(const Camera& camera, Viewport view, const Curve& curve, float x, float y) {
    constexpr int segments = 16;
    float nearest = std::numeric_limits<float>::max();
    auto before = project(camera, view, curve.p0);
    for (int i = 1; i <= segments; ++i) {
        const auto next = project(camera, view, curve.at(static_cast<float>(i) / segments));
        if (before && next)
            nearest = std::min(nearest, distanceToSegment(x, y, *before, *next));
        before = next;
    }
    return nearest;
}

Nearest nearestCurve(const SceneInstances& scene, std::size_t first, std::size_t last, const Camera& camera,
                     Viewport view, float x, float y, float within) {
    Nearest nearest;
    nearest.pixels = within;
    for (std::size_t i = first; i < last; ++i) {
        const Curve& curve = scene.curves[i].curve;
        if (!mayPass(camera, view, curve, x, y, within))
            continue;
        const float pixels = distanceTo(camera, view, curve, x, y);
        if (pixels <= nearest.pixels)
            nearest = {static_cast<std::int32_t>(i), pixels};
    }
    return nearest;
}

// The element itself, or what it is mounted in when it is too small on screen to be meant.
ElementId asFineAsSeen(const Fabric& fabric, ElementId id, float pixelsPerMetre) {
    while (fabric.element(id).kind != ElementKind::Rack) {
        const Vec3 half = fabric.element(id).body.half;
        if (2 * std::min(half.x, half.y) * pixelsPerMetre >= smallestTarget)
            break;
        id = fabric.element(id).parent;
    }
    return id;
}

} // namespace

std::optional<float> hit(const Ray& ray, const Box3& box) {
    float enter = 0, leave = std::numeric_limits<float>::max();
    const auto slab = [&](float origin, float direction, float centre, float half) {
        if (direction == 0) {
            if (std::abs(origin - centre) > half)
                leave = -1;
            return;
        }
        const float a = (centre - half - origin) / direction, b = (centre + half - origin) / direction;
        enter = std::max(enter, std::min(a, b));
        leave = std::min(leave, std::max(a, b));
    };
    slab(ray.origin.x, ray.direction.x, box.centre.x, box.half.x);
    slab(ray.origin.y, ray.direction.y, box.centre.y, box.half.y);
    slab(ray.origin.z, ray.direction.z, box.centre.z, box.half.z);
    return enter <= leave ? std::optional(enter) : std::nullopt;
}

Pick pick(const SceneInstances& scene, const Camera& camera, Viewport view, float x, float y) {
    const auto of = [&](const Nearest& n) {
        return Pick{scene.curves[static_cast<std::size_t>(n.curve)].element, n.curve};
    };
    const bool fromNear = camera.distance < linksFrom;
    if (fromNear) {
        const Nearest single =
            nearestCurve(scene, scene.trunks, scene.curves.size(), camera, view, x, y, nearLink);
        if (single.curve >= 0)
            return of(single);
    }
    const Ray ray = rayAt(camera, view, x, y);
    std::optional<float> nearest;
    ElementId met;
    for (const BodyInstance& body : scene.bodies)
        if (const auto distance = hit(ray, body.box); distance && (!nearest || *distance < *nearest)) {
            nearest = distance;
            met = body.element;
        }
    if (nearest) {
        const float depth = *nearest * dot(ray.direction, camera.forward());
        return {asFineAsSeen(*scene.fabric, met, pixelsPerMetre(camera, view, depth)), -1};
    }
    const Nearest curve = nearestCurve(scene, 0, scene.curves.size(), camera, view, x, y, nearCurve);
    return curve.curve >= 0 ? of(curve) : Pick{};
}

std::vector<ElementId> elementsIn(const SceneInstances& scene, const Camera& camera, Viewport view,
                                  ScreenPoint corner, ScreenPoint opposite) {
    const auto [left, right] = std::minmax(corner.x, opposite.x);
    const auto [top, bottom] = std::minmax(corner.y, opposite.y);
    std::vector<ElementId> large, chips;
    for (const BodyInstance& body : scene.bodies) {
        if (body.role == BodyRole::Rack || body.role == BodyRole::Chip || body.role == BodyRole::Stack)
            continue;
        const auto at = project(camera, view, body.box.centre + Vec3{0, 0, body.box.half.z});
        if (!at || at->x < left || at->x > right || at->y < top || at->y > bottom)
            continue;
        const bool isLarge = body.role == BodyRole::Node || body.role == BodyRole::Box;
        (isLarge ? large : chips).push_back(body.element);
    }
    return large.size() < 2 && !chips.empty() ? chips : large;
}

} // namespace supernode
