// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/availability.h"
#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace supernode::test {
namespace {

std::map<std::string, double> countsOf(const SystemPtr& system) {
    std::map<std::string, double> counts;
    for (const FailingPart& part : failingParts(**buildFabric(system)))
        counts[part.key] = part.count;
    return counts;
}

// 2,688 cables with two modules; 768 dies x 7 links of copper; NVL72 has 72 x 18 copper links and no leaves.
TEST(Availability, PartsAreCountedOnTheFabric) {
    EXPECT_EQ(countsOf(cloudMatrix()), (std::map<std::string, double>{{"modules", 5376},
                                                                      {"copper", 5376},
                                                                      {"chips", 384},
                                                                      {"memory", 384},
                                                                      {"cpus", 192},
                                                                      {"leaves", 336},
                                                                      {"spines", 112}}));
    EXPECT_EQ(countsOf(nvl72()),
              (std::map<std::string, double>{
                  {"copper", 1296}, {"chips", 72}, {"memory", 72}, {"cpus", 36}, {"spines", 18}}));
}

// A5.11: one scale-up module fails every 93 to 186 hours at 2,000 to 1,000 FIT; at 1,500, every 124.
TEST(Availability, ModulesFailAsOftenAsPublishedRatesSay) {
    const FailingPart modules = failingParts(**buildFabric(cloudMatrix())).front();
    ASSERT_EQ(modules.key, "modules");
    EXPECT_NEAR(1 / (modules.count * modules.perHour()), 124, 0.5);
}

// Each node has 4 endpoint links and 4 uplinks in a plane and sends 12/15 of its bytes over them: with one
// second-tier chip down, 3 uplinks are too few for 3.2.
Scenario smallOne() { return allToAllOn(smallMachine(4, 4, 1, 2, 4)); }

AvailabilityQuestion onlySpines(double fit) {
    AvailabilityQuestion q;
    q.period = {30, 1, 60, 10};
    for (const char* key : {"modules", "copper", "chips", "memory", "cpus", "leaves"})
        q.fit[key] = 0;
    q.fit["spines"] = fit;
    return q;
}

Availability answered(const Scenario& scenario, const AvailabilityQuestion& question) {
    const Result<Availability> a = availability(scenario, question);
    EXPECT_TRUE(a) << toSentence(a.issues().front());
    return *a;
}

// Any one of the 8 second-tier chips is like any other, so the mean over random ones is what one gives.
TEST(Availability, CapacityIsTheModels) {
    const Availability a = answered(smallOne(), onlySpines(1e5));
    const double whole = metric(answer(smallOne()), "throughput");
    Scenario broken = smallOne();
    broken.changes.emplace_back(Fail{"plane 1 l2 1"});
    const double one = metric(answer(broken), "throughput") / whole;
    ASSERT_LT(one, 1);
    ASSERT_FALSE(a.degradation.empty());
    EXPECT_EQ(a.degradation[0].key, "spines");
    EXPECT_EQ(a.degradation[0].down, 1);
    EXPECT_NEAR(a.degradation[0].capacity, one, 1e-9);
    EXPECT_EQ(a.metric, "throughput");
    EXPECT_DOUBLE_EQ(a.whole, whole);
    EXPECT_GT(a.study.capacity.mean, one);
    EXPECT_LT(a.study.capacity.mean, 1);
}

TEST(Availability, MorePartsDownLeaveLess) {
    const Availability a = answered(smallOne(), onlySpines(2e6));
    ASSERT_GE(a.degradation.size(), 3u);
    for (std::size_t i = 1; i < a.degradation.size(); ++i) {
        EXPECT_GT(a.degradation[i].down, a.degradation[i - 1].down);
        EXPECT_LE(a.degradation[i].capacity, a.degradation[i - 1].capacity + 1e-9);
    }
    EXPECT_LE(a.evaluations, 3 * 4) << "1, 2, 4 and 8 down, three choices each";
}

// What is never down is never asked.
TEST(Availability, TheModelIsAskedForWhatTheRunsMeet) {
    const Availability a = answered(smallOne(), onlySpines(0));
    EXPECT_EQ(a.evaluations, 0);
    EXPECT_TRUE(a.degradation.empty());
    EXPECT_EQ(a.study.goodput.mean, 1);
    ASSERT_EQ(a.warnings.size(), 1u);
    EXPECT_NE(a.warnings[0].reason.find("nothing failed"), std::string::npos);
}

TEST(Availability, TheSameQuestionHasTheSameAnswer) {
    const Availability a = answered(smallOne(), onlySpines(1e5)), b = answered(smallOne(), onlySpines(1e5));
    EXPECT_EQ(a.study, b.study);
    EXPECT_EQ(a.degradation, b.degradation);
}

TEST(Availability, RatesOfPartsThatAMachineLacksAreRefused) {
    AvailabilityQuestion q;
    q.fit["modules"] = 1500;
    const Result<Availability> a = availability(allToAllOn(nvl72()), q);
    ASSERT_FALSE(a);
    EXPECT_EQ(a.issues().front().field, "fit_modules");
    EXPECT_EQ(a.issues().front().reason, "GB200 NVL72 has no such parts");
}

TEST(Availability, ImpossibleRatesAndDataSheetsAreRefused) {
    AvailabilityQuestion q = onlySpines(-5);
    ASSERT_FALSE(availability(smallOne(), q));
    EXPECT_EQ(availability(smallOne(), q).issues().front().field, "fit_spines");
    q = onlySpines(5);
    q.repairHours["spines"] = 0;
    EXPECT_EQ(availability(smallOne(), q).issues().front().field, "repair_spines");
    const Result<Availability> sheet = availability({cloudMatrix(), {}, Specification{}}, {});
    ASSERT_FALSE(sheet);
    EXPECT_EQ(sheet.issues().front().field, "workload");
}

} // namespace
} // namespace supernode::test
