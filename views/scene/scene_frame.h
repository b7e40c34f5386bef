// SPDX-License-Identifier: GPL-3.0-or-later
// One picture of the hall as a value: everything that drawing it needs.
//
// Units: metres, pixels, seconds on screen. Ownership: shares immutable parts; copy it to any thread.
#pragma once

#include "views/colouring.h"
#include "views/scene/camera.h"
#include "views/scene/particle_plan.h"
#include "views/scene/ramp.h"

namespace supernode {

struct Theme;

// sRGB, 0..1.
struct SceneColours {
    Vec3 sky, horizon, floor, grid;
    Vec3 rack, edge, panel, idle;
    Vec3 dot, outline, hover;
    Vec3 text, textGround;
    ChangeHues change;
    float glow = 1; // 1: light adds up on a dark ground, 0: it covers a bright one

    bool operator==(const SceneColours&) const = default;
};
SceneColours sceneColours(const Theme& theme);

// What changes from frame to frame, and so how much care a picture is worth: the camera, colours, or dots
// alone.
enum class Hands : std::uint8_t { Moving, Watching, Resting };

using SelectionPtr = std::shared_ptr<const std::vector<ElementId>>; // a frame is copied, what is in it is not

struct SceneFrame {
    Camera camera;
    InstancesPtr instances; // null: an empty hall
    StatePtr state;         // of the same instances
    PlanPtr plan;           // null: no dots
    double seconds = 0;     // model time since the interval began, in seconds on screen
    SelectionPtr selection; // null: nothing
    ElementId hover;
    SceneColours colours;
    Colouring colouring = Colouring::ByUtilization;
    Hands hands = Hands::Resting;
    float pixelRatio = 1; // device pixels per logical pixel
};

// From the front on the right and above: all racks and trunks, as large as they fit.
Camera homeCamera(const SceneInstances& scene, float aspect);
// Close enough to an element to see what is in it; home for one without a body.
Camera cameraFor(const SceneInstances& scene, ElementId element, float aspect);

} // namespace supernode
