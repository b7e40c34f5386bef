// SPDX-License-Identifier: GPL-3.0-or-later
// SimGrid, somebody else's solver, judges rates and finish times of the same flows.
#include "model/fabric/fabric_state.h"
#include "model/simulation/fluid.h"
#include "model/traffic/traffic.h"
#include "tests/bench/problems.h"
#include "tests/bench/simgrid_judge.h"
#include "tests/model/simulation/random_problems.h"
#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

#include <cmath>

namespace supernode::test {
namespace {

using bench::Machine;

// What SimGrid can express: loads and weights of 1, no dead links, no limit of 0; a host for each end.
SharingProblem judgeable(Random& random) {
    SharingProblem p =
        randomProblem(random, {.loads = false, .weights = false, .limits = true, .dead = false});
    for (double& limit : p.limit)
        limit += limit > 0 ? 0 : 1;
    for (double& limit : p.limit)
        limit *= 1e6;
    for (double& capacity : p.capacity)
        capacity *= 1e6;
    return p;
}
std::vector<bench::Ends> hostForEachEnd(const SharingProblem& p) {
    std::vector<bench::Ends> ends;
    for (std::uint32_t f = 0; f < p.flows(); ++f)
        ends.push_back({0, 2 * f, 2 * f + 1});
    return ends;
}

void expectSameRates(const SharingProblem& p, const std::vector<bench::Ends>& ends,
                     const std::string& which) {
    const auto judged = bench::judgeRates(p, ends);
    ASSERT_TRUE(judged) << which << ": the judge failed";
    const Sharing s = shareMaxMin(p);
    for (std::size_t f = 0; f < p.flows(); ++f)
        ASSERT_NEAR(s.rate[f] / (*judged)[f], 1, 1e-6) << which << ", flow " << f;
}

void expectSameFinish(const bench::Run& run, const std::vector<bench::Ends>& ends, const std::string& which) {
    const auto judged = bench::judgeRun(run.problem, ends, run.bytes, run.start);
    ASSERT_TRUE(judged) << which << ": the judge failed";
    const FluidRun fluid = runFluid(run.problem, run.bytes, {run.start, Recording::None});
    for (std::size_t f = 0; f < run.bytes.size(); ++f)
        ASSERT_NEAR(fluid.finish[f] / judged->finish[f], 1, 1e-6) << which << ", flow " << f;
}

TEST(SimGrid, IsTheVersionThatWeKnow) {
    // Another version may count otherwise: look at it before trusting it.
    EXPECT_EQ(bench::judgeVersion().substr(0, 12), "SimGrid 3.32");
}

TEST(SimGrid, AgreesOnRandomRates) {
    Random random(51);
    for (int round = 0; round < 30; ++round) {
        const SharingProblem p = judgeable(random);
        expectSameRates(p, hostForEachEnd(p), "seed 51, round " + std::to_string(round));
    }
}

TEST(SimGrid, AgreesOnRandomFinishTimes) {
    Random random(53);
    for (int round = 0; round < 30; ++round) {
        bench::Run run{judgeable(random), {}, {}};
        for (std::size_t f = 0; f < run.problem.flows(); ++f) {
            run.bytes.push_back(1e6 * (1 + random.below(1000)));
            run.start.push_back(random.below(2) ? 0.5 * random.below(20) : 0);
        }
        expectSameFinish(run, hostForEachEnd(run.problem), "seed 53, round " + std::to_string(round));
    }
}

TEST(SimGrid, AgreesOnThePatternsOfTheMachine) {
    const Machine whole;
    const SharingProblem permutation = bench::permutations(whole, 1, 1), incast = bench::incast(whole);
    expectSameRates(permutation, bench::endsOf(whole, permutation), "permutation, seed 1");
    expectSameRates(incast, bench::endsOf(whole, incast), "incast");
    const Machine small{4, 8, 1, 8, 28e9, 28e9};
    const SharingProblem all = bench::allToAll(small);
    expectSameRates(all, bench::endsOf(small, all), "all-to-all of 32 dies");
}

// Dies of a package over the link between them, and, at the same time, everybody over the planes by a hash,
// so that every flow loads whole channels. SimGrid has no weights; those of a package share its link with
// their likes alone.
TEST(SimGrid, AgreesOnLinksBetweenDies) {
    const FabricPtr fabric = *buildFabric(cloudMatrix());
    FabricState state = *applyChanges(*fabric, {});
    state.package = PackagePath::Link;
    const auto die = [&](std::size_t i) { return fabric->id(ElementKind::Endpoint, i); };
    Random random(57);
    std::vector<Transfer> list;
    for (std::uint32_t i = 0; i < 64; ++i) {
        list.push_back({die(i), die(i ^ 1u), 1e6 * (1 + random.below(9))});
        if (i % 3 == 0)
            list.push_back({die(i), die(i ^ 1u), 2e6});
        const std::uint32_t far = random.below(64);
        if (far / 2 != i / 2)
            list.push_back({die(i), die(far), 1e6 * (1 + random.below(9))});
    }
    const Traffic traffic = *transfers(*fabric, state, list, {}, {Network::ScaleUp, Routing::Hashed, 3});
    bench::Run run{traffic.sharing, {}, {}};
    run.problem.weight.clear();
    std::size_t betweenDies = 0;
    for (const Flow& flow : traffic.flows)
        run.bytes.push_back(std::round(1e4 * flow.bytes)); // seconds: SimGrid merges 1e-9 s
    for (const ChannelId channel : traffic.channel)
        betweenDies += fabric->link(linkOf(channel)).kind == LinkKind::DieToDie;
    EXPECT_EQ(betweenDies, 64u); // both ways of 32 packages
    for (std::uint32_t f = 0; f < run.problem.flows(); ++f)
        for (const Use use : run.problem.usesOf(f))
            ASSERT_EQ(use.load, 1);
    expectSameRates(run.problem, hostForEachEnd(run.problem), "links between dies, seed 57");
    expectSameFinish(run, hostForEachEnd(run.problem), "links between dies, seed 57");
}

TEST(SimGrid, AgreesOnRunsOfTheMachine) {
    const Machine plane{48, 16, 1, 16, 28e9, 28e9};
    const bench::Run permutation = bench::permutationToCompletion(plane, 1);
    expectSameFinish(permutation, bench::endsOf(plane, permutation.problem), "permutation, seed 1");
    const bench::Run dense = bench::staggered(plane, 64, 400, 0.02, 2);
    expectSameFinish(dense, bench::endsOf(plane, dense.problem), "400 transfers among 64 dies, seed 2");
}

} // namespace
} // namespace supernode::test
