// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/inspection.h"

#include "model/outcome/busiest_link.h"
#include "views/panels/inspection_facts.h"
#include "views/panels/kind_words.h"
#include "views/panels/question_words.h"
#include "views/theme/number_format.h"
#include "views/theme/sentences.h"
#include "views/theme/words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>

namespace supernode {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("supernode", text); }

QString nameOf(const Fabric& fabric, ElementId id) {
    return word(fabric.element(id).kind == ElementKind::System ? fabric.system().name : fabric.name(id));
}

// "4 nodes · 2 boxes": what is mounted in it, by kind.
QString contentsOf(const Fabric& fabric, ElementId element) {
    std::array<int, elementKinds> counts{};
    for (const ElementId child : fabric.children(element))
        ++counts[static_cast<std::size_t>(fabric.element(child).kind)];
    QStringList parts;
    for (std::size_t k = 0; k < counts.size(); ++k)
        if (counts[k] > 0)
            parts << plural(kindName(fabric.system(), static_cast<ElementKind>(k)), counts[k]);
    if (counts[static_cast<std::size_t>(ElementKind::Box)] == 1 && parts.size() == 1)
        return tr("one box");
    return parts.join(QStringLiteral(" · "));
}

QString nodeSubtitle(const Fabric& fabric, const Element& node) {
    const SystemSpec& s = fabric.system();
    QString text = QStringLiteral("%1 · %2 × %3")
                       .arg(nameOf(fabric, node.parent))
                       .arg(s.chipsPerNode())
                       .arg(QString::fromStdString(s.chip.name));
    if (s.node.cpus.value > 0)
        text +=
            QStringLiteral(", %1 × %2").arg(s.node.cpus.value).arg(QString::fromStdString(s.node.cpuName));
    return text;
}

QString subtitleOfElement(const Fabric& fabric, ElementId id) {
    const SystemSpec& s = fabric.system();
    const Element e = fabric.element(id);
    const QString separator = QStringLiteral(" · ");
    switch (e.kind) {
    case ElementKind::System:
        return subtitleOf(s);
    case ElementKind::Supernode:
    case ElementKind::Rack:
    case ElementKind::Plane:
        return contentsOf(fabric, id);
    case ElementKind::Box:
        return nameOf(fabric, e.parent) + separator + contentsOf(fabric, id);
    case ElementKind::Node:
        return nodeSubtitle(fabric, e);
    case ElementKind::Chip:
    case ElementKind::Endpoint:
    case ElementKind::HbmStack:
        return nameOf(fabric, e.parent) + separator + QString::fromStdString(s.chip.name);
    case ElementKind::Cpu:
        return nameOf(fabric, e.parent) + separator + QString::fromStdString(s.node.cpuName);
    case ElementKind::LeafSwitch:
    case ElementKind::SpineSwitch:
    case ElementKind::CoreSwitch:
        return nameOf(fabric, e.parent) + separator + tr("plane %1").arg(e.plane + 1);
    case ElementKind::Cable:
    case ElementKind::Module:
    case ElementKind::ScaleOutSwitch:
    case ElementKind::VpcSwitch:
        return nameOf(fabric, id);
    case ElementKind::Link:
        break;
    }
    const Link& link = fabric.link(fabric.linkOf(id));
    return nameOf(fabric, link.lower) + QStringLiteral(" ↔ ") + nameOf(fabric, link.upper);
}

// The outermost failed thing on the way from the system to the element; the element itself when there is
// none.
ElementId failedAround(const Outcome& outcome, ElementId element) {
    for (const ElementId outer : outcome.fabric->path(element))
        if (!outcome.state.alive(outer))
            return outer;
    return element;
}

// What took the element down: its plane, what it is mounted in, for a link what its ends are mounted in, or
// itself.
ElementId causeOfFailure(const Outcome& outcome, ElementId element) {
    const Fabric& fabric = *outcome.fabric;
    const Element e = fabric.element(element);
    if (e.plane >= 0)
        if (const ElementId plane = fabric.id(ElementKind::Plane, static_cast<std::size_t>(e.plane));
            !outcome.state.alive(plane))
            return plane;
    if (e.kind == ElementKind::Link) {
        const Link& link = fabric.link(fabric.linkOf(element));
        std::vector<ElementId> ends{link.lower, link.upper, link.cable};
        if (link.cable.valid())
            for (const CableEnd end : {CableEnd::Lower, CableEnd::Upper})
                ends.push_back(fabric.module(link.cable, end));
        for (const ElementId end : ends)
            if (end.valid() && !outcome.state.alive(end))
                return failedAround(outcome, end);
    }
    return failedAround(outcome, element);
}

