// SPDX-License-Identifier: GPL-3.0-or-later
// Dispatch and combine of a mixture of experts as plans: a start-up, then the messages.
//
// Every rank sends its tokens to the ranks of their experts, as many as messagesPerToken() expects; the part
// that stays on its own rank does not travel, and the hottest rank sets the pace. Before the messages pass
// the start-up of the kernel (quantise, count, notify), one step latency for each of the log2(ranks) rounds
// in which the ranks find each other ready, and the passes of the hottest rank's messages through its memory
// that the wire does not hide; each is a wait of its own name. A combine is the way back. Routing as in
// collective_plan.h. Ranks that are down keep their place: what goes to them is undelivered.
// Errors: those of messagesPerToken, fewer than two ranks, more than there are, another network.
// Promise: the hottest rank sets the pace. [Moe.TheHottestRankSetsThePace]
#pragma once

#include "model/traffic/collective_traffic.h"
#include "model/workload/plan.h"

namespace supernode {

Result<Plan> planOf(const Asked& asked, const MoeDispatch& workload);
Result<Plan> planOf(const Asked& asked, const MoeCombine& workload);

// The same for any set of ranks, as layers of a language model need it. `ranks` are endpoint indices.
enum class MoeDirection : std::uint8_t { Dispatch, Combine };
struct MoeJob {
    MoeDirection direction = MoeDirection::Dispatch;
    MoeRoute route = {}; // its ranks are not read
    ElementFormat element = ElementFormat::Int8;
    std::vector<std::uint32_t> ranks = {};
    RouteBy by = {};
};
// Copies of experts are those of the state.
Result<Plan> moePlan(const Fabric& fabric, const FabricState& state, const MoeJob& job,
                     std::vector<Issue>& warnings);

// The same for rows that the caller has shared out: rank i sends out[i] x in[j] bytes to rank j.
struct MoeExchange {
    MoeDirection direction = MoeDirection::Dispatch;
    std::vector<std::uint32_t> ranks = {};
    std::vector<double> out = {}, in = {};
};
// How long it takes, as moePlan counts.
struct MoeTime {
    std::vector<Wait> waits;
    Duration wire;
    StepLoads loads; // refers to the ways
};
MoeTime moeTime(const NodeWays& ways, const MoeExchange& exchange, std::vector<Issue>& warnings);
// Several at the same time, alike, on ranks of their own; at least one.
MoeTime moeTime(const NodeWays& ways, const std::vector<MoeExchange>& alike, std::vector<Issue>& warnings);

// How the kernels of a machine send: from its facts.
double messageBytesOn(const SystemSpec& system, int hidden, ElementFormat element);

} // namespace supernode
