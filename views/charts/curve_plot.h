// SPDX-License-Identifier: GPL-3.0-or-later
// The curves of a card, drawn by Qt Charts, with lines and numbers of our own at the axes: Qt's have neither
// separators nor units. Private to this room.
#pragma once

#include "views/charts/card_chart.h"
#include "views/charts/curve_question.h"

#include <optional>

class QAbstractAxis;

namespace supernode {

class CurvePlot : public BareChartView {
    Q_OBJECT

public:
    explicit CurvePlot(QWidget* parent = nullptr);
    void setQuestion(const CurveQuestion& question);
    void setMark(std::optional<double> x); // where the cross-hair stands
    double xAt(QPoint inPlot) const;
    double placeOf(double x) const { return place({x, m_frame.y.low}).x(); }
    void colour();

protected:
    void drawBackground(QPainter& painter) override;
    void drawForeground(QPainter& painter) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QAbstractAxis* addAxis(const CurveAxis& axis, AxisSpan span, Qt::Alignment edge);
    void fit();
    int ticksAlong() const;
    int ticksUp() const;
    QPointF place(const QPointF& point) const;
    CurveQuestion m_question;
    CurveFrame m_frame;
    std::optional<double> m_mark;
};

} // namespace supernode
