// SPDX-License-Identifier: GPL-3.0-or-later
// Power over the time of an outcome, and what its work costs in energy, money and space.
//
// Units: watts and joules at the mains. All parts of the machine count, those without work too. Limits: those
// of simulation/power_meter.h; no power changes faster than the rates do.
#pragma once

#include "model/outcome/outcome.h"
#include "model/simulation/power_meter.h"

namespace supernode {

// What the machine draws in each interval of the outcome, in the same order; empty when it states no power by
// parts. Promise: energy is the sum over intervals of power times time. [Energy.IsPowerOverTheIntervals]
std::vector<Draw> drawPerInterval(const Outcome& outcome);

// Power and energy of a finished outcome, energy for each bit and each token it delivers, and its throughput
// for each kilowatt, rack and dollar. Needs the timeline and all other metrics. Without power by parts, only
// those that need none.
void addEnergyMetrics(Outcome& outcome);

} // namespace supernode
