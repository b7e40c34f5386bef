// SPDX-License-Identifier: GPL-3.0-or-later
// Take-home codes: a whole scenario in at most 120 characters that can be typed, printed and photographed.
//
// The short text of the scenario (short_scenario.h), deflated with a dictionary of its words where that makes
// it shorter, as a code with a check (typed_code.h). Pure; any thread. Errors: those of these parts; a
// scenario that is too large for a code, with what makes it long.
// Promise: a code gives the scenario back. [ScenarioCode.EveryPresetFitsAndComesBack]
// Promise: any one wrong character is refused. [ScenarioCode.EveryWrongCharacterOfEveryPresetIsRefused]
#pragma once

#include "model/scenario/scenario.h"

#include <string>
#include <string_view>

namespace supernode {

constexpr std::size_t mostCodeCharacters = 120; // hyphens included

Result<std::string> codeOf(const Scenario& scenario);

// With the data of the language model that the workload names.
Result<Scenario> scenarioOfCode(std::string_view code);

} // namespace supernode
