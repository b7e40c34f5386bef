// SPDX-License-Identifier: GPL-3.0-or-later
// The two bars of a card, drawn by Qt Charts, with the values written at their ends. Private to this room.
#pragma once

#include "views/charts/board_rows.h"
#include "views/charts/card_chart.h"

class QBarSet;
class QHorizontalStackedBarSeries;
class QValueAxis;

namespace supernode {

class BarPlot : public BareChartView {
    Q_OBJECT

public:
    explicit BarPlot(QWidget* parent = nullptr);
    void setBars(const BoardRow& row, const QColor& left, const QColor& right);

    QValueAxis* valueAxis() const { return m_axis; }
    double value(Leader side) const;

protected:
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitAxis();
    QString text(Leader side) const;

    QPointF pointAt(Leader side, double value) const; // middle of a bar, in the viewport

    BoardRow m_row;
    QColor m_leftColour, m_rightColour;
    QBarSet *m_left, *m_right;
    QHorizontalStackedBarSeries* m_series;
    QValueAxis* m_axis;
};

} // namespace supernode
