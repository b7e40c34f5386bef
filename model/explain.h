// SPDX-License-Identifier: GPL-3.0-or-later
// Why a metric has its value: its formula with the values filled in, and what moves it.
//
// A sensitivity is the relative change of the metric for one per cent more of one input, in per cent, the
// rest unchanged: the whole model is asked again with that input moved. Quantities are moved by one per cent,
// counts by one and scaled; a machine or a workload that would be impossible then is left out. Inputs: every
// fact of the system but those of the hall and the choice of a published power, and every number of the
// workload. Limit: a first difference, not a derivative; where another resource takes over within that per
// cent, it shows what really happens. Cost: one evaluation per input, some sixty. Pure; any thread. Errors:
// those of evaluate; a metric that this workload does not have (with those that it has).
#pragma once

#include "model/evaluate.h"

#include <optional>
#include <stop_token>

namespace supernode {

struct Sensitivity {
    std::string path;                    // "fabric.link_rate", "workload.bytes"
    double value = 0;                    // of the input, in `unit`
    std::string unit;                    // as its source prints it
    double effect = 0;                   // per cent of the metric for one per cent more of the input
    std::optional<Provenance> from = {}; // of a fact; empty for what the scenario asks

    bool operator==(const Sensitivity&) const = default;
};

struct Explanation {
    OutcomePtr outcome;
    Metric metric;
    // Those that move it, most first.
    std::vector<Sensitivity> sensitivities;
};

// Promise: twice the link rate is felt as the sensitivity says. [Explain.TheLinkRateMovesAnAllToAll]
// Told to stop, it is refused as evaluate is, after the evaluation in hand.
Result<Explanation> explain(const Scenario& scenario, std::string_view metric,
                            const std::stop_token& stop = {});

} // namespace supernode
