// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/question_words.h"

#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

std::string text(const QString& s) { return QString(s).replace(QChar(0x2009), ' ').toStdString(); }

TEST(QuestionWords, ChangesAreSentences) {
    const SystemPtr system = test::cloudMatrix();
    EXPECT_EQ(text(chipOf(Fail{"plane 3"}, *system).text), "plane 3 failed");
    EXPECT_TRUE(chipOf(Fail{"plane 3"}, *system).failure);
    EXPECT_EQ(text(chipOf(Slow{"node 18", 60}, *system).text), "node 18 slowed to 60 %");
    EXPECT_EQ(text(chipOf(Restore{"node 18"}, *system).text), "node 18 restored");
    EXPECT_EQ(text(chipOf(SetFact{"no.such_fact", 2}, *system).text), "such fact set to 2");
}

// 224 / 8 = 28, 200 / 8 = 25.
TEST(QuestionWords, ASetFactTellsWhatItWas) {
    auto system = std::make_shared<SystemSpec>(*test::cloudMatrix());
    system->fabric.linkRate.from.shown = 224;
    system->fabric.linkRate.from.unit = "Gbit/s";
    EXPECT_EQ(text(chipOf(SetFact{"fabric.link_rate", 200}, *system).text), "link rate 28 to 25 GB/s");
}

} // namespace
} // namespace supernode
