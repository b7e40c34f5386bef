// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/skew.h"

#include "tests/model/test_models.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace supernode::test {
namespace {

double sum(const std::vector<double>& list) { return std::accumulate(list.begin(), list.end(), 0.0); }

// Weights 1, 1/2, 1/3, 1/4 add up to 25/12.
TEST(Skew, AZipfOfOneFallsAsTheHarmonicSeries) {
    const Picks picks = zipfPicks(4, 1, 1);
    for (int i = 0; i < 4; ++i)
        EXPECT_NEAR(picks[std::size_t(i)], 12.0 / 25 / (i + 1), 1e-12);
    EXPECT_EQ(zipfPicks(4, 2, 0), Picks(4, 0.5));
}

// Two of weights 6, 1, 1, 1: the first would be chosen 2 x 6/9 times a token; it is chosen once, the others
// share the second pick. With 4, 4, 1, 1 of three picks: 1.2 and 1.2 become 1, and 1/2 is left for each
// other.
TEST(Skew, NoExpertIsChosenMoreThanOnceAToken) {
    const Picks first = *picksFrom(std::vector<double>{6, 1, 1, 1}, 2);
    EXPECT_DOUBLE_EQ(first[0], 1);
    EXPECT_NEAR(first[3], 1.0 / 3, 1e-12);
    EXPECT_EQ(*picksFrom(std::vector<double>{4, 4, 1, 1}, 3), (Picks{1, 1, 0.5, 0.5}));
    const Picks steep = zipfPicks(256, 8, 3);
    EXPECT_NEAR(sum(steep), 8, 1e-9);
    EXPECT_LE(*std::max_element(steep.begin(), steep.end()), 1);
}

TEST(Skew, PopularityThatCannotBeIsRefused) {
    const auto field = [](std::vector<double> weights, int perToken) {
        const Result<Picks> picks = picksFrom(weights, perToken);
        return picks ? std::string() : picks.issues().front().field;
    };
    EXPECT_EQ(field({1, -1}, 1), "popularity[1]");
    EXPECT_EQ(field({1, std::numeric_limits<double>::infinity()}, 1), "popularity[1]");
    EXPECT_EQ(field({std::nan(""), 1}, 1), "popularity[0]");
    EXPECT_EQ(field({1, 0, 0}, 2), "popularity");
    EXPECT_EQ(field({}, 1), "popularity");
    EXPECT_EQ(field({1e300, 1e300, 0}, 2), "");
    EXPECT_FALSE(zipfExponent(256, 0.5));
    EXPECT_FALSE(zipfExponent(256, 256));
}

// A4.22: on DeepSeek-R1 the hottest expert had 30 times the mean, and 20 % of the experts were above the
// mean. The exponent is set by the first figure; the second follows: expert i is above when i^-s > H / 256.
TEST(Skew, AZipfOfThirtyPutsAFifthAboveTheMean) {
    const double s = *zipfExponent(256, 30);
    const Picks picks = zipfPicks(256, 8, s);
    const double mean = 8.0 / 256;
    EXPECT_NEAR(picks[0] / mean, 30, 1e-6);
    const auto above = std::count_if(picks.begin(), picks.end(), [&](double p) { return p > mean; });
    EXPECT_NEAR(double(above) / 256, 0.20, 0.02);
    EXPECT_NEAR(*zipfExponent(256, 1), 0, 1e-9);
}

// Four experts with 0.8, 0.6, 0.4, 0.2 on two ranks of two. In order: 1.4 and 0.6, 1.4 times the mean.
// Balanced: 0.8 + 0.2 and 0.6 + 0.4.
TEST(Skew, BalancedPlacementMixesHotAndCold) {
    const Picks picks{0.8, 0.6, 0.4, 0.2};
    const Sharding two{.expertRanks = 2};
    const auto inOrder = rowsByRank(picks, placeExperts(picks, two, PlacementRule::InOrder));
    const auto balanced = rowsByRank(picks, placeExperts(picks, two, PlacementRule::Balanced));
    EXPECT_NEAR(inOrder[0], 1.4, 1e-12);
    EXPECT_NEAR(balanceFactor(inOrder), 1.4, 1e-12);
    EXPECT_NEAR(balanceFactor(balanced), 1, 1e-12);
    EXPECT_NEAR(sum(balanced), 2, 1e-12);
}

// Every way to give five further copies to four experts: 56 of them.
TEST(Skew, GreedyCopiesAreTheBestCopies) {
    for (const Picks& picks :
         {Picks{0.9, 0.6, 0.3, 0.2}, Picks{1, 1, 1e-3, 1e-3}, Picks{0.5, 0.5, 0.5, 0.5}}) {
        const auto hottest = [&](const std::vector<int>& copies) {
            double most = 0;
            for (std::size_t i = 0; i < 4; ++i)
                most = std::max(most, picks[i] / copies[i]);
            return most;
        };
        double best = 1e9;
        for (int a = 0; a <= 5; ++a)
            for (int b = 0; a + b <= 5; ++b)
                for (int c = 0; a + b + c <= 5; ++c)
                    best = std::min(best, hottest({1 + a, 1 + b, 1 + c, 6 - a - b - c}));
        const Sharding s{.expertRanks = 3, .redundantExperts = 5};
        EXPECT_DOUBLE_EQ(hottest(placeExperts(picks, s, PlacementRule::Balanced).copies), best);
    }
}

// The best of all placements of six experts on three ranks of two, found by trying all 720 orders; taking the
// hottest first onto the emptiest rank is within 4/3 of it (Graham's bound).
TEST(Skew, BalancedPlacementIsCloseToTheBest) {
    for (const double exponent : {0.0, 0.3, 0.7, 1.0}) {
        const Picks picks = zipfPicks(6, 2, exponent);
        std::vector<std::size_t> order{0, 1, 2, 3, 4, 5};
        double best = 1e9;
        do {
            double most = 0;
            for (std::size_t r = 0; r < 6; r += 2)
                most = std::max(most, picks[order[r]] + picks[order[r + 1]]);
            best = std::min(best, most);
        } while (std::next_permutation(order.begin(), order.end()));
        const auto rows = rowsByRank(picks, placeExperts(picks, {.expertRanks = 3}, PlacementRule::Balanced));
        const double ours = *std::max_element(rows.begin(), rows.end());
        EXPECT_LE(ours, best * 4 / 3 + 1e-12) << exponent;
        EXPECT_GE(ours, best - 1e-12) << exponent;
    }
}

// 320 ranks, 32 of them for the shared expert: 288 hold one of 256 + 32 experts each, no rank two of a kind.
TEST(Skew, EveryCopyHasASlotAndNoRankTwoOfAKind) {
    const Picks picks = zipfPicks(256, 8, 0.8);
    for (const Sharding& s : {Sharding{.expertRanks = 320, .redundantExperts = 32, .sharedRanks = 32},
                              Sharding{.expertRanks = 32, .redundantExperts = 32}})
        for (const PlacementRule rule : {PlacementRule::InOrder, PlacementRule::Balanced}) {
            const ExpertPlacement placed = placeExperts(picks, s, rule);
            std::vector<int> seen(256, 0);
            for (std::vector<int> rank : placed.onRank) {
                EXPECT_EQ(int(rank.size()), expertSlots(s, deepSeek()));
                std::sort(rank.begin(), rank.end());
                EXPECT_EQ(std::unique(rank.begin(), rank.end()), rank.end());
                for (const int expert : rank)
                    ++seen[std::size_t(expert)];
            }
            EXPECT_EQ(seen, placed.copies);
            EXPECT_NEAR(sum(rowsByRank(picks, placed)), 8, 1e-9);
        }
}

// Copies of the hot ones help more than copies of the first ones by number, when the hot ones come last.
TEST(Skew, CopiesOfTheHotExpertsLowerTheHottestRank) {
    Picks picks = zipfPicks(256, 8, *zipfExponent(256, 30));
    std::reverse(picks.begin(), picks.end());
    const Sharding s{.expertRanks = 32, .redundantExperts = 32};
    const double inOrder = balanceFactor(rowsByRank(picks, placeExperts(picks, s, PlacementRule::InOrder)));
    const double balanced = balanceFactor(rowsByRank(picks, placeExperts(picks, s, PlacementRule::Balanced)));
    EXPECT_GT(inOrder, 3);
    EXPECT_LT(balanced, 1.05);
    EXPECT_GE(balanced, 1);
}

TEST(Skew, EvenPicksGiveTheEvenLoad) {
    const Picks picks = zipfPicks(256, 8, 0);
    for (const Sharding& s : {Sharding{.expertRanks = 32}, Sharding{.expertRanks = 256}}) {
        const ExpertPlacement placed = placeExperts(picks, s, PlacementRule::Balanced);
        const ExpertLoad even = evenRoutedLoad(s, deepSeek(), 3);
        const ExpertLoad hottest = hottestLoad(s, deepSeek(), picks, placed, 3);
        EXPECT_NEAR(hottest.routedRows, even.routedRows, 1e-9 * even.routedRows);
        EXPECT_NEAR(hottest.routedExperts, even.routedExperts, 1e-9);
        EXPECT_DOUBLE_EQ(hottest.sharedRows, even.sharedRows);
    }
}

// Two tokens, picks 0.8, 0.6, 0.4, 0.2 in order on two ranks: the first gets 2 x 1.4 rows, and its experts
// stay idle with 0.2^2 and 0.4^2.
TEST(Skew, TheHottestRankIsTheOneWithTheMostRows) {
    const Picks picks{0.8, 0.6, 0.4, 0.2};
    const Sharding two{.expertRanks = 2};
    const ExpertLoad load =
        hottestLoad(two, tinyExperts(), picks, placeExperts(picks, two, PlacementRule::InOrder), 1);
    EXPECT_NEAR(load.routedRows, 2.8, 1e-12);
    EXPECT_NEAR(load.routedExperts, 2 - 0.04 - 0.16, 1e-12);
    EXPECT_DOUBLE_EQ(load.sharedRows, 1);
}

TEST(Skew, BalanceOfNothingIsEven) {
    EXPECT_DOUBLE_EQ(balanceFactor(std::vector<double>{0, 0}), 1);
    EXPECT_DOUBLE_EQ(balanceFactor(std::vector<double>{3, 1}), 1.5);
}

} // namespace
} // namespace supernode::test
