// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/card_chart.h"

#include <QGraphicsLayout>
#include <QLegend>
#include <QPainter>

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

BareChartView::BareChartView(QChart* chart, QWidget* parent) : QWidget(parent), m_chart(chart) {
    m_scene.addItem(chart);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(&m_scene, &QGraphicsScene::changed, this, [this] { update(); });
}

BareChartView::~BareChartView() = default;

void BareChartView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.save();
    drawBackground(painter);
    painter.restore();
    m_scene.render(&painter, rect(), rect());
    drawForeground(painter);
}

void BareChartView::resizeEvent(QResizeEvent*) {
    m_scene.setSceneRect(rect());
    m_chart->setGeometry(rect());
}

} // namespace supernode
