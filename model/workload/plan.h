// SPDX-License-Identifier: GPL-3.0-or-later
// What a workload is made of: steps one after the other, each of waits and of traffic that shares the fabric.
//
// A step passes its waits, then runs its traffic until the last byte arrives; then it repeats, or the next
// step begins. A step without flows is its waits alone. evaluate runs each distinct step once and counts it
// as often as it repeats, so all times are exact. planOf(asked, workload) makes the plan of one kind of
// workload; evaluate finds it by overload. Thread: values.
#pragma once

#include "model/base/units.h"
#include "model/scenario/scenario.h"
#include "model/traffic/traffic.h"

#include <string>
#include <vector>

namespace supernode {

// Time that passes before the first byte, once in each repeat: a start-up or a latency.
struct Wait {
    std::string name; // "latency"
    Duration time;
    std::string why;      // what it is spent on: "software and switch hops"
    double computing = 0; // use of the chips' arithmetic meanwhile, 0..1
};

struct Step {
    std::string name; // as the timeline shows it
    Traffic traffic;
    double repeats = 1; // > 0
    std::vector<Wait> waits = {};
};

struct Plan {
    std::vector<Step> steps;
    std::string algorithm = {}; // a word of wordsOf(Algorithm); empty where there is no choice
    std::string sentence = {};  // what auto chose and against what; empty when nothing was chosen
};

// What a plan is made for. The references outlive the call.
struct Asked {
    const Fabric& fabric;
    const FabricState& state;
    const Scenario& scenario;
    std::vector<Issue>& warnings;
};

} // namespace supernode
