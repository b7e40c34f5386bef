// SPDX-License-Identifier: GPL-3.0-or-later
// Small random machines and what may break in them, for tests that compare two ways to the same answer.
#pragma once

#include "model/base/random.h"
#include "tests/model/test_systems.h"

#include <vector>

namespace supernode::test {

int between(Random& random, int least, int most);
// One, two or three tiers, one or two supernodes, at most 64 endpoints.
SystemPtr randomMachine(Random& random);
std::vector<Change> randomFaults(const Fabric& fabric, Random& random);

} // namespace supernode::test
