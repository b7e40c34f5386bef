// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/group_drop.h"

#include "model/fabric/chip_order.h"
#include "views/theme/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace supernode {
namespace {

using Drop = Result<Scenario>;

QString tr(const char* text) { return QCoreApplication::translate("supernode", text); }

Drop refusedDrop(const QString& reason, const QString& remedy) {
    return Drop::refused(Issue{"", reason.toStdString(), remedy.toStdString()});
}

GroupKind kindOf(Dragged what, const Outcome& outcome) {
    if (what == Dragged::Expert)
        return GroupKind::Expert;
    if (what == Dragged::Tensor)
        return GroupKind::Tensor;
    return outcome.groups.empty() ? GroupKind::Instance : outcome.groups.front().kind;
}

// Chips or nodes by index, each once, in order.
struct Parts {
    ElementKind kind = ElementKind::Chip;
    std::vector<std::uint32_t> indices;
};

// Whole nodes where the chips fill them, else the chips.
Parts partsOf(const Fabric& fabric, std::vector<std::uint32_t> chips) {
    std::sort(chips.begin(), chips.end());
    chips.erase(std::unique(chips.begin(), chips.end()), chips.end());
    const auto perNode = static_cast<std::uint32_t>(fabric.system().chipsPerNode());
    Parts nodes{ElementKind::Node, {}};
    for (const std::uint32_t chip : chips)
        if (nodes.indices.empty() || nodes.indices.back() != chip / perNode)
            nodes.indices.push_back(chip / perNode);
    if (chips.size() == nodes.indices.size() * perNode)
        return nodes;
    return {ElementKind::Chip, std::move(chips)};
}

std::vector<std::uint32_t> chipsOf(const Fabric& fabric, const PlacedGroup& group) {
    std::vector<std::uint32_t> chips;
    for (const std::uint32_t e : group.endpoints)
        chips.push_back(e / static_cast<std::uint32_t>(fabric.system().endpointsPerChip()));
    return chips;
}

std::optional<std::uint32_t> firstChip(const Fabric& fabric, ElementId element) {
    const std::vector<std::uint32_t> chips =
        element.valid() ? chipsIn(fabric, element) : std::vector<std::uint32_t>{};
    return chips.empty() ? std::nullopt : std::optional(chips.front());
}

// Whether a row of `size` from `at` on leaves the parts alone and ends in time.
bool fits(const Parts& parts, std::size_t all, std::size_t at) {
    const std::size_t size = parts.indices.size();
    return at + size <= all && std::none_of(parts.indices.begin(), parts.indices.end(),
                                            [&](std::uint32_t i) { return i >= at && i < at + size; });
}

std::optional<std::size_t> nearestFit(const Parts& parts, std::size_t all, std::size_t wanted) {
    for (std::size_t away = 0; away < all; ++away)
        for (const std::size_t at : {wanted + away, wanted - std::min(wanted, away)})
            if (fits(parts, all, at))
                return at;
    return std::nullopt;
}

// One change for a row of neighbours, else one for each part.
void addMoves(Scenario& scenario, const Fabric& fabric, const Parts& parts, std::size_t at) {
    const auto name = [&](std::size_t i) { return fabric.name(fabric.id(parts.kind, i)); };
    const bool row = parts.indices.back() - parts.indices.front() + 1 == parts.indices.size();
    if (row) {
        scenario = withChange(std::move(scenario), MoveParts{name(parts.indices.front()), name(at),
                                                             static_cast<int>(parts.indices.size())});
        return;
    }
    for (std::size_t i = 0; i < parts.indices.size(); ++i)
        scenario = withChange(std::move(scenario), MoveParts{name(parts.indices[i]), name(at + i), 1});
}

Drop movedTo(const Scenario& scenario, const Fabric& fabric, const Parts& parts, const QString& name,
             std::uint32_t chip) {
    const bool nodes = parts.kind == ElementKind::Node;
    const std::size_t at = nodes ? chip / static_cast<std::uint32_t>(fabric.system().chipsPerNode()) : chip;
    const std::size_t all = fabric.count(parts.kind);
    if (!fits(parts, all, at)) {
        const std::optional<std::size_t> nearest = nearestFit(parts, all, at);
        const QString there = word(fabric.name(fabric.id(parts.kind, std::min(at, all - 1))));
        const QString reason = at + parts.indices.size() > all
                                   ? tr("%1 is too large for what follows %2").arg(name, there)
                                   : tr("%1 would stand on its own place").arg(name);
        return refusedDrop(
            reason, nearest ? tr("drop it on %1").arg(word(fabric.name(fabric.id(parts.kind, *nearest))))
                            : tr("give the work fewer chips first: it stands on too many to move"));
    }
    Scenario next = scenario;
    addMoves(next, fabric, parts, at);
    return next;
}

std::optional<std::uint32_t> rankOf(const Outcome& outcome, ElementId element) {
    if (!element.valid())
        return std::nullopt;
    const Element e = outcome.fabric->element(element);
    const bool single = e.kind == ElementKind::Chip && outcome.fabric->system().endpointsPerChip() == 1;
    return (e.kind == ElementKind::Endpoint || single) && outcome.expertsOn(e.index) ? std::optional(e.index)
                                                                                     : std::nullopt;
}

bool holds(const ExpertRank& rank, int expert) {
    return std::find(rank.experts.begin(), rank.experts.end(), expert) != rank.experts.end();
}

// The rank with least to do that does not hold the expert.
const ExpertRank* coolest(const Outcome& outcome, int expert) {
    const ExpertRank* found = nullptr;
    for (const ExpertRank& rank : outcome.experts)
        if (const ElementId id = outcome.fabric->id(ElementKind::Endpoint, rank.endpoint);
            outcome.state.alive(id) && !holds(rank, expert) && (!found || rank.load < found->load))
            found = &rank;
    return found;
}

QString endpointName(const Outcome& outcome, std::uint32_t endpoint) {
    return word(outcome.fabric->name(outcome.fabric->id(ElementKind::Endpoint, endpoint)));
}

} // namespace

