// SPDX-License-Identifier: GPL-3.0-or-later
// The answer to a scenario: everything that a view may know.
//
// Ownership: deeply immutable, shared as OutcomePtr. Thread: read anywhere.
// Units: each Metric names its own; rates inside are bytes per second, times are Durations from the start.
#pragma once

#include "model/fabric/fabric.h"
#include "model/fabric/undelivered.h"
#include "model/scenario/scenario.h"
#include "model/traffic/pair_bytes.h"
#include "model/workload/lane.h"
#include "model/workload/metric.h"
#include "model/workload/placed.h"
#include "model/workload/work_point.h"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace supernode {

// What every channel carries while no rate changes. Stretches of time that repeat share one.
//
// Thread: read anywhere; where single channels are not at hand, the first who looks puts them together.
// Promise: how many look at once changes nothing. [ChannelLoads.AreMadeOnceWhoeverLooks]
class ChannelLoads {
public:
    struct Numbers {
        std::vector<float> load;    // per channel: bytes per second on the wire, protocol included
        std::vector<float> payload; // per channel: bytes per second of payload
    };
    // `delivered`: payload that arrives, bytes per second, all receivers.
    ChannelLoads(std::vector<float> load, std::vector<float> payload, double delivered);
    // Made when they are looked at. `wire`: bytes per second on the wire, over all channels of each kind of
    // links. `make` owns what it needs and is called once, on any thread.
    ChannelLoads(const PerLinkKind& wire, double delivered, std::function<Numbers()> make);

    const std::vector<float>& load() const { return numbers().load; }
    const std::vector<float>& payload() const { return numbers().payload; }
    double delivered() const { return m_delivered; }
    PerLinkKind wire(const Fabric& fabric) const;

private:
    const Numbers& numbers() const;

    double m_delivered;
    std::optional<PerLinkKind> m_wire;
    std::function<Numbers()> m_make; // null: m_numbers are at hand
    mutable std::once_flag m_once;
    mutable Numbers m_numbers;
};
using LoadsPtr = std::shared_ptr<const ChannelLoads>;
// The mean of loads, each for its share of the time; the rest of it carries nothing. Made on demand, too.
LoadsPtr meanOf(std::vector<std::pair<LoadsPtr, double>> shares, const Fabric& fabric);

// A stretch of time in which no rate changes.
struct Interval {
    Duration start;
    Duration end;
    std::uint32_t phase = 0; // index into Outcome::phases
    LoadsPtr loads;          // never null in an outcome

    const std::vector<float>& load() const { return loads->load(); }
    const std::vector<float>& payload() const { return loads->payload(); }
    double delivered() const { return loads->delivered(); }
};

struct Phase {
    std::string name;
    Duration start;
    Duration duration;
    std::string limitedBy; // a resource in words: "endpoint links", "uplinks of plane 3"
    double computing = 0;  // mean use of the arithmetic of the chips at work, 0..1
    Lane lane = Lane::Transfer;
    double repeats = 1; // it comes again every `period`, as in each layer
    Duration period = {};
    PairBytesPtr sends = {};  // who to whom; null: nothing is sent
    double sendsPerPhase = 1; // so often all of `sends` within `duration`
    int team = 0;             // pipeline stage; phases of different teams are drawn in rows of their own

    // Mean over the phase.
    Bandwidth rateBetween(std::uint32_t fromEndpoint, std::uint32_t toEndpoint) const;
};

struct Bottleneck {
    std::string resource;            // "endpoint links (die to L1)"
    double share = 0;                // of the time during which it is full
    std::string sentence;            // names it and what would move it
    std::vector<ElementId> elements; // where to look
    std::string path = {}; // of the fact in the system file that would move it; "" where there is none
};

struct Outcome {
    Scenario scenario;
    FabricPtr fabric;
    FabricState state;
    std::vector<Interval> intervals; // in time order, without gaps; at least one, idle when nothing is sent
    Duration end;                    // of the last interval
    std::vector<Phase> phases;
    std::vector<Metric> metrics; // headline first
    Bottleneck bottleneck;
    Undelivered undelivered;
    std::vector<Issue> warnings;
    // Operators of the rank that sets the pace; empty for workloads that only send.
    // Promise: they add up to the time of a step. [LanguageModels.OperatorsAddUpToTheStep]
    std::vector<WorkPoint> work = {};
    std::vector<PlacedGroup> groups = {}; // a language model as it stands on the chips, by kind
    std::vector<ExpertRank> experts = {}; // the ranks of a dispatch or combine

    const ExpertRank* expertsOn(std::uint32_t endpoint) const; // null when it takes no part
    const Metric* metric(std::string_view id) const;           // null when this workload has none such
    // The interval at a time; times outside are clamped. O(log intervals).
    const Interval& at(Duration time) const;
};
using OutcomePtr = std::shared_ptr<const Outcome>;

// What crosses the border of one element at one instant: a node sends over its uplinks, a die over its seven
// links, a switch chip over all its ports, the whole system counts what its endpoints inject. For a link,
// cable or module out is up. Links of no plane (between dies, RDMA, VPC) count only for what has no others.
struct ElementUse {
    Bandwidth out, in;                 // payload
    Bandwidth capacityOut, capacityIn; // after failures and slow-downs
    Bandwidth healthyOut, healthyIn;   // of the machine as built
    double utilization = 0;            // of the busiest channel it owns, wire load over capacity; 0..1
    std::size_t links = 0, failedLinks = 0;
};
ElementUse useOf(const Outcome& outcome, const Interval& interval, ElementId element);

// Of all links in planes, and of the channels that carry traffic in the first interval with any.
struct FabricUse {
    std::size_t links = 0, failedLinks = 0;     // alive, used by the traffic or not; down
    double mean = 0, p50 = 0, p99 = 0, max = 0; // utilization
};
FabricUse fabricUse(const Outcome& outcome);

// Wire load over capacity per channel, 0..1; 0 where nothing can flow.
std::vector<float> channelUtilization(const Outcome& outcome, const Interval& interval);

} // namespace supernode
