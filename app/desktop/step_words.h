// SPDX-License-Identifier: GPL-3.0-or-later
// What a step of the history is called: "Size: 1 KiB", "All-reduce", "link rate 28 to 56 GB/s".
//
// Pure; any thread. In the language of the moment in which the step was made.
#pragma once

#include "model/scenario/scenario.h"

#include <QString>

namespace supernode {

// Promise: a step of the workload names what was turned. [StepWords.AWorkloadNamesWhatWasTurned]
QString workStep(const Workload& before, const Workload& after, const SystemSpec& system);
QString factStep(const SetFact& set, const SystemSpec& system);

} // namespace supernode
