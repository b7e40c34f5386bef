// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/number_sheet.h"

#include "app/desktop/compare_mode.h"
#include "app/files/open_scenario.h"
#include "model/outcome/compared_work.h"
#include "tests/app/desktop/window_test.h"
#include "views/charts/bar_card.h"
#include "views/charts/comparison_board.h"
#include "views/panels/pill_button.h"
#include "views/panels/segmented.h"

#include <QRegularExpression>
#include <QSet>

namespace supernode {
namespace {

class NumberSheetTest : public test::WindowTest {
protected:
    NumberSheetTest() {
        window.setMode(MainWindow::Mode::Compare);
        window.settle();
        click(compare.pageSwitch().option(CompareMode::TheBoard));
    }
    CompareMode& compare = window.compare();
    NumberSheet& sheet = compare.numberSheet();
};

// Each card under two switches: every machine that has a number has a formula ("= ...") or a document in its
// part of the sheet.
TEST_F(NumberSheetTest, EveryNumberOfTheBoardOpensToAFormulaOrASource) {
    int numbers = 0;
    for (const int per : {0, 1}) {
        click(compare.board().perSwitch()->option(per));
        for (BarCard* card : compare.board().cards()) {
            click(card);
            ASSERT_TRUE(sheet.isOpen()) << card->id().toStdString();
            EXPECT_EQ(sheet.title(), card->title());
            const QStringList parts = sheet.html().split("<h3>").mid(1);
            ASSERT_EQ(parts.size(), 2);
            for (std::size_t i = 0; i < 2; ++i)
                if (card->row().value(i)) {
                    const QString& part = parts[static_cast<qsizetype>(i)];
                    EXPECT_TRUE(part.contains("<p>= ") || part.contains("<a href"))
                        << card->id().toStdString() << part.toStdString();
                    ++numbers;
                }
            QTest::keyClick(&sheet, Qt::Key_Escape);
            EXPECT_FALSE(sheet.isOpen());
        }
    }
    EXPECT_GE(numbers, 2 * (2 * 18 - 2)); // NVL72 has no floor, CloudMatrix no four bits
}

// The fact behind BF16 of a chip of CloudMatrix is A1.04, of its white paper.
TEST_F(NumberSheetTest, AFactNamesItsDocumentAndGrade) {
    click(compare.board().cards().front());
    EXPECT_TRUE(sheet.html().contains("A1.04")) << sheet.html().toStdString();
    EXPECT_TRUE(sheet.html().contains("white paper"));
    EXPECT_TRUE(sheet.html().contains("vendor"));
}

// What moves the time of this work stands there when it is worked out: the link rate does.
TEST_F(NumberSheetTest, AModelledNumberSaysWhatMovesIt) {
    for (BarCard* card : compare.board().cards())
        if (card->id() == "time")
            click(card);
    EXPECT_TRUE(sheet.html().contains("link rate")) << sheet.html().toStdString();
}

// The numbers that `supernode compare` prints come from the same outcomes: those of comparedSides.
TEST_F(NumberSheetTest, TheBoardHasTheNumbersOfTheCommand) {
    for (const auto& [index, per] :
         {std::pair(0, Per::System), std::pair(1, Per::Chip), std::pair(2, Per::Kilowatt)}) {
        click(compare.board().perSwitch()->option(index));
        std::vector<OutcomePtr> outcomes;
        for (const ComparedSide& side :
             comparedSides(session.scenario(), std::vector<Contender>{{builtinSystem("gb200-nvl72")}}, per))
            outcomes.push_back(*evaluate(side.scenario));
        int compared = 0;
        for (const ComparedRow& row : supernode::compare(outcomes, per))
            for (const BarCard* card : compare.board().cards())
                for (std::size_t i = 0; i < 2; ++i)
                    if (card->id().toStdString() == row.metric.id && row.values[i]) {
                        ASSERT_TRUE(card->row().numbers[i].shown) << row.metric.id;
                        EXPECT_DOUBLE_EQ(card->row().numbers[i].shown->value, *row.values[i])
                            << row.metric.id;
                        ++compared;
                    }
        EXPECT_EQ(compared, 2 * 13 - 2);
    }
}

// 160 chips of CloudMatrix are more than the 72 of NVL72: said, and both on 72 at the push of a button.
TEST_F(NumberSheetTest, WhatAMachineCannotDoIsSaidAndTheNearestOffered) {
    session.openPreset("moe-decode");
    window.settle();
    EXPECT_TRUE(compare.board().board().machines[1].cannot.contains("72 GPUs"));
    click(compare.pageSwitch().option(CompareMode::TheMachines));
    click(&compare.fairButton());
    EXPECT_EQ(std::get<Decode>(session.scenario().workload).chips, 72);
    EXPECT_TRUE(compare.board().board().machines[1].cannot.isEmpty());
    EXPECT_FALSE(compare.fairButton().isVisible());
}

// 800 requests a chip are too many for a die of 64 GB: said on the card, with the data sheet beside it, and
// as many as both can hold at the push of a button.
TEST_F(NumberSheetTest, WhatDoesNotFitTheMemoryOfOneIsSaidAndTheNearestOffered) {
    Scenario scenario = *openScenario("moe-decode");
    scenario.system = builtinSystem("gb200-nvl72");
    auto& decode = std::get<Decode>(scenario.workload);
    decode.chips = 32;
    decode.precision = Precision::Fp8;
    decode.batchPerChip = 400;
    session.open(scenario);
    window.settle();
    const Board& board = compare.board().board();
    ASSERT_EQ(board.machines.size(), 2u);
    const auto cannot = [&] { return board.machines[0].cannot + board.machines[1].cannot; };
    EXPECT_TRUE(cannot().contains("CloudMatrix 384: a rank lacks")) << cannot().toStdString();
    EXPECT_TRUE(std::any_of(board.rows.begin(), board.rows.end(), [&](const BoardRow& row) {
        return row.note.contains("a rank lacks");
    })) << "the card of this work says why";
    click(compare.pageSwitch().option(CompareMode::TheMachines));
    ASSERT_TRUE(compare.fairButton().isVisible());
    click(&compare.fairButton());
    EXPECT_LT(std::get<Decode>(session.scenario().workload).batchPerChip, 400);
    EXPECT_EQ(cannot().toStdString(), "");
}

// Text of the sheets, without the documents and their numbers, in Chinese: names of machines, units and
// formats keep their letters, and Chinese has no words for "token" and "rank"; English does not stand there.
TEST_F(NumberSheetTest, InChineseTheSheetIsChinese) {
    click(window.languageButton());
    CompareMode& chinese = window.compare();
    const QRegularExpression english("[A-Za-z]*[a-z]{3,}[A-Za-z -]*[a-z]");
    const QSet<QString> names{"token", "rank", "rank token", "nccl-tests", "nbsp", "Gbit", "CloudMatrix"};
    for (const int per : {0, 1, 2, 4, 5}) {
        click(chinese.board().perSwitch()->option(per));
        const std::vector<BarCard*>& cards = chinese.board().cards();
        // What a number is divided by adds the same words to every sheet: some of them will do.
        for (std::size_t i = 0; i < cards.size(); i += per == 0 ? 1 : 4) {
            click(cards[i]);
            QString text = chinese.numberSheet().html();
            text.remove(QRegularExpression(" · (?:[^<]|<a .*?</a>)*|<[^>]*>"));
            for (auto words = english.globalMatch(text); words.hasNext();) {
                const QString word = words.next().captured();
                EXPECT_TRUE(names.contains(word)) << word.toStdString() << " in " << text.toStdString();
            }
            QTest::keyClick(&chinese.numberSheet(), Qt::Key_Escape);
        }
    }
    click(window.languageButton());
}

} // namespace
} // namespace supernode
