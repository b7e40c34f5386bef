// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/outcome/baseline_use.h"
#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

Duration middle(const Interval& interval) { return interval.start + (interval.end - interval.start) * 0.5; }

float upOf(const std::vector<float>& utilization, LinkId link) {
    return utilization[channelOf(link, Direction::Up).value];
}

TEST(BaselineUse, TheSameWorkBesideItselfIsTheSame) {
    const OutcomePtr o = answer(allToAllOn(cloudMatrix()));
    const BaselineUse same(o, o);
    for (const Interval& interval : o->intervals) {
        EXPECT_EQ(same.at(middle(interval)), &interval);
        EXPECT_EQ(same.utilization(middle(interval)), channelUtilization(*o, interval));
    }
}

// An all-to-all over six planes takes 7/6 of the time: half of it is half of it, whatever the clock says. The
// links of the other planes were as full before, and those of plane 3 were full where they are down now.
TEST(BaselineUse, TheMomentIsFoundByTheShareOfThePhase) {
    const OutcomePtr whole = answer(allToAllOn(cloudMatrix())),
                     broken = answer(allToAllOn(cloudMatrix(), {Fail{"plane 3"}}));
    const BaselineUse before(whole, broken);
    const Duration late = broken->end * 0.95; // later than the end of the whole one
    ASSERT_GT(late, whole->end);
    ASSERT_EQ(before.at(late), &whole->intervals.back());
    const Fabric& f = *broken->fabric;
    EXPECT_FLOAT_EQ(upOf(before.utilization(late), f.endpointLink(5, 2)), 1.0f);
    EXPECT_EQ(upOf(channelUtilization(*broken, broken->at(late)), f.endpointLink(5, 2)), 0.0f);
    EXPECT_EQ(upOf(BaselineUse(broken, whole).utilization({}), f.endpointLink(5, 2)), -1.0f) << "was down";
}

// Six planes have no plane 7: its links have nothing to be compared with, the others are found by name.
TEST(BaselineUse, AnotherWiringIsFoundByName) {
    SystemSpec six = *cloudMatrix();
    six.fabric.planes.value = 6;
    const OutcomePtr now = answer(allToAllOn(cloudMatrix())),
                     before = answer(allToAllOn(std::make_shared<const SystemSpec>(six)));
    const std::vector<float> use = BaselineUse(before, now).utilization(now->end * 0.5);
    const Fabric& f = *now->fabric;
    EXPECT_FLOAT_EQ(upOf(use, f.endpointLink(700, 5)), 1.0f);
    EXPECT_EQ(upOf(use, f.endpointLink(700, 6)), -1.0f);
    EXPECT_FLOAT_EQ(
        upOf(use, f.uplink(47, 5, 15)),
        upOf(channelUtilization(*before, before->intervals.front()), before->fabric->uplink(47, 5, 15)));
}

TEST(BaselineUse, OtherWorkHasNoSuchPhase) {
    const OutcomePtr now = answer(allToAllOn(cloudMatrix()));
    Scenario other = allToAllOn(cloudMatrix());
    other.workload = PointToPoint{};
    const BaselineUse before(answer(other), now);
    EXPECT_EQ(before.at({}), nullptr);
    EXPECT_TRUE(before.utilization({}).empty());
    EXPECT_TRUE(BaselineUse().utilization({}).empty());
}

} // namespace
} // namespace supernode::test
