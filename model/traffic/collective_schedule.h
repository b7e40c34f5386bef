// SPDX-License-Identifier: GPL-3.0-or-later
// How a collective is done: steps of moves among positions 0 to n-1, as exact in what they carry as in how
// much.
//
// The data is cut into equal pieces; before an all-reduce, reduce-scatter or broadcast every rank (or the
// root) holds all of them, before an all-gather its own. A step is done by teams that work at the same time
// and share nothing; moves name positions in a team and runs of piece numbers, counted in units of `unit`
// from the first piece of the team. A step that repeats shifts the pieces of all its moves each time. Nothing
// here knows a fabric or a time.
// Promise: every algorithm leaves every rank with the full result.
// [CollectiveSchedule.EveryAlgorithmLeavesEveryRankWithTheFullResult] Promise: bytes sent and received are
// those of the theory. [CollectiveSchedule.SendsAndReceivesTheBytesOfTheTheory]
#pragma once

#include "model/base/result.h"
#include "model/scenario/workloads.h"

#include <cstdint>
#include <string>
#include <vector>

namespace supernode {

enum class Collective : std::uint8_t { AllReduce, AllGather, ReduceScatter, Broadcast };

struct Move {
    std::uint32_t from = 0, to = 0;     // positions in the team
    std::uint32_t first = 0, count = 1; // units of pieces
};

// Moves: all at once. Chain: one after the other, each passing on what it is still receiving. Scatter: each
// sends unit j to position j. Gather: each sends its own unit to all. InSwitch: the switch adds what all send
// (when `reduces`) and sends the result to all.
enum class Pattern : std::uint8_t { Moves, Chain, Scatter, Gather, InSwitch };

struct Team {
    std::vector<std::uint32_t> members; // positions in the group
    std::uint32_t firstPiece = 0;
};

struct ScheduleStep {
    std::string name;
    Pattern pattern = Pattern::Moves;
    std::vector<Move> moves = {}; // of every team
    std::vector<Team> teams = {};
    std::uint32_t unit = 1;  // pieces
    std::uint32_t units = 1; // of a team; pieces of moves count modulo this
    std::int32_t shift = 0;  // units, added to `first` with each repeat
    std::uint32_t repeats = 1;
    std::uint32_t reduces = 0; // so many of the first repeats add to what is there, the others replace it
    // InSwitch alone: units that go up from each member, and those that come down.
    std::uint32_t up = 0, down = 0;
};

struct Schedule {
    Algorithm algorithm = Algorithm::Ring;
    std::uint32_t ranks = 0, pieces = 1;
    std::vector<ScheduleStep> steps;
    std::vector<std::uint32_t> own; // per position: its piece of an all-gather or reduce-scatter
    std::uint32_t root = 0;         // of a broadcast
};

// What a rule may need to know: positions 0 to ranks-1 stand in the order of the machine, so that neighbours
// are near. perNode has the number of positions in each node, in the same order.
struct GroupShape {
    std::uint32_t ranks = 0;
    std::vector<std::uint32_t> perNode;
    std::uint32_t root = 0;
};

// Ring: ranks x 2 steps to the neighbour; a broadcast is a chain. HalvingDoubling: log2 steps with partners
// ever farther, the largest parts between neighbours; ranks beyond a power of two first hand their data to a
// partner and get the result back; a broadcast is a binomial tree. Direct: everybody to everybody.
// Hierarchical: in the node, then among the ranks of equal position of all nodes, then in the node.
// Errors: Auto, fewer than two ranks, nodes of unequal size (hierarchical).
Result<Schedule> scheduleOf(Collective collective, Algorithm algorithm, const GroupShape& shape);

// The same with ring instead of halving and doubling among the nodes.
Result<Schedule> hierarchicalByRing(Collective collective, const GroupShape& shape);

} // namespace supernode
