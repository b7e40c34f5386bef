// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fabric/counterpart.h"

#include <algorithm>

namespace supernode {
namespace {

// What stands for a kind that a machine does not have; the kind itself where nothing does.
ElementKind standIn(ElementKind kind) {
    switch (kind) {
    case ElementKind::LeafSwitch:
    case ElementKind::CoreSwitch:
        return ElementKind::SpineSwitch;
    case ElementKind::Supernode:
        return ElementKind::System;
    default:
        return kind;
    }
}

// Links of its network that go up from an element.
std::vector<LinkId> upwards(const Fabric& fabric, ElementId lower, Network network) {
    std::vector<LinkId> links;
    for (const LinkId id : fabric.linksAt(lower))
        if (fabric.link(id).lower == lower && fabric.link(id).network() == network)
            links.push_back(id);
    return links;
}

ElementId linkLike(const Fabric& from, LinkId id, const Fabric& to) {
    const Link& link = from.link(id);
    const ElementId lower = counterpart(from, link.lower, to);
    if (!lower.valid())
        return {};
    const std::vector<LinkId> mine = upwards(from, link.lower, link.network()),
                              theirs = upwards(to, lower, link.network());
    const auto at = std::find(mine.begin(), mine.end(), id);
    if (theirs.empty() || at == mine.end())
        return {};
    return to.elementOf(theirs[static_cast<std::size_t>(at - mine.begin()) * theirs.size() / mine.size()]);
}

} // namespace

ElementId counterpart(const Fabric& from, ElementId element, const Fabric& to) {
    if (!element.valid())
        return {};
    if (const LinkId link = from.linkOf(element); link.valid())
        return linkLike(from, link, to);
    const Element self = from.element(element);
    const ElementKind kind = to.count(self.kind) > 0 ? self.kind : standIn(self.kind);
    if (to.count(kind) == 0)
        return {};
    return to.id(kind, self.index * to.count(kind) / from.count(self.kind));
}

} // namespace supernode
