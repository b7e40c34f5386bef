// SPDX-License-Identifier: GPL-3.0-or-later
// The sheets in the window, with real clicks and keys.
#include "app/desktop/what_if.h"

#include "app/desktop/explore_views.h"
#include "app/desktop/keeper.h"
#include "app/desktop/step_words.h"
#include "app/desktop/what_if_words.h"
#include "app/files/open_scenario.h"
#include "app/files/scenario_code.h"
#include "app/files/text_file.h"
#include "model/scenario/fact_knobs.h"
#include "tests/app/desktop/window_test.h"
#include "tests/model/test_systems.h"
#include "views/charts/degradation_card.h"
#include "views/panels/fact_row.h"
#include "views/panels/inspector.h"
#include "views/panels/notice_bar.h"
#include "views/panels/pill_button.h"
#include "views/panels/question_panel.h"
#include "views/panels/segmented.h"
#include "views/panels/take_home_panel.h"
#include "views/roofline/roofline_view.h"
#include "views/theme/model_words.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace supernode::test {
namespace {

using WhatIfTest = WindowTest;
using SheetTest = WhatIfTest;

TEST_F(SheetTest, OnePageAtATime) {
    click(window.takeHomeButton());
    EXPECT_EQ(window.sheet().page(), WhatIf::TakeHome);
    click(window.stepsButton());
    EXPECT_EQ(window.sheet().page(), WhatIf::Steps);
    click(window.stepsButton());
    EXPECT_EQ(window.sheet().page(), -1);
    click(window.explore().question().breakButton());
    EXPECT_EQ(window.sheet().page(), WhatIf::Break);
    click(window.sheet().closeButton());
    EXPECT_EQ(window.sheet().page(), -1);
}

TEST_F(SheetTest, AClickInTheSceneBringsTheInspectorBack) {
    for (const int page : {WhatIf::TakeHome, WhatIf::Steps, WhatIf::Break, WhatIf::Help, WhatIf::Best}) {
        window.sheet().open(page);
        emit explore.view().elementClicked(named("node 5"), {});
        EXPECT_EQ(window.sheet().page(), page == WhatIf::Best ? page : -1);
        window.sheet().close();
    }
    // What is selected otherwise, by a row of a sheet say, leaves it open.
    window.sheet().open(WhatIf::Help);
    explore.selection().select(named("node 6"));
    EXPECT_EQ(window.sheet().page(), WhatIf::Help);
}

TEST_F(WhatIfTest, ATypedCodeOpensWhatItHolds) {
    const Scenario other{builtinSystem("cloudmatrix384"), {Fail{"plane 5"}, Slow{"node 2", 50}}, AllToAll{}};
    click(window.takeHomeButton());
    TakeHomePanel& panel = window.whatIf().takeHome();
    EXPECT_EQ(panel.code().toStdString(), *codeOf(session.scenario()));
    QTest::keyClicks(panel.edit(), QString::fromStdString(*codeOf(other)).toLower());
    QTest::keyClick(panel.edit(), Qt::Key_Return);
    window.settle();
    EXPECT_EQ(session.scenario(), other);
    EXPECT_EQ(panel.code().toStdString(), *codeOf(other));
}

TEST_F(WhatIfTest, AWrongCodeIsToldAndChangesNothing) {
    const Scenario before = session.scenario();
    click(window.takeHomeButton());
    TakeHomePanel& panel = window.whatIf().takeHome();
    std::string wrong = *codeOf(before);
    wrong[3] = wrong[3] == '7' ? '8' : '7';
    QTest::keyClicks(panel.edit(), QString::fromStdString(wrong));
    QTest::keyClick(panel.edit(), Qt::Key_Return);
    window.settle();
    EXPECT_TRUE(panel.said()->isVisible());
    EXPECT_TRUE(panel.said()->text().contains("group 1")) << panel.said()->text().toStdString();
    EXPECT_EQ(session.scenario(), before);
}

// Random modules: one step, and one undo brings back the number to the bit.
TEST_F(WhatIfTest, ManyBreakAtOnceAndComeBackAtOnce) {
    const double healthy = value("throughput");
    click(window.explore().question().breakButton());
    click(window.whatIf().breaking().breakButton());
    EXPECT_EQ(session.scenario().changes.size(), 1u);
    EXPECT_LT(value("throughput"), healthy);
    click(window.undoButton());
    EXPECT_EQ(value("throughput"), healthy);
}

// Seven planes, one after the other: from all of it to nothing.
TEST_F(WhatIfTest, TheCurveOfWhatFailsIsDrawn) {
    click(window.explore().question().breakButton());
    emit window.whatIf().breaking().curveRequested("planes", 1);
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.whatIf().curve().medians().size() == 8; }, 60'000));
    EXPECT_NEAR(window.whatIf().curve().medians()[1].y(), 600.0 / 7, 1e-6);
    EXPECT_EQ(window.whatIf().curve().medians().back().y(), 0);
}

