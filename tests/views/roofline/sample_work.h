// SPDX-License-Identifier: GPL-3.0-or-later
// Work that can be checked by hand, on one die of CloudMatrix 384.
#pragma once

#include "tests/model/test_systems.h"

namespace supernode::test {

// A pass of 1 ms: routed experts compute 60 GFLOP in 8 bits on 0.3 GB for 0.6 ms; attention 3 GFLOP in BF16
// on 0.3 GB for 0.25 ms and a norm on 1 MB for 0.05 ms, both in the phase "attention"; a dispatch sends 10 MB
// in 0.1 ms.
OutcomePtr sampleWork(std::vector<Change> changes = {});

} // namespace supernode::test
