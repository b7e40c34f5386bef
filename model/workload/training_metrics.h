// SPDX-License-Identifier: GPL-3.0-or-later
// What a training step is judged by: tokens, time, utilisation, bubble, messages in the way, memory.
//
// Causes are those of the stage that has most to do; what it waits for, others' end of the step included, is
// the pipeline's. Units: those of the
// metrics.
#pragma once

#include "model/workload/training_memory.h"
#include "model/workload/training_timeline.h"

namespace supernode {

struct TrainedStep {
    const TrainingRun& run;
    const TrainingLayout& layout;
    const TrainingStep& workload;
    const TrainingCosts& costs;
    const TrainingTimes& times;
    const TrainingMemory& memory;
};

// Seconds by cause, which add up to the step. [TrainingStep.CausesAddUpToTheStep]
Cost causesOf(const TrainedStep& step);
void addTrainingMetrics(Plan& plan, const TrainedStep& step, const SystemSpec& system);

} // namespace supernode
