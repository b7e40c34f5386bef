// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/skew.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace supernode {
namespace {

double harmonic(int experts, double exponent) {
    double sum = 0;
    for (int i = experts; i >= 1; --i)
        sum += std::pow(i, -exponent);
    return sum;
}

// Raises all weights by one factor until `perToken` is reached, and holds at 1 what would exceed it. Each
// round holds at least one expert more, or is the last.
Picks limited(std::span<const double> weights, int perToken) {
    Picks picks(weights.size(), 0);
    std::vector<bool> held(weights.size(), false);
    for (double left = perToken;;) {
        double sum = 0;
        for (std::size_t i = 0; i < weights.size(); ++i)
            sum += held[i] ? 0 : weights[i];
        bool more = false;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            if (held[i])
                continue;
            picks[i] = sum > 0 ? left * weights[i] / sum : 0;
            more = more || picks[i] > 1;
        }
        if (!more)
            return picks;
        for (std::size_t i = 0; i < weights.size(); ++i)
            if (!held[i] && picks[i] > 1) {
                held[i] = true;
                picks[i] = 1;
                left -= 1;
            }
    }
}

// One copy of each, then one more for the expert with the hottest copies, again and again.
std::vector<int> greedyCopies(const Picks& picks, int redundant) {
    std::vector<int> copies(picks.size(), 1);
    for (; redundant > 0; --redundant) {
        std::size_t hottest = 0;
        for (std::size_t i = 1; i < picks.size(); ++i)
            if (picks[i] / copies[i] > picks[hottest] / copies[hottest])
                hottest = i;
        ++copies[hottest];
    }
    return copies;
}

std::vector<int> copiesInOrder(std::size_t experts, int redundant) {
    std::vector<int> copies(experts, 1);
    for (int i = 0; i < redundant; ++i)
        ++copies[std::size_t(i) % experts];
    return copies;
}

bool holds(const std::vector<int>& rank, int expert) {
    return std::find(rank.begin(), rank.end(), expert) != rank.end();
}

// The emptiest rank with a free slot, one that does not hold this expert yet if there is any.
std::size_t emptiest(const ExpertPlacement& to, const std::vector<double>& load, std::size_t slots,
                     int expert) {
    std::size_t best = load.size();
    bool bestIsNew = false;
    for (std::size_t r = 0; r < load.size(); ++r) {
        if (to.onRank[r].size() >= slots)
            continue;
        const bool isNew = !holds(to.onRank[r], expert);
        if (best == load.size() || (isNew && !bestIsNew) || (isNew == bestIsNew && load[r] < load[best])) {
            best = r;
            bestIsNew = isNew;
        }
    }
    assert(best < load.size());
    return best;
}

// All copies as expert numbers, the hottest copies first.
std::vector<int> hottestFirst(const Picks& picks, const std::vector<int>& copies) {
    std::vector<int> list;
    for (std::size_t i = 0; i < picks.size(); ++i)
        list.insert(list.end(), std::size_t(copies[i]), int(i));
    const auto load = [&](int i) { return picks[std::size_t(i)] / copies[std::size_t(i)]; };
    std::stable_sort(list.begin(), list.end(), [&](int a, int b) { return load(a) > load(b); });
    return list;
}

void placeInOrder(ExpertPlacement& to, std::size_t slots) {
    std::vector<int> list(to.copies.size());
    std::iota(list.begin(), list.end(), 0);
    for (int copy = 2; list.size() < slots * to.onRank.size(); ++copy)
        for (std::size_t i = 0; i < to.copies.size(); ++i)
            if (to.copies[i] >= copy)
                list.push_back(int(i));
    for (std::size_t i = 0; i < list.size(); ++i)
        to.onRank[i / slots].push_back(list[i]);
}

} // namespace

