// SPDX-License-Identifier: GPL-3.0-or-later
// From stages of overlapping spans to intervals, whose loads are made once for all layers that are alike.
#include "model/outcome/assemble.h"
#include "model/outcome/stage_loads.h"

#include <algorithm>
#include <cmath>

namespace supernode {
namespace {

// A piece of a stage in which no span begins or ends.
struct Piece {
    double end = 0; // seconds from the start of the stage
    LoadsPtr loads;
    std::uint32_t phase = 0;
};

bool covers(const Span& span, double instant) {
    return instant >= span.start.base() && instant <= (span.start + span.length).base();
}

std::vector<Piece> piecesOf(StageLoads& loads, const Stage& stage, std::uint32_t firstPhase) {
    const double length = stage.length.base(), least = length * 1e-9;
    std::vector<double> cuts{0, length};
    for (const Span& span : stage.spans)
        if (StageLoads::carries(span))
            for (const double at : {span.start.base(), (span.start + span.length).base()})
                cuts.push_back(std::clamp(at, 0.0, length));
    std::sort(cuts.begin(), cuts.end());
    std::vector<Piece> pieces;
    double from = 0;
    for (const double to : cuts) {
        if (to - from <= least)
            continue;
        Piece piece{to, nullptr, firstPhase};
        std::vector<const Span*> together;
        for (std::size_t s = 0; s < stage.spans.size(); ++s) {
            const Span& span = stage.spans[s];
            if (!covers(span, (from + to) / 2))
                continue;
            together.push_back(&span);
            if (StageLoads::carries(span) || span.sends || piece.phase == firstPhase)
                piece.phase = firstPhase + static_cast<std::uint32_t>(s);
        }
        piece.loads = loads.of(together);
        pieces.push_back(std::move(piece));
        from = to;
    }
    if (!pieces.empty())
        pieces.back().end = length;
    return pieces;
}

LoadsPtr meanOf(const std::vector<Piece>& pieces, double length, const Fabric& fabric) {
    std::vector<std::pair<LoadsPtr, double>> shares;
    double from = 0;
    for (const Piece& piece : pieces) {
        shares.emplace_back(piece.loads, (piece.end - from) / length);
        from = piece.end;
    }
    return meanOf(std::move(shares), fabric);
}

} // namespace

// Share of a stage in which the chips compute, on one stream or on both.
static double computingOf(const Stage& stage) {
    double busy = 0;
    for (const Span& span : stage.spans)
        if (span.lane == Lane::Compute)
            busy += span.length.base() * span.computing;
    return stage.length.base() > 0 ? std::min(1.0, busy / stage.length.base()) : 0;
}

void addStages(Outcome& outcome, const Plan& plan) {
    StageLoads loads(plan.exchanges, outcome.fabric->channelCount());
    Duration now;
    const auto record = [&](Duration end, std::uint32_t phase, const LoadsPtr& carried) {
        outcome.intervals.push_back({now, end, phase, carried});
        now = end;
    };
    for (const Stage& stage : plan.stages) {
        const Duration start = now, length = stage.length;
        const auto firstPhase = static_cast<std::uint32_t>(outcome.phases.size());
        const double computing = computingOf(stage);
        for (const Span& span : stage.spans) {
            outcome.phases.push_back({span.name, start + span.start, span.length, span.limitedBy, computing,
                                      span.lane, stage.repeats, length});
            if (span.sends)
                outcome.phases.back().sends = span.sends;
            else if (span.traffic != Span::none)
                outcome.phases.back().sends = plan.exchanges[span.traffic]->who();
            outcome.phases.back().sendsPerPhase = span.sends ? 1 : span.times;
            outcome.phases.back().team = span.team;
        }
        const std::vector<Piece> pieces = piecesOf(loads, stage, firstPhase);
        if (pieces.empty())
            continue;
        if (stage.repeats > mostLayers) {
            record(start + length * stage.repeats, pieces.front().phase,
                   meanOf(pieces, length.base(), *outcome.fabric));
            continue;
        }
        for (int i = 0; i < static_cast<int>(stage.repeats); ++i)
            for (const Piece& piece : pieces)
                record(start + length * i + seconds(piece.end), piece.phase, piece.loads);
    }
    outcome.end = now;
}

} // namespace supernode
