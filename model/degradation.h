// SPDX-License-Identifier: GPL-3.0-or-later
// How a machine wanes: the headline of a scenario with more and more parts of one kind failed at random.
//
// Each point is the median and the worst of some draws; a draw of more parts keeps those of fewer
// (random_parts.h). A draw that the model refuses (nothing gets through any more) counts as nothing and is
// counted; so does a draw that cuts living endpoints off from each other, because what the others still
// exchange among themselves is not the same work. Endpoints that failed themselves ask for nothing any more.
// The scenario's own failures stay. Cost: one evaluation for each draw of each point. Deterministic; pure;
// any thread. Errors: those of evaluate for the scenario itself; a kind that the machine does not have.
#pragma once

#include "model/evaluate.h"

namespace supernode {

struct DegradationQuestion {
    std::string part = "planes"; // a word of partKinds()
    std::vector<int> down = {};  // empty: usualSteps() of those that stand
    int draws = 5;
    std::uint64_t seed = 1;
};

struct DegradationPoint {
    int down = 0;
    double median = 0, worst = 0; // of the metric, in its unit
    int refused = 0;              // draws
    bool operator==(const DegradationPoint&) const = default;
};

struct DegradationCurve {
    std::string part;
    Metric whole; // the headline, with nothing more failed
    std::vector<DegradationPoint> points;
};

// 0 to `parts` for up to 8 parts; else 0, 1, 2, 4, ... or, of very many, 0, 1, 4, 16, ..., no more than 512
// and a quarter of them: as many as a small chart has room for.
std::vector<int> usualSteps(int parts);

// Promise: each plane that fails takes its share of an all-to-all.
// [Degradation.EachPlaneTakesItsShareOfAnAllToAll]
// Promise: what is left between neighbours is not the whole work.
// [Degradation.APairThatIsCutOffEndsTheWholeWork]
// Told to stop, it is refused as evaluate is.
Result<DegradationCurve> degradationCurve(const Scenario& scenario, const DegradationQuestion& question,
                                          const std::stop_token& stop = {});

} // namespace supernode
