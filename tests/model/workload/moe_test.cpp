// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

#include <cmath>

namespace supernode {
namespace {

using test::answer;
using test::cloudMatrix;
using test::metric;
using test::nvl72;

MoeRoute route(int ranks, int experts = 256, double zipf = 0) {
    MoeRoute r;
    r.ranks.count = ranks;
    r.experts = experts;
    r.zipf = zipf;
    return r;
}
Fact<Duration> time(double us) { return {microseconds(us), {us, "us", Grade::Paper, "", "", ""}}; }
Count count(int n) { return {n, {static_cast<double>(n), "of them", Grade::Paper, "", "", ""}}; }

// NVL72 with whole links: 900 GB/s a GPU.
SystemSpec plain() {
    SystemSpec s = *nvl72();
    s.collective.share = Fact<Ratio>{ratio(1), {1, "ratio", Grade::Paper, "", "", ""}};
    s.collective.step = time(2);
    s.collective.moeDispatch = time(50);
    s.collective.moeCombine = time(20);
    return s;
}
SystemPtr shared(const SystemSpec& s) { return std::make_shared<const SystemSpec>(s); }

// 128 tokens x 8 experts x 7,392 bytes (7,168 FP8 and 56 scales of 4 bytes), 7/8 of which leave the rank:
// 6,623,232 bytes at 900 GB/s are 7.359 us. Before: 50 us, and 3 rounds of 2 us among 8 ranks. Combine:
// 14,336 bytes each.
TEST(Moe, DispatchIsAStartUpRoundsAndBytes) {
    const double bytes = 128 * 8 * 7392.0 * 7 / 8;
    EXPECT_NEAR(metric(answer({shared(plain()), {}, MoeDispatch{route(8), ElementFormat::Fp8}}), "time"),
                50 + 3 * 2 + bytes / 900e9 * 1e6, 1e-9);
    EXPECT_NEAR(metric(answer({shared(plain()), {}, MoeCombine{route(8)}}), "time"),
                20 + 3 * 2 + 128 * 8 * 14336.0 * 7 / 8 / 900e9 * 1e6, 1e-9);
}

TEST(Moe, TheStartUpIsASegmentOfTheTimeline) {
    const OutcomePtr outcome = answer({shared(plain()), {}, MoeDispatch{route(8), ElementFormat::Fp8}});
    ASSERT_EQ(outcome->phases.size(), 3u);
    EXPECT_EQ(outcome->phases[0].name, "start-up");
    EXPECT_NEAR(outcome->phases[0].duration.base() * 1e6, 50, 1e-9);
    EXPECT_EQ(outcome->phases[1].name, "synchronise");
    EXPECT_EQ(outcome->phases[2].name, "dispatch");
    EXPECT_NE(outcome->bottleneck.sentence.find("in start-up: quantise, count"), std::string::npos)
        << outcome->bottleneck.sentence;
}

// Each byte that a rank receives, three times through 8 TB/s of memory.
TEST(Moe, MemoryPassesTakeTheTimeOfTheMemory) {
    SystemSpec s = plain();
    const Workload w = MoeCombine{route(8)};
    const double without = metric(answer({shared(s), {}, w}), "time");
    s.collective.memoryPasses = count(3);
    s.chip.hbmBandwidth.value = gigabytesPerSecond(8000);
    EXPECT_NEAR(metric(answer({shared(s), {}, w}), "time") - without,
                3 * 128 * 8 * 14336.0 * 7 / 8 / 8e12 * 1e6, 1e-9);
}

// 128 tokens x 8 rows of 14,336 bytes, those of the rank's own experts too, twice through 8 TB/s. A dispatch
// adds nothing up.
TEST(Moe, ACombineAlsoAddsUpTheRowsOfItsTokens) {
    SystemSpec s = plain();
    s.chip.hbmBandwidth.value = gigabytesPerSecond(8000);
    const Workload back = MoeCombine{route(8)}, there = MoeDispatch{route(8)};
    const double backBefore = metric(answer({shared(s), {}, back}), "time");
    const double thereBefore = metric(answer({shared(s), {}, there}), "time");
    s.collective.combinePasses = count(2);
    EXPECT_NEAR(metric(answer({shared(s), {}, back}), "time") - backBefore,
                2 * 128 * 8 * 14336.0 / 8e12 * 1e6, 1e-9);
    EXPECT_EQ(metric(answer({shared(s), {}, there}), "time"), thereBefore);
}

// The published bandwidth counts every message, also those that stay: 128 x 8 x 14,336 bytes over the time.
TEST(Moe, BandwidthCountsEveryMessageOfARank) {
    const OutcomePtr o = answer({shared(plain()), {}, MoeCombine{route(8)}});
    EXPECT_NEAR(metric(o, "bandwidth_per_rank"), 128 * 8 * 14336.0 / (metric(o, "time") * 1e-6) / 1e9, 1e-9);
    EXPECT_EQ(metric(o, "tokens"), 8 * 128);
}

// 8 of 256 experts on 8 ranks: a token reaches 8 x (1 - C(224,8)/C(256,8)) = 5.29 ranks instead of 8.
TEST(Moe, AKernelThatSendsOnceToARankSendsLess) {
    SystemSpec s = plain();
    s.collective.moeDispatch = time(1e-6);
    s.collective.step = time(1e-6);
    const Workload w = MoeDispatch{route(8), ElementFormat::Fp8};
    const double each = metric(answer({shared(s), {}, w}), "time");
    s.collective.moeCopies = count(1);
    double missed = 1;
    for (int i = 0; i < 8; ++i)
        missed *= (224.0 - i) / (256.0 - i);
    EXPECT_NEAR(metric(answer({shared(s), {}, w}), "time") / each, 1 - missed, 1e-4);
}

// 16 ranks, 16 experts, one each, top-1, popularity 4 : 1 : 1 ...: the first rank receives 4/19 of all
// tokens, and of them the 15/16 that others send; at equal popularity it would be 1/16: 64/19 of the time.
TEST(Moe, TheHottestRankSetsThePace) {
    SystemSpec s = plain();
    s.collective.moeDispatch = time(1e-6);
    s.collective.moeCombine = time(1e-6);
    s.collective.step = time(1e-6);
    MoeRoute even = route(16, 16), hot = even;
    even.topK = hot.topK = 1;
    hot.popularity.assign(16, 1);
    hot.popularity[0] = 4;
    const auto timeOf = [&](const MoeRoute& r) {
        return metric(answer({shared(s), {}, MoeDispatch{r, ElementFormat::Fp8}}), "time");
    };
    EXPECT_NEAR(timeOf(hot) / timeOf(even), 64.0 / 19, 1e-3);
    EXPECT_NEAR(metric(answer({shared(s), {}, MoeDispatch{hot}}), "expert_imbalance"), 64.0 / 19, 1e-9);
    // The way back is as uneven.
    const Workload back = MoeCombine{hot}, evenly = MoeCombine{even};
    EXPECT_NEAR(metric(answer({shared(s), {}, back}), "time") /
                    metric(answer({shared(s), {}, evenly}), "time"),
                64.0 / 19, 1e-3);
}

TEST(Moe, CopiesOfThePopularExpertsMakeItFaster) {
    MoeRoute skewed = route(16, 128, 0.8), copied = skewed;
    copied.redundant = 16;
    EXPECT_LT(metric(answer({shared(plain()), {}, MoeCombine{copied}}), "time"),
              0.7 * metric(answer({shared(plain()), {}, MoeCombine{skewed}}), "time"));
}

// The bytes take 7/6 of their time with six of seven planes; start-up and rounds stay.
TEST(Moe, AFaultMovesTheBytesAlone) {
    const Workload w = MoeCombine{route(64)};
    const OutcomePtr healthy = answer({cloudMatrix(), {}, w}),
                     cut = answer({cloudMatrix(), {Fail{"plane 3"}}, w});
    const Phase &before = healthy->phases.back(), &after = cut->phases.back();
    EXPECT_NEAR(after.duration / before.duration, 7.0 / 6, 1e-9);
    EXPECT_NEAR((after.start - before.start).base(), 0, 1e-15);
}

TEST(Moe, ARankThatIsDownIsNotReached) {
    const OutcomePtr o = answer({cloudMatrix(), {Fail{"node 1 npu 2 die 1"}}, MoeDispatch{route(8)}});
    EXPECT_EQ(o->undelivered.pairs, 14u); // 7 to it, 7 from it
}

TEST(Moe, WhatCannotBeIsRefusedInASentence) {
    const auto reason = [](const MoeRoute& r) {
        const Result<OutcomePtr> o = evaluate({cloudMatrix(), {}, MoeDispatch{r}});
        return o ? "" : o.issues().front().reason;
    };
    EXPECT_EQ(reason(route(1)), "one rank has nobody to send to");
    EXPECT_EQ(reason(route(1000)), "CloudMatrix 384 has 768 dies, not 1000");
    EXPECT_EQ(reason(route(320)), "256 experts and 0 copies do not fill 320 ranks in equal numbers");
    MoeRoute greedy = route(4, 4);
    EXPECT_EQ(reason(greedy), "a token cannot go to 8 of 4 experts");
}

} // namespace
} // namespace supernode
