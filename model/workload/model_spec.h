// SPDX-License-Identifier: GPL-3.0-or-later
// One language model as data: its shape, and who says so; and what follows from the shape alone.
//
// Scope: decoder-only transformers with grouped-query attention (all heads may have keys of their own) or
// multi-head latent attention, with dense layers first and mixture-of-experts layers after them.
// Left out: biases, the norms of single heads and learned positions, below 0.03 % of the parameters.
// Thread: a value; shared as shared_ptr<const ModelSpec>.
#pragma once

#include "model/system/system_spec.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace supernode {

// Each key and value head serves heads / kvHeads query heads.
struct GroupedAttention {
    Count kvHeads;
    Count headSize;

    bool operator==(const GroupedAttention&) const = default;
};

// Keys and values of all heads are made from one short vector per token, the only one that is cached.
struct LatentAttention {
    Count keyValueRank; // numbers in that vector
    Count queryRank;    // queries are made from a short vector too
    Count ropeSize;     // per token, with the position in it; cached beside the vector
    Count nopeSize;     // per head, without position
    Count valueSize;    // per head

    bool operator==(const LatentAttention&) const = default;
};

struct DenseFfn {
    Count layers; // the first ones; the others hold experts
    Count inner;

    bool operator==(const DenseFfn&) const = default;
};

struct ExpertFfn {
    Count routed;         // in each layer
    Count shared;         // used by every token
    Count perToken;       // routed experts that a token uses
    Count inner;          // of one expert
    Count groups;         // a token's experts come from groupsPerToken of these
    Count groupsPerToken; // equal to groups: no limit

    bool operator==(const ExpertFfn&) const = default;
};

struct ModelSpec {
    std::string id;   // "deepseek-r1"
    std::string name; // "DeepSeek-R1"
    std::string maker;
    std::map<std::string, Source> sources;
    Count layers;
    Count hidden;
    Count heads;
    Count vocabulary;
    Count embeddingTables;                   // 2: the head has its own; 1: it shares that of the input
    Count ffnMatrices;                       // 3: gated; 2: plain
    Count predictionDepth;                   // modules that predict further tokens; 0: none
    std::optional<GroupedAttention> grouped; // exactly one of the two
    std::optional<LatentAttention> latent;
    std::optional<DenseFfn> dense;    // absent: every layer holds experts
    std::optional<ExpertFfn> experts; // absent: every layer is dense
    Count publishedParameters;        // billions, as its makers print it
    std::optional<Count> publishedActive;

    bool operator==(const ModelSpec&) const = default;

    int denseLayers() const { return dense ? dense->layers.value : 0; }
    int expertLayers() const { return layers.value - denseLayers(); }
};

using ModelPtr = std::shared_ptr<const ModelSpec>;

// Every way in which the numbers cannot be a model; empty when they can. Refused: counts below 1 or above
// 10,000,000, both kinds of attention or neither, heads that kvHeads does not divide, layers that are neither
// dense nor hold experts, more experts per token than there are, groups that do not divide the experts.
std::vector<Issue> check(const ModelSpec& model);

// Calls visit(path, Count&) for each number in the order of the model file, and visit(path, optional<Count>&)
// for the one that may be absent; parts that are absent are passed over. Model is ModelSpec or const.
template <class Model, class Visit>
void visitModelFacts(Model& m, Visit&& visit) {
    visit("shape.layers", m.layers);
    visit("shape.hidden", m.hidden);
    visit("shape.heads", m.heads);
    visit("shape.vocabulary", m.vocabulary);
    visit("shape.embedding_tables", m.embeddingTables);
    visit("shape.ffn_matrices", m.ffnMatrices);
    visit("shape.prediction_depth", m.predictionDepth);
    if (m.grouped) {
        visit("grouped_attention.kv_heads", m.grouped->kvHeads);
        visit("grouped_attention.head_size", m.grouped->headSize);
    }
    if (m.latent) {
        visit("latent_attention.key_value_rank", m.latent->keyValueRank);
        visit("latent_attention.query_rank", m.latent->queryRank);
        visit("latent_attention.rope_size", m.latent->ropeSize);
        visit("latent_attention.nope_size", m.latent->nopeSize);
        visit("latent_attention.value_size", m.latent->valueSize);
    }
    if (m.dense) {
        visit("dense_ffn.layers", m.dense->layers);
        visit("dense_ffn.inner", m.dense->inner);
    }
    if (m.experts) {
        visit("experts.routed", m.experts->routed);
        visit("experts.shared", m.experts->shared);
        visit("experts.per_token", m.experts->perToken);
        visit("experts.inner", m.experts->inner);
        visit("experts.groups", m.experts->groups);
        visit("experts.groups_per_token", m.experts->groupsPerToken);
    }
    visit("published.parameters", m.publishedParameters);
    visit("published.active_parameters", m.publishedActive);
}

// Numbers that are learned, part by part. A count of parameters, held in a double: exact below 2^53.
// Promise: the sums are those that the makers publish. [ModelSpec.ParametersAddUpToThePublishedTotals]
double attentionParameters(const ModelSpec& model);  // of one layer, projections only
double denseFfnParameters(const ModelSpec& model);   // of one dense layer; 0 without
double expertParameters(const ModelSpec& model);     // of one expert; 0 without
double routerParameters(const ModelSpec& model);     // of one layer; 0 without experts
double embeddingParameters(const ModelSpec& model);  // one table
double parameters(const ModelSpec& model);           // without the modules that predict further tokens
double predictionParameters(const ModelSpec& model); // those modules; tables are shared with the model
// What one token is multiplied with; looking up its row of the input table is no multiplication.
double activeParameters(const ModelSpec& model);

// Numbers that attention caches for one token in one layer; in all layers, times the bytes of one number.
// Promise: DeepSeek-V3 caches 70,272 bytes a token in BF16. [ModelSpec.LatentAttentionCaches70272BytesAToken]
double cachedNumbersPerLayer(const ModelSpec& model);
Bytes cacheBytesPerToken(const ModelSpec& model, double bytesPerNumber);

} // namespace supernode
