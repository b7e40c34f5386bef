// SPDX-License-Identifier: GPL-3.0-or-later
// Language models on the machines as they ship: what was published, what breaks them, what is refused.
#include "app/files/builtin.h"
#include "model/base/random.h"
#include "tests/app/files/answers.h"

#include <gtest/gtest.h>

#include <cmath>

namespace supernode {
namespace {

constexpr const char* cm = "cloudmatrix384";
constexpr const char* nvl = "gb200-nvl72";
constexpr const char* perChip = "tokens_per_second_per_chip";

Decode paperDecode() {
    Decode w;
    w.chips = 160;
    w.batchPerChip = 96;
    w.mtpAcceptance = 0.7;
    return w;
}
Prefill paperPrefill() {
    Prefill w;
    w.chips = 16;
    return w;
}

TEST(Decode, The160NpusOfThePaperComeOut) {
    // A4.T5.3 and A4.08: 1,943 tokens/s and NPU, 49.4 ms, 1,260 us a layer; within 15 % as the cases say.
    const auto o = ask(cm, paperDecode());
    EXPECT_NEAR(value(o, perChip) / 1943, 1, 0.15);
    EXPECT_NEAR(value(o, "time_per_output_token") / 49.4, 1, 0.15);
    EXPECT_NEAR(value(o, "layer_time") / 1260, 1, 0.15);
}

TEST(Decode, TokensAreBatchOverTimePerToken) {
    const auto o = ask(cm, paperDecode());
    EXPECT_NEAR(value(o, perChip), 96 / value(o, "time_per_output_token") * 1e3, 1e-6);
    EXPECT_NEAR(value(o, "throughput"), value(o, perChip) * 160, 1e-6);
    // 1.7 tokens a step.
    EXPECT_NEAR(value(o, "iteration_time"), value(o, "time_per_output_token") * 1.7, 1e-9);
}

TEST(Decode, ABrokenPlaneCostsTokens) {
    // Dispatch and combine lose a seventh of their links; the rest of a step does not change.
    const double healthy = value(ask(cm, paperDecode()), perChip);
    Decode small = paperDecode();
    small.microbatches = 1; // one after the other: nothing hides the messages
    const double serial = value(ask(cm, small), perChip);
    EXPECT_LT(value(ask(cm, small, {Fail{"plane 3"}}), perChip), serial * 0.999);
    EXPECT_LE(value(ask(cm, paperDecode(), {Fail{"plane 3"}}), perChip), healthy);
}

TEST(Decode, ADeadDieIsPassedOverAsLongAsThereAreOthers) {
    EXPECT_NEAR(value(ask(cm, paperDecode(), {Fail{"node 1 npu 1 die 1"}}), perChip) /
                    value(ask(cm, paperDecode()), perChip),
                1, 0.02);
    Decode all = paperDecode();
    all.chips = 384;
    EXPECT_TRUE(says(refusal(ask(cm, all, {Fail{"node 1 npu 1 die 1"}})), "383 are up"));
}

TEST(Decode, TheFactThatLimitsMovesTheHeadline) {
    for (const int batch : {1, 8, 96})
        for (const char* system : {cm, nvl}) {
            Decode w = paperDecode();
            w.chips = system == cm ? 160 : 48;
            w.batchPerChip = batch;
            w.precision = system == cm ? Precision::Int8 : Precision::Fp8;
            const auto o = ask(system, w);
            ASSERT_TRUE(o);
            const std::string path = (*o)->bottleneck.path;
            ASSERT_FALSE(path.empty()) << (*o)->bottleneck.sentence;
            const double was = shownOf(*(*o)->scenario.system, path).value;
            const double moved = value(ask(system, w, {SetFact{path, was * 1.1}}), perChip);
            EXPECT_GT(std::abs(moved / value(o, perChip) - 1), 1e-3) << path;
        }
}

TEST(Decode, WithoutPredictionAStepGivesOneToken) {
    // A4.07: multi-token prediction gains 6 to 49 %, more with small batches.
    Decode with = paperDecode(), without = paperDecode();
    without.mtpAcceptance.reset();
    const double large = value(ask(cm, with), perChip) / value(ask(cm, without), perChip);
    with.batchPerChip = without.batchPerChip = 8;
    const double small = value(ask(cm, with), perChip) / value(ask(cm, without), perChip);
    EXPECT_GT(large, 1.0);
    EXPECT_GT(small, large);
    EXPECT_LT(small, 1.7);
}

TEST(Decode, TheLargestBatchFitsAndOneMoreDoesNot) {
    Decode w = paperDecode();
    w.batchPerChip = 0;
    const double most = value(ask(cm, w), "batch_per_chip");
    w.batchPerChip = static_cast<int>(most);
    EXPECT_TRUE(ask(cm, w));
    w.batchPerChip += 2;
    const std::string sentence = refusal(ask(cm, w));
    EXPECT_TRUE(says(sentence, "workload.batch_per_chip")) << sentence;
    EXPECT_TRUE(says(sentence, "lacks")) << sentence;
    EXPECT_TRUE(says(sentence, "at most")) << sentence;
}

TEST(Decode, DenseModelsRunWithTensorRanks) {
    for (const char* model : {"llama-3-70b", "llama-3-405b", "gpt-3-175b", "qwen3-235b-a22b"}) {
        Decode w;
        w.model = model;
        w.chips = 64;
        w.contextTokens = 2048;
        w.precision = Precision::Bf16;
        EXPECT_GT(value(ask(cm, w), perChip), 10) << model;
        EXPECT_GT(value(ask(nvl, w), perChip), 10) << model;
    }
}

TEST(Decode, SaysWhatNobodyPublishedOfAMachine) {
    Decode w = paperDecode();
    w.precision = Precision::Fp8;
    const std::string sentence = refusal(ask("atlas950", w));
    EXPECT_TRUE(says(sentence, "Atlas 950")) << sentence;
    for (const char* fact : {"attention_share", "memory_share", "bf16_share", "eight_bit_share", "launch"})
        EXPECT_TRUE(says(sentence, std::string("compute.") + fact)) << sentence;
}

TEST(Decode, SaysThatInt8StandsInForFp8) {
    // The Ascend 910C has INT8 units and none for FP8; the GB200 has both.
    const auto told = [](const char* system, Precision precision) {
        Decode w = paperDecode();
        w.chips = 64;
        w.precision = precision;
        std::size_t count = 0;
        const auto answered = ask(system, w);
        for (const Issue& warning : (*answered)->warnings)
            count += warning.field == "workload.precision";
        return count;
    };
    EXPECT_EQ(told(cm, Precision::Fp8), 1u);
    EXPECT_EQ(told(cm, Precision::Int8), 0u);
    EXPECT_EQ(told(nvl, Precision::Fp8), 0u);
}

TEST(Decode, RefusesWhatCannotBe) {
    Decode w = paperDecode();
    w.precision = Precision::Fp8Nvfp4;
    EXPECT_TRUE(says(refusal(ask(cm, w)), "4-bit"));
    w = paperDecode();
    w.chips = 400;
    EXPECT_TRUE(says(refusal(ask(cm, w)), "workload.chips"));
    w = paperDecode();
    w.tensorParallel = 7;
    EXPECT_TRUE(says(refusal(ask(cm, w)), "workload.tensor_parallel"));
    w = paperDecode();
    w.model = "gpt-9";
    EXPECT_TRUE(says(refusal(ask(cm, w)), "deepseek-r1"));
    w = paperDecode();
    w.contextTokens = 0;
    EXPECT_TRUE(says(refusal(ask(cm, w)), "workload.context_tokens"));
    w = paperDecode();
    w.chips = 1;
    w.batchPerChip = 0;
    EXPECT_TRUE(says(refusal(ask(cm, w)), "lacks"));
}

TEST(Prefill, The16NpusOfThePaperComeOut) {
    // A4.T3.3 and A4.T3.6: 5,655 tokens/s and NPU, 6,688 with perfect balance; within 15 %.
    Prefill w = paperPrefill();
    EXPECT_NEAR(value(ask(cm, w), perChip) / 5655, 1, 0.15);
    w.balance = ExpertBalance::Perfect;
    EXPECT_NEAR(value(ask(cm, w), perChip) / 6688, 1, 0.15);
}

TEST(Prefill, TwoMicrobatchesHideMessages) {
    // A4.05: 23 to 31 % more.
    Prefill w = paperPrefill();
    w.balance = ExpertBalance::Perfect;
    const double two = value(ask(cm, w), perChip);
    w.microbatches = 1;
    const double gain = two / value(ask(cm, w), perChip) - 1;
    EXPECT_GT(gain, 0.15);
    EXPECT_LT(gain, 0.45);
}

TEST(Prefill, ACachedPrefixSavesTimeAndASlowNetworkTakesSomeBack) {
    Prefill w = paperPrefill();
    w.balance = ExpertBalance::Perfect; // without a cache the paper takes as long as it says for this
    w.cachedFraction = 0.5;
    const double half = value(ask(cm, w), "time_to_first_token_change");
    w.cachedFraction = 0.9;
    const double most = value(ask(cm, w), "time_to_first_token_change");
    // A4.14: 34 % less with half of it cached, 59 % less with 90 %.
    EXPECT_NEAR(half, -0.34, 0.03);
    EXPECT_NEAR(most, -0.59, 0.08);
    EXPECT_LT(most, half);
    const double fast = value(ask(cm, w), "time_to_first_token");
    w.cacheNetwork = Network::Vpc;
    const double slow = value(ask(cm, w), "time_to_first_token");
    // A4.13: up to 1.52 times.
    EXPECT_GT(slow / fast, 1.1);
    EXPECT_LT(slow / fast, 1.6);
    w.cachedFraction = 0;
    EXPECT_EQ(value(ask(cm, w), "time_to_first_token_change"), 0);
}

TEST(Prefill, OnlyWholeBlocksAreFoundInTheCache) {
    // 3,686 of 4,096 tokens were cached: 28 blocks of 128 are 3,584, seven eighths.
    Prefill w = paperPrefill();
    w.cachedFraction = 0.9;
    const double asked = value(ask(cm, w), "time_to_first_token");
    w.cachedFraction = 0.875;
    EXPECT_EQ(asked, value(ask(cm, w), "time_to_first_token"));
    w.cachedFraction = 0.8749; // one block fewer
    EXPECT_GT(value(ask(cm, w), "time_to_first_token"), asked * 1.02);
    w.cachedFraction = 127.0 / 4096;
    EXPECT_EQ(value(ask(cm, w), "time_to_first_token_change"), 0);
}

TEST(Prefill, TheCacheArrivesAsFastAsItsPoolDelivers) {
    // 2 prompts of a die x 2,048 tokens x 61 layers x 576 numbers x 2 bytes at 671 GB / 5 s / 32 dies; from
    // another node over its 50 GB/s, shared by 16 dies, before that.
    Prefill w = paperPrefill();
    w.cachedFraction = 0.5;
    const double bytes = 2.0 * 2048 * 61 * 576 * 2, pool = bytes / (671e9 / 5 / 32);
    EXPECT_NEAR(value(ask(cm, w), "cache_time"), pool * 1e3, 1e-6);
    w.cacheNetwork = Network::Vpc;
    EXPECT_NEAR(value(ask(cm, w), "cache_time"), (bytes / (50e9 / 16) + pool) * 1e3, 1e-6);
}

TEST(Prefill, RefusesWhatCannotBe) {
    Prefill w = paperPrefill();
    w.promptTokens = 0;
    EXPECT_TRUE(says(refusal(ask(cm, w)), "workload.prompt_tokens"));
    w.promptTokens = 1'000'000'000;
    EXPECT_TRUE(says(refusal(ask(cm, w)), "workload.prompt_tokens"));
    w = paperPrefill();
    w.chips = 2;
    w.precision = Precision::Fp8;
    w.cachedFraction = 0.5;
    w.cacheNetwork = Network::Vpc;
    EXPECT_TRUE(says(refusal(ask(nvl, w)), "workload.cache_network"));
}

TEST(Serving, PercentilesRiseAndGoodputIsNoMoreThanArrivals) {
    const auto o = ask(cm, Serving{});
    EXPECT_LE(value(o, "time_to_first_token_p50"), value(o, "time_to_first_token_p90"));
    EXPECT_LE(value(o, "time_to_first_token_p90"), value(o, "time_to_first_token_p99"));
    EXPECT_LE(value(o, "time_per_output_token_p50"), value(o, "time_per_output_token_p99"));
    EXPECT_LE(value(o, "goodput"), 10);
    EXPECT_GT(value(o, "stable_rate"), 10);
}

TEST(Serving, TooManyArrivalsAreRefusedWithTheMostThatCanBeServed) {
    Serving w;
    const double most = value(ask(cm, w), "stable_rate");
    w.arrivalsPerSecond = most * 1.01;
    const std::string sentence = refusal(ask(cm, w));
    EXPECT_TRUE(says(sentence, "workload.arrivals_per_second")) << sentence;
    EXPECT_TRUE(says(sentence, "grows without end")) << sentence;
    w.arrivalsPerSecond = most * 0.9;
    EXPECT_TRUE(ask(cm, w));
}

TEST(Serving, NearTheLimitRequestsWaitLonger) {
    Serving w;
    const auto idle = ask(cm, w);
    w.arrivalsPerSecond = value(idle, "stable_rate") * 0.95;
    EXPECT_GT(value(ask(cm, w), "time_to_first_token_p99"), value(idle, "time_to_first_token_p99"));
}

TEST(Serving, RefusesMoreChipsThanThereAre) {
    Serving w;
    w.decodeInstances = 3;
    EXPECT_TRUE(says(refusal(ask(cm, w)), "of 384"));
    w = {};
    w.transferNetwork = Network::Vpc;
    w.prefillInstances = 1;
    w.decodeChips = 48;
    w.precision = Precision::Fp8;
    EXPECT_TRUE(says(refusal(ask(nvl, w)), "workload.transfer_network"));
}

// One batch, no ranks for shared experts: what a rank does stands one after the other, and the step is its
// sum and the overhead of a step.
TEST(LanguageModels, OperatorsAddUpToTheStep) {
    Decode w;
    w.model = "llama-3-70b";
    w.chips = 16;
    w.batchPerChip = 8;
    w.microbatches = 1;
    const Result<OutcomePtr> outcome = ask(cm, w);
    ASSERT_TRUE(outcome);
    double sum = builtinSystem(cm)->serving.step->value.base();
    for (const WorkPoint& point : (*outcome)->work)
        sum += point.time.base() * point.repeats;
    EXPECT_NEAR(sum * 1e3, value(outcome, "iteration_time"), 1e-9 * sum * 1e3);
}

// Tensor ranks sum up after attention and after the feed-forward part: 2 (n-1)/n of rows of 8,192 BF16
// numbers.
TEST(LanguageModels, OperatorsSayWhatTheySend) {
    Decode w;
    w.model = "llama-3-70b";
    w.chips = 16;
    w.batchPerChip = 8;
    w.tensorParallel = 4;
    const Result<OutcomePtr> outcome = ask(cm, w);
    ASSERT_TRUE(outcome);
    int sums = 0;
    for (const WorkPoint& point : (*outcome)->work)
        if (point.lane == Lane::Transfer) {
            ++sums;
            // 8 requests on a chip of two ranks are 16 for a group of four.
            EXPECT_NEAR(point.fabricBytes, 2 * 3.0 / 4 * 16 * 8192 * 2, 1);
            EXPECT_EQ(point.flops, 0);
        }
    EXPECT_EQ(sums, 2);
}

// Random questions over all fields: an answer of finite numbers, or a sentence.
TEST(LanguageModels, NoMetricIsEverInfinite) {
    Random random(7);
    const auto pick = [&](std::initializer_list<int> list) {
        return *(list.begin() + random.below(static_cast<std::uint32_t>(list.size())));
    };
    const std::vector<ModelPtr> models = builtinModels();
    int answered = 0;
    for (int i = 0; i < 120; ++i) {
        const char* system = random.below(2) ? cm : nvl;
        const std::string model = models[random.below(static_cast<std::uint32_t>(models.size()))]->id;
        const auto precision = static_cast<Precision>(random.below(4));
        Workload workload;
        if (i % 3 == 0)
            workload = Decode{model,
                              pick({0, 1, 2, 16, 48, 72, 160, 384}),
                              precision,
                              pick({0, 1, 3, 64, 5000}),
                              pick({1, 128, 4096, 131072, 100000000}),
                              pick({1, 256, 100000}),
                              random.below(2) ? std::optional(0.7) : std::nullopt,
                              pick({1, 2}),
                              static_cast<ExpertBalance>(random.below(2)),
                              pick({0, 1, 2, 3, 8, 64})};
        else if (i % 3 == 1)
            workload = Prefill{model,
                               pick({0, 1, 2, 16, 72, 384}),
                               precision,
                               pick({1, 100, 16384, 100000000}),
                               pick({1, 2048, 100000000}),
                               static_cast<ExpertBalance>(random.below(2)),
                               pick({1, 2}),
                               random.below(3) * 0.5,
                               static_cast<Network>(random.below(3)),
                               pick({0, 1, 4, 8})};
        else
            workload = Serving{model,
                               precision,
                               pick({1, 4}),
                               pick({1, 8, 16}),
                               pick({1, 2}),
                               pick({8, 32, 100}),
                               pick({1, 2048, 100000}),
                               pick({1, 256, 10000}),
                               pick({1, 10, 1000}) * 0.1,
                               0.5,
                               0.7,
                               2000,
                               50,
                               static_cast<Network>(random.below(3))};
        const auto o = ask(system, workload);
        if (!o) {
            EXPECT_FALSE(o.issues().front().reason.empty());
            continue;
        }
        ++answered;
        for (const Metric& metric : (*o)->metrics) {
            ASSERT_TRUE(std::isfinite(metric.value))
                << metric.id << " of " << kindOf(workload) << " " << model;
            for (const Term& term : metric.terms)
                ASSERT_TRUE(std::isfinite(term.value)) << metric.id << ": " << term.name;
        }
        ASSERT_TRUE(std::isfinite((*o)->end.base()));
    }
    EXPECT_GT(answered, 20);
}

} // namespace
} // namespace supernode
