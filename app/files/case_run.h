// SPDX-License-Identifier: GPL-3.0-or-later
// Runs published cases through the model: how far off is it?
//
// error = modelled / published - 1; for a published ratio of a change (quantity "..._change") the difference.
// A case that cannot run has no modelled value, and `missing` says why.
#pragma once

#include "app/files/case_file.h"

#include <optional>
#include <string>
#include <vector>

namespace supernode {

struct CaseResult {
    PublishedCase published;
    std::optional<double> modelled; // in the unit of the case
    double error = 0;
    std::string missing; // a sentence; empty when it ran

    bool ran() const { return modelled.has_value(); }
    bool within() const;
};

struct CaseSummary {
    std::size_t cases = 0;
    std::size_t run = 0;
    std::size_t within = 0;
    double medianError = 0; // of those that ran, without sign
    std::string worst;      // id; empty when none ran
};

// Promise: every case that the model can do is within its tolerance.
// [CaseRun.EveryCaseThatRunsIsWithinItsTolerance]
std::vector<CaseResult> runCases(const std::vector<PublishedCase>& cases);
CaseSummary summaryOf(const std::vector<CaseResult>& results);

} // namespace supernode
