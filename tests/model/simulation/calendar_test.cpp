// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulation/calendar.h"

#include "tests/model/simulation/random_problems.h"

#include <gtest/gtest.h>

#include <cmath>

namespace supernode::test {
namespace {

FlowRows rowsOf(const SharingProblem& p, Loads loads) {
    std::size_t mostUses = 0;
    for (std::size_t f = 0; f < p.flows(); ++f)
        mostUses = std::max(mostUses, p.usesOf(f).size());
    FlowRows rows;
    rows.begin(static_cast<std::uint32_t>(p.resources()), static_cast<std::uint32_t>(p.flows()), mostUses,
               loads);
    for (std::size_t f = 0; f < p.flows(); ++f)
        for (std::size_t k = 0; k < p.usesOf(f).size(); ++k) {
            rows.resource[f * rows.width + k] = p.usesOf(f)[k].resource;
            if (loads == Loads::Any)
                rows.amount[f * rows.width + k] = p.usesOf(f)[k].load * p.weightOf(f);
        }
    rows.list();
    return rows;
}

// One calendar for problems of all kinds: up to 9 uses a flow, the same resource again and again, dead ones.
template <Loads L>
void agreesWithHand(std::uint64_t seed, const Spice& spice) {
    Random random(seed);
    Calendar calendar;
    for (int round = 0; round < 1500; ++round) {
        SharingProblem p = randomProblem(random, spice);
        for (double& capacity : p.capacity) // some shares lie beyond the last bucket
            capacity *= random.below(4) == 0 ? 1e7 : 1;
        for (std::uint32_t i = 0, more = random.below(3); i < more; ++i) {
            std::vector<Use> uses;
            for (std::uint32_t k = 0, n = 1 + random.below(9); k < n; ++k)
                uses.push_back({random.below(static_cast<std::uint32_t>(p.resources())), 1});
            p.addFlow(uses);
        }
        const FlowRows rows = rowsOf(p, L);
        ASSERT_EQ(calendar.run<L>(rows, p.capacity, {}), Completion::Whole);
        const std::vector<double> expected = ratesByHand(p);
        std::vector<double> left = p.capacity;
        std::vector<std::uint32_t> held(p.resources());
        for (std::size_t f = 0; f < p.flows(); ++f) {
            const std::uint32_t by = calendar.heldBy()[f];
            ASSERT_LT(by, p.resources());
            ASSERT_NEAR(calendar.level(by) * p.weightOf(f), expected[f], 1e-9 * expected[f])
                << "seed " << seed << ", round " << round << ", flow " << f;
            ++held[by];
            for (const Use use : p.usesOf(f))
                left[use.resource] -= use.load * expected[f];
        }
        for (std::uint32_t r = 0; r < p.resources(); ++r) {
            ASSERT_EQ(calendar.held(r), held[r]) << "seed " << seed << ", round " << round;
            ASSERT_NEAR(calendar.left(r), left[r], 1e-9 * p.capacity[r])
                << "seed " << seed << ", round " << round << ", resource " << r;
        }
    }
}

TEST(Calendar, AgreesWithFillingByHand) {
    agreesWithHand<Loads::Unit>(83, {.loads = false, .weights = false, .limits = false, .dead = true});
    agreesWithHand<Loads::Any>(89, {.loads = true, .weights = true, .limits = false, .dead = true});
}

TEST(Calendar, LetsAFlowThatUsesNothingGo) {
    // Of three flows the second uses nothing; the two others share 10.
    FlowRows rows;
    rows.begin(1, 3, 1, Loads::Unit);
    rows.resource[0] = rows.resource[2 * rows.width] = 0;
    rows.list();
    Calendar calendar;
    const std::vector<double> left{10};
    ASSERT_EQ(calendar.run<Loads::Unit>(rows, left, {}), Completion::Whole);
    EXPECT_EQ(calendar.heldBy(), (std::vector<std::uint32_t>{0, Calendar::nobody, 0}));
    EXPECT_EQ(calendar.level(0), 5);
    EXPECT_EQ(calendar.left(0), 0);
}

TEST(Calendar, KeepsItsDigitsWhereLittleIsLeft) {
    // 200,000 flows take 0.1 each of resource 0, held by resources of their own; the last one has what is
    // left of 20,000.2. Subtractions alone would leave 8 digits of it.
    constexpr std::uint32_t others = 200'000;
    FlowRows rows;
    rows.begin(others + 1, others + 1, 2, Loads::Unit);
    std::vector<double> left(others + std::size_t{1}, 0.1);
    left[0] = 20000.2;
    for (std::uint32_t f = 0; f <= others; ++f) {
        rows.resource[f * rows.width] = 0;
        if (f < others)
            rows.resource[f * rows.width + 1] = f + 1;
    }
    rows.list();
    Calendar calendar;
    ASSERT_EQ(calendar.run<Loads::Unit>(rows, left, {}), Completion::Whole);
    ASSERT_EQ(calendar.heldBy()[others], 0u);
    const auto expected =
        static_cast<double>(static_cast<long double>(left[0]) - others * static_cast<long double>(0.1));
    EXPECT_NEAR(calendar.level(0), expected, 1e-11 * expected);
}

TEST(Calendar, StopsWhenAsked) {
    FlowRows rows;
    rows.begin(1, 1, 1, Loads::Unit);
    rows.resource[0] = 0;
    rows.list();
    std::stop_source source;
    source.request_stop();
    const std::vector<double> left{10};
    EXPECT_EQ(Calendar().run<Loads::Unit>(rows, left, source.get_token()), Completion::Cancelled);
}

} // namespace
} // namespace supernode::test
