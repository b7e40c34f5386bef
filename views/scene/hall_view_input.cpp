// SPDX-License-Identifier: GPL-3.0-or-later
// Hands on the hall: mouse, wheel, touch and keys.
#include "views/scene/hall_view.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QStyleHints>
#include <QWheelEvent>

namespace supernode {
namespace {

constexpr float zoomPerUnit = 0.9986f; // a notch of a wheel is 120 units

} // namespace

void HallView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    request();
}

void HallView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_host->widget()->setGeometry(rect());
    placeMap();
    if (m_atHome && m_instances) {
        m_move.reset();
        m_camera = homeCamera(*m_instances, viewport().aspect());
    }
    request();
}

void HallView::mousePressEvent(QMouseEvent* event) {
    m_move.reset(); // a hand stops any move of the camera
    m_pressed = m_last = event->position();
    m_button = event->button();
    m_dragged = false;
    if (m_button == Qt::LeftButton && event->modifiers().testFlag(Qt::ShiftModifier))
        m_band.begin(m_pressed);
}

void HallView::mouseMoveEvent(QMouseEvent* event) {
    if (m_button == Qt::NoButton) {
        hoverAt(event->position());
        return;
    }
    if (m_band.active())
        return m_band.moveTo(event->position());
    const double far = QGuiApplication::styleHints()->startDragDistance() / 2.0;
    if (!m_dragged && QLineF(m_pressed, event->position()).length() < far)
        return;
    m_dragged = true;
    const QPointF by = event->position() - m_last;
    m_last = event->position();
    const auto dx = static_cast<float>(by.x()), dy = static_cast<float>(by.y());
    moveByHand(m_button == Qt::LeftButton ? orbited(m_camera, dx, dy) : panned(m_camera, viewport(), dx, dy));
}

void HallView::mouseReleaseEvent(QMouseEvent* event) {
    const bool click = m_button == Qt::LeftButton && event->button() == Qt::LeftButton && !m_dragged;
    m_button = Qt::NoButton;
    if (m_band.active()) {
        if (const QRectF area = m_band.end(); !area.isEmpty())
            return brush(area);
    }
    if (click)
        emit elementClicked(pickAt(event->position()).element, event->modifiers());
}

void HallView::mouseDoubleClickEvent(QMouseEvent* event) {
    m_button = Qt::NoButton; // the first of the two clicks has selected already
    if (const Pick met = pickAt(event->position()); met.element.valid())
        focusOn(met.element);
}

// Closer than a hand's breadth to a rack there is nothing to see but its inside.
bool HallView::insideRack(Vec3 point) const {
    constexpr float breadth = 0.12f;
    if (!m_instances)
        return false;
    return std::any_of(m_instances->bodies.begin(), m_instances->bodies.end(), [&](const BodyInstance& body) {
        const Vec3 away = point - body.box.centre, half = body.box.half;
        return body.role == BodyRole::Rack && std::abs(away.x) < half.x + breadth &&
               std::abs(away.y) < half.y + breadth && std::abs(away.z) < half.z + breadth;
    });
}

void HallView::wheelEvent(QWheelEvent* event) {
    m_move.reset();
    const float factor = std::pow(zoomPerUnit, static_cast<float>(event->angleDelta().y()));
    const Camera next = zoomedAt(m_camera, viewport(), static_cast<float>(event->position().x()),
                                 static_cast<float>(event->position().y()), factor);
    event->accept();
    if (factor > 1 || !insideRack(next.eye()))
        moveByHand(next);
}

void HallView::leaveEvent(QEvent*) {
    if (!m_hover.valid())
        return;
    setHover({});
    emit elementHovered({});
}

void HallView::hoverAt(QPointF position) {
    const ElementId met = pickAt(position).element;
    if (met == m_hover)
        return;
    setHover(met);
    emit elementHovered(met);
}

void HallView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Home)
        home();
    else if (event->key() == Qt::Key_F && !m_selection.empty())
        focusOn(m_selection.back());
    else
        QWidget::keyPressEvent(event);
}

bool HallView::event(QEvent* event) { return m_fingers.handle(event) || QWidget::event(event); }

void HallView::brush(const QRectF& area) {
    const auto corner = [](QPointF p) {
        return ScreenPoint{static_cast<float>(p.x()), static_cast<float>(p.y())};
    };
    if (m_instances)
        emit elementsBrushed(elementsIn(*m_instances, m_camera, viewport(), corner(area.topLeft()),
                                        corner(area.bottomRight())));
}

// One finger orbits, two pan, pinch and turn, a tap clicks, two come near, a long press adds to what is
// selected, and with a drag selects all in a rectangle.
void HallView::connectFingers() {
    connect(&m_fingers, &TouchHand::began, this, [this] { m_move.reset(); });
    connect(&m_fingers, &TouchHand::tapped, this, [this](QPointF at, Qt::KeyboardModifiers modifiers) {
        emit elementClicked(pickAt(at).element, modifiers);
    });
    connect(&m_fingers, &TouchHand::doubleTapped, this, [this](QPointF at) {
        if (const Pick met = pickAt(at); met.element.valid())
            focusOn(met.element);
    });
    connect(&m_fingers, &TouchHand::held, this, [this](QPointF at) {
        if (const Pick met = pickAt(at); met.element.valid())
            emit elementClicked(met.element, Qt::ControlModifier);
    });
    connect(&m_fingers, &TouchHand::banded, this, &HallView::brush);
    connect(&m_fingers, &TouchHand::dragged, this, [this](QPointF, QPointF by) {
        moveByHand(orbited(m_camera, static_cast<float>(by.x()), static_cast<float>(by.y())));
    });
    connect(&m_fingers, &TouchHand::pinched, this, [this](const Pinch& pinch) {
        Camera camera =
            panned(m_camera, viewport(), static_cast<float>(pinch.by.x()), static_cast<float>(pinch.by.y()));
        const Camera nearer =
            zoomedAt(camera, viewport(), static_cast<float>(pinch.at.x()), static_cast<float>(pinch.at.y()),
                     static_cast<float>(1 / pinch.factor));
        if (pinch.factor < 1 || !insideRack(nearer.eye()))
            camera = nearer;
        moveByHand(turned(camera, static_cast<float>(pinch.turn)));
    });
}

} // namespace supernode
