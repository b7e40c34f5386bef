// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/json_reader.h"

#include "tests/app/files/issues.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

Issue firstIssue(std::string_view text) {
    const Result<nlohmann::json> parsed = parseJson(text);
    return parsed ? Issue{"", "was read", ""} : parsed.issues().front();
}

// The third line holds two spaces and then a comma where a value should stand: column 8.
TEST(JsonReader, ASyntaxErrorNamesLineAndColumn) {
    const Issue issue = firstIssue("{\n  \"a\": 1,\n  \"b\": ,\n}");
    EXPECT_EQ(issue.field, "line 3, column 8");
    EXPECT_NE(issue.reason.find("not valid JSON"), std::string::npos) << issue.reason;
}

TEST(JsonReader, AnEmptyTextIsRefusedAtItsStart) { EXPECT_EQ(firstIssue("").field, "line 1, column 1"); }

TEST(JsonReader, TextThatIsNotUtf8IsRefused) {
    const Issue issue = firstIssue("{\"a\": \"\xff\xfe\"}");
    EXPECT_NE(issue.reason.find("UTF-8"), std::string::npos) << issue.reason;
    for (const char c : issue.reason)
        EXPECT_TRUE(c >= 0x20 && c < 0x7f) << issue.reason;
}

TEST(JsonReader, NotANumberAndInfinityAreRefused) {
    EXPECT_EQ(firstIssue("{\"a\": NaN}").field, "line 1, column 7");
    EXPECT_EQ(firstIssue("{\"a\": Infinity}").field, "line 1, column 7");
}

TEST(JsonReader, ANumberThatIsTooLargeIsRefused) {
    EXPECT_NE(firstIssue("{\"a\": 1e999}").reason.find("1e999"), std::string::npos);
    EXPECT_NE(firstIssue("{\"a\": -1e999}").reason.find("1e999"), std::string::npos);
}

TEST(JsonReader, AKeyThatComesTwiceIsRefusedByItsPath) {
    const Issue issue = firstIssue("{\"a\": {\"b\": 1, \"b\": 2}}");
    EXPECT_EQ(issue.field, "a.b");
    EXPECT_NE(issue.reason.find("twice"), std::string::npos);
}

TEST(JsonReader, TheSameKeyInTwoObjectsIsFine) {
    EXPECT_TRUE(parseJson("{\"a\": {\"b\": 1}, \"c\": {\"b\": 2}}"));
}

TEST(JsonReader, NestingHasALimit) {
    const auto nested = [](int levels) {
        return std::string(static_cast<std::size_t>(levels), '[') +
               std::string(static_cast<std::size_t>(levels), ']');
    };
    EXPECT_TRUE(parseJson(nested(mostJsonLevels)));
    EXPECT_NE(firstIssue(nested(mostJsonLevels + 1)).reason.find("32 levels"), std::string::npos);
    EXPECT_NE(firstIssue(std::string(1'000'000, '[')).reason.find("32 levels"), std::string::npos);
}

TEST(JsonReader, AHugeTextIsRefusedUnread) {
    EXPECT_TRUE(parseJson("1" + std::string(mostJsonBytes - 1, ' ')));
    EXPECT_NE(firstIssue(std::string(mostJsonBytes + 1, ' ')).reason.find("4194305 bytes"),
              std::string::npos);
}

std::vector<Issue> issuesOf(std::string_view text, void (*read)(JsonObject&)) {
    std::vector<Issue> issues;
    const Result<nlohmann::json> parsed = parseJson(text);
    if (!parsed)
        return parsed.issues();
    JsonObject top(*parsed, "", issues);
    read(top);
    return issues;
}

TEST(JsonReader, AnUnknownKeyIsRefusedByName) {
    const auto issues = issuesOf(R"({"rate": 1, "raet": 2})", [](JsonObject& top) {
        top.number("rate");
        top.done();
    });
    ASSERT_EQ(issues.size(), 1u);
    EXPECT_EQ(issues[0].field, "raet");
    EXPECT_EQ(issues[0].remedy, "the keys here are rate");
}

