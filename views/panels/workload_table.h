// SPDX-License-Identifier: GPL-3.0-or-later
// The list of workloads as a visitor reads it: groups, titles, the line under each title, what is asked
// first.
//
// One row for each kind; a new kind is a row here. Pure; any thread.
// Promise: every kind that can be answered has its row. [WorkloadTable.EveryKindHasItsRow]
// Promise: what a row begins with fits on both machines. [WorkloadTable.WhatARowBeginsWithFitsTheMachine]
#pragma once

#include "model/scenario/scenario.h"

#include <QString>

#include <string_view>
#include <vector>

namespace supernode {

enum class WorkloadGroup { Moving, Collectives, Experts, Language };

struct WorkloadRow {
    WorkloadGroup group = WorkloadGroup::Moving;
    std::string_view kind; // as scenario files name it
    QString title;
    std::vector<std::string_view> first; // fields that are shown without unfolding
};

std::vector<WorkloadGroup> workloadGroups();
QString titleOf(WorkloadGroup group);
std::vector<WorkloadRow> workloadRows();
// Null where the list has no row for it: flows that were drawn, a data sheet.
const WorkloadRow* rowOf(const std::vector<WorkloadRow>& rows, const Workload& workload);

// What a click on a row asks: counts that suit the machine, size and operation of `like` where both have
// them.
Workload freshWorkload(std::string_view kind, const SystemSpec& system, const Workload& like);

// "DeepSeek-R1 on 160 NPUs, batch 96". `model` is the whole name of the language model.
QString summaryOf(const Workload& workload, const SystemSpec& system, const QString& model);

// Why a word cannot be chosen on this machine; "" when it can.
QString whyNot(std::string_view field, std::string_view word, const SystemSpec& system);

} // namespace supernode
