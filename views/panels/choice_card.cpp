// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/choice_card.h"

#include <QPainter>

namespace supernode {

ChoiceCard::ChoiceCard(Look look, QWidget* parent) : PaintedButton(parent), m_look(look) {
    setCheckable(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ChoiceCard::setTexts(const QString& title, const QString& subtitle) {
    setText(title);
    m_subtitle = subtitle;
    setAccessibleName(subtitle.isEmpty() ? title : title + ", " + subtitle);
    update();
}

void ChoiceCard::setAccent(const QColor& accent) {
    m_accent = accent;
    update();
}

QSize ChoiceCard::sizeHint() const {
    const Theme t = currentTheme();
    const int lines = t.px(TextSize::Control) + t.px(TextSize::Small);
    return {200, std::max(space::mainTarget, lines + 22)};
}

void ChoiceCard::paintEvent(QPaintEvent*) {
    const Theme t = currentTheme();
    QPainter p(this);
    const QRectF box = rect();
    const bool outlined = m_look == Look::Outlined;
    if (outlined)
        drawRounded(p, box, space::radius, isChecked() || isHot() ? t.raised : t.panel,
                    isChecked() ? m_accent : t.line, isChecked() ? 1.5 : 1);
    else if (isChecked() || isHot())
        drawRounded(p, box, space::radius, isChecked() ? t.selected : t.raised);
    const QFont title = t.font(TextSize::Control, isChecked() ? QFont::DemiBold : QFont::Normal);
    const QFont small = t.font(TextSize::Small);
    const double titleHeight = QFontMetricsF(title).height(), smallHeight = QFontMetricsF(small).height();
    const double gap = 1, top = (box.height() - titleHeight - gap - smallHeight) / 2;
    const double left = outlined ? 16 : 12, width = box.width() - left - 8;
    p.setFont(title);
    p.setPen(outlined && !isChecked() && !isHot() ? t.textDim : t.text);
    bool elided = drawLine(p, QRectF(left, top, width, titleHeight), Qt::AlignVCenter, text());
    p.setFont(small);
    p.setPen(t.textDim);
    elided |=
        drawLine(p, QRectF(left, top + titleHeight + gap, width, smallHeight), Qt::AlignVCenter, m_subtitle);
    setElided(elided);
    if (showsFocus())
        drawFocusRing(p, box, space::radius, t);
}

} // namespace supernode
