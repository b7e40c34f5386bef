// SPDX-License-Identifier: GPL-3.0-or-later
// What the colours and the dots of the hall mean, in one line under it.
//
// The ramp is the renderer's own table. Thread: GUI.
// Promise: the words name the bytes that a dot stands for. [LegendStrip.NamesTheBytesOfADot]
#pragma once

#include "model/base/units.h"
#include "views/colouring.h"

#include <QWidget>

namespace supernode {

class LegendStrip : public QWidget {
    Q_OBJECT

public:
    explicit LegendStrip(QWidget* parent = nullptr);
    void setMeaning(Colouring meaning, int planes);
    void setBytesPerDot(Bytes bytes); // 0: nothing moves
    QString dotText() const;
    QSize sizeHint() const override { return {480, 40}; }
    QSize minimumSizeHint() const override { return {320, 40}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Colouring m_meaning = Colouring::ByUtilization;
    int m_planes = 7;
    Bytes m_bytesPerDot;
};

} // namespace supernode
