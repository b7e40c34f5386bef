// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/typed_code.h"

#include "model/base/random.h"
#include "tests/app/files/issues.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>

namespace supernode {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

CodedBytes randomBytes(Random& random, std::size_t count) {
    CodedBytes coded{static_cast<int>(random.below(32)), std::string(count, '\0')};
    for (char& c : coded.bytes)
        c = static_cast<char>(random.below(256));
    return coded;
}

TEST(TypedCode, WhatWasWrittenIsRead) {
    Random random(1);
    for (std::size_t count = 1; count <= 200; ++count) {
        const CodedBytes coded = randomBytes(random, count);
        const std::string code = typedCode(coded);
        EXPECT_EQ(code.size(), typedLength(count));
        const Result<CodedBytes> read = readTypedCode(code);
        ASSERT_TRUE(read) << sentences(read.issues());
        EXPECT_EQ(*read, coded);
        EXPECT_TRUE(looksLikeTypedCode(code)) << code;
    }
}

// 58 bytes: 1 + ceil(464/5) + 6 = 100 symbols, in 20 groups with 19 hyphens: 119 characters.
TEST(TypedCode, AHundredAndTwentyCharactersHoldFiftyEightBytes) {
    EXPECT_EQ(typedLength(58), 119u);
    EXPECT_GT(typedLength(59), 120u);
}

// Every position of codes from one byte to as many as a code holds, with each of the 31 other symbols.
TEST(TypedCode, EverySingleWrongCharacterIsFound) {
    Random random(2);
    for (const std::size_t count : {1, 2, 3, 4, 5, 8, 17, 31, 45, 58}) {
        const std::string code = typedCode(randomBytes(random, count));
        for (std::size_t at = 0; at < code.size(); ++at) {
            if (code[at] == '-')
                continue;
            for (const char other : alphabet) {
                std::string wrong = code;
                wrong[at] = other;
                ASSERT_EQ(static_cast<bool>(readTypedCode(wrong)), other == code[at]) << code << " at " << at;
            }
        }
    }
}

TEST(TypedCode, TwoNeighboursThatWereSwappedAreFound) {
    Random random(3);
    std::string code = typedCode(randomBytes(random, 58));
    for (std::size_t at = 0; at + 1 < code.size(); ++at) {
        if (code[at] == '-' || code[at + 1] == '-' || code[at] == code[at + 1])
            continue;
        std::swap(code[at], code[at + 1]);
        EXPECT_FALSE(readTypedCode(code)) << at;
        std::swap(code[at], code[at + 1]);
    }
}

TEST(TypedCode, HowItIsTypedDoesNotMatter) {
    Random random(4);
    const CodedBytes coded = randomBytes(random, 40);
    std::string typed;
    for (const char c : typedCode(coded)) {
        typed += c == '-' ? ' ' : c == '0' ? 'o' : c == '1' ? 'l' : static_cast<char>(std::tolower(c));
        typed += ' ';
    }
    const Result<CodedBytes> read = readTypedCode("  " + typed + "\n");
    ASSERT_TRUE(read) << sentences(read.issues());
    EXPECT_EQ(*read, coded);
}

TEST(TypedCode, AWrongCharacterIsLookedForInItsGroup) {
    std::string code = typedCode({1, "nineteen bytes here"});
    code[13] = code[13] == 'Z' ? 'Y' : 'Z'; // AAAAA-BBBBB-CCCCC: the second of the third group
    const std::string said = sentences(readTypedCode(code).issues());
    EXPECT_NE(said.find("group 3, " + code.substr(12, 5) + ", is wrong"), std::string::npos) << said;
}

TEST(TypedCode, WhatIsNoCodeIsRefused) {
    for (const char* text : {"", "0", "all-to-all", "UUUUU-UUUUU", "ABC", "0123456789"})
        EXPECT_FALSE(readTypedCode(text)) << text;
    EXPECT_FALSE(readTypedCode(std::string(5000, '0')));
    EXPECT_FALSE(looksLikeTypedCode("all-to-all"));
    EXPECT_FALSE(looksLikeTypedCode("scenario-2.json"));
}

} // namespace
} // namespace supernode
