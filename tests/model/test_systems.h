// SPDX-License-Identifier: GPL-3.0-or-later
// The two machines as the tests of the model need them, without reading a file: counts and rates only. That
// the shipped system files say the same is a test of app/files.
#pragma once

#include "model/evaluate.h"

namespace supernode::test {

SystemPtr cloudMatrix();
SystemPtr nvl72();
// A two-tier machine small enough to check by hand or by brute force.
SystemPtr smallMachine(int nodes, int chipsPerNode, int endpointsPerChip, int planes, int spines);

// Fails the test and returns null when the scenario is refused.
OutcomePtr answer(const Scenario& scenario);
double metric(const OutcomePtr& outcome, std::string_view id);
Scenario allToAllOn(SystemPtr system, std::vector<Change> changes = {}, Bytes bytes = mebibytes(64));

} // namespace supernode::test
