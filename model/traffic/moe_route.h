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

// Messages that a token sends to each rank, in the mean; the sum is top-k when each expert gets its own.
Result<std::vector<double>> messagesPerToken(const MoeRoute& route, std::size_t ranks, Copies copies);

// Bytes of one message. `scales`: of an 8-bit token; empty: one of 4 bytes for 128 elements. NVFP4 has one
// byte for 16 elements; BF16 has none.
double messageBytes(int hidden, ElementFormat element, std::optional<Bytes> scales);

} // namespace supernode
