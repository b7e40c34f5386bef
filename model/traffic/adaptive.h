// SPDX-License-Identifier: GPL-3.0-or-later
// The split that keeps the largest load small: what each pair puts on each of its ways.
//
// Minimises the largest load / capacity over all resources. Small problems (up to mostExact numbers in the
// table) are linear programs, solved exactly by the simplex method. Larger ones are improved step by step
// until the largest load is proved to be within 1 % of the least possible one, or mostWork is done; the
// proof is a lower bound from weights on the resources (duality), given in the answer. Unit: seconds where
// loads are bytes and capacities bytes per second. Thread: pure.
// Promise: the bound holds and is met. [Adaptive.FindsTheLeastLargestLoad]
#pragma once

#include "model/traffic/sharing_problem.h"

#include <stop_token>
#include <vector>

namespace supernode {

struct SplitProblem {
    std::vector<double> capacity;              // per resource, > 0
    std::vector<std::uint32_t> firstOption{0}; // pairs + 1; each pair has an option
    std::vector<std::uint32_t> firstUse{0};    // options + 1
    std::vector<Use> uses;                     // load when all of the pair goes this way

    std::size_t pairs() const { return firstOption.size() - 1; }
    std::size_t options() const { return firstUse.size() - 1; }
};

struct Split {
    static constexpr std::size_t mostExact = 400'000;
    static constexpr double mostWork = 3e8; // uses looked at

    std::vector<double> share; // per option; of one pair they add up to 1
    double largest = 0;        // load / capacity
    double bound = 0;          // no split has less
};

// When told to stop, any split.
Split leastLargestLoad(const SplitProblem& problem, const std::stop_token& stop = {});

} // namespace supernode
