// SPDX-License-Identifier: GPL-3.0-or-later
// Progressive filling on plain arrays: the engine under whole and incremental sharing.
//
// All levels rise together; a resource whose share (what is left over the demand of its open flows) is
// reached freezes its flows. A share never falls while others freeze, so a resource with the least share
// among all that its flows use may freeze at once, whatever happens elsewhere. Rounds over the open flows
// freeze all such resources in three streaming passes and need no list of flows per resource; they go on
// while each freezes a fifth of what is open. The rest, if any, goes through a calendar of shares (256
// buckets per factor of 2) with the flows of each resource at hand. Cost: O(P) for P uses and, for distinct
// shares that crowd into one bucket, a logarithm of how many crowd. Rounding: subtracting many flows from a
// capacity loses digits; where the bound of that loss exceeds 1e-11 of what is left, it is summed anew with
// compensation. Shares within 1e-12 count as equal. A large problem falls into blocks of resources that no
// flow leaves, as planes that share no link: they are filled one after the other, for the caches. Ownership:
// the work arrays stay allocated between runs; the problem is a view. Thread: one at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace supernode {

enum class Completion : std::uint8_t { Whole, Cancelled };

// A view of flows that all rise; see SharingProblem for the meaning.
struct FillingProblem {
    std::span<const std::uint32_t> firstUse; // flows + 1
    const std::uint32_t* resource = nullptr; // per use
    const double* load = nullptr;            // per use; null: 1
    const double* weight = nullptr;          // per flow; null: 1
    const double* limit = nullptr;           // per flow, bytes per second; null: none
    std::span<const double> left;            // per resource, what these flows may take
    // The flows of each resource, once for each use, where that is known: of resource r from firstFlow[r] to
    // firstFlow[r + 1]. Null: found when needed.
    const std::uint32_t* firstFlow = nullptr;
    const std::uint32_t* flowsOf = nullptr;
};

struct Filled {
    std::span<double> level;            // per flow
    std::span<std::uint32_t> limitedBy; // per flow; none: its own limit, or nothing at all
};

class Filling {
public:
    // When cancelled, levels and limitedBy are unspecified.
    Completion run(const FillingProblem& problem, const Filled& filled, const std::stop_token& stop);

private:
    enum class Loads : std::uint8_t { Unit, Any };
    struct Room {
        double left;        // what frozen flows leave
        std::uint32_t open; // flows; with unit loads that is the demand
        std::uint32_t sure; // open flows when `left` was last known to full precision
    };
    struct Due {
        double share;
        std::uint32_t id; // a resource, or resources + flow for the limit of a flow
    };

    struct Block { // see FillingProblem and Filled
        std::vector<std::uint32_t> firstUse, resource;
        std::vector<double> load, weight, limit, level;
        std::vector<std::uint32_t> limitedBy;
    };

    template <Loads L>
    Completion fill();
    template <Loads L>
    Completion fillRounds();
    template <Loads L>
    Completion fillBlocks();
    void reach();
    bool divide();
    void sortByBlock();
    template <class Visit>
    static const double* copyOf(const double* values, std::vector<double>& copy, std::size_t size,
                                Visit&& forEach);
    void takeBlock(const FillingProblem& whole, std::size_t block);
    void giveBlock(const Filled& out, std::size_t block) const;
    template <Loads L>
    void count();
    bool holdAllByLeast();
    template <Loads L>
    void makeRooms();
    template <Loads L>
    bool round();
    void dropClosed();
    template <Loads L>
    void takeShares();
    void propose();
    template <Loads L>
    void takeFrozen();
    template <Loads L>
    void sumAnew();
    template <class F>
    void forEachOpen(F&& visit) const;

    template <Loads L>
    Completion queue();
    void invert();
    void place(std::uint32_t id, double share);
    template <Loads L>
    void startCalendar();
    template <Loads L>
    double collect(std::size_t bucket);
    template <Loads L>
    void empty(std::size_t bucket);
    template <Loads L>
    void advance(const Due& due);
    template <Loads L>
    double shareNow(std::uint32_t id);
    template <Loads L>
    void refresh(std::uint32_t r);
    template <Loads L>
    void freeze(std::uint32_t id, double share);
    template <Loads L>
    void freezeFlow(std::uint32_t flow, double share, std::uint32_t by);
    std::size_t bucketOf(double share) const;

    std::size_t flows() const { return m_p.firstUse.size() - 1; }
    double limitLevel(std::size_t flow) const {
        return m_p.weight ? m_p.limit[flow] / m_p.weight[flow] : m_p.limit[flow];
    }
    // What a use puts on its resource at level 1.
    template <Loads L>
    double amount(std::size_t flow, std::size_t use) const;
    template <Loads L>
    double shareOf(std::size_t r) const;
    template <Loads L>
    void take(std::size_t flow, double level);
    template <Loads L>
    bool losesDigits(std::size_t r) const;

    FillingProblem m_p;
    Filled m_out;
    std::stop_token m_stop;
    std::vector<Room> m_room;
    std::vector<double> m_demand;                 // per resource at level 1; not kept for unit loads
    std::vector<double> m_sureLeft, m_sureDemand; // when last known to full precision; empty: at the start
    std::vector<std::uint32_t> m_count;           // flows per resource
    std::vector<std::uint32_t> m_live;            // resources with open flows; in the first round, all
    double m_doubtful = 0; // with unit loads, what is left must be less to have lost digits
    std::vector<double> m_share;
    std::vector<std::uint8_t> m_blocked; // one of its flows stops below its share
    std::vector<std::uint32_t> m_open, m_stillOpen, m_frozen;
    bool m_first = true; // every flow is open, m_open is not filled yet

    std::vector<std::uint32_t> m_blockOf;                 // per resource
    std::vector<std::uint32_t> m_firstResource;           // of each block, and one more
    std::vector<std::uint32_t> m_firstInBlock, m_inBlock; // flows of each block
    Block m_block;                                        // that is being filled

    std::vector<std::uint32_t> m_firstOpen, m_openOf; // open flows of each resource, if all are not known
    const std::uint32_t *m_firstFlow = nullptr, *m_flowsOf = nullptr; // those, or all
    std::vector<std::uint8_t> m_isOpen;
    std::vector<double> m_start;               // what was left when the calendar began
    std::vector<std::uint32_t> m_head, m_next; // calendar: first of a bucket, next of an entry
    std::vector<Due> m_due, m_tied;
    std::uint64_t m_epoch = 0; // bucket 0, in steps of the calendar
    std::size_t m_now = 0;     // bucket that is being emptied
};

} // namespace supernode
