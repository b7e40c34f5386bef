// SPDX-License-Identifier: GPL-3.0-or-later
// The ways between two places of the scale-up network: how many, how long, and how much fits through them.
//
// A way is one choice of chips: plane, then second-tier chip, then third-tier chip. It counts while every
// link of it carries in both directions, as in traffic/routing.h. Units: bytes per second, one direction.
// Limits: the most two ends can exchange with nobody else sending; the time is that of a small read as it
// was published, without what queues.
// Promise: a failed plane takes its share of the ways. [Paths.AFailedPlaneTakesItsShareOfTheWays]
#pragma once

#include "model/outcome/outcome.h"

#include <optional>

namespace supernode {

struct PathsInPlane {
    std::size_t ways = 0; // now
    Bandwidth most;
};

struct Paths {
    std::vector<PathsInPlane> planes;
    std::size_t count = 0, healthy = 0; // ways in all planes: now, and of the machine as built
    std::size_t joining = 0;            // planes with at least one way
    int hops = 0;                       // links of one way
    Bandwidth most, healthyMost;
    std::optional<Duration> latency; // empty: not published
    std::string why;                 // they are cut; empty while they are joined

    // Ways in each plane that joins; 0 when they differ.
    std::size_t perPlane() const;
};

// Two different endpoints, or two different nodes.
Paths pathsBetween(const Outcome& outcome, ElementId from, ElementId to);

} // namespace supernode
