// SPDX-License-Identifier: GPL-3.0-or-later
// The common ground of all charts: a Qt Charts chart without any of its own decoration, in our theme.
//
// NoAnimation and no OpenGL (it crashes without a display). Private to this room: it shows Qt Charts.
#pragma once

#include "views/theme/theme.h"

#include <QChart>
#include <QChartView>

namespace supernode {

// Owned by the caller's view.
QChart* makeBareChart();
void colourChart(QChart& chart, const Theme& theme);

class BareChartView : public QChartView {
    Q_OBJECT

public:
    explicit BareChartView(QChart* chart, QWidget* parent = nullptr);
};

} // namespace supernode
