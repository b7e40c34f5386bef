// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/deflate.h"

#include "model/base/random.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

constexpr std::string_view words = "plane node npu die module";

TEST(Deflate, UnpacksWhatWasPackedAndNothingElse) {
    for (const std::string& text :
         {std::string(), std::string("plane 3"), std::string(300, 'x'), std::string("\0\xff\x80", 3)}) {
        const std::string packed = deflated(text, words);
        EXPECT_EQ(inflated(packed, words, 300), text);
        EXPECT_EQ(inflated(packed + "x", words, 300), std::nullopt) << "something stands behind it";
        EXPECT_EQ(inflated(packed.substr(0, packed.size() - 1), words, 300), std::nullopt) << "torn";
    }
    EXPECT_EQ(inflated(deflated(std::string(301, 'x'), words), words, 300), std::nullopt) << "too long";
}

// Five words of the dictionary: shorter than without it.
TEST(Deflate, TheDictionaryShortensItsWords) {
    EXPECT_LT(deflated("node npu die module", words).size(), deflated("node npu die module", "").size());
}

TEST(Deflate, AnyBytesAreReadOrRefused) {
    Random random(7);
    for (int i = 0; i < 20'000; ++i) {
        std::string bytes(random.below(60), '\0');
        for (char& c : bytes)
            c = static_cast<char>(random.below(256));
        const std::optional<std::string> text = inflated(bytes, words, 300);
        EXPECT_LE(text.value_or("").size(), 300u);
    }
}

} // namespace
} // namespace supernode
