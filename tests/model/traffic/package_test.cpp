// SPDX-License-Identifier: GPL-3.0-or-later
// Two dies of a package over the link between them, and over the planes when it is asked for or broken.
#include "model/fabric/fabric_state.h"
#include "model/simulation/fluid.h"
#include "model/traffic/collective_traffic.h"
#include "model/traffic/patterns.h"
#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace supernode::test {
namespace {

constexpr double plane = 28e9, package = 270e9;

Scenario over(PackagePath path, Workload workload, std::vector<Change> changes = {},
              Routing rule = Routing::Spread) {
    return {cloudMatrix(), std::move(changes), std::move(workload), rule, 1, path};
}
OutcomePtr overLink(Workload workload, std::vector<Change> changes = {}, Routing rule = Routing::Spread) {
    return answer(over(PackagePath::Link, std::move(workload), std::move(changes), rule));
}
double sent(const OutcomePtr& o, const char* element) {
    return useOf(*o, o->intervals.front(), *o->fabric->find(element)).out.base();
}
const PointToPoint twins{.bytes = bytes(27e6), .from = "node 5 npu 2 die 1", .to = "node 5 npu 2 die 2"};

TEST(Package, APairOfDiesHasTheLinkForItself) {
    // 270 GB/s over the link of the package; 7 x 28 over the planes.
    EXPECT_NEAR(metric(overLink(twins), "bandwidth"), 270, 1e-9);
    EXPECT_NEAR(metric(answer(over(PackagePath::Fabric, twins)), "bandwidth"), 196, 1e-9);
    EXPECT_NEAR(sent(overLink(twins), "node 5 npu 2 die link"), package, 1e5);
    EXPECT_EQ(overLink(twins)->bottleneck.resource, "links of the package");
    EXPECT_EQ(sent(overLink(twins), "link node 5 npu 2 die 1 plane 1"), 0);
}

TEST(Package, ABrokenLinkSendsItsPairOverThePlanes) {
    EXPECT_NEAR(metric(overLink(twins, {Fail{"node 5 npu 2 die link"}}), "bandwidth"), 196, 1e-9);
    // At half speed it still carries: 135 GB/s.
    EXPECT_NEAR(metric(overLink(twins, {Slow{"node 5 npu 2 die link", 50}}), "bandwidth"), 135, 1e-9);
}

TEST(Package, ADieWithoutPlanesStillReachesItsTwin) {
    std::vector<Change> cut;
    for (int p = 1; p <= 7; ++p)
        cut.push_back(Fail{"link node 5 npu 2 die 1 plane " + std::to_string(p)});
    EXPECT_NEAR(metric(overLink(twins, cut), "bandwidth"), 270, 1e-9);
    EXPECT_EQ(answer(over(PackagePath::Fabric, twins, cut))->undelivered.pairs, 1u);
    // In an all-to-all it is cut off from 766 others, both ways.
    EXPECT_EQ(overLink(AllToAll{}, cut)->undelivered.pairs, 2u * 766);
}

TEST(Package, AnAllToAllLeavesThePlanesToThe766Others) {
    // Over the planes a die has 766 partners: 28/766 a subflow, 196/766 a pair; its twin has 270 GB/s alone.
    // Bytes over the planes end last: 766/768 of 64 MiB at 196 GB/s. The hash changes where they go, not how
    // many; adapting finds nothing better; each receiver's plane takes all its 766 messages.
    const OutcomePtr o = overLink(AllToAll{});
    EXPECT_NEAR(metric(o, "slowest_pair"), 196.0 / 766, 1e-12);
    const double time = 67108864.0 * 766 / 768 / 196e9 * 1e6;
    EXPECT_NEAR(metric(o, "time"), time, 1e-9);
    EXPECT_NEAR(sent(o, "node 9 npu 1 die 2"), 7 * plane, 1e6);
    EXPECT_NEAR(sent(o, "node 9 npu 1 die link"), package, 1e5);
    EXPECT_NEAR(metric(overLink(AllToAll{}, {}, Routing::Adaptive), "time"), time, 1e-9);
    EXPECT_NEAR(metric(overLink(AllToAll{}, {}, Routing::PlanePerDestination), "time"), 7 * time, 1e-6);
}

TEST(Package, OneBrokenLinkOfAnAllToAllSlowsOnePackage) {
    // Its two dies have 767 partners over the planes: 28/767 a subflow. Any other die sends them 2 of its
    // 766.
    const FabricPtr f = *buildFabric(cloudMatrix());
    FabricState state = *applyChanges(*f, {Fail{"node 5 npu 2 die link"}});
    state.package = PackagePath::Link;
    const auto ends = *endpointsOf(f->system(), {});
    const Traffic traffic = *byRoles(*f, state, ends, uniformPattern(768, 1e6), {});
    const Sharing sharing = shareMaxMin(traffic.sharing);
    double inPackage = 0, slow = 0, others = 0;
    for (std::size_t i = 0; i < traffic.flows.size(); ++i) {
        const double rate = sharing.rate[i], members = traffic.flows[i].members;
        if (std::abs(rate - package) < 1)
            inPackage += members;
        else if (std::abs(rate - plane / 767) < 1)
            slow += members;
        else if (std::abs(rate - (plane - 2 * plane / 767) / 764) < 1)
            others += members;
    }
    EXPECT_DOUBLE_EQ(inPackage, 2 * 383);
    EXPECT_DOUBLE_EQ(slow, 7 * (2 * 2 * 766 + 2.0));
    EXPECT_DOUBLE_EQ(others, 7 * 766.0 * 764);
}

TEST(Package, ARingBetweenTwinsTakesTheTimeOfTheLink) {
    // 270 kB each way over 270 GB/s, with 1.2 wire bytes a byte: 1.2 us. Two more ranks elsewhere send 196 kB
    // over 196 GB/s: 1.2 us as well.
    const FabricPtr f = *buildFabric(cloudMatrix());
    FabricState state = *applyChanges(*f, {});
    state.package = PackagePath::Link;
    const NodeWays ways(*f, state);
    StepLoads loads(ways, {1.2, 1.2});
    loads.add(0, 1, 270e3);
    loads.add(1, 0, 270e3);
    EXPECT_NEAR(loads.seconds(), 1.2e-6, 1e-15);
    loads.add(20, 40, 196e3);
    EXPECT_NEAR(loads.seconds(), 1.2e-6, 1e-15);
    const Traffic traffic = loads.traffic();
    EXPECT_NEAR(runFluid(traffic).end, 1.2e-6, 1e-15);
    EXPECT_DOUBLE_EQ(traffic.joined, 3);
    EXPECT_NEAR(traffic.who->between(0, 1), 270e3, 1e-6);
}

TEST(Package, AProductIsTheSumOfItsPairsOverLinksToo) {
    const FabricPtr f = *buildFabric(cloudMatrix());
    FabricState state =
        *applyChanges(*f, {Fail{"node 1 npu 2 die link"}, Fail{"link node 1 npu 1 die 1 plane 3"},
                           Slow{"node 2 npu 1", 40}});
    state.package = PackagePath::Link;
    const NodeWays ways(*f, state);
    const std::vector<std::uint32_t> ranks{0, 1, 2, 3, 5, 16, 17, 40};
    const std::vector<double> out{3, 1, 4, 1, 5, 9, 2, 6}, in{2, 7, 1, 8, 2, 8, 1, 8};
    StepLoads product(ways, {1.1, 1.4}), pairs(ways, {1.1, 1.4});
    product.addProduct(ranks, out, in);
    for (std::size_t i = 0; i < ranks.size(); ++i)
        for (std::size_t j = 0; j < ranks.size(); ++j)
            pairs.add(ranks[i], ranks[j], out[i] * in[j]);
    EXPECT_NEAR(product.seconds() / pairs.seconds(), 1, 1e-12);
    EXPECT_NEAR(product.payload() / pairs.payload(), 1, 1e-12);
    EXPECT_EQ(product.traffic().joined, pairs.traffic().joined);
}

TEST(Package, AMachineOfSingleDiesHasNothingToChoose) {
    Scenario s{nvl72(), {}, AllToAll{}};
    s.package = PackagePath::Link;
    EXPECT_NEAR(metric(answer(s), "slowest_pair"), 900.0 / 71, 1e-9);
}

} // namespace
} // namespace supernode::test
