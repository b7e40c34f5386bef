// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/outcome_file.h"

#include "app/files/builtin.h"
#include "app/files/open_scenario.h"
#include "model/evaluate.h"
#include "tests/app/files/issues.h"

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

namespace supernode {
namespace {

OutcomePtr answer(const std::string& preset) { return evaluate(*openScenario(preset)).value(); }

TEST(OutcomeFile, TheSameOutcomeGivesTheSameBytes) {
    for (const std::string& name : builtinScenarioNames()) {
        const OutcomePtr once = answer(name), again = answer(name);
        EXPECT_EQ(outcomeToJson(*once), outcomeToJson(*again)) << name;
        EXPECT_EQ(outcomeToCsv(*once), outcomeToCsv(*again)) << name;
    }
}

TEST(OutcomeFile, JsonHasTheKeysOfTheContract) {
    const auto json = nlohmann::json::parse(outcomeToJson(*answer("all-to-all-plane-3-failed")));
    for (const char* key : {"scenario", "system", "metrics", "bottleneck", "phases", "fabric", "warnings"})
        EXPECT_TRUE(json.contains(key)) << key;
    for (const char* key : {"id", "name", "value", "unit", "per", "grade", "sentence"})
        EXPECT_TRUE(json["metrics"][0].contains(key)) << key;
    for (const char* key : {"resource", "share", "sentence"})
        EXPECT_TRUE(json["bottleneck"].contains(key)) << key;
    for (const char* key : {"name", "start_us", "duration_us", "limited_by"})
        EXPECT_TRUE(json["phases"][0].contains(key)) << key;
    for (const char* key : {"mean", "p50", "p99", "max"})
        EXPECT_TRUE(json["fabric"]["utilization"].contains(key)) << key;
    EXPECT_TRUE(json["fabric"].contains("links"));
    EXPECT_TRUE(json["fabric"].contains("dropped_flows"));
    EXPECT_EQ(json["scenario"]["changes"][0]["fail"], "plane 3");
}

// 6 of 7 planes: 768 dies x 168 GB/s = 129.024 TB/s.
TEST(OutcomeFile, JsonHoldsTheModelsNumbersInFull) {
    const auto json = nlohmann::json::parse(outcomeToJson(*answer("all-to-all-plane-3-failed")));
    EXPECT_EQ(json["metrics"][0]["id"], "throughput");
    EXPECT_NEAR(json["metrics"][0]["value"].get<double>(), 129.024, 1e-9);
}

TEST(OutcomeFile, CsvQuotesWhatNeedsIt) {
    auto outcome = std::make_shared<Outcome>(*answer("point-to-point"));
    outcome->metrics = {
        {"id", "a \"b\", c", 0.5, "GB/s", "", Grade::Derived, "plain", Metric::Better::Higher}};
    EXPECT_EQ(outcomeToCsv(*outcome),
              "id,name,value,unit,per,grade,sentence\nid,\"a \"\"b\"\", c\",0.5,GB/s,,derived,plain\n");
}

} // namespace
} // namespace supernode
