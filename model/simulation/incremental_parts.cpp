// SPDX-License-Identifier: GPL-3.0-or-later
// How far changes can reach: from which level on, and over which part of the problem.
#include "model/simulation/incremental.h"

#include <algorithm>
#include <array>
#include <cmath>
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
        if (!isRoom(m_roomOf[resource]))
            continue; // all who met there have gone
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
    if (m_partOf.empty())
        divide();
    std::vector<std::uint32_t> parts;
    for (const std::uint32_t s : m_set)
        parts.push_back(m_partOf[m_seat[s].flow]);
    std::sort(parts.begin(), parts.end());
    parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
    m_set.clear();
    for (const std::uint32_t part : parts)
        for (std::uint32_t i = m_firstOfPart[part]; i < m_firstOfPart[part + 1]; ++i) {
            const std::uint32_t s = m_seatOf[m_flowsByPart[i]];
            if (s == nobody || m_seat[s].size == 0 ||
                (m_seat[s].level < parting && m_seat[s].mark != m_stamp))
                continue;
            m_seat[s].mark = m_stamp;
            m_set.push_back(s);
        }
}

// The part that all flows of the set belong to, if all of it runs.
std::uint32_t IncrementalSharing::standingPart() {
    if (m_active * 4 <= problem().flows() || !unit() || !problem().limit.empty())
        return nobody;
    if (m_partOf.empty())
        divide();
    const std::uint32_t part = m_partOf[m_seat[m_set.front()].flow];
    for (const std::uint32_t s : m_set)
        if (m_partOf[m_seat[s].flow] != part)
            return nobody;
    return m_runs[part] == m_firstOfPart[part + 1] - m_firstOfPart[part] ? part : nobody;
}

const IncrementalSharing::Part& IncrementalSharing::partOf(std::uint32_t number) {
    const auto [at, fresh] = m_parts.try_emplace(number);
    Part& part = at->second;
    if (!fresh)
        return part;
    const SharingProblem& p = problem();
    const std::span<const std::uint32_t> flows(m_flowsByPart.data() + m_firstOfPart[number],
                                               m_firstOfPart[number + 1] - m_firstOfPart[number]);
    std::vector<std::uint32_t> placeOf(p.resources(), nobody);
    std::size_t mostUses = 0;
    for (const std::uint32_t flow : flows) {
        mostUses = std::max(mostUses, p.usesOf(flow).size());
        for (const Use use : p.usesOf(flow))
            if (placeOf[use.resource] == nobody) {
                placeOf[use.resource] = static_cast<std::uint32_t>(part.resources.size());
                part.resources.push_back(use.resource);
            }
    }
    part.rows.begin(static_cast<std::uint32_t>(part.resources.size()),
                    static_cast<std::uint32_t>(flows.size()), mostUses, Loads::Unit);
    for (std::size_t i = 0; i < flows.size(); ++i)
        for (std::size_t k = 0; k < p.usesOf(flows[i]).size(); ++k)
            part.rows.resource[i * part.rows.width + k] = placeOf[p.usesOf(flows[i])[k].resource];
    part.rows.list();
    return part;
}

// Nothing is copied but what can change: capacities.
Completion IncrementalSharing::fillPart(const Part& part, const std::stop_token& stop) {
    m_toTake.clear();
    for (const std::uint32_t r : part.resources)
        m_toTake.push_back(problem().capacity[r]);
    return m_calendar.run<Loads::Unit>(part.rows, m_toTake, stop);
}

// As commit(), in one pass over flows and one over rooms.
void IncrementalSharing::commitPart(const Part& part) {
    const FlowRows& rows = part.rows;
    const std::uint32_t* flow = m_flowsByPart.data() + m_firstOfPart[m_part];
    const std::uint32_t* heldBy = m_calendar.heldBy().data();
    m_roomAt.clear();
    for (const std::uint32_t r : part.resources)
        m_roomAt.push_back(m_roomOf[r]);
    if (m_changed.size() <= rows.flows)
        m_changed.resize(rows.flows + std::size_t{1});
    for (std::uint32_t i = 0; i < rows.flows; ++i) { // a flow of a part with others uses something
        Seat& seat = m_seat[m_seatOf[flow[i]]];
        const std::array level{seat.level, m_calendar.level(heldBy[i])};
        const bool moved = std::abs(level[1] - level[0]) > unmoved * level[0];
        seat.heldBy = m_roomAt[heldBy[i]];
        seat.level = level[moved]; // no branch: nobody can predict it
        m_changed[m_changes] = flow[i];
        m_changes += moved;
    }
    for (std::uint32_t r = 0; r < rows.resources; ++r) {
        Room& room = m_room[m_roomAt[r]];
        room.held = m_calendar.held(r);
        room.updates = 0;
        room.load = m_toTake[r] - m_calendar.left(r);
        if (room.load >= m_toTake[r] / 2)
            continue; // as exact as a sum
        room.load = 0;
        for (std::uint32_t k = rows.firstUse[r]; k < rows.firstUse[r + 1]; ++k)
            room.load += m_calendar.level(heldBy[rows.usesOf[k] / rows.width]);
    }
    m_looked += rows.flows - m_set.size();
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
    m_runs.assign(p.resources() + 1, 0);
    for (std::size_t f = 0; f < p.flows(); ++f) {
        const Uses uses = p.usesOf(f);
        m_partOf[f] = uses.empty() ? static_cast<std::uint32_t>(p.resources()) : root(uses[0].resource);
        ++m_firstOfPart[m_partOf[f] + 1];
        m_runs[m_partOf[f]] += active(static_cast<std::uint32_t>(f));
    }
    std::partial_sum(m_firstOfPart.begin(), m_firstOfPart.end(), m_firstOfPart.begin());
    m_flowsByPart.resize(p.flows());
    std::vector<std::uint32_t> next(m_firstOfPart.begin(), m_firstOfPart.end() - 1);
    for (std::uint32_t f = 0; f < p.flows(); ++f)
        m_flowsByPart[next[m_partOf[f]]++] = f;
}

} // namespace supernode
