// SPDX-License-Identifier: GPL-3.0-or-later
// The whole question as one value: which machine, what was changed on it, what it works on.
//
// Thread: a value; copy it anywhere. Equality decides whether an answer is still current.
#pragma once

#include "model/base/units.h"
#include "model/system/system_spec.h"

#include <cstdint>
#include <string>
#include <string_view>
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
    double percent = 100; // of the healthy rate of every link that touches the element; 0.001 to 100
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
using Change = std::variant<Fail, Slow, Restore, SetFact>;

// Line: links carry payload at their full rate, an upper bound. Read, write: the share of the line rate and
// the latencies that were measured for this operation apply (TransferSpec).
enum class Operation : std::uint8_t { Line, Read, Write };
enum class Target : std::uint8_t { Endpoint, Cpu };
enum class Scope : std::uint8_t { IntraNode, InterNode };

struct PointToPoint {
    static constexpr std::string_view kind = "point-to-point";
    Operation operation = Operation::Line;
    Target target = Target::Endpoint;
    Scope scope = Scope::InterNode;
    Bytes bytes = mebibytes(1);
    std::string from = {}; // the endpoint that asks; "" picks the first pair that fits the scope
    std::string to = {};   // the endpoint or CPU that is read or written
    bool operator==(const PointToPoint&) const = default;
};
// Every rank sends bytes/ranks to every rank and keeps its own share, as nccl-tests counts it.
struct AllToAll {
    static constexpr std::string_view kind = "all-to-all";
    Operation operation = Operation::Line;
    Bytes bytes = mebibytes(64); // held and sent by each rank
    bool operator==(const AllToAll&) const = default;
};
// Every rank sends `bytes` to one other and receives from one other: one random cycle through all ranks.
struct Permutation {
    static constexpr std::string_view kind = "permutation";
    Operation operation = Operation::Line;
    Bytes bytes = mebibytes(64);
    std::uint64_t seed = 1;
    bool operator==(const Permutation&) const = default;
};
// Every other rank sends `bytes` to one rank at once.
struct Incast {
    static constexpr std::string_view kind = "incast";
    Operation operation = Operation::Line;
    Bytes bytes = mebibytes(1);
    std::string to = {}; // "" picks the first endpoint
    bool operator==(const Incast&) const = default;
};
// No traffic: only what the data sheet says.
struct Specification {
    static constexpr std::string_view kind = "specification";
    bool operator==(const Specification&) const = default;
};
using Workload = std::variant<AllToAll, Permutation, Incast, PointToPoint, Specification>;

std::string_view kindOf(const Workload& workload);

struct Scenario {
    SystemPtr system;
    std::vector<Change> changes;
    Workload workload;

    // Systems are compared by value.
    bool operator==(const Scenario& other) const;
};

// The same scenario with one more change; a fail, slow or restore first removes what was said of that element
// before, so that a list never grows by clicking the same thing again.
Scenario withChange(Scenario scenario, Change change);

// Impossible numbers by field name ("workload.bytes", "changes[1].percent"): sizes that are not finite and
// positive, percentages outside 0.001 to 100. Names of elements are checked by evaluate, which knows the
// fabric.
std::vector<Issue> check(const Scenario& scenario);

} // namespace supernode
