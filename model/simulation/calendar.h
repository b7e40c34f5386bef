// SPDX-License-Identifier: GPL-3.0-or-later
// Progressive filling in rising order of shares: resources wait in a calendar until their share is due.
//
// The calendar has 256 buckets per factor of 2, by the first digits of a share, which are emptied in rising
// order; a share that has grown since moves on. Flows stand in rows of four resources (eight, sixteen, if one
// uses more), filled up with one that holds nobody back: freezing a flow reads one row and takes its level
// off the others in it, without a loop that nobody can predict. The shape stays as long as it is wanted; only
// what there is to take is given anew. Cost: O(P) for P uses and, where distinct shares crowd into one
// bucket, a logarithm of how many crowd. Rounding: where what is left of a resource has lost digits (see
// Digits), it is summed anew with compensation. Ownership: the shape stays with the caller while it is
// filled, the work arrays stay allocated. Thread: one at a time.
// Promise: agrees with filling by hand. [Calendar.AgreesWithFillingByHand]
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace supernode {

enum class Completion : std::uint8_t { Whole, Cancelled };

enum class Loads : std::uint8_t { Unit, Any }; // what a use puts on its resource at level 1: 1, or anything

// Flows and the resources that they use.
struct FlowRows {
    std::uint32_t resources = 0, flows = 0;
    std::size_t width = 0;               // places of a row
    std::vector<std::uint32_t> resource; // by row; `resources` where a flow uses no more
    std::vector<double> amount;          // alike, at level 1; empty: 1
    std::vector<std::uint32_t> firstUse; // for each resource, in usesOf
    std::vector<std::uint32_t> usesOf;   // places in `resource` where it stands
    std::uint32_t mostUses = 0;          // of a resource
    std::vector<std::uint32_t> idle;     // flows that use nothing

    // Empty rows for flows of so many uses at most; they are filled by hand, then listed.
    void begin(std::uint32_t howManyResources, std::uint32_t howManyFlows, std::size_t longestRow,
               Loads loads);
    void list();
};

class Calendar {
public:
    static constexpr std::uint32_t nobody = 0xffffffffu; // no resource

    // `left` is what there is to take of each resource. When cancelled, the answer is unspecified.
    template <Loads L>
    Completion run(const FlowRows& rows, std::span<const double> left, const std::stop_token& stop);

    // The answer: who holds each flow (nobody: it uses nothing); at which level, what is left, and whom.
    const std::vector<std::uint32_t>& heldBy() const { return m_heldBy; }
    double level(std::uint32_t resource) const { return m_level[resource]; }
    double left(std::uint32_t resource) const { return m_left[resource]; }
    std::uint32_t held(std::uint32_t resource) const { return m_held[resource]; } // flows

private:
    struct Due {
        double share;
        std::uint32_t resource;
    };

    template <Loads L>
    void makeRooms();
    template <Loads L>
    void start();
    std::size_t bucketOf(double share) const;
    void place(std::uint32_t resource, double share);
    template <Loads L>
    double shareNow(std::uint32_t resource);
    template <Loads L>
    bool losesDigits(std::uint32_t resource) const;
    template <Loads L>
    void refresh(std::uint32_t resource);
    template <Loads L>
    double collect(std::size_t bucket);
    template <Loads L>
    void empty(std::size_t bucket);
    template <Loads L>
    void advance(const Due& due);
    template <Loads L>
    void freeze(std::uint32_t resource, double share);
    template <Loads L, class Width>
    void take(std::span<const std::uint32_t> uses, double share, Width width);

    const FlowRows* m_rows = nullptr;
    std::span<const double> m_start;
    std::vector<double> m_left;                   // per resource, what frozen flows leave
    std::vector<std::uint32_t> m_open;            // uses of each; with unit loads that is the demand
    std::vector<double> m_demand;                 // at level 1; not kept for unit loads
    std::vector<std::uint32_t> m_sure;            // open uses when last known to full precision
    std::vector<double> m_sureLeft, m_sureDemand; // then; empty: at the start
    double m_doubtful = 0;                        // what is left must be less to have lost digits
    std::vector<double> m_level;                  // per resource that held somebody; its share before
    std::vector<std::uint8_t> m_isOpen;           // per flow
    std::vector<std::uint32_t> m_heldBy;          // alike
    std::vector<std::uint32_t> m_held;            // flows, per resource
    std::size_t m_stillOpen = 0;                  // flows
    std::vector<std::uint32_t> m_frozen;          // by the resource at hand
    std::vector<std::uint32_t> m_head, m_next;    // first of a bucket, next of a resource
    std::vector<Due> m_due, m_tied;
    std::uint64_t m_epoch = 0; // bucket 0, in steps of the calendar
    std::size_t m_now = 0;     // bucket that is being emptied
};

} // namespace supernode
