// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/scatter_card.h"

#include "views/panels/painted.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineSeries>
#include <QLogValueAxis>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace supernode {
namespace {

constexpr double reach = 24; // pixels from a dot that still choose it

struct Span {
    double least = INFINITY, most = -INFINITY;
    void take(double value) {
        least = std::min(least, value);
        most = std::max(most, value);
    }
};

bool isLogarithmic(const Span& span) { return span.least > 0 && span.most / span.least > 100; }

QAbstractAxis* axisOver(Span span) {
    if (!(span.least <= span.most))
        span = {0, 1};
    if (isLogarithmic(span)) {
        auto* axis = new QLogValueAxis;
        axis->setBase(10);
        axis->setLabelFormat(QStringLiteral("%g"));
        axis->setMinorTickCount(0);
        axis->setRange(span.least / 1.3, span.most * 1.3);
        return axis;
    }
    auto* axis = new QValueAxis;
    const double air = std::max(0.06 * (span.most - span.least), 1e-3 * std::abs(span.most));
    axis->setRange(span.least - air, span.most + (air > 0 ? air : 1));
    axis->setTickCount(5);
    axis->applyNiceNumbers();
    const double step = (axis->max() - axis->min()) / std::max(1, axis->tickCount() - 1);
    const int decimals = std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 0, 9);
    axis->setLabelFormat(QStringLiteral("%.%1f").arg(decimals)); // neighbours read differently
    return axis;
}

} // namespace

ScatterPlot::ScatterPlot(QWidget* parent) : BareChartView(makeBareChart(), parent), m_frame(new QLineSeries) {
    chart()->addSeries(m_frame);
    setMinimumHeight(150);
    setAxes();
}

void ScatterPlot::setAxes() {
    Span x, y;
    for (const ScatterPoint& point : m_points) {
        x.take(point.x);
        y.take(point.y);
    }
    for (QAbstractAxis* axis : chart()->axes()) {
        chart()->removeAxis(axis);
        delete axis;
    }
    for (const auto& [span, edge] : {std::pair(x, Qt::AlignBottom), std::pair(y, Qt::AlignLeft)}) {
        QAbstractAxis* axis = axisOver(span);
        chart()->addAxis(axis, edge);
        m_frame->attachAxis(axis);
    }
    colour();
}

void ScatterPlot::setPoints(const std::vector<ScatterPoint>& points) {
    m_points = points;
    setAxes();
}

void ScatterPlot::setChosen(int id) {
    m_chosen = id;
    update();
}

void ScatterPlot::colour() {
    colourChart(*chart(), currentTheme());
    m_dots = {};
    update();
}

void ScatterPlot::resizeEvent(QResizeEvent* event) {
    BareChartView::resizeEvent(event);
    m_dots = {};
}

QPointF ScatterPlot::place(const ScatterPoint& point) const {
    return chart()->mapToPosition({point.x, point.y}, m_frame);
}

void ScatterPlot::paintDots() {
    const Theme t = currentTheme();
    m_dots = QPixmap(size() * devicePixelRatioF());
    m_dots.setDevicePixelRatio(devicePixelRatioF());
    m_dots.fill(Qt::transparent);
    QPainter painter(&m_dots);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor faint = t.textDim;
    faint.setAlphaF(0.55F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(faint);
    std::vector<QPointF> front;
    for (const ScatterPoint& point : m_points)
        if (point.front)
            front.push_back(place(point));
        else
            painter.drawEllipse(place(point), 3, 3);
    std::sort(front.begin(), front.end(), [](const QPointF& a, const QPointF& b) { return a.x() < b.x(); });
    painter.setPen(QPen(t.accent, 1.5));
    painter.drawPolyline(front.data(), static_cast<int>(front.size()));
    painter.setPen(QPen(t.panel, 1));
    painter.setBrush(t.accent);
    for (const QPointF& at : front)
        painter.drawEllipse(at, 5, 5);
}

void ScatterPlot::drawForeground(QPainter& painter) {
    if (m_dots.isNull())
        paintDots();
    painter.drawPixmap(0, 0, m_dots);
    for (const ScatterPoint& point : m_points) {
        if (point.id != m_chosen)
            continue;
        painter.setPen(QPen(currentTheme().text, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(place(point), 8, 8);
    }
}

ScatterCard::ScatterCard(QWidget* parent)
    : QFrame(parent), m_plot(new ScatterPlot), m_x(makeElided({}, "small", "dim")),
      m_y(makeElided({}, "small", "dim")), m_head(new QHBoxLayout) {
    setProperty("surface", "card");
    setCursor(Qt::PointingHandCursor);
    m_x->setAlignment(Qt::AlignRight);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(2);
    m_head->addWidget(m_y, 1);
    column->addLayout(m_head);
    column->addWidget(m_plot, 1);
    column->addWidget(m_x);
}

void ScatterCard::setTitles(const QString& x, const QString& y) {
    static_cast<ElidedLabel*>(m_x)->setWholeText(x);
    static_cast<ElidedLabel*>(m_y)->setWholeText(y);
    setAccessibleName(tr("%1 against %2").arg(y, x));
}

CurveQuestion ScatterCard::question() const {
    const Theme t = currentTheme();
    CurveQuestion made;
    made.id = QStringLiteral("sweep");
    made.title = accessibleName();
    made.x.title = static_cast<ElidedLabel*>(m_x)->wholeText();
    made.y.title = static_cast<ElidedLabel*>(m_y)->wholeText();
    ChartCurve all{tr("Every combination"), t.textDim, {}, ChartCurve::Look::Dots};
    ChartCurve front{tr("Nothing beats these"), t.accent, {}};
    for (const ScatterPoint& point : m_points) {
        all.points << QPointF(point.x, point.y);
        if (point.front)
            front.points << QPointF(point.x, point.y);
    }
    Span x, y;
    for (const ScatterPoint& point : m_points) {
        x.take(point.x);
        y.take(point.y);
    }
    const auto scaleOf = [](const Span& span) {
        return isLogarithmic(span) ? AxisScale::Logarithmic : AxisScale::Linear;
    };
    made.x.scale = scaleOf(x);
    made.y.scale = scaleOf(y);
    const auto byX = [](const QPointF& a, const QPointF& b) {
        return a.x() != b.x() ? a.x() < b.x() : a.y() < b.y();
    };
    std::sort(all.points.begin(), all.points.end(), byX);
    std::sort(front.points.begin(), front.points.end(), byX);
    made.curves = {all, front};
    return made;
}

void ScatterCard::setPoints(const std::vector<ScatterPoint>& points) {
    if (points == m_points)
        return;
    m_points = points;
    m_plot->setPoints(points);
}

void ScatterCard::setChosen(int id) { m_plot->setChosen(id); }

QPointF ScatterCard::place(const ScatterPoint& point) const {
    return m_plot->mapTo(this, m_plot->place(point).toPoint());
}

void ScatterCard::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_plot->colour();
}

void ScatterCard::mousePressEvent(QMouseEvent* event) {
    double nearest = reach;
    int found = -1;
    for (const ScatterPoint& point : m_points) {
        const QPointF away = place(point) - event->position();
        const double distance = std::hypot(away.x(), away.y());
        if (distance < nearest) {
            nearest = distance;
            found = point.id;
        }
    }
    if (found >= 0)
        emit chosen(found);
}

} // namespace supernode
