// SPDX-License-Identifier: GPL-3.0-or-later
// The rounds; what goes through the calendar is in filling_rows.cpp, the blocks are in filling_blocks.cpp.
#include "model/simulation/filling_parts.h"

#include <numeric>
#include <type_traits>

namespace supernode {
namespace {

constexpr std::size_t manyUses = 131072; // above, what is at work outgrows the nearer caches

} // namespace

Completion Filling::run(const FillingProblem& problem, const Filled& filled, const std::stop_token& stop) {
    m_p = problem;
    m_out = filled;
    m_stop = stop;
    return problem.load || problem.weight ? fill<Loads::Any>() : fill<Loads::Unit>();
}

template <class F>
void Filling::forEachOpen(F&& visit) const {
    if (m_first)
        for (std::uint32_t f = 0, n = static_cast<std::uint32_t>(flows()); f < n; ++f)
            visit(f);
    else
        for (const std::uint32_t f : m_open)
            visit(f);
}

template <Loads L>
Completion Filling::fill() {
    count<L>();
    if (!m_p.limit && flows() > 0 && holdAllByLeast())
        return Completion::Whole;
    return m_p.firstUse.back() > manyUses && divide() ? fillBlocks<L>() : fillRounds<L>();
}

template <Loads L>
Completion Filling::fillRounds() {
    m_first = true;
    if (crowded(m_p.firstUse.back(), m_p.left.size())) {
        m_open.resize(flows());
        std::iota(m_open.begin(), m_open.end(), 0u);
        return fillByCalendar<L>(m_open, 0, m_p.left);
    }
    makeRooms<L>();
    const bool few = m_p.firstUse.back() <= fewUses;
    for (std::size_t open = flows(); open > 0;) {
        if (m_stop.stop_requested())
            return Completion::Cancelled;
        if (round<L>())
            return Completion::Whole;
        const std::size_t left = m_open.size();
        if (!few && left > open - open / 5)
            return fillRest<L>();
        open = left;
    }
    return Completion::Whole;
}

template <Loads L>
Completion Filling::fillBlocks() {
    const FillingProblem whole = m_p;
    const Filled out = m_out;
    for (std::size_t b = 0; b + 1 < m_firstResource.size(); ++b) {
        const std::uint32_t first = m_firstResource[b], resources = m_firstResource[b + 1] - first;
        const bool many = crowded(m_usesOfBlock[b], resources);
        m_p = whole;
        m_out = out;
        if (!many) {
            takeBlock(whole, b);
            count<L>();
        }
        if ((many ? fillByCalendar<L>(flowsOfBlock(b), first, whole.left.subspan(first, resources))
                  : fillRounds<L>()) == Completion::Cancelled)
            return Completion::Cancelled;
        if (!many)
            giveBlock(out, b);
    }
    return Completion::Whole;
}

// Counts flows and takes the first shares; rooms are only needed when one round is not enough.
template <Loads L>
void Filling::count() {
    const std::size_t resources = m_p.left.size(), uses = m_p.firstUse.back();
    m_count.assign(resources, 0);
    std::uint32_t* count = m_count.data();
    for (std::size_t u = 0; u < uses; ++u)
        ++count[m_p.resource[u]];
    if constexpr (L == Loads::Any) {
        m_demand.assign(resources, 0);
        for (std::size_t f = 0; f < flows(); ++f)
            for (std::uint32_t u = m_p.firstUse[f]; u < m_p.firstUse[f + 1]; ++u)
                m_demand[m_p.resource[u]] += amount<L>(f, u);
    }
    m_share.resize(resources);
    double* share = m_share.data();
    for (std::size_t r = 0; r < resources; ++r) { // 0 / 0 where nothing flows: not a number, below nothing
        const double left = m_p.left[r] > 0 ? m_p.left[r] : 0.0;
        share[r] = left / (L == Loads::Unit ? static_cast<double>(static_cast<std::int32_t>(m_count[r]))
                                            : m_demand[r]);
    }
}

// True when the resources with the least share of all hold every flow, as in an all-to-all or an incast; any
// other problem shows within its first flows that they do not.
bool Filling::holdAllByLeast() {
    const double* share = m_share.data();
    double least = infinity;
    for (std::uint32_t u = m_p.firstUse[0]; u < m_p.firstUse[1]; ++u)
        least = std::min(least, share[m_p.resource[u]]);
    for (const double other : m_share) // below nothing where nothing flows
        if (other * tie < least)
            return false;
    const double tied = least * tie;
    for (std::size_t f = 0, n = flows(); f < n; ++f) {
        std::uint32_t u = m_p.firstUse[f];
        const std::uint32_t last = m_p.firstUse[f + 1];
        while (u < last && !(share[m_p.resource[u]] <= tied))
            ++u;
        if (u == last)
            return false;
        m_out.limitedBy[f] = m_p.resource[u];
    }
    std::fill_n(m_out.level.begin(), flows(), least);
    return true;
}

template <Loads L>
void Filling::makeRooms() {
    const std::size_t resources = m_p.left.size();
    m_room.resize(resources);
    Room* room = m_room.data();
    for (std::size_t r = 0; r < resources; ++r)
        room[r] = {m_p.left[r], m_count[r], m_count[r]};
    m_doubtful = infinity;
    m_blocked.assign(resources, 0);
    m_live.resize(resources);
    std::iota(m_live.begin(), m_live.end(), 0u);
    m_sureLeft.clear();
    if constexpr (L == Loads::Any)
        m_sureDemand = m_demand;
}

// Resources that have no open flow any more leave the list.
void Filling::dropClosed() {
    std::uint32_t* open = m_live.data();
    const Room* room = m_room.data();
    for (const std::uint32_t r : m_live) {
        *open = r; // no branch: nobody can predict it
        open += room[r].open > 0;
    }
    m_live.resize(static_cast<std::size_t>(open - m_live.data()));
}

template <Loads L>
void Filling::takeShares() {
    for (const std::uint32_t r : m_live) {
        m_share[r] = shareOf<L>(r);
        m_blocked[r] = 0;
    }
}

// For each open flow the level at which it would stop now, and which of its resources cannot freeze because
// of it.
void Filling::propose() {
    const std::uint32_t *firstUse = m_p.firstUse.data(), *resource = m_p.resource;
    const double* share = m_share.data();
    std::uint8_t* blocked = m_blocked.data();
    double* level = m_out.level.data();
    std::uint32_t* limitedBy = m_out.limitedBy.data();
    const auto proposeOver = [&](std::uint32_t flow, const std::uint32_t* first, auto uses) {
        double least = m_p.limit ? limitLevel(flow) : infinity;
        std::uint32_t by = nobody;
        for (std::size_t u = 0; u < uses; ++u) {
            const double s = share[first[u]];
            by = s < least ? first[u] : by;
            least = s < least ? s : least;
        }
        level[flow] = least;
        limitedBy[flow] = by;
        const double tied = least * tie;
        for (std::size_t u = 0; u < uses; ++u)
            blocked[first[u]] |= static_cast<std::uint8_t>(share[first[u]] > tied);
    };
    forEachOpen([&](std::uint32_t flow) {
        const std::size_t uses = firstUse[flow + 1] - firstUse[flow];
        if (uses == 4) // across both tiers, as nearly all: a loop that is known costs half
            proposeOver(flow, resource + firstUse[flow], std::integral_constant<std::size_t, 4>{});
        else
            proposeOver(flow, resource + firstUse[flow], uses);
    });
}

// True when nothing is open any more. m_open: the flows that are.
template <Loads L>
bool Filling::round() {
    propose();
    const std::size_t before = m_first ? flows() : m_open.size();
    m_stillOpen.resize(before);
    m_frozen.resize(before);
    std::uint32_t *stillOpen = m_stillOpen.data(), *frozen = m_frozen.data();
    const std::uint32_t* limitedBy = m_out.limitedBy.data();
    const std::uint8_t* blocked = m_blocked.data();
    forEachOpen([&](std::uint32_t f) {
        const std::uint32_t by = limitedBy[f];
        const bool stays = by != nobody && blocked[by];
        *stillOpen = f; // no branch: nobody can predict it
        *frozen = f;
        stillOpen += stays;
        frozen += !stays;
    });
    m_first = false;
    m_stillOpen.resize(static_cast<std::size_t>(stillOpen - m_stillOpen.data()));
    m_frozen.resize(static_cast<std::size_t>(frozen - m_frozen.data()));
    m_open.swap(m_stillOpen);
    if (!m_open.empty())
        takeFrozen<L>();
    return m_open.empty();
}

template <Loads L>
void Filling::takeFrozen() {
    for (const std::uint32_t f : m_frozen)
        take<L>(f, m_out.level[f]);
    dropClosed();
    if (m_doubtful == infinity) { // after the first round
        double largest = 0, most = 0;
        for (const std::uint32_t r : m_live) {
            largest = std::max(largest, m_p.left[r]);
            most = std::max(most, static_cast<double>(m_room[r].sure));
        }
        m_doubtful = largest * most * lostByOne;
    }
    if (std::any_of(m_live.begin(), m_live.end(), [this](std::uint32_t r) { return losesDigits<L>(r); }))
        sumAnew<L>();
    takeShares<L>();
}

// What frozen flows leave and open ones demand, with compensated sums.
template <Loads L>
void Filling::sumAnew() {
    std::vector<Sum> left(m_room.size()), demand(m_room.size());
    for (std::size_t r = 0; r < m_room.size(); ++r)
        left[r].add(m_p.left[r]);
    m_isOpen.assign(flows(), 0);
    for (const std::uint32_t f : m_open)
        m_isOpen[f] = 1;
    for (std::size_t f = 0; f < flows(); ++f)
        for (std::uint32_t u = m_p.firstUse[f]; u < m_p.firstUse[f + 1]; ++u)
            if (m_isOpen[f])
                demand[m_p.resource[u]].add(amount<L>(f, u));
            else
                left[m_p.resource[u]].add(-amount<L>(f, u) * m_out.level[f]);
    m_sureLeft.resize(m_room.size());
    for (std::size_t r = 0; r < m_room.size(); ++r) {
        m_sureLeft[r] = left[r].value();
        m_room[r] = {m_sureLeft[r], m_room[r].open, m_room[r].open};
        if constexpr (L == Loads::Any)
            m_sureDemand[r] = m_demand[r] = demand[r].value();
    }
}

} // namespace supernode
