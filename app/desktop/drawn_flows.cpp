// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/drawn_flows.h"

#include "views/theme/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace supernode {
namespace {

constexpr std::size_t mostFlows = 4'096;

std::string said(const char* text) { return QCoreApplication::translate("supernode", text).toStdString(); }

std::vector<ElementId> endpointsIn(const Fabric& fabric, ElementId element) {
    std::vector<ElementId> found;
    const bool whole = !element.valid() || fabric.element(element).kind == ElementKind::System;
    for (std::size_t i = 0; !whole && i < fabric.count(ElementKind::Endpoint); ++i)
        if (const ElementId end = fabric.id(ElementKind::Endpoint, i); fabric.contains(element, end))
            found.push_back(end);
    return found;
}

} // namespace

Result<Scenario> withStrokes(const Scenario& scenario, const Fabric& fabric,
                             const std::vector<Stroke>& strokes, Bytes bytes) {
    using Answer = Result<Scenario>;
    Flows flows;
    if (const auto* drawn = std::get_if<Flows>(&scenario.workload))
        flows = *drawn;
    const std::size_t before = flows.list.size();
    for (const auto& [from, to] : strokes) {
        const std::vector<ElementId> senders = endpointsIn(fabric, from), receivers = endpointsIn(fabric, to);
        if (senders.empty() || receivers.empty())
            return Answer::refused(
                Issue{"", said(QT_TRANSLATE_NOOP("supernode", "nothing was drawn")),
                      said(QT_TRANSLATE_NOOP("supernode",
                                             "drag from a die, a chip, a node or a rack to another"))});
        const std::size_t count = std::max(senders.size(), receivers.size());
        for (std::size_t i = 0; i < count; ++i) {
            const ElementId a = senders[i % senders.size()], b = receivers[i % receivers.size()];
            if (a != b)
                flows.list.push_back({fabric.name(a), fabric.name(b), bytes, {}});
        }
    }
    if (flows.list.size() == before)
        return Answer::refused(Issue{"",
                                     said(QT_TRANSLATE_NOOP("supernode", "a die sends nothing to itself")),
                                     said(QT_TRANSLATE_NOOP("supernode", "end the stroke at another part"))});
    if (flows.list.size() > mostFlows)
        return Answer::refused(
            Issue{"", said(QT_TRANSLATE_NOOP("supernode", "these are more than 4,096 flows")),
                  said(QT_TRANSLATE_NOOP("supernode", "draw fewer, or write them into a file"))});
    Scenario next = scenario;
    next.workload = flows;
    next.model = nullptr;
    return next;
}

Scenario withoutFlow(Scenario scenario, int index) {
    if (auto* flows = std::get_if<Flows>(&scenario.workload))
        if (index >= 0 && index < static_cast<int>(flows->list.size()))
            flows->list.erase(flows->list.begin() + index);
    return scenario;
}

QString strokeText(const Fabric& fabric, const Stroke& stroke) {
    if (!stroke.first.valid() || !stroke.second.valid())
        return {};
    return word(fabric.name(stroke.first)) + QStringLiteral(" → ") + word(fabric.name(stroke.second));
}

} // namespace supernode
