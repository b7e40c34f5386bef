// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/segmented.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace supernode {

Segmented::Segmented(Look look, QWidget* parent)
    : QWidget(parent), m_look(look), m_group(new QButtonGroup(this)), m_layout(new QHBoxLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(look == Look::Track ? 2 : look == Look::Underlined ? 0 : space::unit);
    m_group->setExclusive(true);
    setSizePolicy(look == Look::Track ? QSizePolicy::Expanding : QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idClicked, this, &Segmented::chosen);
}

void Segmented::setOptions(const QStringList& options) {
    while (m_group->buttons().size() > options.size())
        delete m_group->buttons().back();
    for (int i = 0; i < options.size(); ++i) {
        QAbstractButton* button = m_group->button(i);
        if (!button) {
            auto* made = new SegmentButton(options[i], m_look, this);
            if (m_high > 0)
                made->setHeight(m_high);
            button = made;
            m_group->addButton(button, i);
            m_layout->addWidget(button);
        }
        button->setText(options[i]);
        button->setAccessibleName(options[i]);
        button->updateGeometry();
    }
    if (current() < 0 && !options.isEmpty())
        setCurrent(0);
}

void Segmented::setCurrent(int index) {
    if (QAbstractButton* button = m_group->button(index))
        button->setChecked(true);
}

int Segmented::current() const { return m_group->checkedId(); }

int Segmented::count() const { return static_cast<int>(m_group->buttons().size()); }

void Segmented::setOptionEnabled(int index, bool enabled, const QString& reason) {
    if (QAbstractButton* button = m_group->button(index)) {
        button->setEnabled(enabled);
        button->setToolTip(enabled ? QString() : reason);
    }
}

QAbstractButton* Segmented::option(int index) const { return m_group->button(index); }

void Segmented::setHeight(int pixels) {
    m_high = pixels;
    for (QAbstractButton* button : m_group->buttons())
        static_cast<SegmentButton*>(button)->setHeight(pixels);
}

SegmentButton::SegmentButton(const QString& text, Segmented::Look look, QWidget* parent)
    : PaintedButton(parent), m_look(look),
      m_high(look == Segmented::Look::Underlined ? space::mainTarget : space::target) {
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setSizePolicy(look == Segmented::Look::Track ? QSizePolicy::Expanding : QSizePolicy::Fixed,
                  QSizePolicy::Fixed);
}

QSize SegmentButton::sizeHint() const {
    const QFont font = currentTheme().font(TextSize::Control, QFont::DemiBold);
    if (m_look == Segmented::Look::Underlined)
        return {std::max(widthOf(font, text()) + 2 * space::wide, space::mainTarget), m_high};
    const int padding = m_look == Segmented::Look::Track ? 12 : 36;
    return {widthOf(font, text()) + padding, m_high};
}

QSize SegmentButton::minimumSizeHint() const {
    return m_look == Segmented::Look::Track ? QSize(32, m_high) : sizeHint();
}

void SegmentButton::setHeight(int pixels) {
    m_high = pixels;
    updateGeometry();
}

// The window's own keys for these must not take them away from the keyboard's focus.
bool SegmentButton::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && showsFocus()) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Space) {
            event->accept();
            return true;
        }
    }
    return PaintedButton::event(event);
}

void SegmentButton::paintUnderlined(QPainter& p, const Theme& t) {
    const QRectF box = rect();
    p.setFont(t.font(TextSize::Control, isChecked() ? QFont::DemiBold : QFont::Normal));
    p.setPen(!isEnabled() ? t.groove : isChecked() || isHot() ? t.text : t.textDim);
    setElided(drawLine(p, box.adjusted(4, 0, -4, 0), Qt::AlignCenter, text()));
    if (isChecked())
        drawRounded(p, box.adjusted(space::wide, box.height() - 9, -space::wide, -6), 1.5, t.accent);
    if (showsFocus())
        drawFocusRing(p, box, space::radius, t);
}

void SegmentButton::paintEvent(QPaintEvent*) {
    const Theme t = currentTheme();
    QPainter p(this);
    if (m_look == Segmented::Look::Underlined) {
        paintUnderlined(p, t);
        return;
    }
    const QRectF box = rect();
    const double radius = m_look == Segmented::Look::Track ? space::radius : box.height() / 2;
    const QColor rest = m_look == Segmented::Look::Track ? t.raised : QColor(Qt::transparent);
    const QColor line = m_look == Segmented::Look::Pills ? t.line : QColor(Qt::transparent);
    drawRounded(p, box, radius, isChecked() ? t.selected : isHot() ? t.hover : rest, line);
    const bool strong = isChecked() && m_look != Segmented::Look::Pills;
    p.setFont(t.font(m_look == Segmented::Look::Tabs ? TextSize::Control : TextSize::Body,
                     strong ? QFont::DemiBold : QFont::Normal));
    p.setPen(!isEnabled() ? t.groove : isChecked() || isHot() ? t.text : t.textDim);
    setElided(drawLine(p, box.adjusted(4, 0, -4, 0), Qt::AlignCenter, text()));
    if (showsFocus())
        drawFocusRing(p, box, radius, t);
}

} // namespace supernode
