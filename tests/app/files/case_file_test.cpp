// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/case_file.h"

#include "app/files/builtin.h"
#include "tests/app/files/issues.h"

#include <gtest/gtest.h>

#include <set>

namespace supernode {
namespace {

std::string withWorkload(const std::string& workload, const std::string& more = "") {
    std::string text = R"({"schema": 1, "cases": [{"id": "a", "system": "cloudmatrix384", "workload": )";
    text += workload;
    text += R"(, "quantity": "time", "published": 2, "unit": "us", "tolerance": 0.1, "role": "prediction")";
    return text + more + "}]}";
}

void expectRefused(const std::string& text, const std::string& field) {
    const auto cases = readCases(text);
    ASSERT_FALSE(cases) << text;
    EXPECT_EQ(toSentence(cases.issues().front()).rfind(field, 0), 0u) << sentences(cases.issues());
}

TEST(CaseFile, AnUnknownWorkloadCostsOnlyItsCase) {
    const auto cases = readCases(withWorkload(R"({"kind": "dance", "batch": 1})"));
    ASSERT_TRUE(cases) << sentences(cases.issues());
    EXPECT_FALSE(cases->front().workload);
    EXPECT_NE(sentences(cases->front().missing).find("workload.kind: there is no workload \"dance\""),
              std::string::npos);
}

TEST(CaseFile, AnUnknownFieldOfAWorkloadIsNamed) {
    const auto cases = readCases(withWorkload(R"({"kind": "all-to-all", "skew": 2})"));
    ASSERT_TRUE(cases) << sentences(cases.issues());
    EXPECT_FALSE(cases->front().workload);
    EXPECT_EQ(sentences(cases->front().missing).rfind("workload.skew: there is no such key", 0), 0u);
}

TEST(CaseFile, MistakesOutsideTheWorkloadRefuseTheFile) {
    const std::string good = R"({"kind": "specification"})";
    EXPECT_TRUE(readCases(withWorkload(good)));
    expectRefused(withWorkload(good, R"(, "colour": 1)"), "cases[0].colour");
    expectRefused(withWorkload(good, R"(, "fact": 3)"), "cases[0].fact");
    expectRefused(R"({"schema": 1, "cases": [{}]})", "cases[0].id");
    expectRefused(R"({"schema": 1, "cases": {}})", "cases");
    expectRefused(R"({"schema": 3, "cases": []})", "schema");
    expectRefused("{", "line 1, column 2");
}

TEST(CaseFile, AnIdMayStandOnce) {
    std::string twice = withWorkload(R"({"kind": "specification"})");
    const std::size_t begin = twice.find('[') + 1, end = twice.rfind(']');
    twice.insert(end, std::string(",").append(twice.substr(begin, end - begin)));
    expectRefused(twice, "cases[1].id");
}

TEST(CaseFile, RolesAndNumbersAreChecked) {
    std::string text = withWorkload(R"({"kind": "specification"})");
    const auto with = [&](const std::string& old, const std::string& now) {
        std::string changed = text;
        return changed.replace(changed.find(old), old.size(), now);
    };
    expectRefused(with("\"prediction\"", "\"guess\""), "cases[0].role");
    expectRefused(with("\"published\": 2", "\"published\": 0"), "cases[0].published");
    expectRefused(with("\"published\": 2", "\"published\": \"2\""), "cases[0].published");
    expectRefused(with("0.1", "-0.1"), "cases[0].tolerance");
}

// The 54 cases: 16 of UB transfers, 8 + 6 of expert parallelism, 2 collectives, 13 of inference, two steps of
// training, 7 sums.
TEST(CaseFile, TheBuiltInCasesNameKnownFactsAndSources) {
    const std::vector<PublishedCase> cases = builtinCases();
    const FactTable facts = builtinFacts();
    EXPECT_EQ(cases.size(), 54u);
    std::set<std::string> withoutFact;
    for (const PublishedCase& c : cases) {
        EXPECT_TRUE(builtinSystem(c.system)) << c.id;
        EXPECT_TRUE(facts.sources.contains(c.source)) << c.id << " " << c.source;
        if (const PublishedFact* fact = facts.find(c.fact))
            EXPECT_EQ(fact->source, c.source) << c.id;
        else
            withoutFact.insert(c.source);
    }
    EXPECT_EQ(withoutFact, std::set<std::string>{"ai-dynamo-aiconfigurator"});
}

} // namespace
} // namespace supernode
