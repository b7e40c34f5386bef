// SPDX-License-Identifier: GPL-3.0-or-later
// The proof that rates are max-min fair, checked without solving anything.
//
// Rates are fair when no resource carries more than its capacity and each flow is at its limit or has a full
// resource on which no flow has a higher level (rate over weight). There is exactly one such answer.
// Cost: O(P). Sums are compensated; `tolerance` is relative to the level of the flow that is looked at, and
// to the capacity for feasibility.
// Promise: rates that are moved are refused. [Certificate.RefusesRatesThatAreMoved]
#pragma once

#include "model/simulation/max_min.h"

#include <optional>
#include <string>

namespace supernode {

// Nothing when the rates are fair; else the first fault in a sentence.
std::optional<std::string> certify(const SharingProblem& problem, const Sharing& sharing,
                                   double tolerance = 1e-9);

} // namespace supernode
