// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

// Time of a 64 MiB all-to-all relative to the healthy machine.
double slowdown(const char* failed) {
    const double healthy = metric(answer(allToAllOn(cloudMatrix())), "time");
    return metric(answer(allToAllOn(cloudMatrix(), {Fail{failed}})), "time") / healthy;
}
double throughput(const char* failed) {
    return metric(answer(allToAllOn(cloudMatrix(), {Fail{failed}})), "throughput");
}

TEST(Evaluate, HealthyAllToAllRunsAtTheInjectionBound) {
    // 768 dies x 7 x 28 GB/s = 150.528 TB/s. Time: each die sends 767/768 of 64 MiB at 196 GB/s.
    const OutcomePtr o = answer(allToAllOn(cloudMatrix()));
    EXPECT_NEAR(metric(o, "throughput"), 150.528, 1e-9);
    EXPECT_NEAR(metric(o, "time"), 67108864.0 * 767 / 768 / 196e9 * 1e6, 1e-9);
    EXPECT_NEAR(metric(o, "slowest_pair"), 196.0 / 767, 1e-12);
    EXPECT_NEAR(metric(o, "endpoint_injection"), 196, 1e-9);
    EXPECT_EQ(o->intervals.size(), 1u);
}

TEST(Evaluate, KillingAPlaneLeavesSixSevenths) {
    // Every pair spreads over 6 planes instead of 7 at the same 28/767 GB/s per subflow.
    EXPECT_NEAR(throughput("plane 3") / 150.528, 6.0 / 7, 1e-12);
    EXPECT_NEAR(slowdown("plane 3"), 7.0 / 6, 1e-12);
}

TEST(Evaluate, UndoingAFailureGivesTheSameNumbersExactly) {
    const Scenario healthy = allToAllOn(cloudMatrix());
    const OutcomePtr before = answer(healthy);
    const OutcomePtr after = answer(allToAllOn(cloudMatrix(), {Fail{"plane 3"}, Restore{"plane 3"}}));
    ASSERT_EQ(before->metrics.size(), after->metrics.size());
    for (std::size_t i = 0; i < before->metrics.size(); ++i)
        EXPECT_EQ(before->metrics[i].value, after->metrics[i].value) << before->metrics[i].id;
    EXPECT_EQ(before->intervals.front().load(), after->intervals.front().load());
}

TEST(Evaluate, KillingAnL2ChipSlowsThePairsOfItsPlane) {
    // Between nodes in that plane: 15 x 28 / (16 x 752) instead of 28/767: time x 12,032 / (15 x 767).
    EXPECT_NEAR(slowdown("plane 3 l2 5"), 12032.0 / 11505, 1e-9);
}

TEST(Evaluate, KillingAnL1ChipSlowsThePairsOfItsNode) {
    // Pairs of that node have 6 planes, each still at 28/767: the bytes of a pair take 7/6 of the time.
    EXPECT_NEAR(slowdown("node 1 l1 3"), 7.0 / 6, 1e-9);
    EXPECT_EQ(metric(answer(allToAllOn(cloudMatrix(), {Fail{"node 1 l1 3"}})), "undelivered_pairs"), 0);
}

TEST(Evaluate, KillingADieLeavesTheOthersAtFullSpeed) {
    // 767 dies have 766 partners: 28/766 per subflow, 767 x 196 GB/s in all; 2 x 767 ordered pairs are cut
    // off.
    const OutcomePtr o = answer(allToAllOn(cloudMatrix(), {Fail{"node 18 npu 3 die 1"}}));
    EXPECT_NEAR(metric(o, "throughput"), 767 * 0.196, 1e-9);
    EXPECT_NEAR(slowdown("node 18 npu 3 die 1"), 766.0 / 767, 1e-9);
    EXPECT_EQ(o->undelivered.pairs, 2u * 767);
    ASSERT_FALSE(o->undelivered.examples.empty());
    EXPECT_NE(o->undelivered.examples.front().find("node 18 npu 3 die 1"), std::string::npos);
}

TEST(Evaluate, KillingANodeLeavesTheOthersAtFullSpeed) {
    // 752 dies with 751 partners: 752 x 196 GB/s; 768 x 767 - 752 x 751 pairs are cut off.
    const OutcomePtr o = answer(allToAllOn(cloudMatrix(), {Fail{"node 18"}}));
    EXPECT_NEAR(metric(o, "throughput"), 752 * 0.196, 1e-9);
    EXPECT_EQ(o->undelivered.pairs, 768u * 767 - 752u * 751);
}

