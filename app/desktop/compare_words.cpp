// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/compare_words.h"

#include "model/outcome/compared_work.h"
#include "model/workload/model_spec.h"
#include "views/panels/question_words.h"
#include "views/panels/workload_table.h"
#include "views/theme/number_format.h"
#include "views/theme/sentences.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace supernode {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("supernode", text); }

// Of the set of Okabe and Ito and near it, none of them the colour of failure.
constexpr std::array<const char*, 3> spareColours{"#009E73", "#9A86E8", "#B5764A"};
constexpr double nearColours = 90; // in steps of red, green and blue

bool looksLike(const QColor& a, const QColor& b) {
    const double red = a.red() - b.red(), green = a.green() - b.green(), blue = a.blue() - b.blue();
    return std::sqrt(red * red + green * green + blue * blue) < nearColours;
}

QColor ownColour(const QColor& wanted, const std::vector<QColor>& taken) {
    std::vector<QColor> candidates{wanted};
    for (const char* spare : spareColours)
        candidates.emplace_back(QString::fromUtf8(spare));
    for (const QColor& candidate : candidates)
        if (std::none_of(taken.begin(), taken.end(),
                         [&](const QColor& t) { return looksLike(t, candidate); }))
            return candidate;
    return wanted;
}

} // namespace

void tellApart(std::vector<BoardMachine>& machines) {
    std::vector<QColor> taken;
    for (BoardMachine& machine : machines) {
        machine.colour = ownColour(machine.colour, taken);
        taken.push_back(machine.colour);
    }
    for (std::size_t i = 0; i < machines.size(); ++i) {
        const auto isNamesake = [&](const BoardMachine& other) {
            return &other != &machines[i] &&
                   other.outcome->scenario.system->name == machines[i].outcome->scenario.system->name;
        };
        if (std::none_of(machines.begin(), machines.end(), isNamesake))
            continue;
        const QString broken = whatIfText(*machines[i].outcome);
        const QString what = broken.isEmpty() ? tr("as built") : broken;
        machines[i].name += QStringLiteral(" · ") + what;
        machines[i].shortName += broken.isEmpty() ? QStringLiteral(" · ") + what : QStringLiteral("*");
    }
}

QString whatIfText(const Outcome& outcome) {
    const std::vector<Change>& changes = outcome.scenario.changes;
    if (changes.empty())
        return {};
    const QString first = chipOf(changes.front(), outcome.fabric->system()).text;
    if (changes.size() == 1)
        return first;
    return tr("%1 and %2 more").arg(first).arg(changes.size() - 1);
}

QString refusalOf(const Scenario& scenario, const Issue& issue) {
    const std::string& reason = issue.reason;
    const QString why = termText(reason.substr(0, reason.find(": "))); // without its parts
    const QString name = QString::fromStdString(scenario.system->name);
    return reason.starts_with(scenario.system->name) ? why : tr("%1: %2").arg(name, why);
}

QString workText(const std::vector<BoardMachine>& machines, Per per) {
    for (const BoardMachine& one : machines)
        if (!one.cannot.isEmpty())
            return one.cannot + tr(".");
    if (machines.empty())
        return {};
    const Outcome& first = *machines.front().outcome;
    const SystemSpec& s = first.fabric->system();
    const Workload& work = first.scenario.workload;
    const Bytes each = sizeOf(work);
    if (each.base() <= 0) {
        const std::shared_ptr<const ModelSpec>& model = first.scenario.model;
        return tr("The same work on each: %1.")
            .arg(summaryOf(work, s, model ? QString::fromStdString(model->name) : QString()));
    }
    const bool isPair = machines.size() == 2;
    switch (sameWork(work, per)) {
    case SameWork::OneTransfer:
        return (isPair ? tr("Both move %1 from one end to another.")
                       : tr("All move %1 from one end to another."))
            .arg(byteSize(each));
    case SameWork::BufferOfARank:
        return (isPair ? tr("Each rank of both machines holds %1.")
                       : tr("Each rank of all machines holds %1."))
            .arg(byteSize(each));
    case SameWork::BytesOfAChip:
        return (isPair ? tr("Each chip of both machines holds and moves %1.")
                       : tr("Each chip of all machines holds and moves %1."))
            .arg(byteSize(each * s.endpointsPerChip()));
    case SameWork::AsAsked:
        return isPair ? tr("Both are asked the same.") : tr("All are asked the same.");
    case SameWork::BytesInAll:
        break;
    }
    return (isPair ? tr("Both machines hold and move %1 in all.")
                   : tr("Each machine holds and moves %1 in all."))
        .arg(byteSize(each * s.endpoints()));
}

} // namespace supernode
