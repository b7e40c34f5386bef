// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/pipeline_schedule.h"

#include <gtest/gtest.h>

#include <set>

namespace supernode {
namespace {

PipelineWork equalStages(int stages, int parts, int microbatches) {
    PipelineWork work{stages, parts, microbatches, {}, {}, {}};
    const auto all = static_cast<std::size_t>(stages * parts);
    work.forward.assign(all, 1.0);
    work.backward.assign(all, 2.0);
    work.handover.assign(all - 1, 0.0);
    return work;
}

// All stages work v m slots of 3 and wait p - 1 of them: idle (p - 1) / (v m + p - 1), Megatron-LM (2021).
TEST(PipelineSchedule, TheBubbleIsTheClosedForm) {
    for (const int stages : {1, 2, 4, 8})
        for (const int parts : {1, 2, 3})
            for (const int rounds : {1, 2, 5}) {
                const int microbatches = stages * rounds;
                const PipelineSchedule played = scheduleOf(equalStages(stages, parts, microbatches));
                const double slots = parts * microbatches, wait = stages - 1;
                EXPECT_NEAR(played.end, 3 * (slots + wait), 1e-9)
                    << stages << " " << parts << " " << microbatches;
                EXPECT_NEAR(played.idleShare(), wait / (slots + wait), 1e-12);
            }
    // Without virtual parts any number of microbatches goes.
    EXPECT_NEAR(scheduleOf(equalStages(4, 1, 3)).idleShare(), 3.0 / (3 + 3), 1e-12);
}

TEST(PipelineSchedule, NothingBeginsBeforeWhatItNeeds) {
    PipelineWork work = equalStages(4, 2, 8);
    for (std::size_t i = 0; i < work.forward.size(); ++i) {
        work.forward[i] = 1 + 0.1 * double(i % 3);
        work.backward[i] = 2 + 0.2 * double(i % 5);
    }
    work.handover.assign(7, 0.25);
    const PipelineSchedule played = scheduleOf(work);
    std::vector<std::vector<double>> forward(8, std::vector<double>(8, -1)), backward = forward;
    for (const auto& stage : played.slots)
        for (const Slot& slot : stage)
            (slot.direction == PassDirection::Forward
                 ? forward
                 : backward)[std::size_t(slot.part)][std::size_t(slot.microbatch)] = slot.end;
    for (std::size_t s = 0; s < 4; ++s) {
        double free = 0;
        for (const Slot& slot : played.slots[s]) {
            EXPECT_GE(slot.start, free);
            EXPECT_EQ(std::size_t(slot.part) % 4, s);
            free = slot.end;
            const auto part = std::size_t(slot.part), m = std::size_t(slot.microbatch);
            if (slot.direction == PassDirection::Forward)
                EXPECT_GE(slot.start + 1e-12, part == 0 ? 0 : forward[part - 1][m] + 0.25);
            else
                EXPECT_GE(slot.start + 1e-12, part == 7 ? forward[7][m] : backward[part + 1][m] + 0.25);
        }
        EXPECT_EQ(played.slots[s].size(), 2u * 2 * 8); // every part and microbatch, both ways
    }
}

// The middle one of three sets the pace: m x (2 + 4). It waits 1 for the first microbatch and, once it has
// gone forward twice (until 5), 1 more for the last stage, which is back at 3 + 1 + 2; then stage 0 needs 2.
TEST(PipelineSchedule, TheSlowestStageSetsThePace) {
    PipelineWork work = equalStages(3, 1, 50);
    work.forward[1] = 2;
    work.backward[1] = 4;
    EXPECT_NEAR(scheduleOf(work).end, 1 + 50 * 6 + 1 + 2, 1e-9);
}

// A stage keeps as many microbatches as are on their way behind it: p - s.
TEST(PipelineSchedule, EarlyStagesKeepMost) {
    const PipelineWork work = equalStages(4, 1, 16);
    EXPECT_EQ(inFlight(work, 0), 4);
    EXPECT_EQ(inFlight(work, 3), 1);
    EXPECT_EQ(inFlight(equalStages(4, 1, 2), 0), 2);
    // Interleaved: 2 (p - 1) + (v - 1) p + 1 parts.
    EXPECT_EQ(inFlight(equalStages(4, 2, 16), 0), 2 * 3 + 4 + 1);
}

// B_0 of stage 0 begins after p forward and p - 1 backward slots; m - p periods of 3 follow.
TEST(PipelineSchedule, TheSteadyStateRepeatsOneForwardAndOneBackward) {
    const PipelineWork work = equalStages(4, 1, 20);
    const PipelineSchedule played = scheduleOf(work);
    const SteadyState steady = steadyStateOf(work, played);
    EXPECT_EQ(steady.periods, 16);
    EXPECT_NEAR(steady.begin, 4 * 1 + 3 * 2, 1e-12);
    EXPECT_NEAR(steady.period, 3, 1e-12);
    for (const auto& stage : played.slots) {
        int inside = 0;
        for (const Slot& slot : stage)
            inside += slot.start >= steady.begin - 1e-9 && slot.start < steady.end() - 1e-9;
        EXPECT_EQ(inside, 2 * 16);
    }
    EXPECT_EQ(steadyStateOf(work, played).end(), steady.begin + 48);
    EXPECT_EQ(steadyStateOf(equalStages(4, 1, 4), scheduleOf(equalStages(4, 1, 4))).periods, 0);
}

} // namespace
} // namespace supernode