TEST(Evaluate, NvlAllToAllLosesOneEighteenthWithASwitchChip) {
    const double healthy = metric(answer(allToAllOn(nvl72())), "throughput");
    EXPECT_NEAR(healthy, 64.8, 1e-9); // 72 x 900 GB/s
    EXPECT_NEAR(metric(answer(allToAllOn(nvl72(), {Fail{"plane 4 switch 1"}})), "throughput") / healthy,
                17.0 / 18, 1e-12);
}

TEST(Evaluate, APermutationRunsAtFullInjection) {
    // One flow out of and into each die: 28 GB/s per plane; a leaf carries at most its 16 dies over 16
    // uplinks.
    const OutcomePtr o = answer({cloudMatrix(), {}, Permutation{}});
    EXPECT_NEAR(metric(o, "throughput"), 150.528, 1e-6);
    EXPECT_NEAR(metric(o, "time"), 67108864.0 / 196e9 * 1e6, 1e-6);
}

TEST(Evaluate, APermutationIsTheSameForTheSameSeedAndAnotherForAnother) {
    const auto load = [](std::uint64_t seed) {
        return answer({cloudMatrix(), {Fail{"plane 1 l2 1"}}, Permutation{.seed = seed}})
            ->intervals.front()
            .load();
    };
    EXPECT_EQ(load(1), load(1));
    EXPECT_NE(load(1), load(2));
}

TEST(Evaluate, AnIncastIsLimitedByTheReceiver) {
    // 767 senders share the receiver's seven links of 28 GB/s.
    const OutcomePtr o = answer({cloudMatrix(), {}, Incast{}});
    EXPECT_NEAR(metric(o, "throughput"), 0.196, 1e-9);
    EXPECT_NEAR(metric(o, "slowest_pair"), 196.0 / 767, 1e-9);
    EXPECT_NEAR(metric(o, "time"), 767 * 1048576.0 / 196e9 * 1e6, 1e-6);
    EXPECT_EQ(o->bottleneck.resource, "die links");
}

TEST(Evaluate, AnIncastCanHaveAnyReceiver) {
    const OutcomePtr first = answer({cloudMatrix(), {}, Incast{.to = "node 1 npu 1 die 1"}});
    const OutcomePtr last = answer({cloudMatrix(), {}, Incast{.to = "node 48 npu 8 die 2"}});
    EXPECT_NEAR(metric(first, "throughput"), metric(last, "throughput"), 1e-9);
    EXPECT_GT(useOf(*last, last->intervals.front(), *last->fabric->find("node 48 npu 8 die 2")).in.base(),
              195e9);
}

double pointToPoint(Operation operation, Target target, Scope scope, double bytes, const char* id) {
    return metric(
        answer({cloudMatrix(), {}, PointToPoint{operation, target, scope, Bytes::fromBase(bytes), {}, {}}}),
        id);
}

TEST(Evaluate, ATransferReachesItsMeasuredShareOfTheLine) {
    // 196 GB/s x 0.852 inside a node, x 0.978 across the second tier; a CPU's 160 GB/s x 0.944.
    constexpr double large = 1073741824.0;
    EXPECT_NEAR(pointToPoint(Operation::Read, Target::Endpoint, Scope::IntraNode, large, "bandwidth"),
                196 * 0.852, 0.1);
    EXPECT_NEAR(pointToPoint(Operation::Read, Target::Endpoint, Scope::InterNode, large, "bandwidth"),
                196 * 0.852 * 0.978, 0.1);
    EXPECT_NEAR(pointToPoint(Operation::Read, Target::Cpu, Scope::IntraNode, large, "bandwidth"), 160 * 0.944,
                0.1);
    EXPECT_NEAR(pointToPoint(Operation::Line, Target::Endpoint, Scope::InterNode, large, "bandwidth"), 196,
                1e-6);
}

