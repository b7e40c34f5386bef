// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/curve_data.h"

#include "app/files/open_scenario.h"
#include "model/evaluate.h"
#include "views/theme/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace supernode {
namespace {

constexpr double mebibyte = 1048576;
constexpr int fixedMebibytes = 64, requestsPerChip = 32, expertRanks = 64, mostTokens = 8192;

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

ChartCurve pairAgainstSize(const CurveMachine& machine, const char* metric, const std::stop_token& stop) {
    ChartCurve curve = startOf(machine);
    Asker ask(machine.scenario, stop);
    if (!machine.scenario.system->transfer.access)
        curve.look = ChartCurve::Look::Dashed; // a bound
    PointToPoint work;
    work.operation = Operation::Read;
    for (double size = 1 / 4096.0; size <= 1024; size *= 4) {
        work.bytes = bytes(size * mebibyte);
        if (const auto value = ask(work, metric))
            curve.points << QPointF(size, *value);
    }
    return curve;
}

template <class Exchange>
ChartCurve againstTokens(const CurveMachine& machine, const std::stop_token& stop) {
    ChartCurve curve = startOf(machine);
    Asker ask(machine.scenario, stop);
    Exchange work;
    work.route.ranks.count = expertRanks;
    for (int tokens = 8; tokens <= mostTokens; tokens *= 2) {
        work.route.tokensPerRank = tokens;
        if (const auto time = ask(work, "time"))
            curve.points << QPointF(tokens, *time);
    }
    return curve;
}

std::array<ChartCurve, 2> curvesOfOne(CurveSubject subject, const CurveMachine& machine,
                                      const std::stop_token& stop) {
    switch (subject) {
    case CurveSubject::OnePair:
        return {pairAgainstSize(machine, "time", stop), pairAgainstSize(machine, "bandwidth", stop)};
    case CurveSubject::Experts:
        return {againstTokens<MoeDispatch>(machine, stop), againstTokens<MoeCombine>(machine, stop)};
    case CurveSubject::Decode:
        return {pareto(machine, stop), againstChips(subject, machine, stop)};
    default:
        return {againstSize(subject, machine, stop), againstChips(subject, machine, stop)};
    }
}

const char* idOf(CurveSubject subject) {
    return subject == CurveSubject::AllReduce   ? "all-reduce"
           : subject == CurveSubject::AllGather ? "all-gather"
                                                : "all-to-all";
}

CurveAxis upright(const QString& title, const QString& unit) {
    return {title, unit, AxisScale::Logarithmic, 10, 0, 0.06};
}

std::array<CurveQuestion, 2> pairQuestions() {
    const CurveAxis size{tr("bytes"), "MiB", AxisScale::Logarithmic, 2};
    const QString note =
        tr("One end reads from another node; dashed: its bytes alone, no latency is published");
    return {{{"pair-time", tr("Time against message size"), note, size, upright(tr("time"), "us"), {}},
             {"pair-bandwidth",
              tr("Bandwidth against message size"),
              note,
              size,
              upright(tr("bandwidth"), "GB/s"),
              {}}}};
}

std::array<CurveQuestion, 2> expertQuestions() {
    const CurveAxis tokens{tr("tokens of a rank"), tr("tokens"), AxisScale::Logarithmic, 2};
    const QString note = tr("DeepSeek-R1's experts on %1 ranks").arg(expertRanks);
    return {{{"dispatch-tokens", tr("Dispatch"), note, tokens, upright(tr("time"), "us"), {}},
             {"combine-tokens", tr("Combine"), note, tokens, upright(tr("time"), "us"), {}}}};
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
    case CurveSubject::OnePair:
        return tr("One pair");
    case CurveSubject::Experts:
        return tr("Experts");
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
    if (subject == CurveSubject::OnePair)
        return pairQuestions();
    if (subject == CurveSubject::Experts)
        return expertQuestions();
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
        std::array<ChartCurve, 2> curves = curvesOfOne(subject, machine, stop);
        for (std::size_t i = 0; i < made.size(); ++i)
            made[i].curves.push_back(std::move(curves[i]));
    }
    return made;
}

} // namespace supernode