TEST_F(WhatIfTest, WhatWouldHelpIsOneClickAway) {
    session.fail(named("plane 3"));
    window.settle();
    const double broken = value("throughput");
    click(window.explore().question().helpButton());
    HelpPanel& help = window.whatIf().help();
    ASSERT_FALSE(help.lines().empty());
    click(help.lines().front());
    EXPECT_GT(value("throughput"), broken * 1.1);
    EXPECT_EQ(session.history().count(), 2);
}

TEST_F(WhatIfTest, StepsAreListedAndGoneTo) {
    session.fail(named("plane 3"));
    window.settle();
    session.history().undo();
    session.fail(named("plane 4"));
    window.settle();
    click(window.stepsButton());
    HistoryPanel& steps = window.whatIf().steps();
    ASSERT_EQ(steps.lines().size(), 3u);
    EXPECT_TRUE(steps.lines()[1]->entry().text.contains("plane 4")) << "the branch stands behind its step";
    EXPECT_EQ(steps.lines()[1]->entry().depth, 1);
    click(steps.lines()[2]);
    EXPECT_EQ(session.scenario().changes, std::vector<Change>{Fail{"plane 3"}});
    click(steps.compare());
    click(steps.lines()[0]);
    EXPECT_TRUE(steps.lines()[0]->entry().change.contains("▲"))
        << steps.lines()[0]->entry().change.toStdString();
}

// From the number to the link: two clicks.
TEST_F(WhatIfTest, TheBusiestLinkIsOneClickAway) {
    const std::vector<FactRow*>& rows = explore.inspector().rows();
    const auto row = std::find_if(rows.begin(), rows.end(), [](FactRow* r) {
        return r->header()->accessibleName().startsWith("Busiest link");
    });
    ASSERT_NE(row, rows.end());
    click((*row)->header());
    ASSERT_TRUE((*row)->elementButton()->isVisible());
    click((*row)->elementButton());
    EXPECT_EQ(session.outcome()->fabric->element(explore.selection().current()).kind, ElementKind::Link);
}

// Without a change there is nothing to compare with; with one the rings colour what has become busier. A view
// that knows no planes shows load, and the hall comes back to what was chosen for it.
TEST_F(WhatIfTest, LinksAreColouredByTheirChange) {
    EXPECT_EQ(explore.colouring().count(), 2) << "load, plane";
    session.fail(named("plane 3 l2 5"));
    window.settle();
    ASSERT_EQ(explore.colouring().count(), 3);
    explore.showView(exploreViewNamed("fabric"));
    window.settle();
    ASSERT_EQ(explore.colouring().count(), 2) << "load, change";
    const QImage load = explore.view().grab().toImage();
    click(explore.colouring().option(1));
    EXPECT_NE(explore.view().grab().toImage(), load);
    explore.showView(exploreViewNamed("hall"));
    EXPECT_EQ(explore.colouring().current(), 2);
    click(window.undoButton());
    EXPECT_EQ(explore.colouring().count(), 2);
    EXPECT_EQ(explore.colouring().current(), 0);
}

TEST_F(WhatIfTest, ASelectionOfManyFailsInOneStep) {
    window.explore().selection().selectAll({named("plane 1"), named("plane 2"), named("node 4")});
    window.settle();
    PillButton* fail = window.explore().inspector().failButton();
    EXPECT_TRUE(fail->text().contains("3")) << fail->text().toStdString();
    click(fail);
    EXPECT_EQ(session.scenario().changes.size(), 3u);
    EXPECT_EQ(session.history().count(), 1);
    click(fail); // now it restores all of them
    EXPECT_TRUE(session.scenario().changes.empty());
}

