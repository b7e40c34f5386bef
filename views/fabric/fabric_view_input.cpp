// SPDX-License-Identifier: GPL-3.0-or-later
// Hands on the rings: mouse, wheel and touch.
#include "views/fabric/fabric_view.h"

#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace supernode {

bool FabricView::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && m_hover.valid() && m_outcome)
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(),
                           QString::fromStdString(m_outcome->fabric->name(m_hover)), this);
    return m_fingers.handle(event) || ExploreView::event(event);
}

void FabricView::zoomAt(QPointF position, double factor) {
    const QPointF under = placement().fromPixel(position);
    m_zoom = std::clamp(m_zoom * factor, 0.7, 30.0);
    const RingPlacement now = placement();
    m_pan += (position - now.toPixel(under)) / now.scale;
    refresh();
}

namespace {
struct RingsPlace {
    double zoom = 1;
    QPointF pan;
};
} // namespace

std::any FabricView::place() const { return RingsPlace{m_zoom, m_pan}; }

void FabricView::setPlace(const std::any& place) {
    const auto* kept = std::any_cast<RingsPlace>(&place);
    if (!kept)
        return;
    m_zoom = kept->zoom;
    m_pan = kept->pan;
    refresh();
}

void FabricView::panBy(QPointF pixels) {
    m_pan += pixels / placement().scale;
    refresh();
}

void FabricView::mousePressEvent(QMouseEvent* event) {
    m_pressed = m_last = event->position();
    m_down = true;
    m_dragged = false;
    if (event->button() == Qt::LeftButton && event->modifiers().testFlag(Qt::ShiftModifier))
        m_band.begin(m_pressed);
}

void FabricView::mouseMoveEvent(QMouseEvent* event) {
    if (!m_down) {
        setHover(elementAt(event->position()));
        return;
    }
    if (m_band.active())
        return m_band.moveTo(event->position());
    constexpr double tremble = 5;
    if (!m_dragged && QLineF(m_pressed, event->position()).length() < tremble)
        return;
    m_dragged = true;
    panBy(event->position() - m_last);
    m_last = event->position();
}

void FabricView::mouseReleaseEvent(QMouseEvent* event) {
    const bool click = m_down && !m_dragged && event->button() == Qt::LeftButton;
    m_down = false;
    if (m_band.active())
        if (const QRectF area = m_band.end(); !area.isEmpty())
            return emit elementsBrushed(elementsIn(area));
    if (click)
        emit elementClicked(elementAt(event->position()), event->modifiers());
}

void FabricView::mouseDoubleClickEvent(QMouseEvent* event) { focusOn(elementAt(event->position())); }

void FabricView::wheelEvent(QWheelEvent* event) {
    constexpr double perUnit = 1.0014; // a notch of a wheel is 120 units
    event->accept();
    zoomAt(event->position(), std::pow(perUnit, event->angleDelta().y()));
}

void FabricView::leaveEvent(QEvent*) { setHover({}); }

// One finger moves the rings, two pinch, too, a tap clicks, two come near, a long press adds to what is
// selected, and with a drag selects all in a rectangle. The words stay upright: two fingers do not turn them.
void FabricView::connectFingers() {
    connect(&m_fingers, &TouchHand::tapped, this, [this](QPointF at, Qt::KeyboardModifiers modifiers) {
        setHover({});
        emit elementClicked(elementAt(at), modifiers);
    });
    connect(&m_fingers, &TouchHand::doubleTapped, this, [this](QPointF at) { focusOn(elementAt(at)); });
    connect(&m_fingers, &TouchHand::held, this, [this](QPointF at) {
        if (const ElementId met = elementAt(at); met.valid())
            emit elementClicked(met, Qt::ControlModifier);
    });
    connect(&m_fingers, &TouchHand::banded, this,
            [this](QRectF area) { emit elementsBrushed(elementsIn(area)); });
    connect(&m_fingers, &TouchHand::dragged, this, [this](QPointF, QPointF by) { panBy(by); });
    connect(&m_fingers, &TouchHand::pinched, this, [this](const Pinch& pinch) {
        panBy(pinch.by);
        zoomAt(pinch.at, pinch.factor);
    });
}

} // namespace supernode
