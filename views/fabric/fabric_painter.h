// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the rings: everything that stands still, at any zoom. Labels never overlap.
//
// Units: pixels; `RingPlacement` maps the frame of the picture to them. Thread: GUI (fonts).
// Promise: no two labels overlap. [FabricPainter.NoTwoLabelsOverlap]
#pragma once

#include "views/fabric/fabric_shades.h"
#include "views/fabric/fabric_ways.h"
#include "views/theme/theme.h"

#include <QRectF>
#include <QString>
#include <QStringList>

class QPainter;

namespace supernode {

struct RingPlacement {
    QPointF centre;
    double scale = 1; // pixels per unit
    QPointF toPixel(QPointF point) const { return centre + point * scale; }
    QPointF fromPixel(QPointF pixel) const { return (pixel - centre) / scale; }
};

struct RingLabel {
    QRectF box;
    QString text;
    ElementId element;
    bool failed = false;
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

struct FabricPaint {
    const FabricPicture& picture;
    const Outcome& outcome;
    const std::vector<Shade>& shades;
    const FabricWays& ways;
    const std::vector<std::uint32_t>& hovered; // parts
    QStringList caption;
    RingPlacement place;
    Theme theme;
};
void paintFabric(QPainter& painter, const FabricPaint& paint);

} // namespace supernode
