// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fabric/fabric_story.h"

#include "app/files/builtin.h"
#include "model/evaluate.h"

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

OutcomePtr answered(const char* preset) { return *evaluate(*builtinScenario(preset)); }

FabricStory told(const OutcomePtr& outcome, std::initializer_list<const char*> names) {
    std::vector<ElementId> selection;
    for (const char* name : names)
        selection.push_back(*outcome->fabric->find(name));
    return storyOf(*outcome, &outcome->at(outcome->end * 0.5), selection);
}

TEST(FabricStory, TellsAPairHowManyWaysAreLeft) {
    const FabricStory story =
        told(answered("all-to-all-plane-3-failed"), {"node 5 npu 1 die 1", "node 29 npu 1 die 1"});
    EXPECT_EQ(story.lead.toStdString(), "6 planes × 16 second-tier chips = 96 paths of 4 hops");
    EXPECT_TRUE(story.lines.join(' ').contains("168")) << story.lines.join(' ').toStdString();
    EXPECT_TRUE(story.failed.contains("6 of 7 planes")) << story.failed.toStdString();
}

TEST(FabricStory, TellsWhatAPairSendsInTheMeanOfThePhase) {
    // Every die sends 64 MiB/768 to each of 767 others at 196 GB/s: 196/767 GB/s each way.
    const FabricStory story = told(answered("all-to-all"), {"node 5 npu 1 die 1", "node 29 npu 1 die 1"});
    EXPECT_TRUE(story.lines.join(' ').contains("n the mean of")) << story.lines.join(' ').toStdString();
    EXPECT_TRUE(story.lines.join(' ').contains("256")) << story.lines.join(' ').toStdString();
}

TEST(FabricStory, TellsWhatGoesOverNoPlane) {
    const OutcomePtr outcome = answered("kv-transfer");
    const FabricStory story = told(outcome, {});
    EXPECT_TRUE(story.elsewhere.contains("outside the chips")) << story.elsewhere.toStdString();
    EXPECT_TRUE(told(answered("all-to-all"), {}).elsewhere.isEmpty());
}

TEST(FabricStory, ExplainsItselfWhenNothingIsSelected) {
    const OutcomePtr outcome = answered("all-to-all");
    EXPECT_FALSE(told(outcome, {}).lines.isEmpty());
    EXPECT_TRUE(told(outcome, {}).failed.isEmpty());
    EXPECT_EQ(captionOf(*outcome).front(), "CloudMatrix 384");
    EXPECT_EQ(captionOf(*outcome).back().toStdString().substr(0, 5), "150.5");
}

TEST(FabricStory, SaysOfAFailedPartThatNothingPasses) {
    const FabricStory story = told(answered("all-to-all-plane-3-failed"), {"plane 3"});
    EXPECT_TRUE(story.lead.contains("down"));
    EXPECT_TRUE(told(answered("all-to-all-plane-3-failed"), {"plane 4"}).lead.contains("Sends"));
}

} // namespace
} // namespace supernode::test
