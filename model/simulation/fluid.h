// SPDX-License-Identifier: GPL-3.0-or-later
// Time: flows run at their fair rates until one ends, then the rest share again.
//
// All flows start at 0. Flows that end within 1e-9 of the same moment (relative) end together. The finish
// times are exact; the recorded stretches are bounded: when there would be more than mostStretches,
// neighbours between the first and the last are merged into one with their mean rates, so that a long run
// costs no more memory than a short one. Limit of the model: fluid, no packets, no start-up cost; latencies
// are added by evaluate.
#pragma once

#include "model/simulation/max_min.h"
#include "model/traffic/traffic.h"

namespace supernode {

struct Stretch {
    double start = 0, end = 0; // seconds
    std::vector<double> rate;  // per flow, as in Sharing
};

struct FluidRun {
    static constexpr std::size_t mostStretches = 128;

    std::vector<Stretch> stretches;
    std::vector<double> finish;           // per flow, seconds
    std::vector<std::uint32_t> limitedBy; // per flow, the resource that held it when it ended
    double end = 0;
};

// Promise: every byte that is offered is delivered. [Fluid.DeliversEveryByte]
FluidRun runFluid(const Traffic& traffic);

} // namespace supernode
