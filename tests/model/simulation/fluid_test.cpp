// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulation/fluid.h"

#include "model/simulation/finish_queue.h"
#include "tests/bench/problems.h"
#include "tests/model/simulation/random_problems.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace supernode::test {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

SharingProblem oneLink(double capacity, int flows) {
    SharingProblem p;
    p.addResource(capacity);
    for (int f = 0; f < flows; ++f)
        p.addFlow(std::array<Use, 1>{{{0, 1}}});
    return p;
}

TEST(Fluid, SharesAgainWhenAFlowEnds) {
    // Link of 10, flows of 10 and 30 bytes: both at 5 until 2 s; then 20 bytes are left at 10: 4 s.
    const FluidRun run = runFluid(oneLink(10, 2), std::array{10.0, 30.0});
    EXPECT_DOUBLE_EQ(run.finish[0], 2);
    EXPECT_DOUBLE_EQ(run.finish[1], 4);
    ASSERT_EQ(run.stretches.size(), 2u);
    EXPECT_EQ(run.stretches[1].rate, (std::vector<double>{0, 10}));
    EXPECT_EQ(run.limitedBy, (std::vector<std::uint32_t>{0, 0}));
}

TEST(Fluid, SharesAgainWhenAFlowStarts) {
    // Link of 10: A (30 bytes) alone until 1 s, then with B (10 bytes): 5 each until 3 s, when B ends and
    // 10 bytes of A are left: 4 s. C starts at 6 s with nothing to send, D at 7 s with 20 bytes: 9 s.
    const std::array bytes{30.0, 10.0, 0.0, 20.0}, start{0.0, 1.0, 6.0, 7.0};
    const FluidRun run = runFluid(oneLink(10, 4), bytes, {start});
    EXPECT_EQ(run.finish, (std::vector<double>{4, 3, 6, 9}));
    EXPECT_EQ(run.end, 9);
    EXPECT_EQ(run.at(0.5)->rate[0], 10);
    EXPECT_EQ(run.at(2)->rate[0], 5);
    EXPECT_EQ(run.at(6.5)->rate, (std::vector<double>{0, 0, 0, 0})); // a pause
    EXPECT_EQ(run.at(8)->rate[3], 10);
    EXPECT_EQ(run.at(9), nullptr);
    EXPECT_EQ(run.at(-1), nullptr);
}

TEST(Fluid, AFlowOverADeadResourceNeverEnds) {
    SharingProblem p = oneLink(10, 1);
    p.addFlow(std::array<Use, 1>{{{p.addResource(0), 1}}});
    const FluidRun run = runFluid(p, std::array{20.0, 5.0});
    EXPECT_EQ(run.finish, (std::vector<double>{2, infinity}));
    EXPECT_EQ(run.end, 2);
}

TEST(Fluid, StopsWhenAsked) {
    std::stop_source source;
    source.request_stop();
    const FluidRun run = runFluid(oneLink(10, 2), std::array{1.0, 2.0}, {.stop = source.get_token()});
    EXPECT_EQ(run.completion, Completion::Cancelled);
}

// Every event solved by hand, with everything summed anew.
std::vector<double> finishByHand(const SharingProblem& p, const std::vector<double>& bytes,
                                 const std::vector<double>& start) {
    std::vector<double> left = bytes, finish(bytes.size(), infinity);
    std::vector<std::uint8_t> done(bytes.size());
    for (double now = 0;;) {
        SharingProblem running;
        running.capacity = p.capacity;
        std::vector<std::size_t> flows;
        double next = infinity;
        for (std::size_t f = 0; f < bytes.size(); ++f) {
            if (done[f])
                continue;
            if (start[f] > now) {
                next = std::min(next, start[f]);
                continue;
            }
            std::vector<Use> uses;
            for (const Use use : p.usesOf(f))
                uses.push_back(use);
            running.addFlow(uses, p.weightOf(f), p.limitOf(f));
            flows.push_back(f);
        }
        const std::vector<double> rate = ratesByHand(running);
        for (std::size_t i = 0; i < flows.size(); ++i)
            if (rate[i] > 0)
                next = std::min(next, now + left[flows[i]] / rate[i]);
        if (next == infinity)
            return finish;
        for (std::size_t i = 0; i < flows.size(); ++i) {
            left[flows[i]] -= rate[i] * (next - now);
            if (rate[i] > 0 && left[flows[i]] <= 1e-12 * bytes[flows[i]]) {
                done[flows[i]] = 1;
                finish[flows[i]] = next;
            }
        }
        now = next;
    }
}

