// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/training_parts.h"

#include "model/workload/attention_parts.h"

#include <algorithm>

namespace supernode {
namespace {

constexpr double fp32 = 4; // bytes

bool isNormOfRows(OperatorKind kind) {
    return kind == OperatorKind::InputNorm || kind == OperatorKind::FfnNorm;
}

bool isFeedForward(OperatorKind kind) {
    return kind == OperatorKind::DenseFfn || kind == OperatorKind::RoutedExperts ||
           kind == OperatorKind::SharedExperts;
}

// Products whose input is what a norm put out.
bool followsNorm(OperatorKind kind) {
    return kind == OperatorKind::DownProjection || kind == OperatorKind::QueryKeyValueProjection ||
           kind == OperatorKind::QueryProjection || kind == OperatorKind::Router;
}

// Rows of a feed-forward part, from what it reads: rows x (hidden + inner) numbers.
struct FfnRows {
    double outer = 0, inner = 0; // numbers
};
FfnRows rowsOf(const TrainingRun& r, const Operator& part) {
    const double inner = part.kind == OperatorKind::DenseFfn
                             ? double(r.model.dense->inner.value) / r.run.sharding.tensorRanks
                             : r.model.experts->inner.value;
    const double width =
        part.kind == OperatorKind::DenseFfn ? r.run.numbers.projection.input : r.run.numbers.experts.input;
    const double rows = part.inputBytes / ((r.hidden() + inner) * width);
    return {rows * r.hidden(), rows * inner};
}

// Read as BF16, written along both axes.
Operator castOf(const TrainingRun& r, double numbers) {
    return {.kind = OperatorKind::Cast,
            .rate = {},
            .inputBytes = numbers * bf16Bytes,
            .outputBytes = 2 * numbers * r.run.numbers.projection.input};
}

// Numbers that products of 8 bits take in and no norm wrote; 0 for others.
double castBefore(const TrainingRun& r, const Operator& part) {
    if (part.rate != MatrixRate::EightBit)
        return 0;
    if (isFeedForward(part.kind))
        return rowsOf(r, part).inner;
    return part.kind == OperatorKind::OutputProjection ? part.inputBytes / r.run.numbers.output.input : 0;
}

// Reads what the first products made; of what it writes, what the feed-forward part does not count.
Operator activationOf(const TrainingRun& r, const Operator& part) {
    const double inner = rowsOf(r, part).inner;
    return {.kind = OperatorKind::Activation,
            .rate = {},
            .inputBytes = inner * (r.model.ffnMatrices.value - 1) * bf16Bytes,
            .outputBytes = inner * (bf16Bytes - r.run.numbers.projection.input)};
}

// Numbers that they put out.
double castBehind(const TrainingRun& r, const Operator& part) {
    if (part.rate != MatrixRate::EightBit)
        return 0;
    if (isFeedForward(part.kind))
        return rowsOf(r, part).outer + rowsOf(r, part).inner * (r.model.ffnMatrices.value - 1);
    return part.outputBytes / bf16Bytes;
}

// Every context rank has as many pairs: n of S tokens take part in n (S + 1) / 2 of them; alone they would
// have n (n + 1) / 2. It sees the keys and values of all.
void shareContext(const TrainingRun& r, LayerParts& parts) {
    const double own = r.sequenceTokens / r.context;
    for (Operator& part : parts)
        if (part.kind == OperatorKind::Attention) {
            part.flops *= (r.sequenceTokens + 1) / (own + 1);
            part.cacheBytes *= r.context;
        }
}

} // namespace

TrainingRun trainingRun(const ModelSpec& model, const TrainingLayout& layout, const TrainingStep& w,
                        SendRule sends) {
    Execution run;
    run.attention = AttentionForm::Expanded;
    run.numbers = numbersOf(w.precision, model.hidden.value);
    run.sharding.tensorRanks = layout.tensor;
    run.sharding.expertRanks = model.experts ? layout.expert : 1;
    run.sharding.sends = sends;
    return {model, run, double(w.microbatch), double(w.sequenceTokens), layout.context, w.predictionModules};
}

LayerParts trainingLayer(const TrainingRun& r, bool experts) {
    const Batch batch{r.sequences, r.sequenceTokens / r.context, 0};
    LayerParts parts;
    if (experts) {
        ExpertLoad load = evenRoutedLoad(r.run.sharding, r.model, r.run.tokensPerRank(batch));
        load.routedExperts = expertSlots(r.run.sharding, r.model);
        parts = expertLayer(r.model, r.run, batch, load);
    } else {
        parts = denseLayer(r.model, r.run, batch);
    }
    const double ranks = r.run.sharding.tensorRanks;
    for (Operator& part : parts)
        if (isNormOfRows(part.kind) && !(experts && part.kind == OperatorKind::FfnNorm)) {
            part.inputBytes /= ranks; // of an expert layer the second norm has its part already
            part.outputBytes /= ranks;
        }
    if (r.context > 1)
        shareContext(r, parts);
    LayerParts all;
    for (const Operator& part : parts) {
        if (const double numbers = castBefore(r, part); numbers > 0)
            all.push_back(castOf(r, numbers));
        all.push_back(part);
        if (isFeedForward(part.kind))
            all.push_back(activationOf(r, part));
    }
    return all;
}

LayerParts trainingHead(const TrainingRun& r) {
    Execution run = r.run;
    run.numbers.head = MatrixNumbers{};
    LayerParts parts = outputParts(r.model, run, r.tokens());
    parts.front().inputBytes /= r.run.sharding.tensorRanks;
    parts.front().outputBytes /= r.run.sharding.tensorRanks;
    return parts;
}

LayerParts trainingJoint(const TrainingRun& r) {
    const double ranks = r.run.sharding.tensorRanks;
    LayerParts parts = inputParts(r.model, r.run, {r.sequences, r.sequenceTokens / r.context, 0});
    parts.push_back(parts::norm(OperatorKind::InputNorm, r.tokens() / ranks, 2 * r.hidden()));
    parts.push_back(parts::product(OperatorKind::PredictionJoint, r.tokens(), 2 * r.hidden(),
                                   r.hidden() / ranks, r.run.numbers.projection));
    return parts;
}

LayerParts backwardOf(const TrainingRun& r, const LayerParts& forward) {
    LayerParts parts;
    for (auto ahead = forward.rbegin(); ahead != forward.rend(); ++ahead) {
        Operator part = *ahead;
        if (part.kind == OperatorKind::Cast)
            continue;
        if (const double numbers = castBehind(r, part); numbers > 0)
            parts.push_back(castOf(r, numbers));
        const double width = part.rate == MatrixRate::Bf16              ? bf16Bytes
                             : part.kind == OperatorKind::RoutedExperts ? r.run.numbers.experts.weight
                                                                        : r.run.numbers.projection.weight;
        const double sums = 2 * part.weightBytes / width * fp32; // gradients of weights, read and written
        part.flops *= part.kind == OperatorKind::Attention ? 2.5 : 2;
        part.inputBytes *= 2;
        part.outputBytes *= 2;
        part.cacheBytes = 2 * part.cacheBytes + sums;
        parts.push_back(part);
    }
    return parts;
}

LayerParts madeAgain(const TrainingRun& r, const LayerParts& forward, Recompute how) {
    if (how == Recompute::Full)
        return forward;
    LayerParts again;
    if (how == Recompute::None)
        return again;
    for (const Operator& part : forward) {
        if (isNormOfRows(part.kind) || part.kind == OperatorKind::LatentNorm)
            again.push_back(part);
        if (!isFeedForward(part.kind))
            continue;
        // Reads what the first products made, writes what the last one takes.
        Operator activation{.kind = part.kind, .rate = {}};
        activation.inputBytes = rowsOf(r, part).inner * (r.model.ffnMatrices.value - 1) * bf16Bytes;
        activation.outputBytes = rowsOf(r, part).inner * r.run.numbers.projection.input;
        again.push_back(activation);
    }
    return again;
}

Bytes keptBytes(const TrainingRun& r, const LayerParts& forward, Recompute how) {
    const double ranks = r.run.sharding.tensorRanks;
    if (how == Recompute::Full)
        return bytes(r.tokens() * r.hidden() * bf16Bytes / ranks);
    const bool all = how == Recompute::None;
    double kept = 0;
    for (const Operator& part : forward) {
        if (isFeedForward(part.kind)) {
            const FfnRows rows = rowsOf(r, part);
            // Rows that came from other ranks cannot be made again without asking for them again.
            const bool routed = part.kind == OperatorKind::RoutedExperts;
            const double outer = routed ? rows.outer
                                 : all  ? rows.outer / (part.kind == OperatorKind::DenseFfn ? ranks : 1)
                                        : 0;
            kept += (outer + (all ? rows.inner : 0)) * r.run.numbers.projection.input +
                    rows.inner * (r.model.ffnMatrices.value - 1) * bf16Bytes;
        } else if (followsNorm(part.kind)) {
            // Rows of the whole model are kept in parts; those of latent vectors by every rank.
            const bool latent = part.kind == OperatorKind::QueryProjection;
            const bool shared = part.kind == OperatorKind::Router; // the experts keep the same
            if (all && !shared)
                kept += part.inputBytes / (latent ? 1 : ranks);
        } else if (part.kind == OperatorKind::Attention) {
            kept += part.inputBytes + part.cacheBytes / (r.context > 1 ? r.context : 1);
        } else if (isNormOfRows(part.kind) || part.kind == OperatorKind::LatentNorm || part.rate) {
            kept += part.inputBytes;
        }
    }
    return bytes(kept);
}

Bytes keptByHead(const TrainingRun& r) {
    const double logits = r.tokens() * r.model.vocabulary.value / r.run.sharding.tensorRanks;
    return bytes(logits * fp32 + 2 * r.tokens() * r.hidden() * bf16Bytes / r.run.sharding.tensorRanks);
}

Bytes keysAndValues(const TrainingRun& r) {
    const ModelSpec& m = r.model;
    const double ranks = r.run.sharding.tensorRanks;
    double numbers = 0;
    if (m.grouped)
        numbers = 2 * std::max(1.0, m.grouped->kvHeads.value / ranks) * m.grouped->headSize.value;
    else
        numbers = m.heads.value / ranks * (m.latent->nopeSize.value + m.latent->valueSize.value) +
                  m.latent->ropeSize.value;
    return bytes(r.tokens() * numbers * bf16Bytes);
}

RankParameters layerParameters(const TrainingRun& r, bool experts) {
    TrainingRun plain = r;
    plain.run.numbers = Numbers{};
    RankParameters sum;
    for (const Operator& part : trainingLayer(plain, experts))
        (part.kind == OperatorKind::RoutedExperts ? sum.routed : sum.dense) += part.weightBytes / bf16Bytes;
    return sum;
}

RankParameters moduleParameters(const TrainingRun& r) {
    const double joint = 2 * r.hidden() * r.hidden() / r.run.sharding.tensorRanks;
    return layerParameters(r, r.model.experts.has_value()) + RankParameters{joint, 0};
}

RankParameters tableParameters(const TrainingRun& r) {
    return {embeddingParameters(r.model) / r.run.sharding.tensorRanks, 0};
}

double modelFlopsOf(const ModelSpec& model, const Numbers& numbers, double sequenceTokens) {
    Execution run;
    run.attention = AttentionForm::Expanded;
    run.numbers = numbers;
    const TrainingRun alone{model, run, 1, sequenceTokens, 1};
    double forward = flopsOf(trainingHead(alone));
    if (model.denseLayers() > 0)
        forward += model.denseLayers() * flopsOf(trainingLayer(alone, false));
    if (model.expertLayers() > 0)
        forward += model.expertLayers() * flopsOf(trainingLayer(alone, true));
    return 3 * forward;
}

} // namespace supernode
