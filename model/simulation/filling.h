// SPDX-License-Identifier: GPL-3.0-or-later
// Progressive filling on plain arrays: the engine under whole and incremental sharing.
//
// All levels rise together; a resource whose share (what is left over the demand of its open flows) is
// reached freezes its flows. A share never falls while others freeze, so a resource with the least share
// among all that its flows use may freeze at once, whatever happens elsewhere. Rounds over the open flows
// freeze all such resources in three streaming passes and need no list of flows per resource; they go on
// while each freezes a fifth of what is open. The rest, if any, goes through a calendar of shares (see
// calendar.h), as does at once what crowds: many uses of each resource. Cost: that of the calendar. Rounding:
// subtracting many flows from a capacity loses digits; where the bound of that loss exceeds 1e-11 of what is
// left, it is summed anew with compensation. Shares within 1e-12 count as equal. A large problem falls into
// blocks of resources that no flow leaves, as planes that share no link: they are filled one after the other,
// for the caches. Ownership: the work arrays stay allocated between runs; the problem is a view. Thread: one
// at a time.
#pragma once

#include "model/simulation/calendar.h"

namespace supernode {

// A view of flows that all rise; see SharingProblem for the meaning.
struct FillingProblem {
    std::span<const std::uint32_t> firstUse; // flows + 1
    const std::uint32_t* resource = nullptr; // per use
    const double* load = nullptr;            // per use; null: 1
    const double* weight = nullptr;          // per flow; null: 1
    const double* limit = nullptr;           // per flow, bytes per second; null: none
    std::span<const double> left;            // per resource, what these flows may take
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
    struct Room {
        double left;        // what frozen flows leave
        std::uint32_t open; // flows; with unit loads that is the demand
        std::uint32_t sure; // open flows when `left` was last known to full precision
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
    std::span<const std::uint32_t> flowsOfBlock(std::size_t block) const;
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

    static bool crowded(std::size_t uses, std::size_t resources);
    template <Loads L>
    Completion fillRest();
    template <Loads L>
    Completion fillByCalendar(std::span<const std::uint32_t> flows, std::uint32_t firstResource,
                              std::span<const double> left);
    template <Loads L>
    void takeRows(std::span<const std::uint32_t> flows, std::uint32_t firstResource,
                  std::span<const double> left);

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

    std::vector<std::uint32_t> m_blockOf;       // per resource
    std::vector<std::uint32_t> m_firstResource; // of each block, and one more
    std::vector<std::size_t> m_usesOfBlock;
    std::vector<std::uint32_t> m_firstInBlock, m_inBlock; // flows of each block
    Block m_block;                                        // that is being filled

    FlowRows m_rows;              // what goes through the calendar
    std::vector<double> m_toTake; // of each resource, then of each limit
    Calendar m_calendar;
    std::vector<std::uint8_t> m_isOpen;
};

} // namespace supernode
