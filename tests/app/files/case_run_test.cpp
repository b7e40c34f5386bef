// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/case_run.h"

#include "app/files/builtin.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

PublishedCase identity(double published, const std::string& unit) {
    PublishedCase c;
    c.id = "sum";
    c.system = "gb200-nvl72";
    c.workload = Specification{};
    c.quantity = "bf16_dense";
    c.published = published;
    c.unit = unit;
    c.tolerance = 0.01;
    return c;
}

TEST(CaseRun, EveryCaseThatRunsIsWithinItsTolerance) {
    const std::vector<CaseResult> results = runCases(builtinCases());
    for (const CaseResult& result : results)
        EXPECT_TRUE(!result.ran() || result.within()) << result.published.id << " error " << result.error;
    // 16 transfers of Table 1, 7 sums, 2 all-reduces and 14 steps of a mixture of experts.
    EXPECT_GE(summaryOf(results).run, 39u);
}

TEST(CaseRun, ACaseThatCannotRunSaysWhy) {
    for (const CaseResult& result : runCases(builtinCases()))
        EXPECT_NE(result.ran(), !result.missing.empty()) << result.published.id;
}

// 72 x 2.5 PFLOPS = 180 PFLOPS = 180,000 TFLOPS; 180 / 200 - 1 = -0.1.
TEST(CaseRun, ErrorsAreRelativeToThePublishedValue) {
    const auto results = runCases({identity(180'000, "TFLOPS"), identity(200, "PFLOPS")});
    EXPECT_NEAR(results[0].error, 0, 1e-12);
    EXPECT_NEAR(*results[0].modelled, 180'000, 1e-6);
    EXPECT_TRUE(results[0].within());
    EXPECT_NEAR(results[1].error, -0.1, 1e-12);
    EXPECT_FALSE(results[1].within());
}

TEST(CaseRun, UnknownQuantitiesUnitsAndSystemsAreNamed) {
    PublishedCase quantity = identity(180, "PFLOPS"), unit = identity(180, "kg"),
                  system = identity(180, "PFLOPS");
    quantity.quantity = "beauty";
    system.system = "tpu";
    const auto results = runCases({quantity, unit, system});
    EXPECT_EQ(results[0].missing.rfind("quantity: \"beauty\"", 0), 0u) << results[0].missing;
    EXPECT_EQ(results[1].missing.rfind("unit: \"kg\"", 0), 0u) << results[1].missing;
    EXPECT_EQ(results[2].missing.rfind("system: ", 0), 0u) << results[2].missing;
}

TEST(CaseRun, TheSummaryCountsWhatRanAndWhatDidNotApart) {
    PublishedCase missing = identity(180, "PFLOPS");
    missing.workload.reset();
    missing.missing = {{"workload.kind", "unknown", ""}};
    // errors 0, -0.1 and 0.25: the median without sign is 0.1
    const auto results =
        runCases({identity(180, "PFLOPS"), missing, identity(200, "PFLOPS"), identity(144, "PFLOPS")});
    const CaseSummary summary = summaryOf(results);
    EXPECT_EQ(summary.cases, 4u);
    EXPECT_EQ(summary.run, 3u);
    EXPECT_EQ(summary.within, 1u);
    EXPECT_NEAR(summary.medianError, 0.1, 1e-12);
    EXPECT_EQ(summary.worst, "sum");
    EXPECT_EQ(summaryOf({}).worst, "");
}

} // namespace
} // namespace supernode
