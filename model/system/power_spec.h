// SPDX-License-Identifier: GPL-3.0-or-later
// What draws power in one machine: peaks of its parts, what they draw when idle, and who says what in all.
//
// Nobody published a meter for each part, and the published totals contradict each other. So one total is
// chosen, and full load reproduces it (simulation/power_meter.h). A machine without `chosen` states no power
// by parts, and has no energy. Idle shares are of a part's own peak. Thread: a value.
#pragma once

#include "model/system/fact.h"

#include <optional>

namespace supernode {

struct PowerSpec {
    std::optional<Fact<int>> chosen; // PublishedPower::number: the total that full load reproduces
    // Published totals beside cost.typical_power and cost.maximum_power; absent: nobody gave one.
    std::optional<Fact<Power>> revised, estimate, rack, rackParts, halfRacks;
    // Peaks. Without `chip`, the chips share what the chosen total leaves to them.
    std::optional<Fact<Power>> chip;       // package with its memory
    std::optional<Fact<Power>> cpu;        // with its memory
    std::optional<Fact<Power>> leaf;       // first-tier switch chip; two tiers only
    std::optional<Fact<Power>> box;        // all switch chips of a box, its modules apart
    std::optional<Fact<Power>> module;     // optical module; optical fabrics only
    std::optional<Fact<Ratio>> fans;       // fans and pumps over what all parts draw at full load
    std::optional<Fact<Ratio>> conversion; // what the parts get of what the mains give
    std::optional<Fact<Ratio>> chipIdle, cpuIdle, switchIdle, moduleIdle;
    // Of the step from idle to peak, what a chip draws when its links are full and it computes nothing.
    std::optional<Fact<Ratio>> chipTransfer;

    bool stated() const { return chosen.has_value(); }
    bool operator==(const PowerSpec&) const = default;
};

} // namespace supernode
