// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/contenders.h"

#include "app/desktop/compare_mode.h"
#include "app/desktop/compare_words.h"
#include "app/desktop/curves_page.h"
#include "tests/app/desktop/window_test.h"
#include "views/charts/bar_card.h"
#include "views/charts/comparison_board.h"
#include "views/charts/curve_card.h"
#include "views/panels/notice_bar.h"
#include "views/panels/pill_button.h"
#include "views/panels/segmented.h"

#include <QMenu>

namespace supernode {
namespace {

class ContendersTest : public test::WindowTest {
protected:
    ContendersTest() {
        window.setMode(MainWindow::Mode::Compare);
        window.settle();
        click(window.compare().pageSwitch().option(CompareMode::TheBoard));
    }
    // A click on the button, then on the line of its menu that begins so.
    void add(const QString& name) {
        QTest::mouseClick(contenders().addButton(), Qt::LeftButton);
        const QList<QMenu*> menus = contenders().addButton()->findChildren<QMenu*>();
        ASSERT_FALSE(menus.isEmpty());
        for (QAction* action : menus.back()->actions())
            if (action->text().startsWith(name)) {
                QTest::mouseClick(menus.back(), Qt::LeftButton, {},
                                  menus.back()->actionGeometry(action).center());
                window.settle();
                return;
            }
        FAIL() << name.toStdString() << " is not offered";
    }
    Contenders& contenders() { return window.compare().contenders(); }
    const std::vector<BoardMachine>& machines() { return window.compare().board().board().machines; }
};

TEST_F(ContendersTest, AThirdMachineComesAndGoes) {
    EXPECT_FALSE(contenders().isVisible()) << "two explain themselves";
    add("CloudMatrix 256");
    ASSERT_EQ(machines().size(), 3u);
    EXPECT_TRUE(contenders().isVisible());
    EXPECT_EQ(machines()[2].name, "CloudMatrix 256");
    const QString headline = window.compare().board().headline();
    for (const BoardMachine& machine : machines())
        EXPECT_TRUE(headline.contains(machine.name)) << headline.toStdString();
    add("Atlas 950");
    ASSERT_EQ(machines().size(), 4u);
    EXPECT_FALSE(contenders().addButton()->isEnabled()) << "four are the most";
    for (const BarCard* card : window.compare().board().cards()) { // one axis for all four bars
        ASSERT_EQ(card->row().numbers.size(), 4u) << card->id().toStdString();
        EXPECT_EQ(card->axisMinimum(), 0);
        for (std::size_t i = 0; i < 4; ++i)
            EXPECT_LE(card->barValue(i), card->axisMaximum()) << card->id().toStdString();
    }
    click(contenders().removeButtons()[2]);
    click(contenders().removeButtons()[1]);
    EXPECT_EQ(machines().size(), 2u);
    EXPECT_EQ(machines()[1].name, "GB200 NVL72");
}

// Plane 3 down against all seven: the same bytes take 7/6 of the time, on the board and in the scenes.
TEST_F(ContendersTest, AChangedMachineStandsBesideItself) {
    session.fail(named("plane 3"));
    window.settle();
    add("CloudMatrix 384 as it was built");
    ASSERT_EQ(machines().size(), 3u);
    click(contenders().removeButtons()[0]); // NVL72
    ASSERT_EQ(machines().size(), 2u);
    EXPECT_TRUE(machines()[0].name.contains("plane 3")) << machines()[0].name.toStdString();
    EXPECT_TRUE(machines()[1].name.contains("as built"));
    EXPECT_NEAR(machines()[0].outcome->metric("time")->value / machines()[1].outcome->metric("time")->value,
                7.0 / 6, 1e-3);
    EXPECT_EQ(window.compare().hall(1).isVisible(), false);
    click(window.compare().pageSwitch().option(CompareMode::TheMachines));
    EXPECT_TRUE(window.compare().timeText(1).contains("of") || window.compare().timeText(1).contains("done"));
}

TEST_F(ContendersTest, CurvesHaveEveryMachine) {
    add("CloudMatrix 64");
    click(window.compare().pageSwitch().option(CompareMode::CurvesOfThem));
    const auto& curves = window.compare().curves().card(0).question().curves;
    ASSERT_EQ(curves.size(), 3u);
    EXPECT_EQ(curves[2].name, "CM64");
    EXPECT_NE(curves[2].colour, curves[0].colour);
}

TEST_F(ContendersTest, AFileThatIsNoScenarioIsSaid) {
    contenders().addFile("/dev/null/nothing.json");
    window.settle();
    EXPECT_EQ(machines().size(), 2u);
    EXPECT_TRUE(window.notice().isVisible());
}

TEST_F(ContendersTest, AnotherLanguageKeepsThem) {
    add("CloudMatrix 64");
    click(window.languageButton());
    EXPECT_EQ(machines().size(), 3u);
    click(window.languageButton());
}

// Four times the same machine: four names and four colours, of which each stands out on every ground.
TEST(CompareWords, NoTwoMachinesLookTheSameInAnyTheme) {
    const SystemPtr system = builtinSystem("cloudmatrix384");
    std::vector<BoardMachine> machines;
    for (const char* failed : {"", "plane 1", "plane 2", "plane 3"}) {
        Scenario scenario{system, {}, AllToAll{}};
        if (*failed)
            scenario.changes.emplace_back(Fail{failed});
        machines.push_back(boardMachine(*evaluate(scenario)));
    }
    machines.push_back(boardMachine(*evaluate({builtinSystem("gb200-nvl72"), {}, AllToAll{}})));
    tellApart(machines);
    for (std::size_t i = 0; i < machines.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            EXPECT_NE(machines[i].name, machines[j].name);
            EXPECT_NE(machines[i].colour, machines[j].colour) << i << j;
        }
        for (const Theme& theme : {darkTheme(), lightTheme(), projectorTheme()}) {
            EXPECT_GE(contrast(machines[i].colour, theme.panel), 2) << i << theme.name.toStdString();
            EXPECT_NE(machines[i].colour, theme.failed);
        }
    }
    EXPECT_EQ(machines[4].name, "GB200 NVL72") << "nobody else has its name";
}

} // namespace
} // namespace supernode
