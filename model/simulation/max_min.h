// SPDX-License-Identifier: GPL-3.0-or-later
// Max-min fair sharing: no flow can go faster without slowing one that is not faster.
//
// Progressive filling: all rates rise together; the resource with the least fair share fills first, its flows
// stop at that share, the rest go on. A share never falls while others freeze, so a lazy heap finds the next
// resource exactly. Cost: O(P log R) with P the uses and R the resources. Promise: a saturated resource is
// shared equally. [MaxMin.SharesASaturatedLinkEqually] Promise: each flow has a full resource on which none
// is faster. [MaxMin.EachFlowHasAFullResourceOnWhichNoneIsFaster]
#pragma once

#include "model/traffic/sharing_problem.h"

#include <cstdint>
#include <span>
#include <vector>

namespace supernode {

struct Sharing {
    std::vector<double> rate;             // per flow, bytes per second; 0 when not active
    std::vector<std::uint32_t> limitedBy; // per flow, the resource that stopped it; none when not active
};

// `active` has one entry per flow; empty means all.
Sharing shareMaxMin(const SharingProblem& problem, std::span<const std::uint8_t> active = {});

} // namespace supernode
