// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fabric/fabric_state.h"
#include "model/scenario/knobs.h"
#include "model/workload/instance.h"
#include "model/workload/training_memory.h"
#include "tests/model/test_models.h"
#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

#include <cctype>

namespace supernode::test {
namespace {

TrainingRun alone(const ModelSpec& model, double tokens) {
    TrainingLayout layout;
    TrainingStep w;
    w.sequenceTokens = static_cast<int>(tokens);
    return trainingRun(model, layout, w, SendRule::OncePerExpert);
}

// 6 FLOPs for each active parameter and token, and 3 x 2 x 2 x n (n + 1) / 2 x heads x head size x layers of
// attention: forward two products over half of the square, backward twice that. Norms are no products:
// 0.01 %.
TEST(TrainingParts, AStepIsSixTimesTheActiveParameters) {
    const double n = 8192;
    const ModelSpec model = llama(70);
    const double attention = 3 * 4 * n * (n + 1) / 2 * 64 * 128 * 80;
    EXPECT_NEAR(modelFlopsOf(model, Numbers{}, n) / (6 * n * activeParameters(model) + attention), 1, 2e-4);
    const double attention405 = 3 * 4 * n * (n + 1) / 2 * 128 * 128 * 126;
    EXPECT_NEAR(modelFlopsOf(llama(405), Numbers{}, n) /
                    (6 * n * activeParameters(llama(405)) + attention405),
                1, 2e-4);
    // Latent attention: 192 numbers scored, 128 summed, in 128 heads of 61 layers.
    const double latent = 3 * 2 * n * (n + 1) / 2 * 128 * (192 + 128) * 61;
    EXPECT_NEAR(modelFlopsOf(deepSeek(), Numbers{}, n) / (6 * n * activeParameters(deepSeek()) + latent), 1,
                2e-4);
}

// Korthikanti et al. (2022): 34 bytes x hidden for each token and layer without scores; two are masks of
// dropout, which is left out here. Selective keeps no output of norms (2 x 2) and of the activation (4 x 2).
TEST(TrainingParts, KeptRowsAreThoseOfThePaper) {
    const TrainingRun run = alone(gpt3(), 2048);
    const LayerParts layer = trainingLayer(run, false);
    const double row = 2048 * run.hidden();
    EXPECT_NEAR(keptBytes(run, layer, Recompute::None).base() / row, 32, 1e-9);
    EXPECT_NEAR(keptBytes(run, layer, Recompute::Selective).base() / row, 32 - 4 - 8, 1e-9);
    EXPECT_NEAR(keptBytes(run, layer, Recompute::Full).base() / row, 2, 1e-9);
    // Tensor ranks share all of it.
    TrainingRun shared = run;
    shared.run.sharding.tensorRanks = 8;
    EXPECT_NEAR(keptBytes(shared, trainingLayer(shared, false), Recompute::None).base() / row, 32 / 8.0,
                1e-9);
}

TEST(TrainingParts, RanksTogetherComputeWhatOneWould) {
    const TrainingRun whole = alone(llama(70), 8192);
    TrainingRun part = whole;
    part.run.sharding.tensorRanks = 8;
    part.context = 4;
    EXPECT_NEAR(flopsOf(trainingLayer(part, false)) * 8 * 4 / flopsOf(trainingLayer(whole, false)), 1, 1e-12);
    // Backward: twice the products, two and a half times attention.
    const LayerParts forward = trainingLayer(whole, false);
    const double attention = find(forward, OperatorKind::Attention)->flops;
    EXPECT_NEAR(flopsOf(backwardOf(whole, forward)) / (2 * flopsOf(forward) + 0.5 * attention), 1, 1e-12);
}

// Llama 3 70B, a token: two rows of 28,672 numbers of two bytes are read; in FP8 what the feed-forward part
// counts as one byte a number is written as two. Backward both rows, their gradients and that of the output
// pass: twice as much.
TEST(TrainingParts, AnActivationReadsWhatTheFirstProductsMade) {
    TrainingStep w;
    w.sequenceTokens = 1024;
    const auto bytes = [&](Precision precision, bool back) {
        w.precision = precision;
        const TrainingRun run = trainingRun(llama(70), TrainingLayout{}, w, SendRule::OncePerExpert);
        const LayerParts forward = trainingLayer(run, false);
        return find(back ? backwardOf(run, forward) : forward, OperatorKind::Activation)->allBytes();
    };
    EXPECT_DOUBLE_EQ(bytes(Precision::Bf16, false), 1024 * 28672.0 * 2 * 2);
    EXPECT_DOUBLE_EQ(bytes(Precision::Fp8, false), 1024 * 28672.0 * (2 * 2 + 1));
    EXPECT_DOUBLE_EQ(bytes(Precision::Fp8, true), 2 * 1024 * 28672.0 * (2 * 2 + 1));
}

// Llama 3 70B in FP8 on one rank, numbers a token: forward the sums of 64 heads x 128 before the projection
// back and 28,672 activations are cast. Backward the gradients of what is put out: queries, keys and values
// (64 + 2 x 8) x 128, a row of 8,192, twice 28,672 and a row. Each is read as two bytes and written as twice
// one.
TEST(TrainingParts, RowsOfEightBitsAreCastAlongBothAxes) {
    TrainingStep w;
    w.sequenceTokens = 1024;
    w.precision = Precision::Fp8;
    const TrainingRun run = trainingRun(llama(70), TrainingLayout{}, w, SendRule::OncePerExpert);
    const auto castBytes = [](const LayerParts& parts) {
        double bytes = 0;
        for (const Operator& part : parts)
            bytes += part.kind == OperatorKind::Cast ? part.allBytes() : 0;
        return bytes;
    };
    const LayerParts forward = trainingLayer(run, false);
    EXPECT_DOUBLE_EQ(castBytes(forward), 1024 * 4.0 * (8192 + 28672));
    EXPECT_DOUBLE_EQ(castBytes(backwardOf(run, forward)), 1024 * 4.0 * (80 * 128 + 8192 + 2 * 28672 + 8192));
    EXPECT_EQ(find(trainingLayer(alone(llama(70), 1024), false), OperatorKind::Cast), nullptr);
}

// All parameters of the model are on some rank once; norms are left out, 0.01 %.
TEST(TrainingParts, StagesHoldTheModelTogether) {
    for (const ModelSpec& model : {llama(70), deepSeek(), gpt3()}) {
        TrainingLayout layout;
        layout.pipeline = 8;
        layout.tensor = 4;
        layout.expert = model.experts ? 4 : 1;
        layout.layers = model.layers.value;
        layout.ranks.resize(32);
        const TrainingRun run = trainingRun(model, layout, TrainingStep{}, SendRule::OncePerExpert);
        double dense = 0, routed = 0;
        for (int stage = 0; stage < 8; ++stage) {
            dense += stageParameters(run, layout, stage).dense * 4;
            routed += stageParameters(run, layout, stage).routed * 4;
        }
        if (!model.experts) {
            // A head that shares the table of the input has a copy on the last stage.
            const double copy = model.embeddingTables.value == 1 ? embeddingParameters(model) : 0;
            EXPECT_NEAR((dense - copy) / parameters(model), 1, 2e-4) << model.name;
        } else {
            EXPECT_NEAR(routed / (double(model.expertLayers()) * model.experts->routed.value *
                                  expertParameters(model)),
                        1, 1e-12);
        }
    }
}

// On one rank: a joint of two rows, a layer, and no tables of its own. Norms are left out, 0.01 %.
TEST(TrainingParts, AModuleThatPredictsHoldsItsParameters) {
    const ModelSpec model = deepSeek();
    TrainingLayout layout;
    layout.layers = model.layers.value;
    layout.ranks.resize(1);
    TrainingStep w;
    const double without = stageParameters(trainingRun(model, layout, w, {}), layout, 0).all();
    w.predictionModules = 1;
    const double with = stageParameters(trainingRun(model, layout, w, {}), layout, 0).all();
    EXPECT_NEAR((with - without) / predictionParameters(model), 1, 2e-4);
}

struct Machine {
    FabricPtr fabric = *buildFabric(cloudMatrix());
    FabricState state = *applyChanges(*fabric, {});
    Scenario scenario{cloudMatrix(), {}, {}};
    std::vector<Issue> warnings;

