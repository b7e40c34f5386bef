// SPDX-License-Identifier: GPL-3.0-or-later
// What is under the cursor, found on the CPU.
//
// From near a single link wins when the cursor is on it; then the nearest body, as fine as can be told apart
// at that distance (die, else its node, else its rack); then the nearest link or trunk. Links are met where
// they are drawn, also behind a rack. Cost: 0.5 ms at most for the largest machine. Thread: pure.
#pragma once

#include "views/scene/camera.h"
#include "views/scene/instances.h"

namespace supernode {

struct Pick {
    ElementId element;       // invalid: nothing
    std::int32_t curve = -1; // the curve that was hit
};

// x, y in pixels. Promise: what is drawn at a pixel is what is picked there.
// [Picking.TheMiddleOfABodyPicksIt]
Pick pick(const SceneInstances& scene, const Camera& camera, Viewport view, float x, float y);

// What stands in a rectangle of the picture, by the middles of fronts, also behind a rack: nodes and boxes;
// where there are fewer than two of them, the chips on their fronts. Corners in pixels, in any order.
// Promise: a rectangle over all holds every node. [Picking.ARectangleOverAllHoldsEveryNode]
std::vector<ElementId> elementsIn(const SceneInstances& scene, const Camera& camera, Viewport view,
                                  ScreenPoint corner, ScreenPoint opposite);

// Distance at which the ray meets the box; nothing when it misses.
std::optional<float> hit(const Ray& ray, const Box3& box);

} // namespace supernode
