// SPDX-License-Identifier: GPL-3.0-or-later
// What the headline tiles say: a number, how it moved against the baseline, and what the other machine has.
//
// Pure; any thread. Good and bad follow Metric::better; a change below half a per mille is none.
// Promise: better and worse are told by arrow and colour. [TileModel.AChangeIsJudgedByWhatIsBetter]
#pragma once

#include "model/outcome/outcome.h"

#include <QColor>
#include <QString>

#include <vector>

namespace supernode {

struct TileModel {
    enum class Judgement { Unknown, Same, Good, Bad, Neutral };

    QString id, title, value, unit;
    QString change;     // "▼ -3.7 %", "" without a baseline
    QString changeLong; // "▼ -3.7 % vs. baseline"
    Judgement judgement = Judgement::Unknown;
    QString other; // "NVL72 13,400"
    QColor otherColour;
    QString sentence;
    QString note; // about the other machine

    bool operator==(const TileModel&) const = default;
};

constexpr std::size_t headlineTiles = 6;

// The metrics that a visitor reads first for this kind of work, most important first; the first metrics of
// `now` where nothing is said about its kind. Pass `now` itself as the baseline when there is none: nothing
// changed then. `otherNote`: what the other machine, whose short name is `otherName`, lacks for the same
// work; "" for nothing. Promise: every kind has its numbers in its order.
// [TileModel.EveryKindHasItsNumbersInItsOrder]
std::vector<TileModel> tilesFor(const Outcome& now, const Outcome& baseline, const Outcome* other,
                                const QString& otherNote = {});

// "≥ " of a lower bound, "≤ " of an upper one, "" of the value itself.
QString boundSign(Metric::Bound bound);

} // namespace supernode
