// SPDX-License-Identifier: GPL-3.0-or-later
// Flows that share nothing: they have no rooms until they meet another, and need no solve.
#include "model/simulation/incremental.h"

#include "model/base/arithmetic.h"

#include <cmath>

namespace supernode {

// Takes resources that nobody uses; false when one is used, maybe by this flow's use before.
bool IncrementalSharing::settlesAlone(std::uint32_t s) {
    const SharingProblem& p = problem();
    const std::uint32_t flow = m_seat[s].flow;
    for (std::uint32_t u = p.firstUse[flow], last = p.firstUse[flow + 1]; u < last; ++u) {
        __builtin_prefetch(&p.capacity[p.resource[u]]); // for when it is solved
        std::uint32_t& at = m_roomOf[p.resource[u]];
        if (at != nobody)
            return false;
        at = alone | s;
    }
    return true;
}

bool IncrementalSharing::standsAlone(const Seat& seat) const {
    for (std::uint32_t stay = seat.first; stay < seat.first + seat.size; ++stay)
        if (m_room[m_stays[stay].room].size != 1)
            return false;
    return true;
}

// Flows that share no room leave the set: nobody concerns them, and they concern nobody.
void IncrementalSharing::setAloneAside() {
    m_alone.clear();
    std::size_t kept = 0;
    for (const std::uint32_t s : m_set)
        if (standsAlone(m_seat[s]))
            m_alone.push_back(s);
        else
            m_set[kept++] = s;
    m_set.resize(kept);
}

// Each at the least that its own rooms and its limit give.
void IncrementalSharing::commitAlone() {
    const SharingProblem& p = problem();
    for (const std::uint32_t s : m_alone) {
        Seat& seat = m_seat[s];
        if (seat.size == 0) {
            commitHouseless(seat);
            continue;
        }
        double level = p.limitOf(seat.flow) / p.weightOf(seat.flow);
        std::uint32_t by = nobody;
        for (std::uint32_t stay = seat.first; stay < seat.first + seat.size; ++stay) {
            const double share = p.capacity[m_room[m_stays[stay].room].resource] / amount(seat, stay);
            by = share < level ? m_stays[stay].room : by;
            level = std::min(level, share);
        }
        place(seat, level, by);
        for (std::uint32_t stay = seat.first; stay < seat.first + seat.size; ++stay) {
            Room& room = m_room[m_stays[stay].room];
            room.load = amount(seat, stay) * seat.level;
            room.updates = 0;
        }
    }
}

// At the least that its resources and its limit give.
void IncrementalSharing::commitHouseless(Seat& seat) {
    const SharingProblem& p = problem();
    const bool plain = unit();
    const double *capacity = p.capacity.data(), *load = p.load.empty() ? nullptr : p.load.data();
    const std::uint32_t* resource = p.resource.data();
    double level = p.limit.empty() ? infinity : p.limit[seat.flow] / p.weightOf(seat.flow);
    seat.heldBy = nobody;
    for (std::uint32_t u = p.firstUse[seat.flow], last = p.firstUse[seat.flow + 1]; u < last; ++u) {
        const std::uint32_t r = resource[u];
        const double share =
            plain ? capacity[r] : capacity[r] / ((load ? load[u] : 1) * p.weightOf(seat.flow));
        seat.heldBy = share < level ? r : seat.heldBy;
        level = share < level ? share : level;
    }
    if (std::abs(level - seat.level) > unmoved * seat.level) {
        seat.level = level;
        m_changed[m_changes++] = seat.flow;
    }
}

} // namespace supernode
