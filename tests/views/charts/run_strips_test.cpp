// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/run_strips.h"

#include "tests/model/powered_systems.h"
#include "tests/views/panels/sample_outcomes.h"

#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

// Strips over a track, as in the window.
class RunStripsTest : public testing::Test {
protected:
    RunStripsTest() {
        auto* column = new QVBoxLayout(&window);
        column->addWidget(&strips);
        auto* line = new QHBoxLayout;
        line->addSpacing(200);
        line->addWidget(&track, 1);
        column->addLayout(line);
        track.setOutcome(outcome);
        strips.setOutcome(outcome, outcome);
        window.resize(900, 400);
        window.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&window));
        QObject::connect(&strips, &RunStrips::scrubbed, &strips, [this](Duration t) { scrubbed = t; });
        window.grab();
    }
    ~RunStripsTest() override {
        strips.setParent(nullptr);
        track.setParent(nullptr);
    }
    QPoint at(Duration time) const { return {static_cast<int>(strips.xOf(time)), strips.height() / 2}; }

    // One chip less: flows end one after the other.
    OutcomePtr outcome = answer(allToAllOn(poweredCloudMatrix(), {Fail{"plane 3 l2 5"}}));
    QWidget window;
    TimelineTrack track;
    RunStrips strips{track};
    Duration scrubbed = seconds(-1);
};

TEST_F(RunStripsTest, ShowsTheCurvesOfTheRun) {
    strips.setPlayhead(outcome->end * 0.5);
    const OverTime over = overTime(*outcome);
    const QList<QPointF> links = strips.points(RunStrips::Links);
    ASSERT_FALSE(links.isEmpty());
    EXPECT_NEAR(links.front().y(), static_cast<double>(over.use.front()), 1e-6);
    EXPECT_NEAR(links.back().x(), outcome->end.base(), 1e-9 * outcome->end.base());
    EXPECT_FALSE(strips.points(RunStrips::Throughput).isEmpty());
    EXPECT_FALSE(strips.points(RunStrips::Power).isEmpty());
    EXPECT_TRUE(strips.valueText(RunStrips::Power).contains("kW"));
    EXPECT_TRUE(strips.valueText(RunStrips::Links).contains("%"));
    EXPECT_TRUE(strips.baselinePoints(RunStrips::Links).isEmpty()) << "it is its own baseline";
}

TEST_F(RunStripsTest, TheBaselineStandsBehind) {
    strips.setOutcome(outcome, answer(allToAllOn(poweredCloudMatrix())));
    window.grab();
    EXPECT_FALSE(strips.baselinePoints(RunStrips::Links).isEmpty());
}

TEST_F(RunStripsTest, AClickMovesThePlayhead) {
    QTest::mouseClick(&strips, Qt::LeftButton, {}, at(outcome->end * 0.25));
    EXPECT_NEAR(scrubbed / outcome->end, 0.25, 0.01);
}

TEST_F(RunStripsTest, TheWheelZoomsTheTrackAndTheCurvesFollow) {
    const QPoint place = at(outcome->end * 0.5);
    QWheelEvent event(place, strips.mapToGlobal(place), {}, {0, 480}, Qt::NoButton, {}, Qt::NoScrollPhase,
                      false);
    QCoreApplication::sendEvent(&strips, &event);
    EXPECT_LT(track.view().length().base(), outcome->end.base() * 0.5);
    window.grab();
    EXPECT_GE(strips.points(RunStrips::Links).front().x(), track.view().from.base() * (1 - 1e-9));
    EXPECT_LE(strips.points(RunStrips::Links).back().x(), track.view().to.base() * (1 + 1e-9));
    QTest::mouseDClick(&strips, Qt::LeftButton, {}, place);
    EXPECT_EQ(track.view().length(), outcome->end);
}

TEST_F(RunStripsTest, AMachineWithoutPowerByPartsHasTwoStrips) {
    const int before = strips.sizeHint().height();
    const OutcomePtr small = answer(smallScenario());
    track.setOutcome(small);
    strips.setOutcome(small, nullptr);
    EXPECT_FALSE(strips.hasPower());
    EXPECT_LT(strips.sizeHint().height(), before);
}

} // namespace

TEST(RunStrips, TimeAloneDrawsNothingAnew) {
    const OutcomePtr outcome = answer(smallScenario());
    TimelineTrack track;
    track.resize(500, 80);
    track.setOutcome(outcome);
    RunStrips strips(track);
    strips.setOutcome(outcome, nullptr);
    strips.resize(500, 120);
    strips.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&strips));
    strips.setPlayhead(outcome->end * 0.2);
    const QImage before = strips.grab().toImage();
    const std::size_t layers = strips.layersPainted();
    strips.setPlayhead(outcome->end * 0.7);
    EXPECT_NE(strips.grab().toImage(), before) << "the line has moved";
    EXPECT_EQ(strips.layersPainted(), layers);
}

TEST(RunStrips, ATimeStandsUnderItsPlaceOnTheTrack) {
    QWidget window;
    auto* track = new TimelineTrack(&window);
    auto* strips = new RunStrips(*track, &window);
    track->setGeometry(210, 150, 400, 80);
    strips->setGeometry(10, 10, 620, 130);
    track->setOutcome(answer(smallScenario()));
    window.resize(640, 240);
    window.show();
    const Duration time = answer(smallScenario())->end * 0.3;
    EXPECT_NEAR(strips->xOf(time) + 10, track->xOf(time) + 210, 1e-6);
    EXPECT_NEAR(strips->timeAt(strips->xOf(time)) / time, 1, 1e-9);
}

TEST(RunStrips, NothingIsComputedWhileItIsHidden) {
    const OutcomePtr outcome = answer(smallScenario());
    TimelineTrack track;
    track.setOutcome(outcome);
    RunStrips strips(track);
    strips.setOutcome(outcome, nullptr);
    strips.setPlayhead(outcome->end * 0.5);
    EXPECT_TRUE(strips.valueText(RunStrips::Links).isEmpty());
    strips.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&strips));
    EXPECT_FALSE(strips.valueText(RunStrips::Links).isEmpty());
}

} // namespace supernode::test
