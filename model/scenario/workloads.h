// SPDX-License-Identifier: GPL-3.0-or-later
// What a machine works on: one value for each kind of workload.
//
// Ranks are endpoints (dies of CloudMatrix, GPUs of NVL72); language-model workloads count chips. A count of
// 0 means all that there are. Collective sizes follow nccl-tests: `bytes` is the larger of the send and the
// receive buffer of one rank; they are done by a library as it was measured, unless the operation is line.
// Thread: values; copy them anywhere. Names of the fields in files, their ranges and units stand in
// workload_fields.h.
#pragma once

#include "model/base/units.h"
#include "model/system/network.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace supernode {

// Line: links carry payload at their full rate, an upper bound. Read, write: the share of the line rate and
// the latencies that were measured for this operation apply (TransferSpec).
enum class Operation : std::uint8_t { Line, Read, Write };
enum class Target : std::uint8_t { Endpoint, Cpu };
enum class Scope : std::uint8_t { IntraNode, InterNode };
// Packed: rank i is endpoint i. Scattered: ranks go round the nodes, one each.
enum class Placement : std::uint8_t { Packed, Scattered };
enum class Algorithm : std::uint8_t { Auto, Ring, HalvingDoubling, Direct, Hierarchical, InSwitch };
enum class ElementFormat : std::uint8_t { Bf16, Int8, Fp8, Nvfp4 }; // of a message

// Which ranks take part.
struct Ranks {
    int count = 0;
    Placement placement = Placement::Packed;
    bool operator==(const Ranks&) const = default;
};

