// SPDX-License-Identifier: GPL-3.0-or-later
// Who sends how much to whom and over what: flows with the resources that they load.
//
// A flow is what a transfer sends over planes that no fault tells apart; under the adaptive rule it is the
// whole transfer. Flows that no automorphism of the (damaged) fabric can tell apart are one Flow with many
// members; a resource then stands for a whole class of channels, and a use says what one unit of rate of EACH
// member puts on ONE channel of the class. Max-min rates are unique, so they are equal within a class, and
// solving classes gives the rates of the single flows. A bundle is a Flow of pairs that differ, its bytes
// their mean, but go at one level, since one link holds them all (product_flows.h). How a transfer picks its
// way: routing.h.
// Units: rates in bytes per second of payload; loads on the wire are payload x overhead.
#pragma once

#include "model/fabric/fabric.h"
#include "model/fabric/undelivered.h"
#include "model/traffic/pair_bytes.h"
#include "model/traffic/routing.h"
#include "model/traffic/sharing_problem.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace supernode {

struct Flow {
    static constexpr std::uint32_t manyPairs = 0xffffffffu;

    double members = 1;  // single flows of this class: pairs x parts
    double bytes = 0;    // payload of one member
    double overhead = 1; // wire bytes per payload byte, >= 1
    std::uint32_t plane = 0;
    // Flows of the same pair (or class of pairs) over other planes share this number; manyPairs: a bundle.
    std::uint32_t pair = 0;
    ElementId from, to; // of one member
    double parts = 1;   // members that belong to one pair
    double start = 0;   // seconds
};

struct Traffic {
    static constexpr std::uint32_t unused = SharingProblem::none;

    struct Held {
        double level = 0;     // rate over weight
        std::uint32_t by = 0; // resource
    };

    std::vector<Flow> flows;
    // The same flows by number. Nothing uses a resource that is down; a load is in wire bytes per second on
    // one channel, per unit of payload rate of each member.
    SharingProblem sharing;
    std::vector<ChannelId> channel;        // per resource: one channel of its class
    std::vector<std::uint32_t> resourceOf; // per channel of the fabric; `unused` when it carries nothing
    std::uint32_t pairs = 0;               // numbers given to Flow::pair
    // Per flow what sharing gives, where that was known before the flows were; else empty.
    std::vector<Held> held;
    double slowestInBundles = SharingProblem::unlimited; // bytes per second of a pair, while all flows run
    double joined = 0;                                   // ordered pairs of ranks that get their bytes
    Undelivered undelivered;
    PairBytesPtr who; // sends to whom; null when that was not asked for

    Uses usesOf(std::size_t flow) const { return sharing.usesOf(flow); }
    void addFlow(const Flow& flow, std::span<const Use> uses, double weight = 1) {
        flows.push_back(flow);
        sharing.addFlow(uses, weight);
    }
    std::uint32_t addResource(ChannelId oneOfClass, double capacity) {
        channel.push_back(oneOfClass);
        return sharing.addResource(capacity);
    }
};

// More uses than this are refused: they would take more than seconds and a gigabyte. A hashed all-to-all of
// 768 dies has 16.5 million.
constexpr std::size_t mostUses = 20'000'000;

// The refusal of a question that was stopped: field "".
Issue takenBack();

// Wire bytes per payload byte of an operation, inside a node and across the spine.
struct Overhead {
    double near = 1;
    double far = 1;
};

// Of the flows of one pair when links are shared: all alike, or, since a pair that lost planes puts more on
// those it has left, each by its bytes. A hash always weighs by bytes.
enum class Weighing : std::uint8_t { Alike, ByBytes };

// One transfer between two endpoints or CPUs.
struct Transfer {
    ElementId from, to;
    double bytes = 0;
    double weight = 1; // when links are shared
    double start = 0;  // seconds
    Weighing weighing = Weighing::Alike;
};
// Every transfer by itself. Ends must be ElementKind::Endpoint or Cpu that have a link in the network, and
// from != to. `what` names the transfers when they are too many. Transfers of no bytes are left out. Errors:
// more uses than mostUses; told to stop.
// Promise: a healthy machine needs one flow of four uses for a pair. [Transfers.NeedOneFlowForAHealthyPair]
Result<Traffic> transfers(const Fabric& fabric, const FabricState& state, std::span<const Transfer> list,
                          Overhead overhead, RouteBy by = {}, const std::string& what = "the transfers",
                          const std::stop_token& stop = {});

// All flows of both at once.
void append(Traffic& traffic, const Traffic& more);

} // namespace supernode
