// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulation/power_meter.h"

#include <algorithm>

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

// Modules at the ends of a cable that draw: a cut fibre leaves both up.
double modulesUp(const Fabric& fabric, const FabricState& state, ElementId cable) {
    double up = 0;
    for (const CableEnd end : {CableEnd::Lower, CableEnd::Upper})
        if (const ElementId module = fabric.module(cable, end); module.valid())
            up += state.alive(module);
    return up;
}

// Of `count` parts, what they draw with uses that sum up to `use`.
double drawn(const PowerPart& part, double count, double use) {
    return part.watts * (count * part.idle + (1 - part.idle) * use);
}

} // namespace

PowerMeter::PowerMeter(const Fabric& fabric, const FabricState& state, PowerBudget budget)
    : m_budget(std::move(budget)) {
    countAlive(fabric, state);
    weighChannels(fabric, state);
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
void PowerMeter::weighChannels(const Fabric& fabric, const FabricState& state) {
    const SystemSpec& s = fabric.system();
    std::vector<double> channels(fabric.elementCount());
    for (std::uint32_t l = 0; l < fabric.linkCount(); ++l) {
        const Link& link = fabric.link(LinkId(l));
        if (!inPlanes(link.kind))
            continue;
        channels[link.lower.value] += 2;
        channels[link.upper.value] += 2;
        if (link.cable.valid())
            channels[link.cable.value] += 2;
    }
    for (auto* uses : {&m_chipUse, &m_leafUse, &m_spineUse, &m_moduleUse})
        uses->resize(fabric.channelCount());
    for (std::uint32_t l = 0; l < fabric.linkCount(); ++l) {
        const Link& link = fabric.link(LinkId(l));
        if (!inPlanes(link.kind))
            continue;
        const auto add = [&](std::vector<double>& uses, ElementId owner, double parts) {
            for (const Direction d : {Direction::Up, Direction::Down})
                uses[channelOf(LinkId(l), d).value] += parts / channels[owner.value] / link.rate.base();
        };
        for (const ElementId end : {link.lower, link.upper}) {
            const ElementKind kind = fabric.element(end).kind;
            if (kind == ElementKind::Endpoint)
                add(m_chipUse, end, 1.0 / s.endpointsPerChip());
            else if (kind == ElementKind::LeafSwitch)
                add(m_leafUse, end, 1);
            else if (kind != ElementKind::Cpu)
                add(m_spineUse, end, 1);
        }
        if (link.cable.valid())
            add(m_moduleUse, link.cable, modulesUp(fabric, state, link.cable));
    }
}

Draw PowerMeter::at(const std::vector<float>& load, double computing) const {
    double chipUse = 0, leafUse = 0, spineUse = 0, moduleUse = 0;
    for (std::size_t c = 0; c < load.size(); ++c) {
        const auto carried = static_cast<double>(load[c]);
        chipUse += m_chipUse[c] * carried;
        leafUse += m_leafUse[c] * carried;
        spineUse += m_spineUse[c] * carried;
        moduleUse += m_moduleUse[c] * carried;
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