TEST(Evaluate, ASmallTransferTakesItsLatency) {
    // access 0.825 + 2 hops x 0.1875 us inside a node = 1.2; four more hops across: 1.95; a write 0.1 more.
    // 512 B at some 165 GB/s add 3 ns.
    EXPECT_NEAR(pointToPoint(Operation::Read, Target::Endpoint, Scope::IntraNode, 512, "time"), 1.2, 0.005);
    EXPECT_NEAR(pointToPoint(Operation::Read, Target::Endpoint, Scope::InterNode, 512, "time"), 1.95, 0.005);
    EXPECT_NEAR(pointToPoint(Operation::Write, Target::Endpoint, Scope::InterNode, 512, "time"), 2.05, 0.005);
    EXPECT_NEAR(pointToPoint(Operation::Read, Target::Cpu, Scope::IntraNode, 512, "time"), 1.0, 0.005);
}

TEST(Evaluate, ALatencyThatNobodyPublishedIsLeftOutAndSaidSo) {
    const OutcomePtr o = answer({nvl72(), {}, PointToPoint{.operation = Operation::Read}});
    ASSERT_EQ(o->warnings.size(), 1u);
    EXPECT_EQ(o->warnings.front().field, "transfer.access");
}

TEST(Evaluate, ATimeWithoutLatencyIsALowerBound) {
    // Without a published latency 512 bytes seem to take a nanosecond: at least that, and at most that fast.
    const PointToPoint small{.operation = Operation::Read, .bytes = bytes(512)};
    const OutcomePtr missing = answer({nvl72(), {}, small});
    const auto boundOf = [&](std::string_view id) { return missing->metric(id)->bound; };
    EXPECT_EQ(boundOf("time"), Metric::Bound::AtLeast);
    EXPECT_EQ(boundOf("bandwidth"), Metric::Bound::AtMost);
    EXPECT_EQ(boundOf("slowest_pair"), Metric::Bound::None); // while bytes flow
    EXPECT_NE(missing->metric("time")->sentence.find("A lower bound: "), std::string::npos);
    // An all-to-all there misses it, too; at line rate nobody asked for it; the other machine has it.
    EXPECT_EQ(answer({nvl72(), {}, AllToAll{.operation = Operation::Write}})->metric("time")->bound,
              Metric::Bound::AtLeast);
    EXPECT_EQ(answer({nvl72(), {}, AllToAll{}})->metric("time")->bound, Metric::Bound::None);
    EXPECT_EQ(answer({cloudMatrix(), {}, small})->metric("time")->bound, Metric::Bound::None);
}

TEST(Evaluate, AReadMovesBytesTowardsTheOneThatAsks) {
    const OutcomePtr o =
        answer({cloudMatrix(), {}, PointToPoint{.operation = Operation::Read, .scope = Scope::InterNode}});
    const ElementUse asker = useOf(*o, o->intervals.back(), *o->fabric->find("node 1 npu 1 die 1"));
    EXPECT_GT(asker.in.base(), 100e9);
    EXPECT_EQ(asker.out.base(), 0);
}

TEST(Evaluate, ASpecificationAddsUpWhatIsPublished) {
    const OutcomePtr cm = answer({cloudMatrix(), {}, Specification{}});
    EXPECT_NEAR(metric(cm, "bf16_dense"), 384 * 0.752, 1e-9);
    EXPECT_NEAR(metric(cm, "hbm_capacity"), 384 * 0.128, 1e-9);
    EXPECT_NEAR(metric(cm, "scale_up_injection"), 384 * 0.392, 1e-9);
    EXPECT_EQ(metric(cm, "scale_up_links"), 10752);
    EXPECT_EQ(metric(cm, "scale_up_optical_modules"), 5376); // 2,688 cables with one at each end
    // 768 dies x 25 GB/s; 384 NPUs x 4 modules.
    EXPECT_NEAR(metric(cm, "scale_out_injection"), 19.2, 1e-9);
    EXPECT_EQ(metric(cm, "scale_out_optical_modules"), 1536);
    EXPECT_EQ(metric(answer({nvl72(), {}, Specification{}}), "scale_up_links"), 1296);
}

TEST(Evaluate, ASetFactChangesTheMachine) {
    // 200 Gbit/s instead of 224: 25/28 of the throughput.
    const OutcomePtr o = answer(allToAllOn(cloudMatrix(), {SetFact{"fabric.link_rate", 200}}));
    EXPECT_NEAR(metric(o, "throughput"), 150.528 * 25 / 28, 1e-9);
}

