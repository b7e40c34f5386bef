// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/question_words.h"

#include "model/system/facts_of_system.h"
#include "views/theme/number_format.h"
#include "views/theme/words.h"

#include <QCoreApplication>

namespace supernode {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("supernode", text); }

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

// "node 1 ⇄ node 20", "3 × node 1 ⇄ node 20".
QString moveText(const MoveParts& move) {
    const QString pair =
        QString::fromStdString(move.from) + QStringLiteral(" ⇄ ") + QString::fromStdString(move.onto);
    return move.count == 1 ? pair : QStringLiteral("%1 × %2").arg(move.count).arg(pair);
}

} // namespace

QString plural(const std::string& single, int count) {
    return QLocale().toString(count) + " " + (count == 1 ? word(single) : pluralWord(single));
}

QString subtitleOf(const SystemSpec& system) {
    return tr("%1 × %2 · %3")
        .arg(QLocale().toString(system.chips()), QString::fromStdString(system.chip.name),
             plural(system.fabric.planeWord.empty() ? "plane" : system.fabric.planeWord, system.planes()));
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
    if (const auto* move = std::get_if<MoveParts>(&change))
        return {moveText(*move), false};
    if (const auto* copy = std::get_if<CopyExpert>(&change))
        return {tr("copy of an expert: %1 → %2")
                    .arg(QString::fromStdString(copy->from), QString::fromStdString(copy->onto)),
                false};
    return setChip(std::get<SetFact>(change), system);
}

} // namespace supernode
