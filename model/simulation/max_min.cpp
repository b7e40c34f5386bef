// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulation/max_min.h"

#include "model/simulation/certificate.h"

#include <cassert>

namespace supernode {
namespace {

const double* orNull(const std::vector<double>& values) { return values.empty() ? nullptr : values.data(); }

} // namespace

void MaxMin::solve(const SharingProblem& problem, Sharing& sharing, const SharingOptions& options) {
    sharing.rate.resize(problem.flows());
    sharing.limitedBy.resize(problem.flows());
    const FillingProblem view{problem.firstUse,       problem.resource.data(), orNull(problem.load),
                              orNull(problem.weight), orNull(problem.limit),   problem.capacity};
    sharing.completion = m_filling.run(view, {sharing.rate, sharing.limitedBy}, options.stop);
    if (!problem.weight.empty())
        for (std::size_t f = 0; f < sharing.rate.size(); ++f)
            sharing.rate[f] *= problem.weight[f];
    assert(sharing.completion == Completion::Cancelled || !certify(problem, sharing));
}

Sharing shareMaxMin(const SharingProblem& problem, const SharingOptions& options) {
    Sharing sharing;
    MaxMin().solve(problem, sharing, options);
    return sharing;
}

} // namespace supernode
