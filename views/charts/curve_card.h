// SPDX-License-Identifier: GPL-3.0-or-later
// One question over a range, curves for each machine, with a cross-hair that reads out.
//
// The cross-hair stands on the points that were computed, never between them; pointer, touch and the arrow
// keys move it. Each axis is linear or logarithmic, as a switch beneath it says; zero and less have no place
// on a logarithmic one and are left out there. Thread: GUI.
// Promise: the read-out says the values of the points. [CurveCardTest.TheReadOutSaysTheValuesOfThePoints]
// Promise: the switch changes the axis and not the points. [CurveCardTest.TheSwitchChangesTheAxis]
#pragma once

#include "views/charts/curve_question.h"

#include <QFrame>

class QBoxLayout;
class QHBoxLayout;
class QLabel;

namespace supernode {

class CurvePlot;
class ElidedLabel;
class Segmented;

class CurveCard : public QFrame {
    Q_OBJECT

public:
    explicit CurveCard(QWidget* parent = nullptr);
    // A question of the same id keeps the scales that were chosen.
    void setQuestion(const CurveQuestion& question);
    const CurveQuestion& question() const { return m_question; } // with the scales that were chosen
    // To the computed x that is nearest, as the axis shows it.
    void readAt(double x);
    QString readOut() const;
    enum class Controls { Shown, Hidden };
    void setControls(Controls controls); // hidden in a picture to take along
    Segmented& xScale() { return *m_xScale; }
    Segmented& yScale() { return *m_yScale; }
    QHBoxLayout* head() { return m_head; } // at the right of the title
    QPoint placeInCard(double x) const;    // of a computed x, in the middle of the plot's height

protected:
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QBoxLayout* buildFoot();
    Segmented* makeScale(CurveAxis& axis);
    void showCurves();
    qsizetype firstPlace() const; // in m_xs
    void showReadOut();
    QString valueAt(const ChartCurve& curve, double x) const;
    CurveQuestion m_question;
    QList<double> m_xs; // of all curves, rising
    qsizetype m_at = 0;
    CurvePlot* m_plot;
    ElidedLabel *m_title, *m_note;
    QLabel *m_yTitle, *m_xTitle, *m_readOut;
    QWidget* m_scales = nullptr;
    Segmented *m_xScale = nullptr, *m_yScale = nullptr;
    QHBoxLayout* m_head;
};

} // namespace supernode
