// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/simulation/random_problems.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace supernode::test {

void addRandomFlow(SharingProblem& problem, Random& random, const Spice& spice) {
    const auto resources = static_cast<std::uint32_t>(problem.resources());
    std::vector<std::uint32_t> order(resources);
    std::iota(order.begin(), order.end(), 0u);
    std::vector<Use> uses;
    for (std::uint32_t i = 0, n = 1 + random.below(std::min(4u, resources)); i < n; ++i) {
        std::swap(order[i], order[i + random.below(resources - i)]);
        uses.push_back({order[i], spice.loads ? 0.25 * (1 + random.below(8)) : 1.0});
    }
    const double weight = spice.weights && random.below(2) ? 0.5 * (1 + random.below(9)) : 1.0;
    const bool limited = spice.limits && random.below(4) == 0;
    problem.addFlow(uses, weight, limited ? random.below(40) : SharingProblem::unlimited);
}

SharingProblem randomProblem(Random& random, const Spice& spice) {
    SharingProblem problem;
    const std::uint32_t resources = 1 + random.below(12), flows = 1 + random.below(30);
    for (std::uint32_t r = 0; r < resources; ++r)
        problem.addResource(spice.dead && random.below(15) == 0 ? 0 : 1 + random.below(100));
    for (std::uint32_t f = 0; f < flows; ++f)
        addRandomFlow(problem, random, spice);
    return problem;
}

std::vector<double> ratesByHand(const SharingProblem& p) {
    std::vector<double> rate(p.flows(), -1); // negative: open
    for (;;) {
        std::vector<double> left = p.capacity, demand(p.resources());
        for (std::size_t f = 0; f < p.flows(); ++f)
            for (const Use use : p.usesOf(f)) {
                if (rate[f] < 0)
                    demand[use.resource] += use.load * p.weightOf(f);
                else
                    left[use.resource] -= use.load * rate[f];
            }
        const auto share = [&](std::size_t r) { return std::max(left[r], 0.0) / demand[r]; };
        const auto levelOf = [&](std::size_t f) { // at which this flow would stop now
            double level = p.limitOf(f) / p.weightOf(f);
            for (const Use use : p.usesOf(f))
                level = std::min(level, share(use.resource));
            return level;
        };
        double next = std::numeric_limits<double>::infinity();
        for (std::size_t f = 0; f < p.flows(); ++f)
            if (rate[f] < 0)
                next = std::min(next, levelOf(f));
        std::vector<std::size_t> stopped;
        for (std::size_t f = 0; f < p.flows(); ++f)
            if (rate[f] < 0 && levelOf(f) <= next * (1 + 1e-13))
                stopped.push_back(f);
        if (stopped.empty())
            return rate;
        for (const std::size_t f : stopped)
            rate[f] = next * p.weightOf(f);
    }
}

} // namespace supernode::test
