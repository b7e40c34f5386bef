// SPDX-License-Identifier: GPL-3.0-or-later
// Which link holds whom when everybody sends to everybody in proportion: max-min sharing by sums alone.
//
// End i sends to end j out[i] x in[j] times the factor of the corridor between their sets; that is the weight
// of the flow. All levels rise together until a link is full, which stops its flows. So the level of a flow
// is the least at which one of its links is full, and what is still open is a product of sums: no flow is
// looked at by itself. Units: bytes per second; a level is a rate over a weight.
// Cost: for each link that fills, O(sets), and as much for each look whether it is full.
// Rounding: a link that is nearly full of flows that stopped before loses digits of the last to stop; who
// needs them solves the bundles anew (product_flows.h). Thread: pure.
// Promise: levels are those of a flow for each pair. [ProductFlows.ABundleGoesAsFastAsItsSingleFlows]
#pragma once

#include "model/traffic/sharing_problem.h"

#include <cstdint>
#include <stop_token>
#include <vector>

namespace supernode {

struct ProductProblem {
    struct Corridor {                           // from one set to another
        double factor = 0;                      // 0: closed
        double perEnd = 1;                      // what a unit of rate puts on the links of both ends
        std::uint32_t firstUse = 0, endUse = 0; // of links above the ends, in `uses`
    };

    std::vector<std::uint32_t> firstOfSet{0}; // sets + 1; ends are numbered set by set
    std::vector<std::uint32_t> setOf;         // per end
    std::vector<double> out, in;              // per end, >= 0
    // Per end those that it neither sends to nor takes from, as itself. Symmetric.
    std::vector<std::vector<std::uint32_t>> beside;
    std::vector<Corridor> corridors; // sets x sets, senders row by row
    std::vector<Use> uses;
    std::vector<double> capacity; // per link: of each end to send, of each to take, those above; > 0

    std::size_t ends() const { return setOf.size(); }
    std::size_t sets() const { return firstOfSet.size() - 1; }
    std::size_t sending(std::size_t end) const { return end; }
    std::size_t taking(std::size_t end) const { return ends() + end; }
    bool apart(std::uint32_t a, std::uint32_t b) const {
        for (const std::uint32_t other : beside[a])
            if (other == b)
                return false;
        return true;
    }
};

struct ProductLevels {
    static constexpr std::uint32_t never = 0xffffffffu;

    std::vector<double> level;        // per link, at which it is full; infinite: never
    std::vector<std::uint32_t> order; // links as they fill
    std::vector<std::uint32_t> turn;  // per link: its place in `order`, or never
    std::vector<std::uint32_t> turnOfCorridor;

    double levelOf(std::uint32_t corridor) const {
        const std::uint32_t t = turnOfCorridor[corridor];
        return t == never ? SharingProblem::unlimited : level[order[t]];
    }
};

// When told to stop, what is there so far.
ProductLevels fillProduct(const ProductProblem& problem, const std::stop_token& stop = {});

} // namespace supernode
