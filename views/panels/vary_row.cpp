// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/vary_row.h"

#include "views/panels/pill_button.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace supernode {

VaryRow::VaryRow(QWidget* parent)
    : QWidget(parent), m_field(new ChoiceField), m_edit(new QLineEdit),
      m_cross(new SignButton(Sign::Cross, tr("Vary one less"))), m_problem(makeLabel({}, "small", "failed")) {
    m_field->setTitle(tr("Vary"), tr("What takes several values"));
    m_edit->setMinimumHeight(space::mainTarget);
    m_edit->setAccessibleName(tr("Values"));
    m_edit->setToolTip(tr("Values with commas, or a range: 1 to 7, or 1 to 7 by 2"));
    m_edit->setPlaceholderText(tr("1, 2, 4 or 1 to 7"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto* line = new QHBoxLayout;
    line->setSpacing(space::unit);
    line->addWidget(m_field, 4, Qt::AlignTop);
    line->addWidget(m_edit, 5, Qt::AlignTop);
    line->addWidget(m_cross, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(line);
    column->addWidget(m_problem);
    connect(m_field, &ChoiceField::chosen, this, &VaryRow::knobChosen);
    connect(m_edit, &QLineEdit::textEdited, this, &VaryRow::valuesTyped);
    connect(m_cross, &QAbstractButton::clicked, this, &VaryRow::removeRequested);
}

void VaryRow::setKnobs(const std::vector<Option>& knobs) { m_field->setOptions(knobs); }

void VaryRow::setKnob(const QString& id, const QString& values) {
    m_chosen = id;
    m_field->setCurrent(id);
    m_edit->setText(values);
    m_edit->setCursorPosition(0);
}

QString VaryRow::values() const { return m_edit->text(); }

void VaryRow::setProblem(const QString& sentence) {
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

ProgressLine::ProgressLine(QWidget* parent) : QWidget(parent) { setFixedHeight(6); }

void ProgressLine::setShare(double share) {
    m_share = std::clamp(share, 0.0, 1.0);
    update();
}

void ProgressLine::paintEvent(QPaintEvent*) {
    const Theme t = currentTheme();
    QPainter p(this);
    QRectF line = rect();
    drawRounded(p, line, 3, t.groove);
    line.setWidth(line.width() * m_share);
    if (line.width() > 0)
        drawRounded(p, line, 3, t.accent);
}

} // namespace supernode
