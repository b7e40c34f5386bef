// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fabric/fabric_state.h"
#include "model/scenario/words.h"
#include "model/workload/collective_plan.h"
#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

#include <cmath>
#include <optional>

namespace supernode {
namespace {

using test::answer;
using test::cloudMatrix;
using test::metric;
using test::nvl72;

constexpr double us = 1e-6;

// A machine like NVL72 on which a stream has the whole link, and software costs round figures.
SystemPtr withCosts(double launchUs, double stepUs) {
    SystemSpec s = *nvl72();
    const auto time = [](double value) {
        return Fact<Duration>{microseconds(value), {value, "us", Grade::Paper, "", "", ""}};
    };
    s.collective.launch = time(launchUs);
    s.collective.step = time(stepUs);
    s.collective.share = Fact<Ratio>{ratio(1), {1, "ratio", Grade::Paper, "", "", ""}};
    s.fabric.inSwitchReduction = Count{1, {1, "a chip", Grade::Paper, "", "", ""}};
    return std::make_shared<const SystemSpec>(std::move(s));
}

template <class W>
W on(int ranks, Algorithm algorithm, double bytesEach, Operation operation = Operation::Write) {
    W w;
    w.ranks.count = ranks;
    w.algorithm = algorithm;
    w.bytes = bytes(bytesEach);
    w.operation = operation;
    return w;
}
double timeOf(const SystemPtr& system, const Workload& w, const std::vector<Change>& changes = {}) {
    return metric(answer({system, changes, w}), "time");
}
std::string refusal(const SystemPtr& system, const Workload& w) {
    const Result<OutcomePtr> outcome = evaluate({system, {}, w});
    return outcome ? "" : toSentence(outcome.issues().front());
}

// 900 GB/s a GPU. S = 900 MB: S/B = 1,000 us. Launch 10 us, a step 2 us.
constexpr double size = 900e6, wire = 1000, launch = 10, alpha = 2;

// 2(n-1)/n x S/B + 2(n-1) x alpha + launch, for any n.
TEST(Collectives, RingTakesTheTextbookTime) {
    for (const double n : {2.0, 5.0, 8.0, 72.0}) {
        const int ranks = static_cast<int>(n);
        EXPECT_NEAR(timeOf(withCosts(launch, alpha), on<AllReduce>(ranks, Algorithm::Ring, size)),
                    launch + 2 * (n - 1) / n * wire + 2 * (n - 1) * alpha, 1e-6);
        EXPECT_NEAR(timeOf(withCosts(launch, alpha), on<AllGather>(ranks, Algorithm::Ring, size)),
                    launch + (n - 1) / n * wire + (n - 1) * alpha, 1e-6);
        EXPECT_NEAR(timeOf(nvl72(), on<ReduceScatter>(ranks, Algorithm::Ring, size, Operation::Line)),
                    (n - 1) / n * wire, 1e-6);
    }
}

// 2(n-1)/n x S/B + 2 log2 n x alpha for powers of two. 6 ranks are 4 and 2 more: the two send all they have
// to a partner first and get all back in the end, 2 S/B and 2 alpha on top of those of 4.
TEST(Collectives, HalvingDoublingTakesTheTextbookTime) {
    for (const double n : {2.0, 8.0, 64.0})
        EXPECT_NEAR(timeOf(withCosts(launch, alpha),
                           on<AllReduce>(static_cast<int>(n), Algorithm::HalvingDoubling, size)),
                    launch + 2 * (n - 1) / n * wire + 2 * std::log2(n) * alpha, 1e-6);
    EXPECT_NEAR(timeOf(withCosts(launch, alpha), on<AllReduce>(6, Algorithm::HalvingDoubling, size)),
                launch + 2 * 3.0 / 4 * wire + 2 * wire + 6 * alpha, 1e-6);
}

// Two steps whatever n is, scatter and gather, (n-1)/n x S/B each; before each 7 rounds until all 72 are
// ready.
TEST(Collectives, DirectTakesTwoSteps) {
    EXPECT_NEAR(timeOf(withCosts(launch, alpha), on<AllReduce>(72, Algorithm::Direct, size)),
                launch + 2 * 71.0 / 72 * wire + 14 * alpha, 1e-6);
}

// 16 trays of 4: 3/4 S/B and 2 rounds in the tray, 2 x 15/16 x (S/4)/B and 2 x 4 steps among trays, 3/4 S/B
// in the tray. One tier: a tray is no nearer than the rest. In rings among trays, 2 x 15 steps: slower.
TEST(Collectives, HierarchyGoesIntoTheNodeAmongTheNodesAndBack) {
    EXPECT_NEAR(timeOf(withCosts(launch, alpha), on<AllReduce>(64, Algorithm::Hierarchical, size)),
                launch + 2 * 0.75 * wire + 2 * 15.0 / 16 * wire / 4 + 12 * alpha, 1e-6);
}

// Each GPU sends S and its n-th part of the result, and receives as much: (1 + 1/n) S/B. All 72 must be ready
// before and done after, 7 rounds each; the others need it once.
TEST(Collectives, TheSwitchAddsOnTheWay) {
    EXPECT_NEAR(timeOf(withCosts(launch, alpha), on<AllReduce>(72, Algorithm::InSwitch, size)),
                launch + 73.0 / 72 * wire + 14 * alpha, 1e-6);
    EXPECT_NEAR(timeOf(withCosts(launch, alpha), on<AllGather>(72, Algorithm::InSwitch, size)),
                launch + wire + 7 * alpha, 1e-6);
    EXPECT_NEAR(timeOf(withCosts(launch, alpha), on<Broadcast>(72, Algorithm::InSwitch, size)),
                launch + wire + 7 * alpha, 1e-6);
}

// A slice of 90 MB takes 100 us. The ring waits for one, the switch for three.
TEST(Collectives, APipelineFillsSliceBySlice) {
    SystemSpec s = *withCosts(launch, alpha);
    s.collective.slice = Fact<Bytes>{bytes(90e6), {90, "MB", Grade::Paper, "", "", ""}};
    const auto system = std::make_shared<const SystemSpec>(s);
    EXPECT_NEAR(timeOf(system, on<AllReduce>(4, Algorithm::Ring, size)),
                launch + 1.5 * wire + 6 * alpha + 100, 1e-6);
    EXPECT_NEAR(timeOf(system, on<AllReduce>(72, Algorithm::InSwitch, size)),
                launch + 73.0 / 72 * wire + 14 * alpha + 300, 1e-6);
    // 9 MB: a rank's step of the ring is 2.25 MB, less than a slice; its own 2.5 us are waited for.
    EXPECT_NEAR(timeOf(system, on<AllReduce>(4, Algorithm::Ring, size / 100)),
                launch + 1.5 * wire / 100 + 6 * alpha + 2.5, 1e-6);
}

// Direct: the root sends n-1 times over its own link. Tree: log2 n times S/B, rounded up. Chain: at line rate
// and without latency infinitely thin slices, S/B; with latency the best number of slices P of (P + n -
// 2)(alpha + S/B/P): P = sqrt((n-2) x 1000/2) = 54.77 for 8 ranks, 55 gives 61 x (2 + 18.1818) = 1,231.09.
TEST(Collectives, BroadcastTakesTheTextbookTime) {
    const SystemPtr system = withCosts(launch, alpha);
    EXPECT_NEAR(timeOf(system, on<Broadcast>(8, Algorithm::Direct, size)), launch + 7 * wire + alpha, 1e-6);
    EXPECT_NEAR(timeOf(system, on<Broadcast>(8, Algorithm::HalvingDoubling, size)),
                launch + 3 * wire + 3 * alpha, 1e-6);
    EXPECT_NEAR(timeOf(system, on<Broadcast>(9, Algorithm::HalvingDoubling, size)),
                launch + 4 * wire + 4 * alpha, 1e-6);
    EXPECT_NEAR(timeOf(system, on<Broadcast>(8, Algorithm::Ring, size, Operation::Line)), wire, 1e-6);
    EXPECT_NEAR(timeOf(system, on<Broadcast>(8, Algorithm::Ring, size)), launch + 61 * (2 + wire / 55), 1e-6);
}

TEST(Collectives, AutoIsNeverSlowerThanAnyAlgorithm) {
    for (const SystemPtr& system : {cloudMatrix(), withCosts(launch, alpha)}) {
        OutcomePtr last; // carries the wiring along
        const auto time = [&](const Workload& w,
                              const std::vector<Change>& changes) -> std::optional<double> {
            const Result<OutcomePtr> outcome = evaluate({system, changes, w}, last.get());
            if (!outcome)
                return std::nullopt;
            last = *outcome;
            return last->metric("time")->value;
        };
        for (const double bytesEach : {1e3, 1e6, 1e9})
            for (const int ranks : {3, 8, 32, 60})
                for (const std::vector<Change>& changes :
                     {std::vector<Change>{}, {Fail{"plane 3"}}, {Slow{"plane 1", 10}}}) {
                    const auto best = time(on<AllReduce>(ranks, Algorithm::Auto, bytesEach), changes);
                    ASSERT_TRUE(best);
                    for (const auto& [word, algorithm] : wordsOf(Algorithm{}))
                        EXPECT_LE(*best,
                                  time(on<AllReduce>(ranks, algorithm, bytesEach), changes).value_or(*best) *
                                      (1 + 1e-9))
                            << word;
                }
    }
}

TEST(Collectives, AutoSaysWhatItChoseAndAgainstWhat) {
    const OutcomePtr outcome =
        answer({withCosts(launch, alpha), {}, on<AllReduce>(72, Algorithm::Auto, size)});
    const std::string sentence = outcome->metric("time")->sentence;
    EXPECT_NE(sentence.find("Auto chose in-switch with 1052 us; the others would take: ring"),
              std::string::npos)
        << sentence;
    EXPECT_NE(sentence.find("hierarchical"), std::string::npos) << sentence;
}

// Bandwidths are bytes over time, times the factors of nccl-tests. In a ring every rank sends 2(n-1)/n of the
// buffer, so what it sends itself is the bus bandwidth.
TEST(Collectives, BandwidthsFollowFromTheTime) {
    for (const int ranks : {4, 72}) {
        const OutcomePtr o =
            answer({withCosts(launch, alpha), {}, on<AllReduce>(ranks, Algorithm::Ring, size)});
        const double rate = size / (metric(o, "time") * us) / 1e9, n = ranks;
        EXPECT_NEAR(metric(o, "algorithm_bandwidth"), rate, 1e-9 * rate);
        EXPECT_NEAR(metric(o, "bus_bandwidth"), rate * 2 * (n - 1) / n, 1e-9 * rate);
        EXPECT_NEAR(metric(o, "bandwidth_per_rank"), rate * 2 * (n - 1) / n, 1e-9 * rate);
    }
    const OutcomePtr gather = answer({nvl72(), {}, on<AllGather>(8, Algorithm::Ring, size, Operation::Line)});
    EXPECT_NEAR(metric(gather, "bus_bandwidth"), 900, 1e-6);
    const OutcomePtr all = answer({nvl72(), {}, on<Broadcast>(8, Algorithm::Ring, size, Operation::Line)});
    EXPECT_NEAR(metric(all, "bus_bandwidth"), metric(all, "algorithm_bandwidth"), 1e-9);
}

// 6 of 7 planes are left: 7/6 of the time. A rank that is down is left out and said so.
TEST(Collectives, AFaultMovesTheTime) {
    const AllReduce ring = on<AllReduce>(0, Algorithm::Ring, size, Operation::Line);
    const double healthy = timeOf(cloudMatrix(), ring);
    EXPECT_NEAR(timeOf(cloudMatrix(), ring, {Fail{"plane 3"}}) / healthy, 7.0 / 6, 1e-9);
    const OutcomePtr less = answer({cloudMatrix(), {Fail{"node 1 npu 1 die 1"}}, ring});
    EXPECT_EQ(less->undelivered.pairs, 0u);
    EXPECT_EQ(less->warnings.front().reason, "1 rank is down");
    EXPECT_NEAR(metric(less, "time") / healthy, (766.0 / 767) / (767.0 / 768), 1e-9);
}

// CloudMatrix at line rate is not blocking: 196 GB/s a die, near and far. 196 MB in a ring of 768.
TEST(Collectives, ARingOfTheWholeMachineRunsAtLineRate) {
    EXPECT_NEAR(timeOf(cloudMatrix(), on<AllReduce>(0, Algorithm::Ring, 196e6, Operation::Line)),
                2 * 767.0 / 768 * 1000, 1e-6);
    EXPECT_NEAR(timeOf(cloudMatrix(), on<AllReduce>(0, Algorithm::Direct, 196e6, Operation::Line)),
                2 * 767.0 / 768 * 1000, 1e-6);
}

// Scattered ranks: the first four stand on four nodes, and their ring crosses the second tier; packed ones do
// not.
TEST(Collectives, PlacementDecidesWhatIsFar) {
    AllReduce packed = on<AllReduce>(4, Algorithm::Ring, 1e3), scattered = packed;
    scattered.ranks.placement = Placement::Scattered;
    // 6 steps of a write: 1.3 us inside a node, 2.05 us across the spine, by the facts of Table 1.
    EXPECT_NEAR(timeOf(cloudMatrix(), scattered) - timeOf(cloudMatrix(), packed), 6 * 4 * 0.1875, 0.01);
}

// 96 groups of 8 at once, each in its own half node, take as long as one: nothing is shared but the leaves.
TEST(Collectives, GroupsWorkAtTheSameTime) {
    const FabricPtr fabric = *buildFabric(cloudMatrix());
    const FabricState state = *applyChanges(*fabric, {});
    CollectiveJob job{Collective::AllReduce, Algorithm::Ring, Operation::Line, bytes(196e6), {}};
    std::vector<Issue> warnings;
    for (std::uint32_t g = 0; g < 96; ++g) {
        job.groups.groups.emplace_back();
        for (std::uint32_t i = 0; i < 8; ++i)
            job.groups.groups.back().push_back(g * 8 + i);
    }
    const Result<CollectiveTime> time = collectiveTime(*fabric, state, job, warnings);
    ASSERT_TRUE(time);
    EXPECT_NEAR(time->time.base() * 1e6, 2 * 7.0 / 8 * 1000, 1e-6);
    job.groups.groups.back().pop_back();
    EXPECT_EQ(collectiveTime(*fabric, state, job, warnings).issues().front().reason,
              "groups of unequal size cannot work in step");
}

TEST(Collectives, WhatCannotBeIsRefusedInASentence) {
    EXPECT_EQ(refusal(cloudMatrix(), on<AllReduce>(1, Algorithm::Auto, 1e6)),
              "workload.ranks: one rank has nobody to talk to; give at least 2 ranks");
    EXPECT_EQ(refusal(cloudMatrix(), on<AllReduce>(769, Algorithm::Auto, 1e6)),
              "workload.ranks: CloudMatrix 384 has 768 dies, not 769; give at most 768, or 0 for all");
    EXPECT_EQ(
        refusal(cloudMatrix(), on<AllReduce>(8, Algorithm::InSwitch, 1e6)),
        "workload.algorithm: the switch chips of CloudMatrix 384 do not add what passes them; give another "
        "algorithm, or auto");
    EXPECT_EQ(
        refusal(cloudMatrix(), on<AllReduce>(20, Algorithm::Hierarchical, 1e6)),
        "workload.algorithm: the ranks do not fill their nodes equally, as a hierarchical collective needs; "
        "give a number of ranks that fills whole nodes, or another algorithm");
    AllReduce elsewhere = on<AllReduce>(8, Algorithm::Auto, 1e6);
    elsewhere.network = Network::Vpc;
    EXPECT_EQ(refusal(nvl72(), elsewhere), "workload.network: GB200 NVL72 has no vpc network; use scale-up");
    Broadcast root = on<Broadcast>(8, Algorithm::Auto, 1e6);
    root.from = "node 2 npu 1 die 1";
    EXPECT_EQ(refusal(cloudMatrix(), root),
              "workload.from: node 2 npu 1 die 1 is not among the ranks that are up; "
              "name one of them, or leave the field out");
}

TEST(Collectives, RunOverTheNetworkThatIsAskedFor) {
    // A ring of 8 dies: 7/8 of 200 MB over 25 GB/s of RDMA take 7 ms; over the planes at 196 GB/s 0.893 ms.
    AllGather ring = on<AllGather>(8, Algorithm::Ring, 200e6);
    ring.operation = Operation::Line;
    EXPECT_NEAR(metric(answer({cloudMatrix(), {}, ring}), "time"), 175e6 / 196e9 * 1e6, 1e-6);
    ring.network = Network::ScaleOut;
    const OutcomePtr out = answer({cloudMatrix(), {}, ring});
    EXPECT_NEAR(metric(out, "time"), 7000, 1e-6);
    EXPECT_NE(out->bottleneck.resource.find("RDMA"), std::string::npos) << out->bottleneck.resource;
    // As write nothing is published over RDMA: no shares, no latencies, and warnings of both.
    ring.operation = Operation::Write;
    EXPECT_GE(answer({cloudMatrix(), {}, ring})->warnings.size(), 2u);
}

TEST(Collectives, ReachOverScaleOutWhatThePlanesDoNotJoin) {
    // Two supernodes: half of the pairs of a direct all-gather are cut off over the planes, none over RDMA.
    SystemSpec two = *cloudMatrix();
    two.fabric.supernodes = Count{2, {2, "of them", Grade::Assumption, "", "", ""}};
    const SystemPtr system = std::make_shared<const SystemSpec>(two);
    AllGather direct = on<AllGather>(1536, Algorithm::Direct, 1e9);
    EXPECT_EQ(answer({system, {}, direct})->undelivered.pairs, 2u * 768 * 768);
    direct.network = Network::ScaleOut;
    EXPECT_EQ(answer({system, {}, direct})->undelivered.pairs, 0u);
}

TEST(Collectives, FollowTheRoutingOfTheScenario) {
    // By receiver each die has one link of 28 GB/s, a seventh of its seven.
    AllGather ring = on<AllGather>(16, Algorithm::Ring, 16e6);
    ring.operation = Operation::Line;
    const auto time = [&](Routing rule) {
        return metric(answer({cloudMatrix(), {}, ring, rule, 1}), "time");
    };
    EXPECT_NEAR(time(Routing::PlanePerDestination) / time(Routing::Spread), 7, 1e-9);
    EXPECT_NEAR(time(Routing::Hashed) / time(Routing::Spread), 1, 1e-9) << "inside a node there is one way";
    ring.ranks.placement = Placement::Scattered;
    EXPECT_NEAR(time(Routing::Hashed) / time(Routing::Spread), 1, 1e-9)
        << "one rank a node has 16 ways alone";
    // Adaptive spreads, and says so.
    const OutcomePtr adaptive = answer({cloudMatrix(), {}, ring, Routing::Adaptive});
    EXPECT_NEAR(metric(adaptive, "time") / time(Routing::Spread), 1, 1e-12);
    ASSERT_FALSE(adaptive->warnings.empty());
    EXPECT_EQ(adaptive->warnings.front().field, "routing");
}

TEST(Collectives, RunOverThreeTiers) {
    // 2 pods of 2 nodes of 4 dies, 3 planes of 4 spines and 2 cores above each, all links 28 GB/s. Direct
    // among all 16: each die sends 15 parts of 1.12 MB over 3 x 28 GB/s: 0.2 ms. A node sends 4 x 12 parts
    // over 12 uplinks: as long as 4 x 4 dies' links carry 48 of 60 parts; a pod 8 x 8 parts over 3 x 4 x 2
    // core links of its spines.
    SystemSpec s = *test::smallMachine(4, 2, 2, 3, 4);
    const auto count = [](int n) {
        return Count{n, {static_cast<double>(n), "of them", Grade::Assumption, "", "", ""}};
    };
    s.fabric.tiers = count(3);
    s.fabric.pods = count(2);
    s.fabric.coresPerSpine = count(2);
    s.fabric.spinesPerBox = count(2);
    s.fabric.linksPerCable = count(2);
    AllGather direct = on<AllGather>(16, Algorithm::Direct, 16 * 1.12e6);
    direct.operation = Operation::Line;
    const OutcomePtr o = answer({std::make_shared<const SystemSpec>(s), {}, direct});
    EXPECT_NEAR(metric(o, "time"), 15 * 1.12e6 / 84e9 * 1e6, 1e-6);
    const Interval& busy = o->intervals.front();
    const auto out = [&](const ElementId id) { return useOf(*o, busy, id).out.base(); };
    EXPECT_NEAR(out(o->fabric->elementOf(o->fabric->uplink(0, 0, 0))), 4 * 12.0 / 15 * 84e9 / 12, 1e6);
    EXPECT_NEAR(out(o->fabric->elementOf(o->fabric->coreLink(0, 0, 0, 0))), 8 * 8.0 / 15 * 84e9 / 24, 1e6);
}

TEST(Collectives, ABroadcastStartsWhereItIsTold) {
    Broadcast w = on<Broadcast>(16, Algorithm::Direct, 1e6);
    w.from = "node 1 npu 3 die 2";
    const OutcomePtr outcome = answer({cloudMatrix(), {}, w});
    const ElementId root = *outcome->fabric->find(w.from);
    const ElementUse use = useOf(*outcome, outcome->intervals.back(), root);
    EXPECT_GT(use.out.base(), 0);
    EXPECT_EQ(use.in.base(), 0);
}

} // namespace
} // namespace supernode
