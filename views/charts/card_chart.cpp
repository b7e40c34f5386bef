// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/card_chart.h"

#include <QGraphicsLayout>
#include <QLegend>

namespace supernode {

QChart* makeBareChart() {
    auto* chart = new QChart;
    chart->setTheme(QChart::ChartThemeDark); // first: it resets every pen and brush
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->setBackgroundRoundness(0);
    chart->setBackgroundVisible(false);
    chart->setPlotAreaBackgroundVisible(false);
    chart->setMargins({});
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->legend()->hide();
    return chart;
}

void colourChart(QChart& chart, const Theme& theme) {
    for (QAbstractAxis* axis : chart.axes()) {
        axis->setLabelsColor(theme.textDim);
        axis->setLabelsFont(theme.font(TextSize::Small));
        axis->setGridLineColor(theme.line);
        axis->setLinePen(QPen(theme.line, 1));
    }
}

BareChartView::BareChartView(QChart* chart, QWidget* parent) : QChartView(chart, parent) {
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setBackgroundBrush(Qt::NoBrush);
    setStyleSheet(QStringLiteral("background: transparent"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    viewport()->setAutoFillBackground(false);
}

} // namespace supernode
