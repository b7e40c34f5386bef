// SPDX-License-Identifier: GPL-3.0-or-later
// What would help: single changes of a scenario, ranked by what they gain for one metric.
//
// Asked of the model one by one: taking back each what-if; a quarter more (or less) of each fact in the table
// of fact_knobs.h that the sensitivities of explain.h say moves the metric most, counts by at least one;
// other routings; other ways to do the same work (algorithm, placement, microbatches, tensor parallelism).
// Limit: one change at a time, and only those; some forty evaluations beside those of explain. Pure; any
// thread. Errors: those of explain.
#pragma once

#include "model/evaluate.h"

namespace supernode {

struct Help {
    enum class Kind : std::uint8_t { TakeBack, Fact, Work, Routing };
    Kind kind = Kind::Fact;
    std::string path;                  // of the fact or field; of a what-if the element or fact it is about
    std::string from, to;              // words, where it is a choice
    double fromValue = 0, toValue = 0; // else numbers, in the fact's own unit
    Scenario scenario = {};            // with it
    double value = 0;                  // of the metric then
    double gain = 0;                   // relative, above 0
};

struct HelpList {
    Metric metric;          // as it is
    std::vector<Help> list; // most gain first; none below 0.1 %
};

// Promise: restoring what is failed stands first when it is what slows.
// [Help.RestoringAFailedPlaneStandsAmongTheFirst]
// Told to stop, it is refused as evaluate is.
Result<HelpList> whatWouldHelp(const Scenario& scenario, std::string_view metric,
                               const std::stop_token& stop = {});

} // namespace supernode
