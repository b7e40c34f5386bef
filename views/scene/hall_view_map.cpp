// SPDX-License-Identifier: GPL-3.0-or-later
// The plan of the room in the corner of the hall.
#include "views/scene/floor_plan.h"
#include "views/scene/hall_view.h"
#include "views/scene/mini_map.h"

#include <QPainter>

namespace supernode {

void HallView::showMap() {
    if (m_map)
        return;
    m_map = new MiniMap(this);
    connect(m_map, &MiniMap::pointed, this, [this](QPointF floor) {
        m_atHome = false;
        ease(lookingAt(m_camera, floor));
    });
    connect(m_map, &MiniMap::dragged, this,
            [this](QPointF floor) { moveByHand(lookingAt(m_camera, floor)); });
    connect(m_map, &MiniMap::entered, this, [this](ElementId rack) { focusOn(rack); });
    updateState();
    tellMap();
    placeMap();
}

void HallView::showOnMap(std::span<const float> utilization) {
    if (!m_map)
        return;
    const bool other = !m_planner || &m_planner->fabric() != m_outcome->fabric.get();
    if (other)
        m_planner = std::make_unique<FloorPlanner>(m_outcome->fabric);
    m_map->setPlan(m_planner->plan(m_outcome->state, utilization));
    if (other)
        placeMap();
}

void HallView::tellMap() {
    if (m_map)
        m_map->setCamera(m_camera, viewport().aspect());
}

void HallView::placeMap() {
    if (!m_map)
        return;
    const QRect place = m_map->placeIn(size());
    m_map->setVisible(!place.isEmpty());
    if (place.isEmpty())
        return;
    m_map->setGeometry(place);
    m_map->raise();
}

void HallView::paintOver(QPainter& painter, QPoint origin) {
    if (m_map && m_map->isVisible())
        m_map->render(&painter, origin + m_map->pos(), {}, DrawChildren);
}

} // namespace supernode
