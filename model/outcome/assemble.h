// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the answer together from what was solved: loads on every channel, headline metrics, what limits.
#pragma once

#include "model/outcome/outcome.h"
#include "model/outcome/step_run.h"
#include "model/workload/plan.h"

namespace supernode {

// What has been solved: the plan, which outlives the assembly, and the run of each of its steps.
struct Solved {
    const Plan& plan;
    std::vector<StepRun> runs;

    Duration waits(std::size_t step) const;    // of one repeat
    Duration duration(std::size_t step) const; // of all its repeats, waits included
};

// Fills intervals, end, phases and undelivered of an outcome that has its scenario, fabric and
// state. A step that repeats is one phase. Up to mostUnrolled repeats are recorded one by one; more, or a
// broken number of them, as one interval with the mean rates of a repeat, waits included.
constexpr double mostUnrolled = 64;
void addTimeline(Outcome& outcome, const Solved& solved);

// The same of a plan that has stages. A span is a phase that repeats; up to mostLayers repeats are recorded
// one by one and share their loads, more as one interval with the mean.
// Promise: layers that are alike share their loads. [Stages.LayersThatAreAlikeShareTheirLoads]
constexpr double mostLayers = 256;
void addStages(Outcome& outcome, const Plan& plan);

// Headline metrics of the traffic, first those that a visitor reads. Needs the timeline.
void addTrafficMetrics(Outcome& outcome, const Solved& solved);

// Headline metrics of a collective or of a mixture of experts; nothing for other workloads. To be called
// before addTrafficMetrics.
void addCollectiveMetrics(Outcome& outcome, const Solved& solved);

// Says of numbers made of the time on which side of them the truth lies, where a warning tells that a latency
// or a start-up is not published. To be called after the others.
// Promise: no time without its latency passes for the whole one. [Evaluate.ATimeWithoutLatencyIsALowerBound]
void markBounds(Outcome& outcome);

// What the machine is on paper: compute, memory, injection, links, power, price.
void addSpecificationMetrics(Outcome& outcome);

// Names the resource that holds the last flow, from the same numbers as the metrics. Needs the timeline.
void addBottleneck(Outcome& outcome, const Solved& solved);

} // namespace supernode
