// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulation/fluid.h"

#include <algorithm>
#include <limits>

namespace supernode {
namespace {

// Joins stretches two by two with their mean rates, but for the first and the last.
void halve(std::vector<Stretch>& stretches) {
    std::vector<Stretch> merged;
    merged.push_back(std::move(stretches.front()));
    for (std::size_t i = 1; i < stretches.size(); i += 2) {
        Stretch joined = std::move(stretches[i]);
        if (i + 2 < stretches.size()) {
            const Stretch& next = stretches[i + 1];
            const double first = joined.end - joined.start, second = next.end - next.start;
            for (std::size_t f = 0; f < joined.rate.size(); ++f)
                joined.rate[f] = (joined.rate[f] * first + next.rate[f] * second) / (first + second);
            joined.end = next.end;
        }
        merged.push_back(std::move(joined));
        if (i + 2 == stretches.size())
            merged.push_back(std::move(stretches[i + 1]));
    }
    stretches = std::move(merged);
}

} // namespace

FluidRun runFluid(const Traffic& traffic) {
    FluidRun run;
    const std::size_t n = traffic.flows.size();
    std::vector<std::uint8_t> active(n, 1);
    std::vector<double> left(n);
    std::transform(traffic.flows.begin(), traffic.flows.end(), left.begin(),
                   [](const Flow& f) { return f.bytes; });
    run.finish.assign(n, 0.0);
    run.limitedBy.assign(n, Traffic::unused);
    for (std::size_t open = n; open > 0;) {
        Sharing sharing = shareMaxMin(traffic.sharing, active);
        double step = std::numeric_limits<double>::infinity();
        for (std::size_t f = 0; f < n; ++f)
            if (active[f])
                step = std::min(step, left[f] / sharing.rate[f]);
        const double start = run.end;
        run.end += step;
        for (std::size_t f = 0; f < n; ++f) {
            if (!active[f])
                continue;
            left[f] -= sharing.rate[f] * step;
            if (left[f] > traffic.flows[f].bytes * 1e-9)
                continue;
            active[f] = 0;
            --open;
            run.finish[f] = run.end;
            run.limitedBy[f] = sharing.limitedBy[f];
        }
        run.stretches.push_back({start, run.end, std::move(sharing.rate)});
        if (run.stretches.size() > 2 * FluidRun::mostStretches)
            halve(run.stretches);
    }
    while (run.stretches.size() > FluidRun::mostStretches)
        halve(run.stretches);
    return run;
}

} // namespace supernode
