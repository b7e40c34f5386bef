// SPDX-License-Identifier: GPL-3.0-or-later
// One layer of a language model as the operators that one rank runs, with what each computes, reads, writes
// and sends.
//
// Units: FLOPs with a multiply-add as 2; bytes to and from the HBM of the rank, weights read once per step.
// Decode multiplies queries with the cached latent vectors ("absorbed"); prefill makes keys and values of
// every head from them first ("expanded"), of the cached prefix too. Grouped-query attention is the same in
// both. Attention of a sequence with c cached and n new tokens is causal: n c + n (n + 1) / 2 pairs. Matrix
// products write BF16. A feed-forward part writes and reads its inner row once (activation fused). With
// tensor ranks, a dense layer all-reduces after attention and after its feed-forward part; a layer of experts
// reduce-scatters after attention, so that each rank sends its share of the tokens, and all-gathers at its
// end. Left out: exponentials, sampling, gathering the parts of the head's output, re-reading of keys by
// blocks of queries in prefill, all below the products beside them. Thread: pure functions of values.
// Preconditions: check(ModelSpec) and check(Sharding) found nothing. Promise: matrix products of a model are
// twice its active parameters a token. [Operators.ProductsAreTwiceTheActiveParameters] Promise: weights of
// one rank that holds all are the parameters. [Operators.WeightsAreTheParameters]
#pragma once

#include "model/workload/numbers.h"
#include "model/workload/sharding.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace supernode {

enum class OperatorKind : std::uint8_t {
    Embedding,
    InputNorm,
    DownProjection, // latent attention: to the short vectors of queries, keys and values
    LatentNorm,
    QueryProjection,
    KeyAbsorption,
    LatentGather, // short vectors of all tokens, to every rank that shares the prompts
    KeyValueExpansion,
    HeadScatter,             // rows of own tokens against those of own heads
    QueryKeyValueProjection, // grouped-query attention
    Attention,
    TokenScatter, // and back
    ValueAbsorption,
    OutputProjection,
    AttentionReduce,
    Cast,       // of rows to 8 bits, in training
    Activation, // where no product does it on its way, in training
    FfnNorm,
    DenseFfn,
    FfnReduce,
    Router,
    Dispatch,
    RoutedExperts,
    SharedExperts,
    Combine,
    TokenGather,
    PredictionJoint,
    FinalNorm,
    Head
};
std::string_view toString(OperatorKind kind); // "routed experts"

enum class Exchange : std::uint8_t { Dispatch, Combine, AllReduce, ReduceScatter, AllGather, AllToAll };

// Dispatch and combine: `bytes` from this rank to each of `ranks` ranks that hold experts, itself included,
// mean. Collectives among `ranks` ranks: `bytes` is the whole vector, before it is scattered or after it was
// gathered; all to all: what one rank has, an even part of which goes to each.
struct Message {
    Exchange exchange = Exchange::Dispatch;
    int ranks = 1;
    double bytes = 0;

    bool operator==(const Message&) const = default;
};

struct Operator {
    OperatorKind kind = OperatorKind::Embedding;
    std::optional<MatrixRate> rate; // empty: no matrix product
    double flops = 0;
    double weightBytes = 0; // read
    double cacheBytes = 0;  // keys and values that are read
    double inputBytes = 0;  // read
    double outputBytes = 0; // written
    std::optional<Message> message{};

    double readBytes() const { return weightBytes + cacheBytes + inputBytes; }
    double allBytes() const { return readBytes() + outputBytes; }
    bool operator==(const Operator&) const = default;
};

using LayerParts = std::vector<Operator>; // in the order in which they run

double flopsOf(const LayerParts& parts);
double bytesOf(const LayerParts& parts);
double weightBytesOf(const LayerParts& parts);
const Operator* find(const LayerParts& parts, OperatorKind kind); // null when there is none

enum class AttentionForm : std::uint8_t { Absorbed, Expanded }; // of latent attention

// The sequences of one rank, or of one group of tensor ranks or of ranks that share prompts; mean values need
// not be whole.
struct Batch {
    double sequences = 0;
    double newTokens = 1; // of each: 1, or more when tokens are predicted ahead; the prompt in prefill
    double cached = 0;    // of each: tokens whose keys and values are there already

    double tokens() const { return sequences * newTokens; }
    double context() const { return cached + newTokens; }
    double pairs() const { return sequences * (newTokens * cached + newTokens * (newTokens + 1) / 2); }
    bool operator==(const Batch&) const = default;
};

struct Execution {
    AttentionForm attention = AttentionForm::Absorbed;
    Sharding sharding{};
    Numbers numbers{};

    // Tokens of a batch that one rank sends to experts.
    double tokensPerRank(const Batch& batch) const {
        return batch.tokens() / sharding.tensorRanks / sharding.promptRanks;
    }
    bool operator==(const Execution&) const = default;
};

LayerParts denseLayer(const ModelSpec& model, const Execution& run, const Batch& batch);
// `load` is what the experts of this rank get: evenRoutedLoad(), sharedRankLoad(), or that of a hot rank.
LayerParts expertLayer(const ModelSpec& model, const Execution& run, const Batch& batch,
                       const ExpertLoad& load);

LayerParts inputParts(const ModelSpec& model, const Execution& run, const Batch& batch);
// `rows` tokens whose successor is wanted: all of a decode step, the last of each prompt.
LayerParts outputParts(const ModelSpec& model, const Execution& run, double rows);
// One module that predicts a further token: joint, a layer as the last one of the model, and the head.
LayerParts predictionParts(const ModelSpec& model, const Execution& run, const Batch& batch,
                           const ExpertLoad& load, double rows);

} // namespace supernode
