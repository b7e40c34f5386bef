// SPDX-License-Identifier: GPL-3.0-or-later
// Ends that neither damage nor pattern can tell apart, and groups that hold the same ends.
//
// Two groups are in one class when they stand in the same pod, look alike and hold as many ends of each
// colour and look; two ends when they have the same colour and look and their groups are in one class. The
// colour is what the pattern says of an end: its role. Members stand in the order of their numbers, so that
// the first `perGroup` members of a class of ends stand in the first group of their class. Thread: a value.
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
    std::vector<std::uint32_t> members;
};

struct EndClasses {
    static constexpr std::uint32_t idle = 0xffffffffu; // colour of an end that takes no part

    std::vector<GroupClass> groups;
    std::vector<EndClass> ends;
    std::vector<std::uint32_t> classOf; // per end; idle

    // `colours` has one entry for each end of the network.
    EndClasses(const NetworkShape& shape, const Symmetry& symmetry,
               const std::vector<std::uint32_t>& colours);
};

// How two ends stand to each other.
enum class Distance : std::uint8_t { SameGroup, SamePod, SameDomain, Apart };

// A pair of classes at one distance: all their ordered pairs of ends are alike.
struct ClassPair {
    std::uint32_t from = 0, to = 0; // classes
    Distance distance = Distance::SameGroup;
    double pairs = 0;           // ordered pairs of ends
    double out = 0, in = 0;     // ends of `to` for each of `from`, and the other way round
    std::uint32_t a = 0, b = 0; // one such pair of ends
};
// The one or two distances at which ends of two classes stand to each other.
std::vector<ClassPair> pairsOf(const EndClasses& classes, std::uint32_t from, std::uint32_t to);

} // namespace supernode
