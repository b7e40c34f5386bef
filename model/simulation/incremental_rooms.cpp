// SPDX-License-Identifier: GPL-3.0-or-later
// Seats of flows and rooms of resources: who uses what, while it runs.
#include "model/simulation/filling_parts.h"
#include "model/simulation/incremental.h"

#include <algorithm>

namespace supernode {

void IncrementalSharing::prepare() {
    const SharingProblem& p = problem();
    m_seatOf.assign(p.flows(), nobody);
    m_roomOf.assign(p.resources(), nobody);
    m_seat.clear();
    m_stays.clear();
    m_room.clear();
    m_members.clear();
    m_freeSeats.clear();
    m_freeRooms.clear();
    m_stopped.clear();
    m_active = m_looked = 0;
    m_stamp = 1;
    m_partOf.clear();
    m_parts.clear();
    m_set.clear();
    m_changes = 0;
    m_tighter.clear();
    m_lowest = SharingProblem::unlimited;
    // Address space for the most that there can be: pages come when they are used, and nothing is copied.
    m_seat.reserve(p.flows());
    m_stays.reserve(p.resource.size());
    m_room.reserve(std::min(p.resources(), p.resource.size()));
    m_members.reserve(2 * p.resource.size());
    m_set.reserve(p.flows());
    m_tighter.reserve(p.resource.size());
}

std::uint32_t IncrementalSharing::seatFor(std::uint32_t flow) {
    std::uint32_t s = static_cast<std::uint32_t>(m_seat.size());
    if (m_freeSeats.empty()) {
        m_seat.emplace_back();
    } else {
        s = m_freeSeats.back();
        m_freeSeats.pop_back();
    }
    m_seat[s].flow = flow;
    m_seatOf[flow] = s;
    ++m_active;
    if (!m_partOf.empty())
        ++m_runs[m_partOf[flow]];
    return s;
}

// Rooms for the resources of a flow, which it had for itself or where it meets others, and a stay for each
// use.
void IncrementalSharing::house(std::uint32_t s) {
    Seat& seat = m_seat[s];
    const std::uint32_t firstUse = problem().firstUse[seat.flow];
    seat.size = problem().firstUse[seat.flow + 1] - firstUse;
    if (seat.size > seat.space) {
        seat.space = std::max(seat.size, 2 * seat.space);
        seat.first = static_cast<std::uint32_t>(m_stays.size());
        m_stays.resize(m_stays.size() + seat.space);
    }
    for (std::uint32_t i = 0; i < seat.size; ++i) {
        const std::uint32_t stay = seat.first + i, room = roomFor(problem().resource[firstUse + i]);
        m_stays[stay].room = room;
        enter(s, stay);
        m_room[room].load += amount(seat, stay) * seat.level;
    }
    if (seat.heldBy == nobody)
        return;
    seat.heldBy = m_roomOf[seat.heldBy];
    ++m_room[seat.heldBy].held;
}

std::uint32_t IncrementalSharing::roomFor(std::uint32_t resource) {
    std::uint32_t& r = m_roomOf[resource];
    if (isRoom(r))
        return r;
    if (m_freeRooms.empty()) {
        r = static_cast<std::uint32_t>(m_room.size());
        m_room.emplace_back();
    } else {
        r = m_freeRooms.back();
        m_freeRooms.pop_back();
    }
    Room& room = m_room[r];
    room.resource = resource;
    room.load = 0;
    room.held = room.updates = room.seeded = 0;
    return r;
}

void IncrementalSharing::enter(std::uint32_t seat, std::uint32_t stay) {
    Room& room = m_room[m_stays[stay].room];
    if (room.size == room.space)
        grow(room);
    m_stays[stay].place = room.size;
    m_members[room.first + room.size++] = {seat, stay};
}

// Out of the lists; its loads and what held it are forgotten. The seat is free when the set is.
void IncrementalSharing::leave(std::uint32_t s) {
    Seat& seat = m_seat[s];
    if (seat.size == 0)
        for (const Use use : problem().usesOf(seat.flow))
            m_roomOf[use.resource] = nobody;
    else if (seat.heldBy != nobody)
        --m_room[seat.heldBy].held;
    seat.heldBy = nobody;
    for (std::uint32_t stay = seat.first; stay < seat.first + seat.size; ++stay)
        leaveRoom(seat, stay);
    m_seatOf[seat.flow] = nobody;
    if (!m_partOf.empty())
        --m_runs[m_partOf[seat.flow]];
    seat.flow = nobody;
    seat.size = 0;
    seat.level = 0;
    seat.mark = 0;
    m_stopped.push_back(s);
    --m_active;
}

// A room that is empty then is free at once.
void IncrementalSharing::leaveRoom(const Seat& seat, std::uint32_t stay) {
    const auto [r, place] = m_stays[stay];
    Room& room = m_room[r];
    const Member moved = m_members[room.first + --room.size];
    m_members[room.first + place] = moved;
    m_stays[moved.stay].place = place;
    if (room.size == 0) {
        m_roomOf[room.resource] = nobody;
        m_freeRooms.push_back(r);
        return;
    }
    room.load -= amount(seat, stay) * seat.level;
    if (++room.updates > room.size + 64)
        renewLoad(room);
}

// A list that is full moves to the end of the pool with twice the space.
void IncrementalSharing::grow(Room& room) {
    const auto first = static_cast<std::uint32_t>(m_members.size());
    const std::uint32_t space = std::max(2u, 2 * room.space);
    m_members.resize(m_members.size() + space);
    std::copy_n(m_members.begin() + room.first, room.size, m_members.begin() + first);
    room.first = first;
    room.space = space;
}

void IncrementalSharing::renewLoad(Room& room) {
    Sum sum;
    for (std::uint32_t i = 0; i < room.size; ++i) {
        const Member m = m_members[room.first + i];
        sum.add(amount(m_seat[m.seat], m.stay) * m_seat[m.seat].level);
    }
    room.load = sum.value();
    room.updates = 0;
}

} // namespace supernode
