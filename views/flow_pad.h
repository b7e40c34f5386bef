// SPDX-License-Identifier: GPL-3.0-or-later
// Lies over a view while traffic is drawn: a stroke of the pointer or a finger becomes a flow.
//
// From where it begins to where it ends; over a view of pairs (the matrix) each pair that is painted over.
// All else (wheel, other buttons) goes on to the view. It is as large as its parent. Ownership: a child of
// the widget it covers. Thread: GUI. Promise: a stroke says where it began and where it ended.
// [FlowPadTest.AStrokeSaysWhereItBeganAndEnded]
#pragma once

#include "views/explore_view.h"

#include <functional>
#include <utility>

namespace supernode {

class FlowPad : public QWidget {
    Q_OBJECT

public:
    explicit FlowPad(QWidget* over);
    void setView(ExploreView* view);
    using Namer = std::function<QString(ElementId)>;
    void setNamer(Namer name) { m_name = std::move(name); }
    // Drawn under the stroke.
    void setBackdrop(std::function<void(QPainter&)> paint) { m_backdrop = std::move(paint); }

signals:
    void drawn(const std::vector<std::pair<supernode::ElementId, supernode::ElementId>>& strokes);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void leaveControlsFree();
    void paintPairAt(QPointF position);
    ExploreView* m_view = nullptr;
    Namer m_name;
    std::function<void(QPainter&)> m_backdrop;
    bool m_down = false;
    QPointF m_from, m_now;
    ElementId m_first, m_over;
    std::vector<std::pair<ElementId, ElementId>> m_pairs;
    std::vector<QPointF> m_painted;
};

} // namespace supernode
