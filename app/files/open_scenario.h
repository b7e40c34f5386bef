// SPDX-License-Identifier: GPL-3.0-or-later
// A scenario or a system by the name a person gives it: a preset, a built-in id, a path, or a take-home code.
//
// Errors: the issues of the readers; those of a system file name that file in their field.
#pragma once

#include "model/scenario/scenario.h"

#include <filesystem>
#include <string>

namespace supernode {

// The name of a preset, the path of a scenario file, or a take-home code (scenario_code.h). The path of a
// system file asks that machine for an all-to-all.
Result<Scenario> openScenario(const std::string& nameOrPath);

// A built-in id, or the path of a system file; relative paths start in `folder`.
Result<SystemPtr> openSystem(const std::string& reference, const std::filesystem::path& folder);

// The path of the system file that a scenario file names or that it is; "" for a machine that comes with the
// program, and for what is neither. For those who write the scenario again, into another folder.
std::string systemFileOf(const std::string& scenarioPath);

// The same with the data of the language model that its workload names, among those that are built in.
// Errors: a model that is not known, with those that are.
Result<Scenario> withModel(Scenario scenario);

} // namespace supernode
