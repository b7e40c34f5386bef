// SPDX-License-Identifier: GPL-3.0-or-later
// A chart of how a machine wanes: the median and the worst of random draws over the number of failed parts,
// in per cent of the whole machine.
//
// The steps stand at even distances, whatever lies between them. Thread: GUI.
// Promise: the points are those of the curve. [DegradationCardTest.ThePointsAreThoseOfTheCurve]
#pragma once

#include "model/degradation.h"

#include "views/charts/curve_question.h"

#include <QColor>
#include <QFrame>
#include <QList>
#include <QPointF>

class QBarCategoryAxis;
class QChart;
class QHBoxLayout;
class QLabel;
class QLineSeries;

namespace supernode {

class DegradationCard : public QFrame {
    Q_OBJECT

public:
    explicit DegradationCard(QWidget* parent = nullptr);
    // `part`: what fails, in the language.
    void setCurve(const DegradationCurve& curve, const QString& part, const QColor& colour);
    QList<QPointF> medians() const;
    QList<QPointF> worsts() const;
    CurveQuestion question() const;        // what it shows, to take along, over the true numbers of parts
    QHBoxLayout* head() { return m_head; } // at the right of the title
    QSize sizeHint() const override { return {256, 220}; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void colour();
    QChart* m_chart; // owned by its view
    QLineSeries *m_median, *m_worst;
    QBarCategoryAxis* m_steps;
    QLabel *m_title, *m_note, *m_xAxis;
    QHBoxLayout* m_head;
    QColor m_colour;
    QList<double> m_down; // parts, of the steps
};

} // namespace supernode
