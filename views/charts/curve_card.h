// SPDX-License-Identifier: GPL-3.0-or-later
// One question over a range, a curve for each machine, on logarithmic axes, with a cross-hair that reads out.
//
// The cross-hair stands on the points that were computed, never between them; pointer, touch and the arrow
// keys move it. Values must be above zero. Thread: GUI.
// Promise: the read-out says the values of the points. [CurveCardTest.TheReadOutSaysTheValuesOfThePoints]
#pragma once

#include "views/charts/card_chart.h"

#include <QFrame>
#include <QList>
#include <QPointF>

class QChart;
class QLabel;
class QLineSeries;
class QLogValueAxis;

namespace supernode {

class ElidedLabel;

struct ChartCurve {
    QString name;
    QColor colour;
    QList<QPointF> points; // x rising
};

struct CurveQuestion {
    QString title, note;
    QString xTitle, yTitle; // with their units
    QString xUnit, yUnit;
    std::vector<ChartCurve> curves;
};

class CurvePlot : public BareChartView {
    Q_OBJECT

public:
    explicit CurvePlot(QWidget* parent = nullptr);
    void setCurves(const std::vector<ChartCurve>& curves);
    void setMark(double x); // where the cross-hair stands
    double xAt(QPoint inPlot) const;
    void colour();

protected:
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    QPointF place(const QPointF& point) const;
    std::vector<ChartCurve> m_curves;
    QLogValueAxis *m_x, *m_y;
    double m_mark = 0;
};

class CurveCard : public QFrame {
    Q_OBJECT

public:
    explicit CurveCard(QWidget* parent = nullptr);
    void setQuestion(const CurveQuestion& question);
    const CurveQuestion& question() const { return m_question; }
    // To the computed x that is nearest, as the axis shows it.
    void readAt(double x);
    QString readOut() const;

protected:
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showReadOut();
    CurveQuestion m_question;
    QList<double> m_xs; // of all curves, rising
    qsizetype m_at = 0;
    CurvePlot* m_plot;
    ElidedLabel *m_title, *m_note;
    QLabel *m_yTitle, *m_xTitle, *m_readOut;
};

} // namespace supernode
