// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/help_panel.h"

#include <QPainter>
#include <QVBoxLayout>

namespace supernode {

HelpLine::HelpLine(const HelpEntry& entry, QWidget* parent) : PaintedButton(parent), m_entry(entry) {
    setText(entry.text);
    setAccessibleName(entry.text + ", " + entry.gain);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void HelpLine::paintEvent(QPaintEvent*) {
    const Theme t = currentTheme();
    QPainter p(this);
    drawRounded(p, rect().adjusted(0, 2, 0, -2), space::radius, isHot() ? t.hover : t.raised);
    const QFont body = t.font(TextSize::Control), small = t.font(TextSize::Small);
    const double high = QFontMetricsF(body).height(), low = QFontMetricsF(small).height();
    const double left = 12, wide = width() - 2 * left, top = (height() - high - low - 7) / 2;
    p.setFont(body);
    p.setPen(t.text);
    setElided(drawLine(p, QRectF(left, top, wide, high), Qt::AlignVCenter, text()));
    p.setFont(small);
    p.setPen(t.readable(t.good));
    drawLine(p, QRectF(left, top + high, wide, low), Qt::AlignVCenter, m_entry.gain);
    const QRectF bar(left, top + high + low + 3, wide, 4);
    drawRounded(p, bar, 2, t.groove);
    drawRounded(p, QRectF(bar.topLeft(), QSizeF(std::max(4.0, wide * m_entry.share), bar.height())), 2,
                t.good);
    if (showsFocus())
        drawFocusRing(p, rect(), space::radius, t);
}

HelpPanel::HelpPanel(QWidget* parent)
    : QFrame(parent), m_column(new QVBoxLayout), m_headline(makeLabel({}, "strong")),
      m_sentence(makeLabel({}, "body", "dim")) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    QLabel* sentence =
        makeLabel(tr("One change at a time, asked of the model: what is broken taken back, a quarter more "
                     "of what limits, another way to do the same work. A click makes the change."),
                  "body", "dim");
    for (QLabel* label : {sentence, m_sentence, m_headline})
        label->setWordWrap(true);
    m_column->setSpacing(space::half);
    column->addWidget(sentence);
    column->addWidget(m_headline);
    column->addWidget(m_sentence);
    column->addLayout(m_column);
    column->addStretch(1);
}

void HelpPanel::setEntries(const QString& headline, const std::vector<HelpEntry>& entries,
                           const QString& sentence) {
    m_headline->setText(headline);
    m_headline->setVisible(!headline.isEmpty());
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    for (HelpLine* line : m_lines) { // one of them may be the sender
        m_column->removeWidget(line);
        line->hide();
        line->deleteLater();
    }
    m_lines.clear();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        auto* line = new HelpLine(entries[i], this);
        connect(line, &QAbstractButton::clicked, this, [this, i] { emit chosen(static_cast<int>(i)); });
        m_column->addWidget(line);
        m_lines.push_back(line);
    }
}

} // namespace supernode
