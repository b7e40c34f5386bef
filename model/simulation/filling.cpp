// SPDX-License-Identifier: GPL-3.0-or-later
// The rounds; the calendar is in filling_calendar.cpp.
#include "model/simulation/filling_parts.h"

#include <limits>

namespace supernode {
namespace {

constexpr std::size_t fewUses = 1024; // below, rounds alone are cheaper than any calendar
constexpr double infinity = std::numeric_limits<double>::infinity();

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

template <Filling::Loads L>
Completion Filling::fill() {
    count<L>();
    if (!m_p.limit && leastMayHoldAll() && holdAllByLeast())
        return Completion::Whole;
    makeRooms<L>();
    m_first = true;
    const bool few = m_p.firstUse.back() <= fewUses;
    for (std::size_t open = flows(); open > 0;) {
        if (m_stop.stop_requested())
            return Completion::Cancelled;
        if (round<L>())
            return Completion::Whole;
        const std::size_t left = m_open.size();
        if (!few && left > open - open / 5)
            return queue<L>();
        open = left;
    }
    return Completion::Whole;
}

// Counts flows and takes the first shares; rooms are only needed when one round is not enough.
template <Filling::Loads L>
void Filling::count() {
    const std::size_t resources = m_p.left.size(), uses = m_p.firstUse.back();
    m_count.assign(resources, 0);
    for (std::size_t u = 0; u < uses; ++u)
        ++m_count[m_p.resource[u]];
    if constexpr (L == Loads::Any) {
        m_demand.assign(resources, 0);
        for (std::size_t f = 0; f < flows(); ++f)
            for (std::uint32_t u = m_p.firstUse[f]; u < m_p.firstUse[f + 1]; ++u)
                m_demand[m_p.resource[u]] += amount<L>(f, u);
    }
    m_share.resize(resources);
    for (std::size_t r = 0; r < resources; ++r) { // 0 / 0 where nothing flows: not a number, below nothing
        const double left = m_p.left[r] > 0 ? m_p.left[r] : 0.0;
        m_share[r] = left / (L == Loads::Unit ? static_cast<double>(static_cast<std::int32_t>(m_count[r]))
                                              : m_demand[r]);
    }
}

// Whether the resources with the least share of all may hold every flow, as in an all-to-all or an incast.
bool Filling::leastMayHoldAll() {
    m_leastShare = infinity;
    for (const double share : m_share)
        m_leastShare = share < m_leastShare ? share : m_leastShare;
    std::size_t held = 0;
    for (std::size_t r = 0; r < m_share.size(); ++r)
        held += m_share[r] <= m_leastShare * tie ? m_count[r] : 0;
    return held >= flows();
}

// True when they do.
bool Filling::holdAllByLeast() {
    const double least = m_leastShare * tie;
    for (std::size_t f = 0; f < flows(); ++f) {
        std::uint32_t u = m_p.firstUse[f];
        const std::uint32_t last = m_p.firstUse[f + 1];
        while (u < last && !(m_share[m_p.resource[u]] <= least))
            ++u;
        if (u == last)
            return false;
        m_out.level[f] = m_leastShare;
        m_out.limitedBy[f] = m_p.resource[u];
    }
    return true;
}

template <Filling::Loads L>
void Filling::makeRooms() {
    const std::size_t resources = m_p.left.size();
    m_room.resize(resources);
    m_live.resize(resources);
    std::size_t live = 0;
    m_largest = 0;
    for (std::uint32_t r = 0; r < resources; ++r) {
        m_room[r] = {m_p.left[r], m_count[r], m_count[r]};
        m_largest = std::max(m_largest, m_p.left[r]);
        m_live[live] = r;
        live += m_count[r] > 0;
    }
    m_live.resize(live);
    m_blocked.assign(resources, 0);
    m_sureLeft.clear();
    if constexpr (L == Loads::Any)
        m_sureDemand = m_demand;
}

template <Filling::Loads L>
void Filling::takeShares() {
    std::size_t live = 0;
    for (const std::uint32_t r : m_live) {
        m_share[r] = shareOf<L>(r);
        m_blocked[r] = 0;
        m_live[live] = r;
        live += m_room[r].open > 0;
    }
    m_live.resize(live);
}

// The level at which the flow would stop now, and which of its resources cannot freeze because of it.
inline void Filling::propose(std::uint32_t flow) {
    const std::uint32_t *first = m_p.resource + m_p.firstUse[flow],
                        *last = m_p.resource + m_p.firstUse[flow + 1];
    double least = m_p.limit ? limitLevel(flow) : infinity;
    std::uint32_t by = nobody;
    for (const std::uint32_t* r = first; r != last; ++r) {
        const double share = m_share[*r];
        by = share < least ? *r : by;
        least = share < least ? share : least;
    }
    m_out.level[flow] = least;
    m_out.limitedBy[flow] = by;
    const double tied = least * tie;
    for (const std::uint32_t* r = first; r != last; ++r)
        m_blocked[*r] |= static_cast<std::uint8_t>(m_share[*r] > tied);
}

// True when nothing is open any more. m_open: the flows that are.
template <Filling::Loads L>
bool Filling::round() {
    forEachOpen([&](std::uint32_t f) { propose(f); });
    const std::size_t before = m_first ? flows() : m_open.size();
    m_stillOpen.resize(before);
    m_frozen.resize(before);
    std::size_t open = 0, frozen = 0;
    forEachOpen([&](std::uint32_t f) {
        const std::uint32_t by = m_out.limitedBy[f];
        const bool stays = by != nobody && m_blocked[by];
        m_stillOpen[open] = f; // no branch: nobody can predict it
        m_frozen[frozen] = f;
        open += stays;
        frozen += !stays;
    });
    m_first = false;
    m_stillOpen.resize(open);
    m_frozen.resize(frozen);
    m_open.swap(m_stillOpen);
    if (open > 0)
        takeFrozen<L>();
    return open == 0;
}

template <Filling::Loads L>
void Filling::takeFrozen() {
    for (const std::uint32_t f : m_frozen)
        take<L>(f, m_out.level[f]);
    const bool loses = std::any_of(m_live.begin(), m_live.end(), [this](std::uint32_t r) {
        return m_room[r].open > 0 && losesDigits<L>(r);
    });
    if (loses)
        sumAnew<L>();
    takeShares<L>();
}

// What frozen flows leave and open ones demand, with compensated sums.
template <Filling::Loads L>
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
