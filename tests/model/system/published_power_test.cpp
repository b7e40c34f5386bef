// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/system/published_power.h"
#include "tests/model/powered_systems.h"

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

SystemSpec choosing(int number) {
    SystemSpec s = *poweredCloudMatrix();
    s.power.chosen->value = number;
    return s;
}

TEST(PublishedPower, TheChoiceIsByNumber) {
    EXPECT_DOUBLE_EQ(chosenPower(choosing(1))->power.base(), 559e3);
    EXPECT_DOUBLE_EQ(chosenPower(choosing(2))->power.base(), 719e3);
    EXPECT_DOUBLE_EQ(chosenPower(choosing(3))->power.base(), 594.5e3);
    EXPECT_EQ(chosenPower(choosing(3))->path, "power.revised");
}

TEST(PublishedPower, AnUnknownChoiceListsThoseThatThereAre) {
    for (const int number : {4, 8, 1000}) { // 4 is a number, but nobody gave another estimate
        const std::vector<Issue> issues = check(choosing(number));
        ASSERT_EQ(issues.size(), 1u);
        EXPECT_EQ(issues[0].field, "power.chosen");
        EXPECT_EQ(issues[0].remedy, "give 1 (typical, all-in), 2 (maximum, nameplate), 3 (all-in, revised)");
    }
}

TEST(PublishedPower, AMissingPartIsNamed) {
    SystemSpec s = choosing(1);
    s.power.cpu = {};
    s.power.module = {};
    const std::vector<Issue> issues = check(s);
    ASSERT_EQ(issues.size(), 2u);
    EXPECT_EQ(issues[0].field, "power.cpu");
    EXPECT_EQ(issues[1].field, "power.module");
}

TEST(PublishedPower, AFabricOfOneTierNeedsNeitherLeavesNorModules) {
    EXPECT_TRUE(check(*poweredNvl72()).empty());
}

TEST(PublishedPower, AMachineWithoutPowerByPartsIsStillOne) {
    EXPECT_TRUE(check(*cloudMatrix()).empty());
    EXPECT_FALSE(chosenPower(*cloudMatrix()));
    EXPECT_EQ(publishedPowers(*cloudMatrix()).size(), 2u);
}

TEST(PublishedPower, AnotherChoiceIsOneWhatIf) {
    const Scenario s{poweredCloudMatrix(), {SetFact{"power.chosen", 2}}, AllToAll{}};
    const OutcomePtr o = answer(s);
    ASSERT_TRUE(o);
    EXPECT_NE(o->metric("power")->sentence.find("published 719 kW"), std::string::npos)
        << o->metric("power")->sentence;
    EXPECT_GT(metric(o, "power"), metric(answer({poweredCloudMatrix(), {}, AllToAll{}}), "power"));
}

} // namespace
} // namespace supernode::test