bool isPartOf(const Fabric& fabric, ElementId inner, ElementId outer) {
    const std::vector<ElementId> path = fabric.path(inner);
    return std::find(path.begin(), path.end(), outer) != path.end();
}

bool bottleneckConcerns(const Outcome& outcome, ElementId element) {
    const Fabric& fabric = *outcome.fabric;
    return std::any_of(
        outcome.bottleneck.elements.begin(), outcome.bottleneck.elements.end(),
        [&](ElementId at) { return isPartOf(fabric, at, element) || isPartOf(fabric, element, at); });
}

bool withoutMemory(const Outcome& outcome, ElementId element) {
    const std::vector<ElementId> parts = outcome.fabric->children(element);
    const bool named = std::any_of(
        outcome.scenario.changes.begin(), outcome.scenario.changes.end(), [&](const Change& change) {
            const auto* fail = std::get_if<Fail>(&change);
            const Result<ElementId> found = fail ? outcome.fabric->find(fail->element) : Result(ElementId());
            return fail && found && *found == element;
        });
    return outcome.fabric->element(element).kind == ElementKind::Endpoint && !named && !parts.empty();
}

QString failureSentence(const Outcome& outcome, ElementId element) {
    const Fabric& fabric = *outcome.fabric;
    const QString name = capitalized(nameOf(fabric, element));
    const ElementId cause = causeOfFailure(outcome, element);
    if (cause == element && fabric.element(element).kind == ElementKind::HbmStack)
        return tr("%1 is down. Its die goes on with the other stacks: with less memory, at a lower rate.")
            .arg(name);
    if (cause == element && withoutMemory(outcome, element))
        return tr("%1 is down because none of its stacks of memory is left. Restore one of them.").arg(name);
    if (cause != element)
        return tr("%1 is down because %2 is down. It carries nothing until %2 is restored.")
            .arg(name, nameOf(fabric, cause));
    return tr("%1 is down, and with it everything in it. Traffic takes the links that are left; what has "
              "none "
              "left is not delivered.")
        .arg(name);
}

// What links can carry: four digits are enough for any machine of the family.
QString roomText(double value) {
    const double step = value > 0 ? std::pow(10.0, std::floor(std::log10(value)) - 3) : 1;
    return exact(std::round(value / step) * step);
}

bool inTera(Bandwidth rate) { return rate.base() >= 1e13; }

QString rateText(Bandwidth rate) {
    return inTera(rate) ? withUnit(roomText(rate.base() / 1e12), QStringLiteral("TB/s"))
                        : withUnit(roomText(rate.base() / 1e9), QStringLiteral("GB/s"));
}

// Of a die: what is left of its memory, and how many tokens its experts get; both as they differ from others.
ElementId memoryOwner(const Fabric& fabric, ElementId element) {
    const Element e = fabric.element(element);
    return e.kind == ElementKind::HbmStack ? e.parent : element;
}

QString memorySentence(const Outcome& outcome, ElementId element) {
    const Fabric& fabric = *outcome.fabric;
    const ElementId die = memoryOwner(fabric, element);
    const Element e = fabric.element(die);
    if (e.kind != ElementKind::Endpoint || !outcome.state.alive(die))
        return {};
    const MemoryLeft left = outcome.state.memoryOf(e.index);
    if (left == MemoryLeft())
        return {};
    const QString name = capitalized(nameOf(fabric, die));
    const QString what = tr("%1 has %2 of its memory at %3 of the rate.")
                             .arg(name, percent(left.capacity), percent(left.rate));
    const auto worksIn = [&](const PlacedGroup& group) {
        return std::find(group.endpoints.begin(), group.endpoints.end(), e.index) != group.endpoints.end();
    };
    const bool waited = std::any_of(outcome.groups.begin(), outcome.groups.end(), worksIn);
    return waited ? what + " " + tr("All that work with it wait for it.") : what;
}

QString expertSentence(const Outcome& outcome, const ExpertRank& rank) {
    const Fabric& fabric = *outcome.fabric;
    const QString name = capitalized(nameOf(fabric, fabric.id(ElementKind::Endpoint, rank.endpoint)));
    const QString load = tr("%1 gets %2 times the mean number of tokens.").arg(name, modelled(rank.load));
    constexpr double even = 1.005; // all get the same, as far as the number is shown
    const bool hottest = rank.load > even && std::all_of(outcome.experts.begin(), outcome.experts.end(),
                                                         [&](const ExpertRank& other) {
                                                             return other.load <= rank.load * (1 + 1e-9);
                                                         });
    return hottest ? load + " " +
                         tr("It is the hottest and sets the pace; a copy of its expert elsewhere "
                            "takes tokens off it.")
                   : load;
}