std::vector<Dragged> draggable(const Outcome& outcome) {
    std::vector<Dragged> kinds;
    const auto has = [&](GroupKind kind) {
        return std::any_of(outcome.groups.begin(), outcome.groups.end(),
                           [&](const PlacedGroup& g) { return g.kind == kind; });
    };
    if (outcome.groups.empty())
        return kinds;
    kinds.push_back(Dragged::Whole);
    if (has(GroupKind::Expert))
        kinds.push_back(Dragged::Expert);
    if (has(GroupKind::Tensor))
        kinds.push_back(Dragged::Tensor);
    kinds.push_back(Dragged::Node);
    return kinds;
}

const PlacedGroup* groupAt(const Outcome& outcome, Dragged what, ElementId element) {
    if (!element.valid())
        return nullptr;
    const Fabric& fabric = *outcome.fabric;
    const auto perChip = static_cast<std::uint32_t>(fabric.system().endpointsPerChip());
    const std::vector<std::uint32_t> chips = chipsIn(fabric, element);
    const Element self = fabric.element(element);
    const PlacedGroup* best = nullptr;
    for (const PlacedGroup& group : outcome.groups) {
        if (group.kind != kindOf(what, outcome))
            continue;
        const bool here = std::any_of(group.endpoints.begin(), group.endpoints.end(), [&](std::uint32_t e) {
            return self.kind == ElementKind::Endpoint
                       ? e == self.index
                       : std::binary_search(chips.begin(), chips.end(), e / perChip);
        });
        if (here && !best)
            best = &group;
    }
    return best;
}

Drop withDrop(const Scenario& scenario, const Outcome& outcome, Dragged what, ElementId from,
              ElementId onto) {
    const Fabric& fabric = *outcome.fabric;
    const std::optional<std::uint32_t> first = firstChip(fabric, from), target = firstChip(fabric, onto);
    if (!target)
        return refusedDrop(tr("nothing can be placed there"), tr("drop it on a node, a rack or a chip"));
    if (what == Dragged::Node) {
        if (!first)
            return refusedDrop(tr("nothing is placed there"), tr("begin on a node"));
        const std::uint32_t node = *first / static_cast<std::uint32_t>(fabric.system().chipsPerNode());
        return movedTo(scenario, fabric, {ElementKind::Node, {node}},
                       capitalized(word(fabric.name(fabric.id(ElementKind::Node, node)))), *target);
    }
    const PlacedGroup* const group = groupAt(outcome, what, from);
    if (!group)
        return refusedDrop(tr("no group stands there"), tr("begin on a coloured band"));
    return movedTo(scenario, fabric, partsOf(fabric, chipsOf(fabric, *group)), capitalized(word(group->name)),
                   *target);
}

Drop withExpertCopy(const Scenario& scenario, const Outcome& outcome, ElementId from, ElementId onto) {
    const std::optional<std::uint32_t> hot = rankOf(outcome, from);
    if (!hot)
        return refusedDrop(tr("no expert stands there"), tr("begin on a die that takes part"));
    const ExpertRank& rank = *outcome.expertsOn(*hot);
    if (rank.experts.empty())
        return refusedDrop(tr("no expert stands there"), tr("begin on a die that takes part"));
    const int expert = rank.experts.front();
    const ExpertRank* const cool = coolest(outcome, expert);
    const QString elsewhere = cool ? tr("drop it on %1").arg(endpointName(outcome, cool->endpoint))
                                   : tr("every die holds it already");
    if (!onto.valid() && !cool)
        return refusedDrop(tr("expert %1 stands on every die").arg(expert + 1), tr("copy another"));
    const std::optional<std::uint32_t> to =
        onto.valid() ? rankOf(outcome, onto) : std::optional(cool->endpoint);
    if (!to)
        return refusedDrop(tr("that is no die that takes part"), elsewhere);
    if (holds(*outcome.expertsOn(*to), expert))
        return refusedDrop(
            tr("expert %1 stands on %2 already").arg(expert + 1).arg(endpointName(outcome, *to)), elsewhere);
    const Fabric& fabric = *outcome.fabric;
    const auto name = [&](std::uint32_t e) { return fabric.name(fabric.id(ElementKind::Endpoint, e)); };
    return withChange(scenario, CopyExpert{name(*hot), name(*to)});
}

Drop withOneMoreExpert(const Scenario& scenario, const Outcome& outcome) {
    const Metric* const copies = outcome.metric("redundant_experts");
    if (!copies || copies->terms.empty())
        return refusedDrop(tr("this work has no experts to copy"), tr("choose a model with experts"));
    Scenario next = scenario;
    const int more = static_cast<int>(copies->value + copies->terms.front().value);
    std::visit(
        [&](auto& w) {
            if constexpr (requires { w.redundantExperts; })
                w.redundantExperts = more;
        },
        next.workload);
    return next;
}

} // namespace supernode
