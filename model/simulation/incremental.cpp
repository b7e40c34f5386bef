// SPDX-License-Identifier: GPL-3.0-or-later
// What can be changed, and the solving of the set that a change concerns; seats and rooms are in
// incremental_rooms.cpp, how far a change can reach in incremental_parts.cpp.
#include "model/simulation/incremental.h"

#include "model/base/arithmetic.h"
#include "model/simulation/certificate.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace supernode {
namespace {

constexpr double near = 1e-11;        // levels this near are equal
constexpr int mostExpansions = 12;    // then the connected part is solved at once,
constexpr std::size_t fewFlows = 128; // and before when more than these join and double the set

template <class T>
void atLeast(std::vector<T>& values, std::size_t size) {
    if (values.size() < size)
        values.resize(size);
}

} // namespace

IncrementalSharing::IncrementalSharing(SharingProblem problem) : m_own(std::move(problem)) { prepare(); }

void IncrementalSharing::reset(const SharingProblem& problem) {
    m_own = problem;
    m_followed = nullptr;
    prepare();
}

void IncrementalSharing::follow(const SharingProblem& problem) {
    m_followed = &problem;
    prepare();
}

SharingProblem& IncrementalSharing::own() {
    if (m_followed)
        m_own = *m_followed;
    m_followed = nullptr;
    return m_own;
}

std::uint32_t IncrementalSharing::addFlow(std::span<const Use> uses, double weight, double limit) {
    m_seatOf.push_back(nobody);
    m_partOf.clear(); // it may join parts
    return own().addFlow(uses, weight, limit);
}

void IncrementalSharing::start(std::uint32_t flow) {
    assert(!active(flow));
    const std::uint32_t s = seatFor(flow);
    join(s);
    if (settlesAlone(s))
        return;
    for (const Use use : problem().usesOf(flow))
        if (const std::uint32_t at = m_roomOf[use.resource]; !isRoom(at) && at != nobody && at != (alone | s))
            house(at & ~alone);
    house(s);
    for (std::uint32_t stay = m_seat[s].first, last = stay + m_seat[s].size; stay < last; ++stay) {
        joinHeld(m_stays[stay].room);
        joinGreedy(m_room[m_stays[stay].room]);
        m_tighter.push_back(m_room[m_stays[stay].room].resource);
    }
}

// Where a flow came to a room that does not hold anybody yet and has no equal share left for it, those above
// an equal share would have to join later.
void IncrementalSharing::joinGreedy(const Room& room) {
    const double equal = problem().capacity[room.resource] / room.size;
    if (room.size == 1 || room.held > 0 || problem().capacity[room.resource] - room.load >= equal)
        return;
    for (std::uint32_t i = room.first; i < room.first + room.size; ++i)
        if (m_seat[m_members[i].seat].level > equal)
            join(m_members[i].seat);
}

void IncrementalSharing::stop(std::uint32_t flow) {
    assert(active(flow));
    const std::uint32_t s = m_seatOf[flow], size = m_seat[s].size;
    if (size > 0)
        m_lowest = std::min(m_lowest, m_seat[s].level);
    leave(s);
    for (std::uint32_t i = 0; i < size; ++i)
        joinHeld(m_stays[m_seat[s].first + i].room);
}

void IncrementalSharing::setWeight(std::uint32_t flow, double weight) {
    SharingProblem& p = own();
    if (p.weight.empty())
        p.weight.assign(p.flows(), 1);
    if (!active(flow)) {
        p.weight[flow] = weight;
        return;
    }
    stop(flow); // what it loads goes with the old weight
    p.weight[flow] = weight;
    start(flow);
}

void IncrementalSharing::setLimit(std::uint32_t flow, double bytesPerSecond) {
    SharingProblem& p = own();
    if (p.limit.empty())
        p.limit.assign(p.flows(), SharingProblem::unlimited);
    p.limit[flow] = bytesPerSecond;
    if (!active(flow))
        return;
    m_lowest = std::min({m_lowest, m_seat[m_seatOf[flow]].level, bytesPerSecond / p.weightOf(flow)});
    join(m_seatOf[flow]);
}

void IncrementalSharing::setCapacity(std::uint32_t resource, double bytesPerSecond) {
    own().capacity[resource] = bytesPerSecond;
    if (!isRoom(m_roomOf[resource])) {
        if (m_roomOf[resource] != nobody)
            join(m_roomOf[resource] & ~alone);
        return;
    }
    joinHeld(m_roomOf[resource]);
    m_tighter.push_back(resource);
    const Room& room = m_room[m_roomOf[resource]];
    if (room.load <= bytesPerSecond)
        return;
    // Who is at or below an equal share of the new capacity need not give way at once.
    const std::span<const Member> members(m_members.data() + room.first, room.size);
    double demand = 0;
    for (const Member m : members)
        demand += amount(m_seat[m.seat], m.stay);
    for (const Member m : members)
        if (m_seat[m.seat].level > bytesPerSecond / demand)
            join(m.seat);
}

