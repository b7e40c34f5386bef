// SPDX-License-Identifier: GPL-3.0-or-later
// The painted controls with real clicks and keys.
#include "tests/views/panels/sample_outcomes.h"
#include "views/panels/breadcrumbs.h"
#include "views/panels/fact_row.h"
#include "views/panels/headline_tiles.h"
#include "views/panels/inspector.h"
#include "views/panels/painted.h"
#include "views/panels/parameter_slider.h"
#include "views/panels/pill_button.h"
#include "views/panels/segmented.h"
#include "views/panels/timeline_bar.h"
#include "views/panels/timeline_track.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QRegularExpression>
#include <QTest>
#include <QTextLayout>
#include <QWheelEvent>

#include <gtest/gtest.h>

namespace supernode {
namespace {

void click(QWidget* widget) { QTest::mouseClick(widget, Qt::LeftButton); }

// So wide that all but the last word has room: where a line may end before it, only that goes to the next.
QString firstLineOf(const QString& text) {
    const QFont font;
    const QString last = text.section(QRegularExpression("[ \\x{2009}/]\\x{2060}?"), -1);
    QTextLayout layout(text, font);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(QFontMetricsF(font).horizontalAdvance(text.chopped(last.size())) + 1);
    layout.endLayout();
    return text.left(line.textLength()).trimmed();
}

TEST(Painted, ANumberAndItsUnitStayOnOneLine) {
    EXPECT_EQ(firstLineOf("a step, 44 %"), "a step, 44");
    EXPECT_EQ(firstLineOf(withWholeNumbers("a step, 44 %")), "a step,");
    EXPECT_EQ(firstLineOf(withWholeNumbers(QStringLiteral("it takes 41\u2009ms"))), "it takes");
    EXPECT_EQ(firstLineOf(withWholeNumbers("of its 196 GB/s")), "of its");
    EXPECT_EQ(firstLineOf(withWholeNumbers("of its 7 planes")), "of its 7");
}

TEST(Segmented, AClickChoosesAndSetCurrentIsSilent) {
    Segmented segmented(Segmented::Look::Pills);
    segmented.setOptions({"per system", "per chip"});
    segmented.show();
    std::vector<int> chosen;
    QObject::connect(&segmented, &Segmented::chosen, [&](int index) { chosen.push_back(index); });
    segmented.setCurrent(1);
    segmented.setCurrent(0);
    EXPECT_TRUE(chosen.empty());
    click(segmented.option(1));
    EXPECT_EQ(chosen, std::vector<int>{1});
    EXPECT_EQ(segmented.current(), 1);
    segmented.setOptionEnabled(0, false, "not published");
    click(segmented.option(0));
    EXPECT_EQ(segmented.current(), 1);
    EXPECT_EQ(segmented.option(0)->toolTip(), "not published");
}

TEST(PillButton, ReturnAndSpaceClick) {
    PillButton button("Fail node");
    int clicks = 0;
    QObject::connect(&button, &QAbstractButton::clicked, [&] { ++clicks; });
    button.show();
    QTest::keyClick(&button, Qt::Key_Return);
    QTest::keyClick(&button, Qt::Key_Space);
    EXPECT_EQ(clicks, 2);
}

// Whoever scrolls a panel passes over its sliders: 64 MiB must not become 1 KiB on the way.
TEST(ParameterSliderTest, TheWheelMovesNothing) {
    ParameterSlider slider;
    slider.setSteps(0, 10, [](int step) { return QString::number(step); });
    slider.setStep(5);
    slider.show();
    QWheelEvent wheel(QPointF(10, 10), QPointF(10, 10), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(slider.slider(), &wheel);
    EXPECT_EQ(slider.step(), 5);
    EXPECT_FALSE(wheel.isAccepted()) << "the panel scrolls";
}

// A ring in the accent colour is painted when Tab brought the focus, and is not when the mouse did.
TEST(PillButton, KeyboardFocusIsVisible) {
    PillButton button("Fail node");
    button.resize(120, 44);
    button.show();
    QApplication::setActiveWindow(&button);
    button.setFocus(Qt::MouseFocusReason);
    const QImage byMouse = button.grab().toImage();
    button.clearFocus();
    button.setFocus(Qt::TabFocusReason);
    const QImage byTab = button.grab().toImage();
    EXPECT_NE(byMouse, byTab);
    EXPECT_EQ(byTab.pixelColor(60, 1), darkTheme().accent);
}

TEST(ElidedLabel, KeepsTheWholeTextAsItsTooltip) {
    ElidedLabel label("a text that is far too long for sixty pixels");
    label.resize(60, 20);
    label.show();
    EXPECT_NE(label.text(), label.wholeText());
    EXPECT_EQ(label.toolTip(), label.wholeText());
    label.resize(600, 20);
    EXPECT_EQ(label.text(), label.wholeText());
    EXPECT_TRUE(label.toolTip().isEmpty());
}

TEST(HeadlineTiles, AClickAsksForTheMetric) {
    TileModel model;
    model.id = "throughput";
    model.title = "Throughput";
    model.value = "69.1";
    HeadlineTiles tiles;
    tiles.setTiles({model, model, model, model});
    tiles.resize(640, 88);
    tiles.show();
    QString chosen;
    QObject::connect(&tiles, &HeadlineTiles::metricChosen, [&](const QString& id) { chosen = id; });
    ASSERT_EQ(tiles.tiles().size(), 4u);
    click(tiles.tiles()[2]);
    EXPECT_EQ(chosen, "throughput");
    EXPECT_TRUE(tiles.tiles()[0]->accessibleName().contains("69.1"));
    tiles.setTiles({model});
    EXPECT_EQ(tiles.tiles().size(), 1u);
}

// A tile needs 148 px and a gap of 8: 640 px are four of them, 1,000 px six.
TEST(HeadlineTiles, AsManyAreShownAsHaveRoom) {
    HeadlineTiles tiles;
    tiles.setTiles(std::vector<TileModel>(6));
    tiles.resize(640, 88);
    tiles.show();
    const auto shown = [&] {
        int count = 0;
        for (const HeadlineTile* tile : tiles.tiles())
            count += tile->isVisibleTo(&tiles);
        return count;
    };
    EXPECT_EQ(shown(), 4);
    tiles.resize(1000, 88);
    EXPECT_EQ(shown(), 6);
}

TEST(Controls, AValueCanBeTyped) {
    ParameterSlider slider;
    slider.setName("Batch");
    slider.setSteps(0, 10, [](int step) { return QString::number(step); });
    slider.setStep(4);
    slider.resize(216, slider.sizeHint().height());
    slider.show();
    QString typed;
    QObject::connect(&slider, &ParameterSlider::typed, [&](const QString& text) { typed = text; });
    click(slider.edit());
    slider.edit()->selectAll();
    QTest::keyClicks(slider.edit(), "96");
    QTest::keyClick(slider.edit(), Qt::Key_Return);
    EXPECT_EQ(typed, "96");
    EXPECT_GE(slider.slider()->height(), space::mainTarget);
    slider.setValueText("96"); // between the steps
    EXPECT_EQ(slider.valueText(), "96");
    EXPECT_EQ(slider.step(), 4);
}

TEST(TimelineBar, EveryControlEmitsItsIntent) {
    const OutcomePtr outcome = test::answer(test::smallScenario());
    TimelineBar bar;
    bar.setOutcome(outcome);
    bar.setTimeScale(microseconds(50));
    bar.resize(760, 84);
    bar.show();
    int toggled = 0;
    Duration time, scale;
    QObject::connect(&bar, &TimelineBar::playToggled, [&] { ++toggled; });
    QObject::connect(&bar, &TimelineBar::timeScrubbed, [&](Duration t) { time = t; });
    QObject::connect(&bar, &TimelineBar::scaleChanged, [&](Duration s) { scale = s; });
    click(bar.playButton());
    EXPECT_EQ(toggled, 1);
    click(bar.fasterButton());
    EXPECT_NEAR(scale / microseconds(1), 100, 1e-9);
    click(bar.slowerButton());
    EXPECT_NEAR(scale / microseconds(1), 20, 1e-9);
    click(bar.forwardButton());
    EXPECT_EQ(time, nextBoundary(*outcome, Duration()));
    bar.setPlayhead(outcome->end);
    click(bar.backButton());
    EXPECT_EQ(time, previousBoundary(*outcome, outcome->end));
    bar.setPlaying(true);
    EXPECT_EQ(bar.playButton()->accessibleName(), "Pause");
    int again = 0;
    QObject::connect(&bar, &TimelineBar::replayRequested, [&] { ++again; });
    click(bar.againButton());
    EXPECT_EQ(again, 1);
    int folded = 0;
    QObject::connect(&bar, &TimelineBar::foldToggled, [&] { ++folded; });
    click(bar.foldButton());
    EXPECT_EQ(folded, 1);
    bar.setUnfolded(true);
    EXPECT_EQ(bar.foldButton()->accessibleName(), "Hide the curves");
}

TEST(TimelineBar, ThePlayheadIsDraggedAndMovedByKeys) {
    const OutcomePtr outcome = test::answer(test::smallScenario());
    TimelineBar bar;
    bar.setOutcome(outcome);
    bar.resize(760, 84);
    bar.show();
    TimelineTrack* track = bar.track();
    Duration time;
    QObject::connect(&bar, &TimelineBar::timeScrubbed, [&](Duration t) {
        time = t;
        bar.setPlayhead(t);
    });
    const int middle = track->width() / 2;
    QTest::mousePress(track, Qt::LeftButton, {}, QPoint(middle, 20));
    EXPECT_NEAR(time / outcome->end, 0.5, 0.01);
    QTest::mouseMove(track, QPoint(track->width() + 50, 20));
    QTest::mouseRelease(track, Qt::LeftButton, {}, QPoint(middle, 20));
    QTest::keyClick(track, Qt::Key_Home);
    EXPECT_EQ(time, Duration());
    QTest::keyClick(track, Qt::Key_Right);
    EXPECT_NEAR(time / outcome->end, 0.01, 1e-9);
    QTest::keyClick(track, Qt::Key_End);
    EXPECT_EQ(time, outcome->end);
}

TEST(TimelineBar, APlayheadOutsideIsClamped) {
    const OutcomePtr outcome = test::answer(test::smallScenario());
    TimelineBar bar;
    bar.setOutcome(outcome);
    bar.setPlayhead(outcome->end * 5);
    EXPECT_EQ(bar.track()->playhead(), outcome->end);
}

TEST(Breadcrumbs, LeadFromTheSystemToTheElement) {
    const OutcomePtr outcome = test::answer(test::smallScenario());
    Breadcrumbs crumbs;
    crumbs.setElement(*outcome->fabric, test::find(outcome, "node 2"));
    crumbs.setHistory(true, true);
    crumbs.show();
    ASSERT_EQ(crumbs.crumbs().size(), 3u); // system, rack, node
    EXPECT_EQ(crumbs.crumbs()[2]->text(), "Node 2");
    ElementId selected;
    int back = 0, forward = 0;
    QObject::connect(&crumbs, &Breadcrumbs::elementSelected, [&](ElementId id) { selected = id; });
    QObject::connect(&crumbs, &Breadcrumbs::backRequested, [&] { ++back; });
    QObject::connect(&crumbs, &Breadcrumbs::forwardRequested, [&] { ++forward; });
    click(crumbs.crumbs()[1]);
    EXPECT_EQ(outcome->fabric->element(selected).kind, ElementKind::Rack);
    click(crumbs.backButton());
    click(crumbs.forwardButton());
    EXPECT_EQ(back, 1);
    EXPECT_EQ(forward, 1);
    crumbs.setElement(*outcome->fabric, ElementId());
    EXPECT_EQ(crumbs.crumbs().size(), 1u);
}

// In little room the element itself and what holds it keep their whole names; the rest comes back with room.
TEST(Breadcrumbs, WhereTheRoomIsShortTheNearestStay) {
    const OutcomePtr outcome = test::answer(test::smallScenario());
    Breadcrumbs crumbs;
    crumbs.setElement(*outcome->fabric, test::find(outcome, "node 2"));
    crumbs.show();
    const int whole = crumbs.sizeHint().width();
    crumbs.resize(whole - 4, 40);
    EXPECT_TRUE(crumbs.crumbs()[0]->isHidden());
    EXPECT_FALSE(crumbs.crumbs()[1]->isHidden());
    crumbs.resize(60, 40);
    EXPECT_TRUE(crumbs.crumbs()[1]->isHidden());
    EXPECT_FALSE(crumbs.crumbs()[2]->isHidden());
    EXPECT_EQ(crumbs.sizeHint().width(), whole);
    crumbs.resize(whole, 40);
    EXPECT_FALSE(crumbs.crumbs()[0]->isHidden());
}

TEST(Inspector, ButtonsEmitTheElement) {
    const OutcomePtr healthy = test::answer(test::smallScenario());
    Inspector inspector;
    inspector.resize(296, 800);
    inspector.show(*healthy, healthy->at(Duration()), test::find(healthy, "node 2"));
    inspector.QWidget::show();
    ElementId failed, restored, focused;
    QObject::connect(&inspector, &Inspector::failRequested, [&](ElementId id) { failed = id; });
    QObject::connect(&inspector, &Inspector::restoreRequested, [&](ElementId id) { restored = id; });
    QObject::connect(&inspector, &Inspector::focusRequested, [&](ElementId id) { focused = id; });
    const ElementId node = test::find(healthy, "node 2");
    click(inspector.failButton());
    click(inspector.focusButton());
    EXPECT_EQ(failed, node);
    EXPECT_EQ(focused, node);
    const OutcomePtr broken = test::answer(test::smallScenario({Fail{"node 2"}}));
    inspector.show(*broken, broken->at(Duration()), node);
    EXPECT_EQ(inspector.failButton()->text(), "Restore node");
    click(inspector.failButton());
    EXPECT_EQ(restored, node);
}

TEST(Inspector, TheSliderSlowsTheElement) {
    const OutcomePtr slowed = test::answer(test::smallScenario({Slow{"node 2", 60}}));
    const ElementId node = test::find(slowed, "node 2");
    Inspector inspector;
    inspector.resize(296, 800);
    inspector.show(*slowed, slowed->at(Duration()), node);
    inspector.QWidget::show();
    EXPECT_EQ(inspector.speedSlider()->valueText(), "60 %");
    ElementId element;
    double percent = 0;
    QObject::connect(&inspector, &Inspector::slowRequested, [&](ElementId id, double asked) {
        element = id;
        percent = asked;
    });
    QTest::keyClick(inspector.speedSlider()->slider(), Qt::Key_Left); // 60 % less one step of 5
    EXPECT_EQ(element, node);
    EXPECT_EQ(percent, 55);
    inspector.speedSlider()->typed("12.5 %");
    EXPECT_EQ(percent, 12.5);
    inspector.speedSlider()->typed("0"); // what stands still is failed, not slowed
    EXPECT_EQ(percent, 1);
    const OutcomePtr broken = test::answer(test::smallScenario({Fail{"node 2"}}));
    inspector.show(*broken, broken->at(Duration()), node);
    EXPECT_FALSE(inspector.speedSlider()->isVisible());
}

TEST(Inspector, ARowOpensItsSourceAndStaysOpenWhileTimeRuns) {
    const OutcomePtr outcome = test::answer(test::smallScenario());
    Inspector inspector;
    inspector.resize(296, 800);
    inspector.show(*outcome, outcome->at(Duration()), test::find(outcome, "node 1"));
    inspector.QWidget::show();
    FactRow* row = inspector.rows().front();
    click(row->header());
    EXPECT_TRUE(row->isOpen());
    EXPECT_FALSE(row->detailText().isEmpty());
    inspector.show(*outcome, outcome->at(outcome->end), test::find(outcome, "node 1"));
    EXPECT_TRUE(inspector.rows().front()->isOpen());
    inspector.show(*outcome, outcome->at(outcome->end), test::find(outcome, "node 2"));
    EXPECT_FALSE(inspector.rows().front()->isOpen());
}

TEST(Inspector, ShowsTheSystemWhenNothingIsSelected) {
    const OutcomePtr outcome = test::answer(test::smallScenario());
    Inspector inspector;
    inspector.show(*outcome, outcome->at(Duration()), ElementId());
    EXPECT_EQ(outcome->fabric->element(inspector.inspection().element).kind, ElementKind::System);
    EXPECT_FALSE(inspector.failButton()->isVisibleTo(&inspector));
}

} // namespace
} // namespace supernode
