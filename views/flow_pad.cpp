// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/flow_pad.h"

#include "views/panels/painted.h"

#include <QCoreApplication>
#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace supernode {

FlowPad::FlowPad(QWidget* over) : QWidget(over) {
    over->installEventFilter(this);
    setMouseTracking(true);
    setCursor(Qt::CrossCursor);
    setAccessibleName(tr("Draw traffic"));
    setGeometry(over->rect());
    hide();
}

bool FlowPad::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parent() && event->type() == QEvent::Resize)
        setView(m_view);
    return QWidget::eventFilter(watched, event);
}

void FlowPad::setView(ExploreView* view) {
    m_view = view;
    setGeometry(parentWidget()->rect());
    leaveControlsFree();
}

// Switches that stand on the view can still be hit; what fills it is its picture.
void FlowPad::leaveControlsFree() {
    QRegion free = rect();
    const QList<QWidget*> children =
        m_view ? m_view->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly) : QList<QWidget*>();
    for (const QWidget* child : children)
        if (!child->isHidden() && child->height() < m_view->height() / 2)
            free -= child->geometry();
    setMask(free);
}

void FlowPad::paintPairAt(QPointF position) {
    const std::pair<ElementId, ElementId> pair = m_view->pairAt(position);
    if (!pair.first.valid() || std::find(m_pairs.begin(), m_pairs.end(), pair) != m_pairs.end())
        return;
    m_pairs.push_back(pair);
    m_painted.push_back(position);
}

void FlowPad::mousePressEvent(QMouseEvent* event) {
    if (!m_view || event->button() != Qt::LeftButton) {
        if (m_view)
            QCoreApplication::sendEvent(m_view, event);
        return;
    }
    m_down = true;
    m_from = m_now = event->position();
    m_first = m_over = m_view->elementAt(m_from);
    m_pairs.clear();
    m_painted.clear();
    paintPairAt(m_from);
    update();
}

void FlowPad::mouseMoveEvent(QMouseEvent* event) {
    if (!m_view)
        return;
    if (!m_down && event->buttons() != Qt::NoButton) {
        QCoreApplication::sendEvent(m_view, event);
        return;
    }
    if (m_down) { // a fast hand skips nothing on the way
        const QPointF way = event->position() - m_now;
        const int steps = std::min(400, 1 + static_cast<int>(std::hypot(way.x(), way.y()) / 2));
        for (int i = 1; i <= steps; ++i)
            paintPairAt(m_now + way * i / steps);
    }
    m_now = event->position();
    m_over = m_view->elementAt(m_now);
    update();
}

void FlowPad::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_down || event->button() != Qt::LeftButton) {
        if (m_view)
            QCoreApplication::sendEvent(m_view, event);
        return;
    }
    m_down = false;
    update();
    if (!m_pairs.empty())
        return emit drawn(m_pairs);
    emit drawn({{m_first, m_view->elementAt(event->position())}});
}

void FlowPad::wheelEvent(QWheelEvent* event) {
    if (m_view)
        QCoreApplication::sendEvent(m_view, event);
}

void FlowPad::paintEvent(QPaintEvent*) {
    const Theme t = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_backdrop)
        m_backdrop(painter);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(t.accent, 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), space::radius, space::radius);
    if (m_down && m_pairs.empty()) {
        painter.setPen(QPen(t.accent, 3, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(m_from, m_now);
        painter.setBrush(t.accent);
        painter.drawEllipse(m_from, 5, 5);
        painter.drawEllipse(m_now, 7, 7);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.accent);
    if (m_down)
        for (const QPointF& at : m_painted)
            painter.drawRect(QRectF(at - QPointF(3, 3), QSizeF(6, 6)));
    if (!m_name || !underMouse())
        return;
    QString text = m_over.valid() ? m_name(m_over) : QString();
    if (m_down && m_pairs.empty() && m_first.valid())
        text = m_name(m_first) + QStringLiteral(" → ") + (m_over == m_first ? QStringLiteral("…") : text);
    if (text.isEmpty())
        return;
    const QFont font = t.font(TextSize::Control, QFont::DemiBold);
    const double wide = widthOf(font, text) + 20;
    const QRectF box(std::min(m_now.x() + 16, width() - wide - 4), std::max(4.0, m_now.y() - 36), wide, 28);
    drawRounded(painter, box, space::radius, t.raised, t.line);
    painter.setFont(font);
    painter.setPen(t.text);
    painter.drawText(box, Qt::AlignCenter, text);
}

} // namespace supernode
