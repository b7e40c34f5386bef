// SPDX-License-Identifier: GPL-3.0-or-later
// Results of published cases as the page of our own errors shows them.
#pragma once

#include "app/files/case_run.h"
#include "app/files/fact_file.h"
#include "views/panels/error_row.h"

namespace supernode {

ErrorView viewOf(const CaseResult& result, const SystemSpec* system);

// Median of the errors without sign, of those that ran and have this role; empty when none did.
std::optional<double> medianError(const std::vector<CaseResult>& results, CaseRole role);

// What the panel at the right says of one case: HTML paragraphs, with the source as a link where it has one.
QString detailOf(const CaseResult& result, const FactTable& facts);

// Worst first; those that did not run before all others.
// Promise: the worst result stands first. [ErrorWords.TheWorstStandsFirst]
std::vector<CaseResult> worstFirst(std::vector<CaseResult> results);

} // namespace supernode
