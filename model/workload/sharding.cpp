// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/sharding.h"

#include <algorithm>
#include <cmath>

namespace supernode {
namespace {

constexpr int mostRanks = 65'536;

std::optional<Issue> outOfRange(const char* field, int value, int least, int most) {
    if (value >= least && value <= most)
        return std::nullopt;
    return Issue{field, std::to_string(value) + " is not possible",
                 "give " + std::to_string(least) + " to " + std::to_string(most)};
}

void checkExperts(const Sharding& s, const ModelSpec& m, std::vector<Issue>& issues) {
    const ExpertFfn& e = *m.experts;
    if (s.sharedRanks > 0 && e.shared.value == 0)
        issues.push_back({"shared_ranks", m.name + " has no shared experts", "give 0"});
    if (s.routedRanks() < 1)
        issues.push_back({"shared_ranks", "no rank is left for the routed experts", "give fewer"});
    else if ((e.routed.value + s.redundantExperts) % s.routedRanks() != 0)
        issues.push_back({"redundant_experts",
                          std::to_string(e.routed.value + s.redundantExperts) + " experts do not fill " +
                              std::to_string(s.routedRanks()) + " ranks evenly",
                          "give as many as make the sum a multiple of the ranks"});
    if (s.expertRanks % s.tensorRanks != 0)
        issues.push_back({"expert_ranks",
                          "the ranks cannot be cut into groups of " + std::to_string(s.tensorRanks),
                          "give a multiple of tensor_ranks"});
}

} // namespace

std::vector<Issue> check(const Sharding& s, const ModelSpec& m) {
    std::vector<Issue> issues;
    for (auto issue : {outOfRange("tensor_ranks", s.tensorRanks, 1, m.heads.value),
                       outOfRange("expert_ranks", s.expertRanks, 1, mostRanks),
                       outOfRange("redundant_experts", s.redundantExperts, 0, mostRanks),
                       outOfRange("shared_ranks", s.sharedRanks, 0, mostRanks)})
        if (issue)
            issues.push_back(*issue);
    if (!issues.empty())
        return issues;
    if (m.heads.value % s.tensorRanks != 0)
        issues.push_back({"tensor_ranks", "the heads cannot be shared out evenly",
                          "give a divisor of " + std::to_string(m.heads.value)});
    if (m.experts)
        checkExperts(s, m, issues);
    else if (s.expertRanks > 1 || s.redundantExperts > 0 || s.sharedRanks > 0)
        issues.push_back({"expert_ranks", m.name + " has no experts", "give 1, without redundant experts"});
    return issues;
}

int expertSlots(const Sharding& s, const ModelSpec& m) {
    return m.experts ? (m.experts->routed.value + s.redundantExperts) / s.routedRanks() : 0;
}

ExpertLoad evenRoutedLoad(const Sharding& s, const ModelSpec& m, double tokens) {
    if (!m.experts)
        return {};
    const double routed = m.experts->routed.value, perToken = m.experts->perToken.value;
    const double all = tokens * s.expertRanks;
    // Redundant copies are shared out evenly: `more` experts have one copy more than the others.
    const int copies = 1 + s.redundantExperts / m.experts->routed.value;
    const int more = s.redundantExperts % m.experts->routed.value;
    const auto hits = [&](int experts, int each) {
        return experts * each * chanceOfAny(perToken / (routed * each), all);
    };
    ExpertLoad load;
    load.routedRows = all * perToken / s.routedRanks();
    load.routedExperts =
        (hits(m.experts->routed.value - more, copies) + hits(more, copies + 1)) / s.routedRanks();
    if (s.sharedRanks == 0) {
        load.sharedExperts = m.experts->shared.value;
        load.sharedRows = tokens * load.sharedExperts;
    }
    return load;
}

ExpertLoad sharedRankLoad(const Sharding& s, const ModelSpec& m, double tokens) {
    ExpertLoad load;
    if (!m.experts || s.sharedRanks == 0)
        return load;
    load.sharedExperts = m.experts->shared.value;
    load.sharedRows = tokens * s.expertRanks * load.sharedExperts / s.sharedRanks;
    return load;
}

double rowsPerToken(const Sharding& s, const ModelSpec& m) {
    if (!m.experts)
        return 0;
    const int perToken = m.experts->perToken.value;
    if (s.sends == SendRule::OncePerExpert)
        return perToken;
    // Chance that none of a token's experts is among the slots of one rank: drawing without putting back.
    const int slots = expertSlots(s, m), all = slots * s.routedRanks();
    double none = 1;
    for (int i = 0; i < perToken; ++i)
        none *= std::max(0.0, double(all - slots - i) / (all - i));
    return s.routedRanks() * (1 - none);
}

double rowsSent(const Sharding& s, const ModelSpec& m) {
    return rowsPerToken(s, m) + (s.sharedRanks > 0 ? m.experts->shared.value : 0);
}

double chanceOfAny(double chance, double tokens) {
    return chance >= 1 ? 1 : -std::expm1(tokens * std::log1p(-chance));
}

} // namespace supernode
