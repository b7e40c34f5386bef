// SPDX-License-Identifier: GPL-3.0-or-later
// The question in words: lines under systems and workloads, chips for what-ifs, steps of the sliders.
//
// Pure; any thread. Sizes go in powers of two from 1 KiB to 1 GiB.
// Promise: every workload keeps its size and operation when another kind is chosen.
// [QuestionWords.ANewKindKeepsSizeAndOperation]
#pragma once

#include "model/scenario/scenario.h"
#include "views/panels/change_chips.h"

#include <QString>

#include <array>

namespace supernode {

// In the order in which the panel lists them; Specification is no choice of the panel.
enum class WorkloadKind { AllToAll, Permutation, Incast, PointToPoint };
constexpr std::array<WorkloadKind, 4> workloadKinds{WorkloadKind::AllToAll, WorkloadKind::Permutation,
                                                    WorkloadKind::Incast, WorkloadKind::PointToPoint};

int rowOf(const Workload& workload); // -1 for a Specification
QString titleOf(WorkloadKind kind);
// "768 dies, 64 MiB each"
QString subtitleOf(const Workload& workload, const SystemSpec& system);
// "384 × Ascend 910C · 7 planes"
QString subtitleOf(const SystemSpec& system);
QString plural(const std::string& word, int count); // "768 dies"

// The default of a kind with the size, operation and seed of `like` where both have one.
Workload workloadOf(WorkloadKind kind, const Workload& like);

Bytes sizeOf(const Workload& workload);
Workload withSize(Workload workload, Bytes size);
Operation operationOf(const Workload& workload);
Workload withOperation(Workload workload, Operation operation);

constexpr int sizeSteps = 20; // 2^10 ... 2^30 bytes
int sizeStep(Bytes size);     // the nearest, 0..sizeSteps
Bytes sizeAt(int step);

ChangeChip chipOf(const Change& change, const SystemSpec& system);

} // namespace supernode
