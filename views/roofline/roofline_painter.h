// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the roofline: axes, roofs, marks with their ghosts of before the what-if, labels.
//
// A mark is a shape and a colour by what holds it: circle, square, diamond, ring. Units: logical pixels.
// Thread: GUI (fonts).
#pragma once

#include "views/roofline/roofline_layout.h"
#include "views/theme/theme.h"

class QPainter;

namespace supernode {

struct RooflinePaint {
    const RooflinePicture& picture;
    const RooflinePicture* baseline = nullptr; // null: nothing to compare with
    const RoofPlots& plots;
    const RoofMark* named = nullptr; // of the picture
    const Phase* running = nullptr;  // at the playhead
    Theme theme;
};
void paintRoofline(QPainter& painter, const RooflinePaint& paint);

QColor colourOf(WorkLimit limit, const Theme& theme);
void drawMark(QPainter& painter, QPointF at, double radius, WorkLimit limit);
// Room for the numbers beside the axes and the titles over them.
QMarginsF edgeOf(const Theme& theme);

} // namespace supernode