TEST(Fluid, AgreesWithEveryEventSolvedByHand) {
    Random random(41);
    for (int round = 0; round < 600; ++round) {
        const Spice spice{random.below(2) == 0, random.below(2) == 0, random.below(2) == 0,
                          random.below(2) == 0};
        const SharingProblem p = randomProblem(random, spice);
        std::vector<double> bytes, start;
        for (std::size_t f = 0; f < p.flows(); ++f) {
            bytes.push_back(1 + random.below(1000));
            start.push_back(random.below(2) ? 0.25 * random.below(40) : 0);
        }
        const FluidRun run = runFluid(p, bytes, {start});
        const std::vector<double> expected = finishByHand(p, bytes, start);
        for (std::size_t f = 0; f < bytes.size(); ++f)
            if (expected[f] == infinity)
                ASSERT_EQ(run.finish[f], infinity) << "seed 41, round " << round << ", flow " << f;
            else
                ASSERT_NEAR(run.finish[f] / expected[f], 1, 1e-9)
                    << "seed 41, round " << round << ", flow " << f;
    }
}

TEST(Fluid, OneSharingGivesEveryFinishWhenWeightsAreBytes) {
    // A flow of weight w = bytes and level l ends at bytes / (w l) = 1 / l. Flows on its bottleneck are not
    // higher, so they do not end before it, and what holds it stays full until then: no rate changes.
    Random random(43);
    for (int round = 0; round < 500; ++round) {
        SharingProblem p =
            randomProblem(random, {.loads = true, .weights = false, .limits = false, .dead = false});
        for (std::size_t f = 0; f < p.flows(); ++f)
            p.weight.push_back(1 + random.below(1000));
        const Sharing s = shareMaxMin(p);
        const FluidRun run = runFluid(p, p.weight);
        for (std::size_t f = 0; f < p.flows(); ++f)
            ASSERT_NEAR(run.finish[f] * s.rate[f] / p.weight[f], 1, 1e-9)
                << "seed 43, round " << round << ", flow " << f;
    }
}

TEST(Fluid, DeliversEveryByte) {
    // Runs of up to 430 flows and 800 events, recorded in at most 128 stretches: rates times durations give
    // the bytes.
    Random random(13);
    for (int round = 0; round < 60; ++round) {
        SharingProblem p =
            randomProblem(random, {.loads = true, .weights = true, .limits = false, .dead = false});
        for (std::uint32_t f = 0, more = round % 6 == 0 ? 400 : 100; f < more; ++f)
            addRandomFlow(p, random, {true, true, false, false});
        std::vector<double> bytes, start;
        for (std::size_t f = 0; f < p.flows(); ++f) {
            bytes.push_back(1 + random.below(1000));
            start.push_back(0.1 * random.below(4000));
        }
        const FluidRun run = runFluid(p, bytes, {start});
        ASSERT_LE(run.stretches.size(), FluidRun::mostStretches);
        std::vector<double> delivered(p.flows());
        double end = 0;
        for (const Stretch& s : run.stretches) {
            ASSERT_EQ(s.start, end);
            end = s.end;
            for (std::size_t f = 0; f < delivered.size(); ++f)
                delivered[f] += s.rate[f] * (s.end - s.start);
        }
        ASSERT_DOUBLE_EQ(end, run.end);
        for (std::size_t f = 0; f < delivered.size(); ++f)
            ASSERT_NEAR(delivered[f] / bytes[f], 1, 1e-8) << "seed 13, round " << round << ", flow " << f;
    }
}

