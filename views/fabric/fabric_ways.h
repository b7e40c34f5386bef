// SPDX-License-Identifier: GPL-3.0-or-later
// Which ways through the rings are lit for a selection, and what flows over them.
//
// Nothing selected: one way for each spoke and plane, from the chips in to the ring. One element: its links,
// each uplink on along the ring to its chip of the second tier as long as there are at most mostArcs of them.
// Two ends (dies, nodes): every way that joins them, chip by chip of the second tier, with its part of what
// the pair sends in the mean of the phase; other routing than the even one does not say how a pair is split,
// so that nothing moves then. What a part sends over a network that leaves the machine goes out to its strip.
// Units: frame of the picture; payload in bytes per second, up is inwards, or from the first end of a pair to
// the second. Pure; any thread. Promise: what flows on the ways of a node is what crosses its border.
// [FabricWays.CarryWhatCrossesTheBorderOfANode]
#pragma once

#include "model/outcome/outcome.h"
#include "views/fabric/fabric_picture.h"

namespace supernode {

struct Way {
    std::vector<QPointF> points; // from the chips inwards
    bool failed = false;         // all its links are down
    double payloadUp = 0, payloadDown = 0;
};

struct FabricWays {
    std::vector<Way> ways;
    bool lit = false;                    // drawn as lines; else only what moves on them
    std::vector<std::uint32_t> selected; // parts to outline
};

// Those that are worth a line: of ways that set out together, the same way round, the longest covers all
// others. Promise: every point of every way is on a line. [FabricWays.LinesCoverEveryWay]
std::vector<const Way*> linesOf(const FabricWays& ways);

constexpr std::size_t mostArcs = 400;

FabricWays waysOf(const FabricPicture& picture, const Outcome& outcome, const Interval* interval,
                  std::span<const ElementId> selection);

// The two ends of a pair; invalid when the selection is none.
struct PairEnds {
    ElementId from, to;
    bool valid() const { return from.valid() && to.valid(); }
};
PairEnds pairOf(const Fabric& fabric, std::span<const ElementId> selection);
// What a pair of dies or nodes sends one way, mean over the phase.
Bandwidth pairRate(const Fabric& fabric, const Phase& phase, ElementId from, ElementId to);

} // namespace supernode
