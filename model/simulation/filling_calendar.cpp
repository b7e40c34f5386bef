// SPDX-License-Identifier: GPL-3.0-or-later
// The calendar: resources by share, in buckets of the first digits of the share, emptied in rising order.
#include "model/simulation/filling_parts.h"

#include <bit>
#include <limits>

namespace supernode {
namespace {

constexpr std::size_t buckets = 4096; // the last one takes all that is beyond, until the epoch moves on
constexpr int digitsLeft = 44;        // 8 binary digits of the mantissa are kept: 256 buckets per factor of 2

std::uint64_t stepOf(double share) { return std::bit_cast<std::uint64_t>(share) >> digitsLeft; }
constexpr auto later = [](const auto& a, const auto& b) { return a.share > b.share; };

} // namespace

inline std::size_t Filling::bucketOf(double share) const {
    const std::uint64_t step = stepOf(share);
    const std::size_t bucket = step > m_epoch ? static_cast<std::size_t>(step - m_epoch) : 0;
    return std::min(std::max(bucket, m_now), buckets - 1);
}

inline void Filling::place(std::uint32_t id, double share) {
    std::uint32_t& head = m_head[bucketOf(share)];
    m_next[id] = head;
    head = id;
}

// The flows of each resource, at least those that are open; m_start: what they may take.
void Filling::invert() {
    const std::size_t resources = m_room.size();
    m_isOpen.assign(flows(), 0);
    for (const std::uint32_t f : m_open)
        m_isOpen[f] = 1;
    m_start.assign(m_p.left.begin(), m_p.left.end());
    m_firstFlow = m_p.firstFlow;
    m_flowsOf = m_p.flowsOf;
    if (m_firstFlow)
        return;
    m_firstOpen.resize(resources + 1);
    m_firstOpen[0] = 0;
    for (std::size_t r = 0; r < resources; ++r)
        m_firstOpen[r + 1] = m_firstOpen[r] + m_room[r].open;
    m_openOf.resize(m_firstOpen.back());
    m_next.assign(m_firstOpen.begin(), m_firstOpen.end() - 1);
    for (const std::uint32_t f : m_open)
        for (std::uint32_t u = m_p.firstUse[f]; u < m_p.firstUse[f + 1]; ++u)
            m_openOf[m_next[m_p.resource[u]]++] = f;
    for (std::size_t r = 0; r < resources; ++r)
        m_start[r] = m_room[r].left;
    m_firstFlow = m_firstOpen.data();
    m_flowsOf = m_openOf.data();
}

template <Filling::Loads L>
void Filling::refresh(std::uint32_t r) {
    Sum left, demand;
    left.add(m_start[r]);
    for (std::uint32_t i = m_firstFlow[r]; i < m_firstFlow[r + 1]; ++i) {
        const std::uint32_t f = m_flowsOf[i];
        if (i > m_firstFlow[r] && m_flowsOf[i - 1] == f)
            continue; // a flow that uses r twice stands there twice, side by side
        for (std::uint32_t u = m_p.firstUse[f]; u < m_p.firstUse[f + 1]; ++u)
            if (m_p.resource[u] == r)
                m_isOpen[f] ? demand.add(amount<L>(f, u)) : left.add(-amount<L>(f, u) * m_out.level[f]);
    }
    if (m_sureLeft.empty())
        m_sureLeft.assign(m_p.left.begin(), m_p.left.end());
    m_sureLeft[r] = left.value();
    m_room[r] = {left.value(), m_room[r].open, m_room[r].open};
    if constexpr (L == Loads::Any)
        m_sureDemand[r] = m_demand[r] = demand.value();
}

// Negative when nothing is open there.
template <Filling::Loads L>
inline double Filling::shareNow(std::uint32_t id) {
    if (id >= m_room.size()) {
        const std::size_t flow = id - m_room.size();
        return m_isOpen[flow] ? limitLevel(flow) : -1.0;
    }
    if (m_room[id].open == 0)
        return -1;
    if (losesDigits<L>(id))
        refresh<L>(id);
    return shareOf<L>(id);
}

template <Filling::Loads L>
void Filling::startCalendar() {
    const std::size_t resources = m_room.size();
    m_head.assign(buckets, nobody);
    m_next.assign(resources + (m_p.limit ? flows() : 0), nobody);
    m_due.clear();
    for (std::uint32_t r = 0; r < resources; ++r)
        if (const double share = shareNow<L>(r); share >= 0)
            m_due.push_back({share, r});
    if (m_p.limit)
        for (const std::uint32_t f : m_open)
            if (const double level = limitLevel(f); level < std::numeric_limits<double>::infinity())
                m_due.push_back({level, static_cast<std::uint32_t>(resources + f)});
    double least = std::numeric_limits<double>::infinity();
    for (const Due& due : m_due)
        least = std::min(least, due.share);
    m_epoch = stepOf(least);
    m_now = 0;
    for (const Due& due : m_due)
        place(due.id, due.share);
}

template <Filling::Loads L>
Completion Filling::queue() {
    invert();
    startCalendar<L>();
    while (m_now < buckets) {
        if (m_head[m_now] == nobody) {
            ++m_now;
            continue;
        }
        if (m_stop.stop_requested())
            return Completion::Cancelled;
        empty<L>(m_now);
    }
    return Completion::Whole;
}

// What is due in the bucket, with its share of now; what has grown moves on. Returns the least share.
template <Filling::Loads L>
double Filling::collect(std::size_t bucket) {
    double least = std::numeric_limits<double>::infinity();
    std::uint32_t id = m_head[bucket];
    m_head[bucket] = nobody;
    m_due.clear();
    while (id != nobody) {
        const std::uint32_t next = m_next[id];
        const double share = shareNow<L>(id);
        if (share >= 0 && bucketOf(share) > bucket)
            place(id, share);
        else if (share >= 0) {
            m_due.push_back({share, id});
            least = std::min(least, share);
        }
        id = next;
    }
    return least;
}

// Freezes what is due, ties first without an order: they are many where links are alike.
template <Filling::Loads L>
void Filling::empty(std::size_t bucket) {
    const double least = collect<L>(bucket);
    if (m_due.empty())
        return;
    if (bucket == buckets - 1) { // the rest lies beyond: begin again from the least
        m_epoch = stepOf(least);
        m_now = 0;
        for (const Due& due : m_due)
            place(due.id, due.share);
        return;
    }
    const auto rest =
        std::partition(m_due.begin(), m_due.end(), [&](const Due& d) { return d.share > least * tie; });
    m_tied.assign(rest, m_due.end());
    m_due.erase(rest, m_due.end());
    for (const Due& due : m_tied)
        advance<L>(due);
    std::make_heap(m_due.begin(), m_due.end(), later);
    while (!m_due.empty()) {
        std::pop_heap(m_due.begin(), m_due.end(), later);
        const Due due = m_due.back();
        m_due.pop_back();
        advance<L>(due);
        std::push_heap(m_due.begin(), m_due.end(), later);
    }
}

// Freezes, or comes back later when others have frozen since and the share has grown.
template <Filling::Loads L>
void Filling::advance(const Due& due) {
    const double share = shareNow<L>(due.id);
    if (share < 0)
        return;
    if (share <= due.share * tie)
        freeze<L>(due.id, share);
    else if (bucketOf(share) > m_now)
        place(due.id, share);
    else
        m_due.push_back({share, due.id});
}

template <Filling::Loads L>
void Filling::freeze(std::uint32_t id, double share) {
    if (id >= m_room.size())
        return freezeFlow<L>(static_cast<std::uint32_t>(id - m_room.size()), share, nobody);
    for (std::uint32_t i = m_firstFlow[id]; i < m_firstFlow[id + 1]; ++i)
        if (m_isOpen[m_flowsOf[i]])
            freezeFlow<L>(m_flowsOf[i], share, id);
}

template <Filling::Loads L>
inline void Filling::freezeFlow(std::uint32_t flow, double share, std::uint32_t by) {
    m_isOpen[flow] = 0;
    m_out.level[flow] = share;
    m_out.limitedBy[flow] = by;
    take<L>(flow, share);
}

template Completion Filling::queue<Filling::Loads::Unit>();
template Completion Filling::queue<Filling::Loads::Any>();

} // namespace supernode
