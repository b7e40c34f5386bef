// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/linked_halls.h"

#include "app/desktop/compare_mode.h"
#include "tests/app/desktop/window_test.h"
#include "views/panels/segmented.h"

namespace supernode {
namespace {

class LinkedHallsTest : public test::WindowTest {
protected:
    LinkedHallsTest() {
        window.setMode(MainWindow::Mode::Compare);
        window.settle();
        compare.playhead().setPlaying(false);
    }
    // A drag of the left button over the left scene.
    void drag(HallView& hall, QPoint way) {
        const QPoint from = hall.rect().center();
        QTest::mousePress(&hall, Qt::LeftButton, {}, from);
        for (int i = 1; i <= 4; ++i)
            QTest::mouseMove(&hall, from + way * i / 4);
        QTest::mouseRelease(&hall, Qt::LeftButton, {}, from + way);
        window.settle();
    }
    CompareMode& compare = window.compare();
    HallView &left = compare.hall(0), &right = compare.hall(1);
    LinkedHalls& link = compare.machines().link();
};

// The same angle, and the same share of the way in: both started where all of their machine is seen.
TEST_F(LinkedHallsTest, ATurnHereIsATurnThere) {
    const Camera leftHome = left.camera(), rightHome = right.camera();
    drag(left, {60, 20});
    EXPECT_NE(left.camera().yaw, leftHome.yaw);
    EXPECT_NEAR(right.camera().yaw - rightHome.yaw, left.camera().yaw - leftHome.yaw, 1e-4);
    EXPECT_NEAR(right.camera().pitch - rightHome.pitch, left.camera().pitch - leftHome.pitch, 1e-4);
    QWheelEvent wheel(left.rect().center(), left.mapToGlobal(left.rect().center()), {}, {0, 240}, {}, {},
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&left, &wheel);
    EXPECT_LT(left.camera().distance, leftHome.distance);
    EXPECT_NEAR(right.camera().distance / rightHome.distance, left.camera().distance / leftHome.distance,
                1e-4);
    drag(right, {-30, 0});
    EXPECT_NEAR(right.camera().yaw - rightHome.yaw, left.camera().yaw - leftHome.yaw, 1e-4) << "both ways";
}

TEST_F(LinkedHallsTest, ApartEachHasItsOwn) {
    click(compare.machines().linkSwitch().option(1));
    const Camera before = right.camera();
    drag(left, {60, 20});
    EXPECT_EQ(right.camera(), before);
    click(compare.machines().linkSwitch().option(0));
    EXPECT_NE(right.camera(), before) << "linked again it comes along at once";
    const Fabric& fabric = *session.outcome()->fabric;
    link.select(0, {*fabric.find("rack 9")});
    EXPECT_EQ(link.selectionText(1), "Rack 1");
}

// The middle of the picture of the left machine: whatever is there is selected, and its like on the right.
TEST_F(LinkedHallsTest, AClickSelectsTheLikeInTheOther) {
    QPoint at;
    for (int x = 20; x < left.width() && at.isNull(); x += 8)
        for (int y = 20; y < left.height() && at.isNull(); y += 8)
            if (left.elementAt({double(x), double(y)}).valid())
                at = {x, y};
    ASSERT_FALSE(at.isNull());
    QTest::mouseClick(&left, Qt::LeftButton, {}, at);
    window.settle();
    ASSERT_EQ(link.selection(0).size(), 1u);
    EXPECT_FALSE(link.selectionText(1).isEmpty());
    QTest::keyClick(&left, Qt::Key_Escape);
    EXPECT_TRUE(link.selection(0).empty());
    EXPECT_TRUE(link.selection(1).empty());
    EXPECT_EQ(link.selectionText(1), "");
}

// NVL72 has no optical modules.
TEST_F(LinkedHallsTest, WhereThereIsNoSuchPartItIsSaid) {
    const Fabric& fabric = *session.outcome()->fabric;
    link.select(0, {fabric.id(ElementKind::Module, 0)});
    EXPECT_TRUE(link.selection(1).empty());
    EXPECT_EQ(link.selectionText(1), "nothing like it here");
}

} // namespace
} // namespace supernode
