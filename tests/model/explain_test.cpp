// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/explain.h"
#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace supernode {
namespace {

using test::cloudMatrix;

double effectOf(const Explanation& e, std::string_view path) {
    const auto found = std::find_if(e.sensitivities.begin(), e.sensitivities.end(),
                                    [&](const Sensitivity& s) { return s.path == path; });
    return found == e.sensitivities.end() ? 0 : found->effect;
}

Explanation explained(const Scenario& scenario, std::string_view metric) {
    const Result<Explanation> e = explain(scenario, metric);
    EXPECT_TRUE(e) << toSentence(e.issues().front());
    return *e;
}

// At line rate and without latency the throughput of an all-to-all is proportional to the link rate: 1 % for
// 1 %. The time falls by 1 - 1/1.01 = 0.990 %, and grows by 1 % with the bytes; throughput knows no size.
TEST(Explain, TheLinkRateMovesAnAllToAll) {
    const Scenario scenario{cloudMatrix(), {}, AllToAll{}};
    const Explanation throughput = explained(scenario, "throughput"), time = explained(scenario, "time");
    EXPECT_NEAR(effectOf(throughput, "fabric.link_rate"), 1, 1e-9);
    EXPECT_NEAR(effectOf(time, "fabric.link_rate"), (1 / 1.01 - 1) / 0.01, 1e-9);
    EXPECT_NEAR(effectOf(time, "workload.bytes"), 1, 1e-9);
    EXPECT_EQ(effectOf(throughput, "workload.bytes"), 0);
}

// What a data sheet adds up depends on the chip alone: chips x dense BF16, and on the count of chips.
TEST(Explain, ADataSheetNumberIsMovedByItsFactorsOnly) {
    const Explanation e = explained({cloudMatrix(), {}, Specification{}}, "bf16_dense");
    EXPECT_NEAR(effectOf(e, "chip.bf16_dense"), 1, 1e-9);
    EXPECT_NEAR(effectOf(e, "node.chips"), 1, 1e-9); // 9 of 8: 1/8 more for 1/8 more
    EXPECT_EQ(effectOf(e, "fabric.link_rate"), 0);
}

TEST(Explain, TheStrongestInputStandsFirstAndHasItsSource) {
    const Explanation e = explained({cloudMatrix(), {}, AllToAll{}}, "time");
    ASSERT_GE(e.sensitivities.size(), 2u);
    for (std::size_t i = 1; i < e.sensitivities.size(); ++i)
        EXPECT_GE(std::abs(e.sensitivities[i - 1].effect), std::abs(e.sensitivities[i].effect));
    for (const Sensitivity& s : e.sensitivities)
        EXPECT_EQ(s.from.has_value(), !s.path.starts_with("workload.")) << s.path;
}

TEST(Explain, AnUnknownMetricIsRefusedWithTheOnesThatThereAre) {
    const Result<Explanation> e = explain({cloudMatrix(), {}, AllToAll{}}, "happiness");
    ASSERT_FALSE(e);
    EXPECT_EQ(e.issues().front().field, "metric");
    EXPECT_NE(e.issues().front().remedy.find("throughput"), std::string::npos);
}

} // namespace
} // namespace supernode
