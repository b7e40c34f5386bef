// SPDX-License-Identifier: GPL-3.0-or-later
// What an operation costs beyond the line rate: protocol overhead and latency, from the system's measured
// facts.
#pragma once

#include "model/traffic/traffic.h"

namespace supernode {

// Wire bytes per payload byte. Shares that the system does not publish count as 1 and are warned of.
Overhead overheadOf(const SystemSpec& system, Operation operation, Target target,
                    std::vector<Issue>& warnings);

// Time before the first byte: far end + extra of a write + switch traversals of the round trip. One traversal
// each way inside a node and with one tier, three each way across the spine. 0 at line rate; what is not
// published is left out and warned of.
Duration latencyOf(const SystemSpec& system, Operation operation, Target target, Scope scope,
                   std::vector<Issue>& warnings);

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
};
Result<Ends> pairOf(const Fabric& fabric, const PointToPoint& workload);

} // namespace supernode
