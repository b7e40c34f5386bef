// SPDX-License-Identifier: GPL-3.0-or-later
// A small chart of one curve, with the baseline's in grey behind it. Thread: GUI.
#pragma once

#include "views/charts/curve_question.h"

#include <QColor>
#include <QFrame>
#include <QList>
#include <QPointF>

class QHBoxLayout;
class QLabel;
class QLineSeries;
class QChart;

namespace supernode {

class LineCard : public QFrame {
    Q_OBJECT

public:
    // Both axes run from 0 to 100 per cent.
    explicit LineCard(QWidget* parent = nullptr);
    void setTitle(const QString& title, const QString& note, const QString& xAxis);
    void setCurves(const QList<QPointF>& now, const QList<QPointF>& baseline, const QColor& colour);
    QList<QPointF> nowPoints() const;
    QList<QPointF> baselinePoints() const;
    CurveQuestion question() const;        // what it shows, to take along
    QHBoxLayout* head() { return m_head; } // at the right of the title
    QSize sizeHint() const override { return {256, 168}; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void colour();
    QChart* m_chart; // owned by its view
    QLineSeries *m_now, *m_baseline;
    QLabel *m_title, *m_note, *m_xAxis;
    QHBoxLayout* m_head;
    QColor m_colour;
};

} // namespace supernode
