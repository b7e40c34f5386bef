// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a machine has the ranks and chips that a workload asks for, and the nearest workload that it has.
//
// A count of 0 asks for all there are, and fits everywhere. Pure; any thread.
#pragma once

#include "model/scenario/workloads.h"
#include "model/system/system_spec.h"

namespace supernode {

// What the machine lacks, by field: "workload.ranks: GB200 NVL72 has 72, not 384"; empty when it has all.
std::optional<Issue> lacking(const Workload& workload, const SystemSpec& system);

// The same workload with no more ranks and chips than the machine has; empty where no single count can be
// lowered without changing what is asked (senders against receivers, instances of serving).
// Promise: only the count that is too large changes. [FittingWork.OnlyTheCountThatIsTooLargeChanges]
std::optional<Workload> fitted(const Workload& workload, const SystemSpec& system);

} // namespace supernode
