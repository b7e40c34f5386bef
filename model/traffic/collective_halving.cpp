// SPDX-License-Identifier: GPL-3.0-or-later
// Recursive halving and doubling. Of n ranks the first m, the largest power of two, work; each of the others
// is folded into one of them. Working rank v stands at place u, its number with the bits reversed: places
// that differ in their highest bit, which exchange most, are then neighbours.
#include "model/traffic/collective_parts.h"

#include <bit>

namespace supernode {
namespace {

enum class Action : std::uint8_t { Halve, Double };

struct Fold {
    explicit Fold(std::uint32_t n)
        : ranks(n), working(std::bit_floor(n)), bits(std::bit_width(working) - 1) {}

    std::uint32_t ranks, working;
    int bits;

    std::uint32_t rankAt(std::uint32_t place) const {
        std::uint32_t rank = 0;
        for (int b = 0; b < bits; ++b)
            rank |= (place >> b & 1u) << (bits - 1 - b);
        return rank;
    }
    bool hasPartner(std::uint32_t rank) const { return rank + working < ranks; } // folded into it

    // First piece of each place, and the end: a place has its rank's piece and that of its partner.
    std::vector<std::uint32_t> starts(Collective collective) const {
        std::vector<std::uint32_t> starts{0};
        for (std::uint32_t u = 0; u < working; ++u)
            starts.push_back(starts.back() +
                             (collective != Collective::AllReduce && hasPartner(rankAt(u)) ? 2 : 1));
        return starts;
    }
};

ScheduleStep blank(const Part& part, Collective collective, const char* name) {
    ScheduleStep step;
    step.name = name;
    if (!part.level.empty())
        step.name += " among the nodes";
    step.teams = part.teams;
    step.unit = part.unit;
    step.units = halvingPieces(collective, part.ranks);
    return step;
}

// The folded ranks hand in what they hold (In), or get what they lack (Out).
enum class Hand : std::uint8_t { In, Out };
ScheduleStep foldStep(const Part& part, Collective collective, Hand hand) {
    const Fold fold(part.ranks);
    ScheduleStep step = blank(part, collective, hand == Hand::In ? "fold in" : "fold out");
    const std::vector<std::uint32_t> own = halvingOwn(part.ranks);
    const bool one = (collective == Collective::AllGather && hand == Hand::In) ||
                     (collective == Collective::ReduceScatter && hand == Hand::Out);
    for (std::uint32_t extra = fold.working; extra < part.ranks; ++extra) {
        const std::uint32_t partner = extra - fold.working;
        const std::uint32_t first = one ? own[extra] : 0, count = one ? 1 : step.units;
        if (hand == Hand::In)
            step.moves.push_back({extra, partner, first, count});
        else
            step.moves.push_back({partner, extra, first, count});
    }
    step.reduces = hand == Hand::In && collective != Collective::AllGather ? 1 : 0;
    return step;
}

// Places whose numbers differ in bit log2(distance) exchange: in halving what the other will keep, in
// doubling what each holds.
ScheduleStep exchange(const Part& part, Collective collective, std::uint32_t distance, Action action) {
    const Fold fold(part.ranks);
    const std::vector<std::uint32_t> starts = fold.starts(collective);
    ScheduleStep step = blank(part, collective, action == Action::Halve ? "halving" : "doubling");
    for (std::uint32_t u = 0; u < fold.working; ++u) {
        const std::uint32_t other = u ^ distance;
        const std::uint32_t kept = (action == Action::Halve ? other : u) / distance * distance;
        step.moves.push_back(
            {fold.rankAt(u), fold.rankAt(other), starts[kept], starts[kept + distance] - starts[kept]});
    }
    step.reduces = action == Action::Halve ? 1 : 0;
    return step;
}

// A binomial tree: first half-way round, then ever nearer.
std::vector<ScheduleStep> treeSteps(const Part& part) {
    const std::uint32_t n = part.ranks;
    std::vector<ScheduleStep> steps;
    for (std::uint32_t d = std::bit_ceil(n) / 2; d > 0; d /= 2) {
        ScheduleStep step = blank(part, Collective::Broadcast, "tree");
        for (std::uint32_t v = 0; v + d < n; v += 2 * d)
            step.moves.push_back({(part.root + v) % n, (part.root + v + d) % n, 0, 1});
        steps.push_back(std::move(step));
    }
    return steps;
}

} // namespace

std::uint32_t halvingPieces(Collective collective, std::uint32_t ranks) {
    return collective == Collective::Broadcast   ? 1
           : collective == Collective::AllReduce ? std::bit_floor(ranks)
                                                 : ranks;
}

std::vector<std::uint32_t> halvingOwn(std::uint32_t ranks) {
    const Fold fold(ranks);
    const std::vector<std::uint32_t> starts = fold.starts(Collective::AllGather);
    std::vector<std::uint32_t> own(ranks);
    for (std::uint32_t u = 0; u < fold.working; ++u) {
        const std::uint32_t rank = fold.rankAt(u);
        own[rank] = starts[u];
        if (fold.hasPartner(rank))
            own[rank + fold.working] = starts[u] + 1;
    }
    return own;
}

std::vector<ScheduleStep> halvingSteps(Collective collective, const Part& part) {
    if (collective == Collective::Broadcast)
        return treeSteps(part);
    const Fold fold(part.ranks);
    const bool folded = fold.working < part.ranks;
    std::vector<ScheduleStep> steps;
    if (folded)
        steps.push_back(foldStep(part, collective, Hand::In));
    if (collective != Collective::AllGather)
        for (std::uint32_t d = fold.working / 2; d > 0; d /= 2)
            steps.push_back(exchange(part, collective, d, Action::Halve));
    if (collective != Collective::ReduceScatter)
        for (std::uint32_t d = 1; d < fold.working; d *= 2)
            steps.push_back(exchange(part, collective, d, Action::Double));
    if (folded)
        steps.push_back(foldStep(part, collective, Hand::Out));
    return steps;
}

} // namespace supernode
