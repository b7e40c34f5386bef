// SPDX-License-Identifier: GPL-3.0-or-later
// One step's traffic from its first byte to its last: what every channel carries, stretch by stretch.
//
// When all flows start together with weights in proportion to their bytes no rate changes before its flow
// ends (fluid.h), so a single sharing answers a million flows: their rates are folded into loads from the
// last end backwards, and nothing is kept for each flow and stretch. Traffic may bring that sharing along
// (Traffic::held). Everything else runs event by event in Fluid. Stretches are bounded and merged as
// FluidRun's are. Thread: a StepRunner belongs to one thread at a time. Cost of a single sharing: O(uses),
// O(channels) and, for each stretch, O(resources).
// Promise: both ways give the same answer. [StepRun.OneSharingSaysWhatEveryEventSays]
// Promise: a merged stretch carries the mean. [StepRun.MergedStretchesCarryTheMean]
#pragma once

#include "model/outcome/outcome.h"
#include "model/simulation/fluid.h"
#include "model/traffic/traffic.h"

#include <cstdint>
#include <memory>
#include <stop_token>
#include <vector>

namespace supernode {

struct StepRun {
    // On one channel of each resource, bytes per second.
    struct OnResources {
        std::vector<float> load;    // on the wire
        std::vector<float> payload; // empty: the load times `share`
        double share = 1;
    };
    struct Stretch {
        double start = 0, end = 0; // seconds
        std::shared_ptr<const OnResources> resources;
        LoadsPtr loads; // of all channels, put together when they are looked at
    };
    std::vector<Stretch> stretches; // in time order, without gaps, from 0 to end; none without flows
    double end = 0;
    std::size_t last = 0;               // a flow that ends last
    std::uint32_t lastHeldBy = 0;       // the resource that held it
    std::vector<std::uint32_t> holding; // resources that hold the flows that end last
    double slowestPair = 0;             // bytes per second over all planes while the step begins
    Completion completion = Completion::Whole;
};

class StepRunner {
public:
    explicit StepRunner(const Fabric& fabric) : m_fabric(fabric) {}
    StepRun run(const Traffic& traffic, const std::stop_token& stop = {});
    // Without the short way; for tests.
    StepRun runByEvents(const Traffic& traffic, const std::stop_token& stop = {});

private:
    const Fabric& m_fabric;
    Fluid m_fluid;
    MaxMin m_sharing;
};

} // namespace supernode
