// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/outcome/step_run.h"

#include "model/base/random.h"
#include "model/fabric/fabric_state.h"
#include "model/traffic/patterns.h"
#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace supernode::test {
namespace {

struct Machine {
    FabricPtr fabric;
    FabricState state;
    std::vector<std::uint32_t> ends;
};
Machine machine(const SystemPtr& system, const std::vector<Change>& changes = {}) {
    const FabricPtr fabric = *buildFabric(system);
    return {fabric, *applyChanges(*fabric, changes), *endpointsOf(fabric->system(), {})};
}

// Everybody sends something else to everybody.
Traffic randomMatrix(const Machine& m, std::uint64_t seed, Overhead overhead, RouteBy by = {}) {
    std::vector<double> bytes(m.ends.size() * m.ends.size());
    Random random(seed);
    for (double& each : bytes)
        each = random.below(3) == 0 ? 0.0 : 1e3 * (1 + random.below(1000));
    return *byMatrix(
        *m.fabric, m.state, m.ends,
        [&](std::size_t i, std::size_t j) { return bytes[i * m.ends.size() + j]; }, overhead, by);
}

// What a channel has carried until a moment.
double carriedUntil(const StepRun& run, std::size_t channel, double time) {
    double sum = 0;
    for (const StepRun::Stretch& s : run.stretches)
        sum += static_cast<double>(s.loads->load()[channel]) * std::max(0.0, std::min(time, s.end) - s.start);
    return sum;
}

void expectSame(const StepRun& a, const StepRun& b, const std::string& which) {
    ASSERT_NEAR(a.end / b.end, 1, 1e-9) << which;
    ASSERT_NEAR(a.slowestPair / b.slowestPair, 1, 1e-9) << which;
    ASSERT_EQ(a.lastHeldBy, b.lastHeldBy) << which;
    ASSERT_EQ(a.holding, b.holding) << which;
    const std::size_t channels = a.stretches.front().loads->load().size();
    for (const double part : {0.1, 0.5, 1.0})
        for (std::size_t c = 0; c < channels; c += 7) {
            const double expected = carriedUntil(b, c, part * b.end);
            // Loads are kept as floats.
            ASSERT_NEAR(carriedUntil(a, c, part * b.end), expected, 1e-5 * expected + 1e-3)
                << which << ", channel " << c << ", part " << part;
        }
}

TEST(StepRun, OneSharingSaysWhatEveryEventSays) {
    // 8 nodes of 4 dies; up to 128 ends are all kept, so the curves agree at any moment.
    for (std::uint64_t seed = 1; seed <= 20; ++seed)
        for (const Routing rule : {Routing::Spread, Routing::Hashed, Routing::PlanePerDestination}) {
            const Machine m = machine(smallMachine(4, 2, 2, 3, 2), {Fail{"node 1 l1 2"}});
            const Traffic traffic = randomMatrix(m, seed, {1.2, 1.4}, {Network::ScaleUp, rule, seed});
            StepRunner runner(*m.fabric);
            expectSame(runner.run(traffic), runner.runByEvents(traffic), "seed " + std::to_string(seed));
            if (HasFatalFailure())
                return;
        }
}

TEST(StepRun, MergedStretchesCarryTheMean) {
    // 768 receivers end one after the other; at most 128 stretches are kept. What enters each die in the
    // whole run is its share of what 767 others send, over seven planes.
    const Machine m = machine(cloudMatrix());
    const std::vector<double> share = zipfShares(768, 1);
    const Traffic traffic =
        *byMatrix(*m.fabric, m.state, m.ends, [&](std::size_t, std::size_t j) { return 1e6 * share[j]; }, {});
    const StepRun run = StepRunner(*m.fabric).run(traffic);
    EXPECT_LE(run.stretches.size(), FluidRun::mostStretches);
    EXPECT_GT(run.stretches.size(), FluidRun::mostStretches / 3);
    for (std::size_t s = 1; s < run.stretches.size(); ++s)
        EXPECT_EQ(run.stretches[s].start, run.stretches[s - 1].end);
    for (const std::size_t die : {0u, 1u, 100u, 767u}) {
        const std::size_t down = channelOf(m.fabric->endpointLink(die, 3), Direction::Down).value;
        EXPECT_NEAR(carriedUntil(run, down, run.end) / (767 * 1e6 * share[die] / 7), 1, 1e-4) << die;
    }
    // The most popular one is last: 767 parts of 1/H(768) MB at 196 GB/s.
    EXPECT_NEAR(run.end / (767 * 1e6 * share[0] / 196e9), 1, 1e-9);
}

TEST(StepRun, KnowsWhatKindsOfLinksCarryBeforeAnybodyLooksAtOne) {
    // Dies to dies and to CPUs, with and without a link between the dies of a package.
    for (const PackagePath package : {PackagePath::Fabric, PackagePath::Link}) {
        Machine m = machine(cloudMatrix(), {Fail{"plane 3 l2 5"}, Slow{"node 2 npu 1 die 1", 50}});
        m.state.package = package;
        Traffic traffic = randomMatrix({m.fabric, m.state, {0, 1, 2, 40, 700}}, 7, {1.2, 1.4});
        std::vector<Transfer> list;
        for (std::uint32_t i = 0; i < 4; ++i)
            list.push_back({m.fabric->id(ElementKind::Endpoint, 100 + 50 * i),
                            m.fabric->id(ElementKind::Cpu, 7 * i), 1e6 * (1 + i)});
        append(traffic, *transfers(*m.fabric, m.state, list, {}));
        const StepRun run = StepRunner(*m.fabric).run(traffic);
        ASSERT_GT(run.stretches.size(), 4u);
        for (const StepRun::Stretch& stretch : run.stretches) {
            PerLinkKind expected{};
            for (std::uint32_t c = 0; c < m.fabric->channelCount(); ++c)
                expected[static_cast<std::size_t>(m.fabric->link(linkOf(ChannelId(c))).kind)] +=
                    static_cast<double>(stretch.loads->load()[c]);
            for (std::size_t k = 0; k < linkKinds; ++k) // loads are kept as floats
                EXPECT_NEAR(stretch.loads->wire(*m.fabric)[k], expected[k], 1e-6 * expected[k]) << k;
        }
    }
}

} // namespace
} // namespace supernode::test
