// SPDX-License-Identifier: GPL-3.0-or-later
// Which die does what in a training step: ranks by tensor, context, data and pipeline, on real endpoints.
//
// Tensor ranks are neighbours, then context ranks, then data ranks; pipeline stages follow each other. Ranks
// stand on the first chips that are up, in the order of the machine or of the moves. Experts are spread over
// groups of `expert` ranks that follow each other inside a stage. Layers are shared out over pipeline x
// virtual parts as evenly as whole layers can be; part i is done by stage i modulo pipeline. With 0 chips
// asked, the most data ranks that share the batch evenly; what is left over stays idle. Errors: whatever does
// not divide, by its field, with the nearest values that do; more chips than are up. Promise: what does not
// divide is refused with values that do. [TrainingLayout.WhatDoesNotDivideSaysWhatDoes]
#pragma once

#include "model/workload/model_spec.h"
#include "model/workload/plan.h"

#include <span>
#include <vector>

namespace supernode {

struct TrainingLayout {
    int tensor = 1, context = 1, data = 1, pipeline = 1, expert = 1, virtualStages = 1;
    int microbatches = 1;             // of each pipeline, in a step
    int layers = 1;                   // of the model
    std::vector<std::uint32_t> ranks; // endpoint indices, stage by stage
    int chips = 1;

    int perStage() const { return tensor * context * data; }
    int parts() const { return pipeline * virtualStages; }
    int replicas() const { return context * data; } // ranks of a stage with the same dense weights
    int firstLayer(int part) const { return static_cast<int>(std::int64_t{layers} * part / parts()); }
    int layersOf(int part) const { return firstLayer(part + 1) - firstLayer(part); }
    std::span<const std::uint32_t> stage(int index) const {
        const auto size = static_cast<std::size_t>(perStage());
        return std::span(ranks).subspan(static_cast<std::size_t>(index) * size, size);
    }
};

// Ranks that talk to each other. Data: those with the same dense weights; ExpertData: with the same experts.
enum class TrainingGroup : std::uint8_t { Tensor, Context, Data, Expert, ExpertData };

// The groups of one stage, all of the same size.
std::vector<std::vector<std::uint32_t>> groupsOf(const TrainingLayout& layout, TrainingGroup kind, int stage);

// Stages, and inside them the groups of expert and tensor ranks where they are several, as they are shown.
std::vector<PlacedGroup> groupsShown(const TrainingLayout& layout);

Result<TrainingLayout> layOut(const Asked& asked, const ModelSpec& model, const TrainingStep& workload);

} // namespace supernode
