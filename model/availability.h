// SPDX-License-Identifier: GPL-3.0-or-later
// What is left of a machine over weeks in which its parts fail: capacity, availability and goodput.
//
// Capacity is the first metric of the scenario over its value with all parts up, as evaluate() answers it
// with so many random parts failed: asked for few numbers of each kind (1, 2, 4, 8, ... and a few random
// choices each, only as many as the runs meet), straight between them, and multiplied over the kinds. An
// answer that is refused counts as 0 and is warned of. Limits: those of workload/failures.h; the
// product is exact only while failures of different kinds do not meet in one place.
// No document gives a failure rate of either machine: rates are of other machines or assumed, and meant to be
// moved. Deterministic for a seed; pure; any thread. Errors: those of evaluate and of check(parts, period).
#pragma once

#include "model/evaluate.h"
#include "model/workload/failures.h"

#include <map>

namespace supernode {

// The parts of a machine that fail, counted on its fabric, with rates to start from.
// Promise: the counts are those of the fabric. [Availability.PartsAreCountedOnTheFabric]
std::vector<FailingPart> failingParts(const Fabric& fabric);

// The keys of all parts that any machine has, in that order.
std::vector<std::string> failingKeys();

// Rates by key ("modules"), where they differ from those of failingParts.
struct AvailabilityQuestion {
    Period period;
    std::map<std::string, double> fit, repairHours;
};

struct Degradation {
    std::string key;
    int down = 0;
    double capacity = 1; // mean over the random choices
    bool operator==(const Degradation&) const = default;
};

struct Availability {
    FailureStudy study;
    std::string metric; // id of the one that capacity counts
    double whole = 0;   // its value with all parts up
    std::string unit;
    std::vector<Degradation> degradation; // as asked of the model, by kind and number
    int evaluations = 0;
    std::vector<Issue> warnings;
};

// Promise: a capacity is what the model answers with those parts failed. [Availability.CapacityIsTheModels]
Result<Availability> availability(const Scenario& scenario, const AvailabilityQuestion& question);

} // namespace supernode