    Asked asked() { return {*fabric, state, scenario, warnings}; }
};

// 80 layers in one stage, on 8 tensor ranks and 4 data ranks.
TrainingLayout eightByFour() {
    TrainingLayout layout;
    layout.data = 4;
    layout.tensor = 8;
    layout.layers = 80;
    layout.microbatches = 4;
    layout.ranks.resize(32);
    return layout;
}

// 16 bytes a parameter but for the optimizer's share: (2 + 4) + 12 / data ranks.
TEST(TrainingMemory, AParameterTakesSixBytesAndItsShareOfTwelve) {
    const TrainingLayout layout = eightByFour();
    TrainingStep w;
    const ModelSpec model = llama(70);
    const TrainingRun run = trainingRun(model, layout, w, SendRule::OncePerExpert);
    const TrainingMemory sharded = trainingMemory(run, layout, w, gigabytes(64));
    const double held = stageParameters(run, layout, 0).all();
    EXPECT_NEAR(sharded.weights.base(), 2 * held, 1);
    EXPECT_NEAR(sharded.gradients.base(), 4 * held, 1);
    EXPECT_NEAR(sharded.optimizer.base(), 12 * held / 4, 1);
    w.optimizer = OptimizerState::Copied;
    EXPECT_NEAR(trainingMemory(run, layout, w, gigabytes(64)).optimizer.base(), 12 * held, 1);
    w.precision = Precision::Int8; // a copy of 8 bits beside
    const TrainingRun eight = trainingRun(model, layout, w, SendRule::OncePerExpert);
    EXPECT_NEAR(trainingMemory(eight, layout, w, gigabytes(64)).weights.base(), 3 * held, 1);
    // FP8 as DeepSeek-V3: a byte, of tables two; the optimizer keeps a weight in FP32 and two moments in
    // BF16.
    w.precision = Precision::Fp8;
    const double tables = stageTables(run, layout, 0).all();
    const TrainingMemory fp8 = trainingMemory(eight, layout, w, gigabytes(64));
    EXPECT_NEAR(fp8.weights.base(), held + tables, 1);
    EXPECT_NEAR(fp8.optimizer.base(), 8 * held, 1);
}

// With the weights all else is shared by the 4 data ranks as well; two layers are at hand or on their way,
// the gradients of one, and embedding and head stay whole.
TEST(TrainingMemory, ShardedWeightsLeaveTwoLayersAndTheTables) {
    const TrainingLayout layout = eightByFour();
    TrainingStep w;
    w.optimizer = OptimizerState::FullySharded;
    const ModelSpec model = llama(70);
    const TrainingRun run = trainingRun(model, layout, w, SendRule::OncePerExpert);
    const TrainingMemory memory = trainingMemory(run, layout, w, gigabytes(64));
    const double held = stageParameters(run, layout, 0).all(), tables = stageTables(run, layout, 0).all();
    const double layer = layerParameters(run, false).all();
    EXPECT_NEAR(held - tables, 80 * layer, 1);
    EXPECT_NEAR(memory.weights.base(), 2 * (20 * layer + 2 * layer + tables), 1);
    EXPECT_NEAR(memory.gradients.base(), 4 * (20 * layer + layer + tables), 1);
    EXPECT_NEAR(memory.optimizer.base(), 12 * held / 4, 1);
}

// 1F1B keeps p microbatches on the first stage and one on the last; a stage has 1/p of the layers.
TEST(TrainingMemory, TheFirstStageKeepsAsMuchAsOneRankWithAllLayers) {
    TrainingLayout one, four;
    one.layers = four.layers = 80;
    one.tensor = four.tensor = 8;
    one.microbatches = four.microbatches = 16;
    four.pipeline = 4;
    one.ranks.resize(8);
    four.ranks.resize(32);
    const ModelSpec model = llama(70);
    const TrainingStep w;
    const TrainingRun run = trainingRun(model, one, w, SendRule::OncePerExpert);
    const double head = keptByHead(run).base();
    EXPECT_NEAR(trainingMemory(run, one, w, gigabytes(64)).activations.base() - head,
                trainingMemory(run, four, w, gigabytes(64)).activations.base(), 1);
    EXPECT_EQ(trainingMemory(run, four, w, gigabytes(64)).stage, 0);
}

// 405B with 4 sequences of 4,096 tokens at once keeps too much; on one stage its weights alone are too large.
TEST(TrainingMemory, WhatIsNamedInsteadFits) {
    Machine machine;
    const ModelSpec model = llama(405);
    const auto complaint = [&](const TrainingStep& asked) {
        const Result<TrainingLayout> layout = layOut(machine.asked(), model, asked);
        EXPECT_TRUE(layout);
        const TrainingRun run = trainingRun(model, *layout, asked, SendRule::OncePerExpert);
        return checkMemory(machine.asked(), model, asked,
                           trainingMemory(run, *layout, asked, rankMemory(*cloudMatrix(), {})));
    };
    TrainingStep rows;
    rows.sequenceTokens = 4096;
    rows.pipelineParallel = 8;
    rows.microbatch = 4;
    TrainingStep weights;
    weights.pipelineParallel = 1;
    for (const TrainingStep& w : {rows, weights}) {
        const std::optional<Issue> issue = complaint(w);
        ASSERT_TRUE(issue);
        EXPECT_NE(issue->reason.find("lacks"), std::string::npos) << issue->reason;
        ASSERT_TRUE(issue->remedy.ends_with(" would fit")) << toSentence(*issue);
        const std::string field = issue->field.substr(std::string("workload.").size());
        const std::string said = issue->remedy.substr(0, issue->remedy.find(' '));
        const Result<Workload> changed =
            std::isdigit(said.front()) ? withNumber(w, field, std::stod(said)) : withWord(w, field, said);
        ASSERT_TRUE(changed) << field;
        EXPECT_FALSE(complaint(std::get<TrainingStep>(*changed))) << toSentence(*issue);
    }
    EXPECT_EQ(complaint(rows)->field, "workload.recompute");
}

} // namespace
} // namespace supernode::test
