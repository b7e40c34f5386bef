// SPDX-License-Identifier: GPL-3.0-or-later
// The panels of the what-if with real clicks and keys.
#include "tests/model/test_systems.h"
#include "views/panels/break_panel.h"
#include "views/panels/choice_card.h"
#include "views/panels/help_panel.h"
#include "views/panels/history_panel.h"
#include "views/panels/knob_row.h"
#include "views/panels/machine_panel.h"
#include "views/panels/notice_bar.h"
#include "views/panels/parameter_slider.h"
#include "views/panels/pill_button.h"
#include "views/panels/qr_view.h"
#include "views/panels/take_home_panel.h"
#include "views/panels/vary_row.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QTest>

#include <gtest/gtest.h>

namespace supernode {
namespace {

void click(QWidget* widget) { QTest::mouseClick(widget, Qt::LeftButton); }

void open(QWidget& panel) {
    panel.resize(260, 900);
    panel.show();
    QCoreApplication::processEvents();
}

TEST(TakeHomePanelTest, CopiesWhatItShowsAndAsksForWhatIsTyped) {
    TakeHomePanel panel;
    open(panel);
    panel.setCode("1ABCD-EFGH0", 2, {true, false, false, true});
    click(panel.copyCode());
    EXPECT_EQ(QGuiApplication::clipboard()->text(), "1ABCD-EFGH0");
    click(panel.copyCommand());
    EXPECT_EQ(QGuiApplication::clipboard()->text(), "supernode evaluate 1ABCD-EFGH0");
    std::vector<QString> typed;
    QObject::connect(&panel, &TakeHomePanel::codeTyped, [&](const QString& code) { typed.push_back(code); });
    QTest::keyClicks(panel.edit(), " 1abcd efgh0 ");
    QTest::keyClick(panel.edit(), Qt::Key_Return);
    EXPECT_EQ(typed, std::vector<QString>{"1abcd efgh0"});
    panel.say("one character is wrong");
    EXPECT_TRUE(panel.said()->isVisible());
    QTest::keyClicks(panel.edit(), "x");
    EXPECT_FALSE(panel.said()->isVisible()) << "it was about what stood there before";
}

TEST(TakeHomePanelTest, WhatIsTooLongOffersAFile) {
    TakeHomePanel panel;
    open(panel);
    panel.setCode("1ABCD-EFGH0", 1, {true});
    panel.setNoCode("its 300 changes are too many");
    EXPECT_TRUE(panel.commandLine().isEmpty());
    EXPECT_FALSE(panel.copyCode()->isVisible());
    int asked = 0;
    QObject::connect(&panel, &TakeHomePanel::saveRequested, [&] { ++asked; });
    click(panel.save());
    EXPECT_EQ(asked, 1);
}

// Two by two squares and four light ones around: ten squares of 24 pixels along an edge of 240.
TEST(QrViewTest, IsBlackOnWhiteWithItsQuietZone) {
    QrView view;
    view.setSquares(2, {true, false, false, true});
    const QImage image = view.grab().toImage();
    EXPECT_EQ(image.width(), 240);
    EXPECT_EQ(image.pixelColor(108, 108), Qt::black);
    EXPECT_EQ(image.pixelColor(132, 108), Qt::white);
    EXPECT_EQ(image.pixelColor(132, 132), Qt::black);
    EXPECT_EQ(image.pixelColor(12, 12), Qt::white);
}

TEST(BreakPanelTest, SaysWhatWasChosen) {
    BreakPanel panel;
    panel.setParts({{"modules", "optical modules", 10'752}, {"planes", "planes", 7}, {"racks", "racks", 0}});
    open(panel);
    QString part;
    int count = 0;
    quint64 seed = 0;
    QObject::connect(&panel, &BreakPanel::breakRequested, [&](const QString& p, int n, quint64 s) {
        part = p;
        count = n;
        seed = s;
    });
    click(panel.breakButton());
    EXPECT_EQ(part, "modules");
    EXPECT_EQ(count, 1);
    EXPECT_EQ(seed, 1u);
    panel.counts()->slider()->setFocus();
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(panel.counts()->slider(), Qt::Key_Right);
    QTest::keyClick(panel.seeds()->slider(), Qt::Key_Right);
    click(panel.breakButton());
    EXPECT_EQ(count, 4);
    EXPECT_EQ(seed, 2u);
    EXPECT_TRUE(panel.breakButton()->text().contains("4"));
    click(panel.kinds()->button());
    click(panel.kinds()->cards()[1]);
    click(panel.breakButton());
    EXPECT_EQ(part, "planes");
    EXPECT_LE(count, 7);
}

TEST(BreakPanelTest, WhatNoLongerStandsCannotBeChosen) {
    BreakPanel panel;
    panel.setParts({{"planes", "planes", 0}});
    open(panel);
    EXPECT_FALSE(panel.breakButton()->isEnabled());
}

// 28 GB/s of 224 Gbit/s: the knob speaks in GB/s.
TEST(MachinePanelTest, AKnobAsksForItsFact) {
    MachinePanel panel;
    panel.setSystem(*test::cloudMatrix());
    open(panel);
    EXPECT_FALSE(panel.row("fabric.planes")->isVisible()) << "behind the fold";
    click(panel.fold());
    ASSERT_TRUE(panel.row("fabric.link_rate")->isVisible());
    EXPECT_FALSE(panel.row("node.chips")->isVisible()) << "for students";
    QString path;
    double value = 0;
    QObject::connect(&panel, &MachinePanel::factSet, [&](const QString& p, double v) {
        path = p;
        value = v;
    });
    QLineEdit* edit = panel.row("fabric.link_rate")->slider()->edit();
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, "40 GB/s");
    QTest::keyClick(edit, Qt::Key_Return);
    EXPECT_EQ(path, "fabric.link_rate");
    EXPECT_DOUBLE_EQ(value, 40);
    click(panel.more());
    EXPECT_TRUE(panel.row("node.chips")->isVisible());
}

TEST(MachinePanelTest, TheMachineIsSavedWhereItIsChanged) {
    MachinePanel panel;
    panel.setSystem(*test::cloudMatrix());
    open(panel);
    EXPECT_FALSE(panel.saveButton()->isVisible());
    click(panel.fold());
    int asked = 0;
    QObject::connect(&panel, &MachinePanel::saveRequested, [&] { ++asked; });
    click(panel.saveButton());
    EXPECT_EQ(asked, 1);
    panel.setSystem(*test::nvl72());
    EXPECT_TRUE(panel.saveButton()->isVisible()) << "another machine has its own";
}

TEST(HistoryPanelTest, EveryLineSaysWhatItWants) {
    HistoryPanel panel;
    panel.setEntries({{0, 0, "The beginning", "150 TB/s", "", false, false},
                      {2, 1, "plane 4 failed", "129 TB/s", "▼ -14 %", true, false},
                      {1, 0, "plane 3 failed", "129 TB/s", "", false, true}},
                     "");
    open(panel);
    int jumped = -1, removed = -1, compared = -2, named = -1;
    QString name;
    QObject::connect(&panel, &HistoryPanel::jumpRequested, [&](int step) { jumped = step; });
    QObject::connect(&panel, &HistoryPanel::removeRequested, [&](int step) { removed = step; });
    QObject::connect(&panel, &HistoryPanel::compareRequested, [&](int step) { compared = step; });
    QObject::connect(&panel, &HistoryPanel::nameGiven, [&](int step, const QString& given) {
        named = step;
        name = given;
    });
    click(panel.lines()[2]);
    EXPECT_EQ(jumped, 1);
    click(panel.compare());
    EXPECT_EQ(compared, 2);
    QTest::keyClicks(panel.name(), "without plane 4");
    QTest::keyClick(panel.name(), Qt::Key_Return);
    EXPECT_EQ(named, 2);
    EXPECT_EQ(name, "without plane 4");
    click(panel.remove());
    EXPECT_EQ(removed, 2);
    panel.setEntries({{0, 0, "The beginning", "150 TB/s", "", true, true}}, "");
    EXPECT_FALSE(panel.remove()->isEnabled()) << "the beginning stays";
    click(panel.compare());
    EXPECT_EQ(compared, -1) << "with none any more";
}

TEST(HelpPanelTest, AClickAsksForTheChange) {
    HelpPanel panel;
    panel.setEntries("Throughput is 129 TB/s",
                     {{"Link rate", "+25 %", 1}, {"plane 3 as it was", "+17 %", 0.7}}, "");
    open(panel);
    int chosen = -1;
    QObject::connect(&panel, &HelpPanel::chosen, [&](int index) { chosen = index; });
    ASSERT_EQ(panel.lines().size(), 2u);
    click(panel.lines()[1]);
    EXPECT_EQ(chosen, 1);
}

TEST(VaryRowTest, SaysWhatWasDone) {
    VaryRow row;
    row.resize(560, 60);
    row.setKnobs({{"workload.bytes", "Size", "of a message"}, {"fabric.planes", "Planes", "of the fabric"}});
    row.setKnob("workload.bytes", "1 KiB, 2 KiB");
    row.show();
    EXPECT_EQ(row.field()->button()->value(), "Size");
    QString chosen;
    int typed = 0, removed = 0;
    QObject::connect(&row, &VaryRow::knobChosen, [&](const QString& id) { chosen = id; });
    QObject::connect(&row, &VaryRow::valuesTyped, [&] { ++typed; });
    QObject::connect(&row, &VaryRow::removeRequested, [&] { ++removed; });
    click(row.field()->button());
    QCoreApplication::processEvents();
    click(row.field()->cards()[1]);
    EXPECT_EQ(chosen, "fabric.planes");
    QTest::keyClicks(row.edit(), "3");
    EXPECT_EQ(typed, 1);
    EXPECT_EQ(row.values().count('3'), 1);
    row.setProblem("is not understood");
    EXPECT_TRUE(row.problem()->isVisible());
    click(row.cross());
    EXPECT_EQ(removed, 1);
    ProgressLine line;
    line.setShare(1.5);
    EXPECT_EQ(line.share(), 1);
}

TEST(NoticeBarTest, AQuestionIsAnsweredByItsButtons) {
    NoticeBar notice;
    int agreed = 0, declined = 0;
    QObject::connect(&notice, &NoticeBar::agreed, [&] { ++agreed; });
    QObject::connect(&notice, &NoticeBar::declined, [&] { ++declined; });
    notice.resize(800, 60);
    notice.ask("Bring it back?", "Yes", "No");
    EXPECT_TRUE(notice.isAsking());
    click(notice.yesButton());
    EXPECT_FALSE(notice.isVisible());
    notice.ask("Bring it back?", "Yes", "No");
    click(notice.noButton());
    EXPECT_EQ(agreed, 1);
    EXPECT_EQ(declined, 1);
    notice.tell("Something else");
    EXPECT_FALSE(notice.isAsking());
}

} // namespace
} // namespace supernode
