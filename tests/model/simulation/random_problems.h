// SPDX-License-Identifier: GPL-3.0-or-later
// Small random sharing problems, and their answers by filling as one would do it by hand.
#pragma once

#include "model/base/random.h"
#include "model/traffic/sharing_problem.h"

#include <vector>

namespace supernode::test {

// What a random problem may contain beyond flows that share links.
struct Spice {
    bool loads = true;   // loads other than 1
    bool weights = true; // weights other than 1
    bool limits = true;
    bool dead = true; // resources of capacity 0
};

SharingProblem randomProblem(Random& random, const Spice& spice = {});

// One flow of the same kind.
void addRandomFlow(SharingProblem& problem, Random& random, const Spice& spice);

// Raises all open flows to the next level at which a resource is full or a flow at its limit, freezes those,
// and begins again; everything is summed anew each time.
std::vector<double> ratesByHand(const SharingProblem& problem);

} // namespace supernode::test
