// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fabric/fabric_state.h"

#include "model/fabric/chip_order.h"

#include <algorithm>
#include <map>
#include <utility>

namespace supernode {
namespace {

// What the changes say of each element, the last word counting.
struct Wanted {
    std::map<ElementId, double> factor; // 0: failed
};

Result<Wanted> read(const Fabric& fabric, const std::vector<Change>& changes) {
    Wanted wanted;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const auto apply = [&](const auto& change, std::optional<double> factor) -> std::optional<Issue> {
            const Result<ElementId> found = fabric.find(change.element);
            if (!found) {
                Issue issue = found.issues().front();
                issue.field = "changes[" + std::to_string(i) + "]";
                return issue;
            }
            if (factor)
                wanted.factor[*found] = *factor;
            else
                wanted.factor.erase(*found);
            return std::nullopt;
        };
        std::optional<Issue> issue;
        if (const auto* fail = std::get_if<Fail>(&changes[i]))
            issue = apply(*fail, 0.0);
        else if (const auto* slow = std::get_if<Slow>(&changes[i]))
            issue = apply(*slow, slow->percent / 100);
        else if (const auto* restore = std::get_if<Restore>(&changes[i]))
            issue = apply(*restore, std::nullopt);
        if (issue)
            return Result<Wanted>::refused(*issue);
    }
    return wanted;
}

// An element is down with what it is mounted in, and with its plane.
void spreadDown(const Fabric& fabric, std::vector<std::uint8_t>& failed) {
    std::vector<ElementId> open;
    for (auto at = failed.begin(); (at = std::find(at, failed.end(), 1)) != failed.end(); ++at)
        open.emplace_back(static_cast<std::uint32_t>(at - failed.begin()));
    while (!open.empty()) {
        const ElementId whole = open.back();
        open.pop_back();
        for (const ElementId part : fabric.children(whole))
            if (std::exchange(failed[part.value], std::uint8_t{1}) == 0)
                open.push_back(part);
    }
}

// A cable carries nothing when it, or a module at one of its ends, is down.
bool cableDown(const Fabric& fabric, const std::vector<std::uint8_t>& failed, ElementId cable) {
    if (!cable.valid())
        return false;
    for (const CableEnd end : {CableEnd::Lower, CableEnd::Upper})
        if (const ElementId module = fabric.module(cable, end); module.valid() && failed[module.value])
            return true;
    return failed[cable.value] != 0;
}

// An endpoint whose stacks are all down has no memory to work with.
void spreadUp(const Fabric& fabric, std::vector<std::uint8_t>& failed) {
    const auto each = static_cast<std::size_t>(fabric.system().stacksPerEndpoint());
    for (std::size_t e = 0; each > 0 && e < fabric.count(ElementKind::Endpoint); ++e) {
        std::size_t down = 0;
        for (std::size_t s = 0; s < each; ++s)
            down += failed[fabric.id(ElementKind::HbmStack, e * each + s).value];
        if (down == each)
            failed[fabric.id(ElementKind::Endpoint, e).value] = 1;
    }
}

// Stacks that are left hold and carry their own part; what is slowed carries less and holds all.
std::vector<MemoryLeft> memoryLeft(const Fabric& fabric, const Wanted& wanted) {
    const double each = fabric.system().stacksPerEndpoint();
    std::vector<MemoryLeft> memory;
    for (const auto& [id, factor] : wanted.factor) {
        const Element e = fabric.element(id);
        if (e.kind != ElementKind::HbmStack)
            continue;
        memory.resize(fabric.count(ElementKind::Endpoint));
        MemoryLeft& left = memory[fabric.element(e.parent).index];
        left.rate -= (1 - factor) / each;
        left.capacity -= factor == 0 ? 1 / each : 0;
    }
    return memory;
}

bool anyDown(const Fabric& fabric, const std::vector<std::uint8_t>& failed, ElementKind kind) {
    if (fabric.count(kind) == 0)
        return false;
    const auto first = failed.begin() + fabric.id(kind, 0).value; // those of a kind follow each other
    const auto last = first + static_cast<std::ptrdiff_t>(fabric.count(kind));
    return std::find(first, last, 1) != last;
}

} // namespace

Result<FabricState> applyChanges(const Fabric& fabric, const std::vector<Change>& changes) {
    const Result<Wanted> wanted = read(fabric, changes);
    if (!wanted)
        return Result<FabricState>::refused(wanted.issues());
    Result<std::vector<std::uint32_t>> order = chipOrder(fabric, changes);
    Result<std::vector<ExpertCopy>> copies = expertCopies(fabric, changes);
    if (!order || !copies)
        return Result<FabricState>::refused(order ? copies.issues() : order.issues());
    FabricState state;
    state.memory = memoryLeft(fabric, *wanted);
    state.chipOrder = std::move(order).value();
    state.expertCopies = std::move(copies).value();
    state.failed.assign(fabric.elementCount(), 0);
    std::vector<double> factor(fabric.linkCount(), 1.0);
    for (const auto& [id, f] : wanted->factor) {
        if (f == 0)
            state.failed[id.value] = 1;
        else
            for (const LinkId link : fabric.linksOf(id))
                factor[link.value] *= f;
    }
    if (std::find(state.failed.begin(), state.failed.end(), 1) != state.failed.end()) {
        if (anyDown(fabric, state.failed, ElementKind::HbmStack))
            spreadUp(fabric, state.failed);
        spreadDown(fabric, state.failed);
    }
    const bool cablesDown = anyDown(fabric, state.failed, ElementKind::Cable) ||
                            anyDown(fabric, state.failed, ElementKind::Module);
    const std::size_t parts = fabric.elementCount() - fabric.linkCount();
    state.capacity.resize(fabric.channelCount());
    for (std::uint32_t i = 0; i < fabric.linkCount(); ++i) {
        const Link& link = fabric.link(LinkId(i));
        auto& down = state.failed[parts + i]; // links stand behind the other elements
        if (state.failed[link.lower.value] || state.failed[link.upper.value] ||
            (cablesDown && cableDown(fabric, state.failed, link.cable)))
            down = 1;
        const double capacity = down ? 0.0 : link.rate.base() * factor[i];
        if (capacity != link.rate.base())
            state.damaged.push_back(LinkId(i));
        for (const Direction d : {Direction::Up, Direction::Down})
            state.capacity[channelOf(LinkId(i), d).value] = capacity;
    }
    return state;
}

std::size_t endpointsUp(const Fabric& fabric, const FabricState& state) {
    std::size_t up = 0;
    for (std::size_t e = 0; e < fabric.count(ElementKind::Endpoint); ++e)
        up += state.alive(fabric.id(ElementKind::Endpoint, e));
    return up;
}

} // namespace supernode
