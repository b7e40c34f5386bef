// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/panels/sample_outcomes.h"
#include "views/panels/inspector.h"
#include "views/panels/pill_button.h"
#include "views/panels/pinned_tiles.h"
#include "views/panels/search_box.h"
#include "views/panels/shortcut_sheet.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTest>

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

class Covered : public testing::Test {
protected:
    Covered() {
        window.resize(800, 600);
        window.show();
        window.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&window));
    }
    QWidget window;
};
using OverlayTest = Covered;
using ShortcutSheetTest = Covered;

class SearchBoxTest : public Covered {
protected:
    SearchBoxTest() {
        box.ask("Fruit", "type", [this](const QString& text) {
            std::vector<SearchBox::Item> items{{"Kinds of fruit", {}, {}, {}}};
            for (const char* name : {"apple", "banana", "cherry"})
                if (QString(name).contains(text))
                    items.push_back({name, "ripe", [this, name] { taken = name; }, {}});
            items.push_back({"all that begin with b", {}, {}, "ban"});
            return items;
        });
    }
    SearchBox box{&window};
    QString taken;
};

TEST_F(OverlayTest, EscAndAClickBesideTheCardCloseIt) {
    Overlay overlay(&window);
    overlay.open();
    EXPECT_TRUE(overlay.isOpen());
    EXPECT_EQ(overlay.size(), window.size());
    QTest::mouseClick(&overlay, Qt::LeftButton, {}, overlay.card()->geometry().center());
    EXPECT_TRUE(overlay.isOpen());
    QTest::mouseClick(&overlay, Qt::LeftButton, {}, QPoint(3, 3));
    EXPECT_FALSE(overlay.isOpen());
    overlay.open();
    QTest::keyClick(&overlay, Qt::Key_Escape);
    EXPECT_FALSE(overlay.isOpen());
}

TEST_F(OverlayTest, TheKeyboardGoesBackWhereItWas) {
    QLineEdit line(&window);
    line.show();
    line.setFocus();
    SearchBox box(&window);
    box.ask("a", "b", [](const QString&) { return std::vector<SearchBox::Item>(); });
    EXPECT_TRUE(box.line()->hasFocus());
    QTest::keyClick(box.line(), Qt::Key_Escape);
    EXPECT_TRUE(line.hasFocus());
}

// Where nothing had the keyboard, nothing has it afterwards: no frame appears round a button far away.
TEST_F(OverlayTest, NothingGetsTheKeyboardThatHadItNotBefore) {
    PillButton button(QStringLiteral("far away"), PillButton::Look::Plain, &window);
    button.show();
    if (QWidget* has = QApplication::focusWidget())
        has->clearFocus();
    Overlay overlay(&window);
    overlay.open();
    QTest::keyClick(&overlay, Qt::Key_Escape);
    EXPECT_FALSE(button.hasFocus());
}

TEST_F(SearchBoxTest, TheKeyboardAloneIsEnough) {
    ASSERT_TRUE(box.line()->hasFocus());
    EXPECT_EQ(box.list()->currentRow(), 1) << "the first that can be taken";
    QTest::keyClick(box.line(), Qt::Key_Down);
    QTest::keyClick(box.line(), Qt::Key_Down);
    QTest::keyClick(box.line(), Qt::Key_Up);
    QTest::keyClick(box.line(), Qt::Key_Return);
    EXPECT_EQ(taken, "banana");
    EXPECT_FALSE(box.isOpen());
}

TEST_F(SearchBoxTest, TypingNarrowsTheList) {
    QTest::keyClicks(box.line(), "rr");
    EXPECT_EQ(box.items().size(), 3u); // the saying, cherry, the completion
    QTest::keyClick(box.line(), Qt::Key_Return);
    EXPECT_EQ(taken, "cherry");
}

TEST_F(SearchBoxTest, ACompletionGoesIntoTheLine) {
    QTest::keyClick(box.line(), Qt::Key_Up); // round to the last one
    QTest::keyClick(box.line(), Qt::Key_Return);
    EXPECT_TRUE(box.isOpen());
    EXPECT_EQ(box.line()->text(), "ban");
    EXPECT_TRUE(taken.isEmpty());
}

