// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/traffic/sharing_problem.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

namespace supernode::test {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

// Two resources; a flow over both that loads the second with 2, and one of weight 3 and limit 5 over the
// first.
SharingProblem sample() {
    SharingProblem p;
    p.addResource(10);
    p.addResource(20);
    p.addFlow(std::vector<Use>{{0, 1}, {1, 2}});
    p.addFlow(std::vector<Use>{{0, 1}}, 3, 5);
    return p;
}

TEST(SharingProblem, KeepsNoArrayThatNobodyNeeds) {
    // Loads, weights and limits appear with the first unusual one and are then complete.
    SharingProblem plain;
    plain.addResource(10);
    plain.addFlow(std::vector<Use>{{0, 1}});
    plain.addFlow(std::vector<Use>{{0, 1}});
    EXPECT_TRUE(plain.load.empty() && plain.weight.empty() && plain.limit.empty());
    plain.addFlow(std::vector<Use>{{0, 0.5}}, 2, 7);
    EXPECT_EQ(plain.load, (std::vector<double>{1, 1, 0.5}));
    EXPECT_EQ(plain.weight, (std::vector<double>{1, 1, 2}));
    EXPECT_EQ(plain.limit, (std::vector<double>{infinity, infinity, 7}));
    EXPECT_TRUE(check(plain).empty());
}

TEST(SharingProblem, GivesTheUsesOfAFlowInTheirOrder) {
    const SharingProblem p = sample();
    double sum = 0;
    for (const Use use : p.usesOf(0))
        sum = sum * 10 + use.resource + use.load; // 0 + 1, then 10 + 1 + 2
    EXPECT_EQ(sum, 13);
    EXPECT_EQ(p.usesOf(0)[1].load, 2);
    EXPECT_EQ(p.usesOf(1).size(), 1u);
    EXPECT_EQ(p.flows(), 2u);
    EXPECT_EQ(p.resources(), 2u);
}

TEST(SharingProblem, NamesEveryNumberThatCannotBe) {
    struct Case {
        const char* field;
        std::function<void(SharingProblem&)> spoil;
    };
    const std::vector<Case> cases{{"capacity[1]", [](SharingProblem& p) { p.capacity[1] = nan; }},
                                  {"capacity[0]", [](SharingProblem& p) { p.capacity[0] = -1; }},
                                  {"capacity[0]", [](SharingProblem& p) { p.capacity[0] = infinity; }},
                                  {"load[2]", [](SharingProblem& p) { p.load[2] = 0; }},
                                  {"load[0]", [](SharingProblem& p) { p.load[0] = nan; }},
                                  {"weight[1]", [](SharingProblem& p) { p.weight[1] = 0; }},
                                  {"weight[0]", [](SharingProblem& p) { p.weight[0] = infinity; }},
                                  {"limit[1]", [](SharingProblem& p) { p.limit[1] = -2; }},
                                  {"limit[1]", [](SharingProblem& p) { p.limit[1] = nan; }},
                                  {"resource[1]", [](SharingProblem& p) { p.resource[1] = 2; }},
                                  {"firstUse", [](SharingProblem& p) { p.firstUse[1] = 9; }},
                                  {"firstUse", [](SharingProblem& p) { p.firstUse.clear(); }},
                                  {"load", [](SharingProblem& p) { p.load.pop_back(); }},
                                  {"weight", [](SharingProblem& p) { p.weight.push_back(1); }},
                                  {"limit", [](SharingProblem& p) { p.limit.pop_back(); }},
                                  {"flow 2", [](SharingProblem& p) { p.addFlow({}); }},
                                  {"resource 0", [](SharingProblem& p) { p.weight.assign(2, 1e308); }},
                                  {"resource 0", [](SharingProblem& p) {
                                       p.weight.assign(2, 1e-300);
                                       p.capacity[0] = 1e20;
                                   }}};
    EXPECT_TRUE(check(sample()).empty());
    for (const Case& c : cases) {
        SharingProblem p = sample();
        c.spoil(p);
        const std::vector<Issue> issues = check(p);
        ASSERT_EQ(issues.size(), 1u) << c.field;
        EXPECT_EQ(issues.front().field, c.field);
        EXPECT_FALSE(issues.front().reason.empty() || issues.front().remedy.empty()) << c.field;
    }
}

TEST(SharingProblem, AcceptsAResourceThatIsDownAndAFlowThatOnlyItsLimitHolds) {
    SharingProblem p = sample();
    p.capacity[0] = 0;
    p.addFlow({}, 1, 4);
    EXPECT_TRUE(check(p).empty());
}

} // namespace
} // namespace supernode::test
