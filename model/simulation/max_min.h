// SPDX-License-Identifier: GPL-3.0-or-later
// Max-min fair sharing: no flow can go faster without slowing one that is not faster.
//
// Exact progressive filling with weights (rate = weight x level, levels are compared) and limits of flows; a
// flow over a resource of capacity 0 gets 0. Answers are within 1e-9 (relative) of the exact ones, up to a
// million flows on one resource; cost O(P) for P uses, see filling.h. Limit: what a fast flow leaves to a
// slow one on the same resource is known to 2e-16 of the fast one: 1e2 beside 1e13 to 2e-5.
// Errors: problems that check() refuses are not for this room. Thread: a MaxMin object belongs to one thread
// at a time, the function is pure. Promise: a saturated resource is shared equally.
// [MaxMin.SharesASaturatedLinkEqually] Promise: each flow has a full resource on which none is faster.
// [MaxMin.EachFlowHasAFullResourceOnWhichNoneIsFaster] Promise: a flow over a dead resource stands still and
// names it. [MaxMin.StopsAFlowOverADeadResource] Promise: parts that share no resource are solved as if each
// were alone. [MaxMin.SolvesPartsThatShareNothingAsIfEachWereAlone] Promise: the last flow of a million on
// one port is as exact as the first. [MaxMin.KeepsItsDigitsAmongAMillionFlows]
#pragma once

#include "model/simulation/filling.h"
#include "model/traffic/sharing_problem.h"

#include <cstdint>
#include <stop_token>
#include <vector>

namespace supernode {

struct Sharing {
    std::vector<double> rate;             // per flow, bytes per second; infinite where nothing holds the flow
    std::vector<std::uint32_t> limitedBy; // per flow, the resource that stopped it; none: its own limit
    Completion completion = Completion::Whole; // when cancelled, rates are not to be used
};

struct SharingOptions {
    std::stop_token stop; // looked at a few thousand times a second
};

Sharing shareMaxMin(const SharingProblem& problem, const SharingOptions& options = {});

// The same, keeping its memory from one problem to the next.
class MaxMin {
public:
    void solve(const SharingProblem& problem, Sharing& sharing, const SharingOptions& options = {});

private:
    Filling m_filling;
};

} // namespace supernode
