// SPDX-License-Identifier: GPL-3.0-or-later
// Headline metrics of presets against tests/golden/presets.json: a changed answer is noticed.
//
// A change that is meant is written into that file, and its commit says why.
#include "app/files/json_reader.h"
#include "app/files/open_scenario.h"
#include "app/files/text_file.h"
#include "model/evaluate.h"

#include <gtest/gtest.h>

#include <cstdio>

namespace supernode {
namespace {

std::string digits(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.9g", value);
    return text;
}

TEST(Golden, HeadlinesOfPresetsAreWhatTheyWere) {
    const Result<std::string> text = readTextFile(SUPERNODE_SOURCE_DIR "/tests/golden/presets.json");
    ASSERT_TRUE(text);
    const Result<nlohmann::json> golden = parseJson(*text);
    ASSERT_TRUE(golden);
    ASSERT_FALSE(golden->empty());
    for (const auto& preset : golden->items()) {
        const Result<Scenario> scenario = openScenario(preset.key());
        ASSERT_TRUE(scenario) << preset.key();
        const Result<OutcomePtr> outcome = evaluate(*scenario);
        ASSERT_TRUE(outcome) << preset.key() << ": " << toSentence(outcome.issues().front());
        for (const auto& headline : preset.value().items()) {
            const Metric* metric = (*outcome)->metric(headline.key());
            ASSERT_NE(metric, nullptr) << preset.key() << " has no " << headline.key() << " any more";
            const double was = headline.value().get<double>();
            EXPECT_NEAR(metric->value / was, 1, 1e-6)
                << preset.key() << ": " << metric->name << " was " << digits(was) << " and is "
                << digits(metric->value) << " " << metric->unit << ". If that is meant, write it into "
                << "tests/golden/presets.json and say why in the commit.";
        }
    }
}

} // namespace
} // namespace supernode
