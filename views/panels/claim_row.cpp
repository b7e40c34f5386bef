// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/claim_row.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace supernode {
namespace {

QColor colourOf(ClaimMark mark, const Theme& t) {
    switch (mark) {
    case ClaimMark::Holds:
        return t.readable(t.good);
    case ClaimMark::Partly:
        return t.readable(t.accent);
    case ClaimMark::Fails:
        return t.readable(t.bad);
    case ClaimMark::Open:
        break;
    }
    return t.textDim;
}

QString signOf(ClaimMark mark) {
    switch (mark) {
    case ClaimMark::Holds:
        return QStringLiteral("✓");
    case ClaimMark::Partly:
        return QStringLiteral("≈");
    case ClaimMark::Fails:
        return QStringLiteral("✕");
    case ClaimMark::Open:
        break;
    }
    return QStringLiteral("?");
}

} // namespace

ClaimRow::ClaimRow(const ClaimView& view, QWidget* parent) : PaintedButton(parent) {
    setCheckable(true);
    setAutoExclusive(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setView(view);
}

void ClaimRow::setView(const ClaimView& view) {
    m_view = view;
    setAccessibleName(
        tr("%1, %2: found %3, %4").arg(m_view.title, m_view.subtitle, m_view.found, m_view.verdict));
    update();
}

double ClaimRow::placeOf(double ratio) {
    return std::clamp(std::log(ratio / scaleLow) / std::log(scaleHigh / scaleLow), 0.0, 1.0);
}

QSize ClaimRow::sizeHint() const {
    const Theme t = currentTheme();
    return {640, std::max(space::mainTarget, t.px(TextSize::Control) + t.px(TextSize::Small) + 18)};
}

void ClaimRow::paintEvent(QPaintEvent*) {
    const Theme t = currentTheme();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const QRectF box = rect();
    if (isChecked() || isHot())
        drawRounded(p, box, space::radius, isChecked() ? t.selected : t.hover);
    const QRectF inner = box.adjusted(space::unit, 0, -space::unit, 0);
    const double track = inner.width() * 0.25, verdict = inner.width() * 0.29;
    const QRectF words(inner.left(), inner.top(), inner.width() - track - verdict - 2 * space::wide,
                       inner.height());
    const double upper = box.center().y() - t.px(TextSize::Control) / 2.0 - 1, line = 20;
    const double lower = box.center().y() + t.px(TextSize::Small) / 2.0 + 4;
    p.setFont(t.font(TextSize::Control, QFont::DemiBold));
    p.setPen(t.text);
    bool elided = drawLine(p, QRectF(words.left(), upper - line / 2, words.width(), line), Qt::AlignVCenter,
                           m_view.title);
    p.setFont(t.font(TextSize::Small));
    p.setPen(t.textDim);
    elided |= drawLine(p, QRectF(words.left(), lower - line / 2, words.width(), line), Qt::AlignVCenter,
                       m_view.subtitle);
    setElided(elided);
    paintScale(p, t, QRectF(words.right() + space::wide, inner.top(), track, inner.height()));
    paintVerdict(p, t, QRectF(inner.right() - verdict, inner.top(), verdict, inner.height()));
    if (showsFocus())
        drawFocusRing(p, box, space::radius, t);
}

void ClaimRow::paintScale(QPainter& p, const Theme& t, const QRectF& track) {
    if (!m_view.claimed && !m_view.counted && !m_view.beside)
        return;
    const double middle = track.center().y(), radius = 6;
    const auto at = [&](double ratio) {
        return QPointF(track.left() + placeOf(ratio) * track.width(), middle);
    };
    const double level = at(1).x();
    drawRounded(p, QRectF(track.left(), middle - 2, level - track.left(), 4), 2, t.nvl72);
    drawRounded(p, QRectF(level, middle - 2, track.right() - level, 4), 2, t.cloudMatrix);
    p.setPen(QPen(t.text, 1));
    p.drawLine(QPointF(level, middle - 9), QPointF(level, middle + 9));
    if (m_view.beside) {
        const QPointF c = at(*m_view.beside);
        p.setPen(QPen(t.text, 1.5));
        p.setBrush(t.panel);
        p.drawPolygon(QPolygonF({c + QPointF(0, -radius), c + QPointF(radius, 0), c + QPointF(0, radius),
                                 c + QPointF(-radius, 0)}));
    }
    if (m_view.counted) {
        p.setPen(QPen(t.panel, 1));
        p.setBrush(t.text);
        p.drawEllipse(at(*m_view.counted), radius - 1, radius - 1);
    }
    if (m_view.claimed) {
        p.setPen(QPen(t.text, 1.8));
        p.setBrush(Qt::NoBrush);
        p.drawEllipse(at(*m_view.claimed), radius + 3, radius + 3);
    }
}

void ClaimRow::paintVerdict(QPainter& p, const Theme& t, const QRectF& box) {
    const double upper = box.center().y() - t.px(TextSize::Control) / 2.0 - 1, line = 20;
    const double lower = box.center().y() + t.px(TextSize::Small) / 2.0 + 4;
    const QFont strong = t.font(TextSize::Control, QFont::DemiBold);
    const QColor colour = colourOf(m_view.mark, t);
    const double sign = widthOf(strong, QStringLiteral("≈✓")) + 4;
    p.setFont(strong);
    p.setPen(colour);
    p.drawText(QRectF(box.left(), upper - line / 2, sign, line), Qt::AlignVCenter, signOf(m_view.mark));
    p.setPen(t.text);
    drawLine(p, QRectF(box.left() + sign, upper - line / 2, box.width() - sign, line), Qt::AlignVCenter,
             m_view.found);
    p.setFont(t.font(TextSize::Small));
    p.setPen(colour);
    drawLine(p, QRectF(box.left() + sign, lower - line / 2, box.width() - sign, line), Qt::AlignVCenter,
             m_view.verdict);
}

} // namespace supernode
