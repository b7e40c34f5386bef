// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/outcome/over_time.h"

#include "tests/model/powered_systems.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace supernode::test {

TEST(OverTime, TheBusiestIntervalIsTheHeadline) {
    const OutcomePtr o = answer(allToAllOn(poweredCloudMatrix(), {Fail{"plane 3 l2 5"}}));
    const OverTime over = overTime(*o);
    ASSERT_EQ(over.use.size(), o->intervals.size());
    const auto busiest = std::max_element(over.delivered.begin(), over.delivered.end());
    const auto at = static_cast<std::size_t>(busiest - over.delivered.begin());
    EXPECT_NEAR(static_cast<double>(over.use[at]) * 100, metric(o, "fabric_utilization"), 1e-4);
    EXPECT_GT(over.use[at], over.use.back()) << "fewer flows, less use";
}

TEST(OverTime, WhatArrivesAddsUp) {
    const OutcomePtr o = answer(allToAllOn(poweredCloudMatrix(), {Fail{"plane 3 l2 5"}}));
    const OverTime over = overTime(*o);
    double bytes = 0, joules = 0;
    ASSERT_EQ(over.watts.size(), o->intervals.size());
    for (std::size_t i = 0; i < o->intervals.size(); ++i) {
        const double seconds = (o->intervals[i].end - o->intervals[i].start).base();
        bytes += static_cast<double>(over.delivered[i]) * seconds;
        joules += static_cast<double>(over.watts[i]) * seconds;
    }
    EXPECT_NEAR(bytes / o->end.base() / 1e12 / metric(o, "throughput"), 1, 1e-6);
    EXPECT_NEAR(joules / metric(o, "energy"), 1, 1e-6);
}

TEST(OverTime, AMachineWithoutPowerByPartsHasNoWatts) {
    EXPECT_TRUE(overTime(*answer(allToAllOn(smallMachine(2, 2, 2, 3, 2)))).watts.empty());
}

} // namespace supernode::test
