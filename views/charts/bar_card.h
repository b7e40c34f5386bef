// SPDX-License-Identifier: GPL-3.0-or-later
// One number of both machines: two bars from zero, their values, the ratio, and where the numbers come from.
//
// Published numbers are outlined bars, modelled and derived ones solid. Thread: GUI.
// Promise: both bars start at zero on the same axis. [BarCard.BothBarsStartAtZeroOnOneAxis]
#pragma once

#include "views/charts/board_rows.h"

#include <QFrame>

class QLabel;

namespace supernode {

class BarPlot;
class ElidedLabel;

class BarCard : public QFrame {
    Q_OBJECT

public:
    explicit BarCard(QWidget* parent = nullptr);
    ~BarCard() override;
    void setRow(const Board& board, const BoardRow& row);

    const QString& id() const { return m_row.id; }
    const QString& title() const { return m_row.title; }
    double axisMinimum() const;
    double axisMaximum() const;
    double barValue(Leader side) const; // as the chart holds it
    QString ratioText() const;
    QString sourceText() const;
    QSize sizeHint() const override { return {272, 188}; }

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showRow();
    void fitRatio();
    Board m_board; // names and colours only
    BoardRow m_row;
    BarPlot* m_plot;
    ElidedLabel *m_title, *m_ratio;
    QLabel *m_note, *m_unit, *m_source;
};

} // namespace supernode
