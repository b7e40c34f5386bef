// SPDX-License-Identifier: GPL-3.0-or-later
// One thing about a scenario that takes several values, and a scenario with one of them.
//
// PATH=A,B,C or PATH=FROM:TO:STEP (both ends included). PATH is "system", "routing", "package", "workload."
// and a field of the workload block, "fail" (elements joined by +, "random 5 modules seed 2" among them; or
// "none": the machine as the scenario has it), or a fact of the system file ("fabric.link_rate", in the
// fact's own unit), which takes along what follows from it, as fact_knobs.h says. Thread: values. Errors:
// issues whose field is the path. Limit: 100,000 values. Promise: a range holds both of its ends.
// [Variation.ARangeHoldsBothOfItsEnds] Promise: a fact takes along what follows from it.
// [Variation.AFactTakesAlongWhatFollowsFromIt]
#pragma once

#include "model/scenario/scenario.h"

#include <string>
#include <vector>

namespace supernode {

struct Variation {
    std::string path;
    std::vector<std::string> values; // as they were written; at least one
    bool operator==(const Variation&) const = default;
};

Result<Variation> readVariation(const std::string& text);

// Names of elements, which cannot be known without wiring the machine, are refused by evaluate.
Result<Scenario> withValue(Scenario scenario, const std::string& path, const std::string& value);

} // namespace supernode
