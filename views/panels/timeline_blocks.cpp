// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/timeline_blocks.h"

#include "views/panels/timeline_scale.h"

#include <algorithm>
#include <cmath>

namespace supernode {
namespace {

double periodOf(const Phase& phase) {
    return phase.period.base() > 0 ? phase.period.base() : phase.duration.base();
}
// Of all repeats.
double endOf(const Phase& phase) {
    return phase.start.base() + periodOf(phase) * (phase.repeats - 1) + phase.duration.base();
}

// Whether two phases are ever at work together. Repeats of one stage keep step; stages follow each other.
bool overlap(const Phase& a, const Phase& b) {
    const double slack = 1e-9 * std::max(a.duration.base(), b.duration.base());
    if (a.repeats > 1 && b.repeats > 1 && a.period == b.period)
        return a.start.base() < b.start.base() + b.duration.base() - slack &&
               b.start.base() < a.start.base() + a.duration.base() - slack;
    return a.start.base() < endOf(b) - slack && b.start.base() < endOf(a) - slack;
}

// The repeat that has begun at a time; -1 before the first.
double repeatAt(const Phase& phase, double time) {
    const double k = std::floor((time - phase.start.base()) / periodOf(phase) * (1 + 1e-12));
    return std::clamp(k, -1.0, phase.repeats - 1);
}

} // namespace

TimelineRows::TimelineRows(const Outcome& outcome) : m_rowOfPhase(outcome.phases.size()) {
    for (const Lane lane : {Lane::Compute, Lane::Dispatch, Lane::Combine, Lane::Transfer}) {
        const std::size_t first = m_rows.size();
        std::vector<std::vector<std::size_t>> members;
        for (std::size_t p = 0; p < outcome.phases.size(); ++p) {
            if (outcome.phases[p].lane != lane)
                continue;
            const auto free = std::find_if(members.begin(), members.end(), [&](const auto& row) {
                return std::none_of(row.begin(), row.end(), [&](std::size_t other) {
                    return outcome.phases[p].team != outcome.phases[other].team ||
                           overlap(outcome.phases[p], outcome.phases[other]);
                });
            });
            m_rowOfPhase[p] = first + static_cast<std::size_t>(free - members.begin());
            if (free == members.end())
                members.push_back({p});
            else
                free->push_back(p);
        }
        m_rows.resize(first + members.size(), {lane});
    }
}

std::vector<TimelineBlock> blocksIn(const Outcome& outcome, const TimelineRows& rows, TimeSpan view,
                                    double width) {
    std::vector<TimelineBlock> blocks;
    if (!(view.length().base() > 0) || width <= 0)
        return blocks;
    const double perPixel = view.length().base() / width;
    for (std::size_t p = 0; p < outcome.phases.size(); ++p) {
        const Phase& phase = outcome.phases[p];
        const double start = phase.start.base(), period = periodOf(phase), length = phase.duration.base();
        if (start > view.to.base() || endOf(phase) < view.from.base())
            continue;
        const std::size_t row = rows.rowOf(p);
        if (phase.repeats > 1 && period < 3 * leastPixels * perPixel) {
            // Neighbours of the same stage and row: the longest speaks for all.
            const auto same = std::find_if(blocks.begin(), blocks.end(), [&](const TimelineBlock& b) {
                return b.row == row && b.times == phase.repeats &&
                       outcome.phases[b.phase].period == phase.period && start < b.span.to.base();
            });
            if (same == blocks.end())
                blocks.push_back(
                    {row, p, {phase.start, seconds(start + period * phase.repeats)}, phase.repeats});
            else if (outcome.phases[same->phase].duration < phase.duration)
                same->phase = p;
            continue;
        }
        const double first = std::max(0.0, repeatAt(phase, view.from.base() - length));
        for (double k = first; k < phase.repeats && start + k * period <= view.to.base(); ++k)
            if (start + k * period + length >= view.from.base())
                blocks.push_back(
                    {row, p, {seconds(start + k * period), seconds(start + k * period + length)}, 1});
    }
    return blocks;
}

const Phase* phaseAt(const Outcome& outcome, Duration time) {
    const Phase* found = nullptr;
    double begun = -1;
    for (const Phase& phase : outcome.phases) {
        const double k = repeatAt(phase, time.base());
        const double start = phase.start.base() + k * periodOf(phase);
        if (k < 0 || time.base() > start + phase.duration.base() || start <= begun)
            continue;
        found = &phase;
        begun = start;
    }
    return found;
}

Duration nextPhase(const Outcome& outcome, Duration from) {
    const double slack = outcome.end.base() * 1e-9;
    double next = nextBoundary(outcome, from).base();
    for (const Phase& phase : outcome.phases) {
        const double k = repeatAt(phase, from.base() + slack) + 1;
        const double start = phase.start.base() + k * periodOf(phase);
        if (k < phase.repeats && start > from.base() + slack)
            next = std::min(next, start);
    }
    return seconds(next);
}

Duration previousPhase(const Outcome& outcome, Duration from) {
    const double slack = outcome.end.base() * 1e-9;
    double previous = previousBoundary(outcome, from).base();
    for (const Phase& phase : outcome.phases) {
        double k = repeatAt(phase, from.base());
        if (phase.start.base() + k * periodOf(phase) >= from.base() - slack)
            --k;
        if (k >= 0)
            previous = std::max(previous, phase.start.base() + k * periodOf(phase));
    }
    return seconds(previous);
}

} // namespace supernode
