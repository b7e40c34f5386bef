// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/failure_curves.h"

#include "app/desktop/what_if_words.h"
#include "model/degradation.h"
#include "model/fabric/random_parts.h"
#include "views/theme/words.h"

#include <QCoreApplication>

#include <cmath>

namespace supernode {
namespace {

constexpr int draws = 5;
constexpr std::array shares{0.0, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 35.0, 50.0, 75.0, 100.0}; // %

QString tr(const char* text) { return QCoreApplication::translate("supernode", text); }

Scenario exchangeOn(const Scenario& machine) {
    AllToAll work;
    work.operation = Operation::Write;
    return {machine.system, machine.changes, work};
}

// How many of them a machine has that still stand; 0: none.
int standingOf(const Scenario& scenario, const std::string& part, const std::stop_token& stop) {
    const Result<OutcomePtr> whole = evaluate(scenario, nullptr, stop);
    const PartKind* const kind = partKind(part);
    return whole && kind
               ? static_cast<int>(standingParts(*(*whole)->fabric, (*whole)->state, kind->kind).size())
               : 0;
}

CurveAxis leftAxis() {
    return {tr("throughput of an all-to-all, % of the whole machine"), "%", AxisScale::Linear, 10, 0, 0.06};
}

double shareOf(double value, const DegradationCurve& curve) {
    return curve.whole.value > 0 ? 100 * value / curve.whole.value : 0;
}

std::vector<int> countsOf(int standing) {
    std::vector<int> counts;
    for (const double share : shares) {
        const int count = static_cast<int>(std::lround(share / 100 * standing));
        if (counts.empty() || count > counts.back())
            counts.push_back(count);
    }
    return counts;
}

} // namespace

CurveQuestion planesQuestion() {
    return {"planes-failed",
            tr("Planes failed, one after the other"),
            tr("with one tier each switch chip is a plane of its own"),
            {tr("planes failed"), tr("planes"), AxisScale::Linear},
            leftAxis(),
            {}};
}

CurveQuestion partsQuestion(const std::string& part) {
    return {QString::fromStdString(part) + "-failed",
            capitalized(tr("%1 failed at random").arg(partTitle(part))),
            tr("solid: median, dashed: worst of %1 draws; nothing where pairs are cut off").arg(draws),
            {tr("share that failed"), "%", AxisScale::Linear, 10, 0.015},
            leftAxis(),
            {}};
}

CurveQuestion planesFailed(const std::vector<CurveMachine>& machines, const std::stop_token& stop) {
    CurveQuestion question = planesQuestion();
    for (const CurveMachine& machine : machines) {
        const Scenario scenario = exchangeOn(machine.scenario);
        DegradationQuestion asked{"planes", {}, 1};
        for (int down = 0; down <= standingOf(scenario, "planes", stop); ++down)
            asked.down.push_back(down);
        ChartCurve& curve = question.curves.emplace_back(ChartCurve{machine.name, machine.colour, {}});
        if (const Result<DegradationCurve> made = degradationCurve(scenario, asked, stop))
            for (const DegradationPoint& point : made->points)
                curve.points << QPointF(point.down, shareOf(point.median, *made));
    }
    return question;
}

CurveQuestion partsFailed(const std::string& part, const std::vector<CurveMachine>& machines,
                          const std::stop_token& stop) {
    CurveQuestion question = partsQuestion(part);
    QStringList without;
    for (const CurveMachine& machine : machines) {
        const Scenario scenario = exchangeOn(machine.scenario);
        const int standing = standingOf(scenario, part, stop);
        if (standing == 0) {
            without << machine.name;
            continue;
        }
        ChartCurve median{machine.name, machine.colour, {}},
            worst{tr("%1 worst").arg(machine.name), machine.colour, {}, ChartCurve::Look::Dashed};
        if (const auto made = degradationCurve(scenario, {part, countsOf(standing), draws}, stop))
            for (const DegradationPoint& point : made->points) {
                const double x = 100.0 * point.down / standing;
                median.points << QPointF(x, shareOf(point.median, *made));
                worst.points << QPointF(x, shareOf(point.worst, *made));
            }
        question.curves.push_back(std::move(median));
        question.curves.push_back(std::move(worst));
    }
    if (!without.isEmpty())
        question.note += tr("; none in %1").arg(without.join(tr(", ")));
    return question;
}

} // namespace supernode