TEST(Evaluate, RaisingTheNamedBottleneckMovesTheTime) {
    // The healthy machine names the die's links: faster links shorten the time. With seven L2 chips of a
    // plane gone it names that plane's second tier: bringing one back shortens the time, too.
    const OutcomePtr healthy = answer(allToAllOn(cloudMatrix()));
    EXPECT_EQ(healthy->bottleneck.resource, "die links");
    EXPECT_LT(metric(answer(allToAllOn(cloudMatrix(), {SetFact{"fabric.link_rate", 225}})), "time"),
              metric(healthy, "time"));
    std::vector<Change> changes;
    for (int k = 1; k <= 7; ++k)
        changes.push_back(Fail{"plane 3 l2 " + std::to_string(k)});
    const OutcomePtr damaged = answer(allToAllOn(cloudMatrix(), changes));
    EXPECT_NE(damaged->bottleneck.resource.find("in plane 3"), std::string::npos)
        << damaged->bottleneck.resource;
    changes.pop_back();
    EXPECT_LT(metric(answer(allToAllOn(cloudMatrix(), changes)), "time"), metric(damaged, "time"));
}

TEST(Evaluate, TheBottleneckSaysWhoseLinksAreFull) {
    const auto sentence = [](const Scenario& s) { return answer(s)->bottleneck.sentence; };
    EXPECT_NE(sentence(allToAllOn(cloudMatrix())).find("of each die are full: a die can send 196"),
              std::string::npos);
    EXPECT_NE(sentence(allToAllOn(cloudMatrix(), {Fail{"plane 3"}})).find("168 of its 196"),
              std::string::npos);
    EXPECT_NE(sentence({cloudMatrix(), {}, Incast{}}).find("of node 1 npu 1 die 1 are full"),
              std::string::npos);
    EXPECT_NE(sentence(allToAllOn(cloudMatrix(), {Slow{"node 3 npu 2", 50}})).find("of 2 dies"),
              std::string::npos);
}

TEST(Evaluate, TheSecondTierIsBlamedForWhatIsTrue) {
    const auto sentence = [](const Scenario& s) { return answer(s)->bottleneck.sentence; };
    // A slowed L2 chip is there: it is not "brought back". With half of the L2 chips left out there are no
    // others.
    EXPECT_NE(sentence(allToAllOn(cloudMatrix(), {Slow{"plane 3 l2 5", 50}})).find("14 of its 28"),
              std::string::npos);
    EXPECT_NE(sentence(allToAllOn(cloudMatrix(), {SetFact{"fabric.spines_per_plane", 8}}))
                  .find("More or faster links"),
              std::string::npos);
    // Node 1 has lost L2 chips 1 to 8 of plane 1 and node 2 chips 9 to 15: chip 16 alone joins them.
    std::vector<Change> changes;
    for (int k = 1; k <= 15; ++k)
        changes.push_back(
            Fail{"link node " + std::to_string(k <= 8 ? 1 : 2) + " plane 1 l2 " + std::to_string(k)});
    EXPECT_NE(sentence(allToAllOn(cloudMatrix(), changes)).find("1 of 16"), std::string::npos);
}

TEST(Evaluate, OneSlowLinkIsBlamedAlone) {
    // Of the seven links of the die only the one in plane 1 holds the last flows: 14 of 28 GB/s.
    const std::string sentence =
        answer(allToAllOn(cloudMatrix(), {Slow{"link node 1 npu 1 die 1 plane 1", 50}}))->bottleneck.sentence;
    EXPECT_NE(sentence.find("14 of its 28 GB/s in plane 1"), std::string::npos) << sentence;
}

TEST(Evaluate, LatencyIsBlamedOnlyForItsShare) {
    // 256 KiB read: 1.95 us before the first byte and 1.61 us of bytes at 163 GB/s; faster links could save
    // 45 %.
    const OutcomePtr o = answer(
        {cloudMatrix(), {}, PointToPoint{.operation = Operation::Read, .bytes = Bytes::fromBase(262144)}});
    EXPECT_NE(o->bottleneck.sentence.find("at most 45"), std::string::npos) << o->bottleneck.sentence;
}

TEST(Evaluate, AReadOfAllRanksTakesTheLatencyOfTheFarthestPair) {
    // 768 bytes per die: one byte per pair takes no time beside 0.825 + 6 x 0.1875 us.
    const OutcomePtr o =
        answer({cloudMatrix(), {}, AllToAll{.operation = Operation::Read, .bytes = Bytes::fromBase(768)}});
    EXPECT_NEAR(metric(o, "time"), 1.95, 0.01);
    EXPECT_EQ(o->phases.size(), 2u);
}

