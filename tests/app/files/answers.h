// SPDX-License-Identifier: GPL-3.0-or-later
// What the machines as they ship answer, and what they refuse.
#pragma once

#include "model/outcome/outcome.h"
#include "model/system/facts_of_system.h"

#include <cmath>
#include <string>
#include <string_view>
#include <vector>

namespace supernode {

Result<OutcomePtr> ask(const char* system, const Workload& workload, std::vector<Change> changes = {});

// A metric of an answer. NaN and a failure when it was refused or has no such metric.
double value(const Result<OutcomePtr>& outcome, const char* id);

// The sentence of a refusal; "" and a failure when there is an answer.
std::string refusal(const Result<OutcomePtr>& outcome);

bool says(const std::string& sentence, const std::string& part);

// The number of a fact as its source prints it; NaN: the system has none of that name.
struct Shown {
    double value = NAN;
    Dimension dimension = Dimension::Number;
};
Shown shownOf(const SystemSpec& system, std::string_view path);

} // namespace supernode
