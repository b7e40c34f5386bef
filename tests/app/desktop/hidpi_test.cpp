// SPDX-License-Identifier: GPL-3.0-or-later
// What is drawn stands where it is picked, and fills every pixel of the screen, at whatever ratio the tests
// run: QT_SCALE_FACTOR is 1 here, and 1.5 and 2 in runs of their own.
#include "tests/app/desktop/window_test.h"
#include "tests/model/test_systems.h"
#include "views/fabric/fabric_view.h"
#include "views/matrix/matrix_view.h"
#include "views/scene/hall_labels.h"
#include "views/scene/mini_map.h"

#include <cmath>

namespace supernode::test {
namespace {

// The pixel under a point of a widget.
QColor at(const QImage& image, QPointF point) {
    return image.pixelColor((point * image.devicePixelRatio()).toPoint());
}
double apart(const QColor& a, const QColor& b) {
    return std::abs(a.redF() - b.redF()) + std::abs(a.greenF() - b.greenF()) +
           std::abs(a.blueF() - b.blueF());
}

TEST(HiDpi, TheRatioIsTheOneThatWasAskedFor) {
    const double asked = qEnvironmentVariable("QT_SCALE_FACTOR", "1").toDouble();
    QWidget widget;
    EXPECT_EQ(widget.devicePixelRatioF(), asked);
}

TEST(HiDpi, ANodeOfTheHallIsPickedWhereItIsDrawn) {
    const OutcomePtr whole = answer(allToAllOn(cloudMatrix()));
    const OutcomePtr broken = answer(allToAllOn(cloudMatrix(), {Fail{"node 2"}}));
    HallView view(HostChoice::Software);
    view.setMotion(Motion::Reduced);
    view.resize(907, 603);
    view.setOutcome(whole);
    view.show();
    EXPECT_EQ(view.grab().toImage().size(), view.size() * view.devicePixelRatioF());
    const QImage first = view.grabPicture(view.size(), view.devicePixelRatioF());
    view.setOutcome(broken);
    const QImage second = view.grabPicture(view.size(), view.devicePixelRatioF());
    const auto middle = [&](const char* name) {
        const Box3 body = whole->fabric->element(*whole->fabric->find(name)).body;
        const auto point = project(view.camera(), {907, 603}, body.centre + Vec3{0, 0, body.half.z});
        return point ? QPointF(static_cast<double>(point->x), static_cast<double>(point->y)) : QPointF();
    };
    for (const char* name : {"node 1", "node 2", "node 3", "node 4"}) {
        EXPECT_EQ(whole->fabric->name(view.elementAt(middle(name))), name);
        // Of a node that is down the front goes dark; the middle of a node is a gap or a chip of it.
        double most = 0;
        for (int dx = -6; dx <= 6; ++dx)
            for (int dy = -3; dy <= 3; ++dy) {
                const QPointF point = middle(name) + QPointF(dx, dy);
                most = std::max(most, apart(at(first, point), at(second, point)));
            }
        EXPECT_EQ(most > 0.3, std::string(name) == "node 2") << name << " " << most;
    }
}

TEST(HiDpi, AChipOfTheRingsIsPickedWhereItIsDrawn) {
    const OutcomePtr outcome = answer(allToAllOn(cloudMatrix(), {Fail{"plane 3 l2 7"}}));
    FabricView view;
    view.setMotion(Motion::Reduced);
    view.resize(907, 603);
    view.setOutcome(outcome);
    view.show();
    const QImage image = view.grab().toImage();
    EXPECT_EQ(image.size(), view.size() * view.devicePixelRatioF());
    const FabricPicture& picture = *view.picture();
    for (const char* name : {"plane 3 l2 7", "plane 3 l2 8", "plane 4 l2 7"}) {
        const RingPart& part = picture.parts[picture.find(*outcome->fabric->find(name))];
        const QPointF middle = view.placement().toPixel(part.middle());
        EXPECT_EQ(outcome->fabric->name(view.elementAt(middle)), name);
        const double hue = at(image, middle).hslHueF();
        const bool failed = std::abs(hue - currentTheme().failed.hslHueF()) < 0.08;
        EXPECT_EQ(failed, std::string(name) == "plane 3 l2 7") << name << " " << hue;
    }
}

TEST(HiDpi, ACellOfTheMatrixIsPickedWhereItIsDrawn) {
    Scenario scenario = allToAllOn(cloudMatrix());
    scenario.workload =
        Flows{.list = {{"node 11 npu 1 die 1", "node 31 npu 2 die 1", mebibytes(64), {}, Network::ScaleUp}}};
    const OutcomePtr outcome = answer(scenario);
    MatrixView view;
    view.resize(907, 603);
    view.setOutcome(outcome);
    view.setTime(outcome->end * 0.5);
    view.setFold(Fold::Node);
    view.show();
    const QImage image = view.grab().toImage();
    EXPECT_EQ(image.size(), view.size() * view.devicePixelRatioF());
    const auto middle = [&](std::uint32_t from, std::uint32_t to) { return view.middleOf({from, to}); };
    EXPECT_EQ(view.cellAt(middle(10, 30)), (MatrixView::Cell{10, 30}));
    const QColor nothing = at(image, middle(20, 20));
    EXPECT_GT(apart(at(image, middle(10, 30)), nothing), 0.4);
    for (const auto& [from, to] : {std::pair{9u, 30u}, {11u, 30u}, {10u, 29u}, {10u, 31u}, {30u, 10u}})
        EXPECT_LT(apart(at(image, middle(from, to)), nothing), 0.1) << from << " " << to;
}

TEST(HiDpi, ARackOfThePlanIsPickedWhereItIsDrawn) {
    const OutcomePtr outcome = answer(allToAllOn(cloudMatrix(), {Fail{"rack 2"}}));
    MiniMap map(nullptr);
    map.setPlan(FloorPlanner(outcome->fabric).plan(outcome->state, {}));
    map.resize(map.placeIn({907, 603}).size());
    const QImage image = map.grab().toImage();
    for (const PlanRack& rack : map.plan().racks) {
        const QPointF middle = map.toPixel(rack.floor.center());
        EXPECT_EQ(map.plan().rackAt(map.toFloor(middle)), rack.element);
        const bool failed = std::abs(at(image, middle).hslHueF() - currentTheme().failed.hslHueF()) < 0.06;
        EXPECT_EQ(failed, rack.failed >= 1);
    }
}

// Labels of a picture of the window are as large as on screen, only sharper.
TEST(HiDpi, APictureIsTheSameInMorePixels) {
    const OutcomePtr outcome = answer(allToAllOn(cloudMatrix()));
    HallView view(HostChoice::Software);
    view.resize(800, 500);
    view.setOutcome(outcome);
    view.setSelection({*outcome->fabric->find("node 2")});
    const QImage one = view.grabPicture({800, 500});
    const QImage two = view.grabPicture({800, 500}, 2);
    ASSERT_EQ(two.size(), QSize(1600, 1000));
    EXPECT_EQ(two.devicePixelRatio(), 2);
    SceneFrame frame;
    frame.instances = instancesOf(outcome->fabric);
    frame.camera = view.camera();
    frame.selection = std::make_shared<const std::vector<ElementId>>(1, *outcome->fabric->find("node 2"));
    HallLabels labels;
    const QRectF box = labels.place(frame, {800, 500}).front().place;
    for (const QPointF& point : {box.topLeft() + QPointF(4, 4), box.bottomRight() - QPointF(4, 4)}) {
        EXPECT_LT(apart(at(one, point), currentTheme().panel), 0.3) << "the ground of the label";
        EXPECT_LT(apart(at(two, point), currentTheme().panel), 0.3);
    }
}

} // namespace
} // namespace supernode::test
