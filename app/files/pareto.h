// SPDX-License-Identifier: GPL-3.0-or-later
// Which of many answers nothing beats: the Pareto front of two numbers.
//
// An answer is beaten by another one that is at least as good in both numbers and better in one; equal ones
// stand together. Pure; any thread. Cost: n log n. Answers without numbers are on no front; there is none
// where it is not said for both numbers what is better.
// Promise: nothing on the front is beaten, and all else is. [Pareto.TheFrontIsWhatNothingBeats]
#pragma once

#include "model/workload/metric.h"

#include <optional>
#include <utility>
#include <vector>

namespace supernode {

using ScoredPoint = std::optional<std::pair<double, double>>;
std::vector<bool> paretoFront(const std::vector<ScoredPoint>& points, Metric::Better first,
                              Metric::Better second);

} // namespace supernode
