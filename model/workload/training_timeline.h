// SPDX-License-Identifier: GPL-3.0-or-later
// A training step as stages of a plan: warm-up, the steady state that repeats, cool-down, and the end.
//
// A slot of a pipeline stage is a span of its team; what the stage sends for it goes over the links evenly
// while it lasts. Warm-up and cool-down are as they were played; of the steady state the last period stands
// for all. What is cut by a border is shown on both sides of it. A span over all of a stage of the plan says
// who sends to whom in it. Of more than mostTeams pipeline stages some are shown, evenly spaced; with them,
// or where slots begin and end at more than mostCuts instants, loads are the mean of the stage of the plan.
// Units: seconds. Thread: pure. Promise: what all microbatches send is on the links.
// [TrainingStep.WhatIsSentIsOnTheLinks]
#pragma once

#include "model/workload/training_costs.h"

namespace supernode {

constexpr std::size_t mostCuts = 200;
constexpr int mostTeams = 12;

// When things happen, seconds from the start of the step.
struct StageTimes {
    double reduceStart = 0;
    double slotsEnd = 0;
    double reduceEnd = 0; // no earlier than slotsEnd
    double updateEnd = 0;
    double end = 0;    // with the part of the new weights that the next step waits for
    double behind = 0; // seconds of gathering behind the first forward slot
};
struct TrainingTimes {
    PipelineWork work;
    PipelineSchedule schedule;
    std::vector<StageTimes> stages;
    double step = 0;
};
TrainingTimes timesOf(const TrainingLayout& layout, const TrainingCosts& costs);

void addTrainingStages(Plan& plan, const TrainingCosts& costs, const TrainingTimes& times);

} // namespace supernode
