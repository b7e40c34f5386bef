// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/touch_hand.h"

#include <QLineF>
#include <QTouchEvent>
#include <QWidget>

#include <cmath>
#include <numbers>

namespace supernode {
namespace {

constexpr double tremble = 10; // pixels that a finger moves without meaning it
constexpr double twice = 40;   // pixels between the two halves of a double tap
constexpr qint64 twiceMilliseconds = 400;
constexpr int holdFor = 500; // milliseconds

Pinch pinchBetween(const QLineF& before, const QLineF& now) {
    Pinch pinch{now.center(), now.center() - before.center()};
    if (now.length() > 1 && before.length() > 1) {
        pinch.factor = now.length() / before.length();
        const double turned = before.angle() - now.angle(); // QLineF counts against the clock
        pinch.turn = std::remainder(turned, 360.0) * std::numbers::pi / 180;
    }
    return pinch;
}

} // namespace

TouchHand::TouchHand(QWidget* view) : m_band(view) {
    view->setAttribute(Qt::WA_AcceptTouchEvents);
    m_hold.setSingleShot(true);
    m_hold.setInterval(holdFor);
    connect(&m_hold, &QTimer::timeout, this, [this] {
        m_held = true;
        m_band.begin(m_pressed);
        m_band.moveTo(m_pressed + QPointF(tremble, tremble)); // says that it can be drawn now
    });
}

bool TouchHand::handle(QEvent* event) {
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
        break;
    case QEvent::TouchCancel:
        cancel();
        return true;
    default:
        return false;
    }
    const auto& touch = *static_cast<QTouchEvent*>(event);
    event->accept();
    if (event->type() == QEvent::TouchBegin)
        begin(touch);
    else if (event->type() == QEvent::TouchUpdate)
        update(touch);
    else
        end(touch);
    return true;
}

void TouchHand::begin(const QTouchEvent& event) {
    cancel();
    m_pressed = event.points().front().position();
    remember(event.points());
    m_moved = event.points().size() > 1;
    if (!m_moved)
        m_hold.start();
    emit began();
}

void TouchHand::update(const QTouchEvent& event) {
    QList<QEventPoint> down;
    for (const QEventPoint& point : event.points())
        if (point.state() != QEventPoint::Released)
            down.push_back(point);
    if (down.size() == 1)
        return drag(down.front());
    if (down.size() < 2)
        return;
    cancel(); // a second finger: neither press nor rectangle
    m_moved = true;
    const auto a = m_last.find(down[0].id()), b = m_last.find(down[1].id());
    if (a != m_last.end() && b != m_last.end())
        emit pinched(pinchBetween(QLineF(*a, *b), QLineF(down[0].position(), down[1].position())));
    remember(down);
}

void TouchHand::remember(const QList<QEventPoint>& down) {
    m_last.clear();
    for (const QEventPoint& point : down)
        m_last.insert(point.id(), point.position());
}

void TouchHand::drag(const QEventPoint& finger) {
    if (m_held)
        return m_band.moveTo(finger.position());
    if (!m_moved && QLineF(m_pressed, finger.position()).length() < tremble)
        return;
    m_hold.stop();
    // What was held back while it might have been a tremble comes with the first step.
    const QPointF from = m_last.value(finger.id(), m_moved ? finger.position() : m_pressed);
    m_moved = true;
    remember({finger});
    emit dragged(finger.position(), finger.position() - from);
}

void TouchHand::end(const QTouchEvent& event) {
    const QPointF at = event.points().front().position();
    const bool moved = m_moved, wasHeld = m_held, far = QLineF(m_pressed, at).length() >= tremble;
    if (wasHeld && far)
        m_band.moveTo(at);
    const QRectF area = wasHeld ? m_band.end() : QRectF();
    cancel();
    if (wasHeld) {
        if (far && !area.isEmpty())
            emit banded(area);
        else
            emit held(m_pressed);
        return;
    }
    if (moved)
        return;
    if (m_tapClock.isValid() && m_tapClock.elapsed() < twiceMilliseconds &&
        QLineF(m_tap, m_pressed).length() < twice) {
        m_tapClock.invalidate();
        emit doubleTapped(m_pressed);
        return;
    }
    m_tapClock.start();
    m_tap = m_pressed;
    emit tapped(m_pressed, event.modifiers());
}

void TouchHand::cancel() {
    m_hold.stop();
    if (m_band.active())
        m_band.end();
    m_moved = m_held = false;
}

} // namespace supernode
