// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/memory.h"

#include "tests/model/test_models.h"

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

constexpr double giga = 1e9;

Execution cloudMatrixDecode() {
    Execution run{.numbers = numbersOf(Precision::Int8, 7168)};
    run.sharding = {.expertRanks = 320, .redundantExperts = 32, .sharedRanks = 32};
    return run;
}

// One rank holds every parameter but the norms: 2 norms a layer (and three of a prediction module with its
// layer's two), one at the end; two bytes each.
TEST(Memory, OneRankHoldsEveryParameter) {
    for (const ModelSpec& m : {deepSeek(), llama(70), qwen(), gpt3(), tinyExperts()}) {
        const double norms = m.hidden.value * (2.0 * m.layers.value + 1 + 5 * m.predictionDepth.value);
        const double expected = 2 * (parameters(m) + predictionParameters(m) - norms);
        EXPECT_NEAR(weightsOfRank(m, {}).base(), expected, 1e-9 * expected) << m.hidden.value;
    }
}

// Eight ranks, eight key heads: an eighth of everything.
TEST(Memory, TensorRanksShareTheWeights) {
    Execution run;
    run.sharding.tensorRanks = 8;
    EXPECT_NEAR(8 * weightsOfRank(llama(405), run).base(), weightsOfRank(llama(405), {}).base(), 1);
    const Batch batch{.sequences = 1, .cached = 999};
    const auto cache = [&](const Execution& how) {
        return memoryOf(llama(405), how, batch, gigabytes(64), BufferRule::Mean).cache.base();
    };
    EXPECT_DOUBLE_EQ(8 * cache(run), cache({}));
}

// INT8 on a die of EP320: tables 129,280 x 7,168 x (2 + 1) bytes; 62 x 187,105,280 of attention; 3 dense
// parts of 396,361,728; 59 x (one expert of 44,040,192 + a router of 2 x 1,835,008); a joint of 2 x 7,168^2.
TEST(Memory, ADieOfTheDecodeInstanceHoldsOneExpertALayer) {
    const double expected = 3.0 * 129280 * 7168 + 62 * 187105280.0 + 3 * 396361728.0 +
                            59 * (44040192.0 + 2 * 1835008) + 2.0 * 7168 * 7168;
    EXPECT_DOUBLE_EQ(weightsOfRank(deepSeek(), cloudMatrixDecode()).base(), expected);
    EXPECT_NEAR(expected / giga, 18.5, 0.1);
}

// 10 sequences of 4,096 tokens in 61 layers and the one that predicts: 70,272 x 62 / 61 bytes a token.
TEST(Memory, TheCacheHoldsEverySequenceAtFullLength) {
    const RankMemory memory = memoryOf(deepSeek(), cloudMatrixDecode(), {.sequences = 10, .cached = 4095},
                                       gigabytes(64), BufferRule::WorstCase);
    EXPECT_DOUBLE_EQ(memory.cache.base(), 10.0 * 4096 * 70272 / 61 * 62);
}

// A4.12: 320 peers may send 96 tokens each (48 sequences, two tokens a step): 225 MiB in INT8 and 420 MiB
// back.
TEST(Memory, ExchangeBuffersAreThoseThatWerePublished) {
    const Batch batch{.sequences = 48, .newTokens = 2, .cached = 4096};
    const RankMemory memory =
        memoryOf(deepSeek(), cloudMatrixDecode(), batch, gigabytes(64), BufferRule::WorstCase);
    EXPECT_DOUBLE_EQ(memory.buffers.base(), mebibytes(225 + 420).base());
    const RankMemory mean = memoryOf(deepSeek(), cloudMatrixDecode(), batch, gigabytes(64), BufferRule::Mean);
    EXPECT_DOUBLE_EQ(mean.buffers.base(), 96.0 * 9 * (7680 + 14336));
}

// The published batch, 96 a chip or 48 a die at 4,096 + 256 tokens with a predicted one, fits in 64 GB.
TEST(Memory, ThePublishedDecodeBatchFits) {
    const Batch batch{.sequences = 48, .newTokens = 2, .cached = 4350};
    const RankMemory memory =
        memoryOf(deepSeek(), cloudMatrixDecode(), batch, gigabytes(64), BufferRule::WorstCase);
    EXPECT_FALSE(check(memory)) << memory.needed().base();
    EXPECT_GE(memory.sequencesThatFit, 48);
}

TEST(Memory, OneSequenceMoreThanFitsIsTooMuch) {
    const auto with = [](double sequences) {
        return memoryOf(deepSeek(), cloudMatrixDecode(), {.sequences = sequences, .cached = 4096},
                        gigabytes(64), BufferRule::WorstCase);
    };
    const double most = with(1).sequencesThatFit;
    EXPECT_GT(most, 1);
    EXPECT_DOUBLE_EQ(with(1000).sequencesThatFit, most);
    EXPECT_LE(with(most).needed(), gigabytes(64));
    EXPECT_EQ(with(most).missing(), Bytes());
    EXPECT_GT(with(most + 1).needed(), gigabytes(64));
    EXPECT_GT(with(most + 1).missing(), Bytes());
}

TEST(Memory, WhatIsMissingIsSaidWithWhatWouldFit) {
    const RankMemory memory = memoryOf(deepSeek(), cloudMatrixDecode(), {.sequences = 1000, .cached = 4096},
                                       gigabytes(64), BufferRule::WorstCase);
    const std::optional<Issue> issue = check(memory);
    ASSERT_TRUE(issue);
    EXPECT_EQ(issue->field, "batch");
    EXPECT_NE(issue->remedy.find(std::to_string(int(memory.sequencesThatFit))), std::string::npos)
        << issue->remedy;
}

// 405.9 billion parameters of two bytes are 812 GB.
TEST(Memory, WeightsThatAreTooLargeAskForMoreRanks) {
    const RankMemory memory =
        memoryOf(llama(405), {}, {.sequences = 1, .cached = 9}, gigabytes(186), BufferRule::Mean);
    EXPECT_EQ(memory.sequencesThatFit, 0);
    const std::optional<Issue> issue = check(memory);
    ASSERT_TRUE(issue);
    EXPECT_EQ(issue->field, "sharding");
    EXPECT_NE(issue->reason.find("62"), std::string::npos) << issue->reason;
}

} // namespace
} // namespace supernode::test
