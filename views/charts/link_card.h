// SPDX-License-Identifier: GPL-3.0-or-later
// How busy the links are at one instant, as a distribution, with the baseline at the same part of its run.
//
// Told ten times a second while time passes: the lists keep their room. Thread: GUI.
// Promise: the curve is that of the instant. [LinkCard.ShowsTheInstantAndTheSamePartOfTheBaseline]
#pragma once

#include "model/outcome/outcome.h"
#include "views/charts/line_card.h"

namespace supernode {

class LinkCard : public LineCard {
    Q_OBJECT

public:
    using LineCard::LineCard;
    void show(const Outcome& outcome, Duration time,
              const Outcome* baseline); // null: nothing to compare with

private:
    QList<QPointF> m_nowLists[2], m_earlierLists[2]; // in turn: the chart still holds the one of before
    int m_turn = 0;
};

} // namespace supernode
