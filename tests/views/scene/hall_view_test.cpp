// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/fingers.h"
#include "tests/views/scene/test_scene.h"
#include "views/scene/hall_view.h"
#include "views/theme/theme.h"

#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace supernode {
namespace {

class HallViewTest : public testing::Test {
protected:
    void SetUp() override {
        outcome = test::allToAll(test::cloudMatrix());
        view.resize(960, 600);
        view.setOutcome(outcome);
        QObject::connect(&view, &HallView::elementClicked, &view,
                         [this](ElementId id, Qt::KeyboardModifiers) { clicked.push_back(id); });
        view.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&view));
    }
    QPoint middleOf(ElementId id) const {
        const Box3 body = outcome->fabric->element(id).body;
        const auto at = project(view.camera(), {960, 600}, body.centre + Vec3{0, 0, body.half.z});
        return at ? QPoint(static_cast<int>(at->x), static_cast<int>(at->y)) : QPoint();
    }
    // Waits until the clock of the view has stopped.
    bool settles() {
        return QTest::qWaitFor([this] { return !view.animating(); }, 10000);
    }

    OutcomePtr outcome;
    HallView view{HostChoice::Software};
    std::vector<ElementId> clicked;
};

TEST_F(HallViewTest, ShowsAPictureAndThenRests) {
    ASSERT_TRUE(QTest::qWaitFor([this] { return view.frameTimes().frames() > 0; }, 20000));
    EXPECT_TRUE(settles());
    const QImage shown = view.grab().toImage();
    EXPECT_GT(shown.pixelColor(middleOf(test::named(*outcome->fabric, "node 3"))).lightness(), 20);
}

TEST_F(HallViewTest, TimeMovesThePictureAndThenItRestsAgain) {
    view.setTimeScale(2e-5);
    ASSERT_TRUE(settles());
    const std::size_t before = view.frameTimes().frames();
    view.setTime(microseconds(10));
    view.catchUp();
    EXPECT_TRUE(view.animating());
    ASSERT_TRUE(QTest::qWaitFor([&] { return view.frameTimes().frames() > before; }, 20000));
    EXPECT_TRUE(settles());
    EXPECT_GT(view.bytesPerDot(), 0);
}

TEST_F(HallViewTest, FocusComesNearAndHomeComesBack) {
    const Camera home = view.camera();
    view.focusOn(test::named(*outcome->fabric, "node 3"));
    ASSERT_TRUE(settles());
    EXPECT_LT(view.camera().distance, home.distance / 3);
    QTest::keyClick(&view, Qt::Key_Home);
    ASSERT_TRUE(settles());
    EXPECT_EQ(view.camera(), home);
}

TEST_F(HallViewTest, APictureShowsWhereTheCameraGoes) {
    ASSERT_TRUE(settles());
    const Camera home = view.camera();
    view.focusOn(test::named(*outcome->fabric, "node 3"));
    view.arrive();
    const Camera there = view.camera();
    EXPECT_LT(there.distance, home.distance / 3);
    ASSERT_TRUE(settles());
    EXPECT_EQ(view.camera(), there);
}

TEST_F(HallViewTest, DraggingOrbitsAndIsNoClick) {
    const Camera before = view.camera();
    QTest::mousePress(&view, Qt::LeftButton, {}, {300, 300});
    QTest::mouseMove(&view, {340, 320});
    QTest::mouseMove(&view, {380, 320});
    QTest::mouseRelease(&view, Qt::LeftButton, {}, {380, 320});
    EXPECT_NE(view.camera().yaw, before.yaw);
    EXPECT_TRUE(clicked.empty());
}

TEST_F(HallViewTest, ShiftAndADragSelectWhatIsInTheRectangle) {
    std::vector<ElementId> brushed;
    QObject::connect(&view, &ExploreView::elementsBrushed, &view,
                     [&](const std::vector<ElementId>& e) { brushed = e; });
    const Camera before = view.camera();
    QTest::mousePress(&view, Qt::LeftButton, Qt::ShiftModifier, QPoint(2, 2));
    QTest::mouseMove(&view, QPoint(400, 300));
    QTest::mouseMove(&view, view.rect().bottomRight() - QPoint(2, 2));
    QTest::mouseRelease(&view, Qt::LeftButton, Qt::ShiftModifier, view.rect().bottomRight() - QPoint(2, 2));
    const Fabric& f = *outcome->fabric;
    EXPECT_EQ(brushed.size(), f.count(ElementKind::Node) + f.count(ElementKind::Box));
    EXPECT_EQ(view.camera(), before);
    EXPECT_TRUE(clicked.empty());
}

TEST_F(HallViewTest, FingersOrbitPanPinchAndTurn) {
    test::Fingers fingers(view);
    const Camera home = view.camera();
    fingers.drag({300, 300}, {380, 320});
    EXPECT_LT(view.camera().yaw, home.yaw); // as with the mouse
    EXPECT_EQ(view.camera().target, home.target);
    Camera before = view.camera();
    fingers.pinch({400, 300}, {500, 300}, {350, 300}, {550, 300});
    EXPECT_NEAR(view.camera().distance, before.distance / 2, before.distance * 1e-4);
    EXPECT_NEAR(view.camera().yaw, before.yaw, 1e-5);
    before = view.camera();
    fingers.pinch({400, 300}, {500, 300}, {430, 340}, {530, 340});
    EXPECT_NEAR(view.camera().distance, before.distance, before.distance * 1e-4);
    EXPECT_NE(view.camera().target, before.target);
    before = view.camera();
    fingers.pinch({400, 300}, {500, 300}, {450, 250}, {450, 350}); // a quarter of a turn
    EXPECT_NEAR(view.camera().yaw, before.yaw + 1.5708f, 1e-3);
    EXPECT_TRUE(clicked.empty());
}

