// SPDX-License-Identifier: GPL-3.0-or-later
// What the fullest rank of a training step holds, how much is missing, and what would fit.
//
// For each parameter: 2 bytes of BF16 weight (and one of 8 bits in INT8), 4 of gradient in FP32, and 12 of
// the optimizer (Adam: weight and two moments in FP32), which data ranks share when they are sharded. In FP8
// as DeepSeek-V3 was trained: one byte of weight (of tables two), and moments in BF16. Fully sharded:
// data ranks share weights and gradients of the layers, too; a rank holds two layers that it gathered, one at
// work and one on its way, and the gradients of one; tables of embedding and head stay whole. For each
// microbatch that 1F1B has under way: the rows of training_parts.h. And the rows of the widest operator, with
// all that one layer makes again. Every stage is asked; the fullest one is told. Units: bytes. Limits: no
// fragmentation, no buffers of the libraries. Promise: what the refusal names does fit.
// [TrainingMemory.WhatIsNamedInsteadFits]
#pragma once

#include "model/workload/training_parts.h"

namespace supernode {

struct TrainingMemory {
    int stage = 0; // the fullest
    Bytes capacity, weights, gradients, optimizer, activations, working;

    Bytes needed() const { return weights + gradients + optimizer + activations + working; }
    Bytes missing() const { return needed() > capacity ? needed() - capacity : Bytes(); }
};

// Bytes of one parameter.
struct ParameterBytes {
    double weight = 2, table = 2;
    double gradient = 4;
    double optimizer = 12;
    double written = 2; // of the new weight

    double update() const { return gradient + 2 * optimizer + written; } // read and written by the optimizer
};
ParameterBytes parameterBytes(Precision precision);

// Layers of a part that are dense, and those with experts.
struct PartLayers {
    int dense = 0, experts = 0;
};
PartLayers layersOf(const TrainingRun& run, const TrainingLayout& layout, int part);

// What the weights of a stage are, and those of embedding and head among them.
RankParameters stageParameters(const TrainingRun& run, const TrainingLayout& layout, int stage);
RankParameters stageTables(const TrainingRun& run, const TrainingLayout& layout, int stage);
// What each of the data ranks has to keep of what they share.
double sharedParameters(const TrainingLayout& layout, const RankParameters& held);

TrainingMemory trainingMemory(const TrainingRun& run, const TrainingLayout& layout,
                              const TrainingStep& workload, Bytes capacity);

// When it does not fit: what is missing, and a change that would fit where one is found.
std::optional<Issue> checkMemory(const Asked& asked, const ModelSpec& model, const TrainingStep& workload,
                                 const TrainingMemory& memory);

} // namespace supernode
