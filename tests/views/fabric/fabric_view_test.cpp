// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fabric/fabric_view.h"

#include "tests/model/test_systems.h"
#include "tests/views/fingers.h"

#include <QTest>
#include <QWheelEvent>

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

class FabricViewTest : public testing::Test {
protected:
    FabricViewTest() {
        view.resize(900, 600);
        view.setOutcome(outcome);
        view.setTimeScale(5e-5);
        view.setTime(outcome->end * 0.3);
        QObject::connect(&view, &ExploreView::elementClicked, &view,
                         [this](ElementId id, Qt::KeyboardModifiers k) {
                             clicked.push_back(id);
                             keys = k;
                         });
        view.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&view));
    }
    QPoint middleOf(const char* name) const {
        const FabricPicture& picture = *view.picture();
        return view.placement()
            .toPixel(picture.parts[picture.find(*outcome->fabric->find(name))].middle())
            .toPoint();
    }
    void wheel(QPoint at, int by) {
        QWheelEvent event(at, view.mapToGlobal(at), {}, {0, by}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&view, &event);
    }

    OutcomePtr outcome = answer(allToAllOn(cloudMatrix()));
    FabricView view;
    std::vector<ElementId> clicked;
    Qt::KeyboardModifiers keys;
};

} // namespace

TEST(FabricView, AClickSelectsWhatIsDrawnThere) {
    const OutcomePtr outcome = answer(allToAllOn(cloudMatrix()));
    FabricView view;
    view.resize(900, 600);
    view.setOutcome(outcome);
    view.show();
    std::vector<ElementId> clicked;
    QObject::connect(&view, &ExploreView::elementClicked, &view,
                     [&](ElementId id, Qt::KeyboardModifiers) { clicked.push_back(id); });
    const FabricPicture& picture = *view.picture();
    for (const char* name : {"node 5 npu 1 die 1", "plane 3 l2 7", "plane 7 l2 1"}) {
        clicked.clear();
        const ElementId element = *outcome->fabric->find(name);
        const QPointF at = view.placement().toPixel(picture.parts[picture.find(element)].middle());
        QTest::mouseClick(&view, Qt::LeftButton, {}, at.toPoint());
        ASSERT_EQ(clicked.size(), 1u);
        EXPECT_EQ(outcome->fabric->name(clicked.front()), name);
    }
}

// Near node 5, node 29 is on the other side, far outside of what is seen.
TEST(FabricView, WhatIsSelectedElsewhereComesInSight) {
    const OutcomePtr outcome = answer(allToAllOn(cloudMatrix()));
    const auto named = [&](const char* name) { return *outcome->fabric->find(name); };
    FabricView view;
    view.resize(900, 600);
    view.setOutcome(outcome);
    const double whole = view.placement().scale;
    view.focusOn(named("node 5"));
    const double near = view.placement().scale;
    ASSERT_GT(near, whole);
    view.setSelection({named("node 5 npu 1 die 1")});
    EXPECT_EQ(view.placement().scale, near) << "it is seen";
    view.setSelection({named("plane 3")});
    EXPECT_EQ(view.placement().scale, near) << "a part of it is seen";
    view.setSelection({named("node 5 npu 1 die 1"), named("node 29 npu 1 die 1")});
    EXPECT_EQ(view.placement().scale, whole) << "one end was not seen";
    view.focusOn(named("node 5"));
    view.setSelection({named("node 29")});
    EXPECT_EQ(view.placement().scale, whole);
}

TEST(FabricView, TimeAlonePaintsNothingAnew) {
    const OutcomePtr outcome = answer(allToAllOn(cloudMatrix()));
    FabricView view;
    view.resize(900, 600);
    view.setOutcome(outcome);
    view.setTimeScale(5e-5);
    view.setTime(outcome->end * 0.3);
    view.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&view));
    const QImage before = view.grab().toImage();
    const std::size_t layers = view.layersPainted();
    view.setTime(outcome->end * 0.303);
    EXPECT_NE(view.grab().toImage(), before) << "the dots have moved";
    EXPECT_EQ(view.layersPainted(), layers);
}

