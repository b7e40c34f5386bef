// SPDX-License-Identifier: GPL-3.0-or-later
// What a machine draws at one instant, from the loads on its links and what its chips compute.
//
// Units: watts at the mains. A part draws its idle share always, and the step to its peak in proportion to
// its use: a switch chip and an optical module by the mean wire load of their links over the rates as built,
// a chip by what it computes and, less, by what it sends and receives; CPUs follow the chips. Parts that are
// down draw nothing and need no cooling; an optical module is down with its node or box, not with its cable.
// The rest of a node draws the same while the node is up.
// Limits: fans and conversion do not follow the load; nobody published how any of these parts scale, so the
// shares are assumptions of the system file. Links that are no part of the planes draw what the rest draws.
// Ownership: refers to nothing; keeps what it needs. Thread: read anywhere.
#pragma once

#include "model/simulation/power_budget.h"

namespace supernode {

struct Draw {
    double chips = 0, cpus = 0, switches = 0, modules = 0, rest = 0, fans = 0, conversion = 0;

    double total() const { return chips + cpus + switches + modules + rest + fans + conversion; }
    bool operator==(const Draw&) const = default;
};

class PowerMeter {
public:
    PowerMeter(const Fabric& fabric, const FabricState& state, PowerBudget budget);

    // Wire load per channel in bytes per second; `computing` is the mean use of the chips that are up, 0
    // to 1. O(channels).
    Draw at(const std::vector<float>& load, double computing) const;
    const PowerBudget& budget() const { return m_budget; }

private:
    void countAlive(const Fabric& fabric, const FabricState& state);
    void weighChannels(const Fabric& fabric, const FabricState& state);

    PowerBudget m_budget;
    double m_chips = 0, m_cpus = 0, m_leaves = 0, m_spines = 0, m_modules = 0, m_nodes = 0; // that are up
    // Per channel: by how much a byte per second raises the sum of the uses of all parts of a kind.
    std::vector<double> m_chipUse, m_leafUse, m_spineUse, m_moduleUse;
};

} // namespace supernode
