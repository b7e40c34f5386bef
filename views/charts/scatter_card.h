// SPDX-License-Identifier: GPL-3.0-or-later
// Many answers as dots over two numbers, those that nothing beats joined and marked, one of them chosen.
//
// An axis is logarithmic where its numbers are above zero and span more than two decades. A click or a touch
// chooses the dot that is nearest. Thread: GUI. Cost: dots are painted once and kept as a picture.
// Promise: a click chooses the dot beneath it. [ScatterCardTest.AClickChoosesTheDotBeneathIt]
#pragma once

#include "views/charts/card_chart.h"
#include "views/charts/curve_question.h"

#include <QFrame>
#include <QPixmap>

#include <vector>

class QHBoxLayout;
class QLabel;
class QLineSeries;

namespace supernode {

struct ScatterPoint {
    double x = 0, y = 0;
    int id = 0;
    bool front = false;
    bool operator==(const ScatterPoint&) const = default;
};

class ScatterPlot : public BareChartView {
    Q_OBJECT

public:
    explicit ScatterPlot(QWidget* parent = nullptr);
    void setPoints(const std::vector<ScatterPoint>& points);
    void setChosen(int id);
    void colour();
    QPointF place(const ScatterPoint& point) const;

protected:
    void drawForeground(QPainter& painter) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void setAxes();
    void paintDots();
    std::vector<ScatterPoint> m_points;
    int m_chosen = -1;
    QLineSeries* m_frame; // carries the axes
    QPixmap m_dots;
};

class ScatterCard : public QFrame {
    Q_OBJECT

public:
    explicit ScatterCard(QWidget* parent = nullptr);
    void setTitles(const QString& x, const QString& y); // with their units, and what is better
    void setPoints(const std::vector<ScatterPoint>& points);
    void setChosen(int id); // -1: none
    const std::vector<ScatterPoint>& points() const { return m_points; }
    QPointF place(const ScatterPoint& point) const; // in this card
    CurveQuestion question() const;                 // all dots and the front, to take along
    QHBoxLayout* head() { return m_head; }          // at the right of the upper title

signals:
    void chosen(int id); // by a person

protected:
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    std::vector<ScatterPoint> m_points;
    ScatterPlot* m_plot;
    QLabel *m_x, *m_y;
    QHBoxLayout* m_head;
};

} // namespace supernode
