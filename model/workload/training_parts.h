// SPDX-License-Identifier: GPL-3.0-or-later
// What one rank computes, reads and keeps for one microbatch of a training step, from operators.h.
//
// Forward: the operators of prefill without a cache. Rows between the matrices of a layer are shared out to
// the tensor ranks (sequence parallel), so norms see their part and every sum is a reduce-scatter and an
// all-gather. Context ranks hold an equal part of each sequence, dealt so that all have as many pairs of
// queries and keys. Experts get equally many rows. Backward: twice the products (one for the rows, one for
// the weights), 5/2 of attention (scores are made again, then four products instead of two), twice the rows;
// gradients of weights are added up in FP32. An activation is an operator of its own, as in Megatron-core,
// where rows of the first products wait for the backward pass. With products of 8 bits, rows that no norm
// wrote and the gradients of all that a product puts out are read in BF16 and written twice, along each axis,
// as both products of the backward pass need them (fact B5.20; norms write both at once; weights are cast
// once a step, which is left out). The head is multiplied in BF16 whatever the rest is, as where
// DeepSeek-V3 was trained in FP8. A module that predicts further tokens is a joint of two rows into one, a
// layer as the last one of the model, and the head once more. Units: FLOPs, bytes, parameters. Limits:
// biases, norms' weights, dropout, the loss and sums of a joint among tensor ranks are left out. Thread:
// pure. Promise: one step is six times the active parameters a token, and attention.
// [TrainingParts.AStepIsSixTimesTheActiveParameters] Promise: what GPT-3 keeps is the published 34 bytes less
// its dropout masks. [TrainingParts.KeptRowsAreThoseOfThePaper]
#pragma once

#include "model/workload/operators.h"
#include "model/workload/training_layout.h"

namespace supernode {

struct TrainingRun {
    const ModelSpec& model;
    Execution run;
    double sequences = 1; // of a microbatch
    double sequenceTokens = 1;
    int context = 1; // ranks that share a sequence
    int predictionModules = 0;

    double tokens() const { return sequences * sequenceTokens / context; } // of a group of tensor ranks
    double hidden() const { return model.hidden.value; }
};
TrainingRun trainingRun(const ModelSpec& model, const TrainingLayout& layout, const TrainingStep& workload,
                        SendRule sends);

LayerParts trainingLayer(const TrainingRun& run, bool experts); // forward
LayerParts trainingHead(const TrainingRun& run);
LayerParts trainingJoint(const TrainingRun& run); // of one module that predicts: embedding, norm, product
// The gradient of the same operators; messages stay.
LayerParts backwardOf(const TrainingRun& run, const LayerParts& forward);
// What the backward pass makes again before it: nothing, element-wise work, or all.
LayerParts madeAgain(const TrainingRun& run, const LayerParts& forward, Recompute how);

// Rows of one layer that a rank keeps from the forward pass to the backward one.
Bytes keptBytes(const TrainingRun& run, const LayerParts& forward, Recompute how);
Bytes keptByHead(const TrainingRun& run);

// Keys and values of a microbatch on one rank that go round the context ranks.
Bytes keysAndValues(const TrainingRun& run);

// Parameters that one rank holds: dense ones and those of routed experts.
struct RankParameters {
    double dense = 0, routed = 0;

    double all() const { return dense + routed; }
    RankParameters operator+(const RankParameters& o) const { return {dense + o.dense, routed + o.routed}; }
    RankParameters operator*(double n) const { return {dense * n, routed * n}; }
};
RankParameters layerParameters(const TrainingRun& run, bool experts);
RankParameters tableParameters(const TrainingRun& run);  // of the embedding, or of the head
RankParameters moduleParameters(const TrainingRun& run); // of one that predicts, without tables

// FLOPs that the model needs for one sequence, forward and backward, nothing made again and no further token
// predicted: as MFU counts them.
double modelFlopsOf(const ModelSpec& model, const Numbers& numbers, double sequenceTokens);

} // namespace supernode
