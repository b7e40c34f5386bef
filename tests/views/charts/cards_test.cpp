// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/panels/sample_outcomes.h"
#include "views/charts/bar_card.h"
#include "views/charts/comparison_board.h"
#include "views/charts/line_card.h"
#include "views/charts/link_cdf.h"
#include "views/panels/segmented.h"
#include "views/theme/theme.h"

#include <QImage>
#include <QTest>

#include <gtest/gtest.h>

namespace supernode {
namespace {

Board twoMachines() {
    return {{{nullptr, "CloudMatrix 384", "CM384", darkTheme().cloudMatrix},
             {nullptr, "GB200 NVL72", "NVL72", darkTheme().nvl72}},
            {}};
}

BoardRow throughputRow(Grade grade) {
    BoardRow row;
    row.id = row.title = "Throughput";
    row.unit = "TB/s";
    row.numbers = {{150}, {65}};
    row.leader = 0;
    row.grade = grade;
    return row;
}

int pixelsOf(const QImage& image, const QColor& colour) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == colour;
    return count;
}

TEST(BarCard, BothBarsStartAtZeroOnOneAxis) {
    BarCard card;
    card.resize(272, 176);
    card.setRow(twoMachines(), throughputRow(Grade::Modelled));
    card.show();
    EXPECT_DOUBLE_EQ(card.axisMinimum(), 0);
    EXPECT_GE(card.axisMaximum(), 150);
    EXPECT_DOUBLE_EQ(card.barValue(0), 150);
    EXPECT_DOUBLE_EQ(card.barValue(1), 65);
    EXPECT_EQ(card.ratioText(), "2.3× CM384/NVL72"); // 150 / 65
    EXPECT_EQ(card.sourceText(), "modelled");
}

// Both bars are equally thick, so their areas are as 150 to 65; corners and edges cost a few per cent.
TEST(BarCard, AreasOfTheBarsAreAsTheirValues) {
    BarCard card;
    card.resize(272, 176);
    card.setRow(twoMachines(), throughputRow(Grade::Modelled));
    card.show();
    const QImage image = card.grab().toImage();
    const double left = pixelsOf(image, darkTheme().cloudMatrix), right = pixelsOf(image, darkTheme().nvl72);
    ASSERT_GT(right, 500);
    EXPECT_NEAR(left / right, 150.0 / 65.0, 0.15);
}

TEST(BarCard, PublishedBarsAreOutlines) {
    BarCard card;
    card.resize(272, 176);
    card.setRow(twoMachines(), throughputRow(Grade::Modelled));
    card.show();
    const int solid = pixelsOf(card.grab().toImage(), darkTheme().cloudMatrix);
    card.setRow(twoMachines(), throughputRow(Grade::Vendor));
    EXPECT_EQ(card.sourceText(), "published");
    EXPECT_LT(pixelsOf(card.grab().toImage(), darkTheme().cloudMatrix), solid / 4);
}

// The axis holds 300, the most that a document says, and the line from 100 to 300 is drawn beside the bar.
TEST(BarCard, TheRangeOfDocumentsFitsOnTheAxis) {
    BarCard card;
    card.resize(272, 176);
    BoardRow row = throughputRow(Grade::Press);
    card.setRow(twoMachines(), row);
    card.show();
    const int plain = pixelsOf(card.grab().toImage(), darkTheme().text);
    row.numbers[0].others = {{100, "cost.price", {}}, {300, "cost.price", {}}};
    card.setRow(twoMachines(), row);
    EXPECT_GE(card.axisMaximum(), 300);
    EXPECT_GT(pixelsOf(card.grab().toImage(), darkTheme().text), plain + 60);
    EXPECT_TRUE(card.accessibleName().contains("150 (100 to 300)")) << card.accessibleName().toStdString();
}

// A click, and Enter with the keyboard on it.
TEST(ComparisonBoard, ACardOpensByPointerAndByKeyboard) {
    ComparisonBoard board;
    board.resize(1248, 240);
    board.setMachines({boardMachine(test::answer(test::allToAllOn(test::cloudMatrix()))),
                       boardMachine(test::answer(test::allToAllOn(test::nvl72())))},
                      Per::System);
    board.show();
    QStringList opened;
    QObject::connect(&board, &ComparisonBoard::cardOpened, [&](const QString& id) { opened << id; });
    QTest::mouseClick(board.cards()[0], Qt::LeftButton);
    QTest::keyClick(board.cards()[1], Qt::Key_Return);
    EXPECT_EQ(opened, (QStringList{board.cards()[0]->id(), board.cards()[1]->id()}));
}

// A large screen is for large cards: the last one ends where the board does.
TEST(ComparisonBoard, TheCardsTakeTheHeight) {
    ComparisonBoard board;
    board.resize(1880, 640);
    board.setMachines({boardMachine(test::answer(test::allToAllOn(test::cloudMatrix()))),
                       boardMachine(test::answer(test::allToAllOn(test::nvl72())))},
                      Per::System);
    board.show();
    QCoreApplication::processEvents();
    const BarCard* const last = board.cards().back();
    EXPECT_GE(last->geometry().bottom(), 640 - 12);
}

TEST(ComparisonBoard, TheSwitchAsksForOutcomes) {
    const OutcomePtr left = test::answer(test::allToAllOn(test::cloudMatrix()));
    const OutcomePtr right = test::answer(test::allToAllOn(test::nvl72()));
    ComparisonBoard board;
    board.resize(1248, 240);
    board.setMachines({boardMachine(left), boardMachine(right)}, Per::System);
    board.show();
    ASSERT_EQ(board.cards().size(), 12u);
    const QString before = board.headline();
    std::vector<Per> asked;
    QObject::connect(&board, &ComparisonBoard::perChosen, [&](Per per) { asked.push_back(per); });
    QTest::mouseClick(board.perSwitch()->option(1), Qt::LeftButton);
    EXPECT_EQ(asked, std::vector<Per>{Per::Chip});
    EXPECT_EQ(board.headline(), before);
    board.setMachines({boardMachine(left), boardMachine(right)}, Per::Chip);
    EXPECT_EQ(board.perSwitch()->current(), 1);
    EXPECT_NE(board.headline(), before);
}

TEST(LinkCdf, NeverFallsAndEndsAtAllLinks) {
    const OutcomePtr outcome = test::answer(test::smallScenario());
    const QList<QPointF> points = linkUtilizationCdf(*outcome, outcome->at(Duration()));
    ASSERT_EQ(points.size(), 101);
    for (int i = 1; i < points.size(); ++i) {
        EXPECT_GE(points[i].y(), points[i - 1].y());
        EXPECT_DOUBLE_EQ(points[i].x(), i);
    }
    EXPECT_DOUBLE_EQ(points.back().y(), 100);
}

// Without load every channel is 0 % busy: all of them are at most so busy from the start.
TEST(LinkCdf, IdleLinksAreAllAtZero) {
    const OutcomePtr outcome = test::answer(test::smallScenario());
    Interval idle = outcome->at(Duration());
    idle.loads = meanOf({}, *outcome->fabric);
    EXPECT_DOUBLE_EQ(linkUtilizationCdf(*outcome, idle).front().y(), 100);
}

TEST(LineCard, HoldsBothCurves) {
    LineCard card;
    card.setTitle("CDF of link utilization", "baseline in grey", "utilization, %");
    card.setCurves({{0, 0}, {50, 100}, {100, 100}}, {{0, 0}, {100, 100}}, darkTheme().cloudMatrix);
    card.resize(256, 170);
    card.show();
    EXPECT_EQ(card.nowPoints().size(), 3);
    EXPECT_EQ(card.baselinePoints().size(), 2);
    EXPECT_GT(pixelsOf(card.grab().toImage(), darkTheme().cloudMatrix), 50);
}

} // namespace
} // namespace supernode
