// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/traffic/collective_traffic.h"
#include "model/traffic/patterns.h"

#include "model/fabric/fabric_state.h"
#include "model/simulation/fluid.h"
#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

#include <numeric>

namespace supernode {
namespace {

using test::cloudMatrix;
using test::nvl72;
using test::smallMachine;

struct Damaged {
    FabricPtr fabric;
    FabricState state;
};
Damaged damaged(const SystemPtr& system, const std::vector<Change>& changes) {
    const FabricPtr fabric = *buildFabric(system);
    return {fabric, *applyChanges(*fabric, changes)};
}

std::vector<std::uint32_t> firstRanks(std::uint32_t n) {
    std::vector<std::uint32_t> ranks(n);
    std::iota(ranks.begin(), ranks.end(), 0u);
    return ranks;
}

std::vector<Transfer> ringOf(const Fabric& fabric, std::uint32_t n, double bytes) {
    std::vector<Transfer> list;
    for (std::uint32_t i = 0; i < n; ++i)
        list.push_back(
            {fabric.id(ElementKind::Endpoint, i), fabric.id(ElementKind::Endpoint, (i + 1) % n), bytes});
    return list;
}

double ringSeconds(const Damaged& m, std::uint32_t n, double bytes, Overhead overhead, RouteBy by = {}) {
    const NodeWays ways(*m.fabric, m.state, by);
    StepLoads loads(ways, overhead);
    for (std::uint32_t i = 0; i < n; ++i)
        loads.add(i, (i + 1) % n, bytes);
    EXPECT_EQ(loads.undelivered(), 0u);
    return loads.seconds();
}

const std::vector<std::vector<Change>> damages{
    {},
    {Fail{"plane 2"}},
    {Fail{"plane 1 l2 3"}},
    {Slow{"plane 1", 50}},
    {Fail{"link node 1 plane 2 l2 1"}, Fail{"link node 2 plane 2 l2 2"}},
};

// The same ring as single flows, solved by max-min fair sharing.
TEST(CollectiveTraffic, EqualTransfersTakeAsLongAsSingleFlows) {
    for (const std::vector<Change>& changes : damages) {
        const Damaged m = damaged(smallMachine(4, 2, 2, 3, 4), changes);
        const Overhead overhead{1.2, 1.3};
        const Result<Traffic> flows = transfers(*m.fabric, m.state, ringOf(*m.fabric, 16, 1e6), overhead);
        EXPECT_NEAR(ringSeconds(m, 16, 1e6, overhead) / runFluid(*flows).end, 1, 1e-9);
    }
}

// The same by other rules, on three tiers, and among supernodes.
TEST(CollectiveTraffic, EveryRuleAndTierTakesAsLongAsSingleFlows) {
    const auto count = [](int n) {
        return Count{n, {static_cast<double>(n), "of them", Grade::Assumption, "", "", ""}};
    };
    SystemSpec three = *smallMachine(4, 2, 2, 3, 4);
    three.fabric.tiers = count(3);
    three.fabric.pods = count(2);
    three.fabric.coresPerSpine = count(2);
    three.fabric.spinesPerBox = count(2);
    three.fabric.linksPerCable = count(2);
    SystemSpec two = *cloudMatrix();
    two.fabric.supernodes = count(2);
    const SystemPtr small = std::make_shared<const SystemSpec>(three);
    const std::vector<std::tuple<SystemPtr, Network, std::uint32_t>> machines{
        {small, Network::ScaleUp, 16},
        {cloudMatrix(), Network::ScaleUp, 64},
        {cloudMatrix(), Network::ScaleOut, 64},
        {std::make_shared<const SystemSpec>(two), Network::ScaleOut, 1536}};
    for (const auto& [system, network, ranks] : machines)
        for (const Routing rule : {Routing::Spread, Routing::Hashed, Routing::PlanePerDestination})
            for (const std::vector<Change>& changes : {std::vector<Change>{}, {Slow{"node 2", 50}}}) {
                const Damaged m = damaged(system, changes);
                const RouteBy by{network, rule, 7};
                const Result<Traffic> flows =
                    transfers(*m.fabric, m.state, ringOf(*m.fabric, ranks, 1e6), {1.2, 1.3}, by);
                EXPECT_NEAR(ringSeconds(m, ranks, 1e6, {1.2, 1.3}, by) / runFluid(*flows).end, 1, 1e-9);
            }
}

// The classes of byRoles() solve the same pattern.
TEST(CollectiveTraffic, AProductOfOnesIsAnAllToAll) {
    for (const std::vector<Change>& changes :
         {std::vector<Change>{}, {Fail{"plane 3"}}, {Slow{"plane 2", 40}}}) {
        const Damaged m = damaged(cloudMatrix(), changes);
        const std::size_t n = m.fabric->count(ElementKind::Endpoint);
        const NodeWays ways(*m.fabric, m.state);
        StepLoads loads(ways, {});
        loads.addProduct(firstRanks(static_cast<std::uint32_t>(n)), std::vector<double>(n, 1000.0),
                         std::vector<double>(n, 1.0));
        const std::vector<std::uint32_t> ends = firstRanks(static_cast<std::uint32_t>(n));
        const Result<Traffic> classes = byRoles(*m.fabric, m.state, ends, uniformPattern(n, 1000), {});
        EXPECT_NEAR(loads.seconds() / runFluid(*classes).end, 1, 1e-9);
    }
}

// Pair by pair and as a product, ranks on several nodes, unequal amounts, a leaf down.
TEST(CollectiveTraffic, AProductIsTheSumOfItsPairs) {
    const Damaged m = damaged(smallMachine(4, 2, 2, 3, 4), {Fail{"plane 2 l2 3"}, Slow{"node 3", 30}});
    const NodeWays ways(*m.fabric, m.state);
    const std::vector<std::uint32_t> ranks{0, 1, 5, 9, 10, 11, 14};
    const std::vector<double> out{3, 1, 4, 1, 5, 9, 2}, in{2, 7, 1, 8, 2, 8, 1};
    StepLoads product(ways, {1.1, 1.4}), pairs(ways, {1.1, 1.4});
    product.addProduct(ranks, out, in);
    for (std::size_t i = 0; i < ranks.size(); ++i)
        for (std::size_t j = 0; j < ranks.size(); ++j)
            pairs.add(ranks[i], ranks[j], out[i] * in[j]);
    EXPECT_NEAR(product.seconds() / pairs.seconds(), 1, 1e-12);
    EXPECT_NEAR(product.payload() / pairs.payload(), 1, 1e-12);
    // All pairs but those with itself: sum of out x sum of in, less the sum of the products.
    double all = 25.0 * 29.0;
    for (std::size_t i = 0; i < ranks.size(); ++i)
        all -= out[i] * in[i];
    EXPECT_NEAR(product.payload(), all, 1e-9);
}

TEST(CollectiveTraffic, TheSolverAgreesWithTheFullestChannel) {
    const Damaged m = damaged(cloudMatrix(), {Fail{"plane 3 l2 5"}, Slow{"node 7", 50}});
    const NodeWays ways(*m.fabric, m.state);
    StepLoads loads(ways, {1.4, 1.5});
    std::vector<double> in(96);
    std::iota(in.begin(), in.end(), 1.0);
    loads.addProduct(firstRanks(96), std::vector<double>(96, 1e4), in);
    const Traffic traffic = loads.traffic();
    EXPECT_NEAR(runFluid(traffic).end / loads.seconds(), 1, 1e-9);
    double bytes = 0;
    for (const Flow& f : traffic.flows)
        bytes += f.bytes * f.members;
    EXPECT_NEAR(bytes / loads.payload(), 1, 1e-12);
}

// As flows and without, on one, two and three tiers, with links of packages, planes and chips that differ.
TEST(ExchangeLoads, PutsOnChannelsWhatItsFlowsDo) {
    SystemSpec three = *smallMachine(8, 2, 2, 3, 4);
    const auto set = [](auto& field, int n) {
        field = Count{n, {static_cast<double>(n), "of them", Grade::Assumption, "", "", ""}};
    };
    set(three.fabric.tiers, 3);
    set(three.fabric.pods, 2);
    set(three.fabric.coresPerSpine, 2);
    set(three.fabric.spinesPerBox, 2);
    set(three.fabric.linksPerCable, 2);
    for (const SystemPtr& system :
         {cloudMatrix(), nvl72(), SystemPtr(std::make_shared<const SystemSpec>(three))}) {
        Damaged m = damaged(system, {Slow{"plane 1", 50}, Fail{"plane 3"}});
        m.state.package = PackagePath::Link;
        const NodeWays ways(*m.fabric, m.state);
        StepLoads loads(ways, {1.2, 1.3});
        std::vector<double> in(24);
        std::iota(in.begin(), in.end(), 1.0);
        loads.addProduct(firstRanks(24), std::vector<double>(24, 1e4), in);
        const ExchangeLoadsPtr places = loads.exchange(), flows = exchangeLoads(*m.fabric, loads.traffic());
        const std::size_t channels = m.fabric->channelCount();
        std::vector<double> load(channels, 1), payload(channels), otherLoad(channels, 1),
            otherPayload(channels);
        places->addTo(load, payload, 2.5);
        flows->addTo(otherLoad, otherPayload, 2.5);
        PerLinkKind wire{};
        for (std::size_t c = 0; c < channels; ++c) {
            ASSERT_NEAR(load[c], otherLoad[c], 1e-9 * load[c]) << system->name << ", channel " << c;
            ASSERT_NEAR(payload[c], otherPayload[c], 1e-9 * payload[c]) << system->name << ", channel " << c;
            const Link& link = m.fabric->link(linkOf(ChannelId(static_cast<std::uint32_t>(c))));
            wire[static_cast<std::size_t>(link.kind)] += (load[c] - 1) / 2.5;
        }
        EXPECT_NEAR(places->delivered() / flows->delivered(), 1, 1e-12);
        for (std::size_t k = 0; k < linkKinds; ++k) {
            EXPECT_NEAR(places->wire()[k], wire[k], 1e-9 * wire[k]) << system->name << ", kind " << k;
            EXPECT_NEAR(flows->wire()[k], wire[k], 1e-9 * wire[k]) << system->name << ", kind " << k;
        }
    }
}

// 4 GPUs over 18 planes of 50 GB/s: 900 kB up and down take 1 us. With one link of one of them cut, no rank
// can use that plane: 17 are left.
TEST(CollectiveTraffic, TheSwitchNeedsPlanesThatAllShare) {
    for (const auto& [changes, planes] :
         {std::pair{std::vector<Change>{}, 18.0}, {{Fail{"plane 4"}}, 17.0}}) {
        const Damaged m = damaged(nvl72(), changes);
        const NodeWays ways(*m.fabric, m.state);
        StepLoads loads(ways, {});
        loads.addInSwitch(firstRanks(4), std::vector<double>(4, 900e3), 900e3);
        EXPECT_NEAR(loads.seconds(), 1e-6 * 18 / planes, 1e-15);
        EXPECT_NEAR(runFluid(loads.traffic()).end, loads.seconds(), 1e-15);
    }
}

TEST(CollectiveTraffic, WhatNoPlaneJoinsIsCountedAndNamed) {
    const Damaged m = damaged(smallMachine(2, 2, 1, 1, 2), {Fail{"plane 1"}});
    const NodeWays ways(*m.fabric, m.state);
    StepLoads loads(ways, {});
    loads.addProduct(firstRanks(4), std::vector<double>(4, 1.0), std::vector<double>(4, 1.0));
    EXPECT_EQ(loads.undelivered(), 12u);
    EXPECT_EQ(loads.seconds(), 0);
    EXPECT_NE(loads.traffic().undelivered.examples.front().find("no plane joins them"), std::string::npos);
}

} // namespace
} // namespace supernode
