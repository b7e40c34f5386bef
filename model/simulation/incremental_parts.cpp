// SPDX-License-Identifier: GPL-3.0-or-later
// How far changes can reach: from which level on, and over which part of the problem.
#include "model/simulation/incremental.h"

#include <algorithm>
#include <numeric>

namespace supernode {

// The level, at least, at which a resource is full when all its flows rise to theirs of before and new ones
// go on: each step of this filling by hand is a lower bound.
double IncrementalSharing::fullAt(std::uint32_t resource) const {
    const Room& room = m_room[resource];
    double level = 0;
    for (int step = 0; step < 8; ++step) {
        double left = m_p.capacity[resource], demand = 0;
        for (std::uint32_t k = room.first; k < room.first + room.size; ++k) {
            const FlowState& state = m_flow[m_members[k].flow];
            const bool starts = state.limitedBy == SharingProblem::none && state.level <= 0;
            const double a = amount(m_members[k].flow, m_members[k].use);
            if (starts || state.level >= level)
                demand += a;
            else
                left -= a * state.level;
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
    for (const std::uint32_t r : m_tighter) {
        const Room& room = m_room[r];
        parting = std::min(parting, fullAt(r));
        for (std::uint32_t k = room.first; k < room.first + room.size && room.held > 0; ++k)
            if (m_flow[m_members[k].flow].limitedBy == r)
                parting = std::min(parting, m_flow[m_members[k].flow].level);
    }
    return parting * (1 - 1e-9);
}

// Everything that shares a resource with the set, however far, at or above the level where the fillings part.
void IncrementalSharing::joinConnected() {
    const double parting = partingLevel();
    if (m_active * 4 > m_p.flows())
        joinParts(parting);
    else
        joinByLists(parting);
}

// From flow to flow over the lists of the resources: cheap where few flows of many are active.
void IncrementalSharing::joinByLists(double parting) {
    ++m_pass;
    for (std::size_t i = 0; i < m_set.size(); ++i)
        for (const Use use : m_p.usesOf(m_set[i])) {
            Room& room = m_room[use.resource];
            if (room.touched == m_pass)
                continue;
            room.touched = m_pass;
            for (std::uint32_t k = room.first; k < room.first + room.size; ++k)
                if (m_flow[m_members[k].flow].level >= parting)
                    join(m_members[k].flow);
        }
}

// All of the parts in which the set has flows, in the order in which memory holds them.
void IncrementalSharing::joinParts(double parting) {
    if (m_partOf.size() != m_p.flows())
        divide();
    std::vector<std::uint32_t> parts;
    for (const std::uint32_t f : m_set)
        parts.push_back(m_partOf[f]);
    std::sort(parts.begin(), parts.end());
    parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
    m_set.clear();
    m_closed = true;
    for (const std::uint32_t part : parts)
        for (std::uint32_t i = m_firstOfPart[part]; i < m_firstOfPart[part + 1]; ++i) {
            const std::uint32_t f = m_flowsByPart[i];
            FlowState& state = m_flow[f];
            const bool below = state.level < parting && state.mark != m_stamp;
            m_closed = m_closed && !(state.active && below);
            if (!state.active || below)
                continue;
            state.mark = m_stamp;
            m_set.push_back(f);
        }
}

// Joins resources that a flow uses together (a forest with paths halved), then sorts flows by their tree.
void IncrementalSharing::divide() {
    std::vector<std::uint32_t> above(m_p.resources() + 1); // the last for flows that use none
    std::iota(above.begin(), above.end(), 0u);
    const auto root = [&above](std::uint32_t r) {
        for (; above[r] != r; r = above[r])
            above[r] = above[above[r]];
        return r;
    };
    for (std::size_t f = 0; f < m_p.flows(); ++f)
        for (const Use use : m_p.usesOf(f))
            above[root(use.resource)] = root(m_p.usesOf(f)[0].resource);
    m_partOf.resize(m_p.flows());
    m_firstOfPart.assign(m_p.resources() + 2, 0);
    for (std::size_t f = 0; f < m_p.flows(); ++f) {
        const Uses uses = m_p.usesOf(f);
        m_partOf[f] = uses.empty() ? static_cast<std::uint32_t>(m_p.resources()) : root(uses[0].resource);
        ++m_firstOfPart[m_partOf[f] + 1];
    }
    std::partial_sum(m_firstOfPart.begin(), m_firstOfPart.end(), m_firstOfPart.begin());
    m_flowsByPart.resize(m_p.flows());
    std::vector<std::uint32_t> next(m_firstOfPart.begin(), m_firstOfPart.end() - 1);
    for (std::uint32_t f = 0; f < m_p.flows(); ++f)
        m_flowsByPart[next[m_partOf[f]]++] = f;
}

} // namespace supernode
