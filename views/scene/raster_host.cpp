// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene/raster_host.h"

#include <QPainter>

namespace supernode {

RasterHost::RasterHost(QWidget* parent) : QWidget(parent) {
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    // Both arrive here through the event queue; what is still queued when this widget goes is dropped by Qt.
    const auto deliver = [this](Picture picture) {
        QMetaObject::invokeMethod(
            this,
            [this, drawn = std::move(picture)]() mutable {
                m_times.add(drawn.milliseconds);
                m_picture = std::move(drawn);
                update();
            },
            Qt::QueuedConnection);
    };
    const auto fail = [this](std::vector<Issue> issues) {
        QMetaObject::invokeMethod(
            this,
            [this, why = std::move(issues)] {
                setTrouble(why);
                update();
            },
            Qt::QueuedConnection);
    };
    m_thread = std::make_unique<RenderThread>(deliver, fail);
}

void RasterHost::show(SceneFrame frame) {
    frame.pixelRatio = static_cast<float>(devicePixelRatioF());
    m_asked = frame;
    m_thread->submit(std::move(frame), size() * devicePixelRatioF());
}

// What nobody sees holds no buffers.
void RasterHost::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_thread->rest();
}

void RasterHost::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (!trouble().isEmpty()) {
        paintTrouble(painter, size(), m_asked.colours, trouble());
        return;
    }
    if (m_picture.image.isNull()) {
        const Vec3 c = m_asked.colours.sky;
        painter.fillRect(rect(), QColor::fromRgbF(c.x, c.y, c.z));
        return;
    }
    // A coarse picture is stretched, and while the window is being resized the last one until the next is
    // there; else it is drawn pixel for pixel, also where a logical pixel is no whole number of them.
    if (m_picture.image.size() == size() * devicePixelRatioF())
        painter.drawImage(QPoint(), m_picture.image);
    else {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(rect(), m_picture.image);
    }
    m_labels.paint(painter, m_picture.frame, size());
}

} // namespace supernode
