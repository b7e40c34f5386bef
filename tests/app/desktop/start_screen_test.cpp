// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/start_screen.h"

#include "app/desktop/arguments.h"
#include "app/desktop/language.h"
#include "app/desktop/sign.h"
#include "tests/app/desktop/window_test.h"
#include "tests/views/fingers.h"
#include "views/fabric/fabric_view.h"
#include "views/panels/pill_button.h"

#include <QTemporaryDir>

namespace supernode::test {
namespace {

struct StartScreenTest : WindowTest {
    StartScreenTest() {
        window.showStart();
        EXPECT_TRUE(start().isOpen());
    }
    StartScreen& start() { return window.start(); }
};

TEST_F(StartScreenTest, ShowsTheRingsOfTheSessionAtWork) {
    EXPECT_EQ(start().geometry(), window.rect());
    ASSERT_NE(start().rings().picture(), nullptr);
    EXPECT_EQ(start().rings().picture()->fabric, session.outcome()->fabric);
    EXPECT_TRUE(start().playhead().isPlaying());
    EXPECT_GT(start().rings().bytesPerDot(), 0);
    EXPECT_FALSE(explore.playhead().isPlaying()) << "what is covered rests";
    EXPECT_EQ(start().presets().size(), 3u);
    for (PaintedButton* button : start().presets())
        EXPECT_GE(button->height(), 72);
}

TEST_F(StartScreenTest, AnyKeyAndAnyTouchGoesOn) {
    const std::vector<ElementId> selected = explore.selection().elements();
    QTest::keyClick(&start(), Qt::Key_A);
    EXPECT_FALSE(start().isOpen());
    EXPECT_FALSE(start().playhead().isPlaying());
    window.showStart();
    QTest::keyClick(&start(), Qt::Key_Tab); // walks over the choices
    EXPECT_TRUE(start().isOpen());
    QTest::mouseClick(&start(), Qt::LeftButton, {}, start().rings().geometry().center());
    EXPECT_FALSE(start().isOpen());
    window.showStart();
    Fingers(window).tap(start().rings().geometry().center());
    EXPECT_TRUE(QTest::qWaitFor([&] { return !start().isOpen(); }, 1000));
    EXPECT_EQ(explore.selection().elements(), selected) << "the touch that wakes is no click";
}

TEST_F(StartScreenTest, EachChoiceLeadsWhereItSays) {
    click(start().presets()[1]);
    EXPECT_FALSE(start().isOpen());
    EXPECT_EQ(session.scenario().changes.size(), 1u) << "one of seven planes dies";
    window.showStart();
    click(start().presets()[2]);
    EXPECT_TRUE(std::holds_alternative<Decode>(session.scenario().workload));
    EXPECT_EQ(window.mode(), MainWindow::Mode::Explore);
    window.showStart();
    click(start().compareButton());
    EXPECT_EQ(window.mode(), MainWindow::Mode::Compare);
    window.setMode(MainWindow::Mode::Explore);
    window.showStart();
    click(start().exploreButton());
    EXPECT_FALSE(start().isOpen());
    EXPECT_EQ(window.mode(), MainWindow::Mode::Explore);
}

TEST_F(StartScreenTest, SpeaksTheOtherLanguageAndStays) {
    click(start().languageButton());
    EXPECT_EQ(currentLanguage(), "zh");
    EXPECT_TRUE(start().isOpen());
    EXPECT_EQ(start().languageButton()->text(), "English");
    click(start().languageButton());
    EXPECT_EQ(currentLanguage(), "en");
}

TEST_F(StartScreenTest, TheModeBeneathGoesOnWhenItCloses) {
    start().close();
    explore.playhead().setPlaying(true);
    window.showStart();
    EXPECT_FALSE(explore.playhead().isPlaying());
    start().close();
    EXPECT_TRUE(explore.playhead().isPlaying());
}

TEST_F(StartScreenTest, APictureOfItIsOfIt) {
    const QImage with = window.picture();
    start().close();
    const QImage without = window.picture();
    const QPoint middle = explore.hall().mapTo(&window, explore.hall().rect().center());
    EXPECT_NE(with.copy(QRect(middle, QSize(60, 60))), without.copy(QRect(middle, QSize(60, 60))));
}

TEST(StartArgument, OnlyWhoAsksForNothingElseSeesIt) {
    EXPECT_TRUE(readArguments({})->start);
    EXPECT_TRUE(readArguments({"--language", "zh", "--theme", "light", "--size", "1280x800"})->start);
    EXPECT_TRUE(readArguments({"--sheet", "start", "--picture", "a.png"})->start);
    EXPECT_TRUE(readArguments({"--sheet", "start"})->sheet.isEmpty());
    for (const QStringList& other : {QStringList{"--scenario", "incast"},
                                     {"--mode", "compare"},
                                     {"--view", "fabric"},
                                     {"--picture", "a.png"},
                                     {"--smoke"},
                                     {"--sheet", "history"}})
        EXPECT_FALSE(readArguments(other)->start) << other.join(' ').toStdString();
}

TEST(Sign, WhatIsWrittenIsReadBackAsTheSign) {
    QTemporaryDir folder;
    EXPECT_EQ(writeSign(folder.path()).toStdString(), "");
    for (const int size : {16, 24, 32, 48, 64, 128, 256}) {
        const QImage image(folder.filePath(QString("%1x%1/supernode-explorer.png").arg(size)));
        ASSERT_EQ(image.size(), QSize(size, size));
        EXPECT_EQ(programIcon().pixmap(size).toImage().pixelColor(size / 6, size / 2),
                  image.pixelColor(size / 6, size / 2));
    }
    QFile svg(folder.filePath("scalable/supernode-explorer.svg"));
    ASSERT_TRUE(svg.open(QIODevice::ReadOnly));
    EXPECT_EQ(svg.readAll().count("<path"), 7 * 16);
    EXPECT_NE(writeSign("/proc/nowhere").toStdString(), "");
}

} // namespace
} // namespace supernode::test
