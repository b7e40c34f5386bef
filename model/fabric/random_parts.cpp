// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fabric/random_parts.h"

#include "model/base/random.h"

#include <algorithm>

namespace supernode {
namespace {

constexpr std::array<PartKind, 14> kinds{{{"links", ElementKind::Link},
                                          {"modules", ElementKind::Module},
                                          {"cables", ElementKind::Cable},
                                          {"l1", ElementKind::LeafSwitch},
                                          {"l2", ElementKind::SpineSwitch},
                                          {"l3", ElementKind::CoreSwitch},
                                          {"boxes", ElementKind::Box},
                                          {"planes", ElementKind::Plane},
                                          {"dies", ElementKind::Endpoint},
                                          {"chips", ElementKind::Chip},
                                          {"stacks", ElementKind::HbmStack},
                                          {"cpus", ElementKind::Cpu},
                                          {"nodes", ElementKind::Node},
                                          {"racks", ElementKind::Rack}}};

} // namespace

std::vector<ElementId> standingParts(const Fabric& fabric, const FabricState& state, ElementKind kind) {
    std::vector<ElementId> all;
    for (std::size_t i = 0; i < fabric.count(kind); ++i) {
        const ElementId id = fabric.id(kind, i);
        const LinkId link = fabric.linkOf(id);
        if (state.alive(id) && (!link.valid() || fabric.link(link).plane))
            all.push_back(id);
    }
    return all;
}

std::span<const PartKind> partKinds() { return kinds; }

std::vector<PartKind> partKindsOf(const Fabric& fabric) {
    std::vector<PartKind> there;
    for (const PartKind& kind : kinds)
        if (fabric.count(kind.kind) > 0)
            there.push_back(kind);
    return there;
}

const PartKind* partKind(std::string_view word) {
    const std::string_view known = word == "npus" || word == "gpus" ? "chips" : word;
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [&](const PartKind& k) { return k.word == known; });
    return found == kinds.end() ? nullptr : &*found;
}

Result<std::vector<ElementId>> randomParts(const Fabric& fabric, const FabricState& state,
                                           std::string_view word, int count, std::uint64_t seed) {
    using Answer = Result<std::vector<ElementId>>;
    const PartKind* const kind = partKind(word);
    if (!kind || fabric.count(kind->kind) == 0) {
        std::string list;
        for (const PartKind& there : partKindsOf(fabric))
            list += (list.empty() ? "" : ", ") + std::string(there.word);
        return Answer::refused(Issue{"random", fabric.system().name + " has no \"" + std::string(word) + "\"",
                                     "give one of " + list});
    }
    std::vector<ElementId> parts = standingParts(fabric, state, kind->kind);
    if (count < 1 || static_cast<std::size_t>(count) > parts.size())
        return Answer::refused(Issue{"random",
                                     std::to_string(count) + " of " + std::to_string(parts.size()) + " " +
                                         std::string(word) + " that still stand cannot fail",
                                     "give 1 to " + std::to_string(parts.size())});
    Random random(seed);
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i)
        std::swap(parts[i], parts[i + random.below(static_cast<std::uint32_t>(parts.size() - i))]);
    parts.resize(static_cast<std::size_t>(count));
    std::sort(parts.begin(), parts.end());
    return parts;
}

} // namespace supernode
