// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/curves_page.h"

#include "app/files/builtin.h"
#include "model/evaluate.h"
#include "views/panels/segmented.h"

#include <QTest>

#include <gtest/gtest.h>

namespace supernode {
namespace {

std::vector<Scenario> machines() {
    std::vector<Scenario> all;
    for (const SystemPtr& system : builtinSystems())
        all.push_back({system, {}, Specification{}});
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
    const std::vector<CurveQuestion> made = curvesOf(CurveSubject::AllReduce, machines());
    ASSERT_EQ(made.size(), 2u);
    AllReduce work;
    work.bytes = mebibytes(1024);
    const SystemPtr system = builtinSystem("cloudmatrix384");
    EXPECT_DOUBLE_EQ(yAt(made[0].curves[0], 1024), (*evaluate({system, {}, work}))->metric("time")->value);
    work.bytes = mebibytes(64);
    work.ranks.count = 16;
    EXPECT_DOUBLE_EQ(yAt(made[1].curves[0], 8), (*evaluate({system, {}, work}))->metric("time")->value);
    EXPECT_EQ(made[1].curves[1].points.back().x(), 72) << "NVL72 ends with its own GPUs";
}

// More requests at once: a user gets fewer tokens a second, the chip gives more.
TEST(CurveData, ABatchTradesOneUserAgainstTheChip) {
    for (const ChartCurve& curve : curvesOf(CurveSubject::Decode, machines())[0].curves) {
        ASSERT_GE(curve.points.size(), 5) << curve.name.toStdString();
        for (qsizetype i = 1; i < curve.points.size(); ++i) {
            EXPECT_GT(curve.points[i].x(), curve.points[i - 1].x());
            EXPECT_LT(curve.points[i].y(), curve.points[i - 1].y());
        }
    }
}

TEST(CurvesPageTest, AnotherSubjectBringsOtherCurves) {
    CurvesPage page;
    page.setMachines(machines());
    page.setActive(true);
    page.waitForAnswer();
    EXPECT_EQ(page.card(0).question().xUnit, "MiB");
    page.show();
    QTest::mouseClick(page.subjects().option(3), Qt::LeftButton);
    page.waitForAnswer();
    EXPECT_EQ(page.card(0).question().xUnit, "tokens/s");
}

} // namespace
} // namespace supernode