TEST_F(WhatIfTest, WhatIsSavedIsWhatIsOpened) {
    const QTemporaryDir folder;
    const QString file = folder.filePath("mine.json");
    session.fail(named("plane 3"));
    session.setFact("fabric.link_rate", 50);
    window.settle();
    const Scenario saved = session.scenario();
    window.saveFile(file);
    EXPECT_TRUE(window.notice().sentence().contains("mine.json"));
    session.history().jump(ChangeTree::beginning);
    window.openFile(file);
    window.settle();
    EXPECT_EQ(session.scenario(), saved);
    window.saveFile(folder.filePath("no/such/folder.json"));
    EXPECT_TRUE(window.notice().sentence().contains("could not be written"));
}

// The file is a machine of its own: opened, it has the rate that was set, without any change.
TEST_F(WhatIfTest, AMachineThatIsSavedIsOpened) {
    const QTemporaryDir folder;
    const QString file = folder.filePath("machine.json");
    session.setFact("fabric.link_rate", 50);
    window.settle();
    const double value = session.outcome()->metrics.front().value;
    window.saveMachine(file);
    EXPECT_TRUE(window.notice().sentence().contains("machine.json"));
    session.history().jump(ChangeTree::beginning);
    window.openFile(file);
    window.settle();
    EXPECT_EQ(session.scenario().system->id, "cloudmatrix384-changed");
    EXPECT_TRUE(session.scenario().changes.empty());
    EXPECT_EQ(session.outcome()->metrics.front().value, value);
    EXPECT_EQ(session.systemReference(*session.scenario().system), file.toStdString());
    window.saveMachine(folder.filePath("no/such/folder.json"));
    EXPECT_TRUE(window.notice().sentence().contains("could not be written"));
}

TEST_F(WhatIfTest, ADeadSessionComesBackWhenOneAgrees) {
    const QTemporaryDir folder;
    ChangeTree dead(session.scenario());
    dead.change(withChange(session.scenario(), Fail{"plane 6"}), "plane 6 failed");
    ASSERT_EQ(writeWhole(folder.filePath("session-4194000.json"), writeHistory(dead)), "");
    const Scenario before = session.scenario();
    Keeper keeper(folder.path());
    window.setKeeper(&keeper);
    ASSERT_TRUE(window.notice().isAsking());
    EXPECT_EQ(session.scenario(), before) << "asked, never forced";
    click(window.notice().yesButton());
    EXPECT_EQ(session.scenario().changes, std::vector<Change>{Fail{"plane 6"}});
    EXPECT_TRUE(session.history().canUndo());
    EXPECT_TRUE(keeper.orphans().isEmpty());
    window.setKeeper(nullptr);
}

TEST_F(WhatIfTest, ABrokenOffSessionWaitsForItsAnswer) {
    const QTemporaryDir folder;
    ASSERT_EQ(
        writeWhole(folder.filePath("session-4194000.json"), writeHistory(ChangeTree(session.scenario()))),
        "");
    Keeper keeper(folder.path());
    window.setKeeper(&keeper);
    session.fail(named("plane 2")); // what one does meanwhile leaves the question
    window.settle();
    EXPECT_TRUE(window.notice().isAsking());
    window.rebuild();
    window.settle();
    EXPECT_TRUE(window.notice().isAsking());
    click(window.notice().noButton());
    EXPECT_TRUE(keeper.orphans().isEmpty());
    window.setKeeper(nullptr);
}

TEST_F(WhatIfTest, WhatWasHereWhenASessionIsBroughtBackIsTheLastSession) {
    const QTemporaryDir folder;
    ASSERT_EQ(
        writeWhole(folder.filePath("session-4194000.json"), writeHistory(ChangeTree(session.scenario()))),
        "");
    session.fail(named("plane 2"));
    window.settle();
    Keeper keeper(folder.path());
    window.setKeeper(&keeper);
    click(window.notice().yesButton());
    EXPECT_TRUE(session.scenario().changes.empty());
    const auto aside = readHistory(*readTextFile(keeper.lastSession().toStdString()),
                                   [](const std::string& name) { return openSystem(name, {}); });
    ASSERT_TRUE(aside);
    EXPECT_EQ(aside->scenario().changes, std::vector<Change>{Fail{"plane 2"}});
    window.setKeeper(nullptr);
}

TEST_F(WhatIfTest, TheLastSecondIsKept) {
    const QTemporaryDir folder;
    {
        Keeper keeper(folder.path());
        window.setKeeper(&keeper);
        session.fail(named("plane 2"));
        window.setKeeper(nullptr); // as at the end of the program
    }
    EXPECT_NE(Keeper(folder.path()).lastSession(), "");
}

