// SPDX-License-Identifier: GPL-3.0-or-later
// What changes during a run, interval by interval: how busy the links are, what arrives, what is drawn.
//
// Units: shares 0..1, bytes per second, watts at the mains; one value for each interval of the outcome, in
// which nothing changes. Cost: each kind of interval once, repeats share it. Pure; any thread.
// Promise: the busiest interval is the headline. [OverTime.TheBusiestIntervalIsTheHeadline]
// Promise: what arrives adds up to what is sent. [OverTime.WhatArrivesAddsUp]
#pragma once

#include "model/outcome/outcome.h"

#include <vector>

namespace supernode {

struct OverTime {
    std::vector<float> use;       // of the links, mean as in meanUse()
    std::vector<float> delivered; // payload, all receivers
    std::vector<float> watts;     // whole machine; empty where it states no power by parts
};

OverTime overTime(const Outcome& outcome);

// Mean utilization of both directions of all links of the planes that are up, those of CPUs apart.
double meanUse(const Outcome& outcome, const Interval& interval);

} // namespace supernode
