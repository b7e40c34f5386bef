// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/curves_page.h"

#include "app/files/builtin.h"
#include "model/evaluate.h"
#include "views/panels/segmented.h"

#include <QTest>

#include <algorithm>
#include <gtest/gtest.h>

namespace supernode {
namespace {

std::vector<CurveMachine> machines() {
    std::vector<CurveMachine> all;
    for (const SystemPtr& system : builtinSystems())
        all.push_back({{system, {}, Specification{}}, QString::fromStdString(system->name), Qt::red});
    return all;
}

double yAt(const ChartCurve& curve, double x) {
    for (const QPointF& p : curve.points)
        if (p.x() == x)
            return p.y();
    return 0;
}

// 1 GiB = 1,024 MiB among all 768 dies; 64 MiB among the 16 dies of 8 NPUs.
TEST(CurveData, APointIsWhatTheMachineAnswersAlone) {
    const auto made = curvesOf(CurveSubject::AllReduce, {}, machines());
    AllReduce work;
    work.bytes = mebibytes(1024);
    const SystemPtr system = builtinSystem("cloudmatrix384");
    EXPECT_DOUBLE_EQ(yAt(made[0].curves[0], 1024), (*evaluate({system, {}, work}))->metric("time")->value);
    work.bytes = mebibytes(64);
    work.ranks.count = 16;
    EXPECT_DOUBLE_EQ(yAt(made[1].curves[0], 8), (*evaluate({system, {}, work}))->metric("time")->value);
    EXPECT_EQ(made[1].curves[1].points.back().x(), 72) << "NVL72 ends with its own GPUs";
}

// 64 MiB from another node, and 128 tokens of each of 64 ranks.
TEST(CurveData, PairsAndExpertsAreWhatTheMachineAnswersAlone) {
    const SystemPtr system = builtinSystem("cloudmatrix384");
    const auto valueOf = [&](const Workload& work, const char* metric) {
        return (*evaluate({system, {}, work}))->metric(metric)->value;
    };
    PointToPoint read;
    read.operation = Operation::Read;
    read.bytes = mebibytes(64);
    const auto pair = curvesOf(CurveSubject::OnePair, {}, machines());
    EXPECT_DOUBLE_EQ(yAt(pair[0].curves[0], 64), valueOf(read, "time"));
    EXPECT_DOUBLE_EQ(yAt(pair[1].curves[0], 64), valueOf(read, "bandwidth"));
    EXPECT_NE(pair[0].curves[0].look, ChartCurve::Look::Dashed);
    EXPECT_EQ(pair[0].curves[1].look, ChartCurve::Look::Dashed) << "no latency of NVL72 is published";
    MoeDispatch dispatch;
    MoeCombine combine;
    dispatch.route.ranks.count = combine.route.ranks.count = 64;
    const auto experts = curvesOf(CurveSubject::Experts, {}, machines());
    EXPECT_DOUBLE_EQ(yAt(experts[0].curves[0], 128), valueOf(dispatch, "time"));
    EXPECT_DOUBLE_EQ(yAt(experts[1].curves[0], 128), valueOf(combine, "time"));
}

// More requests at once: a user gets fewer tokens a second, the chip gives more.
TEST(CurveData, ABatchTradesOneUserAgainstTheChip) {
    const auto made = curvesOf(CurveSubject::Decode, {}, machines());
    for (const ChartCurve& curve : made[0].curves) {
        ASSERT_GE(curve.points.size(), 5) << curve.name.toStdString();
        for (qsizetype i = 1; i < curve.points.size(); ++i) {
            EXPECT_GT(curve.points[i].x(), curve.points[i - 1].x());
            EXPECT_LT(curve.points[i].y(), curve.points[i - 1].y());
        }
    }
}

// Asked to stop before it begins, there is no point on any curve.
TEST(CurveData, ToldToStopItAsksNothingMore) {
    std::stop_source source;
    source.request_stop();
    for (const CurveSubject subject : curveSubjects)
        for (const CurveQuestion& question : curvesOf(subject, "l2", machines(), source.get_token()))
            for (const ChartCurve& curve : question.curves)
                EXPECT_TRUE(curve.points.isEmpty()) << question.id.toStdString();
}

// Seven planes: each that fails takes a seventh. Eighteen switch chips: an eighteenth. The start-up of an
// operation, microseconds of some hundred, does not get longer: up to a fifth of a per cent is left of it.
TEST(FailureCurves, EachPlaneTakesItsShare) {
    const CurveQuestion made = planesFailed(machines(), {});
    for (const auto& [machine, planes] : {std::pair(0, 7), std::pair(1, 18)}) {
        const ChartCurve& curve = made.curves[static_cast<std::size_t>(machine)];
        ASSERT_EQ(curve.points.size(), planes + 1);
        for (const QPointF& p : curve.points)
            EXPECT_NEAR(p.y(), 100 * (planes - p.x()) / planes, 0.2);
    }
}

// 112 chips of the second tier; NVL72 has no optical modules.
TEST(FailureCurves, TheWorstIsNeverBetterThanTheMedian) {
    const CurveQuestion made = partsFailed("l2", machines(), {});
    ASSERT_EQ(made.curves.size(), 4u);
    const ChartCurve &median = made.curves[0], &worst = made.curves[1];
    EXPECT_EQ(worst.look, ChartCurve::Look::Dashed);
    ASSERT_EQ(median.points.size(), worst.points.size());
    for (qsizetype i = 0; i < median.points.size(); ++i) {
        EXPECT_EQ(median.points[i].x(), worst.points[i].x());
        EXPECT_LE(worst.points[i].y(), median.points[i].y());
    }
    EXPECT_DOUBLE_EQ(median.points.front().y(), 100);
    EXPECT_EQ(median.points.back(), QPointF(100, 0)) << "no chip: pairs of two nodes are cut off";
    std::vector<CurveMachine> alone{machines()[1]};
    const CurveQuestion none = partsFailed("modules", alone, {});
    EXPECT_TRUE(none.curves.empty());
    EXPECT_TRUE(none.note.contains("GB200 NVL72")) << none.note.toStdString();
}

TEST(CurvesPageTest, AnotherSubjectBringsOtherCurves) {
    CurvesPage page;
    page.setMachines(machines());
    page.setActive(true);
    page.waitForAnswer();
    EXPECT_EQ(page.card(0).question().x.unit, "MiB");
    page.show();
    const auto choose = [&](CurveSubject subject) {
        const auto at = std::find(curveSubjects.begin(), curveSubjects.end(), subject);
        QTest::mouseClick(page.subjects().option(static_cast<int>(at - curveSubjects.begin())),
                          Qt::LeftButton);
    };
    choose(CurveSubject::Decode);
    page.waitForAnswer();
    EXPECT_EQ(page.card(0).question().x.unit, "tokens/s");
    choose(CurveSubject::Failures);
    EXPECT_TRUE(page.card(1).question().isWaiting) << "what is not known yet is not shown";
    page.waitForAnswer();
    EXPECT_EQ(page.card(1).question().id, "l2-failed");
    EXPECT_TRUE(page.parts().isVisible());
    EXPECT_TRUE(page.card(0).readOut().contains("planes")) << page.card(0).readOut().toStdString();
}

} // namespace
} // namespace supernode
