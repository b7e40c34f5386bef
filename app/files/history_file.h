// SPDX-License-Identifier: GPL-3.0-or-later
// A history from and to JSON: what is saved while one works, and found again after a crash.
//
// {"schema": 1, "kind": "history", "present": 4, "steps": [{"step": 0, "parent": -1, "text", "name", "redo",
// "scenario": {…}}, …]}. Errors: issues by field; steps without a parent before them. Limit: a history of
// more than 4 MiB is written as its present step alone, which then is its beginning. Promise: what was
// written is read back, to the bit. [ChangeTree.TenThousandRandomSequencesLoseNothing]
#pragma once

#include "app/files/change_tree.h"
#include "app/files/scenario_file.h"

#include <functional>
#include <string>
#include <string_view>

namespace supernode {

// What stands under "system" for a machine: its id, or the path of its file.
using SystemReference = std::function<std::string(const SystemSpec& system)>;

std::string writeHistory(const ChangeTree& tree, const SystemReference& reference = {});
Result<ChangeTree> readHistory(std::string_view json, const SystemLookup& systems);

} // namespace supernode
