// SPDX-License-Identifier: GPL-3.0-or-later
// Where the router of a mixture of experts sends a token, as expectations.
//
// A token picks top-k different experts; a set of them is picked with a chance in proportion to the product
// of the popularities of its members. Experts stand in order on the ranks, in equal numbers; with fewer
// experts than ranks each stands on several in equal parts. The most popular experts get the copies, share
// their tokens evenly over them, and with copies the slots are dealt out to the least loaded rank, as an
// expert balancer does; without copies nothing is balanced. Errors: top-k above the experts, slots that do
// not fill the ranks, popularities of the wrong number, more than the model can hold (ranks x experts x top-k
// up to 200 million). Promise: expectations are those of trying every set.
// [MoeRoute.ExpectationsAreThoseOfTryingEverySet]
#pragma once

#include "model/base/result.h"
#include "model/scenario/workloads.h"

#include <cstdint>
#include <vector>

namespace supernode {

// One message for each of its experts, or one for each rank that hosts some of them.
enum class Copies : std::uint8_t { PerExpert, PerRank };

// A further copy of the expert with most tokens on one rank, on another; in the order in which they are made.
struct RankCopy {
    std::size_t from = 0, onto = 0;
};
struct MoeSpread {
    std::vector<double> messages;          // that a token sends to each rank, in the mean
    std::vector<double> rows;              // that a rank gets of a token; the sum is top-k
    std::vector<std::vector<int>> experts; // of each rank, those with most rows first
    std::vector<std::size_t> useless;      // copies that did nothing: the expert was there already
};
// Promise: a copy halves what its expert sends to the first one. [MoeRoute.ACopyTakesItsEvenPart]
Result<MoeSpread> spreadOf(const MoeRoute& route, std::size_t ranks, Copies copies,
                           const std::vector<RankCopy>& more = {});

// Messages that a token sends to each rank, in the mean; the sum is top-k when each expert gets its own.
Result<std::vector<double>> messagesPerToken(const MoeRoute& route, std::size_t ranks, Copies copies);

// Bytes of one message. `scales`: of an 8-bit token; empty: one of 4 bytes for 128 elements. NVFP4 has one
// byte for 16 elements; BF16 has none.
double messageBytes(int hidden, ElementFormat element, std::optional<Bytes> scales);

} // namespace supernode
