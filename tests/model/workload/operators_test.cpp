// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/operators.h"

#include "tests/model/test_models.h"

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

Execution onOneRank(AttentionForm form) { return {.attention = form}; }

// All layers and the head on a single rank, as lists of operators.
std::vector<LayerParts> wholeModel(const ModelSpec& m, const Execution& run, const Batch& batch) {
    std::vector<LayerParts> all(m.denseLayers(), m.dense ? denseLayer(m, run, batch) : LayerParts{});
    if (m.experts)
        all.insert(all.end(), m.expertLayers(),
                   expertLayer(m, run, batch, evenRoutedLoad(run.sharding, m, run.tokensPerRank(batch))));
    all.push_back(outputParts(m, run, batch.tokens()));
    return all;
}

double normParameters(const ModelSpec& m) { return (2 * m.layers.value + 1) * double(m.hidden.value); }

// Every product of a token is with a matrix of the model, and a multiply-add counts as 2. Absorbed attention
// multiplies other vectors with the same matrices.
TEST(Operators, ProductsAreTwiceTheActiveParameters) {
    const Batch batch{.sequences = 3, .newTokens = 5};
    for (const ModelSpec& m : {deepSeek(), llama(70), llama(405), qwen(), gpt3(), tinyExperts()})
        for (const AttentionForm form : {AttentionForm::Absorbed, AttentionForm::Expanded}) {
            double products = 0;
            for (const LayerParts& parts : wholeModel(m, onOneRank(form), batch))
                for (const Operator& part : parts)
                    products += part.kind == OperatorKind::Attention ? 0 : part.flops;
            const double expected = 2 * batch.tokens() * (activeParameters(m) - normParameters(m));
            EXPECT_NEAR(products, expected, 1e-9 * expected) << m.hidden.value;
        }
}

