// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roofline/roofline_view.h"

#include "tests/views/panels/sample_outcomes.h"

#include <QTest>

#include <gtest/gtest.h>

namespace supernode {
namespace {

// Two operators and a message of 1 ms in all: 0.6 ms of 60 GFLOP on 0.3 GB, 0.3 ms of 3 GFLOP on 0.3 GB, and
// 0.1 ms in which 10 MB are sent.
OutcomePtr sample() {
    auto o = std::make_shared<Outcome>();
    o->scenario.system = test::cloudMatrix();
    o->end = milliseconds(1);
    o->work = {{"routed experts", "layer", "experts", Lane::Compute, 60e9, 0.3e9, 0, microseconds(600), 1,
                "matrix units"},
               {"attention", "layer", "attention", Lane::Compute, 3e9, 0.3e9, 0, microseconds(300), 1, "HBM"},
               {"dispatch", "layer", "dispatch", Lane::Dispatch, 0, 0, 10e6, microseconds(100), 1, "links"}};
    Phase phase;
    phase.name = "experts B";
    phase.duration = o->end;
    o->phases = {phase};
    o->intervals = {{Duration(), o->end, 0, nullptr}};
    return o;
}

TEST(RooflineModel, PointsAreFlopsPerByteAndPerSecond) {
    const RooflineModel model = rooflineOf(*sample());
    ASSERT_EQ(model.points.size(), 3u); // two operators and their stage against the fabric
    const RoofPoint& stage = model.points[0];
    EXPECT_EQ(stage.against, RoofKind::Fabric);
    EXPECT_NEAR(stage.intensity, 63e9 / 10e6, 1e-6);
    EXPECT_NEAR(stage.rate, 63e9 / 1e-3, 1);
    const RoofPoint& experts = model.points[1];
    EXPECT_NEAR(experts.intensity, 200, 1e-9);
    EXPECT_NEAR(experts.rate, 1e14, 1);
    EXPECT_NEAR(experts.share, 0.6, 1e-12);
    EXPECT_NEAR(model.withoutArithmetic, 0.1, 1e-12);
}

// A die has half of the chip's 752 TFLOPS, 3.2 TB/s and seven links of 28 GB/s.
TEST(RooflineModel, RoofsAreThoseOfOneEndpoint) {
    const SystemPtr system = test::cloudMatrix();
    const RooflineModel model = rooflineOf(*sample());
    EXPECT_NEAR(model.roofs.front().rate, system->chip.bf16.value.base() / 2, 1);
    EXPECT_NEAR(model.roofs.back().rate, 196e9, 1);
    EXPECT_NEAR(heightOf(model.roofs.back(), 10), 1.96e12, 1);
}

TEST(RooflineModel, NoPointStandsAboveItsRoofs) {
    const RooflineModel model = rooflineOf(*sample());
    double top = 0;
    for (const Roof& roof : model.roofs)
        top = roof.kind == RoofKind::Compute ? std::max(top, roof.rate) : top;
    for (const RoofPoint& point : model.points) {
        EXPECT_LE(point.rate, top);
        for (const Roof& roof : model.roofs)
            if (roof.kind == point.against) {
                EXPECT_LE(point.rate, heightOf(roof, point.intensity)) << point.name.toStdString();
            }
    }
}

TEST(RooflineModel, ThePhaseThatRunsFindsItsOperators) {
    const OutcomePtr o = sample();
    const RooflineModel model = rooflineOf(*o);
    EXPECT_TRUE(worksIn(model.points[1], o->phases[0])) << "of either microbatch";
    EXPECT_FALSE(worksIn(model.points[2], o->phases[0]));
}

TEST(RooflineModel, WorkWithoutArithmeticHasRoofsButNoPoints) {
    const RooflineModel model = rooflineOf(*test::answer(test::smallScenario()));
    EXPECT_TRUE(model.points.empty());
    EXPECT_GE(model.roofs.size(), 3u);
}

TEST(RooflineView, ThePointUnderTheCursorIsNamed) {
    RooflineView view;
    view.resize(700, 460);
    view.setOutcome(sample());
    view.show();
    std::optional<std::size_t> chosen;
    QObject::connect(&view, &RooflineView::pointChosen, [&](std::optional<std::size_t> p) { chosen = p; });
    const QString all = view.readout();
    QTest::mouseClick(&view, Qt::LeftButton, {}, view.placeOf(view.model().points[1]).toPoint());
    EXPECT_EQ(chosen, std::optional<std::size_t>(1));
    EXPECT_TRUE(view.readout().contains("routed experts"));
    EXPECT_TRUE(view.readout().contains("matrix units"));
    view.home();
    EXPECT_EQ(view.readout(), all);
}

TEST(RooflineView, EveryPointStandsInThePicture) {
    RooflineView view;
    view.resize(700, 460);
    view.setOutcome(sample());
    for (const RoofPoint& point : view.model().points)
        EXPECT_TRUE(view.rect().contains(view.placeOf(point).toPoint())) << point.name.toStdString();
}

} // namespace
} // namespace supernode
