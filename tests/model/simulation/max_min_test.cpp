// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulation/max_min.h"

#include "model/simulation/certificate.h"
#include "tests/bench/problems.h"
#include "tests/model/simulation/random_problems.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace supernode::test {
namespace {

SharingProblem problemOf(std::vector<double> capacity, const std::vector<std::vector<Use>>& flows) {
    SharingProblem p;
    p.capacity = std::move(capacity);
    for (const auto& uses : flows)
        p.addFlow(uses);
    return p;
}

// Both are nothing, or they agree to 1e-9 of the greater.
::testing::AssertionResult near(double a, double b) {
    if (std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b)))
        return ::testing::AssertionSuccess();
    return ::testing::AssertionFailure() << a << " is not " << b;
}

TEST(MaxMin, SharesASaturatedLinkEqually) {
    // Three flows on a link of 30: 10 each.
    const Sharing s = shareMaxMin(problemOf({30}, {{{0, 1}}, {{0, 1}}, {{0, 1}}}));
    EXPECT_EQ(s.rate, (std::vector<double>{10, 10, 10}));
}

TEST(MaxMin, GivesTheRestToFlowsThatAreNotHeldElsewhere) {
    // Flows A and B share link 0 of 10; B and C share link 1 of 30. A = B = 5, C = 30 - 5.
    const Sharing s = shareMaxMin(problemOf({10, 30}, {{{0, 1}}, {{0, 1}, {1, 1}}, {{1, 1}}}));
    EXPECT_EQ(s.rate, (std::vector<double>{5, 5, 25}));
    EXPECT_EQ(s.limitedBy, (std::vector<std::uint32_t>{0, 0, 1}));
}

TEST(MaxMin, ChargesALinkByTheShareOfTheFlowThatCrossesIt) {
    // A flow that puts half of itself on a link of 10 runs at 20.
    EXPECT_EQ(shareMaxMin(problemOf({10}, {{{0, 0.5}}})).rate.front(), 20);
}

TEST(MaxMin, SharesByWeight) {
    // Weights 1 and 3 on a link of 20: level 20 / 4, rates 5 and 15.
    SharingProblem p;
    p.addResource(20);
    p.addFlow(std::array<Use, 1>{{{0, 1}}}, 1);
    p.addFlow(std::array<Use, 1>{{{0, 1}}}, 3);
    EXPECT_EQ(shareMaxMin(p).rate, (std::vector<double>{5, 15}));
}

TEST(MaxMin, LeavesToOthersWhatALimitedFlowDoesNotTake) {
    // Of 30, a flow limited to 4 leaves 13 for each of two others. A flow over no link runs at its limit.
    SharingProblem p;
    p.addResource(30);
    p.addFlow(std::array<Use, 1>{{{0, 1}}}, 1, 4);
    p.addFlow(std::array<Use, 1>{{{0, 1}}});
    p.addFlow(std::array<Use, 1>{{{0, 1}}});
    p.addFlow({}, 1, 7);
    const Sharing s = shareMaxMin(p);
    EXPECT_EQ(s.rate, (std::vector<double>{4, 13, 13, 7}));
    EXPECT_EQ(s.limitedBy, (std::vector<std::uint32_t>{SharingProblem::none, 0, 0, SharingProblem::none}));
}

TEST(MaxMin, StopsAFlowOverADeadResource) {
    // B crosses a dead link: 0, and the dead link is named; A has all of link 0.
    const Sharing s = shareMaxMin(problemOf({10, 0}, {{{0, 1}}, {{0, 1}, {1, 1}}}));
    EXPECT_EQ(s.rate, (std::vector<double>{10, 0}));
    EXPECT_EQ(s.limitedBy, (std::vector<std::uint32_t>{0, 1}));
}

