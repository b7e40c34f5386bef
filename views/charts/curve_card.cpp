// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/curve_card.h"

#include "views/charts/curve_plot.h"
#include "views/panels/painted.h"
#include "views/panels/segmented.h"
#include "views/theme/number_format.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace supernode {

CurveCard::CurveCard(QWidget* parent)
    : QFrame(parent), m_plot(new CurvePlot), m_title(makeElided({}, "strong")),
      m_note(makeElided({}, "small", "dim")), m_yTitle(makeLabel({}, "small", "dim")),
      m_xTitle(makeLabel({}, "small", "dim")), m_readOut(makeLabel({}, "body")), m_head(new QHBoxLayout) {
    setProperty("surface", "card");
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    m_readOut->setTextFormat(Qt::RichText);
    m_readOut->setWordWrap(true);
    m_readOut->setContextMenuPolicy(Qt::NoContextMenu); // that of the card
    m_head->addWidget(m_title, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 14, 10);
    column->setSpacing(space::half);
    column->addLayout(m_head);
    for (QLabel* label : {static_cast<QLabel*>(m_note), m_readOut, m_yTitle})
        column->addWidget(label);
    column->addWidget(m_plot, 1);
    column->addLayout(buildFoot());
}

Segmented* CurveCard::makeScale(CurveAxis& axis) {
    auto* scale = new Segmented(Segmented::Look::Track);
    scale->setOptions({tr("log"), tr("linear")}); // as AxisScale has them
    scale->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(scale, &Segmented::chosen, this, [this, &axis](int index) {
        axis.scale = static_cast<AxisScale>(index);
        showCurves();
    });
    return scale;
}

QBoxLayout* CurveCard::buildFoot() {
    m_xScale = makeScale(m_question.x);
    m_yScale = makeScale(m_question.y);
    m_xScale->setAccessibleName(tr("Scale of the lower axis"));
    m_yScale->setAccessibleName(tr("Scale of the upright axis"));
    m_scales = new QWidget;
    auto* scales = new QHBoxLayout(m_scales);
    scales->setContentsMargins(0, 0, 0, 0);
    scales->setSpacing(space::unit);
    scales->addWidget(makeLabel(QStringLiteral("↕"), "body", "dim"));
    scales->addWidget(m_yScale);
    scales->addSpacing(space::unit);
    scales->addWidget(makeLabel(QStringLiteral("↔"), "body", "dim"));
    scales->addWidget(m_xScale);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_scales);
    foot->addStretch(1);
    foot->addWidget(m_xTitle);
    return foot;
}

void CurveCard::setControls(Controls controls) { m_scales->setVisible(controls == Controls::Shown); }

void CurveCard::setQuestion(const CurveQuestion& question) {
    const bool isSame = question.id == m_question.id && !question.id.isEmpty();
    const AxisScale x = isSame ? m_question.x.scale : question.x.scale,
                    y = isSame ? m_question.y.scale : question.y.scale;
    m_question = question;
    m_question.x.scale = x;
    m_question.y.scale = y;
    m_xScale->setCurrent(static_cast<int>(x));
    m_yScale->setCurrent(static_cast<int>(y));
    m_title->setWholeText(question.title);
    m_note->setWholeText(question.note);
    m_xTitle->setText(question.x.title);
    m_yTitle->setText(question.y.title);
    setAccessibleName(question.title);
    showCurves();
}

void CurveCard::showCurves() {
    const double before = m_xs.isEmpty() ? NAN : m_xs[m_at]; // where the cross-hair stood
    m_xs.clear();
    for (const ChartCurve& curve : m_question.curves)
        for (const QPointF& point : curve.points)
            if (hasPlace(m_question, point) && !m_xs.contains(point.x()))
                m_xs << point.x();
    std::sort(m_xs.begin(), m_xs.end());
    m_at = m_xs.contains(before) ? m_xs.indexOf(before) : firstPlace();
    m_plot->setQuestion(m_question);
    showReadOut();
}

// Where every curve has a point: as far along as that goes, or half way on a linear axis.
qsizetype CurveCard::firstPlace() const {
    const CurveFrame frame = frameOf(m_question);
    QList<qsizetype> common;
    for (qsizetype i = 0; i < m_xs.size(); ++i) {
        const auto isRead = [&](const QPointF& p) { return reads(m_question, frame, m_xs[i], p); };
        const auto has = [&](const ChartCurve& c) {
            return std::any_of(c.points.begin(), c.points.end(), isRead);
        };
        if (std::all_of(m_question.curves.begin(), m_question.curves.end(), has))
            common << i;
    }
    if (common.isEmpty())
        return m_xs.size() / 2;
    return m_question.x.scale == AxisScale::Linear ? common[common.size() / 2] : common.back();
}

void CurveCard::readAt(double x) {
    if (m_xs.isEmpty())
        return;
    const bool logarithmic = m_question.x.scale == AxisScale::Logarithmic;
    const auto distance = [&](double to) {
        return logarithmic ? std::abs(std::log(to / std::max(x, 1e-300))) : std::abs(to - x);
    };
    const auto nearer = [&](double a, double b) { return distance(a) < distance(b); };
    m_at = std::min_element(m_xs.begin(), m_xs.end(), nearer) - m_xs.begin();
    showReadOut();
}

QString CurveCard::readOut() const { return m_readOut->text(); }

QPoint CurveCard::placeInCard(double x) const {
    return m_plot->mapTo(this, QPoint(static_cast<int>(m_plot->placeOf(x)), m_plot->height() / 2));
}

// The point at x, or the nearest that is near enough, with its own x.
QString CurveCard::valueAt(const ChartCurve& curve, double x) const {
    const auto away = [x](const QPointF& a, const QPointF& b) {
        return std::abs(a.x() - x) < std::abs(b.x() - x);
    };
    const auto found = std::min_element(curve.points.begin(), curve.points.end(), away);
    if (found == curve.points.end() || !reads(m_question, frameOf(m_question), x, *found))
        return QStringLiteral("–");
    QString value = valueText(m_question.y, found->y(), Digits::Modelled);
    if (found->x() != x)
        value = tr("%1 at %2").arg(value, valueText(m_question.x, found->x(), Digits::Modelled));
    const QString note = curve.notes.value(found - curve.points.begin());
    return note.isEmpty() ? value : QStringLiteral("%1</b> (%2)<b>").arg(value, note);
}

void CurveCard::showReadOut() {
    if (m_xs.isEmpty()) {
        m_readOut->setText(m_question.isWaiting ? tr("Being worked out …")
                                                : tr("None of these machines can do it."));
        m_plot->setMark(std::nullopt);
        return;
    }
    const double x = m_xs[m_at];
    const bool isWhole = x == std::round(x) || x < 1;
    const QString at = m_question.x.unit == "MiB" || !isWhole ? valueText(m_question.x, x, Digits::Modelled)
                                                              : withUnit(exact(x), m_question.x.unit);
    QString text = QStringLiteral("<b>%1</b>").arg(at);
    for (const ChartCurve& curve : m_question.curves)
        text += QStringLiteral(" &nbsp; <span style='color:%1'>%2</span> %3 <b>%4</b>")
                    .arg(curve.colour.name(),
                         curve.look == ChartCurve::Look::Dashed ? QStringLiteral("□") : QStringLiteral("■"),
                         curve.name.toHtmlEscaped(), valueAt(curve, x));
    m_readOut->setText(text);
    setAccessibleDescription(text);
    m_plot->setMark(x);
}

void CurveCard::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_plot->setQuestion(m_question);
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
