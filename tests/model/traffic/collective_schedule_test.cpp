// SPDX-License-Identifier: GPL-3.0-or-later
// Schedules without a machine: every piece is a set of contributors, and every move really carries its sets.
#include "model/scenario/words.h"
#include "model/traffic/collective_schedule.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace supernode {
namespace {

using Contributors = std::set<std::uint32_t>;

// The buffers of all ranks, piece by piece: whose data is in each.
class Simulation {
public:
    Simulation(Collective collective, const Schedule& schedule) : m_collective(collective), m_s(schedule) {
        m_held.assign(schedule.ranks, std::vector<Contributors>(schedule.pieces));
        for (std::uint32_t r = 0; r < schedule.ranks; ++r)
            for (std::uint32_t p = 0; p < schedule.pieces; ++p)
                if (collective == Collective::AllGather   ? schedule.own[r] == p
                    : collective == Collective::Broadcast ? r == schedule.root
                                                          : true)
                    m_held[r][p] = {r};
        m_sent.assign(schedule.ranks, 0);
        m_received.assign(schedule.ranks, 0);
    }

    void run() {
        for (const ScheduleStep& step : m_s.steps)
            for (std::uint32_t repeat = 0; repeat < step.repeats; ++repeat)
                for (const Team& team : step.teams)
                    runStep(step, team, repeat);
    }

    void expectResult() const {
        Contributors everybody;
        for (std::uint32_t r = 0; r < m_s.ranks; ++r)
            everybody.insert(r);
        for (std::uint32_t r = 0; r < m_s.ranks; ++r)
            for (std::uint32_t p = 0; p < m_s.pieces; ++p) {
                if (m_collective == Collective::ReduceScatter && m_s.own[r] != p)
                    continue;
                const Contributors wanted = m_collective == Collective::Broadcast   ? Contributors{m_s.root}
                                            : m_collective == Collective::AllGather ? Contributors{ownerOf(p)}
                                                                                    : everybody;
                EXPECT_EQ(m_held[r][p], wanted) << "rank " << r << " piece " << p;
            }
    }

    // In parts of the whole buffer.
    double sent(std::uint32_t rank) const { return m_sent[rank] / m_s.pieces; }
    double received(std::uint32_t rank) const { return m_received[rank] / m_s.pieces; }

private:
    using Buffers = std::vector<std::vector<Contributors>>;

    std::uint32_t ownerOf(std::uint32_t piece) const {
        for (std::uint32_t r = 0; r < m_s.ranks; ++r)
            if (m_s.own[r] == piece)
                return r;
        return m_s.ranks;
    }
    static std::int64_t modulo(std::int64_t a, std::int64_t n) { return (a % n + n) % n; }

    void runStep(const ScheduleStep& step, const Team& team, std::uint32_t repeat) {
        if (step.pattern == Pattern::InSwitch)
            return inSwitch(step);
        std::vector<Move> moves = step.moves;
        const auto n = static_cast<std::uint32_t>(team.members.size());
        for (std::uint32_t i = 0; i < n && step.pattern != Pattern::Chain; ++i)
            for (std::uint32_t j = 0; j < n && step.pattern != Pattern::Moves; ++j)
                if (i != j)
                    moves.push_back({i, j, step.pattern == Pattern::Scatter ? j : i, 1});
        const Buffers before = m_held; // all moves of a step start from what was there, but for a chain
        for (const Move& move : moves)
            for (std::uint32_t u = 0; u < move.count; ++u) {
                const auto unit = static_cast<std::uint32_t>(
                    modulo(std::int64_t{move.first} + u + std::int64_t{step.shift} * repeat, step.units));
                for (std::uint32_t i = 0; i < step.unit; ++i)
                    carry(step.pattern == Pattern::Chain ? m_held : before, team.members[move.from],
                          team.members[move.to], team.firstPiece + unit * step.unit + i,
                          repeat < step.reduces);
            }
    }
    void carry(const Buffers& source, std::uint32_t from, std::uint32_t to, std::uint32_t piece, bool adds) {
        ASSERT_NE(from, to);
        const Contributors data = source[from][piece];
        EXPECT_FALSE(data.empty()) << "rank " << from << " sends piece " << piece << " that it has not";
        if (!adds)
            m_held[to][piece].clear();
        for (const std::uint32_t c : data)
            EXPECT_TRUE(m_held[to][piece].insert(c).second)
                << "rank " << to << " adds the data of " << c << " twice to piece " << piece;
        m_sent[from] += 1;
        m_received[to] += 1;
    }
    void inSwitch(const ScheduleStep& step) {
        for (std::uint32_t p = 0; p < m_s.pieces; ++p) {
            Contributors sum;
            for (std::uint32_t r = 0; r < m_s.ranks; ++r)
                sum.insert(m_held[r][p].begin(), m_held[r][p].end());
            for (std::uint32_t r = 0; r < m_s.ranks; ++r)
                if (m_collective != Collective::ReduceScatter || m_s.own[r] == p)
                    m_held[r][p] = sum;
        }
        for (std::uint32_t r = 0; r < m_s.ranks; ++r) {
            m_sent[r] += step.up;
            m_received[r] += step.down;
        }
    }

