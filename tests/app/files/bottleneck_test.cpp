// SPDX-License-Identifier: GPL-3.0-or-later
// The sentence about the bottleneck is true: what it names moves the headline, for every preset on both
// machines.
#include "app/files/builtin.h"
#include "app/files/open_scenario.h"
#include "model/evaluate.h"
#include "model/scenario/fitting_work.h"
#include "tests/app/files/answers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace supernode {
namespace {

// By how much the headline gets better when the named fact gets 1 % better: a rate more, a time less.
double gainOf(const Outcome& before) {
    const std::string& path = before.bottleneck.path;
    const Shown shown = shownOf(*before.scenario.system, path);
    EXPECT_FALSE(std::isnan(shown.value)) << before.bottleneck.sentence << " names " << path;
    const bool less = shown.dimension == Dimension::Time;
    const Result<OutcomePtr> after =
        evaluate(withChange(before.scenario, SetFact{path, shown.value * (less ? 0.99 : 1.01)}));
    EXPECT_TRUE(after) << path;
    const Metric& headline = before.metrics.front();
    const double was = headline.value, is = after ? (*after)->metric(headline.id)->value : NAN;
    return headline.better == Metric::Better::Lower ? was / is - 1 : is / was - 1;
}

class BottleneckOf : public testing::TestWithParam<std::string> {};

// At most 1 %, since nothing gains more than all of the time; more than nothing, since it is said to hold.
TEST_P(BottleneckOf, NamesWhatMovesTheHeadline) {
    const Scenario preset = *openScenario(GetParam());
    int answered = 0;
    for (const SystemPtr& system : builtinSystems()) {
        Scenario scenario = preset;
        scenario.system = system;
        if (std::optional<Workload> fitting = fitted(scenario.workload, *system))
            scenario.workload = *fitting;
        const Result<OutcomePtr> outcome = evaluate(scenario);
        if (!outcome)
            continue; // this machine cannot do it, which has tests of its own
        ++answered;
        ASSERT_FALSE((*outcome)->bottleneck.path.empty()) << (*outcome)->bottleneck.sentence;
        const double gain = gainOf(**outcome);
        EXPECT_GT(gain, 1e-4) << system->id << ": " << (*outcome)->bottleneck.sentence;
        EXPECT_LT(gain, 0.0102) << system->id << ": " << (*outcome)->bottleneck.sentence;
    }
    EXPECT_GE(answered, 1);
}

// A CPU has 160 GB/s over seven planes, 22.9 GB/s each: less than the 28 GB/s of a die.
TEST(Bottleneck, ATransferToACpuIsHeldByItsLinks) {
    const Scenario scenario{builtinSystem("cloudmatrix384"),
                            {},
                            PointToPoint{.target = Target::Cpu,
                                         .bytes = mebibytes(64),
                                         .from = "node 1 npu 1 die 1",
                                         .to = "node 2 cpu 1"}};
    const Result<OutcomePtr> outcome = evaluate(scenario);
    ASSERT_TRUE(outcome);
    EXPECT_EQ((*outcome)->bottleneck.path, "fabric.cpu_bandwidth");
    EXPECT_GT(gainOf(**outcome), 5e-3);
}

INSTANTIATE_TEST_SUITE_P(Presets, BottleneckOf, testing::ValuesIn(builtinScenarioNames()), [](const auto& p) {
    std::string name = p.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

} // namespace
} // namespace supernode
