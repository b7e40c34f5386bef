// SPDX-License-Identifier: GPL-3.0-or-later
// What software adds to the bytes of a collective, from the facts of the system.
//
// At line rate nothing. As read or write: a launch, a step latency (in a step of all with all, or in the
// switch, one for each of the log2(ranks) rounds in which they find each other ready), the share of a link
// that a stream reaches, and the filling of the pipeline: a stage takes in a slice before it hands it on, so
// a stream of b bytes through s stages takes (b + (s - 1) x min(b, slice)) / rate. A ring or an exchange has
// two stages, a reduction in the switch four (copy in, add, send to all, copy out). Facts that a system lacks
// cost nothing and are warned of, but for share and step, where its measured transfers stand in. Share and
// step belong to the scale-up network: over another one they cost nothing and are warned of.
#pragma once

#include "model/traffic/collective_groups.h"
#include "model/traffic/operation.h"

#include <string_view>

namespace supernode {

class CollectiveCosts {
public:
    CollectiveCosts(const SystemSpec& system, Operation operation, std::vector<Issue>& warnings,
                    Network network = Network::ScaleUp);

    Duration launch() const { return m_launch; }
    Duration step(Distance farthest) const {
        return farthest <= Distance::SameGroup ? m_near : farthest == Distance::SamePod ? m_far : m_farthest;
    }
    // The fact that a step follows from.
    std::string_view stepPath() const { return m_ownStep ? "collective.step" : "transfer.access"; }
    // Rounds inside a node first, then among the nodes of a pod, then among pods; `ranks` are endpoint
    // indices.
    Duration rounds(const Fabric& fabric, std::vector<std::uint32_t> ranks) const;
    // Wire bytes per payload byte.
    Overhead overhead(Pattern pattern) const { return pattern == Pattern::InSwitch ? m_inSwitch : m_stream; }
    // Time to fill the stages of a step whose stream of `bytes` a rank takes `time`.
    Duration fill(const ScheduleStep& step, Collective collective, double bytes, Duration time) const;
    // The best number of slices of a chain of `links` links that carries everything in `time`; 0: infinitely
    // many.
    double chainSlices(double links, Duration stepLatency, double bytes, Duration time) const;

private:
    Duration m_launch, m_near, m_far, m_farthest;
    Overhead m_stream, m_inSwitch;
    double m_slice = 0; // bytes; 0: none is waited for
    bool m_ownStep = false;
};

} // namespace supernode
