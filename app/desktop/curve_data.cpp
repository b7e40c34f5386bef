// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/curve_data.h"

#include "app/files/open_scenario.h"
#include "model/evaluate.h"
#include "views/theme/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace supernode {
namespace {

constexpr double mebibyte = 1048576;
constexpr int fixedMebibytes = 64, requestsPerChip = 32;

QString tr(const char* text) { return QCoreApplication::translate("supernode", text); }

// Asks one machine again and again, its wiring at hand.
class Asker {
public:
    Asker(const Scenario& machine, const std::stop_token& stop) : m_machine(machine), m_stop(stop) {}

    std::optional<double> operator()(const Workload& workload, const char* metric) {
        if (m_stop.stop_requested())
            return std::nullopt;
        Scenario scenario = m_machine;
        scenario.workload = workload;
        const Result<Scenario> whole = withModel(std::move(scenario));
        const Result<OutcomePtr> answer =
            whole ? evaluate(*whole, m_last.get(), m_stop) : Result<OutcomePtr>::refused(whole.issues());
        if (!answer)
            return std::nullopt;
        m_last = *answer;
        const Metric* const found = m_last->metric(metric);
        return found && found->value > 0 ? std::optional(found->value) : std::nullopt;
    }

private:
    const Scenario& m_machine;
    const std::stop_token& m_stop;
    OutcomePtr m_last;
};

Workload collective(CurveSubject subject, double mebibytesOfRank, int ranks) {
    const auto with = [&](auto work) {
        work.operation = Operation::Write;
        work.bytes = bytes(mebibytesOfRank * mebibyte);
        work.ranks.count = ranks;
        return Workload(work);
    };
    return subject == CurveSubject::AllReduce   ? with(AllReduce{})
           : subject == CurveSubject::AllGather ? with(AllGather{})
                                                : with(AllToAll{});
}

Decode decodeOn(const SystemSpec& system, int chips, int batch) {
    Decode work;
    work.chips = chips;
    work.precision = system.chip.fourBit ? Precision::Fp8 : Precision::Int8;
    work.batchPerChip = batch;
    return work;
}

// 8, 16, 32, ... and all.
std::vector<int> chipCounts(const SystemSpec& system) {
    std::vector<int> counts;
    for (int chips = 8; chips < system.chips(); chips *= 2)
        counts.push_back(chips);
    counts.push_back(system.chips());
    return counts;
}

ChartCurve startOf(const CurveMachine& machine) { return {machine.name, machine.colour, {}}; }

ChartCurve againstSize(CurveSubject subject, const CurveMachine& machine, const std::stop_token& stop) {
    ChartCurve curve = startOf(machine);
    Asker ask(machine.scenario, stop);
    for (double size = 1 / 1024.0; size <= 4096; size *= 4)
        if (const auto time = ask(collective(subject, size, 0), "time"))
            curve.points << QPointF(size, *time);
    return curve;
}

ChartCurve againstChips(CurveSubject subject, const CurveMachine& machine, const std::stop_token& stop) {
    const SystemSpec& system = *machine.scenario.system;
    ChartCurve curve = startOf(machine);
    Asker ask(machine.scenario, stop);
    for (const int chips : chipCounts(system)) {
        const auto value =
            subject == CurveSubject::Decode
                ? ask(decodeOn(system, chips, requestsPerChip), "tokens_per_second_per_chip")
                : ask(collective(subject, fixedMebibytes, chips * system.endpointsPerChip()), "time");
        if (value)
            curve.points << QPointF(chips, *value);
    }
    return curve;
}

// Tokens a second for one user against those of a chip, batch by batch; x rising means fewer requests.
ChartCurve pareto(const CurveMachine& machine, const std::stop_token& stop) {
    ChartCurve curve = startOf(machine);
    Asker ask(machine.scenario, stop);
    for (int batch = 1; batch <= 4096; batch *= 2) {
        const Decode work = decodeOn(*machine.scenario.system, 0, batch);
        const auto each = ask(work, "time_per_output_token"), all = ask(work, "tokens_per_second_per_chip");
        if (!each || !all)
            break;
        curve.points.prepend(QPointF(1000 / *each, *all));
        curve.notes.prepend(tr("%1 requests a chip").arg(batch));
    }
    return curve;
}

const char* idOf(CurveSubject subject) {
    return subject == CurveSubject::AllReduce   ? "all-reduce"
           : subject == CurveSubject::AllGather ? "all-gather"
                                                : "all-to-all";
}

CurveAxis upright(const QString& title, const QString& unit) {
    return {title, unit, AxisScale::Logarithmic, 10, 0, 0.06};
}

} // namespace

QString nameOf(CurveSubject subject) {
    switch (subject) {
    case CurveSubject::AllReduce:
        return tr("All-reduce");
    case CurveSubject::AllGather:
        return tr("All-gather");
    case CurveSubject::AllToAll:
        return tr("All-to-all");
    case CurveSubject::Decode:
        return tr("Decode");
    case CurveSubject::Failures:
        break;
    }
    return tr("Failures");
}

std::array<CurveQuestion, 2> questionsOf(CurveSubject subject, const std::string& part) {
    if (subject == CurveSubject::Failures)
        return {planesQuestion(), partsQuestion(part)};
    const CurveAxis chips{tr("chips"), tr("chips"), AxisScale::Logarithmic, 2};
    if (subject == CurveSubject::Decode)
        return {{{"decode-pareto",
                  tr("What a chip gives against what a user gets"),
                  tr("DeepSeek-R1, whole machine, batch doubled from point to point"),
                  {tr("tokens/s of one user"), tr("tokens/s"), AxisScale::Logarithmic, 10, 0.05},
                  upright(tr("tokens/s of a chip"), tr("tokens/s")),
                  {}},
                 {"decode-scaling",
                  tr("Scaling from 8 chips to the whole machine"),
                  tr("DeepSeek-R1, %1 requests a chip; level is perfect scaling").arg(requestsPerChip),
                  chips,
                  upright(tr("tokens/s of a chip"), tr("tokens/s")),
                  {}}}};
    const QString id = QString::fromUtf8(idOf(subject));
    return {{{id + "-size",
              tr("Time against message size"),
              tr("%1 among all ranks of each machine").arg(nameOf(subject)),
              {tr("bytes of a rank"), "MiB", AxisScale::Logarithmic, 2},
              upright(tr("time"), "us"),
              {}},
             {id + "-scaling",
              tr("Scaling from 8 chips to the whole machine"),
              tr("%1 of %2 MiB a rank").arg(nameOf(subject)).arg(fixedMebibytes),
              chips,
              upright(tr("time"), "us"),
              {}}}};
}

std::array<CurveQuestion, 2> curvesOf(CurveSubject subject, const std::string& part,
                                      const std::vector<CurveMachine>& machines,
                                      const std::stop_token& stop) {
    if (subject == CurveSubject::Failures)
        return {planesFailed(machines, stop), partsFailed(part, machines, stop)};
    std::array<CurveQuestion, 2> made = questionsOf(subject, part);
    for (const CurveMachine& machine : machines) {
        made[0].curves.push_back(subject == CurveSubject::Decode ? pareto(machine, stop)
                                                                 : againstSize(subject, machine, stop));
        made[1].curves.push_back(againstChips(subject, machine, stop));
    }
    return made;
}

} // namespace supernode
