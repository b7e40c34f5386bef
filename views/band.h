// SPDX-License-Identifier: GPL-3.0-or-later
// The rectangle that Shift and a drag draw over a view, to select what is in it.
//
// Units: logical pixels of the view. Ownership: a member of the view, which outlives it. Thread: GUI.
#pragma once

#include <QPointer>
#include <QRectF>
#include <QRubberBand>

namespace supernode {

class Band {
public:
    explicit Band(QWidget* view) : m_view(view) {}
    void begin(QPointF at);
    void moveTo(QPointF at);
    QRectF end(); // empty when the hand hardly moved
    bool active() const { return m_active; }

private:
    QWidget* m_view;
    QPointer<QRubberBand> m_shown; // a child of the view
    QPointF m_from, m_to;
    bool m_active = false;
};

} // namespace supernode
