// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fabric/fabric_state.h"
#include "model/workload/training_layout.h"
#include "tests/model/test_models.h"
#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

#include <set>

namespace supernode::test {
namespace {

struct Machine {
    FabricPtr fabric;
    FabricState state;
    Scenario scenario;
    mutable std::vector<Issue> warnings;

    explicit Machine(SystemPtr system, std::vector<Change> changes = {})
        : fabric(*buildFabric(system)),
          state(*applyChanges(*fabric, changes)), scenario{system, changes, {}} {}
    Result<TrainingLayout> layOut(const ModelSpec& model, const TrainingStep& w) const {
        return supernode::layOut({*fabric, state, scenario, warnings}, model, w);
    }
    std::string refusal(const ModelSpec& model, const TrainingStep& w) const {
        const Result<TrainingLayout> layout = layOut(model, w);
        EXPECT_FALSE(layout);
        return layout ? "" : toSentence(layout.issues().front());
    }
};

TrainingStep step(int tensor, int pipeline, int batch) {
    TrainingStep w;
    w.tensorParallel = tensor;
    w.pipelineParallel = pipeline;
    w.globalBatch = batch;
    return w;
}

// 768 dies / (8 x 8) are 12 data ranks; a stage has 96 ranks, and 768 sequences are 64 for each copy.
TEST(TrainingLayout, TensorRanksAreNeighboursAndStagesFollow) {
    const Machine machine(cloudMatrix());
    const Result<TrainingLayout> made = machine.layOut(llama(405), step(8, 8, 768));
    ASSERT_TRUE(made) << toSentence(made.issues().front());
    const TrainingLayout& l = *made;
    EXPECT_EQ(l.data, 12);
    EXPECT_EQ(l.microbatches, 64);
    EXPECT_EQ(l.chips, 384);
    EXPECT_EQ(groupsOf(l, TrainingGroup::Tensor, 1).front(),
              (std::vector<std::uint32_t>{96, 97, 98, 99, 100, 101, 102, 103}));
    const auto data = groupsOf(l, TrainingGroup::Data, 0);
    ASSERT_EQ(data.size(), 8u);
    EXPECT_EQ(data[3][1], 11u); // the fourth tensor rank of the second copy
    // 126 layers on 8 stages: 15 or 16 each, all of them somewhere.
    int layers = 0;
    for (int part = 0; part < l.parts(); ++part) {
        EXPECT_GE(l.layersOf(part), 15);
        EXPECT_LE(l.layersOf(part), 16);
        layers += l.layersOf(part);
    }
    EXPECT_EQ(layers, 126);
}

TEST(TrainingLayout, EveryRankIsInOneGroupOfEachKind) {
    TrainingStep w = step(2, 4, 1536);
    w.contextParallel = 4;
    w.expertParallel = 16;
    const Machine machine(cloudMatrix());
    const Result<TrainingLayout> made = machine.layOut(deepSeek(), w);
    ASSERT_TRUE(made) << toSentence(made.issues().front());
    for (const TrainingGroup kind : {TrainingGroup::Tensor, TrainingGroup::Context, TrainingGroup::Data,
                                     TrainingGroup::Expert, TrainingGroup::ExpertData}) {
        std::set<std::uint32_t> seen;
        for (int stage = 0; stage < made->pipeline; ++stage)
            for (const auto& group : groupsOf(*made, kind, stage))
                for (const std::uint32_t rank : group)
                    EXPECT_TRUE(seen.insert(rank).second);
        EXPECT_EQ(seen.size(), made->ranks.size());
    }
}

TEST(TrainingLayout, WhatDoesNotDivideSaysWhatDoes) {
    const Machine machine(cloudMatrix());
    ModelSpec model = llama(405);
    model.name = "Llama 3 405B";
    // 128 heads: 12 lies between the divisors 8 and 16.
    EXPECT_EQ(machine.refusal(model, step(12, 8, 768)),
              "workload.tensor_parallel: 128 heads cannot be shared evenly by 12; give 8 or 16");
    EXPECT_EQ(machine.refusal(model, step(8, 127, 768)),
              "workload.pipeline_parallel: Llama 3 405B has 126 layers for 127 parts; give at most 126");
    TrainingStep w = step(8, 8, 768);
    w.virtualStages = 16;
    EXPECT_EQ(machine.refusal(model, w),
              "workload.virtual_stages: Llama 3 405B has 126 layers for 128 parts; give at most 15");
    w = step(8, 8, 768);
    w.expertParallel = 4;
    EXPECT_EQ(machine.refusal(model, w), "workload.expert_parallel: Llama 3 405B has no experts; give 1");
    w.chips = 100; // 200 dies; a copy takes 64 of them, or 32 chips
    w.expertParallel = 1;
    EXPECT_EQ(machine.refusal(model, w), "workload.chips: 200 dies are no multiple of the 64 that one "
                                         "copy of the model takes; give 96 or 128");
    w.chips = 384;
    w.globalBatch = 770; // of 12 data ranks
    EXPECT_EQ(machine.refusal(model, w),
              "workload.global_batch: 770 sequences cannot be shared evenly by 12 data ranks in microbatches "
              "of 1; give 768 or 780");
    w.globalBatch = 768;
    w.contextParallel = 3;
    EXPECT_NE(machine.refusal(model, w).find("give 2 or 4"), std::string::npos);
    w.contextParallel = 1;
    w.chips = 400;
    EXPECT_NE(machine.refusal(model, w).find("384 are up"), std::string::npos);
    w.chips = 16;
    EXPECT_NE(machine.refusal(model, w).find("takes 64 dies and there are 32"), std::string::npos);
    w = step(1, 8, 768);
    w.expertParallel = 48;
    EXPECT_NE(machine.refusal(deepSeek(), w).find("give 32 or 64"), std::string::npos);
    w = step(8, 8, 960'000'000);
    EXPECT_NE(machine.refusal(model, w).find("more than the model plays through"), std::string::npos);
}

// 383 chips hold 11 whole copies of 64 dies, which 768 sequences do not divide by; 8 do.
TEST(TrainingLayout, WithoutANumberOfChipsAsManyWorkAsShareTheBatch) {
    const Machine machine(cloudMatrix(), {Fail{"node 1 npu 1 die 1"}});
    const Result<TrainingLayout> made = machine.layOut(llama(405), step(8, 8, 768));
    ASSERT_TRUE(made);
    EXPECT_EQ(made->data, 8);
    EXPECT_EQ(made->chips, 8 * 64 / 2);
    EXPECT_EQ(made->ranks.front(), 2u); // the chip with the dead die is passed over
    // 72 GPUs: 9 groups of 8, and 8 of them share 768 sequences.
    const Result<TrainingLayout> nine = Machine(nvl72()).layOut(llama(70), step(8, 1, 1024));
    ASSERT_TRUE(nine);
    EXPECT_EQ(nine->data, 8);
}

} // namespace
} // namespace supernode::test
