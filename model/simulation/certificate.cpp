// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulation/certificate.h"

#include "model/simulation/filling_parts.h"

#include <algorithm>

namespace supernode {

std::optional<std::string> certify(const SharingProblem& problem, const Sharing& sharing, double tolerance) {
    std::vector<Sum> load(problem.resources());
    std::vector<double> highest(problem.resources());
    for (std::size_t f = 0; f < problem.flows(); ++f)
        for (const Use use : problem.usesOf(f)) {
            load[use.resource].add(use.load * sharing.rate[f]);
            highest[use.resource] = std::max(highest[use.resource], sharing.rate[f] / problem.weightOf(f));
        }
    for (std::size_t r = 0; r < load.size(); ++r)
        if (!(load[r].value() <= problem.capacity[r] * (1 + tolerance)))
            return "resource " + std::to_string(r) + " carries more than its capacity";
    for (std::size_t f = 0; f < problem.flows(); ++f) {
        const double rate = sharing.rate[f], level = rate / problem.weightOf(f);
        if (rate > problem.limitOf(f) * (1 + tolerance))
            return "flow " + std::to_string(f) + " is above its limit";
        bool held = rate >= problem.limitOf(f) * (1 - tolerance);
        for (const Use use : problem.usesOf(f))
            held = held ||
                   // How much faster the flow could go is measured by its own rate, but for rounding of sums.
                   (problem.capacity[use.resource] - load[use.resource].value() <=
                        tolerance * use.load * rate + 1e-14 * problem.capacity[use.resource] &&
                    highest[use.resource] <= level * (1 + tolerance));
        if (!held)
            return "flow " + std::to_string(f) + " could go faster";
    }
    return std::nullopt;
}

} // namespace supernode
