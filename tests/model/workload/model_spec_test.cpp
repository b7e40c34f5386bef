// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/test_models.h"

#include <gtest/gtest.h>

#include <cmath>

namespace supernode::test {
namespace {

template <class Mutate>
std::string fieldRefused(ModelSpec model, Mutate mutate) {
    mutate(model);
    const std::vector<Issue> issues = check(model);
    return issues.empty() ? "" : issues.front().field;
}

TEST(ModelSpec, TheKnownModelsAreAccepted) {
    for (const ModelSpec& model : {deepSeek(), llama(70), llama(405), qwen(), gpt3(), tinyExperts()})
        EXPECT_TRUE(check(model).empty()) << model.hidden.value;
}

TEST(ModelSpec, ImpossibleNumbersAreRefusedByField) {
    const auto refused = [](auto mutate) { return fieldRefused(deepSeek(), mutate); };
    EXPECT_EQ(refused([](ModelSpec& m) { m.layers.value = 0; }), "shape.layers");
    EXPECT_EQ(refused([](ModelSpec& m) { m.hidden.value = 10'000'001; }), "shape.hidden");
    EXPECT_EQ(refused([](ModelSpec& m) { m.predictionDepth.value = -1; }), "shape.prediction_depth");
    EXPECT_EQ(refused([](ModelSpec& m) { m.embeddingTables.value = 3; }), "shape.embedding_tables");
    EXPECT_EQ(refused([](ModelSpec& m) { m.ffnMatrices.value = 4; }), "shape.ffn_matrices");
    EXPECT_EQ(refused([](ModelSpec& m) { m.latent.reset(); }), "grouped_attention");
    EXPECT_EQ(refused([](ModelSpec& m) { m.grouped = llama(70).grouped; }), "grouped_attention");
    EXPECT_EQ(refused([](ModelSpec& m) { m.dense->layers.value = 62; }), "dense_ffn.layers");
    EXPECT_EQ(refused([](ModelSpec& m) { m.dense->layers.value = 61; }), "experts");
    EXPECT_EQ(refused([](ModelSpec& m) { m.experts.reset(); }), "dense_ffn.layers");
    EXPECT_EQ(refused([](ModelSpec& m) { m.experts->perToken.value = 257; }), "experts.per_token");
    EXPECT_EQ(refused([](ModelSpec& m) { m.experts->groups.value = 7; }), "experts.groups");
    EXPECT_EQ(refused([](ModelSpec& m) { m.experts->groupsPerToken.value = 9; }), "experts.groups_per_token");
    EXPECT_EQ(fieldRefused(llama(70), [](ModelSpec& m) { m.grouped->kvHeads.value = 7; }),
              "grouped_attention.kv_heads");
}

// 256 groups of one expert each: 4 groups hold 4 experts, and a token uses 8.
TEST(ModelSpec, GroupsThatHoldTooFewExpertsAreRefused) {
    EXPECT_EQ(fieldRefused(deepSeek(), [](ModelSpec& m) { m.experts->groups.value = 256; }),
              "experts.groups_per_token");
}

// Hidden 4, 2 query heads and 1 key head of 2: attention 4 x (2 x 4 + 2 x 2) = 48. Dense 3 x 4 x 8 = 96. An
// expert 3 x 4 x 3 = 36, router 4 x 4 = 16. Norms 2 x 4 a layer and 4 at the end. Two tables of 10 x 4. All:
// 2 x (48 + 8) + 96 + (16 + 5 x 36) + 4 + 80 = 488. A token: 2 of 4 experts fewer, one table fewer: 376.
TEST(ModelSpec, ASmallModelIsCountedByHand) {
    const ModelSpec m = tinyExperts();
    EXPECT_DOUBLE_EQ(attentionParameters(m), 48);
    EXPECT_DOUBLE_EQ(denseFfnParameters(m), 96);
    EXPECT_DOUBLE_EQ(expertParameters(m), 36);
    EXPECT_DOUBLE_EQ(parameters(m), 488);
    EXPECT_DOUBLE_EQ(activeParameters(m), 488 - 2 * 36 - 40);
    EXPECT_DOUBLE_EQ(predictionParameters(m), 0);
}

// DeepSeek, attention: 7168 x 2112 + 1536 x 128 x 192 + 512 x 128 x 256 + 16384 x 7168 = 187,105,280.
TEST(ModelSpec, LatentAttentionIsCountedByItsFiveMatrices) {
    EXPECT_DOUBLE_EQ(attentionParameters(deepSeek()), 15138816.0 + 37748736 + 16777216 + 117440512);
}

// Published: 671B with 37B active; 235B with 22B active; 70B and 405B (70.6 and 405.9, the fraction cut off);
// 175.0B, from which 174.6 is 0.3 % away: learned positions and biases, left out here, are 0.02 % of it.
TEST(ModelSpec, ParametersAddUpToThePublishedTotals) {
    EXPECT_EQ(std::round(parameters(deepSeek()) / 1e9), 671);
    EXPECT_EQ(std::round(activeParameters(deepSeek()) / 1e9), 37);
    EXPECT_EQ(std::round(parameters(qwen()) / 1e9), 235);
    EXPECT_EQ(std::round(activeParameters(qwen()) / 1e9), 22);
    EXPECT_EQ(std::floor(parameters(llama(70)) / 1e9), 70);
    EXPECT_EQ(std::floor(parameters(llama(405)) / 1e9), 405);
    EXPECT_NEAR(parameters(gpt3()) / 1e9, 175.0, 0.5);
}

// Attention, router and 257 experts as in any other layer: 187.1 + 1.8 + 257 x 44.04 million; two norms of a
// layer and three of the module, 5 x 7168; and the matrix that joins two hidden vectors, 2 x 7168 x 7168.
TEST(ModelSpec, APredictionModuleIsALayerAndAJoint) {
    EXPECT_DOUBLE_EQ(predictionParameters(deepSeek()),
                     187105280.0 + 7168 * 256 + 257 * (3.0 * 7168 * 2048) + 5 * 7168 + 2.0 * 7168 * 7168);
}

// (512 + 64) numbers x 61 layers x 2 bytes = 70,272; half of it with one byte a number.
TEST(ModelSpec, LatentAttentionCaches70272BytesAToken) {
    EXPECT_DOUBLE_EQ(cacheBytesPerToken(deepSeek(), 2).base(), 70272);
    EXPECT_DOUBLE_EQ(cacheBytesPerToken(deepSeek(), 1).base(), 35136);
}

// Keys and values of 8 heads x 128 in 126 layers, 2 bytes each: 516,096.
TEST(ModelSpec, GroupedAttentionCachesKeysAndValuesOfItsKeyHeads) {
    EXPECT_DOUBLE_EQ(cacheBytesPerToken(llama(405), 2).base(), 2.0 * 8 * 128 * 126 * 2);
}

} // namespace
} // namespace supernode::test
