// SPDX-License-Identifier: GPL-3.0-or-later
// Outcomes for tests of views: the small machine is checked by hand in the tests of the model.
#pragma once

#include "tests/model/test_systems.h"

#include <string>

namespace supernode::test {

// 2 nodes of 2 chips of 1 endpoint, 2 planes, 2 spine chips in each: all-to-all of 1 MiB.
inline Scenario smallScenario(std::vector<Change> changes = {}) {
    return allToAllOn(smallMachine(2, 2, 1, 2, 2), std::move(changes), mebibytes(1));
}

inline ElementId find(const OutcomePtr& outcome, const std::string& name) {
    return outcome->fabric->find(name).value();
}

// An outcome that holds nothing but metrics; for functions that read nothing else.
inline Outcome metricsOnly(SystemPtr system, std::vector<Metric> metrics) {
    Outcome outcome;
    outcome.scenario.system = std::move(system);
    outcome.metrics = std::move(metrics);
    return outcome;
}

inline Metric metricOf(const char* id, double value, const char* unit,
                       Metric::Better better = Metric::Better::Higher, Grade grade = Grade::Modelled) {
    return {id, id, value, unit, "system", grade, "", better};
}

} // namespace supernode::test
