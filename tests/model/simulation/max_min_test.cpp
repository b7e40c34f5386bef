// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/random.h"
#include "model/simulation/fluid.h"
#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace supernode::test {
namespace {

Traffic trafficOf(std::vector<double> capacity, const std::vector<std::vector<Use>>& flows,
                  double bytes = 1) {
    Traffic t;
    t.sharing.capacity = std::move(capacity);
    for (const auto& uses : flows)
        t.addFlow({.bytes = bytes, .from = {}, .to = {}}, uses);
    return t;
}

// Progressive filling as one would do it by hand: raise all open flows to the next level at which a resource
// is full.
std::vector<double> byHand(const Traffic& t) {
    std::vector<double> rate(t.flows.size(), -1);
    for (;;) {
        double level = -1;
        std::uint32_t full = 0;
        for (std::uint32_t r = 0; r < t.sharing.capacity.size(); ++r) {
            double left = t.sharing.capacity[r], demand = 0;
            for (std::size_t f = 0; f < rate.size(); ++f)
                for (const Use use : t.usesOf(f))
                    if (use.resource == r)
                        (rate[f] < 0 ? demand : left) += rate[f] < 0 ? use.load : -use.load * rate[f];
            if (demand > 0 && (level < 0 || left / demand < level)) {
                level = left / demand;
                full = r;
            }
        }
        if (level < 0)
            return rate;
        for (std::size_t f = 0; f < rate.size(); ++f)
            for (const Use use : t.usesOf(f))
                if (use.resource == full && rate[f] < 0)
                    rate[f] = level;
    }
}

Traffic randomTraffic(Random& random) {
    const std::uint32_t resources = 1 + random.below(12), flows = 1 + random.below(30);
    std::vector<double> capacity;
    for (std::uint32_t r = 0; r < resources; ++r)
        capacity.push_back(1 + random.below(100));
    std::vector<std::vector<Use>> uses(flows);
    for (auto& list : uses) {
        std::vector<std::uint32_t> order(resources);
        for (std::uint32_t r = 0; r < resources; ++r)
            order[r] = r;
        for (std::uint32_t i = 0, n = 1 + random.below(std::min(4u, resources)); i < n; ++i) {
            std::swap(order[i], order[i + random.below(resources - i)]);
            list.push_back({order[i], 0.25 * (1 + random.below(8))});
        }
    }
    return trafficOf(std::move(capacity), uses);
}

TEST(MaxMin, SharesASaturatedLinkEqually) {
    // Three flows on a link of 30: 10 each.
    const Sharing s = shareMaxMin(trafficOf({30}, {{{0, 1}}, {{0, 1}}, {{0, 1}}}).sharing);
    EXPECT_EQ(s.rate, (std::vector<double>{10, 10, 10}));
}

TEST(MaxMin, GivesTheRestToFlowsThatAreNotHeldElsewhere) {
    // Flows A and B share link 0 of 10; B and C share link 1 of 30. A = B = 5, C = 30 - 5.
    const Sharing s = shareMaxMin(trafficOf({10, 30}, {{{0, 1}}, {{0, 1}, {1, 1}}, {{1, 1}}}).sharing);
    EXPECT_EQ(s.rate, (std::vector<double>{5, 5, 25}));
}

TEST(MaxMin, ChargesALinkByTheShareOfTheFlowThatCrossesIt) {
    // A flow that puts half of itself on a link of 10 runs at 20.
    EXPECT_EQ(shareMaxMin(trafficOf({10}, {{{0, 0.5}}}).sharing).rate.front(), 20);
}

TEST(MaxMin, AgreesWithFillingByHandOnRandomFabrics) {
    Random random(7);
    for (int round = 0; round < 3000; ++round) {
        const Traffic t = randomTraffic(random);
        const Sharing s = shareMaxMin(t.sharing);
        const std::vector<double> expected = byHand(t);
        for (std::size_t f = 0; f < expected.size(); ++f)
            ASSERT_NEAR(s.rate[f] / expected[f], 1, 1e-9) << "seed 7, round " << round << ", flow " << f;
    }
}

TEST(MaxMin, EachFlowHasAFullResourceOnWhichNoneIsFaster) {
    Random random(11);
    for (int round = 0; round < 1000; ++round) {
        const Traffic t = randomTraffic(random);
        const Sharing s = shareMaxMin(t.sharing);
        std::vector<double> load(t.sharing.capacity.size()), fastest(t.sharing.capacity.size());
        for (std::size_t f = 0; f < s.rate.size(); ++f)
            for (const Use use : t.usesOf(f)) {
                load[use.resource] += use.load * s.rate[f];
                fastest[use.resource] = std::max(fastest[use.resource], s.rate[f]);
            }
        for (std::size_t r = 0; r < load.size(); ++r)
            ASSERT_LE(load[r], t.sharing.capacity[r] * (1 + 1e-9)) << "seed 11, round " << round;
        for (std::size_t f = 0; f < s.rate.size(); ++f) {
            const std::uint32_t r = s.limitedBy[f];
            ASSERT_NEAR(load[r] / t.sharing.capacity[r], 1, 1e-9) << "seed 11, round " << round;
            ASSERT_LE(fastest[r], s.rate[f] * (1 + 1e-9)) << "seed 11, round " << round;
        }
    }
}

TEST(Fluid, SharesAgainWhenAFlowEnds) {
    // Link of 10, flows of 10 and 30 bytes: both at 5 until 2 s; then 20 bytes are left at 10: 4 s.
    Traffic t = trafficOf({10}, {{{0, 1}}, {{0, 1}}});
    t.flows[0].bytes = 10;
    t.flows[1].bytes = 30;
    const FluidRun run = runFluid(t);
    EXPECT_DOUBLE_EQ(run.finish[0], 2);
    EXPECT_DOUBLE_EQ(run.finish[1], 4);
    EXPECT_EQ(run.stretches.size(), 2u);
}

TEST(Fluid, DeliversEveryByte) {
    Random random(13);
    for (int round = 0; round < 200; ++round) {
        Traffic t = randomTraffic(random);
        for (Flow& f : t.flows)
            f.bytes = 1 + random.below(1000);
        const FluidRun run = runFluid(t);
        for (std::size_t f = 0; f < t.flows.size(); ++f) {
            double delivered = 0;
            for (const Stretch& s : run.stretches)
                delivered += s.rate[f] * (s.end - s.start);
            ASSERT_NEAR(delivered / t.flows[f].bytes, 1, 1e-8) << "seed 13, round " << round;
        }
    }
}

TEST(Fluid, RecordsALongRunInBoundedMemory) {
    // 1,000 flows that end one after the other on a link of their own: 1,000 events, at most 128 stretches,
    // and the last still ends exactly at its bytes over its rate.
    std::vector<double> capacity(1000, 1.0);
    std::vector<std::vector<Use>> flows;
    for (std::uint32_t f = 0; f < 1000; ++f)
        flows.push_back({{f, 1}});
    Traffic t = trafficOf(capacity, flows);
    for (std::size_t f = 0; f < 1000; ++f)
        t.flows[f].bytes = static_cast<double>(f + 1);
    const FluidRun run = runFluid(t);
    EXPECT_LE(run.stretches.size(), FluidRun::mostStretches);
    EXPECT_NEAR(run.finish[999], 1000, 1e-6);
    EXPECT_DOUBLE_EQ(run.stretches.back().end, run.end);
}

} // namespace
} // namespace supernode::test
