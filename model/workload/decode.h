// SPDX-License-Identifier: GPL-3.0-or-later
// Decode: every request of an instance gets its next token in each step through all layers.
//
// A step is the input, the dense layers, the layers with experts, the module that predicts a further token
// where it is used, the head and a fixed overhead. With prediction a request has two tokens in a step, which
// share one read of its cache, and gets 1 + acceptance of them. Context: the prompt and half of the output,
// the mean over a request's life. One or two microbatches, whichever is faster, two where cores are shared
// (language_run.h). Ranks and experts: instance.h. Units: those of the metrics.
// Limits: every rank has as many requests; lengths are equal; no scheduling, no sampling beyond serving.step.
// Errors: those of instance.h and layer_paths.h, a batch that does not fit the memory.
// Promise: an instance of 160 NPUs decodes as fast as published. [Decode.The160NpusOfThePaperComeOut]
#pragma once

#include "model/workload/language_run.h"

namespace supernode {

Result<Plan> planOf(const Asked& asked, const Decode& workload);

// What one step takes, without a plan: for serving.
struct DecodeStep {
    double seconds = 0;
    double tokens = 1; // that a request gets
    double layer = 0;  // seconds of one with experts, or of a dense one where there is no other
    int microbatches = 1;
    Cost cost;
    RankMemory memory;
};
// `sequences` of a group of tensor ranks, each with a context of `context` tokens. Stages go to the plan.
Result<DecodeStep> decodeStep(const Asked& asked, const ModelSpec& model, const Instance& instance,
                              double sequences, double context, std::optional<double> acceptance,
                              int microbatches, Keep keep, Plan& plan);
// Most requests of a group of tensor ranks at their full length.
double mostSequences(const ModelSpec& model, const Instance& instance, double fullLength);

} // namespace supernode
