// SPDX-License-Identifier: GPL-3.0-or-later
// Fair sharing that follows changes: a flow comes or goes, a capacity, a weight or a limit changes.
//
// A change concerns at first the flows that the touched resources hold. They are solved against what the
// others leave; then the certificate (see certificate.h) is looked at on the resources they use: flows whose
// place it no longer proves join, and the set is solved again. The answer is the whole answer, by uniqueness.
// When the set grows fast, everything that is connected to it joins at once, but for flows below the level at
// which the old and the new filling part: up to there they are the same. A part of the problem that all runs
// is then filled as it stands, in rows that are kept (unit loads, no weights, no limits).
// Cost: that of the set that had to move; a flow that shares nothing takes what it gets, without a solve.
// Memory: a flow has a seat while it runs, and its resources have rooms from when it first meets another, so
// what is looked at is as large as what runs at a time, beside one number for each flow and resource of the
// problem. Sums of loads are renewed before their rounding can matter. Agrees with the whole solve to 1e-9
// (relative), with the limit of max_min.h. Units and errors as in SharingProblem; numbers given later must
// satisfy check(), too (asserted). Thread: an object belongs to one thread at a time. Ownership: the problem
// is its own, but after follow(). Promise: after any changes the rates are those of the whole solve.
// [IncrementalSharing.AgreesWithTheWholeSolveAfterRandomChanges] Promise: after reset() nothing of the
// problem before is left. [IncrementalSharing.ForgetsTheProblemBefore] Promise: a change moves nothing beyond
// what it is connected to. [IncrementalSharing.LeavesOtherPlanesAlone] Promise: seats and rooms are used
// again. [IncrementalSharing.TakesNoMoreSeatsAndRoomsThanRunAtATime] Promise: a problem that is followed is
// never changed. [IncrementalSharing.CopiesAProblemThatItFollowsBeforeItChangesANumber]
#pragma once

#include "model/simulation/max_min.h"

#include <cstdint>
#include <map>
#include <span>
#include <stop_token>
#include <vector>

namespace supernode {

class IncrementalSharing {
public:
    // All flows idle. Rates are 0 until they are started and solved.
    IncrementalSharing() = default;
    explicit IncrementalSharing(SharingProblem problem);
    // Begins anew with another problem, in the memory of the one before.
    void reset(const SharingProblem& problem);
    // The same without a copy: the problem stays with the caller, alive and as it is, until another follows.
    // It is copied when a number is to be changed.
    void follow(const SharingProblem& problem);

    // Changes add up until the next solve().
    void start(std::uint32_t flow); // idle before
    void stop(std::uint32_t flow);  // started before
    void setCapacity(std::uint32_t resource, double bytesPerSecond);
    void setWeight(std::uint32_t flow, double weight);
    void setLimit(std::uint32_t flow, double bytesPerSecond);
    std::uint32_t addFlow(std::span<const Use> uses, double weight = 1,
                          double limit = SharingProblem::unlimited); // idle

    // When cancelled, rates are as before and the changes still wait.
    Completion solve(const std::stop_token& stop = {});

    const SharingProblem& problem() const { return m_followed ? *m_followed : m_own; }
    bool active(std::uint32_t flow) const { return m_seatOf[flow] != nobody; }
    // Of an active flow, its own until it is stopped: numbers of how many run at a time.
    std::uint32_t seatOf(std::uint32_t flow) const { return m_seatOf[flow]; }
    double rate(std::uint32_t flow) const {
        return active(flow) ? m_seat[m_seatOf[flow]].level * problem().weightOf(flow) : 0;
    }
    std::uint32_t limitedBy(std::uint32_t flow) const {
        const std::uint32_t by = active(flow) ? m_seat[m_seatOf[flow]].heldBy : nobody;
        return by == nobody || m_seat[m_seatOf[flow]].size == 0 ? by : m_room[by].resource;
    }
    // Flows whose rate the last solve moved by more than 1e-13, valid until the next change.
    std::span<const std::uint32_t> changed() const { return {m_changed.data(), m_changes}; }
    // Flows that the last solve looked at.
    std::size_t looked() const { return m_looked; }
    // The most that there ever were at a time since the problem was given.
    std::size_t seats() const { return m_seat.size(); }
    std::size_t rooms() const { return m_room.size(); }

private:
    static constexpr std::uint32_t nobody = SharingProblem::none;
    static constexpr std::uint32_t alone = 0x80000000u; // and the seat that has the resource for itself
    static constexpr double unmoved = 1e-13;            // a level that moves less stays

