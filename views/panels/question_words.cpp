// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/question_words.h"

#include "model/system/facts_of_system.h"
#include "views/theme/number_format.h"
#include "views/theme/words.h"

#include <QCoreApplication>

#include <cmath>

namespace supernode {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("QuestionWords", text); }

QString endpointsOf(const SystemSpec& system) { return plural(system.chip.endpointWord, system.endpoints()); }

// What the system file says of a fact; nothing when it says nothing.
std::optional<Provenance> provenanceOf(const SystemSpec& system, const std::string& path) {
    std::optional<Provenance> from;
    visitFacts(system, [&](std::string_view at, const auto& fact) {
        if (at != path)
            return;
        if constexpr (requires { fact.from; })
            from = fact.from;
        else if (fact)
            from = fact->from;
    });
    return from;
}

QString nameOfFact(const std::string& path) {
    QString name = QString::fromStdString(path.substr(path.rfind('.') + 1));
    return word(name.replace('_', ' ').toStdString());
}

// Bandwidth is told in GB/s wherever the source counts bits.
ChangeChip setChip(const SetFact& set, const SystemSpec& system) {
    const QString name = nameOfFact(set.path);
    const std::optional<Provenance> from = provenanceOf(system, set.path);
    if (!from)
        return {tr("%1 set to %2").arg(name, exact(set.value)), false};
    const bool bits = from->unit == "Gbit/s";
    const double scale = bits ? 8 : 1;
    const QString unit = bits ? QStringLiteral("GB/s") : QString::fromStdString(from->unit);
    return {tr("%1 %2 to %3").arg(name, exact(from->shown / scale), withUnit(exact(set.value / scale), unit)),
            false};
}

} // namespace

int rowOf(const Workload& workload) {
    for (std::size_t row = 0; row < workloadKinds.size(); ++row)
        if (workloadOf(workloadKinds[row], workload).index() == workload.index())
            return static_cast<int>(row);
    return -1;
}

QString titleOf(WorkloadKind kind) {
    switch (kind) {
    case WorkloadKind::AllToAll:
        return tr("All-to-all");
    case WorkloadKind::Permutation:
        return tr("Random permutation");
    case WorkloadKind::Incast:
        return tr("Incast");
    case WorkloadKind::PointToPoint:
        break;
    }
    return tr("Point to point");
}

QString plural(const std::string& single, int count) {
    const QString number = QLocale().toString(count);
    const QString many = QCoreApplication::translate("Model", (single + "s").c_str());
    return count == 1 ? number + " " + word(single) : number + " " + many;
}

QString subtitleOf(const Workload& workload, const SystemSpec& system) {
    const QString size = byteSize(sizeOf(workload));
    if (std::holds_alternative<AllToAll>(workload))
        return tr("%1, %2 each").arg(endpointsOf(system), size);
    if (const auto* permutation = std::get_if<Permutation>(&workload))
        return tr("%1 each, seed %2").arg(size).arg(permutation->seed);
    if (const auto* incast = std::get_if<Incast>(&workload))
        return tr("%1 each to %2")
            .arg(size, incast->to.empty() ? tr("one %1").arg(word(system.chip.endpointWord))
                                          : QString::fromStdString(incast->to));
    if (const auto* pair = std::get_if<PointToPoint>(&workload)) {
        const QString verb = pair->operation == Operation::Read    ? tr("reads")
                             : pair->operation == Operation::Write ? tr("writes")
                                                                   : tr("sends");
        return tr("one %1 %2 %3").arg(word(system.chip.endpointWord), verb, size);
    }
    return tr("data sheet only");
}

QString subtitleOf(const SystemSpec& system) {
    return tr("%1 × %2 · %3")
        .arg(QLocale().toString(system.chips()), QString::fromStdString(system.chip.name),
             plural(system.fabric.planeWord.empty() ? "plane" : system.fabric.planeWord, system.planes()));
}

Workload workloadOf(WorkloadKind kind, const Workload& like) {
    Workload made = AllToAll{};
    if (kind == WorkloadKind::Permutation)
        made = Permutation{};
    else if (kind == WorkloadKind::Incast)
        made = Incast{};
    else if (kind == WorkloadKind::PointToPoint)
        made = PointToPoint{};
    if (made.index() == like.index())
        return like;
    if (sizeOf(like).base() <= 0)
        return made; // it has no size to carry over
    return withOperation(withSize(made, sizeOf(like)), operationOf(like));
}

Bytes sizeOf(const Workload& workload) {
    return std::visit(
        [](const auto& w) {
            if constexpr (requires { w.bytes; })
                return w.bytes;
            else
                return Bytes();
        },
        workload);
}

Workload withSize(Workload workload, Bytes size) {
    std::visit(
        [&](auto& w) {
            if constexpr (requires { w.bytes; })
                w.bytes = size;
        },
        workload);
    return workload;
}

Operation operationOf(const Workload& workload) {
    return std::visit(
        [](const auto& w) {
            if constexpr (requires { w.operation; })
                return w.operation;
            else
                return Operation::Line;
        },
        workload);
}

Workload withOperation(Workload workload, Operation operation) {
    std::visit(
        [&](auto& w) {
            if constexpr (requires { w.operation; })
                w.operation = operation;
        },
        workload);
    return workload;
}

int sizeStep(Bytes size) {
    if (size.base() < 1024)
        return 0;
    return std::clamp(static_cast<int>(std::lround(std::log2(size.base()))) - 10, 0, sizeSteps);
}

Bytes sizeAt(int step) { return bytes(std::ldexp(1024.0, step)); }

ChangeChip chipOf(const Change& change, const SystemSpec& system) {
    if (const auto* fail = std::get_if<Fail>(&change))
        return {tr("%1 failed").arg(QString::fromStdString(fail->element)), true};
    if (const auto* slow = std::get_if<Slow>(&change))
        return {tr("%1 slowed to %2")
                    .arg(QString::fromStdString(slow->element),
                         withUnit(exact(slow->percent), QStringLiteral("%"))),
                false};
    if (const auto* restore = std::get_if<Restore>(&change))
        return {tr("%1 restored").arg(QString::fromStdString(restore->element)), false};
    return setChip(std::get<SetFact>(change), system);
}

} // namespace supernode
