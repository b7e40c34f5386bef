// SPDX-License-Identifier: GPL-3.0-or-later
// Traffic that is drawn by hand, with real strokes over each view, and what a stroke means.
#include "app/desktop/traffic_drawing.h"

#include "app/desktop/drawn_flows.h"
#include "app/desktop/explore_views.h"
#include "tests/app/desktop/window_test.h"
#include "tests/model/test_systems.h"
#include "views/fabric/fabric_view.h"
#include "views/matrix/matrix_view.h"
#include "views/panels/change_chips.h"
#include "views/panels/parameter_slider.h"
#include "views/panels/pill_button.h"
#include "views/panels/question_panel.h"
#include "views/panels/segmented.h"

#include <QSignalSpy>

#include <set>

namespace supernode::test {
namespace {

class TrafficDrawingTest : public WindowTest {
protected:
    void begin(const char* view) {
        explore.showView(exploreViewNamed(view));
        click(drawing().toggleButton());
        explore.view().catchUp();
    }
    TrafficDrawing& drawing() { return explore.drawing(); }
    void stroke(QPoint from, QPoint to) {
        QTest::mousePress(&drawing().pad(), Qt::LeftButton, {}, from);
        QTest::mouseMove(&drawing().pad(), (from + to) / 2);
        QTest::mouseMove(&drawing().pad(), to);
        QTest::mouseRelease(&drawing().pad(), Qt::LeftButton, {}, to);
        window.settle();
    }
    // Two points of the view over two parts of a kind.
    std::pair<QPoint, QPoint> pointsOver(ElementKind kind) {
        std::vector<QPoint> found;
        ElementId first;
        const Fabric& fabric = *session.outcome()->fabric;
        for (int y = 2; y < explore.view().height() && found.size() < 2; y += 3)
            for (int x = 2; x < explore.view().width() && found.size() < 2; x += 3) {
                const ElementId at = explore.view().elementAt(QPointF(x, y));
                if (!at.valid() || fabric.element(at).kind != kind || at == first)
                    continue;
                first = at;
                found.emplace_back(x, y);
            }
        EXPECT_EQ(found.size(), 2u);
        found.resize(2);
        return {found[0], found[1]};
    }
    const std::vector<DrawnFlow>& flows() { return std::get<Flows>(session.scenario().workload).list; }
    bool isDrawn() { return std::holds_alternative<Flows>(session.scenario().workload); }
};

TEST_F(TrafficDrawingTest, AStrokeIsOneStepOfTheHistory) {
    const Scenario before = session.scenario();
    begin("fabric");
    const auto [from, to] = pointsOver(ElementKind::Endpoint);
    const Fabric& fabric = *session.outcome()->fabric;
    const std::string a = fabric.name(explore.view().elementAt(from)),
                      b = fabric.name(explore.view().elementAt(to));
    stroke(from, to);
    ASSERT_TRUE(isDrawn());
    EXPECT_EQ(flows(), (std::vector<DrawnFlow>{{a, b, mebibytes(64), {}}}));
    EXPECT_EQ(session.history().count(), 1);
    stroke(to, from);
    EXPECT_EQ(flows().size(), 2u);
    click(window.undoButton());
    EXPECT_EQ(flows().size(), 1u);
    click(window.undoButton());
    EXPECT_EQ(session.scenario(), before);
}

// Racks of six nodes with eight packages of two dies: 96 flows, or what their nodes hold.
TEST_F(TrafficDrawingTest, AStrokeInTheHallGoesFromRackToRack) {
    begin("hall");
    const auto [from, to] = pointsOver(ElementKind::Rack);
    stroke(from, to);
    ASSERT_TRUE(isDrawn());
    EXPECT_EQ(flows().size() % 16, 0u);
    EXPECT_GT(value("throughput"), 0);
}

TEST_F(TrafficDrawingTest, PaintingOnTheMatrixMakesAFlowOfEachPair) {
    begin("matrix");
    auto& matrix = dynamic_cast<MatrixView&>(explore.view());
    matrix.setFold(Fold::Node);
    const QPoint from = matrix.middleOf({2, 5}).toPoint(), to = matrix.middleOf({2, 8}).toPoint();
    stroke(from, to);
    ASSERT_TRUE(isDrawn());
    EXPECT_EQ(flows().size(), 4u * 16) << "nodes 6 to 9 from node 3, sixteen dies each";
    std::set<std::string> receivers;
    for (const DrawnFlow& flow : flows()) {
        EXPECT_TRUE(flow.from.starts_with("node 3 "));
        receivers.insert(flow.to.substr(0, 6));
    }
    EXPECT_EQ(receivers, (std::set<std::string>{"node 6", "node 7", "node 8", "node 9"}));
    EXPECT_EQ(session.history().count(), 1);
}

TEST_F(TrafficDrawingTest, ThatItReplacesOtherWorkIsSaid) {
    begin("fabric");
    EXPECT_TRUE(drawing().sentence().contains("takes the place of")) << drawing().sentence().toStdString();
    const auto [from, to] = pointsOver(ElementKind::Endpoint);
    stroke(from, to);
    EXPECT_TRUE(drawing().sentence().contains("They took the place of"))
        << drawing().sentence().toStdString();
}

TEST_F(TrafficDrawingTest, ArrowsMoveTheKnobThatHasTheKeyboardAndNotTheTime) {
    begin("fabric");
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    TrackSlider* slider = drawing().bytes()->slider();
    slider->setFocus();
    ASSERT_TRUE(slider->hasFocus());
    const int step = slider->value();
    const Duration time = explore.playhead().time();
    QTest::keyClick(slider, Qt::Key_Right);
    EXPECT_EQ(slider->value(), step + 1);
    QTest::keyClick(slider, Qt::Key_Left);
    QTest::keyClick(slider, Qt::Key_Left);
    EXPECT_EQ(slider->value(), step - 1);
    EXPECT_EQ(explore.playhead().time(), time);
}

TEST_F(TrafficDrawingTest, TheBytesAreChosenWithAKnob) {
    begin("fabric");
    const auto [from, to] = pointsOver(ElementKind::Endpoint);
    TrackSlider* slider = drawing().bytes()->slider();
    QTest::mouseClick(slider, Qt::LeftButton, {}, QPoint(slider->width() - 1, slider->height() / 2));
    stroke(from, to);
    EXPECT_EQ(flows().front().bytes, mebibytes(16384));
    emit drawing().bytes()->typed("4 KiB");
    stroke(from, to);
    EXPECT_EQ(flows().back().bytes, bytes(4096));
}

TEST_F(TrafficDrawingTest, EachFlowIsAChipThatCanBeTakenBack) {
    begin("fabric");
    const auto [from, to] = pointsOver(ElementKind::Endpoint);
    stroke(from, to);
    stroke(to, from);
    const std::vector<DrawnFlow> both = flows();
    ASSERT_EQ(explore.question().flows()->views().size(), 2u);
    click(explore.question().flows()->views()[1]->removeButton()); // the newest stands first
    EXPECT_EQ(flows(), std::vector<DrawnFlow>{both[1]});
    click(explore.question().flows()->views()[0]->removeButton());
    EXPECT_TRUE(flows().empty());
    EXPECT_EQ(value("throughput"), 0);
}

TEST_F(TrafficDrawingTest, AStrokeIntoNothingIsToldAndChangesNothing) {
    begin("fabric");
    const Scenario before = session.scenario();
    const auto [from, to] = pointsOver(ElementKind::Endpoint);
    stroke(from, QPoint(2, 2));
    EXPECT_EQ(session.scenario(), before);
    EXPECT_TRUE(drawing().sentence().contains("drag from")) << drawing().sentence().toStdString();
    stroke(from, from);
    EXPECT_EQ(session.scenario(), before);
}

TEST_F(TrafficDrawingTest, AFingerDraws) {
    begin("fabric");
    const auto [from, to] = pointsOver(ElementKind::Endpoint);
    const std::unique_ptr<QPointingDevice> finger(QTest::createTouchDevice());
    QTest::touchEvent(&drawing().pad(), finger.get()).press(0, from);
    QTest::touchEvent(&drawing().pad(), finger.get()).move(0, (from + to) / 2);
    QTest::touchEvent(&drawing().pad(), finger.get()).move(0, to);
    QTest::touchEvent(&drawing().pad(), finger.get()).release(0, to);
    window.settle();
    EXPECT_TRUE(isDrawn());
}

TEST_F(TrafficDrawingTest, TheKeyTheButtonAndEscapeTurnIt) {
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_D);
    EXPECT_TRUE(drawing().isOn());
    EXPECT_TRUE(drawing().pad().isVisible());
    QTest::keyClick(&window, Qt::Key_Escape);
    EXPECT_FALSE(drawing().isOn());
    click(drawing().toggleButton());
    EXPECT_TRUE(drawing().isOn());
    click(drawing().toggleButton());
    EXPECT_FALSE(drawing().pad().isVisible());
}

TEST_F(TrafficDrawingTest, TheSwitchesOfTheMatrixStayFree) {
    begin("matrix");
    auto& matrix = dynamic_cast<MatrixView&>(explore.view());
    const QPoint middle = matrix.foldSwitch().geometry().center();
    EXPECT_FALSE(drawing().pad().mask().contains(middle));
    EXPECT_TRUE(drawing().pad().mask().contains(matrix.square().center().toPoint()));
}

// A node has 16 dies, a package two: 16 flows, each die of the node once.
TEST(DrawnFlows, EachDieOfTheLargerPartTakesPartOnce) {
    const Scenario scenario = allToAllOn(cloudMatrix());
    const FabricPtr fabric = *buildFabric(scenario.system);
    const auto id = [&](const char* name) { return *fabric->find(name); };
    const Result<Scenario> drawn =
        withStrokes(scenario, *fabric, {{id("node 3"), id("node 5 npu 2")}}, mebibytes(1));
    ASSERT_TRUE(drawn);
    const auto& list = std::get<Flows>(drawn->workload).list;
    std::set<std::string> senders, receivers;
    for (const DrawnFlow& flow : list) {
        senders.insert(flow.from);
        receivers.insert(flow.to);
    }
    EXPECT_EQ(list.size(), 16u);
    EXPECT_EQ(senders.size(), 16u);
    EXPECT_EQ(receivers, (std::set<std::string>{"node 5 npu 2 die 1", "node 5 npu 2 die 2"}));
    EXPECT_EQ(std::get<Flows>(withoutFlow(*drawn, 3).workload).list.size(), 15u);
    EXPECT_EQ(withoutFlow(*drawn, 99), *drawn);
}

TEST(DrawnFlows, WhatMakesNoFlowIsRefused) {
    const Scenario scenario = allToAllOn(cloudMatrix());
    const FabricPtr fabric = *buildFabric(scenario.system);
    const auto id = [&](const char* name) { return *fabric->find(name); };
    const auto draw = [&](ElementId a, ElementId b) {
        return static_cast<bool>(withStrokes(scenario, *fabric, {{a, b}}, mebibytes(1)));
    };
    EXPECT_FALSE(draw(id("plane 3"), id("node 1")));
    EXPECT_FALSE(draw(id("node 1"), {}));
    EXPECT_FALSE(draw(id("node 1 npu 1 die 1"), id("node 1 npu 1 die 1")));
    EXPECT_TRUE(draw(id("node 1 npu 1 die 1"), id("node 1 npu 1")));
    const std::vector<Stroke> many(300, {id("node 1"), id("node 2")});
    EXPECT_FALSE(withStrokes(scenario, *fabric, many, mebibytes(1))) << "4,800 flows";
}

} // namespace
} // namespace supernode::test
