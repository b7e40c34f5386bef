// SPDX-License-Identifier: GPL-3.0-or-later
// Sharing problems of the two-tier machine, flow by flow, for benchmarks and for the judge.
//
// Every flow takes one spine chip (a hash, or its destination), so that it crosses 2 links inside a node and
// 4 between nodes. Resources, plane by plane: each die up and down, each node's uplinks up and down.
#pragma once

#include "model/base/random.h"
#include "model/traffic/sharing_problem.h"

#include <cstdint>
#include <vector>

namespace supernode::bench {

struct Machine {
    std::uint32_t nodes = 48, diesPerNode = 16, planes = 7, spines = 16;
    double dieLink = 28e9, uplink = 28e9; // bytes per second

    std::uint32_t dies() const { return nodes * diesPerNode; }
    std::uint32_t perPlane() const { return 2 * dies() + 2 * nodes * spines; }
    std::uint32_t up(std::uint32_t plane, std::uint32_t die) const { return plane * perPlane() + 2 * die; }
    std::uint32_t down(std::uint32_t plane, std::uint32_t die) const { return up(plane, die) + 1; }
    std::uint32_t uplinkUp(std::uint32_t plane, std::uint32_t node, std::uint32_t spine) const {
        return plane * perPlane() + 2 * dies() + 2 * (node * spines + spine);
    }
    std::uint32_t uplinkDown(std::uint32_t plane, std::uint32_t node, std::uint32_t spine) const {
        return uplinkUp(plane, node, spine) + 1;
    }
    SharingProblem idle() const;
    void add(SharingProblem& problem, std::uint32_t plane, std::uint32_t from, std::uint32_t to,
             std::uint32_t spine) const;
};

// Where a flow begins and ends; on the machine the zone is the plane.
struct Ends {
    std::uint32_t zone = 0, from = 0, to = 0;
};
std::vector<Ends> endsOf(const Machine& machine, const SharingProblem& problem);

// A sharing problem with sizes and starts: what flows over time.
struct Run {
    SharingProblem problem;
    std::vector<double> bytes; // whole numbers
    std::vector<double> start; // seconds; empty: all at 0
};

// `count` random permutations at once, each flow on spine chips drawn by `seed`.
SharingProblem permutations(const Machine& machine, std::uint32_t count, std::uint64_t seed);
// All dies to die 0.
SharingProblem incast(const Machine& machine);
// Every ordered pair and plane a flow of its own, its spine chip given by the two dies.
SharingProblem allToAll(const Machine& machine);
// A permutation of 10 MB a flow, all at 0.
Run permutationToCompletion(const Machine& machine, std::uint64_t seed);
// `transfers` between random dies among the first `dies`, one part of 1 to 64 MB over each plane (whole bytes
// drawn for each), that start at random within `window` seconds.
Run staggered(const Machine& machine, std::uint32_t dies, std::uint32_t transfers, double window,
              std::uint64_t seed);
// 384 NPUs with the two links of their dies taken as one.
inline Machine npus() { return {48, 8, 7, 16, 56e9, 28e9}; }

} // namespace supernode::bench