const ExpertRank* expertsOf(const Outcome& outcome, ElementId element) {
    const Element e = outcome.fabric->element(element);
    const bool single = e.kind == ElementKind::Chip && outcome.fabric->system().endpointsPerChip() == 1;
    return e.kind == ElementKind::Endpoint || single ? outcome.expertsOn(e.index) : nullptr;
}

QString lossSentence(const Fabric& fabric, ElementId element, const ElementUse& use) {
    const QString name = capitalized(nameOf(fabric, element));
    if (use.failedLinks > 0)
        return tr("%1 of its %2 links are down, so %3 has %4 of its %5.")
            .arg(QLocale().toString(static_cast<int>(use.failedLinks)),
                 QLocale().toString(static_cast<int>(use.links)), name, rateText(use.capacityOut),
                 rateText(use.healthyOut));
    return tr("%1 is slowed to %2 of its %3.").arg(name, rateText(use.capacityOut), rateText(use.healthyOut));
}

void explainWhy(Inspection& inspection, const Outcome& outcome, const ElementUse& use) {
    const Fabric& fabric = *outcome.fabric;
    const bool system = fabric.element(inspection.element).kind == ElementKind::System;
    QStringList sentences;
    if (inspection.failed) {
        inspection.whyTitle = tr("Why is it down?");
        inspection.why = failureSentence(outcome, inspection.element);
        return;
    }
    bool lost = use.capacityOut.base() < use.healthyOut.base() * (1 - 1e-9);
    if (lost)
        sentences << lossSentence(fabric, inspection.element, use);
    if (const QString memory = memorySentence(outcome, inspection.element); !memory.isEmpty()) {
        sentences << memory;
        lost = true;
    }
    if (const ExpertRank* rank = expertsOf(outcome, inspection.element))
        sentences << expertSentence(outcome, *rank);
    if (!outcome.bottleneck.sentence.empty() && (system || bottleneckConcerns(outcome, inspection.element)))
        sentences << supernode::sentences(outcome.bottleneck.sentence);
    if (sentences.isEmpty())
        return;
    // A machine that has lost links is no slower where it waits for something else.
    const std::string& limit = outcome.bottleneck.path;
    const bool ofLinks =
        limit.starts_with("fabric.") || limit.starts_with("scale_out.") || limit.starts_with("vpc.");
    inspection.whyTitle = lost && (ofLinks || !system) ? tr("Why is it slower?") : tr("Why not faster?");
    inspection.why = sentences.join(' ');
}

// What was not known or could not be taken into account: the answer holds all the same.
QStringList notesOf(const Outcome& outcome) {
    QStringList notes;
    for (const Issue& warning : outcome.warnings) {
        const QString note =
            tr("%1: %2.").arg(capitalized(termText(warning.reason)), termText(warning.remedy));
        if (!notes.contains(note))
            notes << note;
    }
    return notes;
}

InspectionRow modelledRow(const QString& label, const QString& value, const QString& formula) {
    return {label, value, Grade::Modelled, formula, {}, {}, {}};
}

InspectionRow rateRow(const QString& label, Bandwidth now, Bandwidth capacity, const ElementUse& use) {
    const bool tera = inTera(capacity);
    const QString unit = tera ? QStringLiteral("TB/s") : QStringLiteral("GB/s");
    const double scale = tera ? 1e12 : 1e9;
    const QString number = modelled(now.base() / scale);
    // Rounded to three digits the one must not pass the other: "151 of 151", not "151 of 150.5".
    const bool full = modelled(capacity.base() / scale) == number;
    const QString room = full ? number : roomText(capacity.base() / scale);
    const QString value =
        capacity.base() > 0 ? tr("%1 of %2").arg(number, withUnit(room, unit)) : withUnit(number, unit);
    const QString formula = tr("%1 is the sum of the payload rates over the links at its border, for the "
                               "whole system over the links "
                               "of its endpoints; %2 is what those links can carry after failures. In it and "
                               "at its border %3 of %4 "
                               "links are up. The protocol's share is not counted as payload.")
                                .arg(withUnit(number, unit), withUnit(room, unit),
                                     QLocale().toString(static_cast<int>(use.links - use.failedLinks)),
                                     QLocale().toString(static_cast<int>(use.links)));
    return modelledRow(label, value, formula);
}

