// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/arguments.h"

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

TEST(Arguments, AreReadIntoAValue) {
    const auto a =
        readArguments({"--mode", "compare", "--size", "1280x800", "--at", "120us", "--select", "plane 3"});
    ASSERT_TRUE(a);
    EXPECT_EQ(a->mode, "compare");
    EXPECT_EQ(a->size, QSize(1280, 800));
    EXPECT_DOUBLE_EQ(a->at->base(), 120e-6);
    EXPECT_EQ(a->select, "plane 3");
    EXPECT_EQ(a->scenario, "all-to-all");
}

TEST(Arguments, WhatIsNotUnderstoodIsRefusedWithWhatWouldBe) {
    for (const QStringList& bad : {QStringList{"--mode", "booth"},
                                   {"--size", "10x10"},
                                   {"--size", "huge"},
                                   {"--at", "soon"},
                                   {"--nonsense"},
                                   {"--theme", "grey"},
                                   {"--renderer", "crayon"},
                                   {"--view", "cellar"},
                                   {"file.json"},
                                   {"--language", "fr"}}) {
        const auto a = readArguments(bad);
        ASSERT_FALSE(a) << bad.join(' ').toStdString();
        EXPECT_FALSE(a.issues().front().remedy.empty());
    }
}

TEST(Arguments, HelpNamesTheProgram) {
    EXPECT_TRUE(helpText().startsWith("Usage: supernode-explorer [options]"));
}

TEST(Arguments, TimesHaveUnits) {
    EXPECT_DOUBLE_EQ(readTime("1.5 ms")->base(), 1.5e-3);
    EXPECT_DOUBLE_EQ(readTime("2s")->base(), 2);
    EXPECT_FALSE(readTime("12"));
    EXPECT_FALSE(readTime("1.2.3us"));
}

} // namespace
} // namespace supernode::test
