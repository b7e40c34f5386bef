// SPDX-License-Identifier: GPL-3.0-or-later
// What goes through the calendar.
#include "model/simulation/filling_parts.h"

namespace supernode {

// Rounds freeze little where many flows share each resource.
bool Filling::crowded(std::size_t uses, std::size_t resources) {
    return uses > fewUses && uses > usesEach * resources;
}

// Rows of these flows; a limit is a resource that one flow has for itself.
template <Loads L>
void Filling::takeRows(std::span<const std::uint32_t> flows, std::uint32_t firstResource,
                       std::span<const double> left) {
    const auto isLimited = [this](std::uint32_t f) { return m_p.limit && limitLevel(f) < infinity; };
    std::size_t mostUses = 0;
    std::uint32_t limits = 0;
    for (const std::uint32_t f : flows) {
        const std::uint32_t limit = isLimited(f);
        mostUses = std::max<std::size_t>(mostUses, m_p.firstUse[f + 1] - m_p.firstUse[f] + limit);
        limits += limit;
    }
    m_rows.begin(static_cast<std::uint32_t>(left.size()) + limits, static_cast<std::uint32_t>(flows.size()),
                 mostUses, L);
    m_toTake.assign(left.begin(), left.end());
    for (std::size_t i = 0; i < flows.size(); ++i) {
        const std::uint32_t f = flows[i], first = m_p.firstUse[f], uses = m_p.firstUse[f + 1] - first;
        const std::size_t row = i * m_rows.width;
        for (std::uint32_t k = 0; k < uses; ++k)
            m_rows.resource[row + k] = m_p.resource[first + k] - firstResource;
        if constexpr (L == Loads::Any)
            for (std::uint32_t k = 0; k < uses; ++k)
                m_rows.amount[row + k] = amount<L>(f, first + k);
        if (!isLimited(f))
            continue;
        m_rows.resource[row + uses] = static_cast<std::uint32_t>(m_toTake.size());
        if constexpr (L == Loads::Any)
            m_rows.amount[row + uses] = 1;
        m_toTake.push_back(limitLevel(f));
    }
    m_rows.list();
}

template <Loads L>
Completion Filling::fillByCalendar(std::span<const std::uint32_t> flows, std::uint32_t firstResource,
                                   std::span<const double> left) {
    takeRows<L>(flows, firstResource, left);
    if (m_calendar.run<L>(m_rows, m_toTake, m_stop) == Completion::Cancelled)
        return Completion::Cancelled;
    const std::uint32_t* heldBy = m_calendar.heldBy().data();
    for (const std::uint32_t f : flows) {
        const std::uint32_t by = *heldBy++;
        m_out.level[f] = by == nobody ? infinity : m_calendar.level(by);
        m_out.limitedBy[f] = by < left.size() ? firstResource + by : nobody;
    }
    return Completion::Whole;
}

// What is open after some rounds.
template <Loads L>
Completion Filling::fillRest() {
    m_share.resize(m_room.size());
    for (std::size_t r = 0; r < m_room.size(); ++r)
        m_share[r] = m_room[r].left;
    return fillByCalendar<L>(m_open, 0, m_share);
}

template Completion Filling::fillRest<Loads::Unit>();
template Completion Filling::fillRest<Loads::Any>();
template Completion Filling::fillByCalendar<Loads::Unit>(std::span<const std::uint32_t>, std::uint32_t,
                                                         std::span<const double>);
template Completion Filling::fillByCalendar<Loads::Any>(std::span<const std::uint32_t>, std::uint32_t,
                                                        std::span<const double>);

} // namespace supernode