TEST(Fluid, RecordsALongRunInBoundedMemory) {
    // 5,000 flows that end one after the other, each on a link of its own at 1 byte/s: 5,000 events, at most
    // 128 stretches, the first and the last as they were, and every finish exact.
    SharingProblem p;
    std::vector<double> bytes;
    for (std::uint32_t f = 0; f < 5000; ++f) {
        p.addFlow(std::array<Use, 1>{{{p.addResource(1), 1}}});
        bytes.push_back(f + 1);
    }
    const FluidRun run = runFluid(p, bytes);
    EXPECT_LE(run.stretches.size(), FluidRun::mostStretches);
    EXPECT_EQ(run.solves, 5001u); // one at the start
    EXPECT_EQ(run.finish, bytes);
    EXPECT_EQ(run.stretches.front().end, 1);
    EXPECT_EQ(run.stretches.back().start, 4999);
    EXPECT_EQ(run.stretches.back().rate[4999], 1);
    EXPECT_EQ(run.at(2500)->rate[4999], 1);
    const FluidRun unrecorded = runFluid(p, bytes, {.recording = Recording::None});
    EXPECT_TRUE(unrecorded.stretches.empty());
    EXPECT_EQ(unrecorded.finish, bytes);
}

TEST(Fluid, AnswersAnewInTheMemoryOfTheRunBefore) {
    // Problems of all sizes one after the other through one object; every third is cancelled.
    Random random(59);
    Fluid fluid;
    FluidRun again;
    for (int round = 0; round < 300; ++round) {
        const Spice spice{random.below(2) == 0, random.below(2) == 0, random.below(2) == 0,
                          random.below(2) == 0};
        SharingProblem p = randomProblem(random, spice);
        for (std::uint32_t f = 0, more = random.below(4) ? 0 : 200; f < more; ++f)
            addRandomFlow(p, random, spice);
        std::vector<double> bytes, start;
        for (std::size_t f = 0; f < p.flows(); ++f) {
            bytes.push_back(1 + random.below(1000));
            start.push_back(random.below(2) ? 0.25 * random.below(40) : 0);
        }
        std::stop_source source;
        if (round % 3 == 0) {
            source.request_stop();
            fluid.run(p, bytes, again, {start, Recording::Stretches, source.get_token()});
            ASSERT_EQ(again.completion, Completion::Cancelled);
            continue;
        }
        const FluidRun fresh = runFluid(p, bytes, {start});
        fluid.run(p, bytes, again, {start});
        ASSERT_EQ(again.completion, Completion::Whole);
        ASSERT_EQ(again.finish, fresh.finish) << "seed 59, round " << round;
        ASSERT_EQ(again.limitedBy, fresh.limitedBy) << "seed 59, round " << round;
        ASSERT_EQ(again.end, fresh.end) << "seed 59, round " << round;
        ASSERT_EQ(again.solves, fresh.solves) << "seed 59, round " << round;
        ASSERT_EQ(again.stretches.size(), fresh.stretches.size()) << "seed 59, round " << round;
    }
}

TEST(Fluid, AnAllToAllEndsWhenTheInjectionIsDone) {
    // 1 MB per subflow at 28 / 767 GB/s: 27.392857 ms, all at once.
    bench::Machine machine;
    machine.planes = 1;
    machine.nodes = 8; // 8 nodes of 16 dies: 127 partners each
    const SharingProblem p = bench::allToAll(machine);
    const std::vector<double> bytes(p.flows(), 1e6);
    const FluidRun run = runFluid(p, bytes);
    EXPECT_EQ(run.stretches.size(), 1u);
    EXPECT_NEAR(run.end, 1e6 * 127 / 28e9, 1e-15);
}

TEST(FinishQueue, GivesTheEarliestAfterRandomMoves) {
    Random random(47);
    FinishQueue queue;
    std::map<std::uint32_t, double> expected;
    for (int round = 0; round < 5000; ++round) {
        std::vector<FinishQueue::Entry> moves;
        for (std::uint32_t i = 0, n = random.below(20) ? random.below(4) : random.below(100); i < n; ++i) {
            moves.push_back({0.5 * random.below(1000), random.below(200)});
            expected[moves.back().seat] = moves.back().time;
        }
        queue.set(moves);
        ASSERT_EQ(queue.size(), expected.size());
        if (expected.empty())
            continue;
        const auto least = std::min_element(expected.begin(), expected.end(),
                                            [](const auto& a, const auto& b) { return a.second < b.second; });
        ASSERT_EQ(queue.top().time, least->second) << "seed 47, round " << round;
        if (random.below(3) == 0) {
            ASSERT_EQ(expected[queue.top().seat], queue.top().time);
            expected.erase(queue.top().seat);
            queue.pop();
        }
    }
}

} // namespace
} // namespace supernode::test