TEST(MaxMin, AgreesWithFillingByHandOnRandomFabrics) {
    Random random(7);
    for (int round = 0; round < 4000; ++round) {
        const Spice spice{random.below(2) == 0, random.below(2) == 0, random.below(2) == 0,
                          random.below(2) == 0};
        const SharingProblem p = randomProblem(random, spice);
        ASSERT_TRUE(check(p).empty()) << "seed 7, round " << round;
        const Sharing s = shareMaxMin(p);
        const std::vector<double> expected = ratesByHand(p);
        for (std::size_t f = 0; f < expected.size(); ++f)
            ASSERT_TRUE(near(s.rate[f], expected[f])) << "seed 7, round " << round << ", flow " << f;
    }
}

TEST(MaxMin, EachFlowHasAFullResourceOnWhichNoneIsFaster) {
    Random random(11);
    for (int round = 0; round < 2000; ++round) {
        const SharingProblem p = randomProblem(random);
        ASSERT_EQ(certify(p, shareMaxMin(p)), std::nullopt) << "seed 11, round " << round;
    }
}

// 600 resources whose fair shares all differ, and 4,000 flows: far too many for rounds alone.
SharingProblem crowded(Random& random, double spread) {
    SharingProblem p;
    for (int r = 0; r < 600; ++r)
        p.addResource(1e9 * (1 + spread * random.below(1'000'000)));
    for (int f = 0; f < 4000; ++f) {
        std::array<Use, 4> uses;
        for (std::size_t i = 0; i < 4; ++i)
            uses[i] = {150 * static_cast<std::uint32_t>(i) + random.below(150), 1};
        p.addFlow(uses, 1, random.below(50) ? SharingProblem::unlimited : 1e7 * random.below(10));
    }
    return p;
}

TEST(MaxMin, AgreesWithFillingByHandOnCrowdedFabrics) {
    // Capacities alike, 1 part in a million apart, and up to a million times apart: ties, one bucket of the
    // calendar for all, and epochs that move on.
    Random random(17);
    for (const double spread : {0.0, 1e-12, 1e-6, 1.0}) {
        SharingProblem p = crowded(random, spread);
        for (const bool weighted : {false, true}) {
            if (weighted)
                for (std::size_t f = 0; f < p.flows(); ++f)
                    p.weight.push_back(1 + random.below(5));
            const Sharing s = shareMaxMin(p);
            ASSERT_EQ(certify(p, s), std::nullopt) << "seed 17, spread " << spread;
            const std::vector<double> expected = ratesByHand(p);
            for (std::size_t f = 0; f < expected.size(); ++f)
                ASSERT_TRUE(near(s.rate[f], expected[f])) << "seed 17, spread " << spread << ", flow " << f;
        }
    }
}

TEST(MaxMin, SolvesPartsThatShareNothingAsIfEachWereAlone) {
    // Seven parts of 200 resources and 9,000 flows, some 22,000 uses each, which is few enough to be solved
    // in one piece: their flows in turn in one problem of 157,000 uses, which is not, get the same rates, and
    // a flow that uses nothing its limit.
    Random random(67);
    for (int round = 0; round < 4; ++round) {
        const Spice spice{round % 2 == 1, round % 2 == 1, round > 1, round > 1};
        std::vector<SharingProblem> parts(7);
        SharingProblem whole;
        for (SharingProblem& part : parts) {
            for (int r = 0; r < 200; ++r)
                part.addResource(spice.dead && random.below(50) == 0 ? 0 : 1000 + random.below(1000));
            for (int f = 0; f < 9000; ++f)
                addRandomFlow(part, random, spice);
            whole.capacity.insert(whole.capacity.end(), part.capacity.begin(), part.capacity.end());
        }
        for (std::uint32_t f = 0; f < 9000; ++f)
            for (std::uint32_t p = 0; p < 7; ++p) {
                std::vector<Use> uses;
                for (const Use use : parts[p].usesOf(f))
                    uses.push_back({use.resource + 200 * p, use.load});
                whole.addFlow(uses, parts[p].weightOf(f), parts[p].limitOf(f));
            }
        if (spice.limits)
            whole.addFlow({}, 1, 17);
        const Sharing together = shareMaxMin(whole);
        for (std::uint32_t p = 0; p < 7; ++p) {
            const Sharing alone = shareMaxMin(parts[p]);
            for (std::uint32_t f = 0; f < 9000; ++f)
                ASSERT_TRUE(near(together.rate[7 * f + p], alone.rate[f])) << "seed 67, round " << round;
        }
        if (spice.limits) {
            EXPECT_EQ(together.rate.back(), 17);
        }
        EXPECT_EQ(certify(whole, together), std::nullopt) << "seed 67, round " << round;
    }
}

