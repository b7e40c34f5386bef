// SPDX-License-Identifier: GPL-3.0-or-later
// The sign of the program: the rings of a machine, one for each plane, as few strokes as its size lets be
// seen.
//
// Made of the segments of the same picture that the fabric view paints; colours run from the busiest to the
// calmest of the utilization ramp, from the outside in. Units: pixels. Thread: any (no fonts).
// Promise: it is made of the rings of the picture. [RingsSign.IsMadeOfTheRingsOfThePicture]
// Promise: what is painted and what is written as SVG are the same shapes.
// [RingsSign.TheSvgHoldsTheShapesThatArePainted]
#pragma once

#include "views/fabric/fabric_picture.h"

#include <QByteArray>
#include <QColor>
#include <QImage>

namespace supernode {

struct SignStroke { // a part of a ring, from angle to angle, in a square of side 1 round the origin
    double radius = 0, half = 0;
    double angle = 0, halfAngle = 0;
    QColor colour;
};

// Every ring and chip from 96 pixels on; below that each second or third ring, and whole arcs.
std::vector<SignStroke> signStrokes(const FabricPicture& picture, int pixels);
QImage signImage(const FabricPicture& picture, int pixels);
QByteArray signSvg(const FabricPicture& picture);

} // namespace supernode
