// SPDX-License-Identifier: GPL-3.0-or-later
// From the question to the answer for every pattern of traffic: closed forms, and questions that cannot be.
#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

#include <limits>

namespace supernode::test {
namespace {

constexpr double mib64 = 67108864;

double time(const Workload& workload, std::vector<Change> changes = {}) {
    return metric(answer({cloudMatrix(), std::move(changes), workload}), "time");
}
double us(double bytes, double bytesPerSecond) { return bytes / bytesPerSecond * 1e6; }

TEST(TrafficPlans, AHotspotEndsWhenTheHotRankHasReceivedAll) {
    // 767 ranks send it a tenth of 64 MiB each over 196 GB/s.
    EXPECT_NEAR(time(Hotspot{}) / us(767 * 0.1 * mib64, 196e9), 1, 1e-9);
    // Without a share for it, 766 others get all and everybody sends 64 MiB at 196 GB/s; what a rank gets is
    // 765/766 of that and the hot one's 1/767: no more than it sends.
    EXPECT_NEAR(time(Hotspot{.share = 0}) / us(mib64, 196e9), 1, 2e-3);
}

TEST(TrafficPlans, AHotspotWithEvenSharesIsAnAllToAll) {
    // 1/767 of the bytes to each of the others: 64 MiB at 196 GB/s.
    EXPECT_NEAR(time(Hotspot{.share = 1.0 / 767}) / us(mib64, 196e9), 1, 1e-9);
}

TEST(TrafficPlans, CachesMoveAtTheRateOfTheSendersCards) {
    // 32 dies send 256 MiB each over 25 GB/s of RDMA; each of 320 receivers gets a tenth of that rate.
    EXPECT_NEAR(time(KvTransfer{}) / us(268435456, 25e9), 1, 1e-9);
    const OutcomePtr o = answer({cloudMatrix(), {}, KvTransfer{}});
    EXPECT_NEAR(metric(o, "throughput"), 0.8, 1e-9);
    EXPECT_NE(o->bottleneck.resource.find("RDMA"), std::string::npos) << o->bottleneck.resource;
    // Over the planes: 32 x 196 GB/s.
    EXPECT_NEAR(time(KvTransfer{.network = Network::ScaleUp}) / us(268435456, 196e9), 1, 1e-9);
}

TEST(TrafficPlans, AMatrixIsSentInProportion) {
    // Rank 1 sends 100 kB to rank 2 and 300 kB to rank 3: both end together after 400 kB at 196 GB/s.
    const OutcomePtr o = answer({cloudMatrix(), {}, AllToAll{.matrix = {0, 1e5, 3e5, 0, 0, 0, 0, 0, 0}}});
    EXPECT_NEAR(metric(o, "time"), us(4e5, 196e9), 1e-9);
    EXPECT_EQ(o->intervals.size(), 1u);
}

TEST(TrafficPlans, AMatrixArrivesCellByCell) {
    // 64 ranks, (7 i + 3 j) mod 11 MB from rank i to rank j; the diagonal stays where it is.
    AllToAll w;
    double offered = 0;
    for (int i = 0; i < 64; ++i)
        for (int j = 0; j < 64; ++j) {
            w.matrix.push_back((7 * i + 3 * j) % 11 * 1e6);
            offered += i == j ? 0 : w.matrix.back();
        }
    const OutcomePtr o = answer({cloudMatrix(), {Fail{"node 2 l1 3"}}, w});
    double delivered = 0;
    for (const Interval& interval : o->intervals)
        delivered += interval.delivered() * (interval.end - interval.start).base();
    EXPECT_NEAR(delivered / offered, 1, 1e-6);
    for (std::uint32_t i = 0; i < 64; ++i)
        for (std::uint32_t j = 0; j < 64; ++j)
            ASSERT_NEAR(o->phases.back().sends->between(i, j), i == j ? 0 : w.matrix[i * 64 + j], 1e-6);
}

TEST(TrafficPlans, AMatrixOfZerosSendsNothing) {
    const OutcomePtr o = answer({cloudMatrix(), {}, AllToAll{.matrix = {0, 0, 0, 0}}});
    EXPECT_EQ(o->bottleneck.sentence, "Nothing is sent.");
    EXPECT_EQ(o->end.base(), 0);
}

TEST(TrafficPlans, AZipfAllToAllEndsWithTheMostPopularReceiver) {
    // Four ranks of a node: shares 1, 1/2, 1/3, 1/4 over 25/12. Rank 1 gets 12/25 of 64 MiB from three
    // others.
    EXPECT_NEAR(time(AllToAll{.ranks = {4}, .zipf = 1}) / us(3 * 12.0 / 25 * mib64, 196e9), 1, 1e-9);
}

TEST(TrafficPlans, RanksStandWhereTheyArePlaced) {
    // 16 ranks: packed they fill node 1 and need no L2 chip; scattered they stand in 16 nodes.
    const auto out = [](Placement placement) {
        const OutcomePtr o = answer({cloudMatrix(), {}, AllToAll{.ranks = {16, placement}}});
        EXPECT_NEAR(metric(o, "throughput"), 16 * 0.196, 1e-9);
        return useOf(*o, o->intervals.front(), *o->fabric->find("node 1")).out.base();
    };
    EXPECT_EQ(out(Placement::Packed), 0);
    EXPECT_NEAR(out(Placement::Scattered), 196e9, 1e6);
}

TEST(TrafficPlans, FlowsStartWhenTheyAreDrawnToStart) {
    // Two flows of 196 kB into one die. The first is alone for 0.5 us and has half left when the second
    // comes: at 98 GB/s each it ends at 1.5 us; the second has half left and ends at 2 us.
    const OutcomePtr o = answer(
        {cloudMatrix(),
         {},
         Flows{.list = {{"node 1 npu 1 die 1", "node 3 npu 1 die 1", bytes(196e3), {}},
                        {"node 2 npu 1 die 1", "node 3 npu 1 die 1", bytes(196e3), microseconds(0.5)}}}});
    EXPECT_NEAR(metric(o, "time"), 2, 1e-9);
    EXPECT_EQ(o->intervals.size(), 3u);
}

TEST(TrafficPlans, FlowsOfDifferentNetworksDoNotMeet) {
    // From one die 196 GB/s over the planes and 25 GB/s over RDMA at once; over the VPC 50 GB/s a node,
    // shared by two flows of its dies.
    const auto flow = [](const char* from, Network network) {
        return DrawnFlow{from, "node 9 npu 1 die 1", bytes(1e6), {}, network};
    };
    const auto delivered = [](std::vector<DrawnFlow> list) {
        return answer({cloudMatrix(), {}, Flows{.list = std::move(list)}})->intervals.front().delivered();
    };
    const char *one = "node 1 npu 1 die 1", *two = "node 1 npu 2 die 1";
    EXPECT_NEAR(delivered({flow(one, Network::ScaleUp), flow(one, Network::ScaleOut)}), 221e9, 1);
    EXPECT_NEAR(delivered({flow(one, Network::Vpc), flow(two, Network::Vpc)}), 50e9, 1);
}

TEST(TrafficPlans, ManyFlowsAtOnePortShareIt) {
    // 20,000 flows of 9.8 kB into one die: 196 MB at 196 GB/s.
    Flows flows;
    for (int i = 0; i < 20'000; ++i)
        flows.list.push_back(
            {"node " + std::to_string(2 + i % 47) + " npu 1 die 1", "node 1 npu 1 die 1", bytes(9800), {}});
    EXPECT_NEAR(time(flows), 1000, 1e-6);
}

TEST(TrafficPlans, WhatCannotBeSentIsRefusedByField) {
    const auto field = [](const SystemPtr& system, const Workload& w) {
        const Result<OutcomePtr> r = evaluate({system, {}, w});
        return r ? std::string("answered") : r.issues().front().field;
    };
    const SystemPtr cm = cloudMatrix();
    const std::string one = "node 1 npu 1 die 1", two = "node 1 npu 1 die 2";
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(field(cm, AllToAll{.ranks = {769}}), "workload.ranks");
    EXPECT_EQ(field(cm, AllToAll{.matrix = {1, 2, 3}}), "workload.matrix");
    EXPECT_EQ(field(cm, AllToAll{.ranks = {3}, .matrix = {0, 1, 1, 0}}), "workload.matrix");
    EXPECT_EQ(field(cm, AllToAll{.matrix = {0, nan, 1, 0}}), "workload.matrix[1]");
    EXPECT_EQ(field(cm, AllToAll{.bytes = bytes(1e30)}), "workload.bytes");
    EXPECT_EQ(field(cm, KvTransfer{.senders = 500, .receivers = 500}), "workload.receivers");
    EXPECT_EQ(field(cm, Hotspot{.to = "node 1 cpu 1"}), "workload.to");
    EXPECT_EQ(field(cm, Hotspot{.ranks = {4}, .to = "node 9 npu 1 die 1"}), "workload.to");
    EXPECT_EQ(field(cm, Hotspot{.share = 2}), "workload.share");
    EXPECT_EQ(field(cm, Flows{.list = {{one, one, bytes(1), {}}}}), "workload.flows[0]");
    EXPECT_EQ(field(cm, Flows{.list = {{one, two, bytes(1), {}}, {one, "die", bytes(1), {}}}}),
              "workload.flows[1].to");
    EXPECT_EQ(field(cm, Flows{.list = {{one, "plane 3", bytes(1), {}}}}), "workload.flows[0].to");
    EXPECT_EQ(field(cm, Flows{.list = {{one, "node 2 cpu 1", bytes(1), {}, Network::ScaleOut}}}),
              "workload.flows[0].to");
    EXPECT_EQ(field(nvl72(), AllToAll{.network = Network::Vpc}), "workload.network");
    EXPECT_EQ(field(cm, Flows{}), "answered");
}

TEST(TrafficPlans, AFlowToADeadEndIsToldNotSent) {
    const OutcomePtr o =
        answer({cloudMatrix(),
                {Fail{"node 2 npu 1 die 1"}},
                Flows{.list = {{"node 1 npu 1 die 1", "node 2 npu 1 die 1", bytes(1e6), {}}}}});
    EXPECT_EQ(o->undelivered.pairs, 1u);
    EXPECT_NE(o->undelivered.examples.front().find("the receiver is down"), std::string::npos);
    EXPECT_EQ(o->end.base(), 0);
}

} // namespace
} // namespace supernode::test
