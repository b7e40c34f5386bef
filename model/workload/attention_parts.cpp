// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/attention_parts.h"

#include <algorithm>

namespace supernode::parts {
namespace {

double of(const Count& count) { return count.value; }

// `pairs` of a query and a key in each of `heads`: a score over `scored` numbers, a sum over `summed` ones.
Operator scoresAndSums(const Execution& run, double pairs, double heads, double scored, double summed) {
    return {.kind = OperatorKind::Attention,
            .rate = run.numbers.attention,
            .flops = 2 * pairs * heads * (scored + summed)};
}

Operator sent(OperatorKind kind, Exchange how, int ranks, double bytes) {
    return {.kind = kind, .rate = {}, .message = Message{how, ranks, bytes}};
}

LayerParts grouped(const ModelSpec& m, const Execution& run, const Batch& batch) {
    const double tokens = batch.tokens(), size = of(m.grouped->headSize);
    const double heads = of(m.heads) / run.sharding.tensorRanks;
    const double kvHeads = std::max(1.0, of(m.grouped->kvHeads) / run.sharding.tensorRanks);
    const MatrixNumbers& numbers = run.numbers.projection;
    Operator qkv = product(OperatorKind::QueryKeyValueProjection, tokens, of(m.hidden),
                           (heads + 2 * kvHeads) * size, numbers);
    qkv.outputBytes = tokens * size * (heads * bf16Bytes + 2 * kvHeads * run.numbers.cache);
    Operator core = scoresAndSums(run, batch.pairs(), heads, size, size);
    core.cacheBytes = batch.sequences * batch.context() * 2 * kvHeads * size * run.numbers.cache;
    core.inputBytes = core.outputBytes = tokens * heads * size * bf16Bytes;
    return {norm(OperatorKind::InputNorm, tokens, of(m.hidden)), qkv, core,
            product(OperatorKind::OutputProjection, tokens, heads * size, of(m.hidden), run.numbers.output)};
}

// Own tokens with all heads, then all tokens with own heads, then own tokens again. With more ranks than
// heads of keys and values some of them get the same.
LayerParts groupedShared(const ModelSpec& m, const Execution& run, const Batch& batch) {
    const int ranks = run.sharding.promptRanks;
    const double own = batch.tokens() / ranks, numbers = of(m.grouped->headSize) * bf16Bytes;
    Execution byTokens = run, byHeads = run;
    byTokens.sharding.promptRanks = byHeads.sharding.promptRanks = 1;
    byHeads.sharding.tensorRanks = ranks;
    const Operator core = *find(grouped(m, byHeads, batch), OperatorKind::Attention);
    LayerParts parts;
    for (const Operator& part :
         grouped(m, byTokens, {batch.sequences / ranks, batch.newTokens, batch.cached})) {
        if (part.kind != OperatorKind::Attention) {
            parts.push_back(part);
            continue;
        }
        parts.push_back(
            sent(OperatorKind::HeadScatter, Exchange::AllToAll, ranks,
                 own * (of(m.heads) + 2 * std::max(of(m.grouped->kvHeads), double(ranks))) * numbers));
        parts.push_back(core);
        parts.push_back(
            sent(OperatorKind::TokenScatter, Exchange::AllToAll, ranks, own * of(m.heads) * numbers));
    }
    return parts;
}

LayerParts absorbed(const LatentAttention& a, const Execution& run, const Batch& batch, double heads) {
    const double tokens = batch.tokens(), rank = of(a.keyValueRank), rope = of(a.ropeSize);
    const double nope = of(a.nopeSize), value = of(a.valueSize);
    // A product of its own for each head.
    const auto perHead = [&](OperatorKind kind, double in, double out) {
        Operator part = product(kind, tokens * heads, in, out, run.numbers.projection);
        part.weightBytes *= heads;
        return part;
    };
    Operator core = scoresAndSums(run, batch.pairs(), heads, rank + rope, rank);
    core.cacheBytes = batch.sequences * batch.context() * (rank + rope) * run.numbers.cache;
    core.inputBytes = tokens * heads * (rank + rope) * bf16Bytes;
    core.outputBytes = tokens * heads * rank * bf16Bytes;
    return {perHead(OperatorKind::KeyAbsorption, nope, rank), core,
            perHead(OperatorKind::ValueAbsorption, rank, value)};
}

LayerParts expanded(const LatentAttention& a, const Execution& run, const Batch& batch, double heads) {
    const double tokens = batch.tokens(), all = batch.sequences * batch.context();
    const double nope = of(a.nopeSize), rope = of(a.ropeSize), value = of(a.valueSize);
    Operator expansion = product(OperatorKind::KeyValueExpansion, all, of(a.keyValueRank),
                                 heads * (nope + value), run.numbers.projection);
    expansion.cacheBytes = batch.sequences * batch.cached * of(a.keyValueRank) * run.numbers.cache;
    expansion.inputBytes = tokens * of(a.keyValueRank) * bf16Bytes;
    Operator core = scoresAndSums(run, batch.pairs(), heads, nope + rope, value);
    core.cacheBytes = all * rope * run.numbers.cache;
    core.inputBytes = (tokens * heads * (nope + rope) + all * heads * (nope + value)) * bf16Bytes;
    core.outputBytes = tokens * heads * value * bf16Bytes;
    return {expansion, core};
}

// The projections down are on every tensor rank: their outputs serve all heads.
LayerParts latent(const ModelSpec& m, const Execution& run, const Batch& batch) {
    const LatentAttention& a = *m.latent;
    const int shared = run.sharding.promptRanks;
    const double tokens = batch.tokens(), own = tokens / shared;
    const double heads = of(m.heads) / run.sharding.tensorRanks / shared;
    const double cachedRow = of(a.keyValueRank) + of(a.ropeSize);
    const MatrixNumbers& numbers = run.numbers.projection;
    Operator down =
        product(OperatorKind::DownProjection, own, of(m.hidden), of(a.queryRank) + cachedRow, numbers);
    down.outputBytes = own * (of(a.queryRank) * bf16Bytes + cachedRow * run.numbers.cache);
    LayerParts all{norm(OperatorKind::InputNorm, own, of(m.hidden)), down,
                   norm(OperatorKind::LatentNorm, own, of(a.queryRank) + of(a.keyValueRank))};
    if (shared > 1)
        all.push_back(sent(OperatorKind::LatentGather, Exchange::AllGather, shared,
                           tokens * (of(a.queryRank) + cachedRow) * bf16Bytes +
                               batch.sequences * batch.cached * cachedRow * run.numbers.cache));
    all.push_back(product(OperatorKind::QueryProjection, tokens, of(a.queryRank),
                          heads * (of(a.nopeSize) + of(a.ropeSize)), numbers));
    for (const Operator& part : run.attention == AttentionForm::Absorbed ? absorbed(a, run, batch, heads)
                                                                         : expanded(a, run, batch, heads))
        all.push_back(part);
    if (shared > 1)
        all.push_back(sent(OperatorKind::TokenScatter, Exchange::AllToAll, shared,
                           tokens * heads * of(a.valueSize) * bf16Bytes));
    all.push_back(product(OperatorKind::OutputProjection, own, heads * shared * of(a.valueSize), of(m.hidden),
                          run.numbers.output));
    return all;
}

} // namespace

Operator product(OperatorKind kind, double rows, double in, double out, const MatrixNumbers& numbers) {
    return {.kind = kind,
            .rate = numbers.rate,
            .flops = 2 * rows * in * out,
            .weightBytes = in * out * numbers.weight,
            .inputBytes = rows * in * numbers.input,
            .outputBytes = rows * out * bf16Bytes};
}

Operator norm(OperatorKind kind, double rows, double width) {
    return {.kind = kind,
            .rate = {},
            .inputBytes = rows * width * bf16Bytes,
            .outputBytes = rows * width * bf16Bytes};
}

LayerParts attention(const ModelSpec& model, const Execution& run, const Batch& batch) {
    if (model.latent)
        return latent(model, run, batch);
    return run.sharding.promptRanks > 1 ? groupedShared(model, run, batch) : grouped(model, run, batch);
}

} // namespace supernode::parts
