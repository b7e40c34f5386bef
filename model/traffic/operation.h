// SPDX-License-Identifier: GPL-3.0-or-later
// What an operation costs beyond the line rate: protocol overhead and latency, from the system's measured
// facts.
#pragma once

#include "model/traffic/end_classes.h"
#include "model/traffic/traffic.h"

namespace supernode {

// Wire bytes per payload byte. Shares that the system does not publish count as 1 and are warned of; they
// were measured over the scale-up network, and other networks have none.
Overhead overheadOf(const SystemSpec& system, Operation operation, Target target,
                    std::vector<Issue>& warnings, Network network = Network::ScaleUp);

// Time before the first byte: far end + extra of a write + switch traversals of the round trip. Each way
// takes one traversal inside a node and with one tier, three across the second tier, five across the third. 0
// at line rate; what is not published is left out and warned of.
Duration latencyOf(const SystemSpec& system, Operation operation, Target target, Distance distance,
                   std::vector<Issue>& warnings, Network network = Network::ScaleUp);
Duration latencyOf(const SystemSpec& system, Operation operation, Target target, Scope scope,
                   std::vector<Issue>& warnings);

// Of two ends of one supernode.
Distance farthestIn(const SystemSpec& system);

Issue noSuchNetwork(const SystemSpec& system, Network network);
// An end without a link in the network; `field` named it.
Issue noLink(const SystemSpec& system, Network network, const std::string& field);

// An endpoint or CPU by name; a chip with a single endpoint stands for it. `field` is named when it is
// refused.
Result<ElementId> endOf(const Fabric& fabric, const std::string& name, const char* field);

// The pair of a point-to-point workload, data flowing from .from to .to.
// Ends that are not named are the first that fit: scope counts from the one that is named. The real
// scope of two named ends is in the answer. Errors: ends that do not exist, are no endpoint or CPU, are the
// same, or have no link in this fabric.
struct Ends {
    ElementId from, to;
    Scope scope = Scope::InterNode;
    Distance distance = Distance::SamePod; // in the scale-up network
};
Result<Ends> pairOf(const Fabric& fabric, const PointToPoint& workload);

} // namespace supernode