// With tokens enough to hit every expert, in BF16: two bytes for every parameter but those of the norms and
// of the input table, from which single rows are read; the head is read even where it shares that table.
TEST(Operators, WeightsAreTheParameters) {
    const Batch batch{.sequences = 10'000};
    for (const ModelSpec& m : {deepSeek(), llama(70), qwen(), gpt3()}) {
        double weights = 0;
        for (const LayerParts& parts : wholeModel(m, onOneRank(AttentionForm::Absorbed), batch))
            weights += weightBytesOf(parts);
        const double expected =
            2 * (parameters(m) - normParameters(m) - (m.embeddingTables.value - 1) * embeddingParameters(m));
        EXPECT_NEAR(weights, expected, 1e-9 * expected) << m.hidden.value;
    }
}

// One token after 4,096: 4,097 pairs; a score takes 512 + 64 multiply-adds and a sum 512, in each of 128
// heads; 576 cached numbers of two bytes are read for each of 4,097 tokens, once for all heads.
TEST(Operators, AbsorbedAttentionReadsOneShortVectorForAllHeads) {
    const LayerParts parts =
        denseLayer(deepSeek(), onOneRank(AttentionForm::Absorbed), {.sequences = 2, .cached = 4096});
    const Operator* core = find(parts, OperatorKind::Attention);
    ASSERT_TRUE(core);
    EXPECT_DOUBLE_EQ(core->flops, 2.0 * 2 * 4097 * 128 * (576 + 512));
    EXPECT_DOUBLE_EQ(core->cacheBytes, 2.0 * 4097 * 576 * 2);
    EXPECT_TRUE(find(parts, OperatorKind::KeyAbsorption));
    EXPECT_FALSE(find(parts, OperatorKind::KeyValueExpansion));
}

// A prompt of 4,096: 4,096 x 4,097 / 2 pairs; a score takes 128 + 64 multiply-adds and a sum 128.
TEST(Operators, ExpandedAttentionIsCausal) {
    const LayerParts parts =
        denseLayer(deepSeek(), onOneRank(AttentionForm::Expanded), {.sequences = 1, .newTokens = 4096});
    EXPECT_DOUBLE_EQ(find(parts, OperatorKind::Attention)->flops, 2.0 * 4096 * 4097 / 2 * 128 * (192 + 128));
    EXPECT_FALSE(find(parts, OperatorKind::KeyAbsorption));
}

// Half of a prompt from the cache: pairs of the whole less those of the first half; keys and values of the
// whole are made again from the short vectors.
TEST(Operators, ACachedPrefixSavesItsOwnPairsAlone) {
    const auto core = [](const Batch& batch) {
        return find(denseLayer(deepSeek(), onOneRank(AttentionForm::Expanded), batch),
                    OperatorKind::Attention)
            ->flops;
    };
    const Batch whole{.sequences = 1, .newTokens = 4096}, half{.sequences = 1, .newTokens = 2048};
    const Batch rest{.sequences = 1, .newTokens = 2048, .cached = 2048};
    EXPECT_DOUBLE_EQ(core(rest), core(whole) - core(half));
    const LayerParts parts = denseLayer(deepSeek(), onOneRank(AttentionForm::Expanded), rest);
    EXPECT_DOUBLE_EQ(find(parts, OperatorKind::KeyValueExpansion)->flops, 2.0 * 4096 * 512 * 128 * 256);
    EXPECT_DOUBLE_EQ(find(parts, OperatorKind::KeyValueExpansion)->cacheBytes, 2048.0 * 512 * 2);
}

// Llama 405B, one token after 999: 8 key heads and 8 value heads of 128 numbers for each of 1,000 tokens.
TEST(Operators, GroupedAttentionReadsTheKeysOfItsGroups) {
    const LayerParts parts =
        denseLayer(llama(405), onOneRank(AttentionForm::Absorbed), {.sequences = 1, .cached = 999});
    const Operator* core = find(parts, OperatorKind::Attention);
    EXPECT_DOUBLE_EQ(core->cacheBytes, 1000.0 * 2 * 8 * 128 * 2);
    EXPECT_DOUBLE_EQ(core->flops, 2.0 * 1000 * 128 * (128 + 128));
}

// What decode writes to its caches over all layers is what a token takes there: outputs of the down
// projection beyond the 1,536 numbers of the queries.
TEST(Operators, AStepWritesTheCacheOfItsTokens) {
    const Batch batch{.sequences = 7, .cached = 100};
    const LayerParts parts = denseLayer(deepSeek(), onOneRank(AttentionForm::Absorbed), batch);
    const double written = find(parts, OperatorKind::DownProjection)->outputBytes - 7 * 1536.0 * 2;
    EXPECT_DOUBLE_EQ(61 * written, 7 * cacheBytesPerToken(deepSeek(), 2).base());
}

// Eight ranks do an eighth each of what they share; each reads one of eight key heads; two all-reduces of a
// BF16 row for each token.
TEST(Operators, TensorRanksShareHeadsAndDenseMatrices) {
    const Batch batch{.sequences = 4, .cached = 99};
    Execution run;
    const LayerParts whole = denseLayer(llama(405), run, batch);
    run.sharding.tensorRanks = 8;
    const LayerParts part = denseLayer(llama(405), run, batch);
    EXPECT_DOUBLE_EQ(flopsOf(part), flopsOf(whole) / 8);
    EXPECT_DOUBLE_EQ(weightBytesOf(part), weightBytesOf(whole) / 8);
    const Operator* core = find(part, OperatorKind::Attention);
    EXPECT_DOUBLE_EQ(core->cacheBytes, find(whole, OperatorKind::Attention)->cacheBytes / 8);
    const Message sum{Exchange::AllReduce, 8, 4 * 16384.0 * 2};
    EXPECT_EQ(find(part, OperatorKind::AttentionReduce)->message, sum);
    EXPECT_EQ(find(part, OperatorKind::FfnReduce)->message, sum);
    EXPECT_FALSE(find(whole, OperatorKind::FfnReduce));
}

// 16 ranks, 8 key heads: no rank has less than one of them.
TEST(Operators, KeyHeadsAreCopiedWhereRanksAreMore) {
    const Batch batch{.sequences = 1, .cached = 99};
    const auto cacheOn = [&](int ranks) {
        Execution run;
        run.sharding.tensorRanks = ranks;
        return find(denseLayer(llama(405), run, batch), OperatorKind::Attention)->cacheBytes;
    };
    EXPECT_DOUBLE_EQ(cacheOn(16), cacheOn(8));
}

// EP320 with 48 tokens a rank: each sends 8 routed rows and one shared row of 7.5 KiB to one of 320 ranks on
// average 48 x 9 / 320 times; 14 KiB come back for each.
TEST(Operators, DispatchSendsARowToEachExpertOfAToken) {
    Execution run{.numbers = numbersOf(Precision::Int8, 7168)};
    run.sharding = {.expertRanks = 320, .redundantExperts = 32, .sharedRanks = 32};
    const Batch batch{.sequences = 48, .cached = 4096};
    const LayerParts parts =
        expertLayer(deepSeek(), run, batch, evenRoutedLoad(run.sharding, deepSeek(), 48));
    const Message out = *find(parts, OperatorKind::Dispatch)->message;
    const Message back = *find(parts, OperatorKind::Combine)->message;
    EXPECT_EQ(out.ranks, 320);
    EXPECT_DOUBLE_EQ(out.bytes, 48.0 * 9 / 320 * 7680);
    EXPECT_DOUBLE_EQ(back.bytes, 48.0 * 9 / 320 * 14336);
    EXPECT_FALSE(find(parts, OperatorKind::SharedExperts));
    EXPECT_TRUE(find(parts, OperatorKind::RoutedExperts));
}

// A rank with the shared expert alone: 480 rows times 3 x 7,168 x 2,048 multiply-adds; its weights are read
// once.
TEST(Operators, ARankForTheSharedExpertRunsThatAlone) {
    Execution run{.numbers = numbersOf(Precision::Int8, 7168)};
    run.sharding = {.expertRanks = 320, .redundantExperts = 32, .sharedRanks = 32};
    const LayerParts parts = expertLayer(deepSeek(), run, {.sequences = 48, .cached = 4096},
                                         sharedRankLoad(run.sharding, deepSeek(), 48));
    EXPECT_FALSE(find(parts, OperatorKind::RoutedExperts));
    const Operator* shared = find(parts, OperatorKind::SharedExperts);
    ASSERT_TRUE(shared);
    EXPECT_DOUBLE_EQ(shared->flops, 2 * 480.0 * 3 * 7168 * 2048);
    EXPECT_DOUBLE_EQ(shared->weightBytes, 3.0 * 7168 * 2048);
    EXPECT_EQ(shared->rate, MatrixRate::EightBit);
}

// Four tensor ranks send a quarter of the tokens each, so that no token is sent twice.
TEST(Operators, TensorRanksSendTheirShareOfTheTokens) {
    Execution run;
    run.sharding = {.tensorRanks = 4, .expertRanks = 32};
    const Batch batch{.sequences = 8};
    const LayerParts parts = expertLayer(deepSeek(), run, batch,
                                         evenRoutedLoad(run.sharding, deepSeek(), run.tokensPerRank(batch)));
    EXPECT_DOUBLE_EQ(find(parts, OperatorKind::Dispatch)->message->bytes, 2.0 * 8 / 32 * 7168 * 2);
    EXPECT_EQ(find(parts, OperatorKind::AttentionReduce)->message->exchange, Exchange::ReduceScatter);
    EXPECT_EQ(find(parts, OperatorKind::TokenGather)->message->exchange, Exchange::AllGather);
}

// Four ranks share two prompts of 4,096 tokens. Each has 2,048 tokens of the rows, and in attention 32 of the
// 128 heads over all 8,192. Together they multiply what one rank would for both prompts. In between the
// short vectors of all tokens come to each, 1,536 + 576 numbers of two bytes, and what its heads put out,
// 32 x 128 numbers for each of 8,192 tokens, goes back to the ranks of the tokens.
TEST(Operators, RanksThatSharePromptsComputeWhatOneWould) {
    Execution run{.attention = AttentionForm::Expanded};
    const Batch prompts{.sequences = 2, .newTokens = 4096};
    const double alone = flopsOf(denseLayer(deepSeek(), run, prompts));
    run.sharding.promptRanks = 4;
    const LayerParts parts = denseLayer(deepSeek(), run, prompts);
    EXPECT_NEAR(4 * flopsOf(parts) / alone, 1, 1e-12);
    EXPECT_EQ(run.tokensPerRank(prompts), 2048);
    const Message gather = *find(parts, OperatorKind::LatentGather)->message,
                  back = *find(parts, OperatorKind::TokenScatter)->message;
    EXPECT_EQ(gather, (Message{Exchange::AllGather, 4, 8192.0 * (1536 + 576) * 2}));
    EXPECT_EQ(back, (Message{Exchange::AllToAll, 4, 8192.0 * 32 * 128 * 2}));
}

// Grouped attention: queries of 64 heads, keys and values of 8, 128 numbers each, for 2,048 own tokens go out
// by heads, and sums of 64 heads come back. To 16 ranks, with 512 tokens each, keys and values go twice.
TEST(Operators, GroupedHeadsGoRoundTheRanksOfAPrompt) {
    Execution run{.attention = AttentionForm::Expanded};
    const Batch prompts{.sequences = 2, .newTokens = 4096};
    const double alone = flopsOf(denseLayer(llama(70), run, prompts));
    run.sharding.promptRanks = 4;
    const LayerParts parts = denseLayer(llama(70), run, prompts);
    EXPECT_NEAR(4 * flopsOf(parts) / alone, 1, 1e-12);
    EXPECT_EQ(*find(parts, OperatorKind::HeadScatter)->message,
              (Message{Exchange::AllToAll, 4, 2048.0 * (64 + 2 * 8) * 128 * 2}));
    EXPECT_EQ(*find(parts, OperatorKind::TokenScatter)->message,
              (Message{Exchange::AllToAll, 4, 2048.0 * 64 * 128 * 2}));
    run.sharding.promptRanks = 16;
    EXPECT_EQ(find(denseLayer(llama(70), run, prompts), OperatorKind::HeadScatter)->message->bytes,
              512.0 * (64 + 2 * 16) * 128 * 2);
}

// Experts of 4 bits read 0.5625 bytes a weight, attention one byte a cached number. The projection back to a
// row, 128 x 128 by 7,168, is of 4 bits, too, the one before of 8 and the head of 16.
TEST(Operators, PrecisionSetsRatesAndBytes) {
    Execution run{.numbers = numbersOf(Precision::Fp8Nvfp4, 7168)};
    const Batch batch{.sequences = 1000, .cached = 9};
    const LayerParts parts = expertLayer(deepSeek(), run, batch, evenRoutedLoad({}, deepSeek(), 1000));
    const Operator* routed = find(parts, OperatorKind::RoutedExperts);
    EXPECT_NEAR(routed->weightBytes, 256 * 3.0 * 7168 * 2048 * 0.5625, 1e-6 * routed->weightBytes);
    EXPECT_EQ(routed->rate, MatrixRate::FourBit);
    EXPECT_EQ(find(parts, OperatorKind::Attention)->rate, MatrixRate::EightBit);
    EXPECT_DOUBLE_EQ(find(parts, OperatorKind::Attention)->cacheBytes, 1000.0 * 10 * 576);
    EXPECT_EQ(find(parts, OperatorKind::Router)->rate, MatrixRate::Bf16);
    EXPECT_DOUBLE_EQ(find(parts, OperatorKind::OutputProjection)->weightBytes, 16384.0 * 7168 * 0.5625);
    EXPECT_EQ(find(parts, OperatorKind::QueryProjection)->rate, MatrixRate::EightBit);
    EXPECT_EQ(find(outputParts(deepSeek(), run, 1), OperatorKind::Head)->rate, MatrixRate::Bf16);
}

// Embedding, joint of 2 x 7,168 to 7,168, a layer of experts, and a head.
TEST(Operators, APredictionModuleIsAJointALayerAndAHead) {
    const Execution run;
    const Batch batch{.sequences = 5, .cached = 9};
    const ExpertLoad load = evenRoutedLoad({}, deepSeek(), 5);
    const LayerParts module = predictionParts(deepSeek(), run, batch, load, 5);
    const double joint = 2.0 * 5 * 2 * 7168 * 7168;
    EXPECT_DOUBLE_EQ(flopsOf(module), joint + flopsOf(expertLayer(deepSeek(), run, batch, load)) +
                                          flopsOf(outputParts(deepSeek(), run, 5)));
    EXPECT_DOUBLE_EQ(find(module, OperatorKind::PredictionJoint)->flops, joint);
    EXPECT_GT(bytesOf(module), weightBytesOf(module));
}

TEST(Operators, EveryKindHasAWord) {
    for (int kind = 0; kind <= int(OperatorKind::Head); ++kind)
        EXPECT_FALSE(toString(OperatorKind(kind)).empty()) << kind;
}

} // namespace
} // namespace supernode::test
