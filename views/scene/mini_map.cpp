// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene/mini_map.h"

#include "views/panels/painted.h"
#include "views/scene/ramp.h"
#include "views/theme/words.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace supernode {
namespace {

constexpr double inset = 6;                   // of the card to the room
constexpr int least = 640, leastHigh = 360;   // of the view
constexpr double widest = 190, highest = 130; // of the plan
constexpr double tremble = 4;
constexpr double harmHigh = 4, harmLeast = 3; // of the bar of what is down in a rack

QColor toColour(Vec3 c) { return QColor::fromRgbF(c.x, c.y, c.z); }

} // namespace

MiniMap::MiniMap(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Plan of the hall; a click looks there"));
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_NoMousePropagation); // a finger here is none of the hall's
}

void MiniMap::setPlan(FloorPlan plan) {
    m_plan = std::move(plan);
    update();
}

void MiniMap::setCamera(const Camera& camera, float aspect) {
    const std::array<QPointF, 3> cone = coneOf(camera, aspect);
    if (cone == m_cone)
        return;
    m_cone = cone;
    update();
}

double MiniMap::scale() const {
    return m_plan.room.isEmpty() ? 1
                                 : std::min((width() - 2 * inset) / m_plan.room.width(),
                                            (height() - 2 * inset) / m_plan.room.height());
}

QPointF MiniMap::toPixel(QPointF floor) const {
    return QRectF(rect()).center() + (floor - m_plan.room.center()) * scale();
}

QPointF MiniMap::toFloor(QPointF pixel) const {
    return m_plan.room.center() + (pixel - QRectF(rect()).center()) / scale();
}

QRect MiniMap::placeIn(QSize view) const {
    if (m_plan.racks.empty() || view.width() < least || view.height() < leastHigh)
        return {};
    const double fit = std::min(widest / m_plan.room.width(), highest / m_plan.room.height());
    const QSize size(static_cast<int>(std::ceil(std::max(72.0, m_plan.room.width() * fit) + 2 * inset)),
                     static_cast<int>(std::ceil(std::max(56.0, m_plan.room.height() * fit) + 2 * inset)));
    return {QPoint(space::wide, view.height() - size.height() - space::wide), size};
}

void MiniMap::paintEvent(QPaintEvent*) {
    const Theme t = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = t.panel;
    ground.setAlphaF(0.88F);
    drawRounded(painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), space::radius, ground, t.line);
    painter.setClipRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    paintRacks(painter, t);
    paintCamera(painter, t);
}

void MiniMap::paintRacks(QPainter& painter, const Theme& t) const {
    for (const PlanRack& rack : m_plan.racks) {
        const QRectF box = QRectF(toPixel(rack.floor.topLeft()), toPixel(rack.floor.bottomRight()));
        const bool down = rack.failed >= 1;
        painter.setBrush(down ? t.failedGround : rack.use > 0 ? toColour(rampAt(rack.use)) : t.groove);
        // Failed is a colour, a dashed edge and a cross; a part of it is a bar as long as its share.
        painter.setPen(down ? QPen(t.failed, 1.4, Qt::DashLine) : QPen(t.panel, 0.8));
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
        if (!down && rack.harmed > 0) {
            const double length = std::max<double>(harmLeast, box.width() * rack.harmed);
            painter.fillRect(QRectF(box.left(), box.bottom() - harmHigh, length, harmHigh), t.panel);
            painter.fillRect(QRectF(box.left(), box.bottom() - harmHigh + 1, length, harmHigh - 1), t.failed);
        }
        if (!down)
            continue;
        painter.setPen(QPen(t.failed, 1.6));
        painter.drawLine(box.topLeft(), box.bottomRight());
        painter.drawLine(box.topRight(), box.bottomLeft());
    }
}

void MiniMap::paintCamera(QPainter& painter, const Theme& t) const {
    const QPointF eye = toPixel(m_cone[0]), left = toPixel(m_cone[1]), right = toPixel(m_cone[2]);
    QColor seen = t.text;
    seen.setAlphaF(0.16F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(seen);
    painter.drawPolygon(QPolygonF({eye, left, right}));
    painter.setPen(QPen(t.text, 1));
    painter.drawLine(eye, left);
    painter.drawLine(eye, right);
    // Where the eye stands; at the edge when it is outside.
    const QRectF inside = QRectF(rect()).adjusted(inset, inset, -inset, -inset);
    const QPointF dot(std::clamp(eye.x(), inside.left(), inside.right()),
                      std::clamp(eye.y(), inside.top(), inside.bottom()));
    painter.setPen(QPen(t.panel, 1.5));
    painter.setBrush(t.text);
    painter.drawEllipse(dot, 4, 4);
}

void MiniMap::mousePressEvent(QMouseEvent* event) {
    m_down = event->button() == Qt::LeftButton;
    m_moved = false;
    m_pressed = event->position();
}

void MiniMap::mouseMoveEvent(QMouseEvent* event) {
    if (!m_down || (!m_moved && QLineF(m_pressed, event->position()).length() < tremble))
        return;
    m_moved = true;
    emit dragged(toFloor(event->position()));
}

void MiniMap::mouseReleaseEvent(QMouseEvent* event) {
    if (std::exchange(m_down, false) && !m_moved)
        emit pointed(toFloor(event->position()));
}

void MiniMap::mouseDoubleClickEvent(QMouseEvent* event) {
    m_down = false;
    if (const ElementId rack = m_plan.rackAt(toFloor(event->position())); rack.valid())
        emit entered(rack);
}

void MiniMap::wheelEvent(QWheelEvent* event) { event->accept(); } // the hall would zoom at the corner

bool MiniMap::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip)
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(),
                           tr("Click or drag to look there, double click to come near"), this);
    return QWidget::event(event);
}

} // namespace supernode
