// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulation/incremental.h"

#include "model/simulation/certificate.h"
#include "tests/bench/problems.h"
#include "tests/model/simulation/random_problems.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace supernode::test {
namespace {

// The rates that a whole solve gives to the active flows.
std::vector<double> wholeRates(const IncrementalSharing& sharing) {
    SharingProblem p;
    p.capacity = sharing.problem().capacity;
    std::vector<std::uint32_t> flows;
    for (std::uint32_t f = 0; f < sharing.problem().flows(); ++f) {
        if (!sharing.active(f))
            continue;
        std::vector<Use> uses;
        for (const Use use : sharing.problem().usesOf(f))
            uses.push_back(use);
        p.addFlow(uses, sharing.problem().weightOf(f), sharing.problem().limitOf(f));
        flows.push_back(f);
    }
    std::vector<double> rates(sharing.problem().flows());
    const Sharing s = shareMaxMin(p);
    EXPECT_EQ(certify(p, s), std::nullopt);
    for (std::size_t i = 0; i < flows.size(); ++i)
        rates[flows[i]] = s.rate[i];
    return rates;
}

::testing::AssertionResult agree(const IncrementalSharing& sharing) {
    const std::vector<double> expected = wholeRates(sharing);
    for (std::uint32_t f = 0; f < expected.size(); ++f)
        if (!(std::abs(sharing.rate(f) - expected[f]) <= 1e-9 * expected[f]))
            return ::testing::AssertionFailure()
                   << "flow " << f << " runs at " << sharing.rate(f) << ", not " << expected[f];
    return ::testing::AssertionSuccess();
}

// One random change of any kind.
void change(IncrementalSharing& sharing, Random& random, const Spice& spice) {
    const std::uint32_t flow = random.below(static_cast<std::uint32_t>(sharing.problem().flows()));
    const std::uint32_t resource = random.below(static_cast<std::uint32_t>(sharing.problem().resources()));
    switch (random.below(8)) {
    case 0:
        sharing.setCapacity(resource, spice.dead && random.below(6) == 0 ? 0 : 1 + random.below(100));
        break;
    case 1:
        if (spice.weights)
            sharing.setWeight(flow, 0.5 * (1 + random.below(9)));
        break;
    case 2:
        if (spice.limits)
            sharing.setLimit(flow, random.below(3) ? random.below(40) : SharingProblem::unlimited);
        break;
    case 3:
        if (random.below(4) == 0)
            sharing.start(sharing.addFlow(std::array<Use, 2>{{{resource, 1}, {0, 1}}}));
        break;
    default:
        sharing.active(flow) ? sharing.stop(flow) : sharing.start(flow);
    }
}

TEST(IncrementalSharing, AgreesWithTheWholeSolveAfterRandomChanges) {
    Random random(23);
    for (int round = 0; round < 1500; ++round) {
        const Spice spice{random.below(2) == 0, random.below(2) == 0, random.below(2) == 0,
                          random.below(2) == 0};
        IncrementalSharing sharing(randomProblem(random, spice));
        for (int step = 0; step < 40; ++step) {
            for (std::uint32_t i = 0, n = 1 + random.below(3); i < n; ++i)
                change(sharing, random, spice);
            ASSERT_EQ(sharing.solve(), Completion::Whole);
            ASSERT_TRUE(agree(sharing)) << "seed 23, round " << round << ", step " << step;
        }
    }
}

TEST(IncrementalSharing, AgreesWhenChangesSpreadFarAndWide) {
    // 500 flows on 60 resources, so that a change reaches hundreds and everything connected is solved at
    // once, but for the flows below the level where the fillings part; sometimes most flows are idle.
    Random random(37);
    for (int round = 0; round < 60; ++round) {
        const Spice spice{random.below(2) == 0, random.below(2) == 0, random.below(2) == 0,
                          random.below(2) == 0};
        SharingProblem problem;
        for (int r = 0; r < 60; ++r)
            problem.addResource(100 + random.below(1000));
        for (int f = 0; f < 500; ++f)
            addRandomFlow(problem, random, spice);
        IncrementalSharing sharing(std::move(problem));
        for (std::uint32_t f = 0; f < 500; ++f)
            if (round % 3 > 0 || random.below(8) == 0)
                sharing.start(f);
        for (int step = 0; step < 60; ++step) {
            for (std::uint32_t i = 0, n = 1 + random.below(3); i < n; ++i)
                change(sharing, random, spice);
            ASSERT_EQ(sharing.solve(), Completion::Whole);
            ASSERT_TRUE(agree(sharing)) << "seed 37, round " << round << ", step " << step;
        }
    }
}

TEST(IncrementalSharing, AgreesWhenAPartIsSolvedAsItStands) {
    // Two parts of 400 flows on 30 resources, all of which run: a change that spreads has its whole part
    // solved again, with new capacities, weights and limits, and never the other part.
    Random random(41);
    for (int round = 0; round < 40; ++round) {
        const Spice spice{random.below(2) == 0, random.below(2) == 0, random.below(2) == 0,
                          random.below(2) == 0};
        SharingProblem problem;
        for (int r = 0; r < 60; ++r)
            problem.addResource(100 + random.below(1000));
        for (std::uint32_t f = 0; f < 800; ++f) {
            const std::uint32_t first = f % 2 * 30, a = random.below(30), b = (a + 1 + random.below(29)) % 30;
            const double load = spice.loads ? 1 + random.below(3) : 1;
            problem.addFlow(std::array<Use, 2>{{{first + a, load}, {first + b, 1}}},
                            spice.weights ? 1 + random.below(4) : 1);
        }
        IncrementalSharing sharing(std::move(problem));
        for (std::uint32_t f = 0; f < 800; ++f)
            sharing.start(f);
        std::size_t most = 0;
        for (int step = 0; step < 40; ++step) {
            const std::uint32_t r = random.below(60), f = random.below(800);
            if (spice.limits && random.below(3) == 0)
                sharing.setLimit(f, 1 + random.below(40));
            else if (spice.weights && random.below(4) == 0)
                sharing.setWeight(f, 1 + random.below(4));
            else
                sharing.setCapacity(r, spice.dead && random.below(9) == 0 ? 0 : 50 + random.below(1000));
            sharing.solve();
            ASSERT_TRUE(agree(sharing)) << "seed 41, round " << round << ", step " << step;
            most = step > 0 ? std::max(most, sharing.looked()) : 0;
        }
        EXPECT_EQ(most, 400u) << "seed 41, round " << round;
    }
}

TEST(IncrementalSharing, KnowsASmallLoadOnALargeResource) {
    // 400 flows on 30 resources cross one of 1e15, too, where a number has three binary places. When all were
    // solved as they stand, it gets a ten-millionth less than they carry: all of them must notice.
    Random random(43);
    SharingProblem problem;
    for (int r = 0; r < 30; ++r)
        problem.addResource(100 + random.below(1000));
    const std::uint32_t large = problem.addResource(1e15);
    for (std::uint32_t f = 0; f < 400; ++f) {
        const std::uint32_t a = random.below(30), b = (a + 1 + random.below(29)) % 30;
        problem.addFlow(std::array<Use, 3>{{{a, 1}, {b, 1}, {large, 1}}});
    }
    IncrementalSharing sharing(std::move(problem));
    for (std::uint32_t f = 0; f < 400; ++f)
        sharing.start(f);
    int stood = 0;
    for (int step = 0; step < 200; ++step) {
        sharing.setCapacity(random.below(30), 50 + random.below(1000));
        sharing.solve();
        if (sharing.looked() < 400)
            continue;
        ++stood;
        double carried = 0;
        for (std::uint32_t f = 0; f < 400; ++f)
            carried += sharing.rate(f);
        sharing.setCapacity(large, carried * (1 - 1e-7));
        sharing.solve();
        ASSERT_TRUE(agree(sharing)) << "seed 43, step " << step;
        sharing.setCapacity(large, 1e15);
        sharing.solve();
        ASSERT_TRUE(agree(sharing)) << "seed 43, step " << step;
    }
    EXPECT_GT(stood, 20);
}

TEST(IncrementalSharing, AgreesOnALargeMachine) {
    // Four permutations on 48 x 16 dies and 2 planes; links slow down, die and come back, flows come and go.
    bench::Machine machine;
    machine.planes = 2;
    Random random(29);
    IncrementalSharing sharing(bench::permutations(machine, 4, 29));
    for (std::uint32_t f = 0; f < sharing.problem().flows(); ++f)
        sharing.start(f);
    sharing.solve();
    ASSERT_TRUE(agree(sharing));
    for (int step = 0; step < 200; ++step) {
        const std::uint32_t r = random.below(static_cast<std::uint32_t>(sharing.problem().resources()));
        sharing.setCapacity(r, 7e9 * random.below(5));
        const std::uint32_t f = random.below(static_cast<std::uint32_t>(sharing.problem().flows()));
        sharing.active(f) ? sharing.stop(f) : sharing.start(f);
        sharing.solve();
        if (step % 10 == 9) {
            ASSERT_TRUE(agree(sharing)) << "seed 29, step " << step;
        }
    }
}

TEST(IncrementalSharing, LeavesOtherPlanesAlone) {
    // Two planes of 768 flows each: halving a link of plane 0 concerns plane 0 alone, and not all of it.
    bench::Machine machine;
    machine.planes = 2;
    IncrementalSharing sharing(bench::permutations(machine, 1, 31));
    for (std::uint32_t f = 0; f < sharing.problem().flows(); ++f)
        sharing.start(f);
    sharing.solve();
    sharing.setCapacity(machine.up(0, 5), 1e9);
    sharing.solve();
    EXPECT_GT(sharing.changed().size(), 0u);
    EXPECT_LT(sharing.looked(), 768u);
    for (const std::uint32_t f : sharing.changed())
        EXPECT_LT(sharing.problem().usesOf(f)[0].resource, machine.perPlane());
    EXPECT_TRUE(agree(sharing));
}

TEST(IncrementalSharing, ForgetsTheProblemBefore) {
    // Changes, started flows and unsolved ones of one problem must not reach the next in the same object.
    Random random(61);
    IncrementalSharing sharing;
    for (int round = 0; round < 400; ++round) {
        const Spice spice{random.below(2) == 0, random.below(2) == 0, random.below(2) == 0,
                          random.below(2) == 0};
        sharing.reset(randomProblem(random, spice));
        for (std::uint32_t f = 0; f < sharing.problem().flows(); ++f)
            ASSERT_FALSE(sharing.active(f));
        for (int step = 0; step < 10; ++step) {
            change(sharing, random, spice);
            sharing.solve();
            ASSERT_TRUE(agree(sharing)) << "seed 61, round " << round << ", step " << step;
        }
        change(sharing, random, spice); // never solved
    }
}

TEST(IncrementalSharing, TakesNoMoreSeatsAndRoomsThanRunAtATime) {
    // 2,000 flows of at most 4 uses on 300 resources. When one starts, at most 9 others run, and the seat of
    // the one that stopped since the last solve is not free yet: 11 seats; 10 flows use at most 40 rooms.
    Random random(71);
    const Spice spice;
    SharingProblem problem;
    for (int r = 0; r < 300; ++r)
        problem.addResource(100 + random.below(1000));
    for (int f = 0; f < 2000; ++f)
        addRandomFlow(problem, random, spice);
    IncrementalSharing sharing(std::move(problem));
    std::vector<std::uint32_t> running;
    for (int step = 0; step < 3000; ++step) {
        if (running.size() == 10) {
            const std::size_t i = random.below(10);
            sharing.stop(running[i]);
            running.erase(running.begin() + static_cast<std::ptrdiff_t>(i));
        }
        if (const std::uint32_t flow = random.below(2000); !sharing.active(flow)) {
            sharing.start(flow);
            running.push_back(flow);
        }
        if (random.below(4) == 0)
            sharing.setCapacity(random.below(300), random.below(8) ? 100 + random.below(1000) : 0);
        sharing.solve();
        if (step % 50 == 0) {
            ASSERT_TRUE(agree(sharing)) << "seed 71, step " << step;
        }
    }
    EXPECT_LE(sharing.seats(), 11u);
    EXPECT_LE(sharing.rooms(), 40u);
    EXPECT_GE(sharing.rooms(), 10u);
}

TEST(IncrementalSharing, AgreesWhenFlowsStopAndStartBeforeItSolves) {
    // Seats and rooms that came free within one set of changes must not be taken for those of before.
    Random random(73);
    for (int round = 0; round < 300; ++round) {
        const Spice spice{random.below(2) == 0, random.below(2) == 0, random.below(2) == 0,
                          random.below(2) == 0};
        IncrementalSharing sharing(randomProblem(random, spice));
        const auto flows = static_cast<std::uint32_t>(sharing.problem().flows());
        for (int step = 0; step < 20; ++step) {
            for (int i = 0; i < 30; ++i) {
                const std::uint32_t f = random.below(flows);
                sharing.active(f) ? sharing.stop(f) : sharing.start(f);
            }
            sharing.solve();
            ASSERT_TRUE(agree(sharing)) << "seed 73, round " << round << ", step " << step;
        }
    }
}

TEST(IncrementalSharing, CopiesAProblemThatItFollowsBeforeItChangesANumber) {
    // Two flows on a link of 30 get 15 each; of 10, 5 each; with weights 1 and 4, limited to 6, 2 and 6 of 8.
    SharingProblem problem;
    problem.addResource(30);
    problem.addFlow(std::array<Use, 1>{{{0, 1}}});
    problem.addFlow(std::array<Use, 1>{{{0, 1}}});
    IncrementalSharing sharing;
    sharing.follow(problem);
    sharing.start(0);
    sharing.start(1);
    sharing.solve();
    EXPECT_EQ(&sharing.problem(), &problem);
    EXPECT_EQ(sharing.rate(0), 15);
    sharing.setCapacity(0, 10);
    sharing.solve();
    EXPECT_EQ(sharing.rate(1), 5);
    EXPECT_EQ(problem.capacity.front(), 30);
    sharing.follow(problem);
    EXPECT_FALSE(sharing.active(0));
    sharing.setWeight(1, 4);
    sharing.setLimit(1, 6);
    sharing.setCapacity(0, 8);
    EXPECT_EQ(sharing.addFlow(std::array<Use, 1>{{{0, 1}}}), 2u);
    sharing.start(0);
    sharing.start(1);
    sharing.solve();
    EXPECT_EQ(sharing.rate(0), 2);
    EXPECT_EQ(sharing.rate(1), 6);
    EXPECT_EQ(problem.flows(), 2u);
    EXPECT_TRUE(problem.weight.empty() && problem.limit.empty());
}

TEST(IncrementalSharing, TakesUpTheWorkAfterItWasCancelled) {
    IncrementalSharing sharing(bench::permutations({}, 1, 1));
    for (std::uint32_t f = 0; f < sharing.problem().flows(); ++f)
        sharing.start(f);
    std::stop_source source;
    source.request_stop();
    EXPECT_EQ(sharing.solve(source.get_token()), Completion::Cancelled);
    EXPECT_EQ(sharing.rate(0), 0);
    EXPECT_EQ(sharing.solve(), Completion::Whole);
    EXPECT_TRUE(agree(sharing));
}

TEST(IncrementalSharing, AFlowThatSharesNothingTakesWhatItGets) {
    // Flow 0 of weight 3 puts 2 on resource 0 and 1 on resource 1, which no other uses: full at levels
    // 10 / 6 and 9 / 3, so it runs at 3 x 10 / 6 = 5. Flow 1 crosses resource 2 twice: 8 / 2 = 4.
    SharingProblem p;
    for (const double capacity : {10.0, 9.0, 8.0})
        p.addResource(capacity);
    p.addFlow(std::array<Use, 2>{{{0, 2}, {1, 1}}}, 3);
    p.addFlow(std::array<Use, 2>{{{2, 1}, {2, 1}}});
    IncrementalSharing sharing(std::move(p));
    const auto expect = [&](double first, std::uint32_t by) {
        sharing.solve();
        EXPECT_DOUBLE_EQ(sharing.rate(0), first);
        EXPECT_EQ(sharing.limitedBy(0), by);
        EXPECT_TRUE(agree(sharing));
    };
    sharing.start(0);
    sharing.start(1);
    expect(5, 0);
    EXPECT_EQ(sharing.changed().size(), 2u);
    EXPECT_DOUBLE_EQ(sharing.rate(1), 4);
    sharing.setLimit(0, 4);
    expect(4, SharingProblem::none);
    ASSERT_EQ(sharing.changed().size(), 1u);
    sharing.setCapacity(0, 0);
    expect(0, 0);
    sharing.setCapacity(0, 100);
    sharing.setLimit(0, SharingProblem::unlimited);
    expect(9, 1);
    // Another of weight 1 comes to resource 1: 9 is shared 3 to 1; then it goes again.
    const std::uint32_t third = sharing.addFlow(std::array<Use, 1>{{{1, 1}}});
    sharing.start(third);
    expect(6.75, 1);
    sharing.stop(third);
    expect(9, 1);
}

TEST(IncrementalSharing, LeavesThoseThatShareNothingAsTheyWereWhenItIsCancelled) {
    // Flows 0 and 1 share resource 0, flow 1 is held before by resource 1; flow 2 shares nothing.
    SharingProblem p;
    for (const double capacity : {10.0, 1.0, 10.0})
        p.addResource(capacity);
    p.addFlow(std::array<Use, 1>{{{0, 1}}});
    p.addFlow(std::array<Use, 2>{{{0, 1}, {1, 1}}});
    p.addFlow(std::array<Use, 1>{{{2, 1}}});
    IncrementalSharing sharing(std::move(p));
    for (const std::uint32_t flow : {0u, 1u, 2u})
        sharing.start(flow);
    std::stop_source source;
    source.request_stop();
    ASSERT_EQ(sharing.solve(source.get_token()), Completion::Cancelled);
    EXPECT_EQ(sharing.rate(2), 0);
    ASSERT_EQ(sharing.solve(), Completion::Whole);
    EXPECT_EQ(sharing.changed().size(), 3u);
    EXPECT_TRUE(agree(sharing));
}

} // namespace
} // namespace supernode::test
