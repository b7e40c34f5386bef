// SPDX-License-Identifier: GPL-3.0-or-later
// A knob as a slider and as text: the values at which it stops, how they are written, how they are typed.
//
// Pure; any thread. Stops follow the scale of the knob: equal steps, 1 and 1.5 times powers of two, or
// 1, 1.5, 2, 3, 5, 7 times powers of ten. What 0 or nothing means comes first. A typed value may lie between
// the stops. Promise: what is written can be typed again. [KnobScale.WhatIsWrittenCanBeTypedAgain]
#pragma once

#include "model/scenario/knobs.h"

#include <QString>

#include <optional>
#include <vector>

namespace supernode {

using KnobValue = std::optional<double>; // empty: none

std::vector<KnobValue> stopsOf(const Knob& knob);
int stopNear(const std::vector<KnobValue>& stops, KnobValue value);

// "4,096", "64 MiB", "30 %", "4,000 ms", "largest that fits".
QString textOf(const Knob& knob, KnobValue value);
// What a person typed; empty inside empty: a number was not understood. "4K", "1.5 GiB", "30%", "all".
std::optional<KnobValue> typed(const Knob& knob, const QString& text);

} // namespace supernode
