// SPDX-License-Identifier: GPL-3.0-or-later
// A whole question from and to JSON.
//
// {"schema": 1, "system": "cloudmatrix384", "changes": [{"fail": "plane 3"}, {"slow": "node 18", "percent":
// 60},
// {"restore": "plane 3"}, {"set": "fabric.link_rate", "value": 200}], "workload": {...}}; the workload block
// is described in workload_json.h. Errors: issues by field, those of check(Scenario) too. Names of elements
// are checked when the model wires the machine. Limit: 65,536 changes. Promise: reading what was written
// gives the same scenario. [ScenarioFile.EveryWorkloadSurvivesTheRoundTrip] Promise: the same scenario gives
// the same bytes. [ScenarioFile.ThePresetsAreWrittenAsTheyStand]
#pragma once

#include "model/scenario/scenario.h"

#include <functional>
#include <string>
#include <string_view>

namespace supernode {

// Finds the machine that a scenario names: a built-in id or the path of a system file.
using SystemLookup = std::function<Result<SystemPtr>(const std::string& reference)>;

Result<Scenario> readScenario(std::string_view json, const SystemLookup& systems);

// `reference`: what stands under "system"; empty for the id of the scenario's system.
std::string writeScenario(const Scenario& scenario, std::string_view reference = {});

} // namespace supernode
