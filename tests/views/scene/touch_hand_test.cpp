// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/touch_hand.h"

#include "tests/views/fingers.h"

#include <cmath>
#include <numbers>

namespace supernode {
namespace {

class Pad : public QWidget {
public:
    TouchHand hand{this};

protected:
    bool event(QEvent* event) override { return hand.handle(event) || QWidget::event(event); }
};

struct TouchHandTest : testing::Test {
    TouchHandTest() {
        pad.resize(400, 300);
        pad.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&pad));
        EXPECT_EQ(pad.hand.holdMilliseconds(), test::longPress);
        QObject::connect(&pad.hand, &TouchHand::tapped, &pad, [this](QPointF at) { taps.push_back(at); });
        QObject::connect(&pad.hand, &TouchHand::doubleTapped, &pad, [this](QPointF) { ++doubles; });
        QObject::connect(&pad.hand, &TouchHand::dragged, &pad, [this](QPointF, QPointF by) { way += by; });
        QObject::connect(&pad.hand, &TouchHand::held, &pad, [this](QPointF) { ++holds; });
        QObject::connect(&pad.hand, &TouchHand::banded, &pad, [this](QRectF area) { areas.push_back(area); });
        QObject::connect(&pad.hand, &TouchHand::pinched, &pad, [this](const Pinch& pinch) {
            sum.by += pinch.by;
            sum.factor *= pinch.factor;
            sum.turn += pinch.turn;
        });
    }
    Pad pad;
    test::Fingers fingers{pad};
    std::vector<QPointF> taps;
    std::vector<QRectF> areas;
    QPointF way;
    Pinch sum;
    int doubles = 0, holds = 0;
};

TEST_F(TouchHandTest, ATapIsATapAndASecondOneADouble) {
    fingers.tap({100, 80});
    ASSERT_EQ(taps.size(), 1u);
    EXPECT_EQ(taps.front(), QPointF(100, 80));
    fingers.tap({103, 82});
    EXPECT_EQ(doubles, 1);
    EXPECT_EQ(taps.size(), 1u);
    QTest::qWait(450);
    fingers.tap({103, 82});
    fingers.tap({300, 200}); // elsewhere: two taps
    EXPECT_EQ(doubles, 1);
    EXPECT_EQ(taps.size(), 3u);
}

TEST_F(TouchHandTest, ADragSaysItsWholeWayAndIsNoTap) {
    fingers.drag({100, 100}, {160, 130});
    EXPECT_EQ(way, QPointF(60, 30));
    EXPECT_TRUE(taps.empty());
    EXPECT_TRUE(areas.empty());
}

TEST_F(TouchHandTest, PartsOfAPinchAddUp) {
    // From 100 pixels apart to 200: twice as far; the middle goes from (150, 100) to (170, 120).
    fingers.pinch({100, 100}, {200, 100}, {70, 120}, {270, 120});
    EXPECT_NEAR(sum.factor, 2, 1e-9);
    EXPECT_NEAR(sum.by.x(), 20, 1e-9);
    EXPECT_NEAR(sum.by.y(), 20, 1e-9);
    EXPECT_NEAR(sum.turn, 0, 1e-9);
    EXPECT_TRUE(taps.empty());
    EXPECT_EQ(way, QPointF());
}

TEST_F(TouchHandTest, TwoFingersThatTurnClockwiseTurnClockwise) {
    // The right finger goes down and the left one up: a quarter of a turn, clockwise on screen (y is down).
    fingers.pinch({100, 150}, {200, 150}, {150, 100}, {150, 200});
    EXPECT_NEAR(sum.turn, std::numbers::pi / 2, 1e-9);
}

TEST_F(TouchHandTest, ALongPressAndADragAreARectangle) {
    fingers.holdAndDrag({50, 60}, {150, 160}, test::longPress);
    ASSERT_EQ(areas.size(), 1u);
    EXPECT_EQ(areas.front(), QRectF(50, 60, 100, 100));
    EXPECT_EQ(way, QPointF());
    EXPECT_EQ(holds, 0);
    EXPECT_TRUE(taps.empty());
}

TEST_F(TouchHandTest, ALongPressAloneIsHeld) {
    fingers.holdAndDrag({50, 60}, {50, 60}, test::longPress);
    EXPECT_EQ(holds, 1);
    EXPECT_TRUE(areas.empty());
    EXPECT_TRUE(taps.empty());
}

} // namespace
} // namespace supernode