TEST(JsonReader, AWrongTypeSaysWhatWasMetAndWhatIsRight) {
    const auto issues =
        issuesOf(R"({"rate": "28", "name": 3, "part": [1], "list": {}})", [](JsonObject& top) {
            top.number("rate");
            top.text("name");
            top.object("part");
            top.objects("list");
        });
    ASSERT_EQ(issues.size(), 4u) << sentences(issues);
    EXPECT_EQ(toSentence(issues[0]), "rate: is the text \"28\"; give a number without quotes");
    EXPECT_EQ(toSentence(issues[1]), "name: is the number 3; give a text in quotes");
    EXPECT_EQ(toSentence(issues[2]), "part: is a list; give an object: { ... }");
    EXPECT_EQ(toSentence(issues[3]), "list: is an object; give a list: [ ... ]");
}

TEST(JsonReader, AMissingKeyIsNamedOnce) {
    const auto issues = issuesOf("{}", [](JsonObject& top) { top.object("fabric").number("planes"); });
    ASSERT_EQ(issues.size(), 1u) << sentences(issues);
    EXPECT_EQ(issues[0].field, "fabric");
}

TEST(JsonReader, AFractionIsNoWholeNumber) {
    const auto read = [](JsonObject& top) { top.whole("n", 0, 2147483647); };
    EXPECT_EQ(issuesOf(R"({"n": 7})", read).size(), 0u);
    EXPECT_EQ(issuesOf(R"({"n": 7.0})", read).size(), 0u);
    EXPECT_EQ(issuesOf(R"({"n": 7.5})", read).size(), 1u);
    EXPECT_EQ(issuesOf(R"({"n": -1})", read).size(), 1u);
    EXPECT_EQ(issuesOf(R"({"n": 99999999999999999999})", read).size(), 1u);
}

TEST(JsonReader, ControlCharactersAreRefused) {
    const auto read = [](JsonObject& top) { top.text("name"); };
    EXPECT_EQ(issuesOf(R"({"name": "\u001b[31m"})", read).size(), 1u);
    EXPECT_EQ(issuesOf(R"({"name": "plane 3\u0000"})", read).size(), 1u);
    EXPECT_EQ(issuesOf("{\"name\": \"\xe5\xb9\xb3\xe9\x9d\xa2\"}", read).size(), 0u);
}

TEST(JsonFile, ANewerSchemaIsRefusedWithTheVersionThatIsNeeded) {
    JsonFile file(R"({"schema": 7})");
    EXPECT_FALSE(file.readable());
    ASSERT_EQ(file.issues().size(), 1u);
    EXPECT_NE(file.issues()[0].remedy.find("reads schema 7"), std::string::npos) << file.issues()[0].remedy;
}

TEST(JsonFile, WhatHasNoSchemaIsNotRead) {
    for (const std::string_view text :
         {"", "[]", "{}", R"({"schema": 0})", R"({"schema": "1"})", R"({"schema": 1.5})"}) {
        JsonFile file(text);
        EXPECT_FALSE(file.readable()) << text;
        EXPECT_EQ(file.issues().size(), 1u) << text;
    }
}

TEST(JsonFile, AnotherKindIsRefusedByName) {
    for (const std::string_view text :
         {R"({"schema": 1})", R"({"schema": 1, "kind": 4})", R"({"schema": 1, "kind": ""})",
          R"({"schema": 1, "kind": "model"})"}) {
        JsonFile file(text);
        ASSERT_TRUE(file.readable()) << text;
        file.expectKind("system");
        ASSERT_EQ(file.issues().size(), 1u) << text;
        EXPECT_EQ(file.issues()[0].field, "kind") << text;
    }
    JsonFile right(R"({"schema": 1, "kind": "system"})");
    right.expectKind("system");
    EXPECT_TRUE(right.issues().empty());
}

} // namespace
} // namespace supernode
