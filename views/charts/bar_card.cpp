// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/bar_card.h"

#include "views/charts/bar_plot.h"
#include "views/panels/painted.h"
#include "views/theme/number_format.h"
#include "views/theme/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>
#include <QValueAxis>

namespace supernode {
namespace {

// " (500 to 595)", where documents disagree.
QString rangeText(const BoardNumber& number) {
    if (number.others.empty())
        return {};
    return BarCard::tr(" (%1 to %2)").arg(modelled(number.low()), modelled(number.high()));
}

} // namespace

BarCard::BarCard(QWidget* parent)
    : PaintedButton(parent), m_plot(new BarPlot), m_title(makeElided({}, "strong")),
      m_ratio(makeElided({}, "small")), m_note(makeLabel({}, "small", "dim")),
      m_unit(makeLabel({}, "small", "dim")), m_source(makeLabel({}, "small", "dim")) {
    m_note->setWordWrap(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred); // of a button: never higher than it must
    auto* head = new QHBoxLayout;
    head->setSpacing(6);
    head->addWidget(m_title, 1);
    head->addWidget(m_unit);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(6);
    foot->addWidget(m_ratio, 1);
    foot->addWidget(m_source);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 14, 10);
    column->setSpacing(0);
    column->addLayout(head);
    column->addSpacing(2);
    column->addWidget(m_note);
    column->addSpacing(space::unit);
    column->addStretch(1);
    column->addWidget(m_plot, 100);
    column->addStretch(1);
    column->addSpacing(space::unit);
    column->addLayout(foot);
    setMinimumSize(150, 148);
}

BarCard::~BarCard() = default;

void BarCard::setRow(const Board& board, const BoardRow& row) {
    m_board = {board.machines, {}};
    m_row = row;
    showRow();
}

void BarCard::showRow() {
    const Theme t = currentTheme();
    // Title, two lines of note, two bars, foot, and the air between them.
    setMinimumHeight(t.px(TextSize::Control) + 3 * t.px(TextSize::Small) + 118);
    m_title->setWholeText(m_row.title);
    fitTitle();
    m_plot->setBars(m_row, colours());
    const QString ratio = ratioLine(m_board, m_row);
    const QColor colour = m_row.leader ? t.readable(m_board.machines[*m_row.leader].colour) : t.textDim;
    const QString style = QStringLiteral("color: %1; font-weight: 600").arg(colour.name());
    if (m_ratio->styleSheet() != style) // reading one takes a millisecond
        m_ratio->setStyleSheet(style);
    m_source->setText(sourceLine(m_row));
    fitRatio();
    QStringList values;
    for (std::size_t i = 0; i < m_board.machines.size(); ++i)
        values << m_board.machines[i].name + " " + modelled(m_row.value(i).value_or(0)) +
                      rangeText(m_row.numbers[i]);
    QString text =
        tr("%1 in %2: %3, %4").arg(m_row.title, m_row.unit, values.join(tr(", ")), sourceLine(m_row));
    text += QStringLiteral("\n") + m_row.note + QStringLiteral("\n") + ratio;
    setAccessibleName(text);
    setToolTip(text);
}

std::vector<QColor> BarCard::colours() const {
    std::vector<QColor> all;
    for (const BoardMachine& machine : m_board.machines)
        all.push_back(machine.colour);
    return all;
}

void BarCard::paintEvent(QPaintEvent*) {
    const Theme t = currentTheme();
    QPainter p(this);
    drawRounded(p, rect(), space::unit, isHot() ? t.hover : t.panel, t.line);
    if (showsFocus())
        drawFocusRing(p, rect(), space::unit, t);
}

// Beside a long source there is room for the number alone; the text that is read out has both names.
void BarCard::fitRatio() {
    const QString ratio = ratioLine(m_board, m_row);
    const QFont font = currentTheme().font(TextSize::Small, QFont::DemiBold);
    const int room = width() - 28 - 18 - widthOf(currentTheme().font(TextSize::Small), m_source->text());
    const bool fits = widthOf(font, ratio) < room || !ratio.contains(QChar(0xd7));
    const bool isSentence = !ratio.contains(QChar(0xd7));
    m_source->setVisible(!isSentence || widthOf(font, ratio) < room); // why there is none says more
    m_ratio->setWholeText(fits ? ratio : ratio.section(' ', 0, 0));
}

// Where the title needs the whole line, the unit stands behind the note.
void BarCard::fitTitle() {
    const Theme t = currentTheme();
    const int room = width() - 28 - 6 - widthOf(t.font(TextSize::Small), m_row.unit);
    const bool fits = widthOf(t.font(TextSize::Control, QFont::DemiBold), m_row.title) <= room;
    m_unit->setText(fits ? m_row.unit : QString());
    m_note->setText(fits ? m_row.note : m_row.note + QStringLiteral(" · ") + m_row.unit);
}

void BarCard::resizeEvent(QResizeEvent* event) {
    PaintedButton::resizeEvent(event);
    fitTitle();
    fitRatio();
}

double BarCard::axisMinimum() const { return m_plot->valueAxis()->min(); }

double BarCard::axisMaximum() const { return m_plot->valueAxis()->max(); }

double BarCard::barValue(std::size_t machine) const { return m_plot->value(machine); }

QString BarCard::ratioText() const { return m_ratio->wholeText(); }

QString BarCard::sourceText() const { return m_source->text(); }

void BarCard::changeEvent(QEvent* event) {
    PaintedButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_row.title.isEmpty())
        showRow();
}

} // namespace supernode
