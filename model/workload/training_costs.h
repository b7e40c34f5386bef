// SPDX-License-Identifier: GPL-3.0-or-later
// How long each part of the model takes for one microbatch, and what each stage does once in a step.
//
// Sums among tensor ranks and messages to experts stand in the way; keys and values go round the context
// ranks behind attention, all but the first block's worth of it, and only what is longer shows. Experts send
// backward what they send forward. What is made again sends again, too. Where weights are sharded, those of a
// layer are gathered before it, forward and backward, and its gradients brought to their owners after it, for
// each microbatch, behind the compute of a layer like it; what is longer shows. Units: seconds, of a rank;
// every rank of a stage does the same. Errors: those of training_messages.h.
#pragma once

#include "model/workload/cost.h"
#include "model/workload/pipeline_schedule.h"
#include "model/workload/training_messages.h"

namespace supernode {

// One way through a part.
struct PartPass {
    Cost cost;                // along the way; what is hidden is not in it
    double hidden = 0;        // seconds of keys and values behind attention
    double hiddenWeights = 0; // of weights and gradients behind all compute
    std::vector<Carried> sends = {};

    double seconds() const { return cost.total(); }
    double messages() const; // seconds that they stand in the way
};

struct PartCosts {
    PartPass forward, backward;
};

// What a stage does when the last gradient is there.
struct StageEnd {
    Exchanged reduce; // gradients to their owners
    Exchanged gather; // new weights to everybody
    double update = 0;
};

struct TrainingCosts {
    std::vector<PartCosts> parts;              // in the order of the model
    std::vector<Exchanged> handover, handback; // between parts i and i + 1, forward and backward
    std::vector<StageEnd> stages;
};
// Operators of one rank in a part, for one microbatch, both ways; repeats are layers.
std::vector<WorkPoint> workOfPart(const TrainingRun& run, const TrainingLayout& layout, int part,
                                  const Speed& speed);

class TrainingCosting {
public:
    TrainingCosting(const Asked& asked, const TrainingRun& run, const TrainingLayout& layout,
                    const TrainingStep& workload, const Speed& speed, Plan& plan);
    Result<TrainingCosts> make();

private:
    Result<PartCosts> layer(int stage, bool experts);
    Result<PartCosts> part(int index);
    Result<StageEnd> stageEnd(int stage);
    std::optional<Issue> addMessages(PartPass& pass, int stage, const LayerParts& parts);
    std::optional<Issue> addRing(PartPass& pass, int stage, const LayerParts& parts, PassDirection direction);
    std::optional<Issue> addWeights(PartCosts& layer, int stage, bool experts);
    // Of dense weights among the data ranks, of routed experts among those that have the same.
    Result<Exchanged> amongData(Collective what, int stage, const RankParameters& held, double bytesOfEach);
    std::optional<Issue> addHandovers(TrainingCosts& costs);

    const TrainingRun& m_run;
    const TrainingLayout& m_layout;
    const TrainingStep& m_w;
    const Speed& m_speed;
    TrainingMessages m_messages;
    std::map<std::pair<int, bool>, PartCosts> m_layers;
};

} // namespace supernode
