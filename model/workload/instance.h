// SPDX-License-Identifier: GPL-3.0-or-later
// A language model placed on chips of a machine: which ranks, how it is spread over them, how fast they are.
//
// Placement: the first chips that are up, in their order or that of the moves, behind those that are taken; a
// chip with an endpoint that is down is passed over. Experts: as few slots a rank as hold all of them, one
// more where fewer than one expert in eight would get a copy; where the ranks outnumber the experts by an
// eighth, one rank in ten serves copies of the shared expert alone and every other rank one routed expert, as
// CloudMatrix decodes (fact A4.02: 32 + 256 + 32 on 320 dies; A4.03: 10 experts a rank on 32). Tensor ranks
// of 0: as few as leave two fifths of the memory to caches. Errors: more chips than are up, ranks that cannot
// be cut evenly, formats that the chip lacks, a model or a fact that is not at hand. Promise: the published
// placements come out. [Instance.ExpertsAreSpreadAsPublished]
#pragma once

#include "model/workload/cost.h"
#include "model/workload/memory.h"

#include <span>
#include <vector>

namespace supernode {

enum class Pass : std::uint8_t { Decode, Prefill };

struct InstanceAsked {
    Pass pass = Pass::Decode;
    Precision precision = Precision::Int8;
    int chips = 0;          // 0: all that are up and not taken
    int taken = 0;          // chips that others have
    int tensorParallel = 0; // 0: by the rule above
    ExpertBalance balance = ExpertBalance::Default;
    int redundantExperts = 0; // further copies in each layer; 0: by the rule above
    int promptRanks = 1;      // that share the prompts of prefill
};

struct Instance {
    Execution run;
    std::vector<std::uint32_t> ranks; // endpoint indices
    int chips = 0;
    Speed speed;     // of a whole rank
    double skew = 0; // spread of the popularity of a slot
    Bytes capacity;  // memory of a rank

    // Of tensor ranks, or of ranks that share prompts.
    int groups() const {
        return static_cast<int>(ranks.size()) / run.sharding.tensorRanks / run.sharding.promptRanks;
    }
};

std::vector<int> chipsUp(const Asked& asked); // all of whose endpoints are up, in the order of placing
Bytes rankMemory(const SystemSpec& system, const MemoryLeft& left); // HBM of one endpoint
// Of a whole rank.
Speed speedOf(const SystemSpec& system, const Roofs& roofs, const MemoryLeft& left);
// All wait for the slowest memory, and the smallest bounds what all can hold. Also of stages that only wait
// for each other: an upper bound of the time.
// Promise: one stack of one die slows all of them. [HbmStacks.OneStackOfOneDieSetsThePaceOfAll]
MemoryLeft leastMemory(const Asked& asked, std::span<const std::uint32_t> ranks);
// What is shown of an instance: its chips as one group, and its tensor ranks, or the ranks that share heads
// of their prompts, where they are several.
void addGroups(Plan& plan, const Instance& instance, const std::string& name);

// Chips without FP4 units have none for FP8 either, their rate of 8 bits is that of INT8: says so, once.
void warnOfPrecision(const Asked& asked, Precision precision);

// The model of the scenario, or why there is none.
Result<const ModelSpec*> modelOf(const Scenario& scenario, const std::string& name);
Result<Instance> placeInstance(const Asked& asked, const ModelSpec& model, const InstanceAsked& wanted);

// Experts of a model on so many ranks, by the rule above. Without experts only the tensor ranks matter.
Sharding shardingOn(const ModelSpec& model, int ranks, int tensorRanks);

// Rows of the hottest of so many slots with `mean` rows each: popularity that is spread by `skew`, and with
// `sampling` the noise of choosing (normal, largest of n: sqrt(2 ln n) deviations).
// Promise: noise alone is what n equal slots show. [Instance.TheHottestOfEqualSlotsIsNoise]
double hottestRows(double mean, double slotsPerRank, double ranks, double skew, bool sampling);

} // namespace supernode
