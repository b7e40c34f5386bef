// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/inspector.h"

#include "views/panels/fact_row.h"
#include "views/panels/panel_scroll.h"
#include "views/panels/parameter_slider.h"
#include "views/panels/pill_button.h"
#include "views/panels/selection_summary.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace supernode {
namespace {

constexpr int speedStep = 5; // per cent

QVBoxLayout* addInset(QVBoxLayout* column) {
    auto* inset = new QVBoxLayout;
    inset->setContentsMargins(space::unit, 0, space::unit, 0);
    inset->setSpacing(0);
    column->addLayout(inset);
    return inset;
}

} // namespace

Inspector::Inspector(QWidget* parent) : QFrame(parent) {
    setProperty("surface", "panel");
    // Rows reach beyond their text, so that their hover surface does not touch it; all else is inset by as
    // much.
    constexpr int side = space::edge - space::unit;
    auto* scroll = new PanelScroll(this, {side, space::edge, side, space::edge});
    QVBoxLayout* column = scroll->column();
    buildHead(addInset(column)); // the buttons stand in it: below them all may grow
    m_rowColumn = new QVBoxLayout;
    m_rowColumn->setSpacing(0);
    column->addLayout(m_rowColumn);
    column->addSpacing(space::wide);
    m_cards = addInset(column);
    m_cards->setSpacing(12);
    column->addStretch(1);
    setMinimumWidth(280);
}

void Inspector::buildHead(QVBoxLayout* column) {
    m_title = makeLabel({}, "large");
    m_title->setWordWrap(true); // names of links are long
    m_subtitle = makeLabel({}, "body", "dim");
    m_subtitle->setWordWrap(true);
    m_whyBox = new QFrame;
    m_whyBox->setProperty("surface", "why");
    m_whyTitle = makeLabel({}, "strong");
    m_why = makeLabel({}, "body");
    m_why->setWordWrap(true);
    auto* box = new QVBoxLayout(m_whyBox);
    box->setContentsMargins(14, 12, 14, 12);
    box->setSpacing(6);
    box->addWidget(m_whyTitle);
    box->addWidget(m_why);
    m_notes = makeLabel({}, "small", "dim");
    m_notes->setWordWrap(true);
    m_notes->setContentsMargins(14, space::unit, 14, 0);
    m_pin = new PillButton(tr("Pin"));
    m_pin->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_pin->setToolTip(tr("Keeps it in sight below while others are selected"));
    connect(m_pin, &QAbstractButton::clicked, this, [this] { emit pinRequested(m_inspection.element); });
    auto* head = new QHBoxLayout;
    head->setSpacing(space::unit);
    head->addWidget(m_title, 1);
    head->addWidget(m_pin, 0, Qt::AlignTop);
    column->addLayout(head);
    column->addSpacing(space::half);
    column->addWidget(m_subtitle);
    column->addSpacing(12);
    buildButtons(column);
    column->addWidget(m_whyBox);
    column->addWidget(m_notes);
    column->addSpacing(space::unit);
}

void Inspector::buildButtons(QVBoxLayout* column) {
    m_fail = new PillButton({}, PillButton::Look::Danger);
    m_focus = new PillButton(tr("Focus"));
    auto* line = new QHBoxLayout;
    line->setSpacing(space::unit);
    line->addWidget(m_fail, 3); // it has the longer words
    line->addWidget(m_focus, 2);
    column->addLayout(line);
    m_copy = new PillButton({});
    column->addSpacing(space::unit);
    column->addWidget(m_copy);
    column->addSpacing(12);
    buildSpeed(column);
    connect(m_copy, &QAbstractButton::clicked, this, [this] { emit copyRequested(m_inspection.element); });
    connect(m_fail, &QAbstractButton::clicked, this, [this] {
        if (m_inspection.failed)
            emit restoreRequested(m_inspection.cause);
        else
            emit failRequested(m_inspection.element);
    });
    connect(m_focus, &QAbstractButton::clicked, this, [this] { emit focusRequested(m_inspection.element); });
}

