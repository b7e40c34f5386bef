// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/inspection.h"

#include "tests/views/panels/sample_outcomes.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace supernode {
namespace {

Inspection inspect(const OutcomePtr& outcome, const std::string& name) {
    return inspectionOf(*outcome, outcome->at(Duration()), test::find(outcome, name));
}

const InspectionRow* rowOf(const Inspection& inspection, const QString& label) {
    const auto found = std::find_if(inspection.rows.begin(), inspection.rows.end(),
                                    [&](const InspectionRow& row) { return row.label == label; });
    return found == inspection.rows.end() ? nullptr : &*found;
}

TEST(Inspection, SaysWhatTheElementIs) {
    const OutcomePtr outcome = test::answer(test::allToAllOn(test::cloudMatrix()));
    const Inspection node = inspect(outcome, "node 18");
    EXPECT_EQ(node.title, "Node 18");
    EXPECT_TRUE(node.subtitle.startsWith("rack ")) << node.subtitle.toStdString();
    EXPECT_TRUE(node.subtitle.contains("8 × ")) << node.subtitle.toStdString();
    EXPECT_TRUE(node.canFail);
    EXPECT_EQ(node.failText, "Fail node");
}

// Of several equally busy links the first is named; a link itself leads nowhere else.
TEST(Inspection, TheBusiestLinkIsNamed) {
    const OutcomePtr outcome = test::answer(test::allToAllOn(test::cloudMatrix()));
    const Inspection node = inspect(outcome, "node 18");
    ASSERT_NE(rowOf(node, "Busiest link"), nullptr);
    EXPECT_EQ(rowOf(node, "Busiest link")->element, "link node 18 npu 1 die 1 plane 1");
    EXPECT_EQ(rowOf(node, "Links up")->element, "");
    EXPECT_EQ(rowOf(inspect(outcome, "link node 18 npu 1 die 1 plane 1"), "Busiest link")->element, "");
}

TEST(Inspection, TheSystemCannotFail) {
    const OutcomePtr outcome = test::answer(test::smallScenario());
    const Inspection system = inspect(outcome, "supernode");
    EXPECT_FALSE(system.canFail);
    EXPECT_FALSE(system.why.isEmpty()); // the bottleneck always concerns the whole
    EXPECT_FALSE(system.rows.empty());
}

// A die has one link in each of 7 planes; plane 3 down leaves 6.
TEST(Inspection, CountsTheLinksThatAreUp) {
    const OutcomePtr outcome = test::answer(test::allToAllOn(test::cloudMatrix(), {Fail{"plane 3"}}));
    const Inspection die = inspect(outcome, "node 18 npu 3 die 1");
    const InspectionRow* links = rowOf(die, "Links up");
    ASSERT_TRUE(links);
    EXPECT_EQ(links->value, "6 of 7");
    EXPECT_EQ(die.whyTitle, "Why is it slower?");
    EXPECT_TRUE(die.why.contains("1 of its 7 links are down")) << die.why.toStdString();
}

TEST(Inspection, AFailedElementSaysWhatTookItDown) {
    const OutcomePtr outcome = test::answer(test::smallScenario({Fail{"node 2"}, Fail{"plane 1"}}));
    const Inspection node = inspect(outcome, "node 2");
    EXPECT_TRUE(node.failed);
    EXPECT_EQ(node.whyTitle, "Why is it down?");
    EXPECT_TRUE(node.why.startsWith("Node 2 is down, and with it everything")) << node.why.toStdString();
    const Inspection chip = inspect(outcome, "node 2 npu 1");
    EXPECT_TRUE(chip.why.contains("because node 2 is down")) << chip.why.toStdString();
    const Inspection leaf = inspect(outcome, "node 1 l1 1");
    EXPECT_TRUE(leaf.why.contains("because plane 1 is down")) << leaf.why.toStdString();
    EXPECT_EQ(leaf.restoreText, "Restore plane 1");
    const Inspection link = inspect(outcome, "link node 1 plane 1 l2 2");
    EXPECT_EQ(link.cause, test::find(outcome, "plane 1"));
    const Inspection far = inspect(outcome, "link node 2 plane 2 l2 2");
    EXPECT_EQ(far.cause, test::find(outcome, "node 2"));
    EXPECT_EQ(node.cause, test::find(outcome, "node 2"));
}

TEST(Inspection, TheBottleneckIsToldWhereItSits) {
    const OutcomePtr outcome = test::answer(test::smallScenario());
    ASSERT_FALSE(outcome->bottleneck.elements.empty());
    const ElementId at = outcome->bottleneck.elements.front();
    const Inspection there = inspectionOf(*outcome, outcome->at(Duration()), at);
    EXPECT_TRUE(there.why.contains(QString::fromStdString(outcome->bottleneck.sentence)));
}

TEST(Inspection, EveryRowSaysWhereItComesFrom) {
    const OutcomePtr outcome = test::answer(test::smallScenario());
    for (const char* name : {"supernode", "rack 1", "node 1", "node 1 npu 1", "node 1 cpu 1", "node 1 l1 1",
                             "plane 1", "box 1", "plane 1 l2 1", "link node 1 plane 1 l2 1"}) {
        const Inspection inspection = inspect(outcome, name);
        EXPECT_FALSE(inspection.title.isEmpty()) << name;
        EXPECT_FALSE(inspection.subtitle.isEmpty()) << name;
        EXPECT_FALSE(inspection.rows.empty()) << name;
        for (const InspectionRow& row : inspection.rows) {
            EXPECT_FALSE(row.value.isEmpty()) << name << row.label.toStdString();
            EXPECT_FALSE(row.explanation.isEmpty()) << name << row.label.toStdString();
        }
    }
}

TEST(Inspection, AFactNamesItsSource) {
    auto system = std::make_shared<SystemSpec>(*test::smallMachine(2, 2, 1, 2, 2));
    system->sources["paper"] = {"A paper about links", "https://example.org/links", 2025};
    system->fabric.linkRate.from = {224, "Gbit/s", Grade::Paper, "paper", "A1.14", "per direction"};
    const OutcomePtr outcome = test::answer(test::allToAllOn(system));
    const Inspection node = inspect(outcome, "plane 1");
    const InspectionRow* link = rowOf(node, "Link");
    ASSERT_TRUE(link);
    EXPECT_EQ(link->grade, Grade::Paper);
    EXPECT_EQ(link->sourceTitle, "A paper about links (2025)");
    EXPECT_EQ(link->sourceAddress, "https://example.org/links");
    EXPECT_EQ(link->factId, "A1.14");
    EXPECT_TRUE(link->explanation.contains("per direction"));
    EXPECT_TRUE(link->explanation.contains("224"));
}

} // namespace
} // namespace supernode
