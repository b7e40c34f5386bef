// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/matrix/matrix_view.h"

#include "tests/model/test_systems.h"
#include "tests/views/fingers.h"
#include "views/panels/segmented.h"

#include <QTest>
#include <QWheelEvent>

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

class MatrixViewTest : public testing::Test {
protected:
    MatrixViewTest() {
        view.resize(800, 500);
        view.setOutcome(outcome);
        view.setTime(outcome->end * 0.5);
        view.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&view));
        QObject::connect(&view, &ExploreView::elementsBrushed, &view,
                         [this](const std::vector<ElementId>& e) { brushed = e; });
    }
    QPoint at(std::uint32_t from, std::uint32_t to) const { return view.middleOf({from, to}).toPoint(); }

    OutcomePtr outcome = answer(allToAllOn(cloudMatrix()));
    MatrixView view;
    std::vector<ElementId> brushed;
};

} // namespace

TEST(MatrixView, ABrushSelectsRowsAndColumns) {
    const OutcomePtr outcome = answer(allToAllOn(cloudMatrix()));
    MatrixView view;
    view.resize(800, 500);
    view.setOutcome(outcome);
    view.setTime(outcome->end * 0.5);
    view.setFold(Fold::Node);
    view.show();
    std::vector<ElementId> brushed;
    QObject::connect(&view, &ExploreView::elementsBrushed, &view,
                     [&](const std::vector<ElementId>& e) { brushed = e; });
    QTest::mousePress(&view, Qt::LeftButton, {}, view.middleOf({4, 10}).toPoint());
    QTest::mouseMove(&view, view.middleOf({5, 11}).toPoint());
    QTest::mouseMove(&view, view.middleOf({6, 12}).toPoint());
    QTest::mouseRelease(&view, Qt::LeftButton, {}, view.middleOf({6, 12}).toPoint());
    std::vector<std::string> names;
    for (const ElementId e : brushed)
        names.push_back(outcome->fabric->name(e));
    EXPECT_EQ(names,
              (std::vector<std::string>{"node 5", "node 6", "node 7", "node 11", "node 12", "node 13"}));
}