TEST_F(HallViewTest, ATapClicksTwoComeNearAndALongPressAddsToTheSelection) {
    test::Fingers fingers(view);
    Qt::KeyboardModifiers keys;
    QObject::connect(&view, &HallView::elementClicked, &view,
                     [&](ElementId, Qt::KeyboardModifiers k) { keys = k; });
    const ElementId node = test::named(*outcome->fabric, "node 2");
    fingers.tap(middleOf(node));
    ASSERT_EQ(clicked.size(), 1u);
    EXPECT_EQ(clicked.back(), node);
    EXPECT_FALSE(keys.testFlag(Qt::ControlModifier));
    const ElementId other = test::named(*outcome->fabric, "node 4");
    fingers.holdAndDrag(middleOf(other), middleOf(other), test::longPress);
    ASSERT_EQ(clicked.size(), 2u);
    EXPECT_EQ(clicked.back(), other);
    EXPECT_TRUE(keys.testFlag(Qt::ControlModifier));
    const double far = view.camera().distance;
    fingers.tap(middleOf(node));
    fingers.tap(middleOf(node));
    ASSERT_TRUE(settles());
    EXPECT_LT(view.camera().distance, far / 3);
}

TEST_F(HallViewTest, ALongPressAndADragSelectWhatIsInTheRectangle) {
    std::vector<ElementId> brushed;
    QObject::connect(&view, &ExploreView::elementsBrushed, &view,
                     [&](const std::vector<ElementId>& e) { brushed = e; });
    const Camera before = view.camera();
    test::Fingers(view).holdAndDrag({2, 2}, view.rect().bottomRight() - QPoint(2, 2), test::longPress);
    const Fabric& f = *outcome->fabric;
    EXPECT_EQ(brushed.size(), f.count(ElementKind::Node) + f.count(ElementKind::Box));
    EXPECT_EQ(view.camera(), before);
    EXPECT_TRUE(clicked.empty());
}

TEST_F(HallViewTest, AGrabbedPictureIsTheSameTwice) {
    const QImage first = view.grabPicture({640, 400});
    EXPECT_EQ(first.size(), QSize(640, 400));
    EXPECT_EQ(view.grabPicture({640, 400}), first);
}

TEST_F(HallViewTest, AnotherAnswerOfTheSameMachineKeepsTheCamera) {
    view.focusOn(test::named(*outcome->fabric, "node 3"));
    ASSERT_TRUE(settles());
    const Camera near = view.camera();
    view.setOutcome(test::allToAll(test::cloudMatrix(), {Fail{"plane 3"}}));
    EXPECT_EQ(view.camera(), near);
    view.setOutcome(test::allToAll(test::nvl72()));
    EXPECT_NE(view.camera(), near);
}

TEST_F(HallViewTest, EveryVisibleNodeOfTheFrontRowCanBeClicked) {
    for (const char* name : {"node 1", "node 2", "node 4"}) {
        const ElementId node = test::named(*outcome->fabric, name);
        QTest::mouseClick(&view, Qt::LeftButton, {}, middleOf(node));
        ASSERT_FALSE(clicked.empty());
        EXPECT_EQ(clicked.back(), node) << name;
    }
}

TEST(HallView, AClickReportsTheElementUnderIt) {
    const OutcomePtr outcome = test::allToAll(test::cloudMatrix());
    supernode::HallView view(HostChoice::Software);
    view.resize(960, 600);
    view.setOutcome(outcome);
    view.setMotion(Motion::Reduced);
    const ElementId die = test::named(*outcome->fabric, "node 3 npu 2 die 1");
    view.focusOn(test::named(*outcome->fabric, "node 3"));
    ElementId met;
    QObject::connect(&view, &supernode::HallView::elementClicked, &view,
                     [&](ElementId id, Qt::KeyboardModifiers) { met = id; });
    const Box3 body = outcome->fabric->element(die).body;
    const auto at = project(view.camera(), {960, 600}, body.centre + Vec3{0, 0, body.half.z});
    ASSERT_TRUE(at);
    QTest::mouseClick(&view, Qt::LeftButton, {}, QPoint(static_cast<int>(at->x), static_cast<int>(at->y)));
    EXPECT_EQ(met, die);
    QTest::mouseClick(&view, Qt::LeftButton, {}, QPoint(2, 597));
    EXPECT_FALSE(met.valid());
}

TEST(HallView, SelectingNeverMovesTheCamera) {
    const OutcomePtr outcome = test::allToAll(test::cloudMatrix());
    supernode::HallView view(HostChoice::Software);
    view.resize(960, 600);
    view.setOutcome(outcome);
    const Camera before = view.camera();
    view.setSelection({test::named(*outcome->fabric, "node 3")});
    EXPECT_EQ(view.camera(), before);
}

} // namespace
} // namespace supernode
