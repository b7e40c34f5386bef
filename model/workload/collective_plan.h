// SPDX-License-Identifier: GPL-3.0-or-later
// Collectives as plans: the steps of an algorithm on the damaged fabric, with what software adds.
//
// Auto times every algorithm that the machine and the ranks allow and takes the fastest, first those that
// reach everybody; the plan's sentence says what the others would take. Ranks that are down are left out.
// Routing: that of the scenario, step by step; Adaptive spreads and is warned of. Over another network than
// scale-up no shares and latencies are published: they are left out and warned of.
// Errors: fewer than two ranks, more than there are, a root that is no rank, in-switch without such switches,
// hierarchical on nodes filled unequally, a network that the machine lacks.
// Promise: auto is never slower than any algorithm. [Collectives.AutoIsNeverSlowerThanAnyAlgorithm]
// Promise: at line rate the times are those of the textbook. [Collectives.RingTakesTheTextbookTime]
#pragma once

#include "model/traffic/collective_groups.h"
#include "model/workload/plan.h"
#include "model/workload/step_memory.h"

namespace supernode {

Result<Plan> planOf(const Asked& asked, const AllReduce& workload);
Result<Plan> planOf(const Asked& asked, const AllGather& workload);
Result<Plan> planOf(const Asked& asked, const ReduceScatter& workload);
Result<Plan> planOf(const Asked& asked, const Broadcast& workload);

// A collective that all groups do at the same time, each for itself: what larger workloads are made of.
struct CollectiveJob {
    Collective collective = Collective::AllReduce;
    Algorithm algorithm = Algorithm::Auto;
    Operation operation = Operation::Write;
    Bytes bytes;            // as nccl-tests counts them
    RankGroups groups;      // of the same size, on nodes in the same way
    std::uint32_t root = 0; // position in a group, of a broadcast
    RouteBy by = {};
};
Result<Plan> collectivePlan(const Fabric& fabric, const FabricState& state, const CollectiveJob& job,
                            std::vector<Issue>& warnings);

// What larger workloads need of it, on ways that are at hand.
struct CollectiveStep {
    double start = 0; // seconds before the first byte, of all repeats
    double wire = 0;  // seconds until the last byte, of all repeats
    double repeats = 1;
    ExchangeLoadsPtr loads; // of one repeat; null where nothing is sent
};
// `memory`, where there is one, remembers groups that are alike. Errors: ranks that cannot reach each other,
// as those of `changes`.
Result<std::vector<CollectiveStep>> collectiveSteps(const NodeWays& ways, const CollectiveJob& job,
                                                    StepMemory* memory, std::vector<Issue>& warnings);

// How long the plan takes, without building it.
struct CollectiveTime {
    Algorithm algorithm = Algorithm::Auto;
    Duration time;
    bool complete = true; // everybody is reached
};
Result<CollectiveTime> collectiveTime(const Fabric& fabric, const FabricState& state,
                                      const CollectiveJob& job, std::vector<Issue>& warnings);

} // namespace supernode
