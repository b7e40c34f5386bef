// SPDX-License-Identifier: GPL-3.0-or-later
// What a machine draws at one instant, from the loads on its links and what its chips compute.
//
// Units: watts at the mains. A part draws its idle share always, and the step to its peak in proportion to
// its use: a switch chip and an optical module by the mean wire load of their links over the rates as built,
// a chip by what it computes and, less, by what it sends and receives; CPUs follow the chips. Parts that are
// down draw nothing and need no cooling; an optical module is down with its node or box, not with its cable.
// The rest of a node draws the same while the node is up.
// Links of one kind are alike: their ends have as many links, as every builder wires them.
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

    // Bytes per second on the wire, over all channels of each kind of links; `computing` is the mean use of
    // the chips that are up, 0 to 1.
    Draw at(const PerLinkKind& wire, double computing) const;
    const PowerBudget& budget() const { return m_budget; }

private:
    // By how much a byte per second on a channel raises the sum of the uses of all parts of a kind.
    struct Weights {
        double chips = 0, leaves = 0, spines = 0, modules = 0;
    };
    void countAlive(const Fabric& fabric, const FabricState& state);
    static Weights weigh(const Fabric& fabric, const Link& link);

    PowerBudget m_budget;
    double m_chips = 0, m_cpus = 0, m_leaves = 0, m_spines = 0, m_modules = 0, m_nodes = 0; // that are up
    std::array<Weights, linkKinds> m_weights; // nothing for links of no plane
};

} // namespace supernode