void IncrementalSharing::joinHeld(std::uint32_t r) {
    Room& room = m_room[r];
    if (room.held == 0 || room.seeded == m_stamp)
        return;
    room.seeded = m_stamp;
    for (std::uint32_t i = room.first; i < room.first + room.size; ++i)
        if (m_seat[m_members[i].seat].heldBy == r)
            join(m_members[i].seat);
}

// Flows that stopped leave the set, and their seats are free.
void IncrementalSharing::dropStopped() {
    if (m_stopped.empty())
        return;
    if (!m_set.empty())
        std::erase_if(m_set, [this](std::uint32_t s) { return m_seat[s].flow == nobody; });
    for (const std::uint32_t s : m_stopped)
        m_freeSeats.push_back(s);
    m_stopped.clear();
}

void IncrementalSharing::makePlace() {
    std::size_t uses = 0;
    for (const std::uint32_t s : m_set)
        uses += m_seat[s].size;
    atLeast(m_sub.firstUse, m_set.size() + 1);
    atLeast(m_sub.resource, uses);
    if (!unit())
        atLeast(m_sub.load, uses);
    if (!problem().limit.empty())
        atLeast(m_sub.limit, m_set.size());
    atLeast(m_local, std::min(uses, m_room.size()));
    atLeast(m_level, m_set.size());
    atLeast(m_by, m_set.size());
}

// The flows of the set as a problem of their own.
void IncrementalSharing::gather() {
    makePlace();
    std::uint32_t *firstUse = m_sub.firstUse.data(), *resource = m_sub.resource.data();
    const bool loads = !unit(), limits = !problem().limit.empty();
    Room* rooms = m_room.data();
    Local* local = m_local.data();
    std::uint32_t uses = 0, locals = 0;
    for (std::size_t i = 0; i < m_set.size(); ++i) {
        const Seat& seat = m_seat[m_set[i]];
        firstUse[i] = uses;
        for (const Stay *stay = m_stays.data() + seat.first, *last = stay + seat.size; stay != last; ++stay) {
            Room& room = rooms[stay->room];
            std::uint32_t place = room.local;
            if (place >= locals || local[place].room != stay->room) {
                place = room.local = locals++;
                local[place] = {stay->room, room.size, room.held, room.load};
            }
            --local[place].outside;
            if (loads)
                m_sub.load[uses] = amount(seat, static_cast<std::uint32_t>(stay - m_stays.data()));
            local[place].load -= (loads ? m_sub.load[uses] : 1) * seat.level;
            resource[uses++] = place;
        }
        if (seat.heldBy != nobody)
            --local[rooms[seat.heldBy].local].heldOutside;
        if (limits)
            m_sub.limit[i] = problem().limit[seat.flow] / problem().weightOf(seat.flow);
    }
    firstUse[m_set.size()] = uses;
    m_locals = locals;
    leaveToSet();
}

// What the flows beyond the set leave.
void IncrementalSharing::leaveToSet() {
    atLeast(m_sub.left, m_locals);
    const double* capacity = problem().capacity.data();
    m_closed = true;
    for (std::uint32_t i = 0; i < m_locals; ++i) {
        Local& local = m_local[i];
        m_closed = m_closed && local.outside == 0;
        local.load = local.outside == 0 ? 0.0 : std::max(local.load, 0.0);
        m_sub.left[i] = std::max(capacity[m_room[local.room].resource] - local.load, 0.0);
    }
}

Completion IncrementalSharing::fill(const std::stop_token& stop) {
    const std::size_t flows = m_set.size();
    const FillingProblem view{{m_sub.firstUse.data(), flows + 1},
                              m_sub.resource.data(),
                              unit() ? nullptr : m_sub.load.data(),
                              nullptr,
                              problem().limit.empty() ? nullptr : m_sub.limit.data(),
                              {m_sub.left.data(), m_locals}};
    return m_filling.run(view, {{m_level.data(), flows}, {m_by.data(), flows}}, stop);
}

// Loads that the new answer brings to the rooms of the set.
void IncrementalSharing::addLoads() {
    Local* local = m_local.data();
    const std::uint32_t *firstUse = m_sub.firstUse.data(), *resource = m_sub.resource.data();
    const double* load = unit() ? nullptr : m_sub.load.data();
    for (std::size_t i = 0, n = m_set.size(); i < n; ++i)
        for (std::uint32_t u = firstUse[i], last = firstUse[i + 1]; u < last; ++u)
            local[resource[u]].load += load ? load[u] * m_level[i] : m_level[i];
}

