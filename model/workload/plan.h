// SPDX-License-Identifier: GPL-3.0-or-later
// What a workload is made of: steps one after the other, each of waits and of traffic that shares the fabric.
//
// A step passes its waits, then runs its traffic until the last byte arrives; then it repeats, or the next
// step begins. A step without flows is its waits alone. evaluate runs each distinct step once and counts it
// as often as it repeats, so all times are exact. Work on chips that overlaps with traffic is planned in
// stages of spans instead. planOf(asked, workload) makes the plan of one kind of workload; evaluate finds it
// by overload. Thread: values.
#pragma once

#include "model/base/units.h"
#include "model/scenario/scenario.h"
#include "model/traffic/exchange_loads.h"
#include "model/workload/lane.h"
#include "model/workload/metric.h"
#include "model/workload/placed.h"
#include "model/workload/work_point.h"

#include <stop_token>
#include <string>
#include <vector>

namespace supernode {

// Time that passes before the first byte, once in each repeat: a start-up or a latency.
struct Wait {
    std::string name; // "latency"
    Duration time;
    std::string why;       // what it is spent on: "software and switch hops"
    double computing = 0;  // use of the chips' arithmetic meanwhile, 0..1
    std::string path = {}; // of a fact of the system that it follows from; "" where there is none
};

struct Step {
    std::string name; // as the timeline shows it
    Traffic traffic;
    double repeats = 1; // > 0
    std::vector<Wait> waits = {};
};

// So often all of an exchange in Plan::exchanges.
struct Carried {
    std::uint32_t traffic = 0;
    double times = 1;
};

// Something that one lane does inside a stage; its traffic, if any, flows evenly over its length.
struct Span {
    static constexpr std::uint32_t none = 0xffffffffu;

    std::string name; // "attention"
    Lane lane = Lane::Compute;
    Duration start, length;         // from the start of the stage
    std::string limitedBy = {};     // in words
    std::uint32_t traffic = none;   // in Plan::exchanges
    double times = 1;               // so often all of that traffic
    double computing = 1;           // of Lane::Compute: the part of the chips at work that computes meanwhile
    int team = 0;                   // spans of different teams are drawn in rows of their own
    std::vector<Carried> also = {}; // more traffic beside the first
    PairBytesPtr sends = {};        // what is shown as sent where that is not what `traffic` says
};

// Spans that may overlap, timed by the workload itself; all of it repeats, as layers do.
struct Stage {
    std::string name; // "layer with experts"
    Duration length;
    double repeats = 1; // whole, > 0
    std::vector<Span> spans;
};

// What holds the workload, where that is no link.
struct Limit {
    std::string resource; // "attention on the matrix units"
    double share = 0;     // of the time
    std::string sentence; // names it and what would move it
    std::string path;     // of the fact whose rise moves the headline metric
};

struct Plan {
    std::vector<Step> steps;
    std::string algorithm = {}; // a word of wordsOf(Algorithm); empty where there is no choice
    std::string sentence = {};  // what auto chose and against what; empty when nothing was chosen
    // Instead of steps: stages one after the other, what they send, what limits them, and what comes of it.
    std::vector<Stage> stages = {};
    std::vector<ExchangeLoadsPtr> exchanges = {};
    Limit limit = {};
    std::vector<Metric> metrics = {};     // headline first
    std::vector<WorkPoint> work = {};     // operators of a rank, in the order in which they run
    std::vector<PlacedGroup> groups = {}; // of a language model, by kind
    std::vector<ExpertRank> experts = {}; // of a dispatch or combine
};

// What a plan is made for. The references outlive the call.
struct Asked {
    const Fabric& fabric;
    const FabricState& state;
    const Scenario& scenario;
    std::vector<Issue>& warnings;
    std::stop_token stop = {}; // a plan that is told to stop is refused
};

} // namespace supernode