InspectionRow busiestRow(const Outcome& outcome, const Interval& interval, ElementId element,
                         const ElementUse& use) {
    InspectionRow row =
        modelledRow(tr("Busiest link"), percent(use.utilization),
                    tr("%1 = bytes on the wire, protocol included, over what the link can carry; the "
                       "largest of its %2 links, both directions.")
                        .arg(percent(use.utilization), QLocale().toString(static_cast<int>(use.links))));
    if (!outcome.fabric->linkOf(element).valid())
        if (const BusiestLink busiest = busiestLink(outcome, interval, element); busiest.link.valid()) {
            row.element =
                QString::fromStdString(outcome.fabric->name(outcome.fabric->elementOf(busiest.link)));
            if (busiest.alike > 1)
                row.explanation += " " + tr("%1 of them are as busy; this is the first.")
                                             .arg(QLocale().toString(static_cast<int>(busiest.alike)));
        }
    return row;
}

void addModelledRows(Inspection& inspection, const Outcome& outcome, const Interval& interval,
                     const ElementUse& use) {
    const ElementKind kind = outcome.fabric->element(inspection.element).kind;
    auto& rows = inspection.rows;
    const bool link = kind == ElementKind::Link || kind == ElementKind::Cable || kind == ElementKind::Module;
    const bool chip = kind == ElementKind::LeafSwitch || kind == ElementKind::SpineSwitch ||
                      kind == ElementKind::CoreSwitch || kind == ElementKind::Plane ||
                      kind == ElementKind::ScaleOutSwitch || kind == ElementKind::VpcSwitch;
    if (use.links == 0)
        return;
    const QString out = link ? tr("Up") : chip ? tr("Out") : tr("Sends");
    const QString in = link ? tr("Down") : chip ? tr("In") : tr("Receives");
    if (use.healthyOut.base() > 0) {
        rows.push_back(rateRow(out, use.out, use.capacityOut, use));
        rows.push_back(rateRow(in, use.in, use.capacityIn, use));
    }
    rows.push_back(busiestRow(outcome, interval, inspection.element, use));
    const QString up = QLocale().toString(static_cast<int>(use.links - use.failedLinks));
    const QString all = QLocale().toString(static_cast<int>(use.links));
    rows.push_back(
        modelledRow(tr("Links up"), tr("%1 of %2").arg(up, all),
                    tr("Counted in the wiring after the failures of this what-if: %1 links have an end "
                       "in it, %2 of them are up.")
                        .arg(all, up)));
}

// What a what-if says of this very element; what it is mounted in may be slowed, too.
double speedOf(const Outcome& outcome, ElementId element) {
    double percent = 100;
    for (const Change& change : outcome.scenario.changes)
        if (const Slow* slow = std::get_if<Slow>(&change))
            if (const Result<ElementId> found = outcome.fabric->find(slow->element);
                found && *found == element)
                percent = slow->percent;
    return percent;
}

// A language model with experts works on it: each of its ranks can hold one more.
bool addsExperts(const Outcome& outcome, ElementId element) {
    const Element e = outcome.fabric->element(element);
    return e.kind == ElementKind::Endpoint && outcome.metric("redundant_experts") &&
           !outcome.groups.empty() &&
           std::find(outcome.groups.front().endpoints.begin(), outcome.groups.front().endpoints.end(),
                     e.index) != outcome.groups.front().endpoints.end();
}

} // namespace

Inspection inspectionOf(const Outcome& outcome, const Interval& interval, ElementId element) {
    const Fabric& fabric = *outcome.fabric;
    const ElementKind kind = fabric.element(element).kind;
    const ElementUse use = useOf(outcome, interval, element);
    Inspection made;
    made.element = element;
    made.title = capitalized(word(fabric.shortName(element)));
    made.subtitle = subtitleOfElement(fabric, element);
    made.failed = !outcome.state.alive(element);
    made.canFail = kind != ElementKind::System;
    made.speedPercent = speedOf(outcome, element);
    // A button has room for one word: "chip" of "NVSwitch chip".
    const QString noun = kindWord(fabric.system(), kind).section(' ', -1);
    made.speedName = kind == ElementKind::HbmStack ? tr("Memory runs at") : tr("Links run at");
    if (const ExpertRank* rank = expertsOf(outcome, element); rank && !made.failed && !rank->experts.empty())
        made.copyText = tr("Copy its hottest expert");
    else if (addsExperts(outcome, element))
        made.copyText = tr("One more expert on each");
    made.failText = tr("Fail %1").arg(noun);
    made.cause = made.failed ? causeOfFailure(outcome, element) : element;
    made.restoreText = tr("Restore %1").arg(made.cause == element ? noun : nameOf(fabric, made.cause));
    explainWhy(made, outcome, use);
    if (kind == ElementKind::System)
        made.notes = notesOf(outcome);
    addModelledRows(made, outcome, interval, use);
    for (InspectionRow& row : factRowsOf(fabric.system(), kind))
        made.rows.push_back(std::move(row));
    return made;
}

} // namespace supernode
