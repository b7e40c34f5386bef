// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/memory.h"

#include "model/base/number_text.h"

#include <algorithm>
#include <cmath>

namespace supernode {
namespace {

// Weights of one layer in decode without its feed-forward part: what the operators of attention read.
double attentionWeights(const ModelSpec& m, const Execution& run) {
    const double w = run.numbers.projection.weight, back = run.numbers.output.weight;
    const double ranks = run.sharding.tensorRanks, hidden = m.hidden.value, heads = m.heads.value;
    if (m.grouped) {
        const double size = hidden * m.grouped->headSize.value;
        const double kvHeads = std::max(1.0, m.grouped->kvHeads.value / ranks);
        return size * ((w + back) * heads / ranks + w * 2 * kvHeads);
    }
    const double down = hidden * (m.latent->queryRank.value + cachedNumbersPerLayer(m));
    const double output = heads * m.latent->valueSize.value * hidden;
    return w * (down + (attentionParameters(m) - down - output) / ranks) + back * output / ranks;
}

double expertWeights(const ModelSpec& m, const Execution& run) {
    if (!m.experts)
        return 0;
    const Sharding& s = run.sharding;
    const double shared = m.experts->shared.value;
    const double held = expertSlots(s, m) + (s.sharedRanks == 0 ? shared : 0);
    return std::max(held, s.sharedRanks > 0 ? shared : 0) * expertParameters(m) * run.numbers.experts.weight +
           routerParameters(m) * bf16Bytes;
}

double cachePerSequence(const ModelSpec& m, const Execution& run, const Batch& batch) {
    double numbers = cachedNumbersPerLayer(m);
    if (m.grouped)
        numbers *= std::max(1.0 / run.sharding.tensorRanks, 1.0 / m.grouped->kvHeads.value);
    return batch.context() * numbers * (m.layers.value + m.predictionDepth.value) * run.numbers.cache;
}

double widestOperator(const ModelSpec& m, const Execution& run, const Batch& batch) {
    const double tokens = run.tokensPerRank(batch);
    double widest = 0;
    const auto look = [&](const LayerParts& parts) {
        for (const Operator& part : parts)
            if (!part.message)
                widest = std::max(widest, part.inputBytes + part.outputBytes);
    };
    if (m.dense)
        look(denseLayer(m, run, batch));
    if (m.experts)
        for (const ExpertLoad& load :
             {evenRoutedLoad(run.sharding, m, tokens), sharedRankLoad(run.sharding, m, tokens)})
            look(expertLayer(m, run, batch, load));
    return widest;
}

double buffersOf(const ModelSpec& m, const Execution& run, const Batch& batch, BufferRule rule) {
    if (!m.experts || run.sharding.expertRanks == 1)
        return 0;
    const Sharding& s = run.sharding;
    const double rowBytes =
        m.hidden.value * (run.numbers.dispatched + run.numbers.combined) + run.numbers.dispatchedScales;
    const double tokens = run.tokensPerRank(batch);
    if (rule == BufferRule::Mean)
        return tokens * rowsSent(s, m) * rowBytes;
    const int rows =
        s.sends == SendRule::OncePerRank ? 1 : std::min(m.experts->perToken.value, expertSlots(s, m));
    return s.expertRanks * tokens * rows * rowBytes;
}

RankMemory needs(const ModelSpec& m, const Execution& run, const Batch& batch, Bytes capacity,
                 BufferRule rule) {
    RankMemory memory;
    memory.capacity = capacity;
    memory.weights = weightsOfRank(m, run);
    memory.cache = bytes(batch.sequences / run.sharding.promptRanks * cachePerSequence(m, run, batch));
    memory.activations = bytes(widestOperator(m, run, batch));
    memory.buffers = bytes(buffersOf(m, run, batch, rule));
    return memory;
}

} // namespace

Bytes weightsOfRank(const ModelSpec& m, const Execution& run) {
    const double ranks = run.sharding.tensorRanks, w = run.numbers.projection.weight;
    const double table = embeddingParameters(m) / ranks;
    // The table of the input stays BF16; a head that shares it needs no second one.
    const double tables = table * (bf16Bytes + (m.embeddingTables.value > 1 ? run.numbers.head.weight : 0));
    const double dense = denseFfnParameters(m) / ranks * w;
    const double joint = 2.0 * m.hidden.value * m.hidden.value / ranks * w;
    const double prediction = m.predictionDepth.value * (joint + attentionWeights(m, run) +
                                                         (m.experts ? expertWeights(m, run) : dense));
    return bytes(tables + m.layers.value * attentionWeights(m, run) + m.denseLayers() * dense +
                 m.expertLayers() * expertWeights(m, run) + prediction);
}

RankMemory memoryOf(const ModelSpec& m, const Execution& run, const Batch& batch, Bytes capacity,
                    BufferRule rule) {
    RankMemory memory = needs(m, run, batch, capacity, rule);
    // Everything but the weights grows in proportion to the sequences.
    Batch one = batch;
    one.sequences = 1;
    const RankMemory single = needs(m, run, one, capacity, rule);
    const double each = (single.needed() - single.weights).base();
    const double room = (capacity - memory.weights).base();
    memory.sequencesThatFit = room > 0 && each > 0 ? std::floor(room / each * (1 + 1e-12)) : 0;
    return memory;
}

std::optional<Issue> check(const RankMemory& memory) {
    if (memory.missing() <= Bytes())
        return std::nullopt;
    const std::string reason =
        "a rank lacks " + gigabytesText(memory.missing()) + ": weights " + gigabytesText(memory.weights) +
        ", cache " + gigabytesText(memory.cache) + ", activations and buffers " +
        gigabytesText(memory.activations + memory.buffers) + " of " + gigabytesText(memory.capacity);
    if (memory.sequencesThatFit < 1)
        return Issue{"sharding", reason,
                     memory.weights > memory.capacity ? "spread the weights over more ranks"
                                                      : "give shorter sequences or more ranks"};
    return Issue{"batch", reason,
                 "give at most " + std::to_string(std::int64_t(memory.sequencesThatFit)) +
                     " sequences a rank"};
}

} // namespace supernode
