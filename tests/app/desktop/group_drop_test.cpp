// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/group_drop.h"

#include "app/files/builtin.h"
#include "app/files/open_scenario.h"
#include "model/evaluate.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

class GroupDropTest : public testing::Test {
protected:
    void ask(const Workload& workload, std::vector<Change> changes = {}) {
        Scenario s{builtinSystem("cloudmatrix384"), std::move(changes), workload};
        scenario = *withModel(s);
        const Result<OutcomePtr> answer = evaluate(scenario);
        ASSERT_TRUE(answer) << toSentence(answer.issues().front());
        outcome = *answer;
    }
    ElementId named(const char* name) const { return *outcome->fabric->find(name); }
    Result<Scenario> drop(Dragged what, const char* from, const char* onto) const {
        return withDrop(scenario, *outcome, what, named(from), named(onto));
    }
    static std::string refusal(const Result<Scenario>& made) {
        EXPECT_FALSE(made);
        return made ? "" : toSentence(made.issues().front());
    }
    OutcomePtr after(const Result<Scenario>& made) const {
        EXPECT_TRUE(made) << (made ? "" : toSentence(made.issues().front()));
        const Result<OutcomePtr> answer = evaluate(*made);
        EXPECT_TRUE(answer) << (answer ? "" : toSentence(answer.issues().front()));
        return answer ? *answer : nullptr;
    }

    Scenario scenario;
    OutcomePtr outcome;
};

Decode small() {
    Decode w;
    w.chips = 64; // eight nodes
    w.contextTokens = 2048;
    return w;
}
// Four stages of 48 NPUs, six nodes each, on half of the machine.
TrainingStep training() {
    TrainingStep w;
    w.chips = 192;
    w.globalBatch = 768;
    return w;
}

TEST_F(GroupDropTest, AnInstanceMovesByItsNodes) {
    ask(small());
    const Result<Scenario> made = drop(Dragged::Whole, "node 3", "node 33");
    ASSERT_TRUE(made);
    EXPECT_EQ(made->changes, (std::vector<Change>{MoveParts{"node 1", "node 33", 8}}));
    EXPECT_EQ(after(made)->groups.front().endpoints.front(), 32u * 16);
}

TEST_F(GroupDropTest, AStageMovesAloneAndItsTrafficGoesOtherWays) {
    ask(training());
    ASSERT_EQ(outcome->groups[1].name, "stage 2");
    const Result<Scenario> made = drop(Dragged::Whole, "node 8 npu 1 die 1", "rack 10");
    ASSERT_TRUE(made);
    // Stage 2 stands on nodes 7 to 12; rack 10 begins with node 37.
    EXPECT_EQ(made->changes, (std::vector<Change>{MoveParts{"node 7", "node 37", 6}}));
    const OutcomePtr is = after(made);
    EXPECT_EQ(is->groups[1].endpoints.front(), 36u * 16);
    EXPECT_EQ(is->groups[0].endpoints, outcome->groups[0].endpoints) << "the others stay";
    EXPECT_EQ(is->groups[2].endpoints, outcome->groups[2].endpoints);
    const auto sent = [](const Outcome& o, const char* node) {
        return useOf(o, o.intervals[o.intervals.size() / 2], *o.fabric->find(node)).out.base();
    };
    EXPECT_GT(sent(*outcome, "node 7"), 0);
    EXPECT_EQ(sent(*is, "node 7"), 0) << "nobody works there any more";
    EXPECT_GT(sent(*is, "node 37"), 0);
}

TEST_F(GroupDropTest, ATensorGroupMovesByItsChips) {
    ask(training());
    // Eight dies: NPUs 1 to 4 of node 1.
    const Result<Scenario> made = drop(Dragged::Tensor, "node 1 npu 2", "node 30 npu 5");
    ASSERT_TRUE(made);
    EXPECT_EQ(made->changes, (std::vector<Change>{MoveParts{"node 1 npu 1", "node 30 npu 5", 4}}));
}

TEST_F(GroupDropTest, ANodeChangesPlacesWithAnother) {
    ask(small());
    const Result<Scenario> made = drop(Dragged::Node, "node 2 npu 1", "node 40");
    ASSERT_TRUE(made);
    EXPECT_EQ(made->changes, (std::vector<Change>{MoveParts{"node 2", "node 40"}}));
    // Back again: nothing is left of it.
    scenario = *made;
    EXPECT_TRUE(drop(Dragged::Node, "node 40", "node 2")->changes.empty());
}