struct PointToPoint {
    static constexpr std::string_view kind = "point-to-point";
    Operation operation = Operation::Line;
    Target target = Target::Endpoint;
    Scope scope = Scope::InterNode;
    Bytes bytes = mebibytes(1);
    std::string from = {}; // the endpoint that asks; "" picks the first pair that fits the scope
    std::string to = {};   // the endpoint or CPU that is read or written
    Network network = Network::ScaleUp;
    bool operator==(const PointToPoint&) const = default;
};
// Every rank sends bytes/ranks to every rank and keeps its own share, as nccl-tests counts it. With a Zipf
// exponent s the i-th receiver (in rank order) gets a part proportional to 1/i^s of what each rank sends.
struct AllToAll {
    static constexpr std::string_view kind = "all-to-all";
    Operation operation = Operation::Line;
    Bytes bytes = mebibytes(64); // held and sent by each rank
    Ranks ranks = {};
    double zipf = 0;
    std::vector<double> matrix = {}; // bytes, sender by sender (row-major); replaces bytes and zipf
    Network network = Network::ScaleUp;
    bool operator==(const AllToAll&) const = default;
};
struct AllReduce {
    static constexpr std::string_view kind = "all-reduce";
    Operation operation = Operation::Write;
    Ranks ranks = {};
    Algorithm algorithm = Algorithm::Auto;
    Bytes bytes = mebibytes(64); // reduced, on every rank
    Network network = Network::ScaleUp;
    bool operator==(const AllReduce&) const = default;
};
struct AllGather {
    static constexpr std::string_view kind = "all-gather";
    Operation operation = Operation::Write;
    Ranks ranks = {};
    Algorithm algorithm = Algorithm::Auto;
    Bytes bytes = mebibytes(64); // on every rank in the end; each contributes bytes/ranks
    Network network = Network::ScaleUp;
    bool operator==(const AllGather&) const = default;
};
struct ReduceScatter {
    static constexpr std::string_view kind = "reduce-scatter";
    Operation operation = Operation::Write;
    Ranks ranks = {};
    Algorithm algorithm = Algorithm::Auto;
    Bytes bytes = mebibytes(64); // on every rank at the start; each keeps bytes/ranks
    Network network = Network::ScaleUp;
    bool operator==(const ReduceScatter&) const = default;
};
struct Broadcast {
    static constexpr std::string_view kind = "broadcast";
    Operation operation = Operation::Write;
    Ranks ranks = {};
    Algorithm algorithm = Algorithm::Auto;
    std::string from = {}; // "" is rank 0
    Bytes bytes = mebibytes(64);
    Network network = Network::ScaleUp;
    bool operator==(const Broadcast&) const = default;
};
// Every rank sends `bytes` to one other and receives from one other: one random cycle through all ranks.
struct Permutation {
    static constexpr std::string_view kind = "permutation";
    Operation operation = Operation::Line;
    Bytes bytes = mebibytes(64);
    std::uint64_t seed = 1;
    Ranks ranks = {};
    Network network = Network::ScaleUp;
    bool operator==(const Permutation&) const = default;
};
// Every other rank sends `bytes` to one rank at once.
struct Incast {
    static constexpr std::string_view kind = "incast";
    Operation operation = Operation::Line;
    Bytes bytes = mebibytes(1);
    std::string to = {}; // "" picks the first endpoint
    Ranks ranks = {};
    Network network = Network::ScaleUp;
    bool operator==(const Incast&) const = default;
};
// An all-to-all in which each rank sends `share` of its bytes to one rank and the rest evenly to the others.
struct Hotspot {
    static constexpr std::string_view kind = "hotspot";
    Operation operation = Operation::Line;
    Ranks ranks = {};
    std::string to = {}; // "" picks the first endpoint
    double share = 0.1;
    Bytes bytes = mebibytes(64);
    Network network = Network::ScaleUp;
    bool operator==(const Hotspot&) const = default;
};
// What the router of a mixture of experts sends: the experts stand on the ranks in equal numbers; each token
// goes to top_k of them. Dispatch carries the hidden vector in `element`, combine brings it back.
struct MoeRoute {
    Ranks ranks = {};
    int tokensPerRank = 128;
    int topK = 8;
    int hidden = 7168;
    int experts = 256;
    int redundant = 0;                   // copies of the most popular experts, one more slot each
    double zipf = 0;                     // popularity of the experts
    std::vector<double> popularity = {}; // replaces zipf; one share an expert, any scale
    bool operator==(const MoeRoute&) const = default;
};
struct MoeDispatch {
    static constexpr std::string_view kind = "moe-dispatch";
    MoeRoute route = {};
    ElementFormat element = ElementFormat::Int8;
    Network network = Network::ScaleUp;
    bool operator==(const MoeDispatch&) const = default;
};
struct MoeCombine {
    static constexpr std::string_view kind = "moe-combine";
    MoeRoute route = {};
    ElementFormat element = ElementFormat::Bf16;
    Network network = Network::ScaleUp;
    bool operator==(const MoeCombine&) const = default;
};
// Caches of finished prompts move from the ranks that filled them to those that decode. The first `senders`
// ranks send `bytes` each, spread evenly over the `receivers` ranks after them.
struct KvTransfer {
    static constexpr std::string_view kind = "kv-transfer";
    Operation operation = Operation::Line;
    int senders = 32;
    int receivers = 320;
    Bytes bytes = mebibytes(256);
    Network network = Network::ScaleOut;
    bool operator==(const KvTransfer&) const = default;
};
// Drawn by hand or imported.
struct DrawnFlow {
    std::string from, to;
    Bytes bytes;
    Duration start;
    Network network = Network::ScaleUp;
    bool operator==(const DrawnFlow&) const = default;
};
struct Flows {
    static constexpr std::string_view kind = "flows";
    Operation operation = Operation::Line;
    std::vector<DrawnFlow> list = {};
    bool operator==(const Flows&) const = default;
};

// Number formats of a language model: of attention and dense layers, and of the experts where they differ.
enum class Precision : std::uint8_t { Bf16, Int8, Fp8, Fp8Nvfp4 };
// Perfect: every rank holds the mean load. Default: the skew that the model's routers showed.
enum class ExpertBalance : std::uint8_t { Default, Perfect };

