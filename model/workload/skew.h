// SPDX-License-Identifier: GPL-3.0-or-later
// Experts that are not equally popular: who is chosen how often, where copies go, and what the hottest rank
// gets.
//
// A pick is the chance that a token uses an expert; picks of a layer add up to the experts per token, and
// none exceeds 1. An expert's tokens are shared out evenly among its copies. Limits: expected values; tokens
// choose independently, and the same popularity holds for all layers and senders. All functions are
// deterministic: among equals the lowest index goes first.
#pragma once

#include "model/workload/sharding.h"

#include <span>
#include <vector>

namespace supernode {

using Picks = std::vector<double>; // one for each routed expert

// Popularity as weights of any scale. What would be chosen more than once a token is chosen once, and the
// others in proportion share the rest. Refused: negative or infinite weights, fewer positive ones than
// perToken.
Result<Picks> picksFrom(std::span<const double> weights, int perToken);
// Expert i with weight 1 / (i + 1)^exponent; exponent 0 is even. Preconditions: exponent >= 0 and finite,
// 1 <= perToken <= experts.
Picks zipfPicks(int experts, int perToken, double exponent);
// The exponent with which the hottest of so many experts is `hottestOverMean` times the mean, before picks
// are limited to 1. Refused: ratios outside [1, experts). Promise: 30 times the mean puts a fifth of 256
// experts above it, as published. [Skew.AZipfOfThirtyPutsAFifthAboveTheMean]
Result<double> zipfExponent(int experts, double hottestOverMean);

// Which experts each rank holds in a layer.
struct ExpertPlacement {
    std::vector<int> copies;              // of each expert
    std::vector<std::vector<int>> onRank; // experts by rank, as many on each

    bool operator==(const ExpertPlacement&) const = default;
};

enum class PlacementRule : std::uint8_t {
    InOrder, // experts in the order of their numbers, redundant copies of the first ones at the end
    Balanced // redundant copies to the hottest, then the hottest copies to the emptiest ranks
};

// On sharding.routedRanks() ranks. Precondition: check(Sharding) found nothing.
// Promise: no other choice of copies lowers the hottest copy. [Skew.GreedyCopiesAreTheBestCopies]
ExpertPlacement placeExperts(const Picks& picks, const Sharding& sharding, PlacementRule rule);

// Rows for each rank and token in the group; they add up to the experts per token.
std::vector<double> rowsByRank(const Picks& picks, const ExpertPlacement& placement);
// Hottest over mean; 1 when all are equal or nothing is to be done.
double balanceFactor(std::span<const double> loads);

// What the rank with the most rows gets. `tokens` are those of one rank, mean over all expert ranks.
// Promise: with even picks it is the even load. [Skew.EvenPicksGiveTheEvenLoad]
ExpertLoad hottestLoad(const Sharding& sharding, const ModelSpec& model, const Picks& picks,
                       const ExpertPlacement& placement, double tokens);

} // namespace supernode
