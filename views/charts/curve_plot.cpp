// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/curve_plot.h"

#include "views/panels/painted.h"

#include <QLineSeries>
#include <QLogValueAxis>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>

namespace supernode {
namespace {

constexpr double gap = 8;

// The point that the read-out names.
QPointF nearest(const ChartCurve& curve, double x) {
    return *std::min_element(
        curve.points.begin(), curve.points.end(),
        [x](const QPointF& a, const QPointF& b) { return std::abs(a.x() - x) < std::abs(b.x() - x); });
}

QPen penOf(const ChartCurve& curve) {
    return curve.look == ChartCurve::Look::Dashed ? QPen(curve.colour, 1.5, Qt::DashLine)
                                                  : QPen(curve.colour, 2.5);
}

} // namespace

CurvePlot::CurvePlot(QWidget* parent) : BareChartView(makeBareChart(), parent) { setMinimumHeight(160); }

QAbstractAxis* CurvePlot::addAxis(const CurveAxis& axis, AxisSpan span, Qt::Alignment edge) {
    QAbstractAxis* made = nullptr;
    if (axis.scale == AxisScale::Logarithmic) {
        auto* logarithmic = new QLogValueAxis;
        logarithmic->setBase(10);
        logarithmic->setRange(span.low, span.high);
        made = logarithmic;
    } else {
        auto* linear = new QValueAxis;
        linear->setRange(span.low, span.high);
        made = linear;
    }
    made->setVisible(false);
    chart()->addAxis(made, edge);
    return made;
}

void CurvePlot::setQuestion(const CurveQuestion& question) {
    m_question = question;
    m_frame = frameOf(question);
    chart()->removeAllSeries();
    for (QAbstractAxis* axis : chart()->axes()) {
        chart()->removeAxis(axis);
        delete axis;
    }
    QAbstractAxis* const x = addAxis(question.x, m_frame.x, Qt::AlignBottom);
    QAbstractAxis* const y = addAxis(question.y, m_frame.y, Qt::AlignLeft);
    for (const ChartCurve& curve : question.curves) {
        auto* line = new QLineSeries;
        for (const QPointF& point : curve.points)
            if (hasPlace(question, point))
                line->append(point);
        chart()->addSeries(line);
        line->attachAxis(x);
        line->attachAxis(y);
    }
    fit();
    colour();
}

// Room for the numbers at both axes.
void CurvePlot::fit() {
    const QFont font = currentTheme().font(TextSize::Small);
    double widest = 0, last = 0;
    for (const double tick : ticksOf(m_question.y, m_frame.y, ticksUp()))
        widest = std::max<double>(widest, widthOf(font, tickText(m_question.y, tick)));
    for (const double tick : ticksOf(m_question.x, m_frame.x, ticksAlong()))
        last = widthOf(font, tickText(m_question.x, tick));
    const double beneath = QFontMetricsF(font).height() + gap;
    chart()->setPlotArea(
        QRectF(widest + gap, gap, width() - widest - gap - last / 2 - gap, height() - gap - beneath));
}

int CurvePlot::ticksAlong() const { return std::clamp(width() / 76, 2, 10); }

int CurvePlot::ticksUp() const { return std::clamp(height() / 52, 2, 8); }

void CurvePlot::setMark(std::optional<double> x) {
    m_mark = x;
    update();
}

double CurvePlot::xAt(QPoint inPlot) const {
    const QPointF value =
        chart()->mapToValue(inPlot, chart()->series().isEmpty() ? nullptr : chart()->series().front());
    return value.x();
}

void CurvePlot::colour() {
    const QList<QAbstractSeries*> all = chart()->series();
    for (qsizetype i = 0; i < all.size(); ++i)
        static_cast<QLineSeries*>(all[i])->setPen(penOf(m_question.curves[static_cast<std::size_t>(i)]));
    update();
}

void CurvePlot::resizeEvent(QResizeEvent* event) {
    BareChartView::resizeEvent(event);
    fit();
}

QPointF CurvePlot::place(const QPointF& point) const {
    return chart()->mapToPosition(point, chart()->series().front());
}

void CurvePlot::drawBackground(QPainter& painter) {
    if (chart()->series().isEmpty())
        return;
    const Theme t = currentTheme();
    const QRectF area = chart()->plotArea();
    painter.setFont(t.font(TextSize::Small));
    const auto draw = [&](const QPointF& from, const QPointF& to, const QRectF& box, int align,
                          const QString& words) {
        painter.setPen(QPen(t.line, 1));
        painter.drawLine(from, to);
        painter.setPen(t.textDim);
        painter.drawText(box, align, words);
    };
    for (const double tick : ticksOf(m_question.x, m_frame.x, ticksAlong())) {
        const double x = place({tick, m_frame.y.low}).x();
        draw({x, area.top()}, {x, area.bottom()}, QRectF(x - 60, area.bottom() + 4, 120, 24),
             Qt::AlignHCenter | Qt::AlignTop, tickText(m_question.x, tick));
    }
    for (const double tick : ticksOf(m_question.y, m_frame.y, ticksUp())) {
        const double y = place({m_frame.x.low, tick}).y();
        draw({area.left(), y}, {area.right(), y}, QRectF(0, y - 12, area.left() - gap + 2, 24),
             Qt::AlignRight | Qt::AlignVCenter, tickText(m_question.y, tick));
    }
}

void CurvePlot::drawForeground(QPainter& painter) {
    if (chart()->series().isEmpty())
        return;
    const Theme t = currentTheme();
    const QRectF area = chart()->plotArea();
    if (m_mark) {
        const double x = place({*m_mark, m_frame.y.low}).x();
        painter.setPen(QPen(t.textDim, 1, Qt::DashLine));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    }
    for (const ChartCurve& curve : m_question.curves)
        for (const QPointF& point : curve.points) {
            if (!hasPlace(m_question, point))
                continue;
            const bool marked =
                m_mark && reads(m_question, m_frame, *m_mark, point) && nearest(curve, *m_mark) == point;
            painter.setPen(QPen(marked ? t.text : curve.colour, 1.5));
            painter.setBrush(curve.look == ChartCurve::Look::Dashed ? t.panel : curve.colour);
            painter.drawEllipse(place(point), marked ? 5 : 2.5, marked ? 5 : 2.5);
        }
}

} // namespace supernode
