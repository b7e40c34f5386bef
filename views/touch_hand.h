// SPDX-License-Identifier: GPL-3.0-or-later
// Fingers on a view: a tap, a drag of one, a pinch of two, a long press, and a long press that draws a
// rectangle.
//
// It only reads fingers; what they mean is up to the view, which hands every touch event on. Units: logical
// pixels of the view, radians clockwise. Ownership: a member of the view, which outlives it. Thread: GUI.
// Promise: a long press and then a drag is a rectangle. [TouchHandTest.ALongPressAndADragAreARectangle]
// Promise: what two fingers do is said in parts that add up. [TouchHandTest.PartsOfAPinchAddUp]
#pragma once

#include "views/band.h"

#include <QElapsedTimer>
#include <QEventPoint>
#include <QHash>
#include <QObject>
#include <QTimer>

class QTouchEvent;

namespace supernode {

// What two fingers did since the event before.
struct Pinch {
    QPointF at;        // between them
    QPointF by;        // that moved
    double factor = 1; // of their distance
    double turn = 0;   // radians, clockwise on screen
};

class TouchHand : public QObject {
    Q_OBJECT

public:
    explicit TouchHand(QWidget* view);
    // True when it was an event of fingers.
    bool handle(QEvent* event);
    int holdMilliseconds() const { return m_hold.interval(); }

signals:
    void began(); // a hand is on it
    void tapped(QPointF at, Qt::KeyboardModifiers modifiers);
    void doubleTapped(QPointF at); // after the tap of its first half
    void dragged(QPointF at, QPointF by);
    void pinched(const supernode::Pinch& pinch);
    void held(QPointF at);    // a long press, let go at its place
    void banded(QRectF area); // a long press, and then a drag

private:
    void begin(const QTouchEvent& event);
    void remember(const QList<QEventPoint>& down);
    void update(const QTouchEvent& event);
    void drag(const QEventPoint& finger);
    void end(const QTouchEvent& event);
    void cancel();

    QTimer m_hold;
    QElapsedTimer m_tapClock; // since the last tap
    QPointF m_pressed, m_tap;
    QHash<int, QPointF> m_last; // of the fingers that are down
    bool m_moved = false, m_held = false;
    Band m_band;
};

} // namespace supernode
