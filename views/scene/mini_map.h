// SPDX-License-Identifier: GPL-3.0-or-later
// A small plan of the hall in its corner: racks by load, what is down, where the camera stands and looks.
//
// A click or a drag says where to look. Units: logical pixels; metres as FloorPlan. Ownership: a child of the
// hall. Thread: GUI. Promise: a click says the place of the floor that is drawn there.
// [MiniMapTest.AClickSaysThePlaceThatIsDrawnThere]
#pragma once

#include "views/scene/floor_plan.h"

#include <QWidget>

namespace supernode {

class MiniMap : public QWidget {
    Q_OBJECT

public:
    explicit MiniMap(QWidget* parent);

    void setPlan(FloorPlan plan);
    void setCamera(const Camera& camera, float aspect);
    const FloorPlan& plan() const { return m_plan; }
    QPointF toPixel(QPointF floor) const;
    QPointF toFloor(QPointF pixel) const;
    // As large as the room wants within a part of the view; empty where the view is too small for it.
    // Promise: a small view has none. [MiniMapTest.ASmallViewHasNone]
    QRect placeIn(QSize view) const;

signals:
    void pointed(QPointF floor);        // a click
    void dragged(QPointF floor);        // and while it is held
    void entered(supernode::ElementId); // double click on a rack

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    bool event(QEvent* event) override;

private:
    double scale() const; // pixels for a metre
    void paintRacks(QPainter& painter, const struct Theme& theme) const;
    void paintCamera(QPainter& painter, const Theme& theme) const;

    FloorPlan m_plan;
    std::array<QPointF, 3> m_cone;
    QPointF m_pressed;
    bool m_down = false, m_moved = false;
};

} // namespace supernode