TEST_F(WhatIfTest, AStepOfOtherWorkIsComparedWith) {
    // Two sizes, no what-if: the curves and the roofline have a ghost of the one that is compared with.
    const int one = session.history().tree().current();
    session.setWorkload(AllToAll{.bytes = mebibytes(1)});
    session.compareWith(one);
    window.settle();
    explore.showView(exploreViewNamed("roofline"));
    EXPECT_NE(dynamic_cast<RooflineView&>(explore.view()).ghosts(), nullptr);
    session.compareWith(std::nullopt);
    window.settle();
    EXPECT_EQ(dynamic_cast<RooflineView&>(explore.view()).ghosts(), nullptr);
}

TEST_F(WhatIfTest, AKeyOfExploreDoesNothingElsewhere) {
    explore.selection().select(named("plane 2"));
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    window.setMode(MainWindow::Mode::Errors);
    QTest::keyClick(&window, Qt::Key_Escape);
    EXPECT_EQ(explore.selection().current(), named("plane 2"));
    window.setMode(MainWindow::Mode::Explore);
    QTest::keyClick(&window, Qt::Key_Escape);
    EXPECT_FALSE(explore.selection().current().valid());
}

TEST(WhatIfWords, BranchesStandBehindTheirStep) {
    const Scenario whole = *builtinScenario("all-to-all");
    ChangeTree tree(whole);
    tree.change(withChange(whole, Fail{"plane 1"}), "first");
    tree.change(withChange(tree.scenario(), Fail{"plane 2"}), "first goes on");
    tree.jump(ChangeTree::beginning);
    tree.change(withChange(whole, Fail{"plane 3"}), "branch");
    const auto entries = historyEntries(tree, std::nullopt, [](int) -> const Metric* { return nullptr; });
    std::vector<std::pair<QString, int>> shown;
    for (const HistoryEntry& entry : entries)
        shown.emplace_back(entry.text, entry.depth);
    EXPECT_EQ(shown, (std::vector<std::pair<QString, int>>{
                         {"The beginning", 0}, {"branch", 1}, {"first", 0}, {"first goes on", 0}}));
}

TEST(StepWords, AWorkloadNamesWhatWasTurned) {
    const SystemSpec& system = *cloudMatrix();
    const AllToAll work{.bytes = mebibytes(64)};
    AllToAll less = work;
    less.bytes = bytes(1024);
    EXPECT_EQ(workStep(work, less, system), QStringLiteral("Size: 1\u2009KiB"));
    less = work;
    less.operation = Operation::Read;
    EXPECT_EQ(workStep(work, less, system), "Operation: read");
    EXPECT_EQ(workStep(work, AllReduce{}, system), "All-reduce");
}

TEST(FactWords, EveryWordOfTheTableIsHere) {
    const QStringList words = factWords() + modelWords();
    for (const std::string& id : builtinSystemNames())
        for (const FactKnob& fact : factKnobsOf(*builtinSystem(id))) {
            EXPECT_TRUE(words.contains(QString::fromStdString(std::string(fact.knob.words->name))));
            EXPECT_TRUE(words.contains(QString::fromStdString(std::string(fact.knob.words->sentence))))
                << fact.knob.words->sentence;
            for (const std::string_view choice : fact.knob.choices)
                EXPECT_TRUE(std::isdigit(static_cast<unsigned char>(choice.front())) ||
                            words.contains(QString::fromStdString(std::string(choice))))
                    << choice;
        }
}

TEST(Researcher, TheNewestQuestionWins) {
    Researcher researcher;
    QSignalSpy found(&researcher, &Researcher::curveFound);
    std::vector<int> lengths;
    QObject::connect(&researcher, &Researcher::curveFound, [&](const Result<DegradationCurve>& curve) {
        lengths.push_back(curve ? static_cast<int>(curve->points.size()) : -1);
    });
    const Scenario scenario = allToAllOn(cloudMatrix());
    researcher.askForCurve(scenario, {"planes", {}, 1, 1});
    researcher.askForCurve(scenario, {"planes", {0, 1}, 1, 1});
    ASSERT_TRUE(found.wait(60'000));
    EXPECT_EQ(lengths, std::vector<int>{2});
}

} // namespace
} // namespace supernode::test