    Collective m_collective;
    const Schedule& m_s;
    Buffers m_held;
    std::vector<double> m_sent, m_received;
};

constexpr Collective collectives[] = {Collective::AllReduce, Collective::AllGather, Collective::ReduceScatter,
                                      Collective::Broadcast};
constexpr Algorithm flatOnes[] = {Algorithm::Ring, Algorithm::HalvingDoubling, Algorithm::Direct,
                                  Algorithm::InSwitch};

GroupShape shape(std::uint32_t ranks, std::uint32_t root = 0) { return {ranks, {ranks}, root}; }

TEST(CollectiveSchedule, EveryAlgorithmLeavesEveryRankWithTheFullResult) {
    for (const Collective collective : collectives)
        for (const Algorithm algorithm : flatOnes)
            for (std::uint32_t n = 2; n <= 17; ++n) {
                const std::uint32_t root = collective == Collective::Broadcast ? n / 2 : 0;
                const Result<Schedule> schedule = scheduleOf(collective, algorithm, shape(n, root));
                ASSERT_TRUE(schedule);
                SCOPED_TRACE(std::string(toWord(algorithm)) + " of " + std::to_string(n) + ", collective " +
                             std::to_string(static_cast<int>(collective)));
                Simulation simulation(collective, *schedule);
                simulation.run();
                simulation.expectResult();
            }
}

TEST(CollectiveSchedule, HierarchiesLeaveEveryRankWithTheFullResult) {
    for (const Collective collective : collectives)
        for (std::uint32_t nodes = 1; nodes <= 7; ++nodes)
            for (std::uint32_t each = 1; each <= 4; ++each) {
                if (nodes * each < 2)
                    continue;
                const std::uint32_t root = collective == Collective::Broadcast ? nodes * each - 1 : 0;
                const GroupShape group{nodes * each, std::vector<std::uint32_t>(nodes, each), root};
                for (const Result<Schedule>& schedule :
                     {scheduleOf(collective, Algorithm::Hierarchical, group),
                      hierarchicalByRing(collective, group)}) {
                    ASSERT_TRUE(schedule);
                    SCOPED_TRACE(std::to_string(nodes) + " x " + std::to_string(each) + ", collective " +
                                 std::to_string(static_cast<int>(collective)));
                    Simulation simulation(collective, *schedule);
                    simulation.run();
                    simulation.expectResult();
                }
            }
}

// All-reduce: every rank sends and receives 2 (n-1)/n of the buffer, the least that is possible without help
// of the switch. All-gather and reduce-scatter: half of that. Ring for any n; halving and doubling for powers
// of two; direct for any n.
TEST(CollectiveSchedule, SendsAndReceivesTheBytesOfTheTheory) {
    for (const Collective collective :
         {Collective::AllReduce, Collective::AllGather, Collective::ReduceScatter})
        for (const Algorithm algorithm : {Algorithm::Ring, Algorithm::HalvingDoubling, Algorithm::Direct})
            for (const std::uint32_t n : {2u, 3u, 4u, 7u, 8u, 16u}) {
                if (algorithm == Algorithm::HalvingDoubling && (n & (n - 1)) != 0)
                    continue;
                const Schedule schedule = *scheduleOf(collective, algorithm, shape(n));
                Simulation simulation(collective, schedule);
                simulation.run();
                const double once = (n - 1.0) / n;
                const double theory = collective == Collective::AllReduce ? 2 * once : once;
                for (std::uint32_t r = 0; r < n; ++r) {
                    EXPECT_NEAR(simulation.sent(r), theory, 1e-12);
                    EXPECT_NEAR(simulation.received(r), theory, 1e-12);
                }
            }
}

// In the switch a rank sends its buffer once and its part of the result: 1 + 1/n, whatever n is.
TEST(CollectiveSchedule, TheSwitchSparesEachRankAlmostHalfOfWhatItSends) {
    const Schedule schedule = *scheduleOf(Collective::AllReduce, Algorithm::InSwitch, shape(8));
    Simulation simulation(Collective::AllReduce, schedule);
    simulation.run();
    EXPECT_NEAR(simulation.sent(3), 1 + 1.0 / 8, 1e-12);
    EXPECT_NEAR(simulation.received(3), 1 + 1.0 / 8, 1e-12);
}

// A ring of 768 has 2 x 767 = 1,534 steps, and they are one step that repeats.
TEST(CollectiveSchedule, EqualStepsAreOne) {
    const Schedule ring = *scheduleOf(Collective::AllReduce, Algorithm::Ring, shape(768));
    ASSERT_EQ(ring.steps.size(), 1u);
    EXPECT_EQ(ring.steps[0].repeats, 1534u);
    EXPECT_EQ(ring.steps[0].moves.size(), 768u);
}

// 2 log2 n steps; beyond a power of two one more at each end. A tree of n ranks has log2 n, rounded up.
TEST(CollectiveSchedule, HalvingTakesTwiceTheLogarithm) {
    const auto steps = [](Collective c, std::uint32_t n) {
        return scheduleOf(c, Algorithm::HalvingDoubling, shape(n))->steps.size();
    };
    EXPECT_EQ(steps(Collective::AllReduce, 64), 12u);
    EXPECT_EQ(steps(Collective::AllReduce, 72), 14u);
    EXPECT_EQ(steps(Collective::AllGather, 64), 6u);
    EXPECT_EQ(steps(Collective::Broadcast, 72), 7u);
}

// The largest part, half of the buffer, goes to the neighbour.
TEST(CollectiveSchedule, HalvingExchangesMostWithTheNearest) {
    const Schedule s = *scheduleOf(Collective::AllReduce, Algorithm::HalvingDoubling, shape(16));
    for (const Move& move : s.steps.front().moves) {
        EXPECT_EQ(move.count, 8u);
        EXPECT_EQ(move.from ^ move.to, 1u);
    }
}

TEST(CollectiveSchedule, WhatCannotBeIsRefusedInASentence) {
    const auto reason = [](Algorithm algorithm, const GroupShape& group) {
        const Result<Schedule> schedule = scheduleOf(Collective::AllReduce, algorithm, group);
        return schedule ? "" : schedule.issues().front().reason;
    };
    EXPECT_EQ(reason(Algorithm::Ring, shape(1)), "one rank has nobody to talk to");
    EXPECT_EQ(reason(Algorithm::Hierarchical, {5, {3, 2}, 0}),
              "the ranks do not fill their nodes equally, as a hierarchical collective needs");
    EXPECT_EQ(reason(Algorithm::Auto, shape(4)), "auto is a choice among algorithms, not one of them");
}

} // namespace
} // namespace supernode
