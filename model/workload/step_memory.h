// SPDX-License-Identifier: GPL-3.0-or-later
// What the links take for the steps of collectives, kept between groups of ranks that are alike.
//
// Pipeline stages of a training step do the same on other nodes. Groups that stand on their nodes in the same
// way, with the same damage there, load the links alike, so one of them is asked; what links take is in
// proportion to the bytes. Nobody is alike where pods or domains differ, or where links join the dies of a
// package. Ownership: refers to the ways, which outlive it. Thread: one at a time.
// Promise: what is remembered is what would be found. [StepMemory.StagesThatAreAlikeTakeAsLongAsAlone]
#pragma once

#include "model/traffic/collective_schedule.h"
#include "model/traffic/end_classes.h"
#include "model/traffic/node_ways.h"
#include "model/traffic/symmetry.h"

#include <compare>
#include <map>
#include <vector>

namespace supernode {

class StepMemory {
public:
    explicit StepMemory(const NodeWays& ways);

    // The same number for groups that are alike.
    std::uint32_t patternOf(const std::vector<std::vector<std::uint32_t>>& groups);

    struct Key {
        std::uint32_t pattern = 0;
        Collective collective = Collective::AllReduce;
        Algorithm algorithm = Algorithm::Auto;
        int variant = 0; // of the algorithm
        std::size_t step = 0;
        auto operator<=>(const Key&) const = default;
    };
    struct Known {
        double secondsPerByte = 0; // of the fullest channel, over the bytes of a unit
        Distance farthest = Distance::SamePackage;
        bool complete = true;
    };
    std::map<Key, Known> known = {};

private:
    const NodeWays& m_ways;
    std::vector<DamagedLink> m_damage;
    std::map<std::vector<double>, std::uint32_t> m_patterns;
};

} // namespace supernode
