// SPDX-License-Identifier: GPL-3.0-or-later
// The question in words: lines under systems, chips for what-ifs; size and operation where a workload has
// them.
//
// Pure; any thread.
#pragma once

#include "model/scenario/scenario.h"
#include "views/panels/change_chips.h"

#include <QString>

namespace supernode {

// "384 × Ascend 910C · 7 planes"
QString subtitleOf(const SystemSpec& system);
QString plural(const std::string& word, int count); // "768 dies"

Bytes sizeOf(const Workload& workload);
Workload withSize(Workload workload, Bytes size);
Operation operationOf(const Workload& workload);
Workload withOperation(Workload workload, Operation operation);

ChangeChip chipOf(const Change& change, const SystemSpec& system);

} // namespace supernode
