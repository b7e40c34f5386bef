// SPDX-License-Identifier: GPL-3.0-or-later
// Ends that neither damage nor pattern can tell apart, and groups that hold the same ends.
//
// Two groups are in one class when they stand in the same pod, look alike and hold as many ends of each
// kind; two ends when they are of one kind and their groups are in one class. The kind of an end is its
// colour (what the pattern says of it: its role), its look, and, where the dies of a package talk over the
// link between them, the colours, looks and links of its package. Members stand in the order of their
// numbers, so that the first `perGroup` members of a class of ends stand in the first group of their class,
// and the first `perPackage` of these in one package. Thread: a value.
#pragma once

#include "model/traffic/symmetry.h"

#include <vector>

namespace supernode {

struct GroupClass {
    std::vector<std::uint32_t> members;
    std::uint32_t pod = 0, domain = 0;
};
struct EndClass {
    std::uint32_t group = 0; // class
    std::uint32_t colour = 0;
    std::uint32_t perGroup = 0;
    std::uint32_t package = 0; // kind of package; noPackage: nobody to talk to over a link of the package
    std::uint32_t perPackage = 0;
    std::vector<std::uint32_t> members;
};

struct EndClasses {
    static constexpr std::uint32_t idle = 0xffffffffu; // colour of an end that takes no part
    static constexpr std::uint32_t noPackage = 0;

    std::vector<GroupClass> groups;
    std::vector<EndClass> ends;
    std::vector<std::uint32_t> classOf; // per end; idle

    // `colours` has one entry for each end of the network.
    EndClasses(const NetworkShape& shape, const Symmetry& symmetry, const std::vector<std::uint32_t>& colours,
               const FabricState& state);
};

// How two ends stand to each other.
enum class Distance : std::uint8_t { SamePackage, SameGroup, SamePod, SameDomain, Apart };

// A pair of classes at one distance: all their ordered pairs of ends are alike.
struct ClassPair {
    std::uint32_t from = 0, to = 0; // classes
    Distance distance = Distance::SameGroup;
    double pairs = 0;           // ordered pairs of ends
    double out = 0, in = 0;     // ends of `to` for each of `from`, and the other way round
    std::uint32_t a = 0, b = 0; // one such pair of ends
};
// The distances at which ends of two classes stand to each other: SamePackage only where a link of the
// package joins them.
std::vector<ClassPair> pairsOf(const EndClasses& classes, std::uint32_t from, std::uint32_t to);

} // namespace supernode