TEST(Evaluate, WhatIsCutOffIsInTheHeadline) {
    // One die of 768 down: 767 x 766 of 768 x 767 ordered pairs are still joined. All down: no time at all.
    const OutcomePtr one = answer(allToAllOn(cloudMatrix(), {Fail{"node 18 npu 3 die 1"}}));
    EXPECT_NEAR(metric(one, "delivered_pairs"), 100.0 * 766 / 768, 1e-9);
    const OutcomePtr none = answer(allToAllOn(cloudMatrix(), {Fail{"supernode"}}));
    EXPECT_EQ(none->metric("time"), nullptr);
    EXPECT_EQ(metric(none, "delivered_pairs"), 0);
    EXPECT_EQ(answer(allToAllOn(cloudMatrix()))->metric("delivered_pairs"), nullptr);
}

TEST(Evaluate, MachinesWithoutCpusOrNeighboursAnswerOrRefuse) {
    const auto field = [](const Scenario& s) {
        const Result<OutcomePtr> r = evaluate(s);
        return r ? std::string("answered") : r.issues().front().field;
    };
    const std::vector<Change> noCpus{SetFact{"node.cpus", 0}};
    EXPECT_EQ(field({cloudMatrix(), noCpus, PointToPoint{.target = Target::Cpu}}), "workload.to");
    EXPECT_EQ(field({nvl72(), noCpus, PointToPoint{.target = Target::Cpu}}), "workload.to");
    const SystemPtr oneNode = smallMachine(1, 1, 2, 2, 2), oneEndpoint = smallMachine(1, 1, 1, 2, 2);
    EXPECT_EQ(field({oneNode, {}, PointToPoint{.scope = Scope::InterNode}}), "workload.scope");
    EXPECT_EQ(field({oneNode, {}, PointToPoint{.scope = Scope::IntraNode}}), "answered");
    EXPECT_EQ(field({oneEndpoint, {}, PointToPoint{.scope = Scope::IntraNode}}), "workload.scope");
    for (const Workload& w : {Workload(AllToAll{}), Workload(Permutation{}), Workload(Incast{})})
        EXPECT_EQ(field({oneEndpoint, {}, w}), "answered");
}

TEST(Evaluate, ADefaultEndIsChosenFromTheNamedOne) {
    const auto far = [](Scope scope) {
        const OutcomePtr o =
            answer({cloudMatrix(), {}, PointToPoint{.scope = scope, .from = "node 2 npu 1 die 1"}});
        for (const char* name : {"node 1 npu 1 die 1", "node 2 npu 2 die 1"})
            if (useOf(*o, o->intervals.front(), *o->fabric->find(name)).in.base() > 0)
                return std::string(name);
        return std::string("elsewhere");
    };
    EXPECT_EQ(far(Scope::InterNode), "node 1 npu 1 die 1");
    EXPECT_EQ(far(Scope::IntraNode), "node 2 npu 2 die 1");
}

TEST(Evaluate, FactsThatBelongTogetherAreSetTogether) {
    // Four L2 chips in a box and four links in a cable: each alone is refused, both are a machine.
    const std::vector<Change> both{SetFact{"fabric.spines_per_box", 4}, SetFact{"fabric.links_per_cable", 4},
                                   SetFact{"hall.box_height", 88}};
    EXPECT_EQ(answer(allToAllOn(cloudMatrix(), both))->fabric->count(ElementKind::Box), 28u);
    EXPECT_FALSE(evaluate(allToAllOn(cloudMatrix(), {both.front()})));
}

TEST(Evaluate, TooManyLoadsAreRefusedInsteadOfTakingMinutes) {
    // With a hash every pair is of its own kind: 2 x 768 x 767 pairs in two supernodes x 7 planes x 4 links
    // are 33 million loads.
    SystemSpec two = *cloudMatrix();
    two.fabric.supernodes = Count{2, {2, "of them", Grade::Assumption, "", "", ""}};
    const Result<OutcomePtr> r =
        evaluate({std::make_shared<const SystemSpec>(two), {}, AllToAll{}, Routing::Hashed});
    ASSERT_FALSE(r);
    EXPECT_NE(r.issues().front().reason.find("1536 kinds of endpoints"), std::string::npos);
}

