// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fabric/fabric_state.h"
#include "model/outcome/assemble.h"
#include "model/outcome/stage_loads.h"
#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace supernode::test {
namespace {

// A layer of 4 us: 3 us of compute; beside its end, from 2 us on, die 1 sends 196 kB to die 2 in 2 us.
struct Layers {
    Outcome outcome;
    Plan plan;

    explicit Layers(double repeats) {
        outcome.scenario.system = cloudMatrix();
        outcome.fabric = *buildFabric(cloudMatrix());
        outcome.state = *applyChanges(*outcome.fabric, {});
        const Fabric& f = *outcome.fabric;
        const Transfer t{f.id(ElementKind::Endpoint, 0), f.id(ElementKind::Endpoint, 1), 196e3};
        plan.exchanges.push_back(exchangeLoads(f, *transfers(f, outcome.state, {&t, 1}, {})));
        plan.stages.push_back(
            {"layer",
             microseconds(4),
             repeats,
             {{"attention", Lane::Compute, {}, microseconds(3), "matrix units"},
              {"dispatch", Lane::Dispatch, microseconds(2), microseconds(2), "links", 0, 1}}});
        addStages(outcome, plan);
    }
};

TEST(Stages, SpansMayOverlapAndTrafficIsEvenOverItsSpan) {
    // 196 kB in 2 us are 98 GB/s, 14 on each of seven links; the first 2 us are idle.
    const Layers s(1);
    const Outcome& o = s.outcome;
    EXPECT_NEAR(o.end.base(), 4e-6, 1e-15);
    ASSERT_EQ(o.intervals.size(), 2u);
    EXPECT_EQ(o.intervals[0].delivered(), 0);
    EXPECT_NEAR(o.intervals[1].delivered(), 98e9, 1);
    EXPECT_EQ(o.phases[o.intervals[0].phase].name, "attention");
    EXPECT_EQ(o.phases[o.intervals[1].phase].name, "dispatch");
    EXPECT_EQ(o.phases[1].lane, Lane::Dispatch);
}

TEST(Stages, LayersThatAreAlikeShareTheirLoads) {
    // 61 layers of two intervals: 122 intervals, but two sets of loads.
    const Layers s(61);
    std::set<const ChannelLoads*> loads;
    for (const Interval& i : s.outcome.intervals)
        loads.insert(i.loads.get());
    EXPECT_EQ(s.outcome.intervals.size(), 122u);
    EXPECT_EQ(loads.size(), 2u);
    EXPECT_NEAR(s.outcome.end.base(), 61 * 4e-6, 1e-12);
    EXPECT_EQ(s.outcome.phases[1].repeats, 61);
    EXPECT_NEAR(s.outcome.phases[1].period.base(), 4e-6, 1e-15);
}

TEST(Stages, TwoMicrobatchesWithTheSameMessagesShareTheirLoads) {
    // The same exchange for as long, once for each microbatch: idle, and one set of loads.
    Layers s(1);
    Stage stage = s.plan.stages.front();
    stage.length = microseconds(8);
    stage.spans.push_back({"dispatch B", Lane::Dispatch, microseconds(6), microseconds(2), "links", 0, 1});
    Outcome both;
    both.fabric = s.outcome.fabric;
    both.state = s.outcome.state;
    Plan plan;
    plan.exchanges = s.plan.exchanges;
    plan.stages = {stage};
    addStages(both, plan);
    ASSERT_EQ(both.intervals.size(), 4u);
    EXPECT_EQ(both.intervals[1].loads, both.intervals[3].loads);
    EXPECT_EQ(both.intervals[0].loads, both.intervals[2].loads);
}

TEST(StageLoads, AMomentIsTheSumOfItsSpans) {
    // Die 1 sends 196 kB to die 2, twice in 4 us, and half of it to die 9 in 1 us: 98 GB/s + 98 GB/s on each
    // seventh of the way out; half of both on the way into each of the two.
    const Layers s(1);
    const Fabric& f = *s.outcome.fabric;
    std::vector<ExchangeLoadsPtr> exchanges = s.plan.exchanges;
    const Transfer other{f.id(ElementKind::Endpoint, 0), f.id(ElementKind::Endpoint, 8), 196e3};
    exchanges.push_back(exchangeLoads(f, *transfers(f, s.outcome.state, {&other, 1}, {})));
    StageLoads loads(exchanges, f.channelCount());
    Span two{"both", Lane::Transfer, {}, microseconds(4), "links", 0, 2}, far = two;
    far.traffic = 1;
    far.times = 0.5;
    far.length = microseconds(1);
    const LoadsPtr alone = loads.of({&two}), both = loads.of({&two, &far});
    EXPECT_NEAR(alone->delivered(), 98e9, 1);
    EXPECT_NEAR(both->delivered(), 196e9, 1);
    double busiest = 0;
    for (const float load : both->load())
        busiest = std::max(busiest, static_cast<double>(load));
    EXPECT_NEAR(busiest, 28e9, 1e4);
    // What kinds of links carry together is the sum of their channels.
    const PerLinkKind wire = both->wire(f), counted = ChannelLoads(both->load(), both->payload(), 0).wire(f);
    for (std::size_t k = 0; k < linkKinds; ++k)
        EXPECT_NEAR(wire[k], counted[k], 1e-6 * counted[k]) << k;
    // In another order and by another road, the same; without what carries, nothing.
    two.also = {{0, 2}};
    two.traffic = Span::none;
    EXPECT_EQ(loads.of({&far, &two}), both);
    EXPECT_EQ(loads.of({}), loads.idle());
}

TEST(Stages, VeryManyLayersAreRecordedByTheirMean) {
    // 98 GB/s in half of the time, over the first of seven links of die 1 a seventh of it.
    const Layers s(1000);
    ASSERT_EQ(s.outcome.intervals.size(), 1u);
    EXPECT_NEAR(s.outcome.intervals[0].delivered(), 49e9, 1e3);
    EXPECT_NEAR(s.outcome.intervals[0].load().front(), 7e9, 1e3);
    EXPECT_NEAR(s.outcome.intervals[0].loads->wire(*s.outcome.fabric)[0], 98e9, 1e4); // sent, and received
}

} // namespace
} // namespace supernode::test
