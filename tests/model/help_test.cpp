// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/help.h"

#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace supernode::test {
namespace {

const Help* helpWith(const HelpList& list, Help::Kind kind, std::string_view path) {
    const auto found = std::find_if(list.list.begin(), list.list.end(),
                                    [&](const Help& h) { return h.kind == kind && h.path == path; });
    return found == list.list.end() ? nullptr : &*found;
}

// Six of seven planes: the seventh back is 7/6, a gain of 16.7 %. A quarter more on every link is 25 %, and a
// seventh more planes for six is 16.7 % as well.
TEST(Help, RestoringAFailedPlaneStandsAmongTheFirst) {
    const Scenario scenario = allToAllOn(cloudMatrix(), {Fail{"plane 3"}});
    const auto help = whatWouldHelp(scenario, "throughput");
    ASSERT_TRUE(help);
    const Help* const back = helpWith(*help, Help::Kind::TakeBack, "plane 3");
    ASSERT_NE(back, nullptr);
    EXPECT_NEAR(back->gain, 1.0 / 6, 1e-9);
    EXPECT_EQ(back->scenario, allToAllOn(cloudMatrix()));
    const Help* const links = helpWith(*help, Help::Kind::Fact, "fabric.link_rate");
    ASSERT_NE(links, nullptr);
    EXPECT_NEAR(links->gain, 0.25, 1e-9);
    EXPECT_TRUE(std::is_sorted(help->list.begin(), help->list.end(),
                               [](const Help& a, const Help& b) { return a.gain > b.gain; }));
}

// What is promised is what comes.
TEST(Help, EveryGainIsWhatTheModelAnswersThen) {
    const auto help = whatWouldHelp(allToAllOn(cloudMatrix(), {Fail{"plane 3"}}), "time");
    ASSERT_TRUE(help);
    ASSERT_FALSE(help->list.empty());
    for (const Help& one : help->list) {
        const double then = metric(*evaluate(one.scenario), "time");
        EXPECT_EQ(then, one.value) << one.path;
        EXPECT_NEAR(one.gain, help->metric.value / then - 1, 1e-12) << one.path;
    }
}

TEST(Help, AMetricThatIsNoneIsRefused) {
    EXPECT_FALSE(whatWouldHelp(allToAllOn(cloudMatrix()), "happiness"));
}

} // namespace
} // namespace supernode::test
