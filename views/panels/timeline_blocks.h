// SPDX-License-Identifier: GPL-3.0-or-later
// What the timeline draws: rows by lane, every repeat of every phase that is in view, steps from phase to
// phase.
//
// Phases of one lane that overlap (two microbatches) or that belong to different pipeline stages stand in
// rows of their own. Repeats that would be narrower than `leastPixels` become one block that says how often.
// Pure; any thread. Promise: every repeat in view is drawn. [TimelineBlocks.EveryRepeatInViewIsDrawn]
// Promise: blocks of one row never overlap. [TimelineBlocks.BlocksOfOneRowNeverOverlap]
#pragma once

#include "model/outcome/outcome.h"

#include <vector>

namespace supernode {

struct TimeSpan {
    Duration from, to;

    Duration length() const { return to - from; }
    bool operator==(const TimeSpan&) const = default;
};

struct TimelineRow {
    Lane lane = Lane::Transfer;
    bool operator==(const TimelineRow&) const = default;
};

struct TimelineBlock {
    std::size_t row = 0;
    std::size_t phase = 0; // in Outcome::phases
    TimeSpan span;
    double times = 1; // repeats that this block stands for
};

class TimelineRows {
public:
    TimelineRows() = default;
    explicit TimelineRows(const Outcome& outcome);

    const std::vector<TimelineRow>& rows() const { return m_rows; }
    std::size_t rowOf(std::size_t phase) const { return m_rowOfPhase[phase]; }

private:
    std::vector<TimelineRow> m_rows;
    std::vector<std::size_t> m_rowOfPhase;
};

constexpr double leastPixels = 5;
std::vector<TimelineBlock> blocksIn(const Outcome& outcome, const TimelineRows& rows, TimeSpan view,
                                    double width);

// The phase that runs at a time, the one that began last; null when none does.
const Phase* phaseAt(const Outcome& outcome, Duration time);
// Where a phase, any of its repeats, or an interval begins; the end or zero when there is none.
Duration nextPhase(const Outcome& outcome, Duration from);
Duration previousPhase(const Outcome& outcome, Duration from);

} // namespace supernode
