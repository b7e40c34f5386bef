// SPDX-License-Identifier: GPL-3.0-or-later
// How a transfer picks its way through a network, and what cannot be delivered.
//
// Spread: evenly over the planes that join its ends; in a plane evenly over the L2 chips that join its nodes,
//   and with three tiers evenly over the third-tier chips that join these.
// Hashed: evenly over the planes; in each plane the whole part takes one L2 chip (and one third-tier chip) by
//   a hash of pair, plane and seed, among those that join the nodes: parts can collide.
// PlanePerDestination: one plane, by the number of the receiving end modulo the planes; where that plane does
//   not join the pair, the next that does. Inside the plane as Spread.
// Adaptive: split over planes and chips so that the largest load of any link, relative to its speed, is as
//   small as it can be for all transfers together (adaptive.h says how exactly).
// In all of them a transfer inside a node turns at the first chip, and there is no detour over a third node:
// a pair counts as joined only over links up to a common chip. A link carries only while both of its
// directions do, so acknowledgements travel back over the same links and reachability is that of both ways.
// Two dies of one package talk over the link between them (FabricState::package) while it carries, or over
// the planes like any other pair. Supernodes are joined by the scale-out network alone. Promise: a hash makes
// the parts of a permutation collide. [Routing.AHashLetsThePartsOfAPermutationCollide] Promise: each receiver
// gets its own plane. [Routing.EachReceiverHasItsPlane]
#pragma once

#include "model/scenario/words.h"
#include "model/traffic/symmetry.h"

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace supernode {

struct RouteBy {
    Network network = Network::ScaleUp;
    Routing rule = Routing::Spread;
    std::uint64_t seed = 1; // of the hash
};

// What the rule cannot tell apart.
constexpr Alike alikeFor(Routing rule) {
    return rule == Routing::Hashed                ? Alike::Nothing
           : rule == Routing::PlanePerDestination ? Alike::Spines
                                                  : Alike::PlanesAndSpines;
}

// The ways of one pair. Classes are those of the Symmetry; a share is what one chip of the class gets of what
// the pair sends in one plane of the leg.
struct CorePart {
    std::uint32_t cores = 0; // class
    double share = 0;
};
struct SpinePart {
    std::uint32_t spines = 0; // class
    double share = 0;
    std::uint32_t firstCore = 0, endCore = 0; // in Ways::cores
};
struct Leg {
    std::uint32_t planes = 0;                   // class
    double count = 0;                           // of planes in it
    std::uint32_t firstSpine = 0, endSpine = 0; // in Ways::spines; none where the pair turns at its group
};
struct Ways {
    std::vector<Leg> legs; // empty: not joined
    std::vector<SpinePart> spines;
    std::vector<CorePart> cores;
    double planes = 0; // of all legs
    void clear() {
        legs.clear();
        spines.clear();
        cores.clear();
        planes = 0;
    }
};

class Router {
public:
    // All but the rule are referred to. `symmetry` must know all damage, or the router find one pair only.
    Router(const NetworkShape& shape, const FabricState& state, const Symmetry& symmetry, RouteBy by);

    // Over the planes between two different ends, by the rule; Adaptive gets all that there are, as Spread
    // does. Remembers what joins two groups.
    void find(std::uint32_t from, std::uint32_t to, Ways& ways);
    // Everything that joins two groups, evenly, whatever the rule; like pairs of groups have the same object.
    const Ways& between(std::uint32_t a, std::uint32_t b);

private:
    bool attached(std::uint32_t planes, std::uint32_t from, std::uint32_t to) const;
    void addLeg(std::uint32_t planes, std::uint32_t a, std::uint32_t b, Ways& ways) const;
    double addCores(std::uint32_t planes, std::uint32_t spines, std::uint32_t podFrom, std::uint32_t podTo,
                    Ways& ways) const;
    void pickByHash(std::uint32_t from, std::uint32_t to, const Ways& all, Ways& ways) const;
    void pickPlane(std::uint32_t to, Ways& ways) const;

    const NetworkShape& m_shape;
    const FabricState& m_state;
    const Symmetry& m_symmetry;
    RouteBy m_by;
    struct Sides { // of two groups: all that their ways depend on
        std::uint32_t lookA = 0, lookB = 0, podA = 0, podB = 0;
        bool same = false;
        auto operator<=>(const Sides&) const = default;
    };
    std::map<Sides, Ways> m_between;
    std::pair<std::uint32_t, std::uint32_t> m_lastGroups{~0u, ~0u};
    const Ways* m_last = nullptr;
};

// Why nothing gets from one end to the other; empty when they are joined. The sentence fits behind "A to B:".
// Promise: it agrees with what an all-to-all leaves out, pair by pair.
// [Routing.TellsOfEachPairWhetherItIsCut]
std::string whyCut(const Fabric& fabric, const FabricState& state, ElementId from, ElementId to,
                   Network network = Network::ScaleUp);

} // namespace supernode
