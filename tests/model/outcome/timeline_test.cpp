// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fabric/fabric_state.h"
#include "model/outcome/assemble.h"
#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

// An outcome of steps in which die 1 sends 196 kB to die 2 of its node over seven links of 28 GB/s: 1 us
// each.
struct Steps {
    Outcome outcome;
    Plan plan;

    Steps() {
        outcome.scenario.system = cloudMatrix();
        outcome.fabric = *buildFabric(cloudMatrix());
        outcome.state = *applyChanges(*outcome.fabric, {});
    }
    void add(const char* name, double repeats, std::vector<Wait> waits) {
        const Fabric& f = *outcome.fabric;
        const Transfer t{f.id(ElementKind::Endpoint, 0), f.id(ElementKind::Endpoint, 1), 196e3};
        plan.steps.push_back({name, *transfers(f, outcome.state, {&t, 1}, {}), repeats, std::move(waits)});
    }
    const Outcome& solve() {
        Solved solved{plan, {}};
        for (const Step& step : plan.steps)
            solved.runs.push_back(StepRunner(*outcome.fabric).run(step.traffic));
        addTimeline(outcome, solved);
        addBottleneck(outcome, solved);
        addTrafficMetrics(outcome, solved);
        return outcome;
    }
};

double us(Duration d) { return d.base() * 1e6; }

TEST(Timeline, StepsFollowOneAnotherWithTheirWaits) {
    // 0.5 us of waiting and 1 us of bytes, then 1 us of bytes alone.
    Steps s;
    s.add("first", 1, {{"latency", microseconds(0.5), "hops"}});
    s.add("second", 1, {});
    const Outcome& o = s.solve();
    EXPECT_NEAR(us(o.end), 2.5, 1e-9);
    ASSERT_EQ(o.phases.size(), 3u);
    EXPECT_EQ(o.phases[0].name, "latency");
    EXPECT_EQ(o.phases[0].limitedBy, "hops");
    EXPECT_EQ(o.phases[2].name, "second");
    EXPECT_EQ(o.phases[2].limitedBy, "die links");
    EXPECT_NEAR(us(o.phases[2].start), 1.5, 1e-9);
    EXPECT_EQ(o.intervals.size(), 3u);
}

TEST(Timeline, AFewRepeatsAreRecordedOneByOne) {
    // Three times a wait and a burst: six intervals without gaps, one phase of 3 x 1.5 us.
    Steps s;
    s.add("again", 3, {{"latency", microseconds(0.5), "hops"}});
    const Outcome& o = s.solve();
    ASSERT_EQ(o.intervals.size(), 6u);
    ASSERT_EQ(o.phases.size(), 1u);
    EXPECT_NEAR(us(o.phases[0].duration), 4.5, 1e-9);
    EXPECT_NEAR(us(o.end), 4.5, 1e-9);
    for (std::size_t i = 1; i < 6; ++i)
        EXPECT_EQ(o.intervals[i].start, o.intervals[i - 1].end);
    EXPECT_EQ(o.intervals[0].delivered(), 0);
    EXPECT_NEAR(o.intervals[5].delivered(), 196e9, 1);
    EXPECT_EQ(o.intervals[1].loads, o.intervals[3].loads); // what repeats is kept once
}

TEST(Timeline, ManyRepeatsAreOneIntervalWithMeanRates) {
    // 1,000 times 0.5 us of waiting and 1 us at 196 GB/s: 1.5 ms at a mean of two thirds; all bytes arrive.
    Steps s;
    s.add("often", 1000, {{"latency", microseconds(0.5), "hops"}});
    const Outcome& o = s.solve();
    ASSERT_EQ(o.intervals.size(), 1u);
    EXPECT_NEAR(us(o.end), 1500, 1e-6);
    EXPECT_NEAR(o.intervals[0].delivered(), 196e9 * 2 / 3, 1);
    EXPECT_NEAR(o.intervals[0].delivered() * o.end.base(), 1000 * 196e3, 1e-3);
    EXPECT_NEAR(o.metric("throughput")->value, 0.196 * 2 / 3, 1e-9);
    EXPECT_NEAR(o.bottleneck.share, 2.0 / 3, 1e-9); // full while bytes flow
}

TEST(Timeline, AStepOfWaitsAloneTakesItsTime) {
    Steps s;
    s.plan.steps.push_back({"start-up", {}, 10, {{"software", microseconds(2), "software"}}});
    s.add("burst", 1, {});
    const Outcome& o = s.solve();
    EXPECT_NEAR(us(o.end), 21, 1e-9);
    EXPECT_EQ(o.bottleneck.resource, "latency"); // 20 of 21 us
    EXPECT_EQ(o.phases[0].limitedBy, "software");
}

} // namespace
} // namespace supernode::test
