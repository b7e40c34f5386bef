// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scenario/scenario.h"
#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

#include <limits>

namespace supernode::test {
namespace {

TEST(Scenario, TheSameClickTwiceIsOneChange) {
    const Scenario once = withChange(allToAllOn(cloudMatrix()), Fail{"plane 3"});
    EXPECT_EQ(withChange(once, Fail{"plane 3"}), once);
}

TEST(Scenario, RestoringTakesTheFailureBack) {
    const Scenario healthy = allToAllOn(cloudMatrix());
    EXPECT_EQ(withChange(withChange(healthy, Fail{"plane 3"}), Restore{"plane 3"}), healthy);
}

TEST(Scenario, SettingAFactAgainReplacesTheOldValue) {
    Scenario s = withChange(allToAllOn(cloudMatrix()), SetFact{"fabric.link_rate", 200});
    s = withChange(std::move(s), SetFact{"fabric.link_rate", 224});
    EXPECT_EQ(s.changes.size(), 1u);
}

TEST(Scenario, SystemsAreComparedByValue) {
    EXPECT_EQ(allToAllOn(cloudMatrix()), allToAllOn(cloudMatrix()));
    EXPECT_NE(allToAllOn(cloudMatrix()), allToAllOn(nvl72()));
}

TEST(Scenario, ImpossibleSizesAndPercentagesAreRefusedByField) {
    for (const double bytes : {0.0, -1.0, std::numeric_limits<double>::quiet_NaN(),
                               std::numeric_limits<double>::infinity(), 1e30}) {
        const std::vector<Issue> issues = check(allToAllOn(cloudMatrix(), {}, Bytes::fromBase(bytes)));
        ASSERT_EQ(issues.size(), 1u) << bytes;
        EXPECT_EQ(issues.front().field, "workload.bytes");
    }
    for (const double percent : {0.0, -5.0, 101.0, std::numeric_limits<double>::quiet_NaN()}) {
        const std::vector<Issue> issues = check(allToAllOn(cloudMatrix(), {Slow{"plane 1", percent}}));
        ASSERT_EQ(issues.size(), 1u) << percent;
        EXPECT_EQ(issues.front().field, "changes[0].percent");
    }
}

} // namespace
} // namespace supernode::test
