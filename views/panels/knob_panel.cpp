// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/knob_panel.h"

#include "views/panels/knob_row.h"
#include "views/panels/workload_table.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace supernode {
namespace {

// The first fields of a row in its order, then the others in the order of the file.
std::vector<Knob> inOrder(std::vector<Knob> knobs, const std::vector<std::string_view>& first) {
    const auto rank = [&](const Knob& knob) {
        return std::find(first.begin(), first.end(), knob.words->field) - first.begin();
    };
    std::stable_sort(knobs.begin(), knobs.end(),
                     [&](const Knob& a, const Knob& b) { return rank(a) < rank(b); });
    return knobs;
}

} // namespace

KnobPanel::KnobPanel(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::half);
    m_more = new FoldButton(FoldButton::Look::Heading, this);
    connect(m_more, &QAbstractButton::toggled, this, &KnobPanel::showMore);
}

void KnobPanel::setModels(const std::vector<Option>& models) {
    m_models = models;
    m_builtFor = static_cast<std::size_t>(-1);
}

void KnobPanel::setWorkload(const Workload& workload, const SystemSpec& system) {
    m_workload = workload;
    if (m_builtFor != workload.index())
        return rebuild(system);
    for (const Knob& knob : knobsOf(workload, system))
        if (KnobRow* shown = row(knob.words->field))
            shown->setKnob(knob, system);
}

void KnobPanel::rebuild(const SystemSpec& system) {
    m_builtFor = m_workload.index();
    qDeleteAll(m_rows);
    m_rows.clear();
    m_others.clear();
    const std::vector<WorkloadRow> table = workloadRows();
    const WorkloadRow* kind = rowOf(table, m_workload);
    const std::size_t first = kind ? kind->first.size() : 0;
    for (const Knob& knob :
         inOrder(knobsOf(m_workload, system), kind ? kind->first : std::vector<std::string_view>())) {
        const bool model = knob.words->field == "model";
        auto* made = new KnobRow(knob, model ? m_models : std::vector<Option>(), system);
        connectRow(made);
        m_rows.push_back(made);
        if (m_rows.size() == first + 1)
            m_column->addWidget(m_more);
        if (m_rows.size() > first)
            m_others.push_back(made);
        m_column->addWidget(made);
    }
    showMore();
}

void KnobPanel::connectRow(KnobRow* made) {
    const auto answer = [this](const Result<Workload>& next, bool whole) {
        if (!next)
            emit refused(QString::fromStdString(toSentence(next.issues().front())));
        else if (!whole)
            emit workloadChanged(*next);
        if (next && whole) { // a step of its own in the history
            emit dragEnded();
            emit workloadChanged(*next);
            emit dragEnded();
        }
    };
    const std::string_view field = made->knob().words->field;
    connect(made, &KnobRow::numberChosen, this, [this, answer, field](std::optional<double> value) {
        answer(withNumber(m_workload, field, value), false);
    });
    connect(made, &KnobRow::wordChosen, this, [this, answer, field](const QString& said) {
        answer(withWord(m_workload, field, said.toStdString()), true);
    });
    connect(made, &KnobRow::dragEnded, this, &KnobPanel::dragEnded);
    connect(made, &KnobRow::notUnderstood, this, &KnobPanel::refused);
}

KnobRow* KnobPanel::row(std::string_view field) const {
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&](KnobRow* r) { return r->knob().words->field == field; });
    return found == m_rows.end() ? nullptr : *found;
}

void KnobPanel::showMore() {
    m_more->setVisible(!m_others.empty());
    m_more->setTexts(m_more->isOpen() ? tr("Less") : tr("More"),
                     m_more->isOpen() ? QString()
                                      : tr("%n parameters", "", static_cast<int>(m_others.size())));
    for (KnobRow* other : m_others)
        other->setVisible(m_more->isOpen());
}

} // namespace supernode
