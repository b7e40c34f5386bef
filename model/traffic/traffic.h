// SPDX-License-Identifier: GPL-3.0-or-later
// Who sends how much to whom and over what: flows with the resources that they load.
//
// A flow is the part of a transfer that goes over one plane. Flows that no automorphism of the (damaged)
// fabric can tell apart are one Flow with many members; a resource then stands for a whole class of channels,
// and a use says what one unit of rate of EACH member puts on ONE channel of the class. Max-min rates are
// unique, so they are equal within a class, and solving classes gives the rates of the single flows. Routing:
// a transfer is split evenly over the planes that join its ends, and inside a plane evenly over the spine
// chips that join its two nodes. Inside a node it turns at the leaf. There are no detours over third nodes.
// Units: rates in bytes per second of payload; loads on the wire are payload x overhead.
#pragma once

#include "model/fabric/fabric.h"
#include "model/fabric/undelivered.h"
#include "model/scenario/scenario.h"
#include "model/traffic/sharing_problem.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace supernode {

struct Flow {
    double members = 1;  // single flows of this class
    double bytes = 0;    // payload of one member
    double overhead = 1; // wire bytes per payload byte, >= 1
    std::uint32_t plane = 0;
    std::uint32_t pair = 0; // flows of the same pair (or class of pairs) over other planes share this number
    ElementId from, to;     // of one member
};

struct Traffic {
    static constexpr std::uint32_t unused = SharingProblem::none;

    std::vector<Flow> flows;
    // The same flows by number. Nothing uses a resource that is down; a load is in wire bytes per second on
    // one channel, per unit of payload rate of each member.
    SharingProblem sharing;
    std::vector<ChannelId> channel;        // per resource: one channel of its class
    std::vector<std::uint32_t> resourceOf; // per channel of the fabric; `unused` when it carries nothing
    std::uint32_t pairs = 0;               // numbers given to Flow::pair
    double joined = 0;                     // ordered pairs of ranks that get their bytes
    Undelivered undelivered;

    Uses usesOf(std::size_t flow) const { return sharing.usesOf(flow); }
    void addFlow(const Flow& flow, std::span<const Use> uses) {
        flows.push_back(flow);
        sharing.addFlow(uses);
    }
    std::uint32_t addResource(ChannelId oneOfClass, double capacity) {
        channel.push_back(oneOfClass);
        return sharing.addResource(capacity);
    }
};

// More uses than this are refused: they would take seconds and gigabytes.
constexpr std::size_t mostUses = 8'000'000;
// Empty when `flows` flows over a plane each can be held; `what` names them in the sentence.
std::optional<Issue> tooMany(const Fabric& fabric, double flows, const std::string& what);

// Wire bytes per payload byte of an operation, inside a node and across the spine.
struct Overhead {
    double near = 1;
    double far = 1;
};

// All-to-all among all endpoints, solved by classes that follow from topology, pattern and faults.
// Promise: classes give the rates of single flows. [AllToAll.ClassesGiveTheRatesOfSingleFlows]
Result<Traffic> allToAll(const Fabric& fabric, const FabricState& state, double bytesPerPair,
                         Overhead overhead);

// One transfer between two endpoints or CPUs.
struct Transfer {
    ElementId from, to;
    double bytes = 0;
};
// Every transfer by itself. Endpoints must be ElementKind::Endpoint or Cpu; from != to.
Result<Traffic> transfers(const Fabric& fabric, const FabricState& state, std::span<const Transfer> list,
                          Overhead overhead);

// The transfers of a pattern, before faults.
std::vector<Transfer> randomPermutation(const Fabric& fabric, double bytes, std::uint64_t seed);
std::vector<Transfer> incast(const Fabric& fabric, ElementId to, double bytes);

} // namespace supernode
