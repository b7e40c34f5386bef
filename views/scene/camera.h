// SPDX-License-Identifier: GPL-3.0-or-later
// An orbit camera that never rolls, as a value, and what hands do with it.
//
// Frame: metres and radians. Yaw 0 looks along -z at the fronts; growing yaw walks to the right (+x); growing
// pitch rises. Screen: pixels from the top left corner, y down; pixel centres lie at half numbers.
// Thread: pure values and functions.
// Promise: what is projected is found again on the ray through its pixel. [Camera.ProjectAndUnprojectAgree]
// Promise: a framed box lies inside the picture as a whole. [Camera.FramingContainsAllCorners]
#pragma once

#include "views/scene/linear.h"

#include <optional>
#include <span>

namespace supernode {

struct Viewport {
    float width = 1, height = 1; // pixels

    float aspect() const { return width / height; }
};

struct Ray {
    Vec3 origin;
    Vec3 direction; // length 1
};

struct ScreenPoint {
    float x = 0, y = 0;
    float depth = 0; // metres in front of the eye
};

struct Camera {
    Vec3 target;
    float yaw = 0.7f;
    float pitch = 0.5f;
    float distance = 12;      // of the eye from the target
    float fieldOfView = 0.5f; // vertical

    bool operator==(const Camera&) const = default;

    Vec3 forward() const;
    Vec3 right() const;
    Vec3 up() const;
    Vec3 eye() const { return target - forward() * distance; }
    Mat4 viewProjection(float aspect) const;
};

// Nothing when the point is behind the eye.
std::optional<ScreenPoint> project(const Camera& camera, Viewport view, Vec3 point);
Ray rayAt(const Camera& camera, Viewport view, float x, float y);
// Pixels that one metre takes at a distance in front of the eye.
float pixelsPerMetre(const Camera& camera, Viewport view, float depth);

// Moves of the hand; dx, dy and x, y in pixels. Pitch and distance stay within what can be seen from above
// the floor.
Camera orbited(Camera camera, float dx, float dy);
// Walks round the target so that the floor turns clockwise on screen.
Camera turned(Camera camera, float radians);
// Promise: the point under the cursor follows the hand. [Camera.PanningCarriesThePointUnderTheCursor]
Camera panned(Camera camera, Viewport view, float dx, float dy);
// Promise: the point under the cursor stays. [Camera.ZoomingKeepsThePointUnderTheCursor]
Camera zoomedAt(Camera camera, Viewport view, float x, float y, float factor);

// The nearest camera in this direction that sees all points, with a share of the picture left free all round.
Camera framing(std::span<const Vec3> points, float aspect, float yaw, float pitch, float margin = 0.05f);
Camera framing(const Box3& box, float aspect, float yaw, float pitch, float margin = 0.05f);

// An eased way from one camera to another; dropping it half way leaves a valid camera.
class CameraMove {
public:
    CameraMove(const Camera& from, const Camera& to, double seconds = 0.7);
    Camera at(double seconds) const;
    bool finished(double seconds) const { return seconds >= m_seconds; }

private:
    Camera m_from, m_to;
    double m_seconds;
};

} // namespace supernode
