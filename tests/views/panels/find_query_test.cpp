// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/find_query.h"

#include "tests/views/panels/sample_outcomes.h"

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

using Asks = FindQuery::Test;

FindQuery read(const OutcomePtr& outcome, const char* text) {
    const Result<FindQuery> query = readFind(text, kindNames(*outcome->fabric));
    EXPECT_TRUE(query) << text << ": " << (query ? "" : toSentence(query.issues().front()));
    return query ? *query : FindQuery{};
}

FindQuery kindAnd(ElementKind kind, Asks test, double percent = 0) { return {kind, test, percent, {}}; }

std::vector<Found> found(const OutcomePtr& outcome, const char* text) {
    return findIn(*outcome, outcome->at(outcome->end * 0.5), read(outcome, text), 100'000);
}

std::vector<std::string> namesOf(const OutcomePtr& outcome, const std::vector<Found>& all) {
    std::vector<std::string> names;
    for (const Found& one : all)
        names.push_back(outcome->fabric->name(one.element));
    return names;
}

} // namespace

TEST(FindQuery, ReadsKindsConditionsAndNames) {
    const OutcomePtr o = answer(allToAllOn(cloudMatrix()));
    EXPECT_EQ(read(o, "links > 90 %"), kindAnd(ElementKind::Link, Asks::Above, 90));
    EXPECT_EQ(read(o, "  Links  >90%"), kindAnd(ElementKind::Link, Asks::Above, 90));
    EXPECT_EQ(read(o, "> 12.5"), kindAnd(ElementKind::Link, Asks::Above, 12.5));
    EXPECT_EQ(read(o, "dies <= 5 %"), kindAnd(ElementKind::Endpoint, Asks::AtMost, 5));
    EXPECT_EQ(read(o, "node >= 50"), kindAnd(ElementKind::Node, Asks::AtLeast, 50));
    EXPECT_EQ(read(o, "boxes < 1"), kindAnd(ElementKind::Box, Asks::Below, 1));
    EXPECT_EQ(read(o, "failed"), (FindQuery{{}, Asks::Failed, 0, {}}));
    EXPECT_EQ(read(o, "planes down"), kindAnd(ElementKind::Plane, Asks::Failed));
    EXPECT_EQ(read(o, "slowed"), (FindQuery{{}, Asks::Slowed, 0, {}}));
    EXPECT_EQ(read(o, "racks"), kindAnd(ElementKind::Rack, Asks::All));
    EXPECT_EQ(read(o, "Node 18 NPU 3"), (FindQuery{{}, Asks::All, 0, "node 18 npu 3"}));
}

TEST(FindQuery, EachMachineHasItsWords) {
    const OutcomePtr o = answer(allToAllOn(nvl72()));
    EXPECT_EQ(read(o, "GPUs > 5").kind, ElementKind::Endpoint);
    EXPECT_FALSE(readFind("dies > 5", kindNames(*o->fabric)));
}

TEST(FindQuery, RefusesWithWhatWouldBeRight) {
    const OutcomePtr o = answer(allToAllOn(cloudMatrix()));
    const std::vector<KindNames> kinds = kindNames(*o->fabric);
    for (const auto& [text, part] :
         std::vector<std::pair<const char*, const char*>>{{"", "node 18"},
                                                          {"wheels > 5", "links"},
                                                          {"links > 101 %", "0 to 100"},
                                                          {"wheels failed", "nodes"}}) {
        const Result<FindQuery> query = readFind(text, kinds);
        ASSERT_FALSE(query) << text;
        EXPECT_NE(toSentence(query.issues().front()).find(part), std::string::npos)
            << toSentence(query.issues().front());
    }
}

TEST(FindQuery, WhatIsFoundIsWhatTheWordsSay) {
    // The all-to-all fills the links of the dies, 5,376 = 768 x 7, and the uplinks nearly: 752/767 = 98 %.
    const OutcomePtr o = answer(allToAllOn(cloudMatrix()));
    const std::vector<Found> full = found(o, "links > 99 %");
    EXPECT_EQ(full.size(), 768u * 7);
    for (const Found& one : full)
        EXPECT_GT(one.utilization, 0.99);
    EXPECT_EQ(found(o, "links > 90 %").size(), 768u * 7 + 48 * 7 * 16);
    EXPECT_EQ(found(o, "dies").size(), 768u);
    EXPECT_TRUE(found(o, "failed").empty());
    EXPECT_EQ(findIn(*o, o->at({}), read(o, "links > 90 %"), 50).size(), 50u) << "no more than asked for";
}

TEST(FindQuery, FailedAreThoseThatAWhatIfNames) {
    const OutcomePtr o = answer(allToAllOn(cloudMatrix(), {Fail{"plane 3"}, Slow{"node 5", 50}}));
    EXPECT_EQ(namesOf(o, found(o, "failed")), std::vector<std::string>{"plane 3"});
    EXPECT_EQ(namesOf(o, found(o, "slowed")), std::vector<std::string>{"node 5"});
    // With a kind, all that are down: a seventh of the links of dies, CPUs and uplinks.
    const std::vector<Found> links = found(o, "links failed");
    EXPECT_EQ(links.size(), fabricUse(*o).failedLinks);
    EXPECT_TRUE(std::all_of(links.begin(), links.end(), [](const Found& f) { return f.failed; }));
    // What is down is not idle.
    for (const Found& one : found(o, "links < 1"))
        EXPECT_FALSE(one.failed);
}

TEST(FindQuery, ANameIsFoundWholeFirstThenByItsBeginning) {
    const OutcomePtr o = answer(allToAllOn(cloudMatrix()));
    const std::vector<std::string> names = namesOf(o, found(o, "node 4"));
    ASSERT_GE(names.size(), 10u);
    EXPECT_EQ(names.front(), "node 4");
    EXPECT_NE(std::find(names.begin(), names.end(), "node 40"), names.end());
    EXPECT_EQ(std::count(names.begin(), names.end(), "node 4"), 1);
    EXPECT_TRUE(found(o, "cellar").empty());
}

TEST(FindQuery, TheLineThatOffersAllSaysWhich) {
    const OutcomePtr o = answer(allToAllOn(cloudMatrix()));
    QString words = queryWords(read(o, "links > 90 %"), kindNames(*o->fabric));
    EXPECT_EQ(words.replace(QChar(0x2009), ' '), "links above 90 %");
}

} // namespace supernode::test
