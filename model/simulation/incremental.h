// SPDX-License-Identifier: GPL-3.0-or-later
// Fair sharing that follows changes: a flow comes or goes, a capacity, a weight or a limit changes.
//
// A change concerns at first the flows that the touched resources hold. They are solved against what the
// others leave; then the certificate (see certificate.h) is looked at on the resources they use: flows whose
// place it no longer proves join, and the set is solved again. The answer is the whole answer, by uniqueness.
// When the set grows fast, everything that is connected to it joins at once, but for flows below the level at
// which the old and the new filling part: up to there they are the same.
// Cost: that of the set that had to move; memory O(uses). Sums of loads are renewed before their rounding
// can matter. Agrees with the whole solve to 1e-9 (relative).
// Units and errors as in SharingProblem; numbers given later must satisfy check(), too (asserted).
// Thread: an object belongs to one thread at a time. Ownership: the problem is its own.
// Promise: after any changes the rates are those of the whole solve.
// [IncrementalSharing.AgreesWithTheWholeSolveAfterRandomChanges] Promise: after reset() nothing of the
// problem before is left. [IncrementalSharing.ForgetsTheProblemBefore] Promise: a change moves nothing beyond
// what it is connected to. [IncrementalSharing.LeavesOtherPlanesAlone]
#pragma once

#include "model/simulation/max_min.h"

#include <cstdint>
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

    const SharingProblem& problem() const { return m_p; }
    bool active(std::uint32_t flow) const { return m_flow[flow].active; }
    double rate(std::uint32_t flow) const { return m_flow[flow].level * m_p.weightOf(flow); }
    std::uint32_t limitedBy(std::uint32_t flow) const { return m_flow[flow].limitedBy; }
    // Flows whose rate the last solve moved by more than 1e-13, valid until the next change.
    std::span<const std::uint32_t> changed() const { return m_changed; }
    // Flows that the last solve looked at.
    std::size_t looked() const { return m_looked; }

private:
    struct FlowState {
        double level = 0;
        std::uint32_t limitedBy = SharingProblem::none;
        std::uint32_t mark = 0; // m_stamp: in the set
        bool active = false;
    };
    struct Member { // of the list of a resource
        std::uint32_t flow, use;
    };
    struct Room {
        double load = 0;
        std::uint32_t first = 0, size = 0, space = 0; // in m_members
        std::uint32_t held = 0;                       // active flows that it limits
        std::uint32_t updates = 0;                    // of load since it was summed
        std::uint32_t seeded = 0, touched = 0;        // m_stamp: its held flows are in the set; m_pass: local
        std::uint32_t local = 0;
    };
    struct Local { // a resource that flows of the set use
        std::uint32_t resource;
        std::uint32_t outside;      // active flows beyond the set
        std::uint32_t heldOutside;  // of those, limited here
        double load;                // of the flows outside; after solving, of all
        double highest, lowestHeld; // levels of the set here
    };

    double amount(std::size_t flow, std::size_t use) const {
        return (m_p.load.empty() ? 1 : m_p.load[use]) * m_p.weightOf(flow);
    }
    void prepare();
    bool holds() const; // the certificate, for debug builds
    void enter(std::uint32_t flow);
    void leave(std::uint32_t flow);
    void grow(Room& room);
    void renewLoad(Room& room);
    void join(std::uint32_t flow) {
        if (m_flow[flow].mark == m_stamp)
            return;
        m_flow[flow].mark = m_stamp;
        m_set.push_back(flow);
    }
    void joinHeld(std::uint32_t resource);
    void joinConnected();
    void joinByLists(double parting);
    void joinParts(double parting);
    void divide();
    double partingLevel() const;
    double fullAt(std::uint32_t resource) const;
    void gather();
    Local& localOf(std::uint32_t resource);
    void lookAtSet();
    bool expand();
    void commit();

    SharingProblem m_p;
    std::vector<FlowState> m_flow;
    std::vector<Room> m_room;
    std::vector<Member> m_members;
    std::vector<std::uint32_t> m_place; // per use, index in the list of its resource
    std::size_t m_active = 0, m_looked = 0;
    std::uint32_t m_stamp = 1, m_pass = 1;

    // Flows by the part of the problem that they belong to: parts share no resource. Made when first needed.
    std::vector<std::uint32_t> m_partOf, m_firstOfPart, m_flowsByPart;

    std::vector<std::uint32_t> m_set, m_changed;
    std::vector<std::uint32_t> m_tighter;        // resources of flows that started, or with another capacity
    double m_lowest = SharingProblem::unlimited; // level of flows that stopped or got another limit
    bool m_closed = false;                       // no active flow beyond the set uses a resource of the set
    std::vector<Local> m_local;
    SharingProblem m_sub; // the set against what the others leave; resources by place in m_local
    std::vector<double> m_level;
    std::vector<std::uint32_t> m_by;
    Filling m_filling;
};

} // namespace supernode
