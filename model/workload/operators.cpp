// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/operators.h"

#include "model/workload/attention_parts.h"

#include <utility>

namespace supernode {
namespace {

constexpr std::pair<OperatorKind, std::string_view> words[] = {
    {OperatorKind::Embedding, "embedding"},
    {OperatorKind::InputNorm, "input norm"},
    {OperatorKind::DownProjection, "down projection"},
    {OperatorKind::LatentNorm, "latent norm"},
    {OperatorKind::QueryProjection, "query projection"},
    {OperatorKind::KeyAbsorption, "key absorption"},
    {OperatorKind::LatentGather, "gather of latent rows"},
    {OperatorKind::KeyValueExpansion, "key and value expansion"},
    {OperatorKind::HeadScatter, "exchange by heads"},
    {OperatorKind::QueryKeyValueProjection, "query, key and value projection"},
    {OperatorKind::Attention, "attention"},
    {OperatorKind::TokenScatter, "exchange by tokens"},
    {OperatorKind::ValueAbsorption, "value absorption"},
    {OperatorKind::OutputProjection, "output projection"},
    {OperatorKind::AttentionReduce, "sum of attention"},
    {OperatorKind::Cast, "cast to 8 bits"},
    {OperatorKind::Activation, "activation"},
    {OperatorKind::FfnNorm, "feed-forward norm"},
    {OperatorKind::DenseFfn, "dense feed-forward"},
    {OperatorKind::FfnReduce, "sum of feed-forward"},
    {OperatorKind::Router, "router"},
    {OperatorKind::Dispatch, "dispatch"},
    {OperatorKind::RoutedExperts, "routed experts"},
    {OperatorKind::SharedExperts, "shared experts"},
    {OperatorKind::Combine, "combine"},
    {OperatorKind::TokenGather, "gather of tokens"},
    {OperatorKind::PredictionJoint, "prediction joint"},
    {OperatorKind::FinalNorm, "final norm"},
    {OperatorKind::Head, "head"}};

// Input row, then (ffnMatrices - 1) products side by side, the activation, and one product back.
Operator feedForward(OperatorKind kind, const ModelSpec& m, const MatrixNumbers& numbers, double rows,
                     double matrices, double inner) {
    const double hidden = m.hidden.value, perExpert = m.ffnMatrices.value * hidden * inner;
    return {.kind = kind,
            .rate = numbers.rate,
            .flops = 2 * rows * perExpert,
            .weightBytes = matrices * perExpert * numbers.weight,
            .inputBytes = rows * (hidden + inner) * numbers.input,
            .outputBytes = rows * (hidden * bf16Bytes + inner * numbers.input)};
}

Operator exchange(OperatorKind kind, Exchange how, int ranks, double bytes) {
    return {.kind = kind, .rate = {}, .message = Message{how, ranks, bytes}};
}

void append(LayerParts& to, LayerParts more) { to.insert(to.end(), more.begin(), more.end()); }

LayerParts expertParts(const ModelSpec& m, const Execution& run, double tokens, const ExpertLoad& load) {
    const double hidden = m.hidden.value, inner = m.experts->inner.value;
    const Sharding& s = run.sharding;
    const Numbers& n = run.numbers;
    const double sentRow = hidden * n.dispatched + n.dispatchedScales, backRow = hidden * n.combined;
    const double perPeer = tokens * rowsSent(s, m) / s.expertRanks;

    LayerParts parts{parts::norm(OperatorKind::FfnNorm, tokens, hidden),
                     parts::product(OperatorKind::Router, tokens, hidden, m.experts->routed.value, {})};
    Operator dispatch =
        exchange(OperatorKind::Dispatch, Exchange::Dispatch, s.expertRanks, perPeer * sentRow);
    dispatch.inputBytes = tokens * hidden * bf16Bytes;
    dispatch.outputBytes = tokens * rowsSent(s, m) * sentRow;
    parts.push_back(dispatch);
    if (load.routedRows > 0)
        parts.push_back(feedForward(OperatorKind::RoutedExperts, m, n.experts, load.routedRows,
                                    load.routedExperts, inner));
    if (load.sharedRows > 0)
        parts.push_back(feedForward(OperatorKind::SharedExperts, m, n.experts, load.sharedRows,
                                    load.sharedExperts, inner));
    Operator combine = exchange(OperatorKind::Combine, Exchange::Combine, s.expertRanks, perPeer * backRow);
    combine.inputBytes = tokens * rowsSent(s, m) * backRow;
    combine.outputBytes = tokens * hidden * bf16Bytes;
    parts.push_back(combine);
    return parts;
}

} // namespace

LayerParts denseLayer(const ModelSpec& m, const Execution& run, const Batch& batch) {
    const double hidden = m.hidden.value, tokens = batch.tokens() / run.sharding.promptRanks;
    const int ranks = run.sharding.tensorRanks;
    LayerParts parts = parts::attention(m, run, batch);
    if (ranks > 1)
        parts.push_back(
            exchange(OperatorKind::AttentionReduce, Exchange::AllReduce, ranks, tokens * hidden * bf16Bytes));
    parts.push_back(parts::norm(OperatorKind::FfnNorm, tokens, hidden));
    parts.push_back(feedForward(OperatorKind::DenseFfn, m, run.numbers.projection, tokens, 1,
                                double(m.dense->inner.value) / ranks));
    if (ranks > 1)
        parts.push_back(
            exchange(OperatorKind::FfnReduce, Exchange::AllReduce, ranks, tokens * hidden * bf16Bytes));
    return parts;
}

LayerParts expertLayer(const ModelSpec& m, const Execution& run, const Batch& batch, const ExpertLoad& load) {
    const int ranks = run.sharding.tensorRanks;
    const double rowBytes = batch.tokens() * m.hidden.value * bf16Bytes;
    LayerParts parts = parts::attention(m, run, batch);
    if (ranks > 1)
        parts.push_back(exchange(OperatorKind::AttentionReduce, Exchange::ReduceScatter, ranks, rowBytes));
    append(parts, expertParts(m, run, run.tokensPerRank(batch), load));
    if (ranks > 1)
        parts.push_back(exchange(OperatorKind::TokenGather, Exchange::AllGather, ranks, rowBytes));
    return parts;
}

LayerParts inputParts(const ModelSpec& m, const Execution&, const Batch& batch) {
    const double rows = batch.tokens() * m.hidden.value * bf16Bytes;
    return {{.kind = OperatorKind::Embedding, .rate = {}, .inputBytes = rows, .outputBytes = rows}};
}

LayerParts outputParts(const ModelSpec& m, const Execution& run, double rows) {
    const double hidden = m.hidden.value, vocabulary = m.vocabulary.value;
    return {parts::norm(OperatorKind::FinalNorm, rows, hidden),
            parts::product(OperatorKind::Head, rows, hidden, vocabulary / run.sharding.tensorRanks,
                           run.numbers.head)};
}

LayerParts predictionParts(const ModelSpec& m, const Execution& run, const Batch& batch,
                           const ExpertLoad& load, double rows) {
    const double hidden = m.hidden.value, tokens = batch.tokens();
    LayerParts parts = inputParts(m, run, batch);
    parts.push_back(parts::norm(OperatorKind::InputNorm, tokens, 2 * hidden));
    parts.push_back(parts::product(OperatorKind::PredictionJoint, tokens, 2 * hidden,
                                   hidden / run.sharding.tensorRanks, run.numbers.projection));
    append(parts, m.experts ? expertLayer(m, run, batch, load) : denseLayer(m, run, batch));
    append(parts, outputParts(m, run, rows));
    return parts;
}

double flopsOf(const LayerParts& parts) {
    double sum = 0;
    for (const Operator& part : parts)
        sum += part.flops;
    return sum;
}

double bytesOf(const LayerParts& parts) {
    double sum = 0;
    for (const Operator& part : parts)
        sum += part.allBytes();
    return sum;
}

double weightBytesOf(const LayerParts& parts) {
    double sum = 0;
    for (const Operator& part : parts)
        sum += part.weightBytes;
    return sum;
}

const Operator* find(const LayerParts& parts, OperatorKind kind) {
    for (const Operator& part : parts)
        if (part.kind == kind)
            return &part;
    return nullptr;
}

std::string_view toString(OperatorKind kind) {
    for (const auto& [value, word] : words)
        if (value == kind)
            return word;
    return "";
}

} // namespace supernode
