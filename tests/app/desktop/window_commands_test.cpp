// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/explore_mode.h"
#include "tests/app/desktop/window_test.h"
#include "views/charts/run_strips.h"
#include "views/panels/inspector.h"
#include "views/panels/pill_button.h"
#include "views/panels/pinned_tiles.h"
#include "views/panels/search_box.h"
#include "views/panels/segmented.h"
#include "views/panels/shortcut_sheet.h"
#include "views/panels/timeline_bar.h"
#include "views/panels/timeline_track.h"

#include <QLineEdit>
#include <QListWidget>

#include <set>

namespace supernode::test {
namespace {

class WindowCommands : public WindowTest {
protected:
    WindowCommands() {
        window.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&window));
    }
    SearchBox& box() { return window.searchBox(); }
    void type(const char* text) { QTest::keyClicks(box().line(), text); }
    void take() {
        QTest::keyClick(box().line(), Qt::Key_Return);
        window.settle();
    }
};
using ExploreCurves = WindowCommands;

TEST_F(WindowCommands, AreNamedAndHaveKeysOfTheirOwn) {
    std::set<QString> keys;
    for (const WindowCommand& command : window.commands()) {
        EXPECT_FALSE(command.title.isEmpty());
        EXPECT_FALSE(command.group.isEmpty());
        for (const QKeySequence& sequence : command.keys)
            EXPECT_TRUE(keys.insert(sequence.toString()).second) << sequence.toString().toStdString();
    }
    for (const char* wanted : {"/", "Ctrl+Shift+P", "?", "F11", "F12", "+", "-", "Left", "Right", "Space"})
        EXPECT_TRUE(keys.contains(wanted)) << wanted;
}

TEST_F(WindowCommands, SlashFindsByName) {
    QTest::keyClick(&window, Qt::Key_Slash);
    ASSERT_TRUE(box().isOpen());
    type("node 18");
    take();
    EXPECT_FALSE(box().isOpen());
    EXPECT_EQ(session.outcome()->fabric->name(explore.selection().current()), "node 18");
}

TEST_F(WindowCommands, AConditionSelectsAllThatMeetIt) {
    // 768 dies with seven links each are full in an all-to-all.
    explore.playhead().setTime(explore.playhead().end() * 0.5);
    window.find();
    type("links > 99 %");
    take();
    EXPECT_EQ(explore.selection().elements().size(), 768u * 7);
    EXPECT_TRUE(explore.inspector().inspection().title.contains("5,376"))
        << explore.inspector().inspection().title.toStdString();
}

TEST_F(WindowCommands, WhatIsNotUnderstoodSaysWhatWouldBe) {
    window.find();
    type("wheels > 5");
    ASSERT_EQ(box().items().size(), 1u);
    EXPECT_TRUE(box().items().front().title.contains("links")) << box().items().front().title.toStdString();
    take();
    EXPECT_TRUE(box().isOpen()) << "there is nothing to take";
}

TEST_F(WindowCommands, ThePaletteRunsACommand) {
    QTest::keyClick(&window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(box().isOpen());
    type("matrix");
    take();
    EXPECT_EQ(explore.viewSwitch().current(), 2);
    window.showCommands();
    type("machine nvl72");
    take();
    EXPECT_EQ(session.scenario().system->name, "GB200 NVL72");
}

TEST_F(WindowCommands, ThePaletteFailsWhatIsSelected) {
    explore.selection().select(*session.outcome()->fabric->find("plane 3"));
    window.showCommands();
    type("fail");
    take();
    EXPECT_EQ(session.scenario().changes.size(), 1u);
}

TEST_F(WindowCommands, TheSheetOfKeysOpensAndCloses) {
    QTest::keyClick(&window, Qt::Key_Question);
    EXPECT_TRUE(window.shortcutSheet().isOpen());
    QTest::keyClick(&window.shortcutSheet(), Qt::Key_Escape);
    EXPECT_FALSE(window.shortcutSheet().isOpen());
}

TEST_F(WindowCommands, PlusAndMinusChangeTheSpeed) {
    const Duration before = explore.playhead().scale();
    QTest::keyClick(&window, Qt::Key_Plus);
    EXPECT_GT(explore.playhead().scale(), before);
    QTest::keyClick(&window, Qt::Key_Minus);
    EXPECT_EQ(explore.playhead().scale(), before);
}

TEST_F(WindowCommands, FElevenIsFullScreenAndBack) {
    QTest::keyClick(&window, Qt::Key_F11);
    EXPECT_TRUE(window.windowState().testFlag(Qt::WindowFullScreen));
    QTest::keyClick(&window, Qt::Key_F11);
    EXPECT_FALSE(window.windowState().testFlag(Qt::WindowFullScreen));
}

TEST_F(WindowCommands, APinnedElementStaysThroughOtherSelectionsAndLanguages) {
    explore.selection().select(*session.outcome()->fabric->find("node 18"));
    QTest::mouseClick(explore.inspector().pinButton(), Qt::LeftButton);
    EXPECT_EQ(explore.inspector().pinButton()->text(), "Unpin");
    explore.selection().select(*session.outcome()->fabric->find("plane 3"));
    EXPECT_EQ(explore.inspector().pinButton()->text(), "Pin");
    ASSERT_EQ(explore.pinned().tiles().size(), 1u);
    window.rebuild();
    window.settle();
    ASSERT_EQ(window.explore().pinned().tiles().size(), 1u);
    QTest::mouseClick(window.explore().pinned().tiles().front(), Qt::LeftButton);
    EXPECT_EQ(session.outcome()->fabric->name(window.explore().selection().current()), "node 18");
}

TEST_F(ExploreCurves, FoldAndUnfoldAndAreClosedInASmallWindow) {
    EXPECT_FALSE(explore.curves().isVisible());
    SignButton* fold = explore.timeline().foldButton();
    EXPECT_GE(fold->height(), 44);
    QTest::mouseClick(fold, Qt::LeftButton);
    EXPECT_TRUE(explore.curves().isVisible());
    EXPECT_TRUE(fold->accessibleName().contains("Hide"));
    QTest::keyClick(&window, Qt::Key_C);
    EXPECT_FALSE(explore.curves().isVisible());
}

TEST_F(ExploreCurves, AClickOnACurveMovesThePlayheadAndItsLineFollows) {
    explore.showCurves(true);
    window.settle();
    RunStrips& curves = explore.curves();
    const Duration half = explore.playhead().end() * 0.5;
    QTest::mouseClick(&curves, Qt::LeftButton, {}, QPoint(static_cast<int>(curves.xOf(half)), 30));
    EXPECT_NEAR(explore.playhead().time() / explore.playhead().end(), 0.5, 0.01);
    EXPECT_NEAR(curves.timeAt(curves.xOf(half)) / half, 1, 1e-6);
    EXPECT_EQ(explore.timeline().track()->playhead(), explore.playhead().time());
}

} // namespace
} // namespace supernode::test
