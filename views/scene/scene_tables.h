// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a frame as the shaders read them: plain numbers, no OpenGL.
//
// Curves take seven texels: p0 and length; c0; c1 and emphasis (0 backdrop, 1 normal, 2 selected); p1 and
// element; eight stations; colour of the plane. Bodies take two: centre and role, half size and
// emphasis.
#pragma once

#include "views/scene/particle_plan.h"

namespace supernode {

struct Pair {
    float x = 0, y = 0;
};

std::vector<Vec4> bodyTable(const SceneInstances& scene);
std::vector<Vec4> curveTable(const SceneInstances& scene);
std::vector<Vec4> bodyStateTable(const SceneState& state);  // utilization, failed, before
std::vector<Vec4> curveStateTable(const SceneState& state); // up, down, share that is down, before
std::vector<Pair> laneTable(const ParticlePlan& plan);      // spacing, flux

} // namespace supernode
