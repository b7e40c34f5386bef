// SPDX-License-Identifier: GPL-3.0-or-later
// Honest motion: a dot stands for bytes that the model sends, and its pace on screen is the same everywhere.
//
// A lane is one direction of a curve with rate r (bytes per second of model time). At time scale s (model
// seconds per second on screen) it passes flux = r s / B dots a second; all dots walk v metres a second, so
// they stand spacing = v / flux apart. B is one of 1, 2, 5 times a power of ten, the smallest that keeps the
// number of dots and their density readable. Curves in the
// backdrop carry no dots, unless nothing moves on what is selected. Thread: a value. Promise:
// dots a second times bytes a dot is the rate. [ParticlePlan.FluxTimesBytesIsTheRate] Promise: a lane without
// traffic has no dots. [ParticlePlan.AnIdleLaneHasNoDots]
#pragma once

#include "views/scene/scene_state.h"

namespace supernode {

struct ParticleLane {
    float spacing = 0; // metres between two dots; 0: none
    float flux = 0;    // dots a second on screen
};

struct Dot {
    std::uint32_t lane = 0; // 2 x curve, + 1 for down
    std::uint32_t ordinal = 0;
};

struct ParticlePlan {
    double bytesPerDot = 0;          // 0: nothing moves
    float pace = 0;                  // metres a second on screen
    std::vector<ParticleLane> lanes; // two for each curve
    std::vector<Dot> dots;           // one for each dot that can be seen at once
};
using PlanPtr = std::shared_ptr<const ParticlePlan>;

// `timeScale`: model seconds per second on screen; `most`: dots, about.
PlanPtr planParticles(const SceneInstances& scene, const SceneState& state, double timeScale,
                      std::size_t most);

// The smallest of 1, 2, 5 times a power of ten that is not below.
double roundUp125(double value);

} // namespace supernode
