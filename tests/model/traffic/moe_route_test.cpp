// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/traffic/moe_route.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <numeric>

namespace supernode {
namespace {

MoeRoute route(int experts, int topK, double zipf = 0) {
    MoeRoute r;
    r.experts = experts;
    r.topK = topK;
    r.zipf = zipf;
    return r;
}

std::vector<double> messages(const MoeRoute& r, std::size_t ranks, Copies copies) {
    const Result<std::vector<double>> found = messagesPerToken(r, ranks, copies);
    EXPECT_TRUE(found) << (found ? "" : toSentence(found.issues().front()));
    return found ? *found : std::vector<double>(ranks);
}

double sum(const std::vector<double>& list) { return std::accumulate(list.begin(), list.end(), 0.0); }

// Tries every set of top-k experts, each with the product of the popularities of its members.
struct BruteForce {
    std::vector<double> perExpert, perRank; // messages of a token to each rank
};
BruteForce bruteForce(const std::vector<double>& popularity, int topK, std::size_t ranks) {
    const std::size_t experts = popularity.size(), each = experts / ranks;
    BruteForce out{std::vector<double>(ranks), std::vector<double>(ranks)};
    double all = 0;
    for (std::uint32_t set = 0; set < 1u << experts; ++set) {
        if (std::popcount(set) != topK)
            continue;
        double chance = 1;
        std::vector<int> hits(ranks);
        for (std::size_t e = 0; e < experts; ++e)
            if (set >> e & 1u) {
                chance *= popularity[e];
                ++hits[e / each];
            }
        all += chance;
        for (std::size_t r = 0; r < ranks; ++r) {
            out.perExpert[r] += chance * hits[r];
            out.perRank[r] += hits[r] > 0 ? chance : 0;
        }
    }
    for (std::size_t r = 0; r < ranks; ++r) {
        out.perExpert[r] /= all;
        out.perRank[r] /= all;
    }
    return out;
}

TEST(MoeRoute, ExpectationsAreThoseOfTryingEverySet) {
    for (const int topK : {1, 2, 4, 8})
        for (const std::size_t ranks : {std::size_t{2}, std::size_t{4}, std::size_t{12}}) {
            MoeRoute r = route(12, topK);
            r.popularity = {5, 1, 0.3, 2, 2, 0.01, 1, 7, 1, 1, 3, 0.5};
            const BruteForce truth = bruteForce(r.popularity, topK, ranks);
            const std::vector<double> expert = messages(r, ranks, Copies::PerExpert),
                                      rank = messages(r, ranks, Copies::PerRank);
            for (std::size_t i = 0; i < ranks; ++i) {
                EXPECT_NEAR(expert[i], truth.perExpert[i], 1e-9) << topK << " of 12 on " << ranks;
                EXPECT_NEAR(rank[i], truth.perRank[i], 1e-9) << topK << " of 12 on " << ranks;
            }
        }
}

// Equal popularity: a rank with h of E experts is missed with C(E-h, k) / C(E, k). For 8 of 256 on 8 ranks, h
// is 32: the product of (224-i)/(256-i) for i from 0 to 7 is 0.33850, so a token reaches 8 x 0.66150 = 5.2920
// ranks.
TEST(MoeRoute, EqualExpertsFollowTheHypergeometricLaw) {
    double missed = 1;
    for (int i = 0; i < 8; ++i)
        missed *= (224.0 - i) / (256.0 - i);
    EXPECT_NEAR(sum(messages(route(256, 8), 8, Copies::PerRank)), 8 * (1 - missed), 1e-9);
    EXPECT_NEAR(sum(messages(route(256, 8), 8, Copies::PerExpert)), 8, 1e-9);
    EXPECT_NEAR(messages(route(256, 8), 64, Copies::PerExpert)[17], 8.0 / 64, 1e-9);
}

TEST(MoeRoute, ATokenThatGoesToAllExpertsReachesEveryRankOnce) {
    EXPECT_NEAR(sum(messages(route(16, 16), 4, Copies::PerRank)), 4, 1e-12);
    EXPECT_NEAR(sum(messages(route(16, 16, 1.5), 4, Copies::PerExpert)), 16, 1e-12);
}

// 4 experts on 8 ranks: each stands on two, which share its tokens.
TEST(MoeRoute, FewerExpertsThanRanksStandOnSeveral) {
    const std::vector<double> m = messages(route(4, 2), 8, Copies::PerExpert);
    for (const double one : m)
        EXPECT_NEAR(one, 2.0 / 8, 1e-12);
    EXPECT_NEAR(messages(route(4, 2), 8, Copies::PerRank)[5], 2.0 / 8, 1e-12);
}

TEST(MoeRoute, SkewLoadsTheRankOfTheMostPopularAndCopiesUnloadIt) {
    const std::vector<double> skewed = messages(route(64, 4, 1), 16, Copies::PerExpert);
    EXPECT_EQ(std::max_element(skewed.begin(), skewed.end()) - skewed.begin(), 0);
    EXPECT_NEAR(sum(skewed), 4, 1e-9);
    MoeRoute copied = route(64, 4, 1);
    copied.redundant = 16;
    const std::vector<double> balanced = messages(copied, 16, Copies::PerExpert);
    EXPECT_NEAR(sum(balanced), 4, 1e-9);
    EXPECT_LT(*std::max_element(balanced.begin(), balanced.end()),
              0.5 * *std::max_element(skewed.begin(), skewed.end()));
}

// With the strongest skew that the contract allows the sums stay finite: the 8 most popular are always
// picked.
TEST(MoeRoute, ExtremeSkewStaysFinite) {
    const std::vector<double> m = messages(route(256, 8, 8), 256, Copies::PerExpert);
    EXPECT_NEAR(sum(m), 8, 1e-6);
    EXPECT_NEAR(m[0], 1, 1e-3);
    EXPECT_LT(m[200], 1e-6);
}

// 7,168 INT8 and 512 B of scales: 7.5 KB. FP8 with one scale of 4 bytes for 128: 7,168 + 224. BF16: 14 KB.
// NVFP4: half a byte each and one scale byte for 16: 3,584 + 448.
TEST(MoeRoute, MessagesHaveTheBytesOfTheirFormat) {
    EXPECT_EQ(messageBytes(7168, ElementFormat::Int8, bytes(512)), 7680);
    EXPECT_EQ(messageBytes(7168, ElementFormat::Fp8, std::nullopt), 7392);
    EXPECT_EQ(messageBytes(7168, ElementFormat::Bf16, bytes(512)), 14336);
    EXPECT_EQ(messageBytes(7168, ElementFormat::Nvfp4, std::nullopt), 4032);
}

TEST(MoeRoute, WhatCannotBeIsRefusedInASentence) {
    const auto field = [](const MoeRoute& r, std::size_t ranks) {
        const Result<std::vector<double>> m = messagesPerToken(r, ranks, Copies::PerExpert);
        return m ? "" : m.issues().front().field;
    };
    EXPECT_EQ(field(route(4, 8), 4), "workload.top_k");
    EXPECT_EQ(field(route(256, 8), 320), "workload.experts");
    MoeRoute copies = route(8, 2);
    copies.redundant = 9;
    EXPECT_EQ(field(copies, 4), "workload.redundant");
    MoeRoute shares = route(8, 2);
    shares.popularity = {1, 2, 3};
    EXPECT_EQ(field(shares, 4), "workload.popularity");
    shares.popularity = {1, 0, 0, 0, 0, 0, 0, 0};
    EXPECT_EQ(field(shares, 4), "workload.popularity");
    EXPECT_EQ(field(route(1'000'000, 64), 1000), "workload.experts");
    // The remedy of the second works.
    MoeRoute filled = route(256, 8);
    filled.redundant = 64;
    EXPECT_EQ(field(filled, 320), "");
}

// Two ranks with two of four experts each, top-1, shares 4 : 2 : 1 : 1. Before: 6/8 and 2/8. A copy of the
// first expert on the second rank takes half of its 4/8: 4/8 and 4/8. A second copy finds it there already.
TEST(MoeRoute, ACopyTakesItsEvenPart) {
    MoeRoute route;
    route.experts = 4;
    route.topK = 1;
    route.popularity = {4, 2, 1, 1};
    const auto before = spreadOf(route, 2, Copies::PerExpert),
               after = spreadOf(route, 2, Copies::PerExpert, {{0, 1}}),
               twice = spreadOf(route, 2, Copies::PerExpert, {{0, 1}, {1, 0}});
    ASSERT_TRUE(before && after && twice);
    EXPECT_NEAR(before->rows[0], 0.75, 1e-12);
    EXPECT_NEAR(after->rows[0], 0.5, 1e-12);
    EXPECT_NEAR(after->rows[1], 0.5, 1e-12);
    EXPECT_EQ(after->experts[1].size(), 3u);
    EXPECT_TRUE(after->useless.empty());
    EXPECT_EQ(twice->useless, std::vector<std::size_t>{1});
}

} // namespace
} // namespace supernode
