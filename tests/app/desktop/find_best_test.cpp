// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet that finds the best, with real clicks and keys, and its parts.
#include "app/desktop/find_best.h"

#include "app/desktop/sheet.h"
#include "app/desktop/sweep_table.h"
#include "app/desktop/what_if.h"
#include "app/files/open_scenario.h"
#include "app/files/text_file.h"
#include "tests/app/desktop/window_test.h"
#include "tests/model/test_systems.h"
#include "views/charts/scatter_card.h"
#include "views/panels/choice_card.h"
#include "views/panels/notice_bar.h"
#include "views/panels/pill_button.h"
#include "views/panels/question_panel.h"
#include "views/panels/vary_row.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QProcess>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

namespace supernode::test {
namespace {

using State = SweepRunner::State;

class FindBestSheet : public WindowTest {
protected:
    FindBestSheet() { window.sheet().open(WhatIf::Best); }
    FindBest& best() { return window.whatIf().best(); }
    void vary(std::size_t row, const QString& knob, const QString& values) {
        if (row == best().rows().size())
            click(best().addButton());
        emit best().rows()[row]->field()->chosen(knob);
        best().rows()[row]->edit()->selectAll();
        QTest::keyClicks(best().rows()[row]->edit(), values);
    }
    void answerAll() {
        click(best().startButton());
        ASSERT_TRUE(QTest::qWaitFor([&] { return !best().startButton()->text().contains("Pause"); }, 60'000));
    }
    int rows() { return best().model().rowCount(); }
    QString cell(int row, int column) {
        return best().model().index(row, column).data(Qt::DisplayRole).toString();
    }
    void clickCell(int row, int column) {
        const QModelIndex index = best().model().index(row, column);
        best().table()->scrollTo(index);
        QTest::mouseClick(best().table()->viewport(), Qt::LeftButton, {},
                          best().table()->visualRect(index).center());
        window.settle();
    }
};

TEST_F(FindBestSheet, OpensByItsButtonItsKeyAndItsCommand) {
    window.sheet().close();
    click(window.explore().question().bestButton());
    EXPECT_EQ(window.sheet().page(), WhatIf::Best);
    EXPECT_GE(window.sheet().width(), 600);
    window.sheet().close();
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_B);
    EXPECT_EQ(window.sheet().page(), WhatIf::Best);
}

// A knob is ready at once: one press gives an answer for each value.
// Two lines of controls follow each other while there is no answer, instead of being spread over the sheet.
TEST_F(FindBestSheet, ControlsStandTogetherBeforeTheAnswer) {
    window.settle();
    const QWidget* const edit = best().rows().front()->edit();
    const int under = edit->mapTo(&best(), QPoint(0, edit->height())).y();
    EXPECT_LT(best().startButton()->y() - under, best().startButton()->height());
}

TEST_F(FindBestSheet, WithoutAnyChoiceThereIsAnAnswer) {
    ASSERT_EQ(best().rows().size(), 1u);
    EXPECT_EQ(best().rows()[0]->knob(), "fabric.planes");
    EXPECT_EQ(best().startButton()->text(), "Answer 7 combinations");
    answerAll();
    EXPECT_EQ(rows(), 7);
    const std::vector<ScatterPoint>& points = best().chart().points();
    ASSERT_EQ(points.size(), 7u);
    EXPECT_LT(points.front().x, points.back().x) << "more planes, more power";
    EXPECT_LT(points.front().y, points.back().y) << "and more throughput";
    EXPECT_TRUE(best().said().startsWith("7 of 7 answered")) << best().said().toStdString();
    EXPECT_EQ(best().progress()->share(), 1);
}

// Two by three; more planes give more throughput, so the best row has all seven.
TEST_F(FindBestSheet, AHeadSortsByItsColumn) {
    vary(0, "fabric.planes", "1 to 7 by 3");
    vary(1, "workload.bytes", "1 MiB, 64 MiB");
    EXPECT_EQ(best().startButton()->text(), "Answer 6 combinations");
    answerAll();
    ASSERT_EQ(rows(), 6);
    const QHeaderView* head = best().table()->horizontalHeader();
    const QPoint third(head->sectionViewportPosition(2) + 20, head->height() / 2);
    QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, third);
    EXPECT_TRUE(cell(0, 0).endsWith("1")) << "the least first";
    QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, third);
    EXPECT_TRUE(cell(0, 0).endsWith("7")) << "the most first";
    EXPECT_TRUE(best().model().headerData(2, Qt::Horizontal, Qt::DisplayRole).toString().contains("TB/s"));
}

TEST_F(FindBestSheet, AClickOnARowIsOneStepOfTheHistory) {
    vary(0, "fabric.planes", "3, 7");
    answerAll();
    const Scenario before = session.scenario();
    const double whole = value("throughput");
    clickCell(0, 0);
    EXPECT_EQ(session.scenario().changes, std::vector<Change>{(SetFact{"fabric.planes", 3})});
    EXPECT_EQ(session.history().count(), 1);
    EXPECT_EQ(session.history().undoText(), "Planes: 3");
    EXPECT_NEAR(value("throughput"), whole * 3 / 7, whole * 1e-3);
    click(window.undoButton());
    EXPECT_EQ(session.scenario(), before);
}

TEST_F(FindBestSheet, AClickOnADotAsksIt) {
    vary(0, "fabric.planes", "3, 7");
    answerAll();
    QTest::mouseClick(&best().chart(), Qt::LeftButton, {},
                      best().chart().place(best().chart().points()[0]).toPoint());
    window.settle();
    EXPECT_EQ(session.scenario().changes, std::vector<Change>{(SetFact{"fabric.planes", 3})});
}

TEST_F(FindBestSheet, OtherNumbersMakeAnotherChart) {
    vary(0, "workload.bytes", "1, 2, 4 MiB");
    answerAll();
    click(best().across()->button());
    ASSERT_GT(best().across()->cards().size(), 3u);
    click(best().across()->cards()[1]); // the time
    const std::vector<ScatterPoint>& points = best().chart().points();
    EXPECT_LT(points.front().x, points.back().x) << "more bytes, more time";
    EXPECT_TRUE(best().chart().accessibleName().contains("Time"));
    EXPECT_TRUE(best().model().headerData(2, Qt::Horizontal, Qt::DisplayRole).toString().contains("Time"));
}

TEST_F(FindBestSheet, ItIsPausedGoneOnWithAndCancelled) {
    // As many as there may be: they are not done before the click.
    vary(0, "workload.bytes", "1024 to 1024000 by 1024");
    vary(1, "fabric.planes", "3 to 7 by 1");
    EXPECT_EQ(best().startButton()->text(), "Answer 5000 combinations");
    click(best().startButton());
    ASSERT_EQ(best().startButton()->text(), "Pause");
    ASSERT_TRUE(QTest::qWaitFor([&] { return rows() > 0; }, 10'000));
    click(best().startButton());
    ASSERT_EQ(best().startButton()->text(), "Go on");
    QTest::qWait(300); // the row in work
    const int held = rows();
    QTest::qWait(300);
    EXPECT_EQ(rows(), held);
    click(best().startButton());
    ASSERT_TRUE(QTest::qWaitFor([&] { return rows() > held; }, 10'000));
    click(best().cancelButton());
    const int last = rows();
    EXPECT_LT(last, 5000);
    QTest::qWait(300);
    EXPECT_EQ(rows(), last);
    EXPECT_TRUE(best().said().contains("cancelled")) << best().said().toStdString();
    EXPECT_TRUE(best().startButton()->text().startsWith("Answer"));
}

TEST_F(FindBestSheet, WhatIsNotUnderstoodIsSaidAndNothingBegins) {
    vary(0, "fabric.planes", "three");
    EXPECT_FALSE(best().startButton()->isEnabled());
    EXPECT_TRUE(best().rows()[0]->problem()->text().contains("three"));
    vary(0, "workload.bytes", "1 to 100000000 by 100000");
    vary(1, "fabric.planes", "1 to 14 by 1");
    EXPECT_FALSE(best().startButton()->isEnabled());
    EXPECT_TRUE(best().startButton()->text().contains("5,000"));
    click(best().rows()[1]->cross());
    EXPECT_EQ(best().rows().size(), 1u);
}

TEST_F(FindBestSheet, ThreeKnobsAreTheMost) {
    click(best().addButton());
    click(best().addButton());
    EXPECT_EQ(best().rows().size(), 3u);
    EXPECT_FALSE(best().addButton()->isEnabled());
}

TEST_F(FindBestSheet, AnotherLanguageKeepsWhatWasFound) {
    vary(0, "fabric.planes", "3, 7");
    answerAll();
    window.rebuild();
    window.settle();
    EXPECT_EQ(rows(), 2);
    clickCell(0, 0);
    EXPECT_EQ(session.scenario().changes, std::vector<Change>{(SetFact{"fabric.planes", 3})});
}

// The line that is offered, in a shell.
TEST_F(FindBestSheet, WhatIsSavedIsWhatTheCommandWrites) {
    const QTemporaryDir folder;
    vary(0, "fabric.planes", "6, 7");
    vary(1, "fail", "none,plane 3,random 8 modules");
    vary(2, "workload.operation", "line, read");
    answerAll();
    ASSERT_EQ(rows(), 12);
    best().saveTo(folder.filePath("window.csv"));
    EXPECT_TRUE(window.notice().sentence().contains("window.csv"));
    const QString line = best().commandLine().replace("supernode ", QString(SUPERNODE_PROGRAM) + " ");
    QProcess shell;
    shell.setWorkingDirectory(folder.path());
    shell.start("sh", {"-c", line});
    ASSERT_TRUE(shell.waitForFinished(60'000));
    ASSERT_EQ(shell.exitCode(), 0) << shell.readAllStandardError().toStdString() << line.toStdString();
    EXPECT_EQ(*readTextFile(folder.filePath("window.csv").toStdString()),
              *readTextFile(folder.filePath("table.csv").toStdString()));
}

TEST(SweepKnobs, WhatIsOfferedIsUnderstood) {
    for (const std::string& preset : builtinScenarioNames()) {
        const Result<OutcomePtr> outcome = evaluate(*openScenario(preset));
        const std::vector<SweepKnob> knobs = sweepKnobsOf(**outcome);
        EXPECT_GT(knobs.size(), 10u) << preset;
        for (const SweepKnob& knob : knobs) {
            const Result<Variation> read = readValues(knob, knob.ready);
            ASSERT_TRUE(read) << knob.path;
            EXPECT_GE(read->values.size(), 2u) << knob.path;
            for (const std::string& value : read->values) {
                const Result<Scenario> scenario = withValue((*outcome)->scenario, knob.path, value);
                EXPECT_TRUE(scenario || knob.path.starts_with("fail") || !scenario.issues().empty());
                EXPECT_FALSE(shownValue(knob, value).isEmpty());
            }
        }
    }
}

TEST(SweepKnobs, ValuesAreListsAndRanges) {
    const OutcomePtr outcome = *evaluate(*builtinScenario("all-to-all"));
    const std::vector<SweepKnob> knobs = sweepKnobsOf(*outcome);
    const auto values = [&](const char* path, const char* text) {
        for (const SweepKnob& knob : knobs)
            if (knob.path == path)
                return readValues(knob, text) ? readValues(knob, text)->values : std::vector<std::string>();
        return std::vector<std::string>{"no knob"};
    };
    using Values = std::vector<std::string>;
    EXPECT_EQ(values("workload.bytes", "1 KiB, 4,096, 1 MiB"), (Values{"1024", "4096", "1048576"}));
    EXPECT_EQ(values("fabric.planes", "1 to 7 by 2"), (Values{"1", "3", "5", "7"}));
    EXPECT_EQ(values("fabric.planes", "5 to 7, 2"), (Values{"5", "6", "7", "2"}));
    EXPECT_EQ(values("fabric.link_rate", "28 GB/s"), (Values{"224"})) << "Gbit/s in the file";
    EXPECT_EQ(values("routing", "spread, hashed"), (Values{"spread", "hashed"}));
    EXPECT_EQ(values("fabric.planes", "7 to 1"), Values{});
    EXPECT_EQ(values("fabric.planes", "1 to 7 by 0"), Values{});
    EXPECT_EQ(values("fabric.planes", ""), Values{});
}

SweepRow answered(double metric) { return {{"1"}, {metric}, "links", ""}; }

TEST(SweepTable, WhatIsRefusedStaysLast) {
    SweepTable table;
    Metric metric;
    metric.name = "Throughput";
    SweepKnob knob;
    knob.path = "workload.bytes";
    table.setQuestion({knob}, {metric}, {0});
    table.setRows({answered(2), {{"2"}, {std::nullopt}, "", "Too much."}, answered(3), answered(1)},
                  {false, false, true, false});
    const auto order = [&] {
        std::vector<int> rows;
        for (int i = 0; i < table.rowCount(); ++i)
            rows.push_back(table.sweepRow(table.index(i, 0)));
        return rows;
    };
    EXPECT_EQ(order(), (std::vector<int>{0, 1, 2, 3}));
    table.sort(1, Qt::AscendingOrder);
    EXPECT_EQ(order(), (std::vector<int>{3, 0, 2, 1}));
    table.sort(1, Qt::DescendingOrder);
    EXPECT_EQ(order(), (std::vector<int>{2, 0, 3, 1}));
    EXPECT_EQ(table.index(3, 2).data().toString(), "Too much.");
    EXPECT_TRUE(table.index(0, 0).data().toString().startsWith("★"));
}

TEST(SweepRunner, WhatIsCancelledGivesNoFurtherRow) {
    SweepRunner runner;
    const Scenario scenario = allToAllOn(cloudMatrix());
    const QSignalSpy came(&runner, &SweepRunner::rowsCame);
    runner.start(scenario, {{"workload.bytes", std::vector<std::string>(5000, "1024")}});
    runner.cancel();
    EXPECT_EQ(runner.state(), State::Cancelled);
    QTest::qWait(300);
    EXPECT_EQ(came.count(), 0);
    runner.start(scenario, {{"workload.bytes", {"1024", "2048"}}}); // while the other ends
    ASSERT_TRUE(QTest::qWaitFor([&] { return runner.state() == State::Done; }, 60'000));
    EXPECT_EQ(runner.rows().size(), 2u);
}

TEST(SweepRunner, WhatHasNoAnswerIsSaid) {
    SweepRunner runner;
    runner.start(allToAllOn(cloudMatrix()), {{"workload.wheels", {"1", "2"}}});
    ASSERT_TRUE(QTest::qWaitFor([&] { return runner.state() == State::Refused; }, 60'000));
    EXPECT_NE(runner.refusal().find("wheels"), std::string::npos);
}

} // namespace
} // namespace supernode::test
