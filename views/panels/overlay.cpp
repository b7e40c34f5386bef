// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/overlay.h"

#include "views/panels/painted.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace supernode {

Overlay::Overlay(QWidget* over) : QWidget(over), m_card(new QFrame(this)), m_column(new QVBoxLayout(m_card)) {
    m_card->setProperty("surface", "card");
    m_column->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    m_column->setSpacing(space::unit);
    setFocusPolicy(Qt::StrongFocus);
    over->installEventFilter(this);
    hide();
}

void Overlay::open() {
    if (!isOpen())
        m_before = QApplication::focusWidget();
    setGeometry(parentWidget()->rect());
    m_card->setGeometry(cardPlace());
    show();
    raise();
    focusTarget()->setFocus(Qt::ShortcutFocusReason);
}

void Overlay::close() {
    if (!isOpen())
        return;
    // Before it hides: else the keyboard would go on to whatever comes next, with a frame around it.
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    else if (QWidget* has = QApplication::focusWidget(); has == this || isAncestorOf(has))
        has->clearFocus();
    hide();
}

QRect Overlay::cardPlace() const {
    const QSize size = m_card->sizeHint().boundedTo(this->size() - QSize(2 * space::wide, 2 * space::wide));
    return {(width() - size.width()) / 2, (height() - size.height()) / 2, size.width(), size.height()};
}

bool Overlay::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize && isOpen()) {
        setGeometry(parentWidget()->rect());
        m_card->setGeometry(cardPlace());
    }
    return QWidget::eventFilter(watched, event);
}

// The window's own keys rest while it is open.
bool Overlay::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void Overlay::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QColor veil(Qt::black);
    veil.setAlpha(120);
    painter.fillRect(rect(), veil);
}

void Overlay::mousePressEvent(QMouseEvent* event) {
    if (!m_card->geometry().contains(event->position().toPoint()))
        close();
}

void Overlay::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        close();
}

} // namespace supernode
