// SPDX-License-Identifier: GPL-3.0-or-later
// How a language model is spread over ranks, and what lands on the experts of one of them.
//
// A rank is an endpoint: a die of an Ascend 910C, a Blackwell GPU. `tensorRanks` of them share the heads and
// the dense matrices of the same sequences; each such group has sequences of its own. All `expertRanks` share
// the experts of all their tokens. CloudMatrix decodes with 320 expert ranks, 32 of them for copies of the
// shared expert alone, 256 routed and 32 redundant experts (fact A4.02). Units: rows are tokens that an
// expert multiplies, as expected values.
#pragma once

#include "model/workload/model_spec.h"

#include <cstdint>

namespace supernode {

enum class SendRule : std::uint8_t {
    OncePerExpert, // a row for each expert that a token uses, as CloudMatrix does
    OncePerRank    // one row for all experts of a token on the same rank
};

struct Sharding {
    int tensorRanks = 1;
    int expertRanks = 1;
    int redundantExperts = 0; // further copies of routed experts, in each layer
    int sharedRanks = 0;      // of the expertRanks, for the shared experts alone; 0: every rank has a copy
    SendRule sends = SendRule::OncePerExpert;
    int promptRanks = 1; // that share the prompts of prefill, each with dense matrices of its own

    bool operator==(const Sharding&) const = default;

    int routedRanks() const { return expertRanks - sharedRanks; }
};

// Refused: counts below 1, heads or tensor ranks that do not divide evenly, routed and redundant experts that
// do not fill their ranks evenly, ranks for shared experts where there are none.
std::vector<Issue> check(const Sharding& sharding, const ModelSpec& model);

// Copies of routed experts that each rank with routed experts holds in a layer; 0 without experts.
int expertSlots(const Sharding& sharding, const ModelSpec& model);

// What the experts of one rank have to do in one layer and one step.
struct ExpertLoad {
    double routedRows = 0;
    double routedExperts = 0; // of those that the rank holds, how many get a row: their weights are read
    double sharedRows = 0;
    double sharedExperts = 0;

    bool operator==(const ExpertLoad&) const = default;
};

// On a rank with routed experts, and on one for shared experts, when every routed expert is as popular as any
// other. `tokens` are those of one rank, mean over the ranks.
// An expert with r copies stays without a row from T tokens with the chance (1 - perToken / (routed r))^T:
// tokens choose independently of each other, a token never the same expert twice; the limit on groups does
// not matter. Promise: the closed form is what independent tokens do.
// [Sharding.ExpectedHitsAgreeWithEnumeration]
ExpertLoad evenRoutedLoad(const Sharding& sharding, const ModelSpec& model, double tokens);
ExpertLoad sharedRankLoad(const Sharding& sharding, const ModelSpec& model, double tokens);

// Rows that one token sends to routed experts: perToken, or the expected number of ranks that hold them.
// Popularity is even and experts lie without regard to groups; redundant copies count as further experts.
double rowsPerToken(const Sharding& sharding, const ModelSpec& model);
// With those for shared experts on ranks of their own.
double rowsSent(const Sharding& sharding, const ModelSpec& model);

// 1 - (1 - chance)^tokens, exact for small chances.
double chanceOfAny(double chance, double tokens);

} // namespace supernode