TEST_F(GroupDropTest, AGroupInPiecesMovesPieceByPiece) {
    ask(small(), {MoveParts{"node 1", "node 48"}});
    const Result<Scenario> made = drop(Dragged::Whole, "node 48", "node 20");
    ASSERT_TRUE(made);
    EXPECT_EQ(made->changes.size(), 9u);
    const PlacedGroup group = after(made)->groups.front();
    for (const std::uint32_t e : group.endpoints)
        EXPECT_TRUE(e >= 19u * 16 && e < 27u * 16) << e;
}

TEST_F(GroupDropTest, ARefusedDropSaysTheNearestThatWorks) {
    ask(small());
    EXPECT_EQ(refusal(drop(Dragged::Whole, "node 1", "node 4")),
              "Decode would stand on its own place; drop it on node 9");
    EXPECT_EQ(refusal(drop(Dragged::Whole, "node 1", "node 45")),
              "Decode is too large for what follows node 45; drop it on node 41");
    EXPECT_EQ(refusal(drop(Dragged::Whole, "node 20", "node 30")),
              "no group stands there; begin on a coloured band");
    EXPECT_NE(refusal(drop(Dragged::Whole, "node 1", "plane 3")).find("nothing can be placed there"),
              std::string::npos);
    EXPECT_NE(refusal(drop(Dragged::Whole, "node 1", "rack 14")).find("drop it on a node"),
              std::string::npos);
    EXPECT_NE(refusal(withDrop(scenario, *outcome, Dragged::Whole, {}, named("node 30"))).find("no group"),
              std::string::npos);
    Decode all = small();
    all.chips = 0;
    ask(all);
    EXPECT_NE(refusal(drop(Dragged::Whole, "node 1", "node 20")).find("too many to move"), std::string::npos);
}

MoeDispatch skewed() {
    MoeDispatch w;
    w.route.ranks.count = 64;
    w.route.zipf = 1;
    return w;
}

TEST_F(GroupDropTest, ACopyCoolsTheHottestDie) {
    ask(skewed());
    const ElementId hot = named("node 1 npu 1 die 1");
    const Result<Scenario> chosen = withExpertCopy(scenario, *outcome, hot, named("node 2 npu 1 die 1"));
    ASSERT_TRUE(chosen);
    EXPECT_EQ(chosen->changes, (std::vector<Change>{CopyExpert{"node 1 npu 1 die 1", "node 2 npu 1 die 1"}}));
    EXPECT_LT(after(chosen)->expertsOn(0)->load, outcome->expertsOn(0)->load);
    // By itself to the last of 64, whose experts are the least popular.
    const Result<Scenario> itself = withExpertCopy(scenario, *outcome, hot);
    ASSERT_TRUE(itself);
    EXPECT_EQ(std::get<CopyExpert>(itself->changes.front()).onto, "node 4 npu 8 die 2");
    EXPECT_LT(after(itself)->metric("time")->value, outcome->metric("time")->value);
}

TEST_F(GroupDropTest, ACopyThatCannotBeIsRefused) {
    ask(skewed(), {CopyExpert{"node 1 npu 1 die 1", "node 2 npu 1 die 1"}});
    const ElementId first = named("node 1 npu 1 die 1");
    EXPECT_NE(refusal(withExpertCopy(scenario, *outcome, named("node 2 npu 1 die 1"), first)).find("already"),
              std::string::npos);
    EXPECT_NE(refusal(withExpertCopy(scenario, *outcome, first, named("node 30 npu 1 die 1")))
                  .find("no die that takes part; drop it on node 4 npu 8 die 2"),
              std::string::npos);
    EXPECT_NE(refusal(withExpertCopy(scenario, *outcome, named("node 30"))).find("no expert"),
              std::string::npos);
}

TEST_F(GroupDropTest, OneMoreExpertOnEachDieOfALanguageModel) {
    Decode w;
    w.chips = 160;
    w.batchPerChip = 32;
    ask(w);
    const Result<Scenario> made = withOneMoreExpert(scenario, *outcome);
    ASSERT_TRUE(made);
    EXPECT_EQ(std::get<Decode>(made->workload).redundantExperts, 320) << "32 and one on each of 288";
    ask(AllToAll{});
    EXPECT_FALSE(withOneMoreExpert(scenario, *outcome));
}

} // namespace
} // namespace supernode
