// SPDX-License-Identifier: GPL-3.0-or-later
// A stack of memory as a part that fails, slows and is restored.
#include "model/fabric/fabric_state.h"
#include "model/fabric/random_parts.h"
#include "model/traffic/moe_route.h"
#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

const FabricPtr& machine() {
    static const FabricPtr made = *buildFabric(cloudMatrix());
    return made;
}
MemoryLeft firstDie(const std::vector<Change>& changes) {
    const auto state = applyChanges(*machine(), changes);
    EXPECT_TRUE(state);
    return state ? state->memoryOf(0) : MemoryLeft{0, 0};
}
const std::string stack = "node 1 npu 1 die 1 hbm ";

// 384 NPUs of 8 stacks, four beside each of their two dies.
TEST(HbmStacks, StandBesideEachDie) {
    EXPECT_EQ(machine()->count(ElementKind::HbmStack), 3072u);
    const auto found = machine()->find("Node 48 NPU 8 die 2 HBM 4");
    ASSERT_TRUE(found);
    EXPECT_EQ(machine()->element(*found).index, 3071u);
    EXPECT_EQ(machine()->name(*found), "node 48 npu 8 die 2 hbm 4");
    EXPECT_EQ(machine()->shortName(*found), "HBM stack 4");
    EXPECT_EQ(machine()->element(*found).parent, *machine()->find("node 48 npu 8 die 2"));
    const auto fifth = machine()->find("node 1 npu 1 die 1 hbm 5");
    ASSERT_FALSE(fifth);
    EXPECT_EQ(fifth.issues().front().remedy, "give hbm 1 to hbm 4");
    EXPECT_EQ((*buildFabric(nvl72()))->count(ElementKind::HbmStack), 576u) << "eight of each of 72 GPUs";
}

// One of four: three quarters are left of both. At half its rate: 1 - 0.5 / 4 of the rate, and all of the
// room.
TEST(HbmStacks, AFailedOneTakesItsPartOfBothAndASlowedOneOfTheRate) {
    EXPECT_EQ(firstDie({}), MemoryLeft());
    EXPECT_EQ(firstDie({Fail{stack + "2"}}), (MemoryLeft{0.75, 0.75}));
    EXPECT_EQ(firstDie({Slow{stack + "2", 50}}), (MemoryLeft{1, 0.875}));
    EXPECT_EQ(firstDie({Fail{stack + "2"}, Slow{stack + "3", 50}}), (MemoryLeft{0.75, 0.625}));
    EXPECT_EQ(firstDie({Fail{stack + "2"}, Restore{stack + "2"}}), MemoryLeft());
    EXPECT_EQ(firstDie({Fail{"node 1 npu 1 die 2 hbm 1"}}), MemoryLeft()) << "of the other die";
}

TEST(HbmStacks, ADieWithoutAnyIsDownAndItsLinksWithIt) {
    std::vector<Change> three, four;
    for (int i = 1; i <= 4; ++i) {
        four.emplace_back(Fail{stack + std::to_string(i)});
        if (i <= 3)
            three.emplace_back(Fail{stack + std::to_string(i)});
    }
    EXPECT_EQ(endpointsUp(*machine(), *applyChanges(*machine(), three)), 768u);
    const FabricState state = *applyChanges(*machine(), four);
    EXPECT_EQ(endpointsUp(*machine(), state), 767u);
    EXPECT_FALSE(state.carries(machine()->endpointLink(0, 0)));
}

TEST(HbmStacks, GoDownWithTheirDieAndCanBeDrawnAtRandom) {
    const FabricState state = *applyChanges(*machine(), {Fail{"node 1 npu 1"}});
    EXPECT_FALSE(state.alive(*machine()->find(stack + "1")));
    EXPECT_EQ(standingParts(*machine(), state, ElementKind::HbmStack).size(), 3072u - 8);
    const auto drawn = randomParts(*machine(), state, "stacks", 5, 3);
    ASSERT_TRUE(drawn);
    for (const ElementId id : *drawn)
        EXPECT_EQ(machine()->element(id).kind, ElementKind::HbmStack);
}

// Traffic alone does not pass the memory in this model: an all-to-all is the same with one stack less.
TEST(HbmStacks, AnAllToAllTakesNoNotice) {
    const double whole = metric(answer(allToAllOn(cloudMatrix())), "time");
    EXPECT_DOUBLE_EQ(metric(answer(allToAllOn(cloudMatrix(), {Fail{stack + "1"}})), "time"), whole);
}

MoeDispatch skewedDispatch() {
    MoeDispatch w;
    w.route.ranks.count = 64;
    w.route.zipf = 1;
    return w;
}

// 64 ranks hold four of 256 experts each, in their order, and the first expert is the most popular one: its
// copy on the last rank takes half of its tokens off the first.
TEST(CopiedExperts, TakeTheirEvenPartOffTheHottestDie) {
    const Scenario before{cloudMatrix(), {}, skewedDispatch()};
    Scenario after = before;
    after.changes.emplace_back(CopyExpert{"node 1 npu 1 die 1", "node 4 npu 8 die 2"});
    const OutcomePtr was = answer(before), is = answer(after);
    ASSERT_TRUE(was && is);
    const ExpertRank &hot = *was->expertsOn(0), &cooler = *is->expertsOn(0), &onto = *is->expertsOn(63);
    EXPECT_EQ(hot.experts.front(), 0);
    EXPECT_EQ(onto.experts.size(), 5u);
    EXPECT_NEAR(cooler.load + onto.load, hot.load + was->expertsOn(63)->load, 1e-12) << "no token is lost";
    EXPECT_LT(cooler.load, hot.load);
    EXPECT_NEAR(metric(was, "expert_imbalance"), hot.load, 1e-12);
    EXPECT_LT(metric(is, "expert_imbalance"), metric(was, "expert_imbalance"));
    EXPECT_LT(metric(is, "time"), metric(was, "time"));
}

TEST(CopiedExperts, OntoADieThatHasItOrTakesNoPartDoNothingAndSayIt) {
    Scenario s{cloudMatrix(), {CopyExpert{"node 1 npu 1 die 1", "node 48 npu 8 die 2"}}, skewedDispatch()};
    const OutcomePtr outside = answer(s), plain = answer({cloudMatrix(), {}, skewedDispatch()});
    ASSERT_TRUE(outside && plain);
    EXPECT_DOUBLE_EQ(metric(outside, "time"), metric(plain, "time"));
    ASSERT_FALSE(outside->warnings.empty());
    EXPECT_NE(toSentence(outside->warnings.back()).find("copy"), std::string::npos);
    s.workload = AllToAll{};
    ASSERT_FALSE(answer(s)->warnings.empty()) << "this work has no experts at all";
}

// The hottest die's dispatch passes its memory at three quarters of the rate.
TEST(HbmStacks, ADispatchWaitsForTheMemoryOfTheDieThatNeedsLongest) {
    SystemSpec spec = *cloudMatrix();
    spec.collective.memoryPasses = Count{2, {}};
    const auto system = std::make_shared<const SystemSpec>(spec);
    const auto time = [&](std::vector<Change> changes) {
        return metric(answer({system, std::move(changes), skewedDispatch()}), "time");
    };
    const double whole = time({});
    EXPECT_GT(time({Fail{stack + "1"}}), whole);
    EXPECT_DOUBLE_EQ(time({Fail{"node 4 npu 8 die 2 hbm 1"}}), whole) << "it has less to do than the hottest";
}

} // namespace
} // namespace supernode::test
