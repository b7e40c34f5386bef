// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/explainer.h"

#include "app/desktop/preset_words.h"
#include "app/files/builtin.h"
#include "tests/model/test_systems.h"

#include <QTest>
#include <gtest/gtest.h>

namespace supernode::test {
namespace {

TEST(Explainer, TheNewestQuestionWins) {
    Explainer explainer;
    std::vector<std::string> answered;
    QObject::connect(&explainer, &Explainer::explained,
                     [&](const Explanation& e) { answered.push_back(e.metric.id); });
    const Scenario small = allToAllOn(smallMachine(2, 2, 1, 2, 2), {}, mebibytes(1));
    explainer.ask(small, "time");
    explainer.ask(small, "throughput");
    EXPECT_TRUE(QTest::qWaitFor([&] { return !answered.empty(); }, 20'000));
    EXPECT_EQ(answered, std::vector<std::string>{"throughput"});
}

TEST(Explainer, WhatWasForgottenIsNotAnswered) {
    Explainer explainer;
    int answers = 0;
    QObject::connect(&explainer, &Explainer::explained, [&] { ++answers; });
    explainer.ask(allToAllOn(smallMachine(2, 2, 1, 2, 2), {}, mebibytes(1)), "time");
    explainer.forget();
    QCoreApplication::processEvents();
    EXPECT_EQ(answers, 0);
}

TEST(PresetWords, EveryPresetHasItsSentence) {
    const std::vector<Option> options = presetOptions();
    EXPECT_EQ(options.size(), builtinScenarioNames().size());
    for (const Option& option : options) {
        EXPECT_FALSE(option.sentence.isEmpty()) << option.id.toStdString();
        EXPECT_TRUE(builtinScenario(option.id.toStdString())) << option.id.toStdString();
    }
}

TEST(PresetWords, DeepSeekComesFirst) { EXPECT_EQ(modelOptions().front().id, "deepseek-r1"); }

} // namespace
} // namespace supernode::test
