// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/language.h"

#include "app/files/builtin.h"
#include "app/files/open_scenario.h"
#include "model/evaluate.h"
#include "views/theme/model_words.h"
#include "views/theme/sentences.h"
#include "views/theme/words.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

namespace supernode {
namespace {

struct Message {
    QString source, translation;
    bool finished = true;
};

std::vector<Message> messagesOf(const QString& path) {
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    QXmlStreamReader xml(&file);
    std::vector<Message> messages;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("source"))
            messages.push_back({xml.readElementText(), {}});
        else if (xml.name() == QLatin1String("translation")) {
            messages.back().finished = !xml.attributes().hasAttribute("type");
            messages.back().translation =
                xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
        }
    }
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
    return messages;
}

QStringList placesOf(const QString& text) {
    static const QRegularExpression place("%(n|[1-9])");
    QStringList places;
    for (auto it = place.globalMatch(text); it.hasNext();)
        places << it.next().captured();
    places.sort();
    return places;
}

class Language : public testing::Test {
protected:
    ~Language() override { applyLanguage(*qApp, "en"); }
};

TEST_F(Language, EveryStringHasAChineseOne) {
    const std::vector<Message> messages =
        messagesOf(SUPERNODE_SOURCE_DIR "/resources/translations/supernode_zh.ts");
    EXPECT_GT(messages.size(), 400u);
    for (const Message& m : messages) {
        EXPECT_TRUE(m.finished && !m.translation.isEmpty()) << m.source.toStdString();
        EXPECT_EQ(placesOf(m.translation), placesOf(m.source)) << m.source.toStdString();
    }
}

TEST_F(Language, NamesOfPartsAreWrittenInTheLanguage) {
    EXPECT_EQ(word("node 18 npu 2"), "node 18 npu 2");
    applyLanguage(*qApp, "zh");
    EXPECT_EQ(currentLanguage(), "zh");
    EXPECT_EQ(word("node 18 die 2"), "节点 18 裸片 2");
    EXPECT_EQ(word("Rack 7"), "机柜 7"); // as short names are written
    EXPECT_EQ(word("link node 18 plane 3 l2 7"), "链路 节点 18 平面 3 二级交换 7");
    EXPECT_EQ(word("L2 chip 7"), "二级交换芯片 7");
    EXPECT_EQ(word("no such word"), "no such word");
    EXPECT_EQ(word("node 18 is no name"), "node 18 is no name");
    applyLanguage(*qApp, "en");
    EXPECT_EQ(word("node 18 die 2"), "node 18 die 2");
}

// Latin letters stay in names of things alone.
TEST_F(Language, WhatHoldsBackEveryPresetIsSaidInChinese) {
    applyLanguage(*qApp, "zh");
    static const QRegularExpression latin("[A-Za-z]{2,}[0-9]*");
    const QStringList names{"HBM", "GB", "CPU", "NPU", "GPU", "RDMA", "VPC", "NVSwitch", "token", "rank"};
    int said = 0;
    for (const std::string& preset : builtinScenarioNames())
        for (const SystemPtr& system : builtinSystems())
            for (const char* broken : {"", "plane 2", "node 1 npu 1 die 1 plane 3"}) {
                Scenario scenario = *openScenario(preset);
                scenario.system = system;
                if (*broken)
                    scenario.changes = {Fail{broken}};
                const Result<OutcomePtr> outcome = evaluate(scenario);
                if (!outcome || (*outcome)->bottleneck.sentence.empty())
                    continue;
                const QString text = sentences((*outcome)->bottleneck.sentence);
                for (auto it = latin.globalMatch(text); it.hasNext();) {
                    const QString met = it.next().captured();
                    EXPECT_TRUE(names.contains(met))
                        << (*outcome)->bottleneck.sentence << " | " << text.toStdString();
                }
                ++said;
            }
    EXPECT_GT(said, 30);
}

TEST_F(Language, SentencesStayWhereTheLanguageIsTheModels) {
    const std::string sentence = "The links of each die are full: a die can send 196 GB/s.";
    EXPECT_EQ(sentences(sentence).toStdString(), sentence);
}

TEST(ModelWords, HoldsEveryNameThatAPresetShows) {
    const QStringList words = modelWords();
    for (const std::string& preset : builtinScenarioNames()) {
        const Result<OutcomePtr> outcome = evaluate(*openScenario(preset));
        ASSERT_TRUE(outcome) << preset;
        for (const Metric& metric : (*outcome)->metrics)
            EXPECT_TRUE(words.contains(QString::fromStdString(metric.name))) << preset << ": " << metric.name;
        for (const Phase& phase : (*outcome)->phases)
            EXPECT_TRUE(words.contains(QString::fromStdString(phase.name))) << preset << ": " << phase.name;
        for (const WorkPoint& point : (*outcome)->work)
            for (const std::string& text : {point.name, point.phase, point.limitedBy})
                EXPECT_TRUE(words.contains(QString::fromStdString(text))) << preset << ": " << text;
    }
}

} // namespace
} // namespace supernode
