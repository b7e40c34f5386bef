// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulation/power_meter.h"

#include <algorithm>

namespace supernode {
namespace {

double aliveOf(const Fabric& fabric, const FabricState& state, ElementKind kind) {
    if (fabric.count(kind) == 0)
        return 0;
    const auto first = state.failed.begin() + fabric.id(kind, 0).value; // parts of a kind follow each other
    return static_cast<double>(
        std::count(first, first + static_cast<std::ptrdiff_t>(fabric.count(kind)), std::uint8_t{0}));
}

// Whether the links of this kind belong to the planes, whose switch chips and modules are in the budget.
bool inPlanes(LinkKind kind) {
    return kind == LinkKind::EndpointLeaf || kind == LinkKind::CpuLeaf || kind == LinkKind::LeafSpine ||
           kind == LinkKind::EndpointSpine || kind == LinkKind::SpineCore;
}

// Both directions of the links in planes that end there, or that the cable carries.
double channelsAt(const Fabric& fabric, ElementId element) {
    double channels = 0;
    for (const LinkId link : fabric.linksAt(element))
        channels += inPlanes(fabric.link(link).kind) ? 2 : 0;
    return channels;
}

double modulesOf(const Fabric& fabric, ElementId cable) {
    double modules = 0;
    for (const CableEnd end : {CableEnd::Lower, CableEnd::Upper})
        modules += fabric.module(cable, end).valid();
    return modules;
}

// Of `count` parts, what they draw with uses that sum up to `use`.
double drawn(const PowerPart& part, double count, double use) {
    return part.watts * (count * part.idle + (1 - part.idle) * use);
}

} // namespace

PowerMeter::PowerMeter(const Fabric& fabric, const FabricState& state, PowerBudget budget)
    : m_budget(std::move(budget)) {
    countAlive(fabric, state);
    for (std::size_t k = 0; k < linkKinds; ++k)
        if (const auto kind = static_cast<LinkKind>(k); inPlanes(kind) && fabric.linkCount(kind) > 0)
            m_weights[k] = weigh(fabric, fabric.link(fabric.firstLink(kind)));
}

void PowerMeter::countAlive(const Fabric& fabric, const FabricState& state) {
    m_chips = aliveOf(fabric, state, ElementKind::Endpoint) / fabric.system().endpointsPerChip();
    m_cpus = aliveOf(fabric, state, ElementKind::Cpu);
    m_leaves = aliveOf(fabric, state, ElementKind::LeafSwitch);
    m_spines =
        aliveOf(fabric, state, ElementKind::SpineSwitch) + aliveOf(fabric, state, ElementKind::CoreSwitch);
    m_modules = aliveOf(fabric, state, ElementKind::Module);
    m_nodes = aliveOf(fabric, state, ElementKind::Node);
}

// The use of a part is the mean over the channels it has as built, each at its load over its rate as built.
PowerMeter::Weights PowerMeter::weigh(const Fabric& fabric, const Link& link) {
    Weights weights;
    const auto shareOf = [&](ElementId owner) { return 1 / channelsAt(fabric, owner) / link.rate.base(); };
    for (const ElementId end : {link.lower, link.upper}) {
        const ElementKind kind = fabric.element(end).kind;
        if (kind == ElementKind::Endpoint)
            weights.chips += shareOf(end) / fabric.system().endpointsPerChip();
        else if (kind == ElementKind::LeafSwitch)
            weights.leaves += shareOf(end);
        else if (kind != ElementKind::Cpu)
            weights.spines += shareOf(end);
    }
    // What carries something has both of its modules up.
    if (link.cable.valid())
        weights.modules += modulesOf(fabric, link.cable) * shareOf(link.cable);
    return weights;
}

Draw PowerMeter::at(const PerLinkKind& wire, double computing) const {
    double chipUse = 0, leafUse = 0, spineUse = 0, moduleUse = 0;
    for (std::size_t k = 0; k < linkKinds; ++k) {
        chipUse += m_weights[k].chips * wire[k];
        leafUse += m_weights[k].leaves * wire[k];
        spineUse += m_weights[k].spines * wire[k];
        moduleUse += m_weights[k].modules * wire[k];
    }
    const PowerBudget& b = m_budget;
    const double transferring = (1 - computing) * b.transfer * chipUse;
    Draw draw;
    draw.chips = drawn(b.chip, m_chips, m_chips * computing + transferring);
    draw.cpus = drawn(b.cpu, m_cpus, m_cpus * computing);
    draw.switches = drawn(b.leaf, m_leaves, leafUse) + drawn(b.spine, m_spines, spineUse);
    draw.modules = drawn(b.module, m_modules, moduleUse);
    draw.rest = b.rest.watts * m_nodes;
    draw.fans = b.fans * (b.chip.watts * m_chips + b.cpu.watts * m_cpus + b.leaf.watts * m_leaves +
                          b.spine.watts * m_spines + b.module.watts * m_modules + draw.rest);
    draw.conversion = draw.total() * (1 / b.conversion - 1);
    return draw;
}

} // namespace supernode
