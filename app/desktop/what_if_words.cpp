// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/what_if_words.h"

#include "model/fabric/random_parts.h"
#include "model/scenario/fact_knobs.h"
#include "views/panels/knob_scale.h"
#include "views/theme/number_format.h"
#include "views/theme/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace supernode {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("supernode", text); }

QString changeAgainst(const Metric& now, const Metric& before) {
    if (now.id != before.id || now.unit != before.unit || before.value == 0)
        return {};
    const double change = now.value / before.value - 1;
    if (std::abs(change) < 5e-4)
        return QStringLiteral("=");
    return (change > 0 ? QStringLiteral("▲ ") : QStringLiteral("▼ ")) +
           signedChange(change * 100, QStringLiteral("%"));
}

QString arrow(const QString& name, const QString& from, const QString& to) {
    return tr("%1: %2 → %3").arg(name, from, to);
}

// "fabric.link_rate" by the name of its knob; by its path where there is none. The unit is said once.
QString factText(const Help& help, const SystemSpec& system) {
    for (const FactKnob& fact : factKnobsOf(system)) {
        if (fact.knob.words->field != help.path)
            continue;
        const double from = help.fromValue / fact.perUnit, to = help.toValue / fact.perUnit;
        return arrow(word(std::string(fact.knob.words->name)),
                     fact.knob.words->unit.empty() ? textOf(fact.knob, from) : exact(from),
                     textOf(fact.knob, to));
    }
    return arrow(QString::fromStdString(help.path), exact(help.fromValue), exact(help.toValue));
}

QString workText(const Help& help, const Scenario& now, const SystemSpec& system) {
    for (const Knob& knob : knobsOf(now.workload, system))
        if (knob.words->field == help.path) {
            const QString name = word(std::string(knob.words->name));
            return help.to.empty() ? arrow(name, textOf(knob, help.fromValue), textOf(knob, help.toValue))
                                   : arrow(name, word(help.from), word(help.to));
        }
    return QString::fromStdString(help.path);
}

} // namespace

QString partTitle(std::string_view part) {
    const std::pair<const char*, QString> titles[] = {{"links", tr("links")},
                                                      {"modules", tr("optical modules")},
                                                      {"cables", tr("optical cables")},
                                                      {"l1", tr("first-tier chips")},
                                                      {"l2", tr("second-tier chips")},
                                                      {"l3", tr("third-tier chips")},
                                                      {"boxes", tr("switch boxes")},
                                                      {"planes", tr("planes")},
                                                      {"dies", tr("dies")},
                                                      {"chips", tr("NPUs or GPUs")},
                                                      {"stacks", tr("HBM stacks")},
                                                      {"cpus", tr("CPUs")},
                                                      {"nodes", tr("nodes")},
                                                      {"racks", tr("racks")}};
    for (const auto& [known, title] : titles)
        if (part == known)
            return title;
    return QString::fromUtf8(part.data(), static_cast<qsizetype>(part.size()));
}

std::vector<BreakablePart> breakableParts(const Outcome& outcome) {
    std::vector<BreakablePart> parts;
    for (const PartKind& kind : partKindsOf(*outcome.fabric))
        parts.push_back({QString::fromLatin1(kind.word.data()), partTitle(kind.word),
                         static_cast<int>(standingParts(*outcome.fabric, outcome.state, kind.kind).size())});
    return parts;
}

QString valueOf(const Metric& metric, double value) {
    return withUnit(modelled(value), shownUnit(QString::fromStdString(metric.unit)));
}

std::vector<HistoryEntry> historyEntries(const ChangeTree& tree, std::optional<int> compared,
                                         const std::function<const Metric*(int)>& headline) {
    const Metric* const against = compared ? headline(*compared) : nullptr;
    std::vector<HistoryEntry> entries;
    std::vector<std::pair<int, int>> open{{ChangeTree::beginning, 0}}; // step, depth
    while (!open.empty()) {
        const auto [id, depth] = open.back();
        open.pop_back();
        const ChangeStep& step = tree.step(id);
        HistoryEntry entry;
        entry.step = id;
        entry.depth = depth;
        entry.text = QString::fromStdString(step.name.empty() ? step.text : step.name);
        if (entry.text.isEmpty())
            entry.text = tr("The beginning");
        if (const Metric* const now = headline(id)) {
            entry.headline = valueOf(*now, now->value);
            entry.change = against && compared != id ? changeAgainst(*now, *against) : QString();
        }
        entry.present = id == tree.current();
        entry.compared = compared == id;
        entries.push_back(entry);
        const std::vector<int> children = tree.children(id);
        for (std::size_t i = 0; i < children.size(); ++i) // the first child goes on, last to be listed
            open.emplace_back(children[i], i == 0 ? depth : depth + 1);
    }
    return entries;
}

QString textOf(const Help& help, const Scenario& now, const SystemSpec& system) {
    switch (help.kind) {
    case Help::Kind::TakeBack:
        return tr("%1 as it was").arg(word(help.path));
    case Help::Kind::Fact:
        return factText(help, system);
    case Help::Kind::Routing:
        return arrow(tr("Routing"), word(help.from), word(help.to));
    case Help::Kind::Work:
        break;
    }
    return workText(help, now, system);
}

std::vector<HelpEntry> helpEntries(const HelpList& list, const Scenario& now, const SystemSpec& system) {
    std::vector<HelpEntry> entries;
    for (const Help& help : list.list)
        entries.push_back(
            {textOf(help, now, system),
             tr("%1 better: %2")
                 .arg(signedChange(help.gain * 100, QStringLiteral("%")), valueOf(list.metric, help.value)),
             help.gain / list.list.front().gain});
    return entries;
}

} // namespace supernode
