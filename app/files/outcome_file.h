// SPDX-License-Identifier: GPL-3.0-or-later
// An answer as JSON or CSV, for scripts and spreadsheets.
//
// JSON: {"scenario", "system", "metrics", "bottleneck", "phases", "fabric", "warnings"}; keys may be added,
// none will be renamed. CSV: one line for each metric under a head line. Numbers are written in full.
// Promise: the same outcome gives the same bytes. [OutcomeFile.TheSameOutcomeGivesTheSameBytes]
#pragma once

#include "model/outcome/outcome.h"

#include <string>

namespace supernode {

std::string outcomeToJson(const Outcome& outcome);
std::string outcomeToCsv(const Outcome& outcome);

} // namespace supernode
