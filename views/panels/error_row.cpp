// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/error_row.h"

#include "views/theme/number_format.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace supernode {

ErrorRow::ErrorRow(const ErrorView& view, QWidget* parent) : PaintedButton(parent), m_view(view) {
    setCheckable(true);
    setAutoExclusive(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const QString said = m_view.error ? tr("modelled %1, error %2, tolerance %3")
                                            .arg(m_view.modelled, signedChange(*m_view.error * 100, "%"),
                                                 percent(m_view.tolerance))
                                      : tr("not modelled");
    setAccessibleName(
        tr("%1, %2: published %3, %4").arg(m_view.title, m_view.subtitle, m_view.published, said));
}

QSize ErrorRow::sizeHint() const {
    const Theme t = currentTheme();
    return {420, std::max(space::mainTarget, t.px(TextSize::Control) + t.px(TextSize::Small) + 18)};
}

void ErrorRow::paintEvent(QPaintEvent*) {
    const Theme t = currentTheme();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const QRectF box = rect();
    if (isChecked() || isHot())
        drawRounded(p, box, space::radius, isChecked() ? t.selected : t.hover);
    const QRectF inner = box.adjusted(space::unit, 0, -space::unit, 0);
    const double track = std::clamp(inner.width() * 0.34, 96.0, 260.0);
    paintTexts(p, t, inner.adjusted(0, 0, -track - space::wide, 0));
    paintScale(p, t, QRectF(inner.right() - track, inner.top(), track, inner.height()));
    if (showsFocus())
        drawFocusRing(p, box, space::radius, t);
}

void ErrorRow::paintTexts(QPainter& p, const Theme& t, const QRectF& box) {
    const QFont strong = t.font(TextSize::Control, QFont::DemiBold), small = t.font(TextSize::Small);
    const double upper = box.center().y() - t.px(TextSize::Control) / 2.0 - 1, line = 20;
    const double lower = box.center().y() + t.px(TextSize::Small) / 2.0 + 4;
    const QString error = m_view.error ? signedChange(*m_view.error * 100, "%") : tr("missing");
    const double errorWidth = widthOf(strong, error) + 2;
    p.setFont(strong);
    p.setPen(m_view.within() ? t.text : t.readable(t.bad));
    p.drawText(QRectF(box.right() - errorWidth, upper - line / 2, errorWidth, line),
               Qt::AlignRight | Qt::AlignVCenter, error);
    p.setPen(t.text);
    bool elided = drawLine(p, QRectF(box.left(), upper - line / 2, box.width() - errorWidth - 8, line),
                           Qt::AlignVCenter, m_view.title);
    const QString values =
        m_view.error ? m_view.published + QStringLiteral(" → ") + m_view.modelled : m_view.published;
    const double valuesWidth = widthOf(small, values) + 2;
    p.setFont(small);
    p.setPen(t.textDim);
    p.drawText(QRectF(box.right() - valuesWidth, lower - line / 2, valuesWidth, line),
               Qt::AlignRight | Qt::AlignVCenter, values);
    elided |= drawLine(p, QRectF(box.left(), lower - line / 2, box.width() - valuesWidth - 8, line),
                       Qt::AlignVCenter, m_view.subtitle);
    setElided(elided);
}

void ErrorRow::paintScale(QPainter& p, const Theme& t, const QRectF& track) {
    const auto at = [&](double error) {
        return track.center().x() + std::clamp(error / scaleEnd, -1.0, 1.0) * track.width() / 2;
    };
    const double middle = track.center().y();
    drawRounded(p, QRectF(track.left(), middle - 2, track.width(), 4), 2, t.groove);
    const QRectF band(QPointF(at(-m_view.tolerance), middle - 8), QPointF(at(m_view.tolerance), middle + 8));
    drawRounded(p, band, 4, t.raised, t.line);
    p.setPen(QPen(t.textDim, 1));
    p.drawLine(QPointF(at(0), middle - 10), QPointF(at(0), middle + 10));
    if (!m_view.error)
        return;
    const double end = at(*m_view.error);
    const QColor colour = m_view.colour;
    p.setPen(QPen(colour, 3, Qt::SolidLine, Qt::RoundCap));
    p.drawLine(QPointF(at(0), middle), QPointF(end, middle));
    p.setPen(QPen(m_view.within() ? colour : t.bad, 2));
    p.setBrush(m_view.fitted ? QBrush(colour) : QBrush(t.panel));
    if (std::abs(*m_view.error) <= scaleEnd)
        return p.drawEllipse(QPointF(end, middle), 5, 5);
    const double tip = *m_view.error > 0 ? 1 : -1;
    p.drawPolygon(QPolygonF({{end, middle}, {end - 8 * tip, middle - 6}, {end - 8 * tip, middle + 6}}));
}

} // namespace supernode
