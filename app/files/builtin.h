// SPDX-License-Identifier: GPL-3.0-or-later
// What the program brings along: systems, language models, presets, published cases, facts and claims,
// embedded at build time.
//
// They are read by the same parsers as a user's own files, each time they are asked for (milliseconds).
// Errors: only unknown names; that the embedded files are sound is tested.
// Promise: every embedded file is read without an issue. [Builtin.EveryEmbeddedFileIsSound]
#pragma once

#include "app/files/case_file.h"
#include "app/files/claim_file.h"
#include "app/files/fact_file.h"
#include "model/scenario/scenario.h"
#include "model/workload/model_spec.h"

#include <string>
#include <string_view>
#include <vector>

namespace supernode {

std::vector<SystemPtr> builtinSystems();         // the two that are compared, CloudMatrix 384 first
std::vector<std::string> builtinSystemNames();   // all of them: "cloudmatrix384", "cloudmatrix-256", ...
SystemPtr builtinSystem(std::string_view id);    // null when there is none of that id
std::vector<ModelPtr> builtinModels();           // DeepSeek-R1 first
ModelPtr builtinModel(std::string_view id);      // null when there is none of that id
std::vector<std::string> builtinScenarioNames(); // "all-to-all", ...
Result<Scenario> builtinScenario(std::string_view name);
std::vector<PublishedCase> builtinCases();
FactTable builtinFacts();
std::vector<Claim> builtinClaims();

} // namespace supernode
