// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of each workload by their names in a scenario file: one list for reading, writing and checking.
//
// visitFields(workload, visit) calls visit(name, member, range) in the order of the file. The range holds for
// numbers, in the unit that the name gives (bytes, tokens, a plain share); other members ignore it. Members
// that are no plain number, word or text (lists, "largest-that-fits") are written in workload_json.cpp.
#pragma once

#include "model/scenario/workloads.h"

#include <concepts>

namespace supernode {

struct Range {
    double least = 0, most = 0;
};
// 2^60 bytes: above any memory of the family, far below where doubles lose whole bytes in sums.
constexpr Range byteRange{1e-9, 1152921504606846976.0};
constexpr Range rankRange{0, 1e6}; // 0: all
constexpr Range tokenRange{1, 1e8};
constexpr Range countRange{1, 1e6};
constexpr Range seedRange{0, 9007199254740992.0};
constexpr Range zipfRange{0, 8};
constexpr Range shareRange{0, 1};
constexpr Range none{};

template <class W, class Of>
concept Is = std::same_as<std::remove_const_t<W>, Of>;

template <class V>
void visitFields(Is<Ranks> auto& w, V&& v) {
    v("ranks", w.count, rankRange);
    v("placement", w.placement, none);
}
template <class V>
void visitFields(Is<PointToPoint> auto& w, V&& v) {
    v("operation", w.operation, none);
    v("target", w.target, none);
    v("scope", w.scope, none);
    v("from", w.from, none);
    v("to", w.to, none);
    v("network", w.network, none);
    v("bytes", w.bytes, byteRange);
}
template <class V>
void visitFields(Is<AllToAll> auto& w, V&& v) {
    v("operation", w.operation, none);
    visitFields(w.ranks, v);
    v("zipf", w.zipf, zipfRange);
    v("network", w.network, none);
    v("bytes", w.bytes, byteRange);
}
template <class W>
concept Reduction = Is<W, AllReduce> || Is<W, AllGather> || Is<W, ReduceScatter>;
template <class V>
void visitFields(Reduction auto& w, V&& v) {
    v("operation", w.operation, none);
    visitFields(w.ranks, v);
    v("algorithm", w.algorithm, none);
    v("network", w.network, none);
    v("bytes", w.bytes, byteRange);
}
template <class V>
void visitFields(Is<Broadcast> auto& w, V&& v) {
    v("operation", w.operation, none);
    visitFields(w.ranks, v);
    v("algorithm", w.algorithm, none);
    v("from", w.from, none);
    v("network", w.network, none);
    v("bytes", w.bytes, byteRange);
}
template <class V>
void visitFields(Is<Permutation> auto& w, V&& v) {
    v("operation", w.operation, none);
    visitFields(w.ranks, v);
    v("seed", w.seed, seedRange);
    v("network", w.network, none);
    v("bytes", w.bytes, byteRange);
}
template <class V>
void visitFields(Is<Incast> auto& w, V&& v) {
    v("operation", w.operation, none);
    visitFields(w.ranks, v);
    v("to", w.to, none);
    v("network", w.network, none);
    v("bytes", w.bytes, byteRange);
}
template <class V>
void visitFields(Is<Hotspot> auto& w, V&& v) {
    v("operation", w.operation, none);
    visitFields(w.ranks, v);
    v("to", w.to, none);
    v("share", w.share, shareRange);
    v("network", w.network, none);
    v("bytes", w.bytes, byteRange);
}
template <class V>
void visitFields(Is<MoeRoute> auto& w, V&& v) {
    visitFields(w.ranks, v);
    v("tokens_per_rank", w.tokensPerRank, tokenRange);
    v("top_k", w.topK, countRange);
    v("hidden", w.hidden, countRange);
    v("experts", w.experts, countRange);
    v("redundant", w.redundant, rankRange);
    v("zipf", w.zipf, zipfRange);
}
template <class W>
concept MoeTransfer = Is<W, MoeDispatch> || Is<W, MoeCombine>;
template <class V>
void visitFields(MoeTransfer auto& w, V&& v) {
    visitFields(w.route, v);
    v("element", w.element, none);
    v("network", w.network, none);
}
template <class V>
void visitFields(Is<KvTransfer> auto& w, V&& v) {
    v("operation", w.operation, none);
    v("senders", w.senders, countRange);
    v("receivers", w.receivers, countRange);
    v("network", w.network, none);
    v("bytes", w.bytes, byteRange);
}
template <class V>
void visitFields(Is<Flows> auto& w, V&& v) {
    v("operation", w.operation, none);
}
template <class V>
void visitFields(Is<Decode> auto& w, V&& v) {
    v("model", w.model, none);
    v("chips", w.chips, rankRange);
    v("precision", w.precision, none);
    v("context_tokens", w.contextTokens, tokenRange);
    v("output_tokens", w.outputTokens, tokenRange);
    v("mtp_acceptance", w.mtpAcceptance, shareRange);
    v("microbatches", w.microbatches, Range{1, 2});
    v("expert_balance", w.balance, none);
    v("tensor_parallel", w.tensorParallel, rankRange);
    v("redundant_experts", w.redundantExperts, rankRange);
}
template <class V>
void visitFields(Is<Prefill> auto& w, V&& v) {
    v("model", w.model, none);
    v("chips", w.chips, rankRange);
    v("precision", w.precision, none);
    v("tokens_per_chip", w.tokensPerChip, tokenRange);
    v("prompt_tokens", w.promptTokens, tokenRange);
    v("expert_balance", w.balance, none);
    v("microbatches", w.microbatches, Range{1, 2});
    v("cached_fraction", w.cachedFraction, shareRange);
    v("cache_network", w.cacheNetwork, none);
    v("tensor_parallel", w.tensorParallel, rankRange);
    v("redundant_experts", w.redundantExperts, rankRange);
    v("prompt_ranks", w.promptRanks, countRange);
}
template <class V>
void visitFields(Is<Serving> auto& w, V&& v) {
    v("model", w.model, none);
    v("precision", w.precision, none);
    v("prefill_instances", w.prefillInstances, countRange);
    v("prefill_chips", w.prefillChips, countRange);
    v("decode_instances", w.decodeInstances, countRange);
    v("decode_chips", w.decodeChips, countRange);
    v("prompt_tokens", w.promptTokens, tokenRange);
    v("output_tokens", w.outputTokens, tokenRange);
    v("arrivals_per_second", w.arrivalsPerSecond, Range{1e-6, 1e9});
    v("cached_fraction", w.cachedFraction, shareRange);
    v("mtp_acceptance", w.mtpAcceptance, shareRange);
    v("first_token_limit_ms", w.firstTokenLimitMs, Range{1e-3, 1e9});
    v("output_token_limit_ms", w.outputTokenLimitMs, Range{1e-3, 1e9});
    v("transfer_network", w.transferNetwork, none);
}
template <class V>
void visitFields(Is<TrainingStep> auto& w, V&& v) {
    v("model", w.model, none);
    v("chips", w.chips, rankRange);
    v("precision", w.precision, none);
    v("sequence_tokens", w.sequenceTokens, tokenRange);
    v("global_batch", w.globalBatch, Range{1, 1e9});
    v("microbatch", w.microbatch, countRange);
    v("tensor_parallel", w.tensorParallel, countRange);
    v("pipeline_parallel", w.pipelineParallel, countRange);
    v("context_parallel", w.contextParallel, countRange);
    v("expert_parallel", w.expertParallel, countRange);
    v("virtual_stages", w.virtualStages, countRange);
    v("optimizer", w.optimizer, none);
    v("recompute", w.recompute, none);
    v("prediction_modules", w.predictionModules, Range{0, 8});
}
template <class V>
void visitFields(Is<Specification> auto&, V&&) {}

} // namespace supernode
