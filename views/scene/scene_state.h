// SPDX-License-Identifier: GPL-3.0-or-later
// How busy and how whole everything in the hall is during one interval.
//
// Units: utilization 0..1, payload bytes per second of model time. Ownership: immutable, shared; in the order
// of SceneInstances. Thread: read anywhere.
// Promise: a trunk is as busy as the mean of its links that are alive. [SceneState.ATrunkIsTheMeanOfItsLinks]
#pragma once

#include "views/scene/instances.h"

namespace supernode {

struct BodyState {
    float utilization = 0; // of its busiest channel; 0 for racks, nodes, boxes and chips
    float failed = 0;      // 1: down
    float before = -1;     // utilization in the baseline; below 0: nothing to compare with
};

struct CurveState {
    float up = 0, down = 0;                // utilization, mean over the links that are alive
    float failed = 0;                      // share of its links that are down
    double payloadUp = 0, payloadDown = 0; // sum over its links
    float before = -1; // the busier direction in the baseline, likewise; below 0: nothing to compare with
};

struct SceneState {
    std::vector<BodyState> bodies;
    std::vector<CurveState> curves;
};
using StatePtr = std::shared_ptr<const SceneState>;

// `utilization` and `payload` are per channel, or empty when nothing moves; `before` is what BaselineUse says
// of the same moment, or empty.
StatePtr stateOf(const SceneInstances& scene, const FabricState& fabric, std::span<const float> utilization,
                 std::span<const float> payload, std::span<const float> before = {});

} // namespace supernode
