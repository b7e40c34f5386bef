// SPDX-License-Identifier: GPL-3.0-or-later
// Parts that fail and are repaired over weeks, and what that leaves of a machine: a Monte Carlo study.
//
// Each part fails at its own constant rate and comes back after an exponential repair time, on its own; a
// study starts with all parts up. Some failures stop the job, which then restarts from where it was saved: no
// work is lost but the time of the restart. What the machine can do with so many parts down is a function
// that the caller gives. Units: FIT is failures in 10^9 hours of one part; hours, minutes and days as named.
// Limits: constant rates (no infant mortality, no wear), no common causes, no shortage of spare parts or
// hands. Deterministic for a seed. Pure if `capacity` is; any thread. Errors: rates and times that are
// negative, not finite or too large; a study of more than mostEvents expected events.
#pragma once

#include "model/base/result.h"
#include "model/system/fact.h"

#include <functional>
#include <string>
#include <vector>

namespace supernode {

struct FailingPart {
    std::string key;  // "modules": the fields are fit_modules and repair_modules
    std::string name; // "optical modules"
    double count = 0;
    double fit = 0;
    double repairHours = 1;
    double stops = 1; // share of its failures that stop the job
    Grade grade = Grade::Assumption;
    std::string note = {}; // where the rate comes from

    bool operator==(const FailingPart&) const = default;
    double perHour() const { return fit * 1e-9; }
    // Parts down at a time, when all were up at the start; the limit for long times is binomial.
    double expectedDown(double hours) const;
    // Mean of that over the first `hours`.
    double meanDown(double hours) const;
    double expectedFailures(double hours) const; // in the first `hours`
};

struct Period {
    double days = 30;
    std::uint64_t seed = 1;
    int runs = 400;
    double restartMinutes = 10;

    bool operator==(const Period&) const = default;
    double hours() const { return days * 24; }
};
constexpr double mostDays = 3650;
constexpr double mostEvents = 2e7;

// The mean over the runs with the interval that holds the true mean in 95 of 100 studies.
// Promise: the interval covers the closed form as often as it says. [Failures.TheIntervalCoversTheClosedForm]
struct Estimate {
    double mean = 0, low = 0, high = 0;
    bool operator==(const Estimate&) const = default;
};
Estimate estimateOf(const std::vector<double>& runs);

struct PartStudy {
    FailingPart part;
    Estimate failures; // in the period
    Estimate down;     // mean number over the period
    int mostDown = 0;  // in any run
    bool operator==(const PartStudy&) const = default;
};

// Over the runs at one time.
struct Moment {
    double day = 0;
    double mean = 0, p5 = 0, p50 = 0, p95 = 0; // of the capacity
    bool operator==(const Moment&) const = default;
};

struct FailureStudy {
    Period period;
    Estimate capacity;     // mean over the period, of the machine with all parts up
    Estimate availability; // share of the period in which the job runs
    Estimate goodput;      // capacity while the job runs, over the whole period
    Estimate stops;        // of the job in the period
    std::vector<PartStudy> parts;
    std::vector<Moment> moments;   // from the first to the last day, evenly
    std::vector<double> histogram; // share of the time with a capacity in [i, i + 1) of histogramBins
    bool operator==(const FailureStudy&) const = default;
};
constexpr int histogramBins = 20; // the last one holds 1 as well
constexpr int momentsOfStudy = 61;

// 0 to 1, with `down[i]` of the i-th part down.
using CapacityOf = std::function<double(const std::vector<int>& down)>;

std::vector<Issue> check(const std::vector<FailingPart>& parts, const Period& period);
// Promise: the same seed gives the same study. [Failures.TheSeedDecides]
Result<FailureStudy> studyFailures(const std::vector<FailingPart>& parts, const Period& period,
                                   const CapacityOf& capacity);

} // namespace supernode