// Panels beside it say what it shows: it waits until it is asked, however long that takes.
TEST(FabricView, ColoursFollowWhenItIsAsked) {
    // Flows end one after the other with a broken chip: loads change while time passes.
    const OutcomePtr outcome = answer(allToAllOn(cloudMatrix(), {Fail{"plane 3 l2 5"}}));
    ASSERT_GE(outcome->intervals.size(), 2u);
    FabricView view;
    view.resize(900, 600);
    view.setOutcome(outcome);
    view.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&view));
    view.grab();
    const std::size_t first = view.layersPainted();
    const Interval& last = outcome->intervals.back();
    view.setTime((last.start + last.end) / 2);
    QTest::qWait(200);
    view.grab();
    EXPECT_EQ(view.layersPainted(), first) << "only its dots have moved";
    view.catchUp();
    view.grab();
    EXPECT_EQ(view.layersPainted(), first + 1);
    view.catchUp();
    view.grab();
    EXPECT_EQ(view.layersPainted(), first + 1) << "nothing is painted twice";
}

namespace {

TEST_F(FabricViewTest, TheRestGoesOnWhileADeadRingIsSelected) {
    view.setOutcome(answer(allToAllOn(cloudMatrix(), {Fail{"plane 3"}})));
    view.setTimeScale(5e-5);
    view.setTime(outcome->end * 0.3);
    view.catchUp();
    const double all = view.bytesPerDot();
    ASSERT_GT(all, 0);
    view.setSelection({*outcome->fabric->find("plane 3")});
    EXPECT_EQ(view.bytesPerDot(), all);
}

TEST_F(FabricViewTest, AClickOnTheNumberOfAPlaneSelectsIt) {
    const ElementId plane = *outcome->fabric->find("plane 3");
    for (const RingLabel& label : labelsOf(*view.picture(), outcome->state, view.placement(), currentTheme()))
        if (label.element == plane)
            QTest::mouseClick(&view, Qt::LeftButton, {}, label.box.center().toPoint());
    ASSERT_EQ(clicked.size(), 1u);
    EXPECT_EQ(clicked.front(), plane);
}

TEST_F(FabricViewTest, AClickBesideEverythingSelectsNothing) {
    QTest::mouseClick(&view, Qt::LeftButton, {}, view.placement().centre.toPoint());
    ASSERT_EQ(clicked.size(), 1u);
    EXPECT_FALSE(clicked.front().valid());
}

TEST_F(FabricViewTest, CtrlClickIsHandedOn) {
    QTest::mouseClick(&view, Qt::LeftButton, Qt::ControlModifier, middleOf("plane 3 l2 7"));
    EXPECT_TRUE(keys.testFlag(Qt::ControlModifier));
}

TEST_F(FabricViewTest, TheWheelZoomsAtTheCursorAndHomeComesBack) {
    const RingPlacement home = view.placement();
    const QPoint at(700, 200);
    const QPointF under = home.fromPixel(at);
    wheel(at, 240);
    EXPECT_GT(view.placement().scale, home.scale * 1.2);
    EXPECT_NEAR(view.placement().fromPixel(at).x(), under.x(), 1e-9);
    EXPECT_NEAR(view.placement().fromPixel(at).y(), under.y(), 1e-9);
    view.home();
    EXPECT_EQ(view.placement().scale, home.scale);
    EXPECT_EQ(view.placement().centre, home.centre);
}

TEST_F(FabricViewTest, DraggingPansAndIsNoClick) {
    const QPointF before = view.placement().centre;
    QTest::mousePress(&view, Qt::LeftButton, {}, {600, 300});
    QTest::mouseMove(&view, {630, 320});
    QTest::mouseMove(&view, {650, 330});
    QTest::mouseRelease(&view, Qt::LeftButton, {}, {650, 330});
    EXPECT_NE(view.placement().centre, before);
    EXPECT_TRUE(clicked.empty());
}

TEST_F(FabricViewTest, ShiftAndADragSelectWhatIsInTheRectangle) {
    std::vector<ElementId> brushed;
    QObject::connect(&view, &ExploreView::elementsBrushed, &view,
                     [&](const std::vector<ElementId>& e) { brushed = e; });
    const QPoint middle = middleOf("plane 3 l2 7");
    QTest::mousePress(&view, Qt::LeftButton, Qt::ShiftModifier, middle - QPoint(12, 12));
    QTest::mouseMove(&view, middle);
    QTest::mouseMove(&view, middle + QPoint(12, 12));
    QTest::mouseRelease(&view, Qt::LeftButton, Qt::ShiftModifier, middle + QPoint(12, 12));
    EXPECT_NE(std::find(brushed.begin(), brushed.end(), *outcome->fabric->find("plane 3 l2 7")),
              brushed.end());
    EXPECT_LT(brushed.size(), 40u);
    EXPECT_TRUE(clicked.empty());
}

TEST_F(FabricViewTest, FingersMoveAndPinchTheRings) {
    Fingers fingers(view);
    const RingPlacement home = view.placement();
    fingers.drag({600, 300}, {660, 320});
    EXPECT_NEAR(view.placement().centre.x(), home.centre.x() + 60, 1e-6);
    EXPECT_NEAR(view.placement().centre.y(), home.centre.y() + 20, 1e-6);
    const RingPlacement before = view.placement();
    const QPointF between = before.fromPixel({600, 300});
    fingers.pinch({550, 300}, {650, 300}, {500, 300}, {700, 300});
    EXPECT_NEAR(view.placement().scale, 2 * before.scale, before.scale * 1e-6);
    EXPECT_NEAR(view.placement().toPixel(between).x(), 600, 1e-6) << "what is between them stays there";
    EXPECT_TRUE(clicked.empty());
}

TEST_F(FabricViewTest, ATapClicksAndALongPressAddsToTheSelection) {
    Fingers fingers(view);
    fingers.tap(middleOf("plane 3 l2 7"));
    ASSERT_EQ(clicked.size(), 1u);
    EXPECT_EQ(outcome->fabric->name(clicked.back()), "plane 3 l2 7");
    EXPECT_FALSE(keys.testFlag(Qt::ControlModifier));
    const QPoint die = middleOf("node 5 npu 1 die 1");
    fingers.holdAndDrag(die, die, longPress);
    ASSERT_EQ(clicked.size(), 2u);
    EXPECT_EQ(outcome->fabric->name(clicked.back()), "node 5 npu 1 die 1");
    EXPECT_TRUE(keys.testFlag(Qt::ControlModifier));
    const double before = view.placement().scale;
    fingers.tap(die);
    fingers.tap(die);
    EXPECT_GT(view.placement().scale, before * 3);
}

TEST_F(FabricViewTest, ALongPressAndADragSelectWhatIsInTheRectangle) {
    std::vector<ElementId> brushed;
    QObject::connect(&view, &ExploreView::elementsBrushed, &view,
                     [&](const std::vector<ElementId>& e) { brushed = e; });
    const QPoint middle = middleOf("plane 3 l2 7");
    Fingers(view).holdAndDrag(middle - QPoint(12, 12), middle + QPoint(12, 12), longPress);
    EXPECT_NE(std::find(brushed.begin(), brushed.end(), *outcome->fabric->find("plane 3 l2 7")),
              brushed.end());
    EXPECT_LT(brushed.size(), 40u);
    EXPECT_TRUE(clicked.empty());
}

TEST_F(FabricViewTest, DoubleClickComesNear) {
    const double before = view.placement().scale;
    QTest::mouseDClick(&view, Qt::LeftButton, {}, middleOf("node 5 npu 1 die 1"));
    EXPECT_GT(view.placement().scale, before * 3);
}

TEST_F(FabricViewTest, HoveringTellsOfTheElement) {
    QTest::mouseMove(&view, middleOf("plane 3 l2 7"));
    EXPECT_EQ(view.story().title.toLower().toStdString(), "plane 3 l2 7");
    QTest::mouseMove(&view, view.placement().centre.toPoint());
    EXPECT_NE(view.story().title.toLower().toStdString(), "plane 3 l2 7");
}

TEST_F(FabricViewTest, ReducedMotionShowsNoDots) {
    EXPECT_GT(view.bytesPerDot(), 0);
    view.setMotion(Motion::Reduced);
    EXPECT_EQ(view.bytesPerDot(), 0);
}

} // namespace
} // namespace supernode::test
