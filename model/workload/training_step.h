// SPDX-License-Identifier: GPL-3.0-or-later
// A training step: microbatches through a pipeline of stages, gradients summed up, weights updated.
//
// Work on chips: training_parts.h; messages on the damaged fabric: training_messages.h; 1F1B:
// pipeline_schedule.h. Gradients are summed in FP32 among data ranks behind the last backward slot of a
// stage, all but the last layer's part of it; then each data rank updates what it owns, and new weights in
// BF16 are gathered behind the first forward slot of the next step. The step ends when the last stage is
// done. Model FLOPs utilisation counts the products of the model alone, forward and backward, half of the
// square of attention, nothing made again. Units: those of the metrics.
// Limits: experts are equally popular; messages of different kinds and stages do not slow each other down;
// no loss of time by stragglers, checkpoints or input. Errors: those of training_layout.h and
// training_memory.h, formats that the chip lacks or nobody trains in, ranks that cannot reach each other.
// Promise: a broken plane costs tokens. [TrainingStep.ABrokenPlaneCostsTokens]
// Promise: what is named as the limit moves the headline. [TrainingStep.WhatLimitsMovesTheHeadline]
#pragma once

#include "model/workload/plan.h"

namespace supernode {

Result<Plan> planOf(const Asked& asked, const TrainingStep& workload);

} // namespace supernode
