// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/line_card.h"

#include "views/charts/card_chart.h"
#include "views/panels/painted.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineSeries>
#include <QVBoxLayout>
#include <QValueAxis>

namespace supernode {
namespace {

QValueAxis* percentAxis() {
    auto* axis = new QValueAxis;
    axis->setRange(0, 100);
    axis->setTickCount(3);
    axis->setLabelFormat(QStringLiteral("%d"));
    return axis;
}

} // namespace

LineCard::LineCard(QWidget* parent)
    : QFrame(parent), m_chart(makeBareChart()), m_now(new QLineSeries), m_baseline(new QLineSeries),
      m_title(makeElided({}, "strong")), m_note(makeLabel({}, "small", "dim")),
      m_xAxis(makeLabel({}, "small", "dim")), m_head(new QHBoxLayout) {
    setProperty("surface", "card");
    auto *x = percentAxis(), *y = percentAxis();
    x->setGridLineVisible(false);
    m_chart->addSeries(m_baseline);
    m_chart->addSeries(m_now);
    m_chart->addAxis(x, Qt::AlignBottom);
    m_chart->addAxis(y, Qt::AlignLeft);
    for (QLineSeries* series : {m_baseline, m_now}) {
        series->attachAxis(x);
        series->attachAxis(y);
    }
    m_head->addWidget(m_title, 1);
    m_head->addWidget(m_note);
    auto* view = new BareChartView(m_chart);
    view->setMinimumHeight(96);
    m_xAxis->setAlignment(Qt::AlignRight);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(6);
    column->addLayout(m_head);
    column->addWidget(view, 1);
    column->addWidget(m_xAxis);
    colour();
}

void LineCard::setTitle(const QString& title, const QString& note, const QString& xAxis) {
    static_cast<ElidedLabel*>(m_title)->setWholeText(title);
    m_note->setText(note);
    m_xAxis->setText(xAxis);
    setAccessibleName(title);
    setAccessibleDescription(note);
}

void LineCard::setCurves(const QList<QPointF>& now, const QList<QPointF>& baseline,
                         const QColor& colourOfNow) {
    m_now->replace(now);
    m_baseline->replace(baseline);
    m_colour = colourOfNow;
    colour();
}

QList<QPointF> LineCard::nowPoints() const { return m_now->points(); }

QList<QPointF> LineCard::baselinePoints() const { return m_baseline->points(); }

CurveQuestion LineCard::question() const {
    CurveQuestion made{"link-load",
                       static_cast<ElidedLabel*>(m_title)->wholeText(),
                       m_note->text(),
                       {m_xAxis->text(), "%", AxisScale::Linear},
                       {tr("share of the links, %"), "%", AxisScale::Linear},
                       {{tr("now"), m_colour, nowPoints()}}};
    if (!baselinePoints().isEmpty())
        made.curves.push_back({tr("baseline"), currentTheme().textDim, baselinePoints()});
    return made;
}

void LineCard::colour() {
    const Theme t = currentTheme();
    colourChart(*m_chart, t);
    m_now->setPen(QPen(m_colour.isValid() ? m_colour : t.accent, 2));
    m_baseline->setPen(QPen(t.textDim, 2));
}

void LineCard::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

} // namespace supernode
