// SPDX-License-Identifier: GPL-3.0-or-later
// A value of every interval as the corners of a line of steps, as many as a screen can show.
//
// x seconds, y as the values. Intervals narrower than a pixel become one upright stroke from the least to the
// largest of them. Pure; any thread; writes into `points` without keeping its size.
// Promise: no peak is lost, however far away. [RunSteps.NoPeakIsLostHoweverFarAway]
#pragma once

#include "model/outcome/outcome.h"
#include "views/panels/timeline_blocks.h"

#include <QList>
#include <QPointF>

#include <span>

namespace supernode {

void stepsOf(const Outcome& outcome, std::span<const float> values, TimeSpan view, double pixels,
             QList<QPointF>& points);

// The value at a time, as Outcome::at finds it; values has one for each interval.
float valueAt(const Outcome& outcome, std::span<const float> values, Duration time);

} // namespace supernode
