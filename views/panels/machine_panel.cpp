// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/machine_panel.h"

#include "views/panels/knob_row.h"
#include "views/panels/pill_button.h"

#include <QVBoxLayout>

#include <algorithm>

namespace supernode {

MachinePanel::MachinePanel(QWidget* parent)
    : QWidget(parent), m_fold(new FoldButton(FoldButton::Look::Heading)),
      m_more(new FoldButton(FoldButton::Look::Heading)),
      m_save(new PillButton(tr("Save as a machine of your own"))), m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::half);
    m_column->addWidget(m_fold);
    connect(m_fold, &QAbstractButton::toggled, this, &MachinePanel::showOpen);
    connect(m_more, &QAbstractButton::toggled, this, &MachinePanel::showOpen);
    m_column->addWidget(m_save);
    m_save->setToolTip(tr("A file that this program and supernode open like the machines they come with"));
    connect(m_save, &QAbstractButton::clicked, this, &MachinePanel::saveRequested);
    showOpen();
}

void MachinePanel::setSystem(const SystemSpec& system) {
    const std::vector<FactKnob> knobs = factKnobsOf(system);
    if (m_builtFor != system.id || knobs.size() != m_rows.size())
        return rebuild(knobs, system);
    for (const FactKnob& fact : knobs)
        if (KnobRow* shown = row(fact.knob.words->field))
            shown->setKnob(fact.knob, system);
}

void MachinePanel::rebuild(const std::vector<FactKnob>& knobs, const SystemSpec& system) {
    m_builtFor = system.id;
    m_column->removeWidget(m_more);
    m_column->removeWidget(m_save);
    qDeleteAll(m_rows);
    m_rows.clear();
    m_others.clear();
    for (const bool first : {true, false}) {
        if (!first)
            m_column->addWidget(m_more);
        for (const FactKnob& fact : knobs) {
            if ((fact.audience == Audience::Visitor) != first)
                continue;
            auto* made = new KnobRow(fact.knob, {}, system);
            connectRow(made);
            m_rows.push_back(made);
            if (!first)
                m_others.push_back(made);
            m_column->addWidget(made);
        }
    }
    m_column->addWidget(m_save);
    showOpen();
}

void MachinePanel::connectRow(KnobRow* made) {
    const QString path = QString::fromLatin1(made->knob().words->field.data());
    connect(made, &KnobRow::numberChosen, this, [this, path](std::optional<double> value) {
        if (value)
            emit factSet(path, *value);
    });
    connect(made, &KnobRow::wordChosen, this, [this, path](const QString& word) {
        emit dragEnded();
        emit factChosen(path, word);
        emit dragEnded();
    });
    connect(made, &KnobRow::dragEnded, this, &MachinePanel::dragEnded);
    connect(made, &KnobRow::notUnderstood, this, &MachinePanel::refused);
}

KnobRow* MachinePanel::row(std::string_view path) const {
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&](KnobRow* r) { return r->knob().words->field == path; });
    return found == m_rows.end() ? nullptr : *found;
}

void MachinePanel::showOpen() {
    const bool open = m_fold->isOpen(), more = open && m_more->isOpen();
    m_fold->setTexts(tr("Change the machine"), QString());
    m_fold->setToolTip(tr("planes, links, nodes, memory"));
    m_more->setTexts(m_more->isOpen() ? tr("Less") : tr("More"),
                     m_more->isOpen() ? QString()
                                      : tr("%n parameters", "", static_cast<int>(m_others.size())));
    m_more->setVisible(open && !m_others.empty());
    m_save->setVisible(open && !m_rows.empty());
    for (KnobRow* row : m_rows)
        row->setVisible(open);
    for (KnobRow* other : m_others)
        other->setVisible(more);
}

} // namespace supernode