namespace {

TEST_F(MatrixViewTest, AClickSelectsThePair) {
    QTest::mouseClick(&view, Qt::LeftButton, {}, at(100, 600));
    ASSERT_EQ(brushed.size(), 2u);
    const auto cell = view.cellAt(at(100, 600));
    ASSERT_TRUE(cell);
    EXPECT_EQ(brushed[0], outcome->fabric->id(ElementKind::Endpoint, cell->from));
    EXPECT_EQ(brushed[1], outcome->fabric->id(ElementKind::Endpoint, cell->to));
}

TEST_F(MatrixViewTest, TheControlsFoldAndScale) {
    QTest::mouseClick(view.foldSwitch().option(2), Qt::LeftButton);
    EXPECT_EQ(view.picture()->size(), 12u);
    QTest::mouseClick(view.foldSwitch().option(1), Qt::LeftButton);
    EXPECT_EQ(view.picture()->size(), 48u);
    QTest::mouseClick(view.foldSwitch().option(0), Qt::LeftButton);
    EXPECT_EQ(view.picture()->size(), 768u);
    QTest::mouseClick(view.scaleSwitch().option(1), Qt::LeftButton);
    EXPECT_EQ(view.scale(), ColourScale::Logarithmic);
    QTest::mouseClick(view.scaleSwitch().option(0), Qt::LeftButton);
    EXPECT_EQ(view.scale(), ColourScale::Linear);
}

TEST_F(MatrixViewTest, HoveringNamesThePairAndItsRate) {
    view.setFold(Fold::Node);
    QTest::mouseMove(&view, at(4, 28));
    EXPECT_TRUE(view.hovered().startsWith("Node 5 to node 29")) << view.hovered().toStdString();
    EXPECT_TRUE(view.hovered().contains("GB/s"));
    QTest::mouseMove(&view, at(4, 4));
    EXPECT_TRUE(view.hovered().startsWith("Inside node 5"));
}

TEST_F(MatrixViewTest, SaysThePhaseAndItsBytes) {
    // 768 x 767 pairs of 64 MiB / 768: 51.5 GB.
    EXPECT_TRUE(view.headline().startsWith("All-to-all")) << view.headline().toStdString();
    EXPECT_TRUE(view.headline().contains("51.5")) << view.headline().toStdString();
}

TEST_F(MatrixViewTest, TheWheelComesNearAndHomeComesBack) {
    const QPoint point = at(100, 600);
    const auto cell = view.cellAt(point);
    const double before = view.middleOf({101, 600}).y() - view.middleOf({100, 600}).y();
    QWheelEvent event(point, view.mapToGlobal(point), {}, {0, 480}, Qt::NoButton, {}, Qt::NoScrollPhase,
                      false);
    QCoreApplication::sendEvent(&view, &event);
    EXPECT_GT(view.middleOf({101, 600}).y() - view.middleOf({100, 600}).y(), before * 1.5);
    EXPECT_EQ(view.cellAt(point), cell);
    view.home();
    EXPECT_NEAR(view.middleOf({101, 600}).y() - view.middleOf({100, 600}).y(), before, 1e-9);
}

TEST_F(MatrixViewTest, FingersPinchMoveAndComeBack) {
    Fingers fingers(view);
    const double row = view.middleOf({101, 600}).y() - view.middleOf({100, 600}).y();
    const QPoint middle = view.square().center().toPoint();
    const QPoint aside(50, 0);
    fingers.pinch(middle - aside, middle + aside, middle - 2 * aside, middle + 2 * aside);
    EXPECT_NEAR(view.middleOf({101, 600}).y() - view.middleOf({100, 600}).y(), 2 * row, row * 0.05);
    const QPointF before = view.middleOf({400, 400});
    fingers.drag(middle, middle + QPoint(30, 40));
    EXPECT_NEAR(view.middleOf({400, 400}).x(), before.x() + 30, 1);
    EXPECT_NEAR(view.middleOf({400, 400}).y(), before.y() + 40, 1);
    EXPECT_TRUE(brushed.empty());
    fingers.tap(middle);
    fingers.tap(middle);
    EXPECT_NEAR(view.middleOf({101, 600}).y() - view.middleOf({100, 600}).y(), row, 1e-9);
}

TEST_F(MatrixViewTest, ATapOnAControlIsForTheControl) {
    Fingers(*view.foldSwitch().option(2)).tap(view.foldSwitch().option(2)->rect().center());
    EXPECT_TRUE(QTest::qWaitFor([&] { return view.fold() == Fold::Rack; }, 1000));
    EXPECT_TRUE(brushed.empty());
}

TEST_F(MatrixViewTest, ATapSelectsThePairAndNamesIt) {
    Fingers(view).tap(at(100, 600));
    ASSERT_EQ(brushed.size(), 2u);
    EXPECT_TRUE(view.hovered().contains(" to ")) << view.hovered().toStdString();
}

TEST_F(MatrixViewTest, ALongPressAndADragBrushRowsAndColumns) {
    view.setFold(Fold::Node);
    Fingers(view).holdAndDrag(at(4, 10), at(6, 12), longPress);
    std::vector<std::string> names;
    for (const ElementId e : brushed)
        names.push_back(outcome->fabric->name(e));
    EXPECT_EQ(names,
              (std::vector<std::string>{"node 5", "node 6", "node 7", "node 11", "node 12", "node 13"}));
}

TEST_F(MatrixViewTest, SwitchesAreMadeForFingers) {
    for (Segmented* control : {&view.foldSwitch(), &view.scaleSwitch()})
        for (int i = 0; i < control->count(); ++i)
            EXPECT_GE(control->option(i)->height(), 44);
}

TEST_F(MatrixViewTest, ARateIsSaidToBeAMean) {
    QTest::mouseMove(&view, at(3, 40));
    EXPECT_TRUE(view.hovered().contains("mean of the phase")) << view.hovered().toStdString();
}

TEST_F(MatrixViewTest, WithoutTrafficItSaysSo) {
    Scenario idle = outcome->scenario;
    idle.workload = Specification{};
    view.setOutcome(answer(idle));
    EXPECT_TRUE(view.headline().contains("othing is sent")) << view.headline().toStdString();
}

// Packed ranks: 64 dies are 4 nodes of 16, all in one rack of the 12 with NPUs.
TEST_F(MatrixViewTest, SaysHowManySendWhereNotAllDo) {
    EXPECT_FALSE(view.lines().join(' ').contains("768")) << "all do";
    Scenario few = outcome->scenario;
    few.workload = AllToAll{.ranks = {.count = 64}};
    view.setOutcome(answer(few));
    EXPECT_TRUE(view.lines().contains("Senders: 64 of 768 dies")) << view.lines().join(' ').toStdString();
    view.setFold(Fold::Node);
    EXPECT_TRUE(view.lines().contains("Senders: 4 of 48 nodes")) << view.lines().join(' ').toStdString();
    view.setFold(Fold::Rack);
    EXPECT_TRUE(view.lines().contains("Senders: 1 of 12 racks")) << view.lines().join(' ').toStdString();
}

TEST_F(MatrixViewTest, AMachineOfThousandsStartsFolded) {
    Scenario large = allToAllOn(smallMachine(64, 32, 1, 2, 2));
    view.setOutcome(answer(large));
    EXPECT_EQ(view.fold(), Fold::Node);
    EXPECT_FALSE(view.foldSwitch().option(0)->isEnabled());
}

} // namespace
} // namespace supernode::test