struct Decode {
    static constexpr std::string_view kind = "decode";
    std::string model = "deepseek-r1";
    int chips = 0;
    Precision precision = Precision::Int8;
    int batchPerChip = 0; // requests; 0: the largest that fits
    int contextTokens = 4096;
    int outputTokens = 256;
    std::optional<double> mtpAcceptance = {}; // empty: no multi-token prediction
    int microbatches = 2;
    ExpertBalance balance = ExpertBalance::Default;
    int tensorParallel = 0;   // 0: as the model is usually served on this machine
    int redundantExperts = 0; // copies of experts in each layer; 0: as the model is usually served
    bool operator==(const Decode&) const = default;
};
struct Prefill {
    static constexpr std::string_view kind = "prefill";
    std::string model = "deepseek-r1";
    int chips = 0;
    Precision precision = Precision::Int8;
    int tokensPerChip = 16384;
    int promptTokens = 4096;
    ExpertBalance balance = ExpertBalance::Default;
    int microbatches = 2;
    double cachedFraction = 0;               // of the prompt, found in the context cache
    Network cacheNetwork = Network::ScaleUp; // over which the cached part arrives
    int tensorParallel = 0;
    int redundantExperts = 0; // copies of experts in each layer; 0: as the model is usually served
    int promptRanks = 1;      // ranks that share each prompt: its tokens, and in attention its heads
    bool operator==(const Prefill&) const = default;
};
struct Serving {
    static constexpr std::string_view kind = "serving";
    std::string model = "deepseek-r1";
    Precision precision = Precision::Int8;
    int prefillInstances = 6, prefillChips = 16; // chips of each instance
    int decodeInstances = 1, decodeChips = 160;
    int promptTokens = 4096, outputTokens = 256;
    double arrivalsPerSecond = 10;
    double cachedFraction = 0;
    std::optional<double> mtpAcceptance = 0.7;
    double firstTokenLimitMs = 2000, outputTokenLimitMs = 50;
    Network transferNetwork = Network::ScaleOut;
    bool operator==(const Serving&) const = default;
};
// What is made again in the backward pass instead of being kept. Selective: what norms and activation
// functions put out; full: all but the input of each layer.
enum class Recompute : std::uint8_t { None, Selective, Full };
// Sharded: each data rank keeps its part of the optimizer's numbers; copied: every one keeps all; fully
// sharded: each keeps its part of weights and gradients, too, and gathers a layer's weights when it needs
// them.
enum class OptimizerState : std::uint8_t { Sharded, Copied, FullySharded };

// One step of training. Data ranks are what the chips leave: endpoints / (tensor x context x pipeline).
struct TrainingStep {
    static constexpr std::string_view kind = "training-step";
    std::string model = "llama-3-70b";
    int chips = 0; // 0: the most that are up and share the batch evenly
    Precision precision = Precision::Bf16;
    int sequenceTokens = 8192;
    int globalBatch = 768; // sequences a step
    int microbatch = 1;    // sequences
    int tensorParallel = 8, pipelineParallel = 4, contextParallel = 1, expertParallel = 1;
    int virtualStages = 1; // parts of each pipeline stage that take turns; 1: plain 1F1B
    OptimizerState optimizer = OptimizerState::Sharded;
    Recompute recompute = Recompute::None;
    int predictionModules = 0; // that predict further tokens, trained beside the model
    bool operator==(const TrainingStep&) const = default;
};
// No traffic: only what the data sheet says.
struct Specification {
    static constexpr std::string_view kind = "specification";
    bool operator==(const Specification&) const = default;
};

using Workload = std::variant<AllToAll, Permutation, Incast, PointToPoint, Specification, AllReduce,
                              AllGather, ReduceScatter, Broadcast, Hotspot, MoeDispatch, MoeCombine,
                              KvTransfer, Flows, Decode, Prefill, Serving, TrainingStep>;

std::string_view kindOf(const Workload& workload);

} // namespace supernode
