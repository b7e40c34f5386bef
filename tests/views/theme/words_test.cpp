// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/words.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

TEST(Words, AShortNameIsTheModelNumberOrInitialsWithDigits) {
    SystemSpec system;
    system.name = "CloudMatrix 384";
    EXPECT_EQ(shortName(system), "CM384");
    system.name = "GB200 NVL72";
    EXPECT_EQ(shortName(system), "NVL72");
    system.name = "Tiny";
    EXPECT_EQ(shortName(system), "Tiny");
}

TEST(Words, OurOwnNumbersAreNotPublished) {
    EXPECT_TRUE(isPublished(Grade::Paper));
    EXPECT_TRUE(isPublished(Grade::Press));
    EXPECT_FALSE(isPublished(Grade::Derived));
    EXPECT_FALSE(isPublished(Grade::Modelled));
}

TEST(Words, EveryGradeHasItsOwnWordAndSentence) {
    std::vector<QString> words, sentences;
    for (int g = 0; g <= static_cast<int>(Grade::Modelled); ++g) {
        words.push_back(gradeWord(static_cast<Grade>(g)));
        sentences.push_back(gradeSentence(static_cast<Grade>(g)));
    }
    for (auto* list : {&words, &sentences}) {
        std::sort(list->begin(), list->end());
        EXPECT_EQ(std::adjacent_find(list->begin(), list->end()), list->end());
    }
}

} // namespace
} // namespace supernode