Result<Picks> picksFrom(std::span<const double> weights, int perToken) {
    int positive = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (!std::isfinite(weights[i]) || weights[i] < 0 || weights[i] > 1e300)
            return Result<Picks>::refused(Issue{"popularity[" + std::to_string(i) + "]", "is no share",
                                                "give zero or a positive number"});
        positive += weights[i] > 0 ? 1 : 0;
    }
    if (positive < perToken)
        return Result<Picks>::refused(Issue{"popularity",
                                            std::to_string(positive) +
                                                " experts are ever chosen, and a token uses " +
                                                std::to_string(perToken),
                                            "give at least as many positive numbers"});
    const double largest = *std::max_element(weights.begin(), weights.end());
    std::vector<double> scaled(weights.begin(), weights.end());
    for (double& weight : scaled)
        weight /= largest; // so that their sum stays finite
    return limited(scaled, perToken);
}

Picks zipfPicks(int experts, int perToken, double exponent) {
    assert(perToken >= 1 && perToken <= experts && exponent >= 0);
    std::vector<double> weights(std::size_t(experts), 0);
    for (int i = 0; i < experts; ++i)
        weights[std::size_t(i)] = std::pow(i + 1, -exponent);
    return limited(weights, perToken);
}

Result<double> zipfExponent(int experts, double hottestOverMean) {
    if (!(hottestOverMean >= 1 && hottestOverMean < experts))
        return Result<double>::refused(
            Issue{"skew", "no popularity makes the hottest expert that much hotter than the mean",
                  "give at least 1 and less than the number of experts"});
    // hottest / mean = experts / harmonic grows with the exponent from 1 towards `experts`.
    double low = 0, high = 1;
    while (experts / harmonic(experts, high) < hottestOverMean && high < 1024)
        high *= 2;
    for (int i = 0; i < 100; ++i) {
        const double middle = (low + high) / 2;
        (experts / harmonic(experts, middle) < hottestOverMean ? low : high) = middle;
    }
    return high;
}

ExpertPlacement placeExperts(const Picks& picks, const Sharding& s, PlacementRule rule) {
    ExpertPlacement placement;
    placement.onRank.resize(std::size_t(s.routedRanks()));
    const std::size_t slots = (picks.size() + std::size_t(s.redundantExperts)) / placement.onRank.size();
    if (rule == PlacementRule::InOrder) {
        placement.copies = copiesInOrder(picks.size(), s.redundantExperts);
        placeInOrder(placement, slots);
        return placement;
    }
    placement.copies = greedyCopies(picks, s.redundantExperts);
    std::vector<double> load(placement.onRank.size(), 0);
    for (const int expert : hottestFirst(picks, placement.copies)) {
        const std::size_t rank = emptiest(placement, load, slots, expert);
        placement.onRank[rank].push_back(expert);
        load[rank] += picks[std::size_t(expert)] / placement.copies[std::size_t(expert)];
    }
    return placement;
}

std::vector<double> rowsByRank(const Picks& picks, const ExpertPlacement& placement) {
    std::vector<double> rows;
    for (const std::vector<int>& experts : placement.onRank) {
        double sum = 0;
        for (const int expert : experts)
            sum += picks[std::size_t(expert)] / placement.copies[std::size_t(expert)];
        rows.push_back(sum);
    }
    return rows;
}

double balanceFactor(std::span<const double> loads) {
    const double sum = std::accumulate(loads.begin(), loads.end(), 0.0);
    return sum > 0 ? *std::max_element(loads.begin(), loads.end()) * double(loads.size()) / sum : 1;
}

ExpertLoad hottestLoad(const Sharding& s, const ModelSpec& m, const Picks& picks,
                       const ExpertPlacement& placement, double tokens) {
    ExpertLoad load = evenRoutedLoad(s, m, tokens); // for what does not depend on popularity
    const std::vector<double> rows = rowsByRank(picks, placement);
    const auto hottest = std::size_t(std::max_element(rows.begin(), rows.end()) - rows.begin());
    const double all = tokens * s.expertRanks;
    load.routedRows = all * rows[hottest];
    load.routedExperts = 0;
    for (const int expert : placement.onRank[hottest])
        load.routedExperts +=
            chanceOfAny(picks[std::size_t(expert)] / placement.copies[std::size_t(expert)], all);
    return load;
}

} // namespace supernode
