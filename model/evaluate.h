// SPDX-License-Identifier: GPL-3.0-or-later
// The front door of the model: a question in, an answer out.
//
// Pure, re-entrant and deterministic: no clock, no file, no global, no random device. Any thread.
// Errors: the issues of check(system) and check(scenario), and names of elements that do not exist.
#pragma once

#include "model/outcome/outcome.h"

#include <stop_token>

namespace supernode {

// `previous` only saves work: its fabric is shared when the machine is the same. The answer never depends on
// it. A question that is stopped before its links are shared out is refused; field "". Promise: the same
// scenario gives the same outcome. [Evaluate.IsDeterministic] Promise: a stopped question is not answered by
// half. [Evaluate.AStoppedQuestionIsRefused]
Result<OutcomePtr> evaluate(const Scenario& scenario, const Outcome* previous = nullptr,
                            const std::stop_token& stop = {});

} // namespace supernode
