// SPDX-License-Identifier: GPL-3.0-or-later
// One number of all machines: bars from zero, their values, the ratio, and where the numbers come from.
//
// A button: a click, a tap or Enter asks for the formula. Published numbers are outlined bars, modelled and
// derived ones solid. Thread: GUI. Promise: all bars start at zero on the same axis.
// [BarCard.BothBarsStartAtZeroOnOneAxis]
#pragma once

#include "views/charts/board_rows.h"
#include "views/panels/painted.h"

class QLabel;

namespace supernode {

class BarPlot;

class BarCard : public PaintedButton {
    Q_OBJECT

public:
    explicit BarCard(QWidget* parent = nullptr);
    ~BarCard() override;
    void setRow(const Board& board, const BoardRow& row);

    const QString& id() const { return m_row.id; }
    const QString& title() const { return m_row.title; }
    const BoardRow& row() const { return m_row; }
    const Board& board() const { return m_board; } // its machines, without rows
    double axisMinimum() const;
    double axisMaximum() const;
    double barValue(std::size_t machine) const; // as the chart holds it
    QString ratioText() const;
    QString sourceText() const;
    QSize sizeHint() const override { return {272, 188}; }

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showRow();
    void fitRatio();
    void fitTitle();
    std::vector<QColor> colours() const;
    Board m_board; // the machines
    BoardRow m_row;
    BarPlot* m_plot;
    ElidedLabel *m_title, *m_ratio;
    QLabel *m_note, *m_unit, *m_source;
};

} // namespace supernode
