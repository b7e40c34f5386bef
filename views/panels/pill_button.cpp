// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/pill_button.h"

#include <QPainter>
#include <QPainterPath>

namespace supernode {
namespace {

QPolygonF triangle(const QPointF& middle, double half, double towards) {
    const double x = half * towards;
    return QPolygonF(
        {middle + QPointF(-x * 0.75, -half), middle + QPointF(x, 0), middle + QPointF(-x * 0.75, half)});
}

void drawSolid(QPainter& p, Sign sign, const QPointF& c) {
    switch (sign) {
    case Sign::Play:
        p.drawPolygon(triangle(c, 9, 1));
        break;
    case Sign::Pause:
        p.drawRoundedRect(QRectF(c.x() - 7, c.y() - 8, 5, 16), 1, 1);
        p.drawRoundedRect(QRectF(c.x() + 2, c.y() - 8, 5, 16), 1, 1);
        break;
    case Sign::StepBack:
        p.drawPolygon(triangle(c + QPointF(1, 0), 6, -1));
        p.drawRect(QRectF(c.x() - 8, c.y() - 6, 2, 12));
        break;
    case Sign::StepForward:
        p.drawPolygon(triangle(c - QPointF(1, 0), 6, 1));
        p.drawRect(QRectF(c.x() + 6, c.y() - 6, 2, 12));
        break;
    default:
        break;
    }
}

void drawStrokes(QPainter& p, Sign sign, const QPointF& c) {
    const auto line = [&](double x0, double y0, double x1, double y1) {
        p.drawLine(c + QPointF(x0, y0), c + QPointF(x1, y1));
    };
    switch (sign) {
    case Sign::Back:
        line(2.5, -5, -2.5, 0);
        line(-2.5, 0, 2.5, 5);
        break;
    case Sign::Forward:
        line(-2.5, -5, 2.5, 0);
        line(2.5, 0, -2.5, 5);
        break;
    case Sign::Cross:
        line(-3.5, -3.5, 3.5, 3.5);
        line(-3.5, 3.5, 3.5, -3.5);
        break;
    case Sign::Plus:
        line(0, -4.5, 0, 4.5);
        [[fallthrough]];
    case Sign::Minus:
        line(-4.5, 0, 4.5, 0);
        break;
    case Sign::Unfold:
    case Sign::Fold:
        p.drawPolyline(QPolygonF({c + QPointF(-10, 9), c + QPointF(-5, 0), c + QPointF(0, 5),
                                  c + QPointF(5, -2), c + QPointF(10, 2)})); // a curve, and which way it goes
        if (sign == Sign::Unfold) {
            line(-4, -6, 0, -10);
            line(0, -10, 4, -6);
        } else {
            line(-4, -10, 0, -6);
            line(0, -6, 4, -10);
        }
        break;
    case Sign::Again: // once round and back, against the clock
        p.drawArc(QRectF(c.x() - 7, c.y() - 7, 14, 14), -60 * 16, 280 * 16);
        line(-7, -5.5, -6, 0);
        line(-6, 0, -0.8, -1);
        break;
    default:
        break;
    }
}

} // namespace

PillButton::PillButton(const QString& text, Look look, QWidget* parent)
    : PaintedButton(parent), m_look(look) {
    setText(text);
    setAccessibleName(text);
    setSizePolicy(look == Look::Quiet ? QSizePolicy::Fixed : QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PillButton::setLook(Look look) {
    m_look = look;
    update();
}

QSize PillButton::sizeHint() const {
    const bool quiet = m_look == Look::Quiet;
    const QFont font = currentTheme().font(quiet ? TextSize::Small : TextSize::Control);
    return {widthOf(font, text()) + (quiet ? 1 : 32), quiet ? space::target : space::mainTarget};
}

QSize PillButton::minimumSizeHint() const {
    return {m_look == Look::Quiet ? sizeHint().width() : 64, sizeHint().height()};
}

void PillButton::paintEvent(QPaintEvent*) {
    const Theme t = currentTheme();
    QPainter p(this);
    const QRectF box = rect();
    if (m_look == Look::Quiet) {
        p.setFont(t.font(TextSize::Small));
        p.setPen(isHot() ? t.text : t.textDim);
        setElided(drawLine(p, box, Qt::AlignCenter, text()));
    } else {
        const bool danger = m_look == Look::Danger;
        drawRounded(p, box, space::radius, isHot() ? t.hover : t.raised, danger ? t.failed : t.line,
                    danger ? 1.5 : 1);
        p.setFont(t.font(TextSize::Control));
        p.setPen(isEnabled() ? t.text : t.textDim);
        setElided(drawLine(p, box.adjusted(8, 0, -8, 0), Qt::AlignCenter, text()));
    }
    if (showsFocus())
        drawFocusRing(p, box, space::radius, t);
}

SignButton::SignButton(Sign sign, const QString& accessibleName, QWidget* parent)
    : PaintedButton(parent), m_sign(sign) {
    setSign(sign, accessibleName);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SignButton::setSign(Sign sign, const QString& accessibleName) {
    m_sign = sign;
    setAccessibleName(accessibleName);
    setToolTip(accessibleName);
    update();
}

QSize SignButton::sizeHint() const {
    const bool main =
        m_sign == Sign::Play || m_sign == Sign::Pause || m_sign == Sign::Unfold || m_sign == Sign::Fold;
    const int side = main ? space::mainTarget : space::target;
    return {side, side};
}

void SignButton::paintEvent(QPaintEvent*) {
    const Theme t = currentTheme();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    if (isHot())
        drawRounded(p, rect(), space::radius, t.hover);
    const QColor ink = !isEnabled() ? t.line : isHot() || m_sign <= Sign::Pause ? t.text : t.textDim;
    const QPointF middle = QRectF(rect()).center();
    p.setPen(Qt::NoPen);
    p.setBrush(ink);
    drawSolid(p, m_sign, middle);
    p.setPen(QPen(ink, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    drawStrokes(p, m_sign, middle);
    if (showsFocus())
        drawFocusRing(p, rect(), space::radius, t);
}

} // namespace supernode
