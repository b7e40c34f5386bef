// SPDX-License-Identifier: GPL-3.0-or-later
// What the sheets say about parts, steps and changes that would help, in the language.
//
// Pure; any thread. Numbers as everywhere: modelled ones with three digits.
#pragma once

#include "app/files/change_tree.h"
#include "model/help.h"
#include "views/panels/break_panel.h"
#include "views/panels/help_panel.h"
#include "views/panels/history_panel.h"

#include <functional>

namespace supernode {

std::vector<BreakablePart> breakableParts(const Outcome& outcome);
QString partTitle(std::string_view word); // "optical modules"

// Depth first, branches behind the step they grew out of. `headline`: of a step, null until it was answered.
// Promise: branches stand behind their step. [WhatIfWords.BranchesStandBehindTheirStep]
std::vector<HistoryEntry> historyEntries(const ChangeTree& tree, std::optional<int> compared,
                                         const std::function<const Metric*(int)>& headline);

// "Link rate: 28 GB/s → 35 GB/s", "plane 3 restored".
QString textOf(const Help& help, const Scenario& now, const SystemSpec& system);
std::vector<HelpEntry> helpEntries(const HelpList& list, const Scenario& now, const SystemSpec& system);
QString valueOf(const Metric& metric, double value); // "150 TB/s"

} // namespace supernode
