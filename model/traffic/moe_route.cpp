// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/traffic/moe_route.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace supernode {
namespace {

constexpr double mostWork = 2e8;

std::optional<Issue> wrong(const MoeRoute& r, std::size_t ranks) {
    const auto text = [](auto n) { return std::to_string(n); };
    const auto n = static_cast<std::int64_t>(ranks), slots = std::int64_t{r.experts} + r.redundant;
    if (r.topK > r.experts)
        return Issue{"workload.top_k",
                     "a token cannot go to " + text(r.topK) + " of " + text(r.experts) + " experts",
                     "give at most the number of experts"};
    if (r.redundant > r.experts)
        return Issue{"workload.redundant",
                     text(r.redundant) + " copies of " + text(r.experts) + " experts are more than one each",
                     "give at most the number of experts"};
    if (!r.popularity.empty() && r.popularity.size() != static_cast<std::size_t>(r.experts))
        return Issue{"workload.popularity",
                     text(r.popularity.size()) + " shares do not fit " + text(r.experts) + " experts",
                     "give one share for each expert, or leave the list out"};
    if (slots % n != 0 && n % slots != 0)
        return Issue{"workload.experts",
                     text(r.experts) + " experts and " + text(r.redundant) + " copies do not fill " +
                         text(n) + " ranks in equal numbers",
                     "give experts + redundant as a multiple of the ranks: " +
                         text((slots / n + 1) * n - r.experts) + " redundant would do"};
    const double work = static_cast<double>(n) * static_cast<double>(slots) * r.topK;
    if (work > mostWork)
        return Issue{"workload.experts",
                     text(slots) + " experts on " + text(n) + " ranks are more than this model can hold",
                     "give fewer experts, ranks or top_k"};
    const auto used = std::count_if(r.popularity.begin(), r.popularity.end(), [](double p) { return p > 0; });
    if (!r.popularity.empty() && used < r.topK)
        return Issue{"workload.popularity", "only " + text(used) + " experts are ever picked",
                     "give at least top_k of them a share above 0"};
    return std::nullopt;
}

// The chance of each expert before the number of picks is known, such that top-k are picked in the mean. The
// chances of sets of exactly top-k do not depend on that scale; this one keeps the sums below far from 0.
std::vector<double> chances(const MoeRoute& r) {
    std::vector<double> weight = r.popularity;
    for (int e = 0; weight.size() < static_cast<std::size_t>(r.experts); ++e)
        weight.push_back(std::pow(e + 1.0, -r.zipf));
    std::vector<double> chance(weight.size());
    const double most = *std::max_element(weight.begin(), weight.end());
    double low = -800, high = 800; // natural logarithms of the scale
    for (int i = 0; i < 200; ++i) {
        const double scale = std::exp((low + high) / 2) / most;
        double sum = 0;
        for (std::size_t e = 0; e < weight.size(); ++e)
            sum += chance[e] = weight[e] * scale / (1 + weight[e] * scale);
        (sum < r.topK ? low : high) = (low + high) / 2;
    }
    return chance;
}

// Chances of 0 to k picks in all; factor(e) is {chance of none, chance of one} that counts.
template <class Factor>
std::vector<double> picks(std::size_t experts, std::size_t k, Factor&& factor) {
    std::vector<double> of(k + 1);
    of[0] = 1;
    for (std::size_t e = 0; e < experts; ++e) {
        const auto [none, one] = factor(e);
        for (std::size_t i = k; i > 0; --i)
            of[i] = of[i] * none + of[i - 1] * one;
        of[0] *= none;
    }
    return of;
}

// The chance of each expert to be among the top-k: picked itself, and k-1 of those before and after it.
std::vector<double> inclusion(const std::vector<double>& chance, std::size_t k) {
    const std::size_t n = chance.size();
    std::vector<std::vector<double>> before(n + 1, std::vector<double>(k + 1));
    before[0][0] = 1;
    for (std::size_t e = 0; e < n; ++e)
        for (std::size_t i = 0; i <= k; ++i)
            before[e + 1][i] = before[e][i] * (1 - chance[e]) + (i > 0 ? before[e][i - 1] * chance[e] : 0);
    std::vector<double> after(k + 1), included(n);
    after[0] = 1;
    for (std::size_t e = n; e-- > 0;) {
        double sum = 0;
        for (std::size_t i = 0; i < k; ++i)
            sum += before[e][i] * after[k - 1 - i];
        included[e] = chance[e] * sum / before[n][k];
        for (std::size_t i = k + 1; i-- > 0;)
            after[i] = after[i] * (1 - chance[e]) + (i > 0 ? after[i - 1] * chance[e] : 0);
    }
    return included;
}

struct ExpertShare {
    std::size_t expert = 0;
    double share = 1; // of the expert's tokens
};
using Hosted = std::vector<std::vector<ExpertShare>>; // per rank

Hosted inOrder(std::size_t experts, std::size_t ranks) {
    Hosted hosted(ranks);
    const std::size_t expertsEach = std::max<std::size_t>(1, experts / std::max<std::size_t>(1, ranks));
    const std::size_t ranksEach = std::max<std::size_t>(1, ranks / std::max<std::size_t>(1, experts));
    for (std::size_t e = 0; e < experts && experts >= ranks; ++e)
        hosted[e / expertsEach].push_back({e, 1});
    for (std::size_t r = 0; r < ranks && experts < ranks; ++r)
        hosted[r].push_back({r / ranksEach, 1 / static_cast<double>(ranksEach)});
    return hosted;
}

// Slots, the heaviest first, each to the least loaded rank that has room and does not host that expert yet.
Hosted balanced(const std::vector<double>& included, std::size_t copies, std::size_t ranks) {
    std::vector<std::size_t> order(included.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return included[a] > included[b]; });
    std::vector<ExpertShare> slots;
    for (std::size_t i = 0; i < order.size(); ++i)
        slots.insert(slots.end(), i < copies ? 2 : 1, ExpertShare{order[i], i < copies ? 0.5 : 1.0});
    std::stable_sort(slots.begin(), slots.end(), [&](const ExpertShare& a, const ExpertShare& b) {
        return included[a.expert] * a.share > included[b.expert] * b.share;
    });
    const std::size_t room = std::max<std::size_t>(1, slots.size() / ranks);
    const std::size_t spread = std::max<std::size_t>(1, ranks / slots.size()); // ranks of one slot
    Hosted hosted(ranks);
    std::vector<double> load(ranks);
    for (const ExpertShare& slot : slots)
        for (std::size_t c = 0; c < spread; ++c) {
            std::size_t best = ranks;
            const auto hosts = [&](std::size_t r) {
                return std::any_of(hosted[r].begin(), hosted[r].end(),
                                   [&](const ExpertShare& p) { return p.expert == slot.expert; });
            };
            for (std::size_t r = 0; r < ranks; ++r)
                if (hosted[r].size() < room && (best == ranks || load[r] < load[best]) && !hosts(r))
                    best = r;
            for (std::size_t r = 0; r < ranks && best == ranks; ++r)
                best = hosted[r].size() < room ? r : best;
            const double share = slot.share / static_cast<double>(spread);
            hosted[best].push_back({slot.expert, share});
            load[best] += included[slot.expert] * share;
        }
    return hosted;
}

