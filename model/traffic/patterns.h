// SPDX-License-Identifier: GPL-3.0-or-later
// Who sends how much to whom, before faults: the patterns of the workloads.
//
// Patterns by roles are solved by classes; patterns that differ pair by pair are lists. In those whose pairs
// send different amounts (hotspot, Zipf, matrix) a pair's weight is proportional to its bytes: a sender works
// on all its messages in proportion, and on an even machine all of them end together. Elsewhere all weights
// are 1. Errors: fields of the workload, by name.
// Promise: what is offered is carried and arrives, rank by rank. [Patterns.BytesAreConserved]
#pragma once

#include "model/traffic/class_traffic.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace supernode {

// The endpoints of the ranks, in the order of the ranks. Packed: rank i is endpoint i. Scattered: rank i
// stands in node i modulo the nodes. Errors: "workload.ranks" beyond what the machine has.
Result<std::vector<std::uint32_t>> endpointsOf(const SystemSpec& system, const Ranks& ranks);

// Every end has a role; what one end sends to another depends on their roles alone.
struct RolePattern {
    std::vector<std::uint32_t> roles;       // per rank
    std::uint32_t count = 1;                // of roles
    std::vector<Parcel> parcels{{0, 1, 0}}; // count x count, senders row by row; no bytes: nothing is sent
};
Result<Traffic> byRoles(const Fabric& fabric, const FabricState& state,
                        const std::vector<std::uint32_t>& ends, const RolePattern& pattern, Overhead overhead,
                        RouteBy by = {}, const std::stop_token& stop = {});

// `bytesPerPair` between all ranks, and from the one that is hot as any other sends.
RolePattern uniformPattern(std::size_t ranks, double bytesPerPair);
// Each rank sends `share` of its bytes to rank `hot` and the rest evenly to the others; the hot one sends all
// of its bytes evenly.
RolePattern hotspotPattern(std::size_t ranks, std::size_t hot, double bytes, double share);
// The first `senders` ranks send `bytes` each, evenly to all after them.
RolePattern handoverPattern(std::size_t senders, std::size_t receivers, double bytes);

// One random cycle through all ranks.
std::vector<Transfer> randomPermutation(const Fabric& fabric, const std::vector<std::uint32_t>& ends,
                                        double bytes, std::uint64_t seed);
std::vector<Transfer> incast(const Fabric& fabric, const std::vector<std::uint32_t>& ends, ElementId to,
                             double bytes);
// bytesOf(i, j) from rank i to rank j; the diagonal stays where it is.
using BytesOf = std::function<double(std::size_t from, std::size_t to)>;
Result<Traffic> byMatrix(const Fabric& fabric, const FabricState& state,
                         const std::vector<std::uint32_t>& ends, const BytesOf& bytesOf, Overhead overhead,
                         RouteBy by = {}, const std::stop_token& stop = {});
// The part of receiver i (from 0) of what a rank sends: 1 / (i + 1)^exponent over the sum of all.
std::vector<double> zipfShares(std::size_t ranks, double exponent);

} // namespace supernode
