// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fabric/chip_order.h"

#include <algorithm>
#include <numeric>

namespace supernode {
namespace {

// Two equal rows of parts that change places.
struct SwappedChips {
    Element from, onto;
    std::size_t count = 1;
};

Issue wrongMove(std::string reason, std::string remedy) { return {"", std::move(reason), std::move(remedy)}; }

bool canMove(ElementKind kind) {
    return kind == ElementKind::Chip || kind == ElementKind::Node || kind == ElementKind::Rack;
}

std::optional<Issue> wrongPart(const Fabric& f, ElementId id) {
    const Element e = f.element(id);
    if (e.kind == ElementKind::Endpoint)
        return wrongMove("a die moves with its " + f.system().chip.word, "give " + f.name(e.parent));
    if (!canMove(e.kind) || chipsIn(f, id).empty())
        return wrongMove(f.name(id) + " holds no " + f.system().chip.word + "s",
                         "give one of them, a node or a rack with nodes");
    return std::nullopt;
}

// The part of the kind that is nearest and free of the row that begins at `from`.
std::string nearestFree(const Fabric& f, const SwappedChips& x) {
    const std::size_t all = f.count(x.from.kind), from = x.from.index;
    const std::size_t free = x.onto.index >= from ? from + x.count : from - std::min(from, x.count);
    const std::size_t other = free + x.count <= all ? free : from - std::min(from, x.count);
    return f.name(f.id(x.from.kind, std::min(other, all - 1)));
}

std::optional<Issue> wrongRows(const Fabric& f, const SwappedChips& x) {
    const std::size_t all = f.count(x.from.kind), last = std::max(x.from.index, x.onto.index);
    const std::string from = f.name(f.id(x.from.kind, x.from.index)),
                      onto = f.name(f.id(x.from.kind, x.onto.index));
    if (last + x.count > all)
        return wrongMove(std::to_string(x.count) + " parts from " + f.name(f.id(x.from.kind, last)) +
                             " on are more than there are",
                         "give " + f.name(f.id(x.from.kind, all - std::min(all, x.count))) + ", or at most " +
                             std::to_string(all - last));
    if (x.from.index + x.count > x.onto.index && x.onto.index + x.count > x.from.index)
        return wrongMove(from + " and " + onto + " overlap: what stands there stays there",
                         "give " + nearestFree(f, x));
    return std::nullopt;
}

Result<SwappedChips> readMove(const Fabric& f, const MoveParts& move) {
    using Answer = Result<SwappedChips>;
    const Result<ElementId> from = f.find(move.from), onto = f.find(move.onto);
    if (!from || !onto)
        return Answer::refused(from ? onto.issues() : from.issues());
    for (const ElementId id : {*from, *onto})
        if (std::optional<Issue> issue = wrongPart(f, id))
            return Answer::refused(*issue);
    const SwappedChips x{f.element(*from), f.element(*onto),
                         static_cast<std::size_t>(std::max(1, move.count))};
    if (x.from.kind != x.onto.kind)
        return Answer::refused(wrongMove(f.name(*from) + " and " + f.name(*onto) + " are of two kinds",
                                         "give two chips, two nodes or two racks"));
    if (std::optional<Issue> issue = wrongRows(f, x))
        return Answer::refused(*issue);
    return x;
}

std::vector<std::uint32_t> chipsOfRow(const Fabric& f, const Element& first, std::size_t count) {
    std::vector<std::uint32_t> chips;
    for (std::size_t i = 0; i < count; ++i) {
        const std::vector<std::uint32_t> more = chipsIn(f, f.id(first.kind, first.index + i));
        chips.insert(chips.end(), more.begin(), more.end());
    }
    return chips;
}

Issue at(std::size_t change, const char* field, Issue issue) {
    issue.field = "changes[" + std::to_string(change) + "]" + field;
    return issue;
}

Result<std::uint32_t> endpointOf(const Fabric& f, const std::string& name) {
    const Result<ElementId> found = f.find(name);
    if (!found)
        return Result<std::uint32_t>::refused(found.issues());
    const Element e = f.element(*found);
    if (e.kind == ElementKind::Endpoint)
        return e.index;
    if (e.kind == ElementKind::Chip && f.system().endpointsPerChip() == 1)
        return e.index;
    return Result<std::uint32_t>::refused(
        wrongMove(f.name(*found) + " is no single " + f.system().chip.endpointWord,
                  e.kind == ElementKind::Chip ? "give " + f.name(*found) + " die 1"
                                              : "give the one whose expert is copied"));
}

} // namespace

std::vector<std::uint32_t> chipsIn(const Fabric& f, ElementId element) {
    std::vector<std::uint32_t> chips;
    for (const ElementId up : f.path(element))
        if (const Element e = f.element(up); e.kind == ElementKind::Chip)
            return {e.index};
    std::vector<ElementId> open{element};
    while (!open.empty()) {
        const ElementId id = open.back();
        open.pop_back();
        if (const Element e = f.element(id); e.kind == ElementKind::Chip)
            chips.push_back(e.index);
        else
            for (const ElementId inner : f.children(id))
                if (!f.linkOf(inner).valid())
                    open.push_back(inner);
    }
    std::sort(chips.begin(), chips.end());
    return chips;
}

Result<std::vector<std::uint32_t>> chipOrder(const Fabric& f, const std::vector<Change>& changes) {
    using Answer = Result<std::vector<std::uint32_t>>;
    std::vector<std::uint32_t> order, placeOf; // chip of each place, place of each chip
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const auto* move = std::get_if<MoveParts>(&changes[i]);
        if (!move)
            continue;
        const Result<SwappedChips> x = readMove(f, *move);
        if (!x)
            return Answer::refused(at(i, "", x.issues().front()));
        const std::vector<std::uint32_t> from = chipsOfRow(f, x->from, x->count),
                                         onto = chipsOfRow(f, x->onto, x->count);
        if (from.size() != onto.size())
            return Answer::refused(at(i, "",
                                      wrongMove("they hold " + std::to_string(from.size()) + " and " +
                                                    std::to_string(onto.size()) + " chips",
                                                "give two parts of the same size")));
        if (order.empty()) {
            order.resize(f.count(ElementKind::Chip));
            std::iota(order.begin(), order.end(), 0u);
            placeOf = order;
        }
        for (std::size_t c = 0; c < from.size(); ++c) {
            std::swap(order[placeOf[from[c]]], order[placeOf[onto[c]]]);
            std::swap(placeOf[from[c]], placeOf[onto[c]]);
        }
    }
    return order;
}

Result<std::vector<ExpertCopy>> expertCopies(const Fabric& f, const std::vector<Change>& changes) {
    using Answer = Result<std::vector<ExpertCopy>>;
    std::vector<ExpertCopy> copies;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const auto* copy = std::get_if<CopyExpert>(&changes[i]);
        if (!copy)
            continue;
        const Result<std::uint32_t> from = endpointOf(f, copy->from), onto = endpointOf(f, copy->onto);
        if (!from || !onto)
            return Answer::refused(at(i, "", from ? onto.issues().front() : from.issues().front()));
        copies.push_back({*from, *onto});
    }
    return copies;
}

} // namespace supernode
