// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulation/power_meter.h"

#include <array>
#include <numeric>
#include <span>

namespace supernode {
namespace {

double aliveOf(const Fabric& fabric, const FabricState& state, ElementKind kind) {
    double up = 0;
    for (std::size_t i = 0; i < fabric.count(kind); ++i)
        up += state.alive(fabric.id(kind, i));
    return up;
}

// Whether the links of this kind belong to the planes, whose switch chips and modules are in the budget.
bool inPlanes(LinkKind kind) {
    return kind == LinkKind::EndpointLeaf || kind == LinkKind::CpuLeaf || kind == LinkKind::LeafSpine ||
           kind == LinkKind::EndpointSpine || kind == LinkKind::SpineCore;
}

// In eight sums, which a processor adds side by side.
double sumOf(std::span<const float> values) {
    std::array<double, 8> sums{};
    std::size_t i = 0;
    for (; i + sums.size() <= values.size(); i += sums.size())
        for (std::size_t k = 0; k < sums.size(); ++k)
            sums[k] += static_cast<double>(values[i + k]);
    for (; i < values.size(); ++i)
        sums[0] += static_cast<double>(values[i]);
    return std::accumulate(sums.begin(), sums.end(), 0.0);
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
    for (std::uint32_t l = 0; l < fabric.linkCount(); ++l) {
        const Link& link = fabric.link(LinkId(l));
        if (!inPlanes(link.kind))
            continue;
        if (l == 0 || fabric.link(LinkId(l - 1)).kind != link.kind)
            m_kinds.push_back({channelOf(LinkId(l), Direction::Up).value, 0, weigh(fabric, link)});
        m_kinds.back().channels += 2;
    }
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

Draw PowerMeter::at(const std::vector<float>& load, double computing) const {
    double chipUse = 0, leafUse = 0, spineUse = 0, moduleUse = 0;
    for (const Kind& kind : m_kinds) {
        const double carried = sumOf({load.data() + kind.firstChannel, kind.channels});
        chipUse += kind.weights.chips * carried;
        leafUse += kind.weights.leaves * carried;
        spineUse += kind.weights.spines * carried;
        moduleUse += kind.weights.modules * carried;
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
