// SPDX-License-Identifier: GPL-3.0-or-later
// The same work for machines of different size: the one rule that the board, the report and `supernode
// compare` share.
//
// Times can be held against each other only when both machines do the same work. So where each rank sends
// bytes of its own, all machines move the same number of bytes in all, shared out among the ranks that they
// have; per chip each chip sends the same number. Collectives keep the buffer of a rank, a transfer between
// two is the same everywhere, and language models are asked as they stand. The size that the scenario gives
// is that of a rank of its own machine. What a machine has not enough ranks or chips for is never made
// smaller in silence. Pure; any thread.
// Promise: both machines move the same bytes. [ComparedWork.PerSystemBothMoveTheSameBytes]
#pragma once

#include "model/outcome/comparison.h"
#include "model/scenario/scenario.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace supernode {

// What "the same" means for a workload under a switch.
enum class SameWork : std::uint8_t { BytesInAll, BytesOfAChip, BufferOfARank, OneTransfer, AsAsked };
SameWork sameWork(const Workload& workload, Per per);
// The rule as a sentence: "All machines send the same number of bytes in all, ...".
std::string sentenceOf(SameWork rule);

// The same workload for another machine: no changes, no more chips and ranks than there are, and ends that
// are named become the first that fit.
Scenario sameWorkOn(const Scenario& scenario, SystemPtr system);

// The scenario's work on another machine, healthy, scaled for the switch; the scenario itself on its own.
Scenario comparedWork(const Scenario& scenario, const SystemPtr& machine, Per per);

// One machine of a comparison: what it is asked, or why it cannot be asked and its data sheet instead.
struct ComparedSide {
    Scenario scenario;
    std::optional<Issue> cannot;
};
// A machine with its changes; null stands for the first machine as the scenario has it.
struct Contender {
    SystemPtr system;
    std::vector<Change> changes = {};
    bool operator==(const Contender&) const = default;
};
// The scenario first, then the others. Promise: what does not fit is refused, not made smaller.
// [ComparedWork.WhatDoesNotFitIsRefusedNotMadeSmaller]
std::vector<ComparedSide> comparedSides(const Scenario& scenario, std::span<const Contender> others, Per per);

// The scenario with no more ranks and chips than every contender has; empty when all can do what was asked,
// or when no single count can be lowered. Promise: all of them can do it.
// [ComparedWork.TheNearestFairWorkFitsAll]
std::optional<Scenario> nearestFair(const Scenario& scenario, std::span<const Contender> others);

// What a machine is on paper: an outcome without the numbers of a machine that stands idle.
OutcomePtr onPaper(const Outcome& idle);

} // namespace supernode
