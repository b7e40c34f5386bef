// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/degradation_card.h"

#include "views/charts/card_chart.h"
#include "views/panels/painted.h"
#include "views/theme/words.h"

#include <QBarCategoryAxis>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineSeries>
#include <QLocale>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace supernode {

DegradationCard::DegradationCard(QWidget* parent)
    : QFrame(parent), m_chart(makeBareChart()), m_median(new QLineSeries), m_worst(new QLineSeries),
      m_steps(new QBarCategoryAxis), m_title(makeElided({}, "strong")), m_note(makeLabel({}, "small", "dim")),
      m_xAxis(makeLabel({}, "small", "dim")), m_head(new QHBoxLayout) {
    setProperty("surface", "card");
    auto* percent = new QValueAxis;
    percent->setTickCount(3);
    percent->setLabelFormat(QStringLiteral("%d"));
    m_steps->setGridLineVisible(false);
    m_steps->setTruncateLabels(false); // "256" has room, whatever Qt thinks
    for (QLineSeries* series : {m_worst, m_median}) {
        series->setPointsVisible(true);
        m_chart->addSeries(series);
    }
    m_chart->addAxis(m_steps, Qt::AlignBottom);
    m_chart->addAxis(percent, Qt::AlignLeft);
    for (QLineSeries* series : {m_worst, m_median}) {
        series->attachAxis(m_steps);
        series->attachAxis(percent);
    }
    auto* view = new BareChartView(m_chart);
    view->setMinimumHeight(128);
    m_note->setWordWrap(true);
    m_xAxis->setAlignment(Qt::AlignRight);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(6);
    m_head->addWidget(m_title, 1);
    column->addLayout(m_head);
    column->addWidget(m_note);
    column->addWidget(view, 1);
    column->addWidget(m_xAxis);
    colour();
}

void DegradationCard::setCurve(const DegradationCurve& curve, const QString& part, const QColor& ofSystem) {
    const QString title = word(curve.whole.name);
    static_cast<ElidedLabel*>(m_title)->setWholeText(title);
    m_note->setText(tr("% of the whole machine; line: median, dots below: worst of the draws"));
    m_xAxis->setText(tr("%1 failed at random").arg(part));
    setAccessibleName(title + ", " + m_xAxis->text());
    QStringList steps;
    m_down.clear();
    QList<QPointF> medians, worsts;
    double most = 100;
    for (const DegradationPoint& point : curve.points) {
        const double whole = curve.whole.value == 0 ? 1 : curve.whole.value / 100;
        const auto at = static_cast<double>(steps.size());
        steps << QLocale().toString(point.down);
        m_down << point.down;
        medians << QPointF(at, point.median / whole);
        worsts << QPointF(at, point.worst / whole);
        most = std::max({most, medians.back().y(), worsts.back().y()});
    }
    m_steps->setCategories(steps);
    m_median->replace(medians);
    m_worst->replace(worsts);
    static_cast<QValueAxis*>(m_chart->axes(Qt::Vertical).front())->setRange(0, std::ceil(most / 100) * 100);
    m_colour = ofSystem;
    colour();
}

QList<QPointF> DegradationCard::medians() const { return m_median->points(); }

QList<QPointF> DegradationCard::worsts() const { return m_worst->points(); }

CurveQuestion DegradationCard::question() const {
    const auto placed = [this](QList<QPointF> points) {
        for (qsizetype i = 0; i < points.size(); ++i)
            points[i].setX(m_down[i]);
        return points;
    };
    return {"degradation",
            static_cast<ElidedLabel*>(m_title)->wholeText(),
            m_xAxis->text(),
            {m_xAxis->text(), {}, AxisScale::Linear},
            {tr("% of the whole machine"), "%", AxisScale::Linear, 10, 0, 0.06},
            {{tr("median"), m_colour, placed(medians())},
             {tr("worst"), m_colour, placed(worsts()), ChartCurve::Look::Dashed}}};
}

void DegradationCard::colour() {
    const Theme t = currentTheme();
    colourChart(*m_chart, t);
    m_median->setPen(QPen(m_colour.isValid() ? m_colour : t.accent, 2));
    m_worst->setPen(QPen(t.textDim, 1.5, Qt::DotLine));
}

void DegradationCard::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

} // namespace supernode
