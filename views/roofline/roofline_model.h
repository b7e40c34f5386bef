// SPDX-License-Identifier: GPL-3.0-or-later
// What the roofline draws: roofs of one endpoint, and the operators of an outcome as points under them.
//
// x: FLOPs for each byte, of memory for an operator, of the fabric for a whole stage; y: FLOPs a second that
// it gets while it runs. Units: FLOP/s, bytes/s, as plain numbers. The roofs are those of the data sheet:
// shares that are reached in practice are why no point touches them. Operators without arithmetic (norms,
// messages) have no place on the axes: they are listed with their time. Pure; any thread. Promise: no point
// stands above its roofs. [RooflineModel.NoPointStandsAboveItsRoofs]
#pragma once

#include "model/outcome/outcome.h"

#include <QString>

#include <vector>

namespace supernode {

enum class RoofKind { Compute, Memory, Fabric };

struct Roof {
    RoofKind kind = RoofKind::Compute;
    QString name;    // "BF16", "HBM"
    double rate = 0; // FLOP/s of compute, bytes/s of the others
};

struct RoofPoint {
    QString name;  // "routed experts"
    QString stage; // "layer with experts"
    std::string phase;
    RoofKind against = RoofKind::Memory; // Fabric for a whole stage
    double intensity = 0;                // FLOP/byte
    double rate = 0;                     // FLOP/s
    double share = 0;                    // of the time of all work
    Duration time;                       // of one run
    QString limitedBy;
};

struct Decades {
    int first = 0, last = 1; // powers of ten
};

struct RooflineModel {
    QString who; // "die"
    std::vector<Roof> roofs;
    std::vector<RoofPoint> points; // largest share first
    double withoutArithmetic = 0;  // share of the time
    Decades x, y;
};

RooflineModel rooflineOf(const Outcome& outcome);

// The height of a slanted roof at an intensity, of a flat one anywhere.
double heightOf(const Roof& roof, double intensity);

// Whether the phase of the timeline that runs ("experts A") is the one in which a point works.
bool worksIn(const RoofPoint& point, const Phase& phase);

// One paragraph for a person: what it is, FLOP/byte, rate, what limits it.
QString sentenceOf(const RoofPoint& point, const QString& who);

} // namespace supernode
