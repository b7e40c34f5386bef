// SPDX-License-Identifier: GPL-3.0-or-later
// What each part of a machine draws at full load, so that all of them add up to the chosen published power.
//
// Units: watts. The chosen total is taken at the mains: less what conversion loses and what fans draw, it is
// shared out to the parts. Chips without a stated peak get what the others leave; with one, what is left goes
// to the rest of the nodes (network cards, drives, boards), which draws the same at any load. Where the
// stated peaks are more than there is, all of them are scaled down alike. Published totals are of machines as
// they are sold: where copper stands in for fibre, the modules are shared out to and then left out. Thread: a
// value.
#pragma once

#include "model/fabric/fabric.h"
#include "model/system/published_power.h"

namespace supernode {

struct PowerPart {
    std::string name;  // "NPU", "L2 chip"
    double count = 0;  // as built
    double watts = 0;  // each, at full load
    double idle = 1;   // share of it without load
    double stated = 0; // watts as the system file gives them; 0: what is left over
    Grade grade = Grade::Derived;
    std::string path = {}; // of the fact; "" when it is what is left over

    double total() const { return count * watts; }
};

struct PowerBudget {
    PublishedPower chosen;
    PowerPart chip, cpu, leaf, spine, module, rest; // rest: per node
    double transfer =
        0;           // of the step from idle to peak, a chip whose links are full and that computes nothing
    double fans = 0; // over what all parts draw at full load
    double conversion = 1; // of the mains
    double scale = 1;      // of the stated peaks, 1 where they fit

    double parts() const {
        return chip.total() + cpu.total() + leaf.total() + spine.total() + module.total() + rest.total();
    }
};

// Empty when the machine states no power by parts.
// Promise: full load is the chosen published power. [PowerBudget.FullLoadIsTheChosenPower]
// Promise: copper draws that less its modules. [PowerBudget.CopperDrawsThatLessTheModules]
std::optional<PowerBudget> powerBudget(const Fabric& fabric);

} // namespace supernode
