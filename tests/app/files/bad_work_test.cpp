// SPDX-License-Identifier: GPL-3.0-or-later
// What nobody should ask of a language model on a machine: each a sentence that names the field and says what
// would be right, and never a number that is none.
#include "tests/app/files/answers.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace supernode {
namespace {

const char *const cm = "cloudmatrix384", *const nvl = "gb200-nvl72";

TEST(BadWork, ParallelismThatDoesNotDivideIsRefused) {
    EXPECT_TRUE(says(refusal(ask(cm, Decode{.tensorParallel = 7})), "workload.tensor_parallel"));
    EXPECT_TRUE(says(refusal(ask(cm, Prefill{.tensorParallel = 7})), "workload.tensor_parallel"));
    TrainingStep w;
    w.model = "deepseek-v3";
    w.expertParallel = 3;
    const std::string sentence = refusal(ask(cm, w));
    EXPECT_TRUE(says(sentence, "workload.expert_parallel")) << sentence;
    EXPECT_TRUE(says(sentence, "give ")) << sentence;
}

TEST(BadWork, ABatchThatDoesNotFitSaysHowMuchIsMissingAndWhatWouldFit) {
    Decode w;
    w.batchPerChip = 100'000;
    const std::string sentence = refusal(ask(cm, w));
    EXPECT_TRUE(says(sentence, "workload.batch_per_chip")) << sentence;
    EXPECT_TRUE(says(sentence, "lacks")) << sentence;
    const std::size_t at = sentence.find("give at most ");
    ASSERT_NE(at, std::string::npos) << sentence;
    w.batchPerChip = std::stoi(sentence.substr(at + 13));
    EXPECT_TRUE(ask(cm, w)) << "what it names fits";
    w.batchPerChip += 2;
    EXPECT_FALSE(ask(cm, w)) << "and one more for each die does not";
}

TEST(BadWork, ZeroExpertsAreRefused) {
    EXPECT_TRUE(says(refusal(ask(cm, MoeDispatch{.route = {.experts = 0}})), "workload.experts"));
    EXPECT_TRUE(says(refusal(ask(cm, MoeCombine{.route = {.topK = 0}})), "workload.top_k"));
}

TEST(BadWork, APrecisionThatAChipLacksIsRefused) {
    TrainingStep training;
    training.precision = Precision::Fp8Nvfp4;
    for (const Workload& w : {Workload(Decode{.precision = Precision::Fp8Nvfp4}),
                              Workload(Prefill{.precision = Precision::Fp8Nvfp4}),
                              Workload(Serving{.precision = Precision::Fp8Nvfp4}), Workload(training)}) {
        const std::string sentence = refusal(ask(cm, w));
        EXPECT_TRUE(says(sentence, "precision")) << sentence;
        EXPECT_TRUE(says(sentence, "give ")) << sentence;
    }
    EXPECT_TRUE(ask(nvl, Decode{.chips = 48, .precision = Precision::Fp8Nvfp4}));
}

TEST(BadWork, PromptsOfNoOrABillionTokensAreRefused) {
    for (const int tokens : {0, -1, 1'000'000'000}) {
        EXPECT_TRUE(says(refusal(ask(cm, Prefill{.promptTokens = tokens})), "workload.prompt_tokens"));
        EXPECT_TRUE(says(refusal(ask(cm, Serving{.promptTokens = tokens})), "workload.prompt_tokens"));
        EXPECT_TRUE(says(refusal(ask(cm, Decode{.contextTokens = tokens})), "workload.context_tokens"));
        TrainingStep w;
        w.sequenceTokens = tokens;
        EXPECT_TRUE(says(refusal(ask(cm, w)), "workload.sequence_tokens"));
    }
}

TEST(BadWork, ArrivalsAboveTheLimitAreRefusedWithIt) {
    const std::string sentence = refusal(ask(cm, Serving{.arrivalsPerSecond = 1e6}));
    EXPECT_TRUE(says(sentence, "workload.arrivals_per_second")) << sentence;
    EXPECT_TRUE(says(sentence, "a queue grows without end")) << sentence;
    EXPECT_TRUE(says(sentence, "give less than ")) << sentence;
}

// At the edges of what may be asked, answered or refused: no number that is shown is none.
TEST(BadWork, NoNumberIsEverNone) {
    std::vector<Workload> edges;
    for (const int chips : {0, 1, 16, 384})
        for (const int tokens : {1, 100'000'000}) {
            edges.push_back(
                Decode{.chips = chips, .batchPerChip = 1, .contextTokens = tokens, .outputTokens = 1});
            edges.push_back(Prefill{.chips = chips, .tokensPerChip = 1, .promptTokens = tokens});
            edges.push_back(
                Prefill{.chips = chips, .tokensPerChip = 16384, .promptTokens = tokens, .cachedFraction = 1});
            edges.push_back(Serving{.promptTokens = tokens, .outputTokens = 1, .arrivalsPerSecond = 1e-6});
            TrainingStep training;
            training.chips = chips;
            training.sequenceTokens = tokens;
            training.globalBatch = 1;
            edges.push_back(training);
        }
    std::size_t answered = 0;
    for (const char* machine : {cm, nvl})
        for (const std::vector<Change>& changes : {std::vector<Change>{}, {Fail{"plane 1"}}})
            for (const Workload& w : edges) {
                const auto outcome = ask(machine, w, changes);
                if (!outcome) {
                    EXPECT_FALSE(refusal(outcome).empty());
                    continue;
                }
                ++answered;
                for (const Metric& m : (*outcome)->metrics)
                    ASSERT_TRUE(std::isfinite(m.value)) << machine << ", " << kindOf(w) << ": " << m.id;
                ASSERT_TRUE(std::isfinite((*outcome)->end.base())) << machine << ", " << kindOf(w);
            }
    EXPECT_GT(answered, 20u);
}

} // namespace
} // namespace supernode
