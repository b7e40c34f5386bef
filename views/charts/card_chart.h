// SPDX-License-Identifier: GPL-3.0-or-later
// The common ground of all charts: a Qt Charts chart without any of its own decoration, in our theme.
//
// NoAnimation and no OpenGL (it crashes without a display). Private to this room: it shows Qt Charts.
#pragma once

#include "views/theme/theme.h"

#include <QChart>
#include <QGraphicsScene>
#include <QWidget>

namespace supernode {

// Owned by the view that it is given to.
QChart* makeBareChart();
void colourChart(QChart& chart, const Theme& theme);

// Paints a chart that fills it, so that places in the chart are places in the widget. A scene with a view of
// its own (QChartView) paints the whole window at once whenever a curve changes, in the middle of what else
// changes: 17 ms each time on software rendering; this one waits for the window's next painting.
class BareChartView : public QWidget {
    Q_OBJECT

public:
    explicit BareChartView(QChart* chart, QWidget* parent = nullptr); // takes the chart
    ~BareChartView() override;
    QChart* chart() const { return m_chart; }

protected:
    virtual void drawBackground(QPainter&) {} // behind the curves, in the widget's pixels
    virtual void drawForeground(QPainter&) {}
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QGraphicsScene m_scene;
    QChart* m_chart; // of the scene
};

} // namespace supernode
