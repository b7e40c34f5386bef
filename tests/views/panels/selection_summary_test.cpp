// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/selection_summary.h"

#include "tests/views/panels/sample_outcomes.h"

#include <QStringList>
#include <gtest/gtest.h>

namespace supernode::test {
namespace {

std::vector<ElementId> nodes(const OutcomePtr& outcome, std::initializer_list<const char*> names) {
    std::vector<ElementId> found;
    for (const char* name : names)
        found.push_back(find(outcome, name));
    return found;
}

} // namespace

TEST(SelectionSummary, TheMeanTimesHowManyIsTheSum) {
    const OutcomePtr o = answer(allToAllOn(cloudMatrix()));
    const auto chosen = nodes(o, {"node 3", "node 4", "node 30"});
    const Interval& now = o->at(o->end * 0.5);
    const SelectionSummary s = summaryOf(*o, now, chosen);
    EXPECT_EQ(s.count, 3u);
    double sum = 0;
    for (const ElementId node : chosen)
        sum += useOf(*o, now, node).out.base();
    EXPECT_NEAR(s.out.sum, sum, 1);
    EXPECT_NEAR(s.out.mean(s.count) * 3, sum, 1);
    EXPECT_LE(s.out.least, s.out.mean(s.count));
    EXPECT_GE(s.out.most, s.out.mean(s.count));
}

TEST(SelectionSummary, WhatIsDownCountsWithNothing) {
    const OutcomePtr o = answer(allToAllOn(cloudMatrix(), {Fail{"node 4"}}));
    const SelectionSummary s = summaryOf(*o, o->at(o->end * 0.5), nodes(o, {"node 3", "node 4"}));
    EXPECT_EQ(s.failed, 1u);
    EXPECT_EQ(s.out.least, 0);
    EXPECT_EQ(o->fabric->name(s.out.leastAt), "node 4");
    EXPECT_EQ(o->fabric->name(s.out.mostAt), "node 3");
}

TEST(SelectionSummary, TheInspectorSaysSumMeanLeastAndMost) {
    const OutcomePtr o = answer(allToAllOn(cloudMatrix(), {Fail{"plane 3"}}));
    const Inspection made =
        inspectionOfMany(*o, o->at(o->end * 0.5), nodes(o, {"node 3", "node 4", "plane 3"}));
    EXPECT_EQ(made.title, "3 selected");
    EXPECT_TRUE(made.subtitle.contains("2 nodes") && made.subtitle.contains("1 plane") &&
                made.subtitle.contains("1 down"))
        << made.subtitle.toStdString();
    EXPECT_EQ(made.failText, "Fail all 3");
    EXPECT_FALSE(made.failed) << "two of three are up";
    QStringList labels;
    for (const InspectionRow& row : made.rows) {
        labels << row.label;
        EXPECT_FALSE(row.explanation.isEmpty());
    }
    for (const char* label :
         {"Sends, sum", "Sends, mean", "Sends, least", "Sends, most", "Receives, sum", "Busiest link, mean"})
        EXPECT_TRUE(labels.contains(label)) << label;
}

} // namespace supernode::test
