// SPDX-License-Identifier: GPL-3.0-or-later
// The end of a session in every way, as a program of its own that this one starts, ends and follows.
#include "app/desktop/kept_run.h"

#include "app/desktop/keeper.h"
#include "tests/app/desktop/window_test.h"
#include "views/panels/notice_bar.h"
#include "views/panels/pill_button.h"

#include <QApplication>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>

namespace supernode::test {
namespace {

enum class End { Closed, Terminated, TerminatedAtOnce, Killed };

// The program that is ended: fails plane 3 and works on. Runs only when it is started by the tests below.
TEST(KeptRunChild, DISABLED_FailsAPlaneAndWorksOn) {
    Session session(builtinSystems(), *builtinScenario("all-to-all"));
    MainWindow window(session, HostChoice::Software);
    window.resize(640, 480);
    window.show();
    window.settle();
    QTimer::singleShot(0, &window, [&] {
        session.fail(*session.outcome()->fabric->find("plane 3"));
        window.settle();
        std::printf("failed\n");
        std::fflush(stdout);
    });
    if (qEnvironmentVariableIntValue("KEPT_RUN_CLOSES") != 0)
        QTimer::singleShot(1500, &window, &QWidget::close);
    runKept(window, qEnvironmentVariable("KEPT_RUN_FOLDER"));
    EXPECT_EQ(session.scenario().changes.size(), 1u);
}

// Starts that program, waits until it has something to lose, and ends it.
void workAndEnd(const QString& folder, End end) {
    const qsizetype before = QDir(folder).entryList({"session-*.json"}).size();
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("KEPT_RUN_FOLDER", folder);
    environment.insert("KEPT_RUN_CLOSES", end == End::Closed ? "1" : "0");
    child.setProcessEnvironment(environment);
    child.start(QApplication::applicationFilePath(),
                {"--gtest_also_run_disabled_tests", "--gtest_filter=KeptRunChild.*"});
    QByteArray said;
    while (!said.contains("failed\n") && child.waitForReadyRead(60'000))
        said += child.readAllStandardOutput();
    ASSERT_TRUE(said.contains("failed\n"))
        << said.toStdString() << child.readAllStandardError().toStdString();
    const auto kept = [&] { return QDir(folder).entryList({"session-*.json"}).size() > before; };
    if (end == End::Terminated || end == End::Killed) {
        ASSERT_TRUE(QTest::qWaitFor(kept, 20'000));
    }
    if (end == End::Killed)
        child.kill();
    else if (end != End::Closed)
        child.terminate();
    ASSERT_TRUE(child.waitForFinished(30'000));
}

// A kill may take the last second, for it asks nobody; everything else keeps that, too.
TEST(KeptRun, WhateverEndsItIsOfferedAndNeverForced) {
    for (const End end : {End::Terminated, End::TerminatedAtOnce, End::Killed}) {
        const QTemporaryDir folder;
        workAndEnd(folder.path(), end);
        Session session(builtinSystems(), *builtinScenario("all-to-all"));
        MainWindow window(session, HostChoice::Software);
        window.show();
        Keeper keeper(folder.path());
        window.setKeeper(&keeper);
        window.settle();
        auto* notice = window.findChild<NoticeBar*>();
        ASSERT_TRUE(notice->isVisible() && notice->isAsking()) << static_cast<int>(end);
        EXPECT_TRUE(notice->sentence().contains("without a goodbye"));
        EXPECT_TRUE(session.scenario().changes.empty()) << "nothing comes back unasked";
        QTest::mouseClick(notice->yesButton(), Qt::LeftButton);
        window.settle();
        EXPECT_EQ(session.scenario().changes, (std::vector<Change>{Fail{"plane 3"}}))
            << static_cast<int>(end);
        EXPECT_TRUE(keeper.orphans().isEmpty()) << "it is asked once";
        window.setKeeper(nullptr);
    }
}

TEST(KeptRun, AWindowThatIsClosedLeavesTheLastSession) {
    const QTemporaryDir folder;
    workAndEnd(folder.path(), End::Closed);
    Session session(builtinSystems(), *builtinScenario("all-to-all"));
    MainWindow window(session, HostChoice::Software);
    window.show();
    Keeper keeper(folder.path());
    window.setKeeper(&keeper);
    window.settle();
    EXPECT_TRUE(keeper.orphans().isEmpty()) << "there was a goodbye: nobody is asked";
    ASSERT_FALSE(keeper.lastSession().isEmpty()) << "and the menu of Open offers it";
    EXPECT_TRUE(session.scenario().changes.empty());
    QFile file(keeper.lastSession());
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_TRUE(file.readAll().contains("plane 3"));
    window.setKeeper(nullptr);
}

TEST(KeptRun, ASecondProgramAsksForWhatTheFirstLeftAndNotForWhatItKeeps) {
    const QTemporaryDir folder;
    Keeper first(folder.path());
    EXPECT_EQ(first.keep("{}"), "");
    workAndEnd(folder.path(), End::Killed);
    Keeper second(folder.path());
    EXPECT_EQ(second.orphans().size(), 1) << "of the one that was killed alone";
}

} // namespace
} // namespace supernode::test
