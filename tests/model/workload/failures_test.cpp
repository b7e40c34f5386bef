// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/failures.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace supernode {
namespace {

FailingPart part(double count, double fit, double repairHours, double stops = 0) {
    return {"parts", "parts", count, fit, repairHours, stops};
}

double allUp(const std::vector<int>&) { return 1; }
// Each of `count` parts is worth the same.
CapacityOf perPart(double count) {
    return [count](const std::vector<int>& down) { return 1 - down[0] / count; };
}

FailureStudy studied(const FailingPart& p, const Period& period, const CapacityOf& capacity) {
    const Result<FailureStudy> study = studyFailures({p}, period, capacity);
    EXPECT_TRUE(study) << toSentence(study.issues().front());
    return *study;
}

bool covers(const Estimate& e, double truth) { return e.low <= truth && truth <= e.high; }

// dm/dt = (n - m) rate - m / repair from m(0) = 0, in small steps, is what the closed form says.
TEST(Failures, TheClosedFormSolvesItsEquation) {
    const FailingPart p = part(50, 2e6, 10);
    double down = 0, sum = 0;
    constexpr double step = 1e-3, hours = 40;
    for (double t = 0; t < hours - step / 2; t += step) {
        const double middle = down + step / 2 * ((50 - down) * 2e-3 - down / 10);
        sum += step * middle;
        down += step * ((50 - middle) * 2e-3 - middle / 10);
    }
    EXPECT_NEAR(p.expectedDown(hours), down, 1e-5);
    EXPECT_NEAR(p.meanDown(hours), sum / hours, 1e-5);
    EXPECT_NEAR(p.expectedFailures(hours), 2e-3 * (50 * hours - sum), 1e-3);
    // After a long time: the binomial share of the time that a part is down, 0.002 / (0.002 + 0.1).
    EXPECT_NEAR(p.expectedDown(1e4), 50 * 0.002 / 0.102, 1e-9);
}

// Rare failures: the mean number down is rate x repair time for each part, as in a queue with enough hands.
TEST(Failures, RareFailuresAreRateTimesRepairTime) {
    const FailingPart p = part(5376, 1500, 4);
    EXPECT_NEAR(p.expectedDown(1e4), 5376 * 1500e-9 * 4, 1e-6 * 5376 * 1500e-9 * 4 + 1e-6);
}

// 400 studies of 60 runs. An interval that covers in 95 of 100 does so in 380 +- 4.4 of them; three
// deviations.
TEST(Failures, TheIntervalCoversTheClosedForm) {
    const FailingPart p = part(50, 2e6, 10);
    constexpr int studies = 400;
    int down = 0, failures = 0, capacity = 0;
    for (std::uint64_t seed = 1; seed <= studies; ++seed) {
        const FailureStudy s = studied(p, {5, seed, 60, 0}, perPart(50));
        down += covers(s.parts[0].down, p.meanDown(120));
        failures += covers(s.parts[0].failures, p.expectedFailures(120));
        capacity += covers(s.capacity, 1 - p.meanDown(120) / 50);
    }
    for (const int covered : {down, failures, capacity}) {
        EXPECT_GE(covered, 367);
        EXPECT_LE(covered, 393);
    }
}

// One part alone: capacity is its availability, 1 - rate / (rate + 1 / repair) in the long run.
TEST(Failures, OnePartIsUpForItsBinomialShare) {
    const FailingPart p = part(1, 1e7, 25); // 0.01 an hour against 0.04
    const FailureStudy s =
        studied(p, {300, 7, 400, 0}, [](const std::vector<int>& down) { return down[0] ? 0.0 : 1.0; });
    EXPECT_NEAR(s.capacity.mean, 1 - p.meanDown(7200), 3 * (s.capacity.high - s.capacity.low));
    EXPECT_NEAR(1 - p.meanDown(7200), 0.8, 1e-3);
    EXPECT_EQ(s.parts[0].mostDown, 1);
    EXPECT_EQ(s.availability, s.capacity) << "a job on no machine does not run";
}

// Failures of 0.5 an hour each stop the job for 1 hour; repairs are quick. It runs at a time t > 1 h unless
// one fell into the hour before: exp(-0.5); before that, unless one fell into [0, t].
TEST(Failures, AJobRunsUnlessItWasStoppedWithinTheRestartTime) {
    const FailureStudy s = studied(part(1000, 5e5, 1e-3, 1), {10, 3, 200, 60}, allUp);
    const double hours = 240, rate = 0.5;
    const double truth = ((1 - std::exp(-rate)) / rate + (hours - 1) * std::exp(-rate)) / hours;
    EXPECT_NEAR(s.availability.mean, truth, 2 * (s.availability.high - s.availability.low));
    EXPECT_LT(s.availability.high - s.availability.low, 0.01);
    EXPECT_NEAR(s.stops.mean, 120, 2 * (s.stops.high - s.stops.low));
    EXPECT_EQ(s.capacity.mean, 1);
    EXPECT_NEAR(s.goodput.mean, s.availability.mean, 1e-12);
}

// A quarter of the failures stop the job.
TEST(Failures, OnlySomeFailuresStopTheJob) {
    const FailureStudy s = studied(part(100, 1e5, 1, 0.25), {30, 5, 300, 1}, allUp);
    EXPECT_NEAR(s.stops.mean / s.parts[0].failures.mean, 0.25, 0.01);
}

TEST(Failures, TheSeedDecides) {
    const FailingPart p = part(50, 2e6, 10, 0.5);
    const Period period{5, 11, 60, 10};
    EXPECT_EQ(studied(p, period, perPart(50)), studied(p, period, perPart(50)));
    EXPECT_NE(studied(p, period, perPart(50)).capacity, studied(p, {5, 12, 60, 10}, perPart(50)).capacity);
}

TEST(Failures, WithoutFailuresEverythingStaysUp) {
    const FailureStudy s = studied(part(50, 0, 10, 1), {30, 1, 30, 10}, perPart(50));
    for (const Estimate& e : {s.capacity, s.availability, s.goodput})
        EXPECT_EQ(e, (Estimate{1, 1, 1}));
    EXPECT_EQ(s.histogram.back(), 1);
    EXPECT_EQ(s.moments.back().p5, 1);
}

TEST(Failures, ThePictureAddsUp) {
    const FailureStudy s = studied(part(50, 2e6, 10), {5, 2, 400, 0}, perPart(50));
    EXPECT_NEAR(std::accumulate(s.histogram.begin(), s.histogram.end(), 0.0), 1, 1e-9);
    ASSERT_EQ(s.moments.size(), static_cast<std::size_t>(momentsOfStudy));
    EXPECT_EQ(s.moments.front().day, 0);
    EXPECT_EQ(s.moments.back().day, 5);
    EXPECT_EQ(s.moments.front().mean, 1) << "all parts are up at the start";
    const FailingPart p = part(50, 2e6, 10);
    for (const Moment& m : s.moments) {
        EXPECT_LE(m.p5, m.p50);
        EXPECT_LE(m.p50, m.p95);
        // The deviation of the mean of 400 runs is 0.0196 x sqrt(0.98 / 50 / 0.0196) / 20 < 0.001.
        EXPECT_NEAR(m.mean, 1 - p.expectedDown(m.day * 24) / 50, 0.005) << m.day;
    }
}

std::string complaintAbout(const FailingPart& p, const Period& period) {
    const Result<FailureStudy> study = studyFailures({p}, period, allUp);
    return study ? "" : toSentence(study.issues().front());
}

TEST(Failures, ImpossibleNumbersAreRefusedOneByOne) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const Period month;
    EXPECT_EQ(complaintAbout(part(9, -1, 4), month),
              "fit_parts: -1 is too little; give 0 to 10^9 failures in 10^9 hours");
    EXPECT_EQ(complaintAbout(part(9, nan, 4), month),
              "fit_parts: nan is no number; give 0 to 10^9 failures in 10^9 hours");
    EXPECT_EQ(complaintAbout(part(9, 1, 0), month),
              "repair_parts: 0 is too little; give 0.001 to 100,000 hours");
    EXPECT_EQ(complaintAbout(part(9, 1, nan), month),
              "repair_parts: nan is no number; give 0.001 to 100,000 hours");
    EXPECT_EQ(complaintAbout(part(9, 1, 4), {0, 1, 400, 10}),
              "days: 0 is too little; give 0.001 to 3,650 days");
    EXPECT_EQ(complaintAbout(part(9, 1, 4), {1e9, 1, 400, 10}),
              "days: 1e+09 is too much; give 0.001 to 3,650 days");
    EXPECT_EQ(complaintAbout(part(9, 1, 4), {30, 1, 1, 10}),
              "runs: 1 is too little; give 30 to 100,000 runs");
    EXPECT_EQ(complaintAbout(part(9, 1, 4), {30, 1, 400, -1}),
              "restart: -1 is too little; give 0 to 100,000 minutes");
    EXPECT_NE(complaintAbout(part(5376, 1e9, 4), {3650, 1, 100'000, 10}).find("too many to follow"),
              std::string::npos);
}

} // namespace
} // namespace supernode