void Inspector::buildSpeed(QVBoxLayout* column) {
    m_speed = new ParameterSlider;
    m_speed->setToolTip(tr("Slows every link that touches it; a stack of memory itself"));
    m_speed->setSteps(1, 100 / speedStep,
                      [](int step) { return QStringLiteral("%1 %").arg(step * speedStep); });
    column->addWidget(m_speed);
    connect(m_speed, &ParameterSlider::moved, this,
            [this](int step) { emit slowRequested(m_inspection.element, step * speedStep); });
    connect(m_speed, &ParameterSlider::typed, this, &Inspector::typeSpeed);
    connect(m_speed->slider(), &QSlider::sliderReleased, this, &Inspector::dragEnded);
}

void Inspector::showSpeed() {
    const QString name = m_inspection.speedName.isEmpty() ? tr("Links run at") : m_inspection.speedName;
    m_speed->setName(name);
    m_speed->setStep(static_cast<int>(std::lround(m_inspection.speedPercent / speedStep)));
    m_speed->setValueText(QStringLiteral("%1 %").arg(m_inspection.speedPercent));
    m_speed->slider()->setAccessibleName(m_inspection.title + ": " + name);
}

void Inspector::typeSpeed(const QString& text) {
    bool isNumber = false;
    const double percent = QString(text).remove('%').trimmed().toDouble(&isNumber);
    if (isNumber)
        emit slowRequested(m_inspection.element, std::clamp(percent, 1.0, 100.0));
    emit dragEnded();
}

void Inspector::show(const Outcome& outcome, const Interval& interval, std::span<const ElementId> elements) {
    const ElementId one = elements.size() == 1 && elements[0].valid()
                              ? elements[0]
                              : outcome.fabric->id(ElementKind::System, 0);
    Inspection made = elements.size() > 1 ? inspectionOfMany(outcome, interval, elements)
                                          : inspectionOf(outcome, interval, one);
    const bool same = made.element == m_inspection.element && made.parts == m_inspection.parts;
    m_inspection = std::move(made);
    m_title->setText(m_inspection.title);
    m_subtitle->setText(m_inspection.subtitle);
    m_whyTitle->setText(m_inspection.whyTitle);
    setParagraph(*m_why, m_inspection.why);
    m_whyBox->setVisible(!m_inspection.why.isEmpty());
    setParagraph(*m_notes, m_inspection.notes.join("\n\n"));
    m_notes->setVisible(!m_inspection.notes.isEmpty());
    showButtons();
    showRows(same);
}

void Inspector::showButtons() {
    const QString action = m_inspection.failed ? m_inspection.restoreText : m_inspection.failText;
    m_fail->setText(action);
    m_fail->setAccessibleName(action);
    m_fail->setLook(m_inspection.failed ? PillButton::Look::Plain : PillButton::Look::Danger);
    m_fail->setVisible(m_inspection.canFail);
    m_focus->setVisible(m_inspection.canFail &&
                        m_inspection.parts == 1); // the system as a whole is what Home shows
    m_copy->setVisible(!m_inspection.copyText.isEmpty());
    m_copy->setText(m_inspection.copyText);
    m_copy->setAccessibleName(m_inspection.copyText);
    m_focus->setText(tr("Focus"));
    m_focus->setAccessibleName(tr("Focus on %1").arg(m_inspection.title));
    m_pin->setVisible(m_inspection.canFail && m_inspection.parts == 1);
    m_speed->setVisible(m_inspection.canFail && !m_inspection.failed);
    if (!m_speed->slider()->isSliderDown()) // an answer that is late does not pull it from the finger
        showSpeed();
}

void Inspector::setPinned(Pinned pinned) {
    const QString text = pinned == Pinned::Yes ? tr("Unpin") : tr("Pin");
    m_pin->setAccessibleName(pinned == Pinned::Yes ? tr("Let %1 go").arg(m_inspection.title)
                                                   : tr("Pin %1").arg(m_inspection.title));
    if (m_pin->text() == text)
        return;
    m_pin->setText(text);
    m_pin->updateGeometry();
}

void Inspector::showRows(bool sameElement) {
    const auto& rows = m_inspection.rows;
    while (m_rows.size() > rows.size()) {
        delete m_rows.back();
        m_rows.pop_back();
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i == m_rows.size()) {
            m_rows.push_back(new FactRow);
            connect(m_rows.back(), &FactRow::elementAsked, this, &Inspector::elementAsked);
            m_rowColumn->addWidget(m_rows.back());
        }
        m_rows[i]->setRow(rows[i]);
        if (!sameElement)
            m_rows[i]->setOpen(false);
    }
}

void Inspector::addCard(QWidget* card) { m_cards->addWidget(card); }

} // namespace supernode