void sortByRows(std::vector<ExpertShare>& experts, const std::vector<double>& included) {
    std::stable_sort(experts.begin(), experts.end(), [&](const ExpertShare& a, const ExpertShare& b) {
        return included[a.expert] * a.share > included[b.expert] * b.share;
    });
}

// All that hold the expert get an even part of its tokens. False when the other rank holds it already.
bool copyHottest(Hosted& hosted, const std::vector<double>& included, const RankCopy& copy) {
    if (hosted[copy.from].empty())
        return false;
    sortByRows(hosted[copy.from], included);
    const std::size_t expert = hosted[copy.from].front().expert;
    const auto isIt = [&](const ExpertShare& e) { return e.expert == expert; };
    if (std::any_of(hosted[copy.onto].begin(), hosted[copy.onto].end(), isIt))
        return false;
    hosted[copy.onto].push_back({expert, 0});
    double holders = 0;
    for (const std::vector<ExpertShare>& rank : hosted)
        holders += static_cast<double>(std::count_if(rank.begin(), rank.end(), isIt));
    for (std::vector<ExpertShare>& rank : hosted)
        for (ExpertShare& e : rank)
            if (isIt(e))
                e.share = 1 / holders;
    return true;
}

} // namespace

Result<MoeSpread> spreadOf(const MoeRoute& route, std::size_t ranks, Copies copies,
                           const std::vector<RankCopy>& more) {
    if (const std::optional<Issue> issue = wrong(route, ranks))
        return Result<MoeSpread>::refused(*issue);
    const auto k = static_cast<std::size_t>(route.topK);
    const std::vector<double> chance = chances(route);
    const std::size_t experts = chance.size();
    const bool all = k == experts;
    const std::vector<double> included = all ? std::vector<double>(experts, 1.0) : inclusion(chance, k);
    const auto redundant = static_cast<std::size_t>(route.redundant);
    Hosted hosted = redundant > 0 ? balanced(included, redundant, ranks) : inOrder(experts, ranks);
    MoeSpread spread;
    for (std::size_t i = 0; i < more.size(); ++i)
        if (!copyHottest(hosted, included, more[i]))
            spread.useless.push_back(i);
    const auto one = [](double p, double none = 1) { return std::pair{none - p, p}; };
    const double whole = picks(experts, k, [&](std::size_t e) { return one(all ? 1 : chance[e]); })[k];
    for (std::vector<ExpertShare>& here : hosted) {
        sortByRows(here, included);
        spread.experts.emplace_back();
        double rows = 0;
        std::vector<double> share(experts);
        for (const ExpertShare& part : here) {
            spread.experts.back().push_back(static_cast<int>(part.expert));
            share[part.expert] += part.share;
            rows += included[part.expert] * part.share;
        }
        spread.rows.push_back(rows);
        if (copies == Copies::PerExpert)
            continue;
        spread.messages.push_back(1 - picks(experts, k,
                                            [&](std::size_t e) {
                                                const double p = all ? 1 : chance[e];
                                                return std::pair{1 - p, p * (1 - share[e])};
                                            })[k] /
                                          whole);
    }
    if (copies == Copies::PerExpert)
        spread.messages = spread.rows;
    return spread;
}

Result<std::vector<double>> messagesPerToken(const MoeRoute& route, std::size_t ranks, Copies copies) {
    Result<MoeSpread> spread = spreadOf(route, ranks, copies);
    return spread ? Result(std::move(std::move(spread).value().messages))
                  : Result<std::vector<double>>::refused(spread.issues());
}

double messageBytes(int hidden, ElementFormat element, std::optional<Bytes> scales) {
    const double elements = hidden;
    switch (element) {
    case ElementFormat::Bf16:
        return 2 * elements;
    case ElementFormat::Nvfp4:
        return elements / 2 + elements / 16;
    default:
        return elements + (scales ? scales->base() : elements / 128 * 4);
    }
}

} // namespace supernode
