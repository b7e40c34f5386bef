// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/link_card.h"

#include "views/charts/link_cdf.h"

namespace supernode {

void LinkCard::show(const Outcome& outcome, Duration time, const Outcome* baseline) {
    m_turn = 1 - m_turn;
    QList<QPointF>&now = m_nowLists[m_turn], &earlier = m_earlierLists[m_turn];
    fillLinkUtilizationCdf(outcome, outcome.at(time), now);
    earlier.clear();
    if (baseline && outcome.end.base() > 0)
        fillLinkUtilizationCdf(*baseline, baseline->at(time * (baseline->end / outcome.end)), earlier);
    setTitle(tr("All links now"), baseline ? tr("grey: baseline") : QString(),
             tr("% of links · busy at most, %"));
    setCurves(now, earlier, QColor(QString::fromStdString(outcome.fabric->system().accent)));
}

} // namespace supernode
