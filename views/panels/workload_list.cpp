// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/workload_list.h"

#include "model/scenario/knobs.h"
#include "views/panels/choice_card.h"

#include <QVBoxLayout>

namespace supernode {
namespace {

QString modelName(const Workload& workload, const std::vector<Option>& models) {
    const std::string* const id = modelIn(workload);
    if (!id)
        return {};
    const QString wanted = QString::fromStdString(*id);
    for (const Option& model : models)
        if (model.id == wanted)
            return model.title;
    return wanted;
}

} // namespace

WorkloadList::WorkloadList(QWidget* parent) : QWidget(parent), m_table(workloadRows()) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (const WorkloadGroup group : workloadGroups()) {
        auto* heading = new FoldButton(FoldButton::Look::Heading);
        m_headings.push_back(heading);
        column->addWidget(heading);
        connect(heading, &QAbstractButton::clicked, this,
                [this, group, heading] { open(heading->isOpen() ? std::optional(group) : std::nullopt); });
        for (const WorkloadRow& row : m_table) {
            if (row.group != group)
                continue;
            auto* card = new ChoiceCard(ChoiceCard::Look::ListEntry);
            const QString kind = QString::fromLatin1(row.kind.data());
            connect(card, &QAbstractButton::clicked, this, [this, card, kind] {
                card->setChecked(!card->isChecked()); // until the answer comes back
                emit kindChosen(kind);
            });
            column->addWidget(card);
            m_cards.push_back(card);
        }
    }
}

void WorkloadList::setWorkload(const Workload& workload, const SystemSpec& system,
                               const std::vector<Option>& models) {
    m_table = workloadRows(); // in the present language
    const WorkloadRow* present = rowOf(m_table, workload);
    for (std::size_t i = 0; i < m_table.size(); ++i) {
        const Workload asked = freshWorkload(m_table[i].kind, system, workload);
        m_cards[i]->setTexts(m_table[i].title, summaryOf(asked, system, modelName(asked, models)));
        m_cards[i]->setChecked(&m_table[i] == present);
    }
    for (const WorkloadGroup group : workloadGroups())
        heading(group)->setTexts(titleOf(group),
                                 present && present->group == group ? present->title : QString());
    if (m_shown != workload.index()) {
        m_shown = workload.index();
        open(present ? std::optional(present->group) : std::nullopt);
    }
}

void WorkloadList::open(std::optional<WorkloadGroup> group) {
    for (const WorkloadGroup each : workloadGroups())
        heading(each)->setOpen(each == group);
    for (std::size_t i = 0; i < m_table.size(); ++i)
        m_cards[i]->setVisible(m_table[i].group == group);
}

ChoiceCard* WorkloadList::card(std::string_view kind) const {
    for (std::size_t i = 0; i < m_table.size(); ++i)
        if (m_table[i].kind == kind)
            return m_cards[i];
    return nullptr;
}

} // namespace supernode