// The levels of the set in its rooms.
void IncrementalSharing::boundSet() {
    m_bounds.assign(m_locals, {0, infinity});
    for (std::size_t i = 0; i < m_set.size(); ++i) {
        for (std::uint32_t u = m_sub.firstUse[i]; u < m_sub.firstUse[i + 1]; ++u) {
            double& highest = m_bounds[m_sub.resource[u]].highest;
            highest = std::max(highest, m_level[i]);
        }
        if (m_by[i] != nobody) {
            double& lowest = m_bounds[m_by[i]].lowestHeld;
            lowest = std::min(lowest, m_level[i]);
        }
    }
}

// Flows beyond the set whose place is not proved any more join; true when there are any.
bool IncrementalSharing::expand() {
    boundSet();
    const std::size_t before = m_set.size();
    for (std::uint32_t i = 0; i < m_locals; ++i) {
        const Local& local = m_local[i];
        const Bounds& bounds = m_bounds[i];
        if (local.outside == 0 || (local.heldOutside == 0 && bounds.lowestHeld == infinity))
            continue;
        const Room& room = m_room[local.room];
        const double capacity = problem().capacity[room.resource], slack = capacity - local.load;
        for (std::uint32_t k = room.first; k < room.first + room.size; ++k) {
            const Seat& seat = m_seat[m_members[k].seat];
            const bool free = seat.heldBy == local.room && (slack > near * seat.level + 2e-15 * capacity ||
                                                            bounds.highest > seat.level * (1 + near));
            if (free || seat.level > bounds.lowestHeld * (1 + near))
                join(m_members[k].seat);
        }
    }
    return m_set.size() > before;
}

void IncrementalSharing::place(Seat& seat, double level, std::uint32_t by) {
    if (by != seat.heldBy) {
        if (seat.heldBy != nobody)
            --m_room[seat.heldBy].held;
        if (by != nobody)
            ++m_room[by].held;
        seat.heldBy = by;
    }
    if (std::abs(level - seat.level) > unmoved * seat.level) {
        seat.level = level;
        m_changed[m_changes++] = seat.flow;
    }
}

void IncrementalSharing::commit() {
    for (std::size_t i = 0; i < m_set.size(); ++i)
        place(m_seat[m_set[i]], m_level[i], m_by[i] == nobody ? nobody : m_local[m_by[i]].room);
    for (std::uint32_t i = 0; i < m_locals; ++i) {
        Room& room = m_room[m_local[i].room];
        room.load = m_local[i].load;
        if (++room.updates > room.size + 64)
            renewLoad(room);
    }
}

bool IncrementalSharing::holds() const {
    const SharingProblem& p = problem();
    SharingProblem running; // what is active
    running.capacity = p.capacity;
    Sharing sharing;
    for (std::uint32_t f = 0; f < p.flows(); ++f) {
        if (!active(f))
            continue;
        std::vector<Use> uses;
        for (const Use use : p.usesOf(f))
            uses.push_back(use);
        running.addFlow(uses, p.weightOf(f), p.limitOf(f));
        sharing.rate.push_back(rate(f));
    }
    return !certify(running, sharing);
}

Completion IncrementalSharing::solveSet(const std::stop_token& stop) {
    std::size_t before = m_set.size();
    m_part = nobody;
    for (int expansions = 0;; ++expansions) {
        const bool whole =
            expansions > mostExpansions || (m_set.size() > fewFlows && m_set.size() > 2 * before);
        before = m_set.size();
        if (whole) {
            m_part = standingPart();
            if (m_part != nobody)
                return fillPart(partOf(m_part), stop);
            joinConnected();
        }
        gather();
        if (fill(stop) == Completion::Cancelled)
            return Completion::Cancelled;
        addLoads();
        if (whole || m_closed || !expand())
            return Completion::Whole;
    }
}

Completion IncrementalSharing::solve(const std::stop_token& stop) {
    dropStopped();
    if (m_set.empty())
        m_looked = m_changes = 0;
    else if (settle(stop) == Completion::Cancelled)
        return Completion::Cancelled;
    assert(holds());
    m_set.clear();
    m_tighter.clear();
    m_lowest = SharingProblem::unlimited;
    ++m_stamp;
    return Completion::Whole;
}

// New rates for the set.
Completion IncrementalSharing::settle(const std::stop_token& stop) {
    setAloneAside();
    if (!m_set.empty() && solveSet(stop) == Completion::Cancelled) {
        m_set.insert(m_set.end(), m_alone.begin(), m_alone.end());
        return Completion::Cancelled;
    }
    m_looked = m_set.size() + m_alone.size();
    atLeast(m_changed, m_looked);
    m_changes = 0;
    if (!m_set.empty())
        m_part == nobody ? commit() : commitPart(partOf(m_part));
    commitAlone();
    return Completion::Whole;
}

} // namespace supernode
