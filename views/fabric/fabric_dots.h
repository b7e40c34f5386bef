// SPDX-License-Identifier: GPL-3.0-or-later
// Honest motion on the rings: a dot stands for bytes that the model sends, by the rule of the hall's dots.
//
// A lane is one direction of a way; at time scale s its payload r makes flux = r s / B dots a second, which
// all walk at the same pace. B is the smallest of 1, 2, 5 times a power of ten that keeps their number and
// density readable. Units: frame of the picture, seconds on screen. Pure; any thread.
// Promise: dots a second times bytes a dot is the payload. [FabricDots.FluxTimesBytesIsThePayload]
#pragma once

#include "views/fabric/fabric_ways.h"

namespace supernode {

struct DotLane {
    std::vector<QPointF> points; // in the direction of the bytes
    std::vector<double> at;      // length up to each point
    double flux = 0;             // dots a second
    double phase = 0;            // of a dot, so that neighbours do not march in step
};

struct FabricDots {
    double bytesPerDot = 0; // 0: nothing moves
    double pace = 0.22;     // a second
    std::vector<DotLane> lanes;
};

// `timeScale`: model seconds per second on screen; `most`: dots at once, about.
FabricDots planDots(const FabricWays& ways, double timeScale, std::size_t most);
// Where they are, `seconds` on screen after the interval began; before, if a loop has just begun again.
// Appends to `places`. Promise: none is beside its way. [FabricDots.BeforeTheIntervalBeganTheyAreOnTheWayToo]
void placeDots(const FabricDots& dots, double seconds, std::vector<QPointF>& places);

} // namespace supernode
