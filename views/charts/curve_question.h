// SPDX-License-Identifier: GPL-3.0-or-later
// A chart of curves as numbers and words: what a card shows, and what is taken along of it.
//
// Pure; any thread. Promise: the file holds the numbers of the curves.
// [CurveFiles.TheTableHoldsThePointsOfEveryCurve] Promise: the same input gives the same bytes.
// [CurveFiles.TheSameQuestionGivesTheSameBytes]
#pragma once

#include "views/charts/chart_axis.h"

#include <QByteArray>
#include <QColor>
#include <QList>
#include <QPointF>
#include <QStringList>

namespace supernode {

struct ChartCurve {
    enum class Look { Line, Dashed, Dots };
    QString name;
    QColor colour;
    QList<QPointF> points; // x rising
    Look look = Look::Line;
    QStringList notes = {}; // of the points: "32 a chip"; or none
};

struct CurveQuestion {
    QString id; // of its file
    QString title, note;
    CurveAxis x, y;
    std::vector<ChartCurve> curves;
    bool isWaiting = false; // they are being worked out
};

// What the axes span: of the points that have a place on them.
struct CurveFrame {
    AxisSpan x, y;
};
CurveFrame frameOf(const CurveQuestion& question);
// Whether a cross-hair at x reads a point.
bool reads(const CurveQuestion& question, const CurveFrame& frame, double x, const QPointF& point);
// Zero and less have no place on a logarithmic axis.
bool hasPlace(const CurveQuestion& question, const QPointF& point);

// A picture of lines on white, 720 x 450, and a table with a column for each curve.
QByteArray curveSvg(const CurveQuestion& question);
QByteArray curveCsv(const CurveQuestion& question);

} // namespace supernode