TEST_F(SearchBoxTest, AClickTakesAndWhatOnlySpeaksIsNotTaken) {
    const auto middle = [&](int row) { return box.list()->visualItemRect(box.list()->item(row)).center(); };
    QTest::mouseClick(box.list()->viewport(), Qt::LeftButton, {}, middle(0));
    EXPECT_TRUE(box.isOpen());
    EXPECT_GE(box.list()->visualItemRect(box.list()->item(1)).height(), 44) << "made for fingers";
    QTest::mouseClick(box.list()->viewport(), Qt::LeftButton, {}, middle(1));
    EXPECT_EQ(taken, "apple");
}

TEST_F(ShortcutSheetTest, EveryLineIsShownWithItsKeys) {
    ShortcutSheet sheet(&window);
    sheet.tell("Keys", {{"Time", "Space", "Play"}, {"Time", "+", "Faster"}, {"View", "F11", "Full screen"}});
    EXPECT_TRUE(sheet.isOpen());
    QStringList shown;
    for (const QLabel* label : sheet.findChildren<QLabel*>())
        shown << label->text();
    for (const char* text : {"Keys", "Time", "View", "Space", "Play", "+", "Faster", "F11", "Full screen"})
        EXPECT_TRUE(shown.contains(text)) << text;
    QTest::keyClick(&sheet, Qt::Key_A);
    EXPECT_FALSE(sheet.isOpen());
}

} // namespace

TEST(PinnedTilesTest, StaysWhileTimePasses) {
    const OutcomePtr outcome = answer(allToAllOn(cloudMatrix(), {Fail{"plane 3"}}));
    PinnedTiles pinned;
    ElementId selected;
    QObject::connect(&pinned, &PinnedTiles::elementSelected, &pinned, [&](ElementId e) { selected = e; });
    pinned.toggle("node 18");
    pinned.toggle("plane 3");
    pinned.toggle("no such thing"); // of another machine: kept, not shown
    pinned.show(*outcome, outcome->intervals.front());
    ASSERT_EQ(pinned.tiles().size(), 2u);
    EXPECT_TRUE(pinned.tiles()[0]->rateText().contains("busiest link"));
    EXPECT_EQ(pinned.tiles()[1]->rateText(), "down");
    QTest::mouseClick(pinned.tiles()[0], Qt::LeftButton);
    EXPECT_EQ(outcome->fabric->name(selected), "node 18");
    pinned.show(*outcome, outcome->intervals.back());
    EXPECT_EQ(pinned.tiles().size(), 2u);
    QTest::mouseClick(pinned.tiles()[0]->letGoButton(), Qt::LeftButton);
    pinned.show(*outcome, outcome->intervals.back());
    ASSERT_EQ(pinned.tiles().size(), 1u);
    EXPECT_FALSE(pinned.isPinned("node 18"));
    EXPECT_TRUE(pinned.isPinned("no such thing"));
}

TEST(InspectorOfMany, SaysWhatTheyHaveInCommonAndFailsThemTogether) {
    const OutcomePtr outcome = answer(allToAllOn(cloudMatrix()));
    Inspector inspector;
    inspector.resize(296, 800);
    const std::vector<ElementId> two{find(outcome, "node 3"), find(outcome, "node 4")};
    inspector.show(*outcome, outcome->intervals.front(), two);
    inspector.QWidget::show();
    EXPECT_EQ(inspector.inspection().title, "2 selected");
    EXPECT_EQ(inspector.failButton()->text(), "Fail all 2");
    EXPECT_FALSE(inspector.pinButton()->isVisible());
    inspector.show(*outcome, outcome->intervals.front(), std::span(two).first(1));
    EXPECT_EQ(inspector.inspection().title, "Node 3");
    ElementId pinned;
    QObject::connect(&inspector, &Inspector::pinRequested, &inspector, [&](ElementId e) { pinned = e; });
    QTest::mouseClick(inspector.pinButton(), Qt::LeftButton);
    EXPECT_EQ(pinned, two[0]);
    inspector.setPinned(Inspector::Pinned::Yes);
    EXPECT_EQ(inspector.pinButton()->text(), "Unpin");
    inspector.show(*outcome, outcome->intervals.front(), std::vector<ElementId>());
    EXPECT_FALSE(inspector.pinButton()->isVisible()) << "the whole machine is always in sight";
}

} // namespace supernode::test
