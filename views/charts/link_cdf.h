// SPDX-License-Identifier: GPL-3.0-or-later
// The share of links that are at most so busy. Pure; any thread.
#pragma once

#include "model/outcome/outcome.h"

#include <QList>
#include <QPointF>

namespace supernode {

// x: utilization 0..100 %, y: share of the channels of living links 0..100 %; 101 points, x from 0 to 100.
// Promise: it never falls and ends at 100. [LinkCdf.NeverFallsAndEndsAtAllLinks]
QList<QPointF> linkUtilizationCdf(const Outcome& outcome, const Interval& interval);
// The same into a list that keeps its room: nothing is allocated when it has been used before.
void fillLinkUtilizationCdf(const Outcome& outcome, const Interval& interval, QList<QPointF>& points);

} // namespace supernode