    struct Seat { // of a flow that was started
        double level = 0;
        std::uint32_t flow = nobody;                  // none: it stopped
        std::uint32_t heldBy = nobody;                // room, or resource while it shares none
        std::uint32_t mark = 0;                       // m_stamp: in the set
        std::uint32_t first = 0, size = 0, space = 0; // in m_stays, one for each use; size 0: no rooms yet
    };
    struct Stay {
        std::uint32_t room, place; // in the list of the room
    };
    struct Member { // of the list of a room
        std::uint32_t seat, stay;
    };
    struct Room { // of a resource that a flow uses which met another
        double load = 0;
        std::uint32_t resource = nobody;
        std::uint32_t first = 0, size = 0, space = 0; // in m_members
        std::uint32_t held = 0;                       // flows that it limits
        std::uint32_t updates = 0;                    // of load since it was summed
        std::uint32_t seeded = 0;                     // m_stamp: its held flows are in the set
        std::uint32_t local = 0;                      // in m_local, if that is of this room
    };
    struct Local { // a room that flows of the set use
        std::uint32_t room;
        std::uint32_t outside;     // flows beyond the set
        std::uint32_t heldOutside; // of those, limited here
        double load;               // of the flows outside; after solving, of all
    };
    struct Bounds {
        double highest, lowestHeld; // levels of the set in a room
    };
    struct Sub { // the set against what the others leave; resources by place in m_local. Never shrinks
        std::vector<std::uint32_t> firstUse, resource;
        std::vector<double> load, limit, left;
    };

    struct Part {                             // of the problem as one of its own, to be filled as it stands
        std::vector<std::uint32_t> resources; // by place
        FlowRows rows;
    };

    SharingProblem& own();
    bool unit() const { return problem().load.empty() && problem().weight.empty(); }
    // What a stay loads its room with at level 1.
    double amount(const Seat& seat, std::uint32_t stay) const {
        const SharingProblem& p = problem();
        return (p.load.empty() ? 1 : p.load[p.firstUse[seat.flow] + (stay - seat.first)]) *
               p.weightOf(seat.flow);
    }
    void prepare();
    bool holds() const; // the certificate, for debug builds
    static bool isRoom(std::uint32_t at) { return at < alone; }
    std::uint32_t seatFor(std::uint32_t flow);
    bool settlesAlone(std::uint32_t seat);
    void house(std::uint32_t seat);
    std::uint32_t roomFor(std::uint32_t resource);
    void enter(std::uint32_t seat, std::uint32_t stay);
    void leave(std::uint32_t seat);
    void leaveRoom(const Seat& seat, std::uint32_t stay);
    void grow(Room& room);
    void renewLoad(Room& room);
    void join(std::uint32_t seat) {
        if (m_seat[seat].mark == m_stamp)
            return;
        m_seat[seat].mark = m_stamp;
        m_set.push_back(seat);
    }
    void joinHeld(std::uint32_t room);
    void joinGreedy(const Room& room);
    void joinConnected();
    void joinByLists(double parting);
    void joinParts(double parting);
    void divide();
    std::uint32_t standingPart();
    const Part& partOf(std::uint32_t number);
    Completion fillPart(const Part& part, const std::stop_token& stop);
    void commitPart(const Part& part);
    double partingLevel() const;
    double fullAt(const Room& room) const;
    void dropStopped();
    void setAloneAside();
    bool standsAlone(const Seat& seat) const;
    Completion settle(const std::stop_token& stop);
    Completion solveSet(const std::stop_token& stop);
    void commitAlone();
    void commitHouseless(Seat& seat);
    void place(Seat& seat, double level, std::uint32_t by);
    void makePlace();
    void gather();
    void leaveToSet();
    Completion fill(const std::stop_token& stop);
    void addLoads();
    void boundSet();
    bool expand();
    void commit();

    SharingProblem m_own;
    const SharingProblem* m_followed = nullptr;
    std::vector<std::uint32_t> m_seatOf, m_roomOf; // per flow; per resource, or who has it alone
    std::vector<Seat> m_seat;
    std::vector<Stay> m_stays;
    std::vector<Room> m_room;
    std::vector<Member> m_members;
    std::vector<std::uint32_t> m_freeSeats, m_freeRooms;
    std::vector<std::uint32_t> m_stopped; // seats that are free after the next solve
    std::size_t m_active = 0, m_looked = 0;
    std::uint32_t m_stamp = 1;

    // Flows by the part of the problem that they belong to: parts share no resource. Made when first needed.
    std::vector<std::uint32_t> m_partOf, m_firstOfPart, m_flowsByPart;
    std::vector<std::uint32_t> m_runs;     // flows of each part that were started
    std::map<std::uint32_t, Part> m_parts; // those that were solved as they stand
    std::uint32_t m_part = nobody;         // that was solved as it stands, instead of the set
    std::vector<double> m_toTake;          // of each resource of that part
    std::vector<std::uint32_t> m_roomAt;   // alike
    Calendar m_calendar;

    std::vector<std::uint32_t> m_set;            // seats
    std::vector<std::uint32_t> m_alone;          // seats of the set that share no room with anybody
    std::vector<std::uint32_t> m_changed;        // flows; never shrinks
    std::size_t m_changes = 0;                   // of m_changed, in use
    std::vector<std::uint32_t> m_tighter;        // resources of flows that started, or with another capacity
    double m_lowest = SharingProblem::unlimited; // level of flows that stopped or got another limit
    bool m_closed = false;                       // no flow beyond the set uses a room of the set
    std::vector<Local> m_local;                  // never shrinks
    std::uint32_t m_locals = 0;                  // of m_local, in use
    std::vector<Bounds> m_bounds;                // by place in m_local
    Sub m_sub;
    std::vector<double> m_level;
    std::vector<std::uint32_t> m_by;
    Filling m_filling;
};

} // namespace supernode
