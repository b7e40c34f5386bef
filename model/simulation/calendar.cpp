// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulation/calendar.h"

#include "model/simulation/filling_parts.h"

#include <bit>
#include <numeric>
#include <type_traits>

namespace supernode {
namespace {

constexpr std::size_t buckets = 4096; // the last one takes all that is beyond, until the epoch moves on
constexpr int digitsLeft = 44;        // 8 binary digits of the mantissa are kept: 256 buckets per factor of 2

std::uint64_t stepOf(double share) { return std::bit_cast<std::uint64_t>(share) >> digitsLeft; }
constexpr auto later = [](const auto& a, const auto& b) { return a.share > b.share; };

// Shapes are larger than the nearer caches: what is needed soon is on its way by then.
void fetchAhead(const std::uint32_t* place) { __builtin_prefetch(place); }

} // namespace

void FlowRows::begin(std::uint32_t howManyResources, std::uint32_t howManyFlows, std::size_t longestRow,
                     Loads loads) {
    resources = howManyResources;
    flows = howManyFlows;
    width = std::bit_ceil(std::max<std::size_t>(4, longestRow));
    resource.assign(width * flows, resources);
    amount.clear();
    if (loads == Loads::Any)
        amount.assign(width * flows, 0);
}

// Counted two places on and summed, entry r + 1 is where r begins; filled, where it ends.
void FlowRows::list() {
    firstUse.assign(resources + std::size_t{3}, 0);
    for (const std::uint32_t r : resource)
        ++firstUse[r + 2];
    std::partial_sum(firstUse.begin(), firstUse.end(), firstUse.begin());
    usesOf.resize(resource.size());
    for (std::uint32_t i = 0; i < resource.size(); ++i)
        usesOf[firstUse[resource[i] + 1]++] = i;
    mostUses = 0;
    for (std::uint32_t r = 0; r < resources; ++r)
        mostUses = std::max(mostUses, firstUse[r + 1] - firstUse[r]);
    idle.clear();
    for (std::uint32_t f = 0; f < flows; ++f)
        if (resource[f * width] == resources)
            idle.push_back(f);
}

template <Loads L>
void Calendar::makeRooms() {
    const std::size_t resources = m_rows->resources, places = resources + 1; // and one for what fills rows up
    m_left.resize(places);
    std::copy(m_start.begin(), m_start.end(), m_left.begin());
    m_open.resize(places);
    for (std::size_t r = 0; r < places; ++r)
        m_open[r] = m_rows->firstUse[r + 1] - m_rows->firstUse[r];
    m_sure.assign(m_open.begin(), m_open.end());
    m_sureLeft.clear();
    m_doubtful = infinity;
    if constexpr (L == Loads::Any) {
        m_demand.assign(places, 0);
        for (std::size_t i = 0; i < m_rows->resource.size(); ++i)
            m_demand[m_rows->resource[i]] += m_rows->amount[i];
        m_sureDemand = m_demand;
    } else {
        double largest = 0;
        for (std::size_t r = 0; r < resources; ++r)
            largest = std::max(largest, m_open[r] > 0 ? m_left[r] : 0.0);
        m_doubtful = largest * m_rows->mostUses * lostByOne;
    }
    m_isOpen.assign(m_rows->flows, 1);
    m_heldBy.resize(m_rows->flows);
    m_frozen.resize(m_rows->mostUses + std::size_t{1});
    m_held.assign(resources, 0);
    m_stillOpen = m_rows->flows - m_rows->idle.size();
    for (const std::uint32_t f : m_rows->idle)
        m_heldBy[f] = nobody;
}

inline std::size_t Calendar::bucketOf(double share) const {
    const std::uint64_t step = stepOf(share);
    const std::size_t bucket = step > m_epoch ? static_cast<std::size_t>(step - m_epoch) : 0;
    return std::min(std::max(bucket, m_now), buckets - 1);
}

inline void Calendar::place(std::uint32_t resource, double share) {
    std::uint32_t& head = m_head[bucketOf(share)];
    m_next[resource] = head;
    head = resource;
}

template <Loads L>
inline bool Calendar::losesDigits(std::uint32_t r) const {
    if (m_left[r] >= m_doubtful)
        return false; // the common case without a look at yet another array
    const double lost = (m_sure[r] - m_open[r]) * lostByOne;
    if (L == Loads::Any && m_demand[r] < lost * m_sureDemand[r])
        return true;
    return m_left[r] < lost * (m_sureLeft.empty() ? m_start[r] : m_sureLeft[r]);
}

template <Loads L>
void Calendar::refresh(std::uint32_t r) {
    Sum left, demand;
    left.add(m_start[r]);
    for (std::uint32_t i = m_rows->firstUse[r]; i < m_rows->firstUse[r + 1]; ++i) {
        const std::uint32_t use = m_rows->usesOf[i];
        const std::size_t f = use / m_rows->width;
        const double amount = L == Loads::Unit ? 1 : m_rows->amount[use];
        m_isOpen[f] ? demand.add(amount) : left.add(-amount * m_level[m_heldBy[f]]);
    }
    if (m_sureLeft.empty())
        m_sureLeft.assign(m_start.begin(), m_start.end());
    m_left[r] = m_sureLeft[r] = left.value();
    m_sure[r] = m_open[r];
    if constexpr (L == Loads::Any)
        m_sureDemand[r] = m_demand[r] = demand.value();
}

// Negative when nothing is open there.
template <Loads L>
inline double Calendar::shareNow(std::uint32_t r) {
    if (m_open[r] == 0)
        return -1;
    if (losesDigits<L>(r))
        refresh<L>(r);
    const double left = std::max(m_left[r], 0.0);
    if constexpr (L == Loads::Unit)
        return left / static_cast<std::int32_t>(m_open[r]); // signed: converts at once
    else
        return left / m_demand[r];
}

template <Loads L>
void Calendar::start() {
    const std::uint32_t resources = m_rows->resources;
    m_head.assign(buckets, nobody);
    m_next.resize(resources);
    m_level.resize(resources);
    double least = infinity;
    for (std::uint32_t r = 0; r < resources; ++r) { // no digits can be lost yet
        const double left = m_left[r] > 0 ? m_left[r] : 0.0;
        const double share = left / (L == Loads::Unit ? static_cast<std::int32_t>(m_open[r]) : m_demand[r]);
        m_level[r] = m_open[r] > 0 ? share : infinity;
        least = m_level[r] < least ? m_level[r] : least;
    }
    m_epoch = stepOf(least);
    m_now = 0;
    for (std::uint32_t r = 0; r < resources; ++r)
        if (m_open[r] > 0)
            place(r, m_level[r]);
}

template <Loads L>
Completion Calendar::run(const FlowRows& rows, std::span<const double> left, const std::stop_token& stop) {
    m_rows = &rows;
    m_start = left;
    makeRooms<L>();
    start<L>();
    while (m_stillOpen > 0) {
        if (m_head[m_now] == nobody) {
            ++m_now;
            continue;
        }
        if (stop.stop_requested())
            return Completion::Cancelled;
        empty<L>(m_now);
    }
    return Completion::Whole;
}

// What is due in the bucket, with its share of now; what has grown moves on. Returns the least share.
template <Loads L>
double Calendar::collect(std::size_t bucket) {
    double least = infinity;
    std::uint32_t r = m_head[bucket];
    m_head[bucket] = nobody;
    m_due.clear();
    while (r != nobody) {
        const std::uint32_t next = m_next[r];
        const double share = shareNow<L>(r);
        if (share >= 0 && bucketOf(share) > bucket)
            place(r, share);
        else if (share >= 0) {
            m_due.push_back({share, r});
            least = std::min(least, share);
            fetchAhead(m_rows->usesOf.data() + m_rows->firstUse[r]);
            fetchAhead(m_rows->usesOf.data() + m_rows->firstUse[r] + 16);
        }
        r = next;
    }
    return least;
}

// Freezes what is due, ties first without an order: they are many where links are alike.
template <Loads L>
void Calendar::empty(std::size_t bucket) {
    const double least = collect<L>(bucket);
    if (m_due.empty())
        return;
    if (m_due.size() == 1 && bucket < buckets - 1)
        return freeze<L>(m_due.front().resource, least);
    if (bucket == buckets - 1) { // the rest lies beyond: begin again from the least
        m_epoch = stepOf(least);
        m_now = 0;
        for (const Due& due : m_due)
            place(due.resource, due.share);
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
        const std::size_t others = m_due.size();
        advance<L>(due);
        if (m_due.size() > others)
            std::push_heap(m_due.begin(), m_due.end(), later);
    }
}

// Freezes, or comes back later when others have frozen since and the share has grown.
template <Loads L>
void Calendar::advance(const Due& due) {
    const double share = shareNow<L>(due.resource);
    if (share < 0)
        return;
    if (share <= due.share * tie)
        freeze<L>(due.resource, share);
    else if (bucketOf(share) > m_now)
        place(due.resource, share);
    else
        m_due.push_back({share, due.resource});
}

// The flows of these uses, off all resources but the one at hand, where they stop together.
template <Loads L, class Width>
inline void Calendar::take(std::span<const std::uint32_t> uses, double share, Width width) {
    const std::uint32_t* resource = m_rows->resource.data();
    const double* amount = m_rows->amount.data();
    double *left = m_left.data(), *demand = m_demand.data();
    std::uint32_t* open = m_open.data();
    for (const std::uint32_t use : uses)
        for (std::uint32_t other = 1; other < width; ++other) {
            const std::uint32_t r = resource[use ^ other];
            left[r] -= L == Loads::Unit ? share : amount[use ^ other] * share;
            if constexpr (L == Loads::Any)
                demand[r] -= amount[use ^ other];
            --open[r];
        }
}

// Picks the open flows of a resource without a branch, then takes them off what is left.
template <Loads L>
void Calendar::freeze(std::uint32_t r, double share) {
    const std::uint32_t* use = m_rows->usesOf.data() + m_rows->firstUse[r];
    const std::uint32_t* last = m_rows->usesOf.data() + m_rows->firstUse[r + 1];
    const std::uint32_t* resource = m_rows->resource.data();
    std::uint8_t* isOpen = m_isOpen.data();
    std::uint32_t *heldBy = m_heldBy.data(), *end = m_frozen.data();
    const int digits = std::countr_zero(m_rows->width);
    for (; use != last; ++use) {
        *end = *use;
        end += isOpen[*use >> digits];
    }
    std::uint32_t* kept = m_frozen.data();
    for (const std::uint32_t* i = kept; i != end; ++i) {
        const std::uint32_t f = *i >> digits;
        *kept = *i;
        fetchAhead(resource + *i);
        kept += isOpen[f]; // not if it uses r twice
        isOpen[f] = 0;
        heldBy[f] = r;
    }
    const std::span<const std::uint32_t> frozen(m_frozen.data(), kept);
    if constexpr (L == Loads::Any)
        for (const std::uint32_t i : frozen) {
            m_left[r] -= m_rows->amount[i] * share;
            m_demand[r] -= m_rows->amount[i];
        }
    else
        m_left[r] -= share * static_cast<double>(frozen.size());
    m_open[r] -= static_cast<std::uint32_t>(frozen.size());
    m_held[r] = static_cast<std::uint32_t>(frozen.size());
    m_stillOpen -= frozen.size();
    m_level[r] = share;
    if (m_rows->width == 4)
        take<L>(frozen, share, std::integral_constant<std::uint32_t, 4>{});
    else
        take<L>(frozen, share, static_cast<std::uint32_t>(m_rows->width));
}

template Completion Calendar::run<Loads::Unit>(const FlowRows&, std::span<const double>,
                                               const std::stop_token&);
template Completion Calendar::run<Loads::Any>(const FlowRows&, std::span<const double>,
                                              const std::stop_token&);

} // namespace supernode
