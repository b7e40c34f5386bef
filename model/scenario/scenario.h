// SPDX-License-Identifier: GPL-3.0-or-later
// The whole question as one value: which machine, what was changed on it, what it works on.
//
// Thread: a value; copy it anywhere. Equality decides whether an answer is still current.
#pragma once

#include "model/scenario/words.h"
#include "model/scenario/workloads.h"
#include "model/system/system_spec.h"

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace supernode {

// What-ifs, applied in order. Elements are named as Fabric::name writes them ("plane 3", "node 18 npu 2").
struct Fail {
    std::string element;
    bool operator==(const Fail&) const = default;
};
struct Slow {
    std::string element;
    // Of the healthy rate of every link that touches the element, of a stack of memory of its own; 0.001 to
    // 100.
    double percent = 100;
    bool operator==(const Slow&) const = default;
};
struct Restore { // takes back every earlier fail and slow of exactly this element
    std::string element;
    bool operator==(const Restore&) const = default;
};
struct SetFact {
    std::string path; // as in the system file: "fabric.link_rate"
    double value = 0; // in the fact's own unit
    bool operator==(const SetFact&) const = default;
};
// What would stand on the chips of one part stands on those of another of its kind, and the other way round:
// `count` parts that follow each other, from each of the two on. Chips, nodes and racks can change places.
// Only language models are placed on chips in an order; other work takes no notice.
struct MoveParts {
    std::string from, onto;
    int count = 1;
    bool operator==(const MoveParts&) const = default;
};
// A further copy of the expert with most tokens on one endpoint stands on another and takes its even part of
// them. Only a dispatch or combine with routed tokens takes notice.
struct CopyExpert {
    std::string from, onto;
    bool operator==(const CopyExpert&) const = default;
};
using Change = std::variant<Fail, Slow, Restore, SetFact, MoveParts, CopyExpert>;

struct ModelSpec; // a language model; lives among the workloads

struct Scenario {
    SystemPtr system;
    std::vector<Change> changes;
    Workload workload;
    Routing routing = Routing::Spread;
    std::uint64_t routingSeed = 1;             // of the hash; other rules ignore it
    PackagePath package = PackagePath::Fabric; // machines with one endpoint a package ignore it
    // The data of the language model that the workload names; null for workloads without one.
    std::shared_ptr<const ModelSpec> model = {};

    // Systems are compared by value. The model is known by the name that the workload gives it.
    bool operator==(const Scenario& other) const;
};

// The same scenario with one more change; a fail, slow or restore first removes what was said of that element
// before, so that a list never grows by clicking the same thing again. A move that takes the last one back
// takes it away.
Scenario withChange(Scenario scenario, Change change);

// Impossible numbers by field name ("workload.bytes", "changes[1].percent"): fields outside their range
// (workload_fields.h), percentages outside 0.001 to 100. Names of elements are checked by evaluate, which
// knows the fabric.
std::vector<Issue> check(const Scenario& scenario);

} // namespace supernode
