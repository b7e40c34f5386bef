// SPDX-License-Identifier: GPL-3.0-or-later
// How far changes can reach: from which level on, and over which part of the problem.
#include "model/simulation/incremental.h"

#include <algorithm>
#include <numeric>

namespace supernode {

// The level, at least, at which a resource is full when all its flows rise to theirs of before and new ones
// go on: each step of this filling by hand is a lower bound.
double IncrementalSharing::fullAt(const Room& room) const {
    double level = 0;
    for (int step = 0; step < 8; ++step) {
        double left = problem().capacity[room.resource], demand = 0;
        for (std::uint32_t k = room.first; k < room.first + room.size; ++k) {
            const Seat& seat = m_seat[m_members[k].seat];
            const bool starts = seat.heldBy == nobody && seat.level <= 0;
            const double a = amount(seat, m_members[k].stay);
            if (starts || seat.level >= level)
                demand += a;
            else
                left -= a * seat.level;
        }
        const double next = left / demand;
        if (!(next > level))
            break;
        level = next;
    }
    return level;
}

// Up to this level the filling before the changes and the one after them are the same.
double IncrementalSharing::partingLevel() const {
    double parting = m_lowest;
    for (const std::uint32_t resource : m_tighter) {
        if (m_roomOf[resource] == nobody)
            continue; // all who came have gone
        const Room& room = m_room[m_roomOf[resource]];
        parting = std::min(parting, fullAt(room));
        for (std::uint32_t k = room.first; k < room.first + room.size && room.held > 0; ++k)
            if (const Seat& seat = m_seat[m_members[k].seat]; seat.heldBy == m_roomOf[resource])
                parting = std::min(parting, seat.level);
    }
    return parting * (1 - 1e-9);
}

// Everything that shares a resource with the set, however far, at or above the level where the fillings part.
void IncrementalSharing::joinConnected() {
    const double parting = partingLevel();
    if (m_active * 4 > problem().flows())
        joinParts(parting);
    else
        joinByLists(parting);
}

// From flow to flow over the lists of the rooms: cheap where few flows of many run.
void IncrementalSharing::joinByLists(double parting) {
    std::vector<bool> seen(m_room.size());
    for (std::size_t i = 0; i < m_set.size(); ++i)
        for (std::uint32_t stay = m_seat[m_set[i]].first, n = 0; n < m_seat[m_set[i]].size; ++n, ++stay) {
            const std::uint32_t r = m_stays[stay].room;
            if (seen[r])
                continue;
            seen[r] = true;
            for (std::uint32_t k = m_room[r].first; k < m_room[r].first + m_room[r].size; ++k)
                if (m_seat[m_members[k].seat].level >= parting)
                    join(m_members[k].seat);
        }
}

// All of the parts in which the set has flows, in the order in which memory holds them.
void IncrementalSharing::joinParts(double parting) {
    if (m_partOf.size() != problem().flows())
        divide();
    std::vector<std::uint32_t> parts;
    for (const std::uint32_t s : m_set)
        parts.push_back(m_partOf[m_seat[s].flow]);
    std::sort(parts.begin(), parts.end());
    parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
    m_set.clear();
    std::size_t idle = 0, below = 0;
    for (const std::uint32_t part : parts)
        for (std::uint32_t i = m_firstOfPart[part]; i < m_firstOfPart[part + 1]; ++i) {
            const std::uint32_t s = m_seatOf[m_flowsByPart[i]];
            if (s == nobody) {
                ++idle;
                continue;
            }
            Seat& seat = m_seat[s];
            if (seat.level < parting && seat.mark != m_stamp) {
                ++below;
                continue;
            }
            seat.mark = m_stamp;
            m_set.push_back(s);
        }
    if (parts.size() == 1 && idle == 0 && below * 4 <= m_set.size())
        joinPart(parts.front());
}

// Even those whose levels stay: a part that is solved as it stands needs no copy.
void IncrementalSharing::joinPart(std::uint32_t part) {
    m_part = part;
    m_set.clear();
    for (std::uint32_t i = m_firstOfPart[part]; i < m_firstOfPart[part + 1]; ++i)
        m_set.push_back(m_seatOf[m_flowsByPart[i]]);
}

const IncrementalSharing::Part& IncrementalSharing::partOf(std::uint32_t number) {
    const auto [at, fresh] = m_parts.try_emplace(number);
    Part& part = at->second;
    if (!fresh)
        return part;
    const SharingProblem& p = problem();
    std::vector<std::uint32_t> placeOf(p.resources(), nobody);
    part.firstUse.push_back(0);
    for (std::uint32_t i = m_firstOfPart[number]; i < m_firstOfPart[number + 1]; ++i) {
        const std::uint32_t flow = m_flowsByPart[i];
        for (const Use use : p.usesOf(flow)) {
            std::uint32_t& place = placeOf[use.resource];
            if (place == nobody) {
                place = static_cast<std::uint32_t>(part.resources.size());
                part.resources.push_back(use.resource);
            }
            part.resource.push_back(place);
            if (!unit())
                part.load.push_back(use.load * p.weightOf(flow));
        }
        part.firstUse.push_back(static_cast<std::uint32_t>(part.resource.size()));
    }
    part.firstFlow.assign(part.resources.size() + 1, 0);
    for (const std::uint32_t r : part.resource)
        ++part.firstFlow[r + 1];
    std::partial_sum(part.firstFlow.begin(), part.firstFlow.end(), part.firstFlow.begin());
    std::vector<std::uint32_t> next(part.firstFlow.begin(), part.firstFlow.end() - 1);
    part.flowsOf.resize(part.resource.size());
    for (std::uint32_t f = 0; f + 1 < part.firstUse.size(); ++f)
        for (std::uint32_t u = part.firstUse[f]; u < part.firstUse[f + 1]; ++u)
            part.flowsOf[next[part.resource[u]]++] = f;
    return part;
}

// Nothing is copied but what can change: capacities and limits.
void IncrementalSharing::gatherPart(const Part& part) {
    const SharingProblem& p = problem();
    m_locals = static_cast<std::uint32_t>(part.resources.size());
    const std::size_t flows = m_set.size();
    m_local.resize(std::max<std::size_t>(m_local.size(), m_locals));
    m_sub.left.resize(std::max<std::size_t>(m_sub.left.size(), m_locals));
    m_level.resize(std::max(m_level.size(), flows));
    m_by.resize(std::max(m_by.size(), flows));
    for (std::uint32_t i = 0; i < m_locals; ++i) {
        m_local[i] = {m_roomOf[part.resources[i]], 0, 0, 0};
        m_sub.left[i] = p.capacity[part.resources[i]];
    }
    if (!p.limit.empty()) {
        m_sub.limit.resize(std::max(m_sub.limit.size(), flows));
        for (std::size_t i = 0; i < flows; ++i)
            m_sub.limit[i] = p.limit[m_seat[m_set[i]].flow] / p.weightOf(m_seat[m_set[i]].flow);
    }
    m_view = {part.firstUse.data(), part.resource.data(), part.load.empty() ? nullptr : part.load.data(),
              part.firstFlow.data(), part.flowsOf.data()};
    m_closed = true;
}

// Joins resources that a flow uses together (a forest with paths halved), then sorts flows by their tree.
void IncrementalSharing::divide() {
    const SharingProblem& p = problem();
    std::vector<std::uint32_t> above(p.resources() + 1); // the last for flows that use none
    std::iota(above.begin(), above.end(), 0u);
    const auto root = [&above](std::uint32_t r) {
        for (; above[r] != r; r = above[r])
            above[r] = above[above[r]];
        return r;
    };
    for (std::size_t f = 0; f < p.flows(); ++f)
        for (const Use use : p.usesOf(f))
            above[root(use.resource)] = root(p.usesOf(f)[0].resource);
    m_parts.clear();
    m_partOf.resize(p.flows());
    m_firstOfPart.assign(p.resources() + 2, 0);
    for (std::size_t f = 0; f < p.flows(); ++f) {
        const Uses uses = p.usesOf(f);
        m_partOf[f] = uses.empty() ? static_cast<std::uint32_t>(p.resources()) : root(uses[0].resource);
        ++m_firstOfPart[m_partOf[f] + 1];
    }
    std::partial_sum(m_firstOfPart.begin(), m_firstOfPart.end(), m_firstOfPart.begin());
    m_flowsByPart.resize(p.flows());
    std::vector<std::uint32_t> next(m_firstOfPart.begin(), m_firstOfPart.end() - 1);
    for (std::uint32_t f = 0; f < p.flows(); ++f)
        m_flowsByPart[next[m_partOf[f]]++] = f;
}

} // namespace supernode
