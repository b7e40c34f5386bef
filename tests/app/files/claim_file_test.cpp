// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/builtin.h"
#include "tests/app/files/issues.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

constexpr const char* told = R"({"en": "a", "zh": "b"})";

std::string fileWith(const std::string& reading, const std::string& more = "") {
    return std::string(
               R"({"schema": 1, "kind": "claims", "claims": [{"id": "one", "who": "they", "title": )") +
           told + R"(, "says": )" + told +
           R"(, "number": 2, "unit": "x", "direction": "better", "facts": [], )" + R"("readings": [)" +
           reading + R"(], "reason": )" + told + more + "}]}";
}

std::string readingWith(const std::string& term) {
    return std::string(R"({"role": "ours", "name": )") + told + R"(, "over": [)" + term +
           R"(], "under": []})";
}

TEST(ClaimFile, AReadingIsReadAsItStands) {
    const auto claims = readClaims(fileWith(readingWith(R"({"fact": "A1.04"})")));
    ASSERT_TRUE(claims) << toSentence(claims.issues().front());
    const Claim& claim = claims->front();
    EXPECT_EQ(claim.direction, ClaimDirection::Better);
    EXPECT_EQ(claim.title.in("zh"), "b");
    EXPECT_EQ(claim.title.in("en"), "a");
    ASSERT_EQ(claim.readings.size(), 1u);
    EXPECT_EQ(claim.readings[0].over[0].fact, "A1.04");
    EXPECT_EQ(claim.readings[0].form, ReadingForm::Quotient);
}

TEST(ClaimFile, MistakesNameTheirField) {
    const auto first = [](const std::string& text) {
        const auto claims = readClaims(text);
        return claims ? std::string("read") : claims.issues().front().field;
    };
    EXPECT_EQ(first(fileWith(readingWith(R"({"system": "gb200-nvl72"})"))),
              "claims[0].readings[0].over[0].path");
    EXPECT_EQ(first(fileWith(readingWith(R"({"fact": "A1.04", "system": "x"})"))),
              "claims[0].readings[0].over[0].fact");
    EXPECT_EQ(first(fileWith(readingWith(R"({"fact": "A1.04", "colour": 1})"))),
              "claims[0].readings[0].over[0].colour");
    EXPECT_EQ(first(fileWith("")), "claims[0].readings");
    EXPECT_EQ(first(fileWith(readingWith(R"({"fact": "A1.04"})"), R"(, "mood": 1)")), "claims[0].mood");
}

// What section 6 of the facts lists, each with a document behind it that the program knows.
TEST(ClaimFile, EveryClaimOfTheProgramNamesFactsThatThereAre) {
    const FactTable facts = builtinFacts();
    const std::vector<Claim> claims = builtinClaims();
    EXPECT_GE(claims.size(), 18u);
    for (const Claim& claim : claims) {
        EXPECT_FALSE(claim.facts.empty() && claim.sources.empty()) << claim.id;
        for (const std::string& id : claim.facts)
            EXPECT_NE(facts.find(id), nullptr) << claim.id << " " << id;
        for (const std::string& key : claim.sources)
            EXPECT_TRUE(facts.sources.contains(key)) << claim.id << " " << key;
    }
}

} // namespace
} // namespace supernode
