// SPDX-License-Identifier: GPL-3.0-or-later
// A card over the whole window: Esc or a click beside it closes it, and the keyboard goes back where it was.
//
// Ownership: a child of what it covers. Thread: GUI.
// Promise: Esc and a click beside the card close it. [OverlayTest.EscAndAClickBesideTheCardCloseIt]
#pragma once

#include <QFrame>
#include <QPointer>

class QVBoxLayout;

namespace supernode {

class Overlay : public QWidget {
    Q_OBJECT

public:
    explicit Overlay(QWidget* over);
    void open();
    void close();
    bool isOpen() const { return isVisible(); }
    QFrame* card() const { return m_card; }

protected:
    QVBoxLayout* column() const { return m_column; }
    virtual QWidget* focusTarget() { return this; }
    bool eventFilter(QObject* watched, QEvent* event) override; // of what it covers: its size
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    virtual QRect cardPlace() const; // in the size of now

private:
    QFrame* m_card;
    QVBoxLayout* m_column;
    QPointer<QWidget> m_before; // had the keyboard
};

} // namespace supernode
