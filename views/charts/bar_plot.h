// SPDX-License-Identifier: GPL-3.0-or-later
// The bars of a card, one for each machine, drawn by Qt Charts, with the values written at their ends.
// Private to this room.
#pragma once

#include "views/charts/board_rows.h"
#include "views/charts/card_chart.h"

class QBarCategoryAxis;
class QBarSet;
class QHorizontalStackedBarSeries;
class QValueAxis;

namespace supernode {

class BarPlot : public BareChartView {
    Q_OBJECT

public:
    explicit BarPlot(QWidget* parent = nullptr);
    void setBars(const BoardRow& row, const std::vector<QColor>& colours);

    QValueAxis* valueAxis() const { return m_axis; }
    double value(std::size_t machine) const; // as the chart holds it

protected:
    void drawForeground(QPainter& painter) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QFont numberFont() const;
    void fitAxis();
    QString text(std::size_t machine) const;
    int category(std::size_t machine) const; // they run upwards: the first machine is the upper bar
    QPointF pointAt(std::size_t machine, double value) const; // middle of a bar

    BoardRow m_row;
    std::vector<QColor> m_colours;
    QBarSet* m_set;
    QHorizontalStackedBarSeries* m_series;
    QBarCategoryAxis* m_categories;
    QValueAxis* m_axis;
};

} // namespace supernode
