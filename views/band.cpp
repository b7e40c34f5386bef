// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/band.h"

namespace supernode {

void Band::begin(QPointF at) {
    m_from = m_to = at;
    m_active = true;
}

void Band::moveTo(QPointF at) {
    m_to = at;
    if (!m_shown)
        m_shown = new QRubberBand(QRubberBand::Rectangle, m_view);
    m_shown->setGeometry(QRectF(m_from, m_to).normalized().toAlignedRect());
    m_shown->show();
    m_shown->raise();
}

QRectF Band::end() {
    constexpr double tremble = 5;
    m_active = false;
    if (m_shown)
        m_shown->hide();
    const QRectF area = QRectF(m_from, m_to).normalized();
    return area.width() < tremble && area.height() < tremble ? QRectF() : area;
}

} // namespace supernode
