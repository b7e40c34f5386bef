// SPDX-License-Identifier: GPL-3.0-or-later
// Training steps on the machines as they ship: what they are made of, what breaks them, what is refused.

#include "tests/app/files/answers.h"

#include <gtest/gtest.h>

#include <cmath>

namespace supernode {
namespace {

constexpr const char* cm = "cloudmatrix384";
constexpr const char* nvl = "gb200-nvl72";
constexpr const char* tokens = "throughput";

// Small enough to be asked often: 32 chips of CloudMatrix, two stages.
TrainingStep small() {
    TrainingStep w;
    w.chips = 32;
    w.sequenceTokens = 4096;
    w.globalBatch = 64;
    w.pipelineParallel = 2;
    return w;
}
TrainingStep experts() {
    TrainingStep w;
    w.model = "deepseek-v3";
    w.sequenceTokens = 4096;
    w.globalBatch = 768;
    w.tensorParallel = 1;
    w.pipelineParallel = 8;
    w.expertParallel = 32;
    w.recompute = Recompute::Full;
    return w;
}

TEST(TrainingStep, TokensAreTheBatchOverTheStep) {
    const auto o = ask(cm, small());
    EXPECT_NEAR(value(o, tokens), 64 * 4096 / value(o, "step_time") * 1e3, 1e-6 * value(o, tokens));
    EXPECT_NEAR(value(o, "tokens_per_second_per_chip") * 32, value(o, tokens), 1e-6 * value(o, tokens));
    EXPECT_NEAR((*o)->end.base() * 1e3, value(o, "step_time"), 1e-6 * value(o, "step_time"));
}

TEST(TrainingStep, CausesAddUpToTheStep) {
    for (const char* system : {cm, nvl})
        for (const int stages : {2, 4}) {
            TrainingStep w = small();
            w.pipelineParallel = stages;
            w.recompute = Recompute::Full;
            const auto o = ask(system, w);
            const Metric* step = o ? (*o)->metric("step_time") : nullptr;
            ASSERT_NE(step, nullptr);
            double sum = 0;
            for (const Term& term : step->terms)
                sum += term.value;
            EXPECT_NEAR(sum, step->value, 1e-6 * step->value) << system << " " << stages;
        }
}

// 128 sequences on 4 copies are m = 32 microbatches. Stages of 40 layers each are equal but for the head and
// the table, so the bubble is near (p - 1) / (m + p - 1), and half as long with twice the batch.
TEST(TrainingStep, ALargerBatchShrinksTheBubble) {
    TrainingStep w = small();
    const double share = value(ask(cm, w), "bubble_share");
    const double m = 64 / 4.0;
    EXPECT_NEAR(share / 100, 1 / (m + 1), 0.03);
    w.globalBatch = 128;
    const auto twice = ask(cm, w);
    EXPECT_LT(value(twice, "bubble_share"), share);
    EXPECT_GT(value(twice, tokens), value(ask(cm, small()), tokens));
}

TEST(TrainingStep, UtilisationStaysBelowWhatKernelsReach) {
    for (const char* system : {cm, nvl})
        for (const Precision precision : {Precision::Bf16, Precision::Fp8}) {
            TrainingStep w = small();
            w.precision = precision;
            w.recompute = Recompute::Full; // so that the batch fits
            const double mfu = value(ask(system, w), "model_flops_utilization") / 100;
            EXPECT_GT(mfu, 0.05);
            EXPECT_LT(mfu, 0.8);
        }
}

// What is made again costs a fourth pass through the layers: a third more compute at most.
TEST(TrainingStep, MakingAgainCostsTimeAndSavesMemory) {
    TrainingStep w = small();
    w.microbatch = 1;
    w.sequenceTokens = 2048;
    const auto none = ask(cm, w);
    w.recompute = Recompute::Selective;
    const auto selective = ask(cm, w);
    w.recompute = Recompute::Full;
    const auto full = ask(cm, w);
    EXPECT_LT(value(none, "step_time"), value(selective, "step_time"));
    EXPECT_LT(value(selective, "step_time"), value(full, "step_time"));
    EXPECT_LT(value(full, "step_time"), value(none, "step_time") * 1.4);
    EXPECT_GT(value(none, "memory_per_rank"), value(selective, "memory_per_rank"));
    EXPECT_GT(value(selective, "memory_per_rank"), value(full, "memory_per_rank"));
}

TEST(TrainingStep, ABrokenPlaneCostsTokens) {
    // A seventh of the links of every die is gone: what stands in the way takes 7/6 as long, the rest the
    // same.
    const auto healthy = ask(cm, small()), broken = ask(cm, small(), {Fail{"plane 3"}});
    const double lost = 1 - value(broken, tokens) / value(healthy, tokens);
    EXPECT_GT(lost, 1e-3);
    EXPECT_LT(lost, value(healthy, "exposed_communication") / 100 / 6 * 1.1);
    EXPECT_LT(value(ask(cm, experts(), {Fail{"plane 3"}}), tokens),
              value(ask(cm, experts()), tokens) * 0.999);
}

TEST(TrainingStep, ASlowDieHoldsUpItsStageAndAllWaitForIt) {
    const auto healthy = ask(cm, small());
    const auto slow = ask(cm, small(), {Slow{"node 1 npu 1 die 1", 25}});
    EXPECT_LT(value(slow, tokens), value(healthy, tokens) * 0.99);
    EXPECT_GT(value(slow, "bubble_share"), value(healthy, "bubble_share"));
}

TEST(TrainingStep, ADeadDieIsPassedOverOrRefused) {
    EXPECT_NEAR(value(ask(cm, small(), {Fail{"node 1 npu 1 die 1"}}), tokens) /
                    value(ask(cm, small()), tokens),
                1, 0.05);
    TrainingStep all = small();
    all.chips = 384;
    all.globalBatch = 768;
    EXPECT_NE(refusal(ask(cm, all, {Fail{"node 1 npu 1 die 1"}})).find("383 are up"), std::string::npos);
}

// For each machine and work the fact that is named, 10 % more of it, moves the headline. With a microbatch or
// two for four stages most of the step is waiting, which a larger batch moves more.
TEST(TrainingStep, WhatLimitsMovesTheHeadline) {
    TrainingStep idle = small();
    idle.globalBatch = 4;
    idle.pipelineParallel = 4;
    idle.chips = 64;
    for (const char* system : {cm, nvl})
        for (const TrainingStep& w : {small(), idle}) {
            const auto o = ask(system, w);
            ASSERT_TRUE(o) << toSentence(o.issues().front());
            const Bottleneck& limit = (*o)->bottleneck;
            ASSERT_FALSE(limit.path.empty()) << limit.sentence;
            const double more = shownOf(*(*o)->scenario.system, limit.path).value * 1.1;
            EXPECT_GT(value(ask(system, w, {SetFact{limit.path, more}}), tokens) / value(o, tokens), 1.001)
                << limit.sentence;
            EXPECT_EQ(limit.resource == "idle places of the pipeline", w == idle) << limit.sentence;
            TrainingStep larger = w;
            larger.globalBatch *= 2;
            const double gain = value(ask(system, larger), tokens) / value(o, tokens);
            EXPECT_GT(gain, w == idle ? 1.2 : 1.0);
        }
}

// Every microbatch of every stage sends the same; so the steady state delivers as many bytes in a period as
// warm-up and cool-down do for the microbatches that are left: together m times one.
TEST(TrainingStep, WhatIsSentIsOnTheLinks) {
    const auto delivered = [](const TrainingStep& w) {
        const auto o = ask(cm, w);
        double sum = 0;
        for (const Interval& i : (*o)->intervals)
            sum += i.delivered() * (i.end - i.start).base();
        return sum;
    };
    TrainingStep w = small();
    const double of16 = delivered(w);
    w.globalBatch = 128; // 32 microbatches instead of 16
    const double of32 = delivered(w);
    w.globalBatch = 192;
    EXPECT_NEAR((delivered(w) - of32) / (of32 - of16), 1, 1e-3);
    // A layer sums up 4 times forward and 4 times backward: each of 8 ranks sends 7/8 of the rows. 80 layers,
    // 64 sequences of 4,096 tokens, 8,192 numbers of 2 bytes, and the same rows pass one border both ways.
    const double rows = 64.0 * 4096 * 8192 * 2;
    const double sums = 80 * 8 * 7 * rows, handover = 2 * rows;
    EXPECT_NEAR(of32 - of16, sums + handover, 0.01 * (sums + handover));
}

// Who sends to whom in a period of the steady state is what the links deliver in it.
TEST(TrainingStep, TheMatrixShowsWhatTheLinksDeliver) {
    const auto o = ask(cm, small());
    ASSERT_TRUE(o);
    int periods = 0;
    for (const Phase& phase : (*o)->phases) {
        if (phase.name != "all messages" || phase.repeats < 2)
            continue;
        ++periods;
        const std::vector<std::uint32_t> together((*o)->fabric->count(ElementKind::Endpoint));
        double delivered = 0;
        for (const Interval& i : (*o)->intervals)
            if (i.start >= phase.start * (1 - 1e-9) && i.end <= (phase.start + phase.period) * (1 + 1e-9))
                delivered += i.delivered() * (i.end - i.start).base();
        EXPECT_NEAR(phase.sends->folded(together, 1).front() / delivered, 1, 1e-4);
    }
    EXPECT_EQ(periods, 1);
}

TEST(TrainingStep, ContextRanksSendKeysAndValuesBehindAttention) {
    TrainingStep w = small();
    w.chips = 64;
    w.sequenceTokens = 65536;
    w.globalBatch = 16;
    w.contextParallel = 4;
    w.recompute = Recompute::Full;
    const auto o = ask(cm, w);
    EXPECT_GT(value(o, "hidden_communication"), 0);
    EXPECT_GT(value(o, tokens), 0);
}

TEST(TrainingStep, InterleavedPartsIdleLess) {
    TrainingStep w = small();
    w.globalBatch = 32;
    w.recompute = Recompute::Full;
    const double plain = value(ask(cm, w), "bubble_share");
    w.virtualStages = 4;
    EXPECT_LT(value(ask(cm, w), "bubble_share"), plain * 0.7);
}

// Weights of each layer come before it, forward and backward, with each of 16 microbatches, instead of once.
TEST(TrainingStep, ShardedWeightsSaveMemoryAndCostMessages) {
    TrainingStep w = small();
    w.recompute = Recompute::Full;
    const auto messages = [](const Result<OutcomePtr>& o) {
        return (value(o, "hidden_communication") + value(o, "exposed_communication")) * value(o, "step_time");
    };
    const auto kept = ask(cm, w);
    w.optimizer = OptimizerState::FullySharded;
    const auto shared = ask(cm, w);
    EXPECT_LT(value(shared, "memory_per_rank"), value(kept, "memory_per_rank") * 0.8);
    EXPECT_GT(messages(shared), messages(kept) * 1.5);
    EXPECT_GT(value(shared, tokens), value(kept, tokens) * 0.5);
    double sum = 0;
    for (const Term& term : (*shared)->metric("step_time")->terms)
        sum += term.value;
    EXPECT_NEAR(sum, value(shared, "step_time"), 1e-6 * sum);
    // Half of the links to all others, and what does not hide takes longer.
    EXPECT_LE(value(ask(cm, w, {Slow{"node 1", 25}}), tokens), value(shared, tokens));
}

// The last of 8 stages has 8 layers and the head; a module adds a layer, a joint and a head to it.
TEST(TrainingStep, ModulesThatPredictAreTrainedOnTheLastStage) {
    TrainingStep w = experts();
    w.optimizer = OptimizerState::FullySharded; // so that it fits
    const auto without = ask(cm, w);
    w.predictionModules = 1;
    const auto with = ask(cm, w);
    EXPECT_LT(value(with, tokens), value(without, tokens) * 0.97);
    EXPECT_GT(value(with, tokens), value(without, tokens) * 0.7);
    w.predictionModules = 2;
    EXPECT_TRUE(says(refusal(ask(cm, w)), "workload.prediction_modules"));
    w = small();
    w.predictionModules = 1;
    EXPECT_TRUE(says(refusal(ask(cm, w)), "give at most 0"));
}

// 671 billion parameters on 64 GPUs: 10.5 billion each, of 1 + 4 + 8 bytes in FP8 and 2 + 4 + 12 in BF16.
TEST(TrainingStep, DeepSeekInFp8FitsWhereItDoesNotInBf16) {
    TrainingStep w = experts();
    w.chips = 64;
    w.expertParallel = 8;
    w.globalBatch = 512;
    EXPECT_TRUE(says(refusal(ask(nvl, w)), "lacks"));
    w.precision = Precision::Fp8;
    EXPECT_GT(value(ask(nvl, w), tokens), 0);
}

TEST(TrainingStep, WhatCannotBeIsRefusedWithASentence) {
    TrainingStep w = small();
    w.precision = Precision::Fp8Nvfp4;
    EXPECT_NE(refusal(ask(cm, w)).find("workload.precision: "), std::string::npos);
    EXPECT_NE(refusal(ask(nvl, w)).find("fp8, as DeepSeek-V3 was trained"), std::string::npos);
    w = small();
    w.tensorParallel = 3;
    EXPECT_NE(refusal(ask(cm, w)).find("give 2 or 4"), std::string::npos);
    w = small();
    w.model = "llama-3-405b";
    const std::string memory = refusal(ask(cm, w));
    EXPECT_NE(memory.find("lacks"), std::string::npos) << memory;
    w = small();
    w.model = "no-such-model";
    EXPECT_NE(refusal(ask(cm, w)).find("workload.model"), std::string::npos);
}

// Nothing in a metric is ever not a number, over many layouts.
TEST(TrainingStep, EveryAnswerIsFinite) {
    for (const char* system : {cm, nvl})
        for (const char* model : {"llama-3-70b", "gpt-3-175b", "deepseek-v3", "qwen3-235b-a22b"})
            for (const int stages : {1, 4})
                for (const int ranks : {1, 8}) {
                    TrainingStep w;
                    w.model = model;
                    w.pipelineParallel = stages;
                    w.tensorParallel = ranks;
                    w.globalBatch = 1536;
                    w.sequenceTokens = 2048;
                    w.expertParallel = std::string_view(model).starts_with("llama") ||
                                               std::string_view(model).starts_with("gpt")
                                           ? 1
                                           : 16;
                    w.recompute = Recompute::Full;
                    const auto o = ask(system, w);
                    if (!o) {
                        EXPECT_FALSE(o.issues().front().reason.empty());
                        EXPECT_FALSE(o.issues().front().remedy.empty());
                        continue;
                    }
                    for (const Metric& metric : (*o)->metrics)
                        EXPECT_TRUE(std::isfinite(metric.value)) << metric.id;
                    EXPECT_GT(value(o, tokens), 0);
                }
}

} // namespace
} // namespace supernode
