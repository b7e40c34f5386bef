// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/curve_card.h"

#include "views/panels/painted.h"
#include "views/theme/number_format.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineSeries>
#include <QLogValueAxis>
#include <QMouseEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace supernode {
namespace {

QLogValueAxis* logAxis() {
    auto* axis = new QLogValueAxis;
    axis->setBase(10);
    axis->setLabelFormat(QStringLiteral("%g"));
    axis->setMinorTickCount(0);
    return axis;
}

} // namespace

CurvePlot::CurvePlot(QWidget* parent)
    : BareChartView(makeBareChart(), parent), m_x(logAxis()), m_y(logAxis()) {
    chart()->addAxis(m_x, Qt::AlignBottom);
    chart()->addAxis(m_y, Qt::AlignLeft);
    setMinimumHeight(160);
}

void CurvePlot::setCurves(const std::vector<ChartCurve>& curves) {
    m_curves = curves;
    chart()->removeAllSeries();
    double left = INFINITY, right = 0, low = INFINITY, high = 0;
    for (const ChartCurve& curve : curves) {
        auto* line = new QLineSeries;
        line->replace(curve.points);
        chart()->addSeries(line);
        line->attachAxis(m_x);
        line->attachAxis(m_y);
        for (const QPointF& p : curve.points) {
            left = std::min(left, p.x());
            right = std::max(right, p.x());
            low = std::min(low, p.y());
            high = std::max(high, p.y());
        }
    }
    if (right > 0) {
        m_x->setBase(right < left * 1000 ? 2 : 10); // 8, 16, 32 over a short range
        m_x->setRange(left, std::max(right, left * 2));
        m_y->setRange(std::pow(10, std::floor(std::log10(low))), std::pow(10, std::ceil(std::log10(high))));
        if (m_y->max() <= m_y->min())
            m_y->setMax(m_y->min() * 10);
    }
    colour();
}

void CurvePlot::setMark(double x) {
    m_mark = x;
    viewport()->update();
}

double CurvePlot::xAt(QPoint inPlot) const {
    const QPointF value =
        chart()->mapToValue(chart()->mapFromScene(mapToScene(inPlot)),
                            chart()->series().isEmpty() ? nullptr : chart()->series().front());
    return value.x();
}

void CurvePlot::colour() {
    colourChart(*chart(), currentTheme());
    const QList<QAbstractSeries*> all = chart()->series();
    for (qsizetype i = 0; i < all.size(); ++i)
        static_cast<QLineSeries*>(all[i])->setPen(QPen(m_curves[static_cast<std::size_t>(i)].colour, 2.5));
}

QPointF CurvePlot::place(const QPointF& point) const {
    return mapFromScene(chart()->mapToScene(chart()->mapToPosition(point, chart()->series().front())));
}

void CurvePlot::drawForeground(QPainter* painter, const QRectF&) {
    if (chart()->series().isEmpty() || m_mark <= 0)
        return;
    const Theme t = currentTheme();
    const QRectF area = chart()->plotArea();
    painter->save();
    painter->resetTransform();
    const double x = place({m_mark, m_y->min()}).x();
    painter->setPen(QPen(t.textDim, 1, Qt::DashLine));
    painter->drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    for (const ChartCurve& curve : m_curves)
        for (const QPointF& point : curve.points) {
            const bool marked = point.x() == m_mark;
            painter->setPen(QPen(marked ? t.text : curve.colour, 1.5));
            painter->setBrush(curve.colour);
            painter->drawEllipse(place(point), marked ? 5 : 2.5, marked ? 5 : 2.5);
        }
    painter->restore();
}

CurveCard::CurveCard(QWidget* parent)
    : QFrame(parent), m_plot(new CurvePlot), m_title(makeElided({}, "strong")),
      m_note(makeElided({}, "small", "dim")), m_yTitle(makeLabel({}, "small", "dim")),
      m_xTitle(makeLabel({}, "small", "dim")), m_readOut(makeLabel({}, "body")) {
    setProperty("surface", "card");
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    m_readOut->setTextFormat(Qt::RichText);
    m_readOut->setWordWrap(true);
    m_xTitle->setAlignment(Qt::AlignRight);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 14, 10);
    column->setSpacing(space::half);
    for (QLabel* label : {static_cast<QLabel*>(m_title), static_cast<QLabel*>(m_note), m_readOut, m_yTitle})
        column->addWidget(label);
    column->addWidget(m_plot, 1);
    column->addWidget(m_xTitle);
}

void CurveCard::setQuestion(const CurveQuestion& question) {
    m_question = question;
    m_xs.clear();
    for (const ChartCurve& curve : question.curves)
        for (const QPointF& point : curve.points)
            if (!m_xs.contains(point.x()))
                m_xs << point.x();
    std::sort(m_xs.begin(), m_xs.end());
    m_at = m_xs.size() / 2;
    // Where every curve has a point, as far along as that goes.
    for (qsizetype i = 0; i < m_xs.size(); ++i) {
        const bool isCommon =
            std::all_of(question.curves.begin(), question.curves.end(), [&](const ChartCurve& c) {
                return std::any_of(c.points.begin(), c.points.end(),
                                   [&](const QPointF& p) { return p.x() == m_xs[i]; });
            });
        if (isCommon)
            m_at = i;
    }
    m_title->setWholeText(question.title);
    m_note->setWholeText(question.note);
    m_xTitle->setText(question.xTitle);
    m_yTitle->setText(question.yTitle);
    m_plot->setCurves(question.curves);
    setAccessibleName(question.title);
    showReadOut();
}

void CurveCard::readAt(double x) {
    if (m_xs.isEmpty() || x <= 0)
        return;
    const auto nearer = [x](double a, double b) {
        return std::abs(std::log(a / x)) < std::abs(std::log(b / x));
    };
    m_at = std::min_element(m_xs.begin(), m_xs.end(), nearer) - m_xs.begin();
    showReadOut();
}

QString CurveCard::readOut() const { return m_readOut->text(); }

void CurveCard::showReadOut() {
    if (m_xs.isEmpty()) {
        m_readOut->setText(tr("Being worked out …"));
        return;
    }
    const double x = m_xs[m_at];
    QString text = QStringLiteral("<b>%1</b>")
                       .arg(withUnit(x == std::round(x) || x < 1 ? exact(x) : modelled(x), m_question.xUnit));
    for (const ChartCurve& curve : m_question.curves) {
        const auto found = std::find_if(curve.points.begin(), curve.points.end(),
                                        [x](const QPointF& p) { return p.x() == x; });
        text += QStringLiteral(" &nbsp; <span style='color:%1'>■</span> %2 <b>%3</b>")
                    .arg(curve.colour.name(), curve.name.toHtmlEscaped(),
                         found == curve.points.end() ? QStringLiteral("–")
                                                     : withUnit(modelled(found->y()), m_question.yUnit));
    }
    m_readOut->setText(text);
    setAccessibleDescription(text);
    m_plot->setMark(x);
}

void CurveCard::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_plot->colour();
}

void CurveCard::mousePressEvent(QMouseEvent* event) { mouseMoveEvent(event); }

void CurveCard::mouseMoveEvent(QMouseEvent* event) {
    if (!m_xs.isEmpty())
        readAt(m_plot->xAt(m_plot->mapFrom(this, event->position().toPoint())));
}

void CurveCard::keyPressEvent(QKeyEvent* event) {
    const int step = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (step == 0 || m_xs.isEmpty())
        return QFrame::keyPressEvent(event);
    m_at = std::clamp<qsizetype>(m_at + step, 0, m_xs.size() - 1);
    showReadOut();
}

} // namespace supernode
