// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the rings: everything that stands still, at any zoom. Labels never overlap.
//
// Units: pixels; `RingPlacement` maps the frame of the picture to them. Thread: GUI (fonts).
// What differs from the baseline has its former colour as an edge. Promise: no two labels overlap.
// [FabricPainter.NoTwoLabelsOverlap]
#pragma once

#include "views/colouring.h"
#include "views/fabric/fabric_shades.h"
#include "views/fabric/fabric_ways.h"
#include "views/theme/theme.h"

#include <QRectF>
#include <QRgb>
#include <QString>
#include <QStringList>

class QPainter;
class QPainterPath;

namespace supernode {

struct RingPlacement {
    QPointF centre;
    double scale = 1; // pixels per unit
    QPointF toPixel(QPointF point) const { return centre + point * scale; }
    QPointF fromPixel(QPointF pixel) const { return (pixel - centre) / scale; }
    bool operator==(const RingPlacement&) const = default;
};

struct RingLabel {
    QRectF box;
    QString text;
    ElementId element;
    bool failed = false;
    bool operator==(const RingLabel&) const = default;
};

// Names of racks round the rings and numbers of planes at their right, as many as fit.
std::vector<RingLabel> labelsOf(const FabricPicture& picture, const FabricState& state,
                                const RingPlacement& place, const Theme& theme);

// The words in the middle, round the centre, as large as the circle that is free lets them be.
// Promise: no line touches the inner ring. [FabricPainter.NoLineOfTheCaptionTouchesTheInnerRing]
struct CaptionLine {
    QString text;
    QFont font;
    QRectF box;
    bool first = false;
};
std::vector<CaptionLine> captionLines(const QStringList& caption, double radius, const Theme& theme);

// What stays as long as the machine, what is down in it and the place stay: ground, spokes and all words.
struct FabricGround {
    FabricPicturePtr picture;
    std::vector<RingLabel> labels;
    QStringList caption;
    RingPlacement place;
    Theme theme;
    bool operator==(const FabricGround&) const = default;
};
void paintGround(QPainter& painter, const FabricGround& ground);

// What follows the traffic and the selection, over the ground.
struct FabricParts {
    const FabricPicture& picture;
    const std::vector<Shade>& shades;
    const FabricWays& ways;
    const std::vector<std::uint32_t>& hovered; // parts
    Colouring colouring = Colouring::ByUtilization;
    RingPlacement place;
    Theme theme;
};
// Filled: parts of one colour are there already, by a PartMap.
enum class PlainParts : std::uint8_t { Painted, Filled };
void paintParts(QPainter& painter, const FabricParts& parts, PlainParts plain = PlainParts::Painted);
// The colour of each part that has one alone, transparent for the others.
std::vector<QRgb> plainColours(const FabricParts& parts);
QPainterPath shapeOf(const RingPart& part, const RingPlacement& place);

} // namespace supernode
