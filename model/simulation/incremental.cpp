// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulation/incremental.h"

#include "model/simulation/certificate.h"
#include "model/simulation/filling_parts.h"

#include <cassert>
#include <limits>

namespace supernode {
namespace {

constexpr double near = 1e-11;        // levels this near are equal
constexpr double unmoved = 1e-13;     // a level that moves less stays
constexpr int mostExpansions = 12;    // then the connected part is solved at once,
constexpr std::size_t fewFlows = 128; // and before when more than these join and double the set
constexpr double infinity = std::numeric_limits<double>::infinity();

} // namespace

IncrementalSharing::IncrementalSharing(SharingProblem problem) : m_p(std::move(problem)) { prepare(); }

void IncrementalSharing::reset(const SharingProblem& problem) {
    m_p = problem;
    prepare();
}

void IncrementalSharing::prepare() {
    m_flow.assign(m_p.flows(), {});
    m_room.assign(m_p.resources(), {});
    m_place.resize(m_p.resource.size()); // written when a flow enters
    for (const std::uint32_t r : m_p.resource)
        ++m_room[r].space;
    std::uint32_t first = 0;
    for (Room& room : m_room) {
        room.first = first;
        first += room.space;
    }
    m_members.resize(first);
    m_active = m_looked = 0;
    m_stamp = m_pass = 1;
    m_partOf.clear();
    m_set.clear();
    m_changed.clear();
    m_tighter.clear();
    m_lowest = SharingProblem::unlimited;
    // Room for everything at once: growing would copy what pages have just been faulted in for.
    m_set.reserve(m_p.flows());
    m_changed.reserve(m_p.flows());
    m_tighter.reserve(m_p.resource.size());
    m_local.reserve(m_p.resources());
    m_sub.firstUse.reserve(m_p.flows() + 1);
    m_sub.resource.reserve(m_p.resource.size());
    m_sub.capacity.reserve(m_p.resources());
}

std::uint32_t IncrementalSharing::addFlow(std::span<const Use> uses, double weight, double limit) {
    m_flow.emplace_back();
    m_place.resize(m_place.size() + uses.size());
    return m_p.addFlow(uses, weight, limit);
}

void IncrementalSharing::start(std::uint32_t flow) {
    assert(!m_flow[flow].active);
    enter(flow);
    for (std::uint32_t u = m_p.firstUse[flow]; u < m_p.firstUse[flow + 1]; ++u) {
        joinHeld(m_p.resource[u]);
        m_tighter.push_back(m_p.resource[u]);
    }
    join(flow);
}

void IncrementalSharing::stop(std::uint32_t flow) {
    assert(m_flow[flow].active);
    m_lowest = std::min(m_lowest, m_flow[flow].level);
    leave(flow);
    for (std::uint32_t u = m_p.firstUse[flow]; u < m_p.firstUse[flow + 1]; ++u)
        joinHeld(m_p.resource[u]);
}

void IncrementalSharing::setWeight(std::uint32_t flow, double weight) {
    if (m_p.weight.empty())
        m_p.weight.assign(m_p.flows(), 1);
    if (!m_flow[flow].active) {
        m_p.weight[flow] = weight;
        return;
    }
    stop(flow); // what it loads goes with the old weight
    m_p.weight[flow] = weight;
    start(flow);
}

void IncrementalSharing::setLimit(std::uint32_t flow, double bytesPerSecond) {
    if (m_p.limit.empty())
        m_p.limit.assign(m_p.flows(), SharingProblem::unlimited);
    m_p.limit[flow] = bytesPerSecond;
    if (!m_flow[flow].active)
        return;
    m_lowest = std::min({m_lowest, m_flow[flow].level, bytesPerSecond / m_p.weightOf(flow)});
    join(flow);
}

void IncrementalSharing::setCapacity(std::uint32_t resource, double bytesPerSecond) {
    m_p.capacity[resource] = bytesPerSecond;
    joinHeld(resource);
    m_tighter.push_back(resource);
    const Room& room = m_room[resource];
    if (room.load <= bytesPerSecond)
        return;
    // Who is at or below an equal share of the new capacity need not give way at once.
    double demand = 0;
    for (std::uint32_t i = 0; i < room.size; ++i)
        demand += amount(m_members[room.first + i].flow, m_members[room.first + i].use);
    for (std::uint32_t i = 0; i < room.size; ++i)
        if (const std::uint32_t f = m_members[room.first + i].flow; m_flow[f].level > bytesPerSecond / demand)
            join(f);
}

// Into the lists of its resources, at level 0.
void IncrementalSharing::enter(std::uint32_t flow) {
    m_flow[flow].active = true;
    m_flow[flow].level = 0;
    ++m_active;
    for (std::uint32_t u = m_p.firstUse[flow]; u < m_p.firstUse[flow + 1]; ++u) {
        Room& room = m_room[m_p.resource[u]];
        if (room.size == room.space)
            grow(room);
        m_place[u] = room.size;
        m_members[room.first + room.size++] = {flow, u};
    }
}

// Out of the lists; its loads and what held it are forgotten.
void IncrementalSharing::leave(std::uint32_t flow) {
    FlowState& state = m_flow[flow];
    if (state.limitedBy != SharingProblem::none)
        --m_room[state.limitedBy].held;
    for (std::uint32_t u = m_p.firstUse[flow]; u < m_p.firstUse[flow + 1]; ++u) {
        Room& room = m_room[m_p.resource[u]];
        const Member moved = m_members[room.first + --room.size];
        m_members[room.first + m_place[u]] = moved;
        m_place[moved.use] = m_place[u];
        room.load = room.size == 0 ? 0 : room.load - amount(flow, u) * state.level;
        if (++room.updates > room.size + 64)
            renewLoad(room);
    }
    state.active = false;
    state.level = 0;
    state.limitedBy = SharingProblem::none;
    --m_active;
}

// A list that is full moves to the end of the pool with twice the space.
void IncrementalSharing::grow(Room& room) {
    const auto first = static_cast<std::uint32_t>(m_members.size());
    const std::uint32_t space = std::max(4u, 2 * room.space);
    m_members.resize(m_members.size() + space);
    std::copy_n(m_members.begin() + room.first, room.size, m_members.begin() + first);
    room.first = first;
    room.space = space;
}

void IncrementalSharing::renewLoad(Room& room) {
    Sum sum;
    for (std::uint32_t i = 0; i < room.size; ++i) {
        const Member m = m_members[room.first + i];
        sum.add(amount(m.flow, m.use) * m_flow[m.flow].level);
    }
    room.load = sum.value();
    room.updates = 0;
}

inline void IncrementalSharing::joinHeld(std::uint32_t resource) {
    Room& room = m_room[resource];
    if (room.held == 0 || room.seeded == m_stamp)
        return;
    room.seeded = m_stamp;
    for (std::uint32_t i = room.first; i < room.first + room.size; ++i)
        if (m_flow[m_members[i].flow].limitedBy == resource)
            join(m_members[i].flow);
}

inline IncrementalSharing::Local& IncrementalSharing::localOf(std::uint32_t resource) {
    Room& room = m_room[resource];
    if (room.touched != m_pass) {
        room.touched = m_pass;
        room.local = static_cast<std::uint32_t>(m_local.size());
        m_local.push_back({resource, room.size, room.held, room.load, 0, infinity});
    }
    return m_local[room.local];
}

// The flows of the set as a problem of their own.
void IncrementalSharing::gather() {
    ++m_pass;
    m_local.clear();
    m_sub.firstUse.assign(1, 0);
    m_sub.resource.clear();
    m_sub.load.clear();
    m_sub.limit.clear();
    const bool unit = m_p.load.empty() && m_p.weight.empty();
    for (const std::uint32_t f : m_set) {
        const FlowState& state = m_flow[f];
        for (std::uint32_t u = m_p.firstUse[f]; u < m_p.firstUse[f + 1]; ++u) {
            Local& local = localOf(m_p.resource[u]);
            m_sub.resource.push_back(m_room[m_p.resource[u]].local);
            const double a = unit ? 1 : amount(f, u);
            if (!unit)
                m_sub.load.push_back(a);
            if (m_closed)
                continue;
            --local.outside;
            local.load -= a * state.level;
        }
        if (state.limitedBy != SharingProblem::none && !m_closed)
            --m_local[m_room[state.limitedBy].local].heldOutside;
        m_sub.firstUse.push_back(static_cast<std::uint32_t>(m_sub.resource.size()));
        if (!m_p.limit.empty())
            m_sub.limit.push_back(m_p.limit[f] / m_p.weightOf(f));
    }
    m_sub.capacity.clear();
    for (Local& local : m_local) {
        local.load = local.outside == 0 || m_closed ? 0.0 : std::max(local.load, 0.0);
        m_sub.capacity.push_back(std::max(m_p.capacity[local.resource] - local.load, 0.0));
    }
}

// Loads and levels that the new answer brings to the resources of the set.
void IncrementalSharing::lookAtSet() {
    for (std::size_t i = 0; i < m_set.size(); ++i) {
        for (std::uint32_t u = m_sub.firstUse[i]; u < m_sub.firstUse[i + 1]; ++u) {
            Local& local = m_local[m_sub.resource[u]];
            local.load += m_level[i] * (m_sub.load.empty() ? 1 : m_sub.load[u]);
            local.highest = std::max(local.highest, m_level[i]);
        }
        if (m_by[i] != SharingProblem::none)
            m_local[m_by[i]].lowestHeld = std::min(m_local[m_by[i]].lowestHeld, m_level[i]);
    }
}

// Flows beyond the set whose place is not proved any more join; true when there are any.
bool IncrementalSharing::expand() {
    const std::size_t before = m_set.size();
    for (const Local& local : m_local) {
        if (local.outside == 0 || (local.heldOutside == 0 && local.lowestHeld == infinity))
            continue;
        const Room& room = m_room[local.resource];
        const double capacity = m_p.capacity[local.resource], slack = capacity - local.load;
        for (std::uint32_t k = room.first; k < room.first + room.size; ++k) {
            const FlowState& state = m_flow[m_members[k].flow];
            const bool free =
                state.limitedBy == local.resource &&
                (slack > near * state.level + 2e-15 * capacity || local.highest > state.level * (1 + near));
            if (free || state.level > local.lowestHeld * (1 + near))
                join(m_members[k].flow);
        }
    }
    return m_set.size() > before;
}

void IncrementalSharing::commit() {
    m_changed.clear();
    for (std::size_t i = 0; i < m_set.size(); ++i) {
        FlowState& state = m_flow[m_set[i]];
        const std::uint32_t by = m_by[i] == SharingProblem::none ? m_by[i] : m_local[m_by[i]].resource;
        if (by != state.limitedBy) {
            if (state.limitedBy != SharingProblem::none)
                --m_room[state.limitedBy].held;
            if (by != SharingProblem::none)
                ++m_room[by].held;
            state.limitedBy = by;
        }
        if (std::abs(m_level[i] - state.level) > unmoved * state.level) {
            state.level = m_level[i];
            m_changed.push_back(m_set[i]);
        }
    }
    for (const Local& local : m_local) {
        Room& room = m_room[local.resource];
        room.load = local.load;
        if (++room.updates > room.size + 64)
            renewLoad(room);
    }
}

bool IncrementalSharing::holds() const {
    SharingProblem running; // what is active
    running.capacity = m_p.capacity;
    Sharing sharing;
    for (std::uint32_t f = 0; f < m_p.flows(); ++f) {
        if (!m_flow[f].active)
            continue;
        std::vector<Use> uses;
        for (const Use use : m_p.usesOf(f))
            uses.push_back(use);
        running.addFlow(uses, m_p.weightOf(f), m_p.limitOf(f));
        sharing.rate.push_back(rate(f));
    }
    return !certify(running, sharing);
}

Completion IncrementalSharing::solve(const std::stop_token& stop) {
    std::erase_if(m_set, [this](std::uint32_t f) {
        if (!m_flow[f].active)
            m_flow[f].mark = 0;
        return !m_flow[f].active;
    });
    m_closed = false;
    std::size_t before = m_set.size();
    for (int expansions = 0;; ++expansions) {
        const bool whole =
            expansions > mostExpansions || (m_set.size() > fewFlows && m_set.size() > 2 * before);
        before = m_set.size();
        if (whole)
            joinConnected();
        gather();
        m_level.resize(m_set.size());
        m_by.resize(m_set.size());
        const FillingProblem view{m_sub.firstUse,
                                  m_sub.resource.data(),
                                  m_sub.load.empty() ? nullptr : m_sub.load.data(),
                                  nullptr,
                                  m_sub.limit.empty() ? nullptr : m_sub.limit.data(),
                                  m_sub.capacity};
        if (m_filling.run(view, {m_level, m_by}, stop) == Completion::Cancelled)
            return Completion::Cancelled;
        lookAtSet();
        if (whole || !expand())
            break;
    }
    commit();
    assert(holds());
    m_looked = m_set.size();
    m_set.clear();
    m_tighter.clear();
    m_lowest = SharingProblem::unlimited;
    ++m_stamp;
    return Completion::Whole;
}

} // namespace supernode