TEST(Evaluate, AStoppedQuestionIsRefused) {
    std::stop_source source;
    source.request_stop();
    const Result<OutcomePtr> r = evaluate({cloudMatrix(), {}, Permutation{}}, nullptr, source.get_token());
    ASSERT_FALSE(r);
    EXPECT_NE(r.issues().front().reason.find("taken back"), std::string::npos);
}

TEST(Evaluate, AnyRuleAndAnyTakeBackIsHeard) {
    std::stop_source source;
    source.request_stop();
    for (const auto& [word, rule] : wordsOf(Routing{}))
        for (const Workload& w : {Workload(AllToAll{.zipf = 1}), Workload(Permutation{}), Workload(Incast{}),
                                  Workload(Hotspot{}), Workload(KvTransfer{})}) {
            const Result<OutcomePtr> r =
                evaluate({cloudMatrix(), {Fail{"node 1 l1 1"}}, w, rule}, nullptr, source.get_token());
            ASSERT_FALSE(r) << word;
            EXPECT_EQ(r.issues().front().field, "") << word;
        }
}

TEST(Evaluate, AHashedAllToAllOfAllDiesIsAnswered) {
    // 589,056 pairs of 7 parts, each over its own L2 chip. In each plane 752 x 16 parts leave a node over 16
    // chips like balls into bins, 752 in the mean with a deviation of 26.6: the fullest of 10,752 holds some
    // 4 deviations more. Nobody is faster than spread evenly, where the dies' links set the pace.
    const OutcomePtr o = answer({cloudMatrix(), {}, AllToAll{}, Routing::Hashed});
    const double even = 67108864.0 * 767 / 768 / 196e9 * 1e6;
    const double fullest = 67108864.0 / 768 / 7 * (752 + 4 * 26.6) / 28e9 * 1e6;
    EXPECT_GT(metric(o, "time"), even);
    EXPECT_NEAR(metric(o, "time") / fullest, 1, 0.05);
    EXPECT_EQ(o->undelivered.pairs, 0u);
}

TEST(Evaluate, IsDeterministic) {
    const Scenario s{cloudMatrix(), {Fail{"plane 2 l2 3"}, Slow{"node 7", 50}}, Permutation{.seed = 5}};
    const OutcomePtr a = answer(s), b = answer(s);
    EXPECT_EQ(a->intervals.size(), b->intervals.size());
    EXPECT_EQ(a->intervals.front().load(), b->intervals.front().load());
    EXPECT_EQ(metric(a, "time"), metric(b, "time"));
    // With work saved from an earlier answer the numbers stay the same.
    const Result<OutcomePtr> reused = evaluate(s, answer(allToAllOn(cloudMatrix())).get());
    EXPECT_EQ((*reused)->intervals.front().load(), a->intervals.front().load());
}

TEST(Evaluate, AnswersWhenEverythingIsDown) {
    for (const Workload& w :
         {Workload(AllToAll{}), Workload(Permutation{}), Workload(Incast{}), Workload(PointToPoint{})}) {
        const OutcomePtr o = answer({cloudMatrix(), {Fail{"supernode"}}, w});
        EXPECT_EQ(o->intervals.size(), 1u);
        EXPECT_EQ(o->end.base(), 0);
        EXPECT_GT(o->undelivered.pairs, 0u);
        EXPECT_EQ(metric(o, "slowest_pair"), 0);
    }
}

TEST(Evaluate, RefusesWhatCannotBeAsked) {
    const auto field = [](const Scenario& s) {
        const Result<OutcomePtr> r = evaluate(s);
        return r ? std::string("answered") : r.issues().front().field;
    };
    EXPECT_EQ(field({nullptr, {}, AllToAll{}}), "system");
    EXPECT_EQ(field(allToAllOn(cloudMatrix(), {Fail{"node 49"}})), "changes[0]");
    EXPECT_EQ(field(allToAllOn(cloudMatrix(), {SetFact{"fabric.link_rate", -1}})),
              "changes[0] fabric.link_rate");
    EXPECT_EQ(field({cloudMatrix(), {}, Incast{.to = "plane 3"}}), "workload.to");
    EXPECT_EQ(field({nvl72(), {}, PointToPoint{.target = Target::Cpu}}), "workload.to");
    EXPECT_EQ(
        field({cloudMatrix(), {}, PointToPoint{.from = "node 2 npu 1 die 1", .to = "node 2 npu 1 die 1"}}),
        "workload.target");
}

} // namespace
} // namespace supernode::test
