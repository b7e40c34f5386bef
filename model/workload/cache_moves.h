// SPDX-License-Identifier: GPL-3.0-or-later
// Caches of prompts on their way from the ranks of prefill to those of decode, over the damaged network.
//
// Each rank of prefill sends the cache of a prompt to one rank of decode, taken in turn. How long that takes
// is the mean over the ranks of prefill, no more of them sending at a time than there are receivers; in the
// mean over time requests come one by one and meet few others. Over the scale-up network at the measured
// share of a read, over others at line rate. Units: seconds, bytes. Errors: a network that the machine lacks,
// no rank of prefill that reaches its rank of decode.
// Promise: a link at half its rate takes twice as long. [CacheMoves.ASlowLinkTakesLonger]
#pragma once

#include "model/workload/plan.h"

#include <cstdint>
#include <span>

namespace supernode {

struct CacheMoves {
    double seconds = 0;        // of one prompt
    double senders = 0;        // ranks of prefill that reach their rank of decode: all prompts are theirs
    ExchangeLoadsPtr exchange; // one prompt from each rank of prefill
};
Result<CacheMoves> moveCaches(const Asked& asked, Network network, Bytes prompt,
                              std::span<const std::uint32_t> prefill, std::span<const std::uint32_t> decode);

} // namespace supernode