TEST(MaxMin, KeepsItsDigitsAmongAMillionFlows) {
    // A port of 7e9 carries a million flows, all but one held elsewhere: 500,000 (even numbers) on links of
    // 6,998, 499,999 (odd ones) on links of 6,999. The last one takes what they leave:
    // 7e9 - 500,000 x 6,998 - 499,999 x 6,999 = 1,506,999.
    constexpr std::uint32_t flows = 1'000'000;
    SharingProblem p;
    p.addResource(7e9);
    for (std::uint32_t f = 0; f + 1 < flows; ++f)
        p.addFlow(std::array<Use, 2>{{{0, 1}, {p.addResource(f % 2 ? 6999.0 : 6998.0), 1}}});
    p.addFlow(std::array<Use, 1>{{{0, 1}}});
    const Sharing s = shareMaxMin(p);
    EXPECT_TRUE(near(s.rate.back(), 1'506'999.0));
    EXPECT_EQ(s.rate.front(), 6998);
}

TEST(MaxMin, StopsWhenAsked) {
    std::stop_source source;
    source.request_stop();
    Random random(3);
    const Sharing s = shareMaxMin(crowded(random, 1e-6), {source.get_token()});
    EXPECT_EQ(s.completion, Completion::Cancelled);
}

TEST(MaxMin, AnIncastSharesTheReceiver) {
    // 767 senders on one link of 28 GB/s in every plane.
    const Sharing s = shareMaxMin(bench::incast({}));
    for (const double rate : s.rate)
        ASSERT_TRUE(near(rate, 28e9 / 767));
}

TEST(MaxMin, AnAllToAllSharesTheInjection) {
    // 767 flows leave each die: 28 / 767 each, since an uplink carries 16 x 47 = 752 flows, less than a die.
    bench::Machine machine;
    machine.planes = 1;
    const Sharing s = shareMaxMin(bench::allToAll(machine));
    ASSERT_EQ(s.rate.size(), 589'056u);
    for (const double rate : s.rate)
        ASSERT_TRUE(near(rate, 28e9 / 767));
}

TEST(MaxMin, APermutationByHashCollides) {
    // A spine chip is drawn for each flow: the fullest uplink carries k of them and gives 28 / k, and each
    // flow alone on its links has all 28. Nothing is faster, and the whole is about half of the injection.
    const SharingProblem p = bench::permutations({}, 1, 1);
    const Sharing s = shareMaxMin(p);
    ASSERT_EQ(certify(p, s), std::nullopt);
    std::vector<int> flowsOn(p.resources());
    double sum = 0;
    for (std::size_t f = 0; f < p.flows(); ++f) {
        sum += s.rate[f];
        for (const Use use : p.usesOf(f))
            ++flowsOn[use.resource];
    }
    const int fullest = *std::max_element(flowsOn.begin(), flowsOn.end());
    EXPECT_TRUE(near(*std::min_element(s.rate.begin(), s.rate.end()), 28e9 / fullest));
    EXPECT_TRUE(near(*std::max_element(s.rate.begin(), s.rate.end()), 28e9));
    EXPECT_NEAR(sum / (28e9 * 768 * 7), 0.53, 0.02);
}

} // namespace
} // namespace supernode::test
