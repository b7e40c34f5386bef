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

    bool operator==(const TileModel&) const = default;
};

constexpr std::size_t headlineTiles = 4;

// The first metrics of `now`. Pass `now` itself as the baseline when there is none: nothing changed then.
std::vector<TileModel> tilesFor(const Outcome& now, const Outcome& baseline, const Outcome* other);

} // namespace supernode
