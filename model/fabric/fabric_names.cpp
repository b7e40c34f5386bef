// SPDX-License-Identifier: GPL-3.0-or-later
// Names of elements, as they are written.
#include "model/fabric/element_words.h"
#include "model/fabric/fabric.h"

namespace supernode {
namespace {

std::string capital(std::string text) {
    if (!text.empty())
        text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

// Divides an index into (outer, inner).
struct NameSplit {
    std::size_t outer, inner;
    NameSplit(std::size_t index, std::size_t perOuter) : outer(index / perOuter), inner(index % perOuter) {}
};

// In its pod or supernode, where there are several.
std::string switchName(const SystemSpec& s, const Element& e) {
    const auto of = [](int n) { return static_cast<std::size_t>(std::max(1, n)); };
    const auto plane = static_cast<std::size_t>(e.plane);
    if (e.kind == ElementKind::SpineSwitch) {
        const NameSplit at(e.index, of(s.spinesPerPlane()));
        const std::size_t pod = at.outer / of(s.planes());
        const std::string group = s.threeTier()        ? numbered("pod", pod) + " "
                                  : s.supernodes() > 1 ? numbered("supernode", pod) + " "
                                                       : "";
        return group + numbered("plane", plane) + " " + numbered(s.twoTier() ? "l2" : "switch", at.inner);
    }
    const NameSplit at(e.index, of(s.spinesPerPlane())), row(at.outer, of(s.coresPerSpine()));
    const std::string group =
        s.supernodes() > 1 ? numbered("supernode", row.outer / of(s.planes())) + " " : "";
    return group + numbered("plane", plane) + " " + numbered("column", at.inner) + " " +
           numbered("l3", row.inner);
}

std::string cableName(const Fabric& f, const Element& e) {
    const SystemSpec& s = f.system();
    const auto of = [](int n) { return static_cast<std::size_t>(n); };
    const std::size_t perPlane = of(s.spinesPerPlane() / s.fabric.linksPerCable->value);
    const std::size_t ofNodes = of(s.nodes() * s.planes()) * perPlane;
    const bool node = e.index < ofNodes;
    const NameSplit core(node ? 0 : e.index - ofNodes, of(std::max(1, s.coresPerSpine())));
    const NameSplit at(node ? e.index : core.outer, perPlane);
    const std::string group = node ? f.name(e.parent) : numbered("pod", at.outer / of(s.planes()));
    return group + " " + numbered("plane", at.outer % of(s.planes())) + " " + numbered("cable", at.inner) +
           (node ? "" : " " + numbered("core", core.inner));
}

std::string linkName(const Fabric& f, const Link& link) {
    const Element lower = f.element(link.lower), upper = f.element(link.upper);
    const auto of = [](int n) { return static_cast<std::size_t>(std::max(1, n)); };
    const std::size_t spines = of(f.system().spinesPerPlane());
    switch (link.kind) {
    case LinkKind::LeafSpine:
        return "link " + f.name(lower.parent) + " " + numbered("plane", *link.plane) + " " +
               numbered("l2", upper.index % spines);
    case LinkKind::SpineCore:
        return "link " + f.name(link.lower) + " " +
               numbered("core", upper.index / spines % of(f.system().coresPerSpine()));
    case LinkKind::DieToDie:
        return "link " + f.name(link.lower) + " " +
               numbered("die", upper.index % of(f.system().endpointsPerChip()));
    case LinkKind::ScaleOut:
        return "link " + f.name(link.lower) + " rdma";
    case LinkKind::ScaleOutTrunk:
        return "link " + numbered("supernode", lower.index) + " rdma";
    case LinkKind::Vpc:
        return "link " + f.name(lower.parent) + " vpc";
    default:
        return "link " + f.name(link.lower) + " " + numbered("plane", *link.plane);
    }
}

} // namespace

std::string Fabric::name(ElementId id) const {
    const SystemSpec& s = *m_system;
    const Element e = element(id);
    const auto of = [](int n) { return static_cast<std::size_t>(n); };
    switch (e.kind) {
    case ElementKind::System:
        return s.supernodes() > 1 ? "system" : "supernode";
    case ElementKind::Supernode:
        return numbered("supernode", e.index);
    case ElementKind::Rack:
        return numbered("rack", e.index);
    case ElementKind::Node:
        return numbered("node", e.index);
    case ElementKind::Chip:
        return name(e.parent) + " " + numbered(lowerCase(s.chip.word), e.index % of(s.chipsPerNode()));
    case ElementKind::Endpoint:
        return name(e.parent) + " " + numbered("die", e.index % of(s.endpointsPerChip()));
    case ElementKind::Cpu:
        return name(e.parent) + " " + numbered("cpu", e.index % of(s.node.cpus.value));
    case ElementKind::LeafSwitch:
        return name(e.parent) + " " + numbered("l1", e.index % of(s.planes()));
    case ElementKind::Plane:
        return numbered("plane", e.index);
    case ElementKind::Box:
        return numbered("box", e.index);
    case ElementKind::SpineSwitch:
    case ElementKind::CoreSwitch:
        return switchName(s, e);
    case ElementKind::Cable:
        return cableName(*this, e);
    case ElementKind::Module:
        return name(this->id(ElementKind::Cable, e.index / 2)) + " " + numbered("module", e.index % 2);
    case ElementKind::ScaleOutSwitch:
        return e.index < of(s.supernodes()) ? numbered("rdma leaf", e.index) : "rdma core";
    case ElementKind::VpcSwitch:
        return "vpc core";
    case ElementKind::HbmStack:
        return name(e.parent) + " " + numbered("hbm", e.index % of(s.stacksPerEndpoint()));
    case ElementKind::Link:
        break;
    }
    return linkName(*this, m_links[e.index]);
}

std::string Fabric::shortName(ElementId id) const {
    const SystemSpec& s = *m_system;
    const Element e = element(id);
    const std::string full = name(id);
    switch (e.kind) {
    case ElementKind::System:
        return s.name;
    case ElementKind::Chip:
        return numbered(s.chip.word, e.index % static_cast<std::size_t>(s.chipsPerNode()));
    case ElementKind::Endpoint:
        return capital(
            numbered(s.chip.endpointWord, e.index % static_cast<std::size_t>(s.endpointsPerChip())));
    case ElementKind::Cpu:
        return numbered("CPU", e.index % static_cast<std::size_t>(s.node.cpus.value));
    case ElementKind::LeafSwitch:
        return numbered(s.fabric.leafWord, e.index % static_cast<std::size_t>(s.planes()));
    case ElementKind::CoreSwitch:
        return "L3 chip " + full.substr(full.rfind(' ') + 1);
    case ElementKind::Module:
        return capital(full.substr(full.rfind("module")));
    case ElementKind::ScaleOutSwitch:
        return s.scaleOut->name + full.substr(full.find(' '));
    case ElementKind::VpcSwitch:
        return s.vpc->name + " core";
    case ElementKind::HbmStack:
        return numbered("HBM stack", e.index % static_cast<std::size_t>(s.stacksPerEndpoint()));
    case ElementKind::SpineSwitch:
        return numbered(s.fabric.spineWord, s.twoTier()
                                                ? e.index % static_cast<std::size_t>(s.spinesPerPlane())
                                                : static_cast<std::size_t>(e.plane));
    case ElementKind::Node:
        return capital(numbered(s.node.word, e.index));
    case ElementKind::Cable:
        return capital(full.substr(full.rfind("cable")));
    default:
        return capital(full);
    }
}

} // namespace supernode
