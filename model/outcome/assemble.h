// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the answer together from what was solved: loads on every channel, headline metrics, what limits.
#pragma once

#include "model/outcome/outcome.h"
#include "model/simulation/fluid.h"

namespace supernode {

// What has been solved, by reference; lives as long as the assembly.
struct Solved {
    const Traffic& traffic;
    const FluidRun& run;
    Duration latency; // before the first byte
};

// Fills intervals, end, phases, fabricUse and undelivered of an outcome that has its scenario, fabric and
// state.
void addTimeline(Outcome& outcome, const Solved& solved);

// Headline metrics of the traffic, first those that a visitor reads. Needs the timeline.
void addTrafficMetrics(Outcome& outcome, const Solved& solved);

// What the machine is on paper: compute, memory, injection, links, power, price.
void addSpecificationMetrics(Outcome& outcome);

// Names the resource that holds the last flow, from the same numbers as the metrics. Needs the timeline.
void addBottleneck(Outcome& outcome, const Solved& solved);

} // namespace supernode
