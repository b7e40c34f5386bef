// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/choice_field.h"

#include "views/panels/choice_card.h"

#include <QPainter>
#include <QVBoxLayout>

namespace supernode {

FoldButton::FoldButton(Look look, QWidget* parent) : PaintedButton(parent), m_look(look) {
    setCheckable(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FoldButton::setTexts(const QString& title, const QString& value) {
    setText(title);
    m_value = value;
    setAccessibleName(value.isEmpty() ? title : title + ", " + value);
    update();
}

void FoldButton::setOpen(bool open) { setChecked(open); }

void FoldButton::paintEvent(QPaintEvent*) {
    const Theme t = currentTheme();
    QPainter p(this);
    const bool field = m_look == Look::Field;
    const QRectF box = QRectF(rect()).adjusted(0, 2, 0, -2);
    if (field || isHot())
        drawRounded(p, box, space::radius, isHot() ? t.hover : t.raised);
    const double left = 12, right = box.width() - 26;
    const QFont strong = t.font(TextSize::Control, QFont::DemiBold), plain = t.font(TextSize::Control);
    const QFont& first = field ? plain : strong;
    const double titleWidth = std::min<double>(widthOf(first, text()), right - left);
    p.setFont(first);
    p.setPen(field ? t.textDim : t.text);
    bool elided = drawLine(p, QRectF(left, box.top(), titleWidth, box.height()), Qt::AlignVCenter, text());
    p.setFont(field ? strong : t.font(TextSize::Small));
    p.setPen(field ? t.text : t.textDim);
    const double start = left + titleWidth + 10;
    if (right > start)
        elided |= drawLine(p, QRectF(start, box.top(), right - start, box.height()),
                           Qt::AlignRight | Qt::AlignVCenter, m_value);
    setElided(elided);
    const double x = box.width() - 13, y = box.center().y(), s = 4;
    p.setPen(QPen(t.textDim, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const double up = isChecked() ? -1 : 1;
    p.drawPolyline(QPolygonF({{x - s, y - up * s / 2}, {x, y + up * s / 2}, {x + s, y - up * s / 2}}));
    if (showsFocus())
        drawFocusRing(p, box, space::radius, t);
}

ChoiceField::ChoiceField(QWidget* parent)
    : QWidget(parent), m_button(new FoldButton(FoldButton::Look::Field)), m_list(new QWidget),
      m_column(new QVBoxLayout(m_list)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(2);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_button);
    column->addWidget(m_list);
    m_list->hide();
    connect(m_button, &QAbstractButton::toggled, m_list, &QWidget::setVisible);
}

void ChoiceField::setTitle(const QString& title, const QString& sentence) {
    m_title = title;
    m_button->setToolTip(sentence);
    show();
}

void ChoiceField::setOptions(const std::vector<Option>& options) {
    if (options == m_options)
        return;
    m_options = options;
    qDeleteAll(m_cards);
    m_cards.clear();
    for (const Option& option : options) {
        auto* card = new ChoiceCard(ChoiceCard::Look::ListEntry);
        card->setTexts(option.title, option.whyNot.isEmpty() ? option.sentence : option.whyNot);
        card->setToolTip(option.whyNot.isEmpty() ? option.sentence : option.whyNot);
        card->setEnabled(option.whyNot.isEmpty());
        connect(card, &QAbstractButton::clicked, this, [this, id = option.id] {
            m_button->setOpen(false);
            show(); // the owner says what is chosen
            emit chosen(id);
        });
        m_column->addWidget(card);
        m_cards.push_back(card);
    }
    show();
}

void ChoiceField::setCurrent(const QString& id) {
    m_current = id;
    show();
}

void ChoiceField::show() {
    QString value;
    for (std::size_t i = 0; i < m_options.size(); ++i) {
        m_cards[i]->setChecked(m_options[i].id == m_current);
        if (m_options[i].id == m_current)
            value = m_options[i].title;
    }
    m_button->setTexts(m_title, value);
}

} // namespace supernode
