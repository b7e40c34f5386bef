// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene/mini_map.h"

#include "tests/views/fingers.h"
#include "tests/views/scene/test_scene.h"
#include "views/scene/hall_view.h"
#include "views/theme/theme.h"

#include <QTest>

#include <gtest/gtest.h>

namespace supernode {
namespace {

struct MiniMapTest : testing::Test {
    MiniMapTest() {
        map.setPlan(FloorPlanner(outcome->fabric).plan(outcome->state, {}));
        map.resize(map.placeIn({1280, 800}).size());
        map.show();
        QObject::connect(&map, &MiniMap::pointed, &map, [this](QPointF p) { pointed.push_back(p); });
    }
    OutcomePtr outcome = test::allToAll(test::cloudMatrix(), {Fail{"rack 2"}});
    MiniMap map{nullptr};
    std::vector<QPointF> pointed;
};

TEST_F(MiniMapTest, AClickSaysThePlaceThatIsDrawnThere) {
    const QPointF place = map.plan().racks[4].floor.center();
    QTest::mouseClick(&map, Qt::LeftButton, {}, map.toPixel(place).toPoint());
    ASSERT_EQ(pointed.size(), 1u);
    EXPECT_NEAR(pointed[0].x(), place.x(), 0.2); // to the pixel
    EXPECT_NEAR(pointed[0].y(), place.y(), 0.2);
}

TEST_F(MiniMapTest, ADraggingHandSaysEveryPlaceAndIsNoClick) {
    std::vector<QPointF> dragged;
    QObject::connect(&map, &MiniMap::dragged, &map, [&](QPointF p) { dragged.push_back(p); });
    QTest::mousePress(&map, Qt::LeftButton, {}, {30, 30});
    QTest::mouseMove(&map, {40, 40});
    QTest::mouseMove(&map, {60, 40});
    QTest::mouseRelease(&map, Qt::LeftButton, {}, {60, 40});
    ASSERT_EQ(dragged.size(), 2u);
    EXPECT_NEAR(dragged[1].x(), map.toFloor({60, 40}).x(), 1e-9);
    EXPECT_TRUE(pointed.empty());
}

TEST_F(MiniMapTest, ASmallViewHasNone) {
    EXPECT_TRUE(map.placeIn({500, 300}).isEmpty());
    EXPECT_TRUE(map.placeIn({0, 0}).isEmpty());
    const QRect place = map.placeIn({1000, 600});
    EXPECT_TRUE(QRect(0, 0, 1000, 600).contains(place));
    EXPECT_TRUE(MiniMap(nullptr).placeIn({1000, 600}).isEmpty()) << "no machine, no plan";
}

TEST_F(MiniMapTest, ARackThatIsDownIsCrossedOut) {
    const QImage image = map.grab().toImage();
    const auto at = [&](const char* name) {
        const ElementId id = test::named(*outcome->fabric, name);
        for (const PlanRack& rack : map.plan().racks)
            if (rack.element == id)
                return image.pixelColor(
                    (map.toPixel(rack.floor.center()) * image.devicePixelRatio()).toPoint());
        return QColor();
    };
    const QColor failed = currentTheme().failed;
    EXPECT_LT(std::abs(at("rack 2").hslHueF() - failed.hslHueF()), 0.05);
    EXPECT_GT(std::abs(at("rack 3").hslHueF() - failed.hslHueF()), 0.05);
}

struct HallMapTest : testing::Test {
    HallMapTest() {
        view.showMap();
        view.resize(960, 600);
        view.setMotion(Motion::Reduced);
        view.setOutcome(outcome);
        view.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&view));
    }
    OutcomePtr outcome = test::allToAll(test::cloudMatrix());
    HallView view{HostChoice::Software};
};

TEST_F(HallMapTest, AClickOnThePlanMovesTheCameraThere) {
    const Camera before = view.camera();
    const PlanRack& rack = view.map()->plan().racks.front();
    const QPoint at = view.map()->toPixel(rack.floor.center()).toPoint();
    QTest::mouseClick(view.map(), Qt::LeftButton, {}, at);
    EXPECT_NEAR(view.camera().target.x, rack.floor.center().x(), 0.2);
    EXPECT_NEAR(view.camera().target.z, rack.floor.center().y(), 0.2);
    EXPECT_EQ(view.camera().distance, before.distance);
    QTest::mouseDClick(view.map(), Qt::LeftButton, {}, at);
    EXPECT_LT(view.camera().distance, before.distance * 0.7f);
}

TEST_F(HallMapTest, AFingerOnThePlanMovesTheCameraAndSelectsNothing) {
    int clicks = 0;
    QObject::connect(&view, &HallView::elementClicked, &view, [&] { ++clicks; });
    const QPointF place = view.map()->plan().racks.back().floor.center();
    test::Fingers(*view.map()).tap(view.map()->toPixel(place).toPoint());
    EXPECT_TRUE(QTest::qWaitFor([&] { return std::abs(view.camera().target.x - place.x()) < 0.2; }, 1000));
    EXPECT_EQ(clicks, 0);
}

TEST_F(HallMapTest, FollowsTheMachineAndTheWindow) {
    ASSERT_TRUE(view.map()->isVisible());
    EXPECT_EQ(view.map()->plan().racks.size(), 16u);
    EXPECT_GT(view.map()->plan().racks.front().use, 0);
    view.setOutcome(test::allToAll(test::nvl72()));
    EXPECT_EQ(view.map()->plan().racks.size(), 1u);
    EXPECT_TRUE(view.map()->isVisible());
    view.resize(500, 300);
    EXPECT_FALSE(view.map()->isVisible());
    view.resize(960, 600);
    EXPECT_TRUE(view.map()->isVisible());
}

} // namespace
} // namespace supernode
