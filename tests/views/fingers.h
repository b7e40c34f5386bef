// SPDX-License-Identifier: GPL-3.0-or-later
// Fingers on a widget that is shown: touch events through the window system, as a screen would send them.
#pragma once

#include <QTest>
#include <QWidget>

#include <gtest/gtest.h>

namespace supernode::test {

class Fingers {
public:
    explicit Fingers(QWidget& on) : m_on(on) {}

    void tap(QPoint at) {
        QTest::touchEvent(&m_on, device()).press(0, at, &m_on);
        QTest::touchEvent(&m_on, device()).release(0, at, &m_on);
    }
    void drag(QPoint from, QPoint to) {
        QTest::touchEvent(&m_on, device()).press(0, from, &m_on);
        for (int i = 1; i <= steps; ++i)
            QTest::touchEvent(&m_on, device()).move(0, from + (to - from) * i / steps, &m_on);
        QTest::touchEvent(&m_on, device()).release(0, to, &m_on);
    }
    // Two fingers go their straight ways.
    void pinch(QPoint from1, QPoint from2, QPoint to1, QPoint to2) {
        QTest::touchEvent(&m_on, device()).press(0, from1, &m_on);
        QTest::touchEvent(&m_on, device()).move(0, from1, &m_on).press(1, from2, &m_on);
        for (int i = 1; i <= steps; ++i)
            QTest::touchEvent(&m_on, device())
                .move(0, from1 + (to1 - from1) * i / steps, &m_on)
                .move(1, from2 + (to2 - from2) * i / steps, &m_on);
        QTest::touchEvent(&m_on, device()).release(0, to1, &m_on).move(1, to2, &m_on);
        QTest::touchEvent(&m_on, device()).release(1, to2, &m_on);
    }
    // A long press, and then a drag; `to` where it began: the press alone.
    void holdAndDrag(QPoint from, QPoint to, int milliseconds) {
        QTest::touchEvent(&m_on, device()).press(0, from, &m_on);
        QTest::qWait(milliseconds + 100);
        if (to != from)
            for (int i = 1; i <= steps; ++i)
                QTest::touchEvent(&m_on, device()).move(0, from + (to - from) * i / steps, &m_on);
        QTest::touchEvent(&m_on, device()).release(0, to, &m_on);
    }

private:
    static constexpr int steps = 6;
    static QPointingDevice* device() {
        static QPointingDevice* const made = QTest::createTouchDevice();
        return made;
    }
    QWidget& m_on;
};

constexpr int longPress = 500; // milliseconds, as TouchHand has it

} // namespace supernode::test
