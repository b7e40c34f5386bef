// SPDX-License-Identifier: GPL-3.0-or-later
// Where everything of a roofline stands in pixels: panels, marks, labels that never overlap.
//
// Units: logical pixels, y downwards. Pure; the sizes of texts come from the caller.
// Promise: no two labels overlap, and none covers a mark. [RooflineLayout.NoLabelCoversAnother]
#pragma once

#include "views/roofline/roofline_picture.h"

#include <QPointF>
#include <QRectF>

#include <functional>
#include <vector>

namespace supernode {

// One panel on the screen.
struct RoofPlot {
    QRectF box;
    LogRange x, y;

    QPointF place(double xValue, double yValue) const;
    QPointF place(const RoofMark& mark) const { return place(mark.x, mark.y); }
    bool empty() const { return box.width() < 1 || box.height() < 1; }
};

// The two panels side by side; where nothing is computed, or nothing sent, the other has all the room.
// `edge`: room for numbers and titles left, above, right and below of each.
struct RoofPlots {
    RoofPlot arithmetic, fabric;
    const RoofPlot& of(RoofMark::Panel panel) const {
        return panel == RoofMark::Panel::Fabric ? fabric : arithmetic;
    }
};
RoofPlots plotsOf(const RooflinePicture& picture, const QRectF& area, const QMarginsF& edge);

double radiusOf(const RoofMark& mark);

struct RoofLabel {
    std::size_t mark = 0; // in the panel
    QRectF box;
};
// Of marks in the order of their share, as many as find a place beside theirs; `taken` is covered already,
// the lines of roofs are crossed only where there is no other place.
std::vector<RoofLabel> labelsOf(const RoofPanel& panel, const RoofPlot& plot, std::vector<QRectF> taken,
                                const std::function<QSizeF(const RoofMark&)>& sizeOf);

// Where the words of a level roof stand: over its line, under it where failures have lowered it; as far to
// the right as no mark is in the way, on the other side where one is all along.
QRectF nameBoxOf(const RoofPanel& panel, std::size_t roof, const RoofPlot& plot, QSizeF size);

// The nearest mark within `reach` of its edge; none: marks.size().
std::size_t markAt(const RoofPanel& panel, const RoofPlot& plot, QPointF at, double reach);
// The roof within `reach`; none: roofs.size().
std::size_t roofAt(const RoofPanel& panel, const RoofPlot& plot, QPointF at, double reach);

// Both ends of a roof as it is drawn: a peak begins where the HBM can feed it, the HBM ends at the highest.
std::pair<QPointF, QPointF> endsOf(const RoofPanel& panel, std::size_t roof, const RoofPlot& plot);

} // namespace supernode
