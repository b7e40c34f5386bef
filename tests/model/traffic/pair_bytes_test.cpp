// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/traffic/pair_bytes.h"

#include "tests/model/test_systems.h"

#include <numeric>

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

// What all flows of an outcome deliver, over its whole time.
double delivered(const Outcome& outcome) {
    double sum = 0;
    for (const Interval& interval : outcome.intervals)
        sum += interval.delivered() * (interval.end - interval.start).base();
    return sum;
}

std::vector<std::uint32_t> each(const Outcome& outcome) {
    std::vector<std::uint32_t> numbers(outcome.fabric->count(ElementKind::Endpoint));
    std::iota(numbers.begin(), numbers.end(), 0u);
    return numbers;
}

// What the pairs of all phases add up to, those of CPUs apart.
double paired(const Outcome& outcome) {
    const std::vector<std::uint32_t> own = each(outcome);
    double sum = 0;
    for (const Phase& phase : outcome.phases)
        if (phase.sends) {
            const std::vector<double> matrix =
                phase.sends->folded(own, static_cast<std::uint32_t>(own.size()));
            sum += std::accumulate(matrix.begin(), matrix.end(), 0.0) * phase.sendsPerPhase * phase.repeats;
        }
    return sum;
}

std::vector<Workload> patterns() {
    AllToAll matrix;
    matrix.matrix = {0, 5e6, 0, 1e6, 2e6, 0, 3e6, 0, 0, 0, 0, 4e6, 7e6, 0, 1e6, 0};
    AllToAll zipf;
    zipf.zipf = 1;
    zipf.bytes = mebibytes(1);
    MoeDispatch dispatch;
    dispatch.route.experts = 16;
    dispatch.route.topK = 2;
    dispatch.route.zipf = 0.5;
    MoeCombine combine;
    combine.route = dispatch.route;
    KvTransfer handover;
    handover.senders = 2;
    handover.receivers = 3;
    handover.network = Network::ScaleUp;
    AllReduce ring, halving, direct, layered;
    ring.algorithm = Algorithm::Ring;
    halving.algorithm = Algorithm::HalvingDoubling;
    direct.algorithm = Algorithm::Direct;
    layered.algorithm = Algorithm::Hierarchical;
    return {AllToAll{},     matrix,   zipf,        Permutation{},   Incast{},   Hotspot{},
            PointToPoint{}, dispatch, combine,     handover,        ring,       halving,
            direct,         layered,  AllGather{}, ReduceScatter{}, Broadcast{}};
}

} // namespace

TEST(PairBytes, MakeUpWhatTheFlowsCarry) {
    for (const auto& changes : {std::vector<Change>{},
                                {Fail{"plane 1"}},
                                {Fail{"node 2 l1 1"}, Fail{"plane 2 l2 1"}},
                                {Fail{"node 3 npu 2"}}})
        for (const Workload& workload : patterns()) {
            Scenario scenario = allToAllOn(smallMachine(4, 4, 1, 2, 2), changes);
            scenario.workload = workload;
            const Result<OutcomePtr> outcome = evaluate(scenario);
            if (!outcome)
                continue; // an end that is down; the patterns without names all go on
            const double carried = delivered(**outcome);
            EXPECT_NEAR(paired(**outcome), carried, carried * 1e-6)
                << kindOf(workload) << " with " << changes.size() << " changes";
        }
}

namespace {

TEST(PairBytesOf, AnAllToAllAreTheSameForEveryPair) {
    // 64 MiB over 768 dies, each pair gets 1/768 of it.
    const OutcomePtr outcome = answer(allToAllOn(cloudMatrix()));
    const Phase& phase = outcome->phases[outcome->at(outcome->end * 0.5).phase];
    ASSERT_TRUE(phase.sends);
    const double pair = mebibytes(64).base() / 768;
    EXPECT_DOUBLE_EQ(phase.sends->between(0, 767), pair);
    EXPECT_DOUBLE_EQ(phase.sends->between(700, 3), pair);
    EXPECT_EQ(phase.sends->between(5, 5), 0);
    EXPECT_NEAR(phase.rateBetween(0, 767).base(), pair / phase.duration.base(), 1e-3);
}

TEST(PairBytesOf, APairThatIsCutAreNone) {
    const OutcomePtr outcome = answer(allToAllOn(cloudMatrix(), {Fail{"node 2"}}));
    const Phase& phase = outcome->phases[outcome->at(outcome->end * 0.5).phase];
    EXPECT_EQ(phase.sends->between(0, 16), 0) << "die 17 is the first of node 2";
    EXPECT_GT(phase.sends->between(0, 15), 0);
}

TEST(PairBytesOf, GroupsAreSumsOfTheirPairs) {
    const OutcomePtr outcome = answer(allToAllOn(smallMachine(2, 2, 1, 2, 2), {}, mebibytes(4)));
    const Phase& phase = outcome->phases[outcome->at(outcome->end * 0.5).phase];
    const std::vector<std::uint32_t> nodes{0, 0, 1, 1};
    // Each pair has 1 MiB: two ordered pairs inside a node, four from node to node.
    const double mib = mebibytes(1).base();
    EXPECT_EQ(phase.sends->folded(nodes, 2), (std::vector<double>{2 * mib, 4 * mib, 4 * mib, 2 * mib}));
}

TEST(PairBytesOf, TheSwitchThatAddsHasNoPairs) {
    PairBytes bytes;
    EXPECT_TRUE(bytes.unknown().empty());
    bytes.setUnknown("the switch adds");
    PairBytes sum;
    sum.add(bytes);
    EXPECT_EQ(sum.unknown(), "the switch adds");
    EXPECT_TRUE(sum.empty());
}

} // namespace
} // namespace supernode::test
