// SPDX-License-Identifier: GPL-3.0-or-later
// All kinds of workload in groups, one group unfolded, each kind with a line about its present parameters.
//
// Thread: GUI. Promise: every kind can be reached by clicking.
// [QuestionPanelIntents.EveryKindIsReachedByClicking]
#pragma once

#include "views/panels/choice_field.h"
#include "views/panels/workload_table.h"

#include <QWidget>

#include <optional>

namespace supernode {

class ChoiceCard;

class WorkloadList : public QWidget {
    Q_OBJECT

public:
    explicit WorkloadList(QWidget* parent = nullptr);
    // `models`: whole names of the language models by their ids.
    void setWorkload(const Workload& workload, const SystemSpec& system, const std::vector<Option>& models);

    FoldButton* heading(WorkloadGroup group) const { return m_headings[static_cast<std::size_t>(group)]; }
    ChoiceCard* card(std::string_view kind) const; // null where there is none

signals:
    void kindChosen(const QString& kind); // by a person

private:
    void open(std::optional<WorkloadGroup> group);
    std::vector<WorkloadRow> m_table;
    std::vector<FoldButton*> m_headings;                // by group
    std::vector<ChoiceCard*> m_cards;                   // by row of the table
    std::size_t m_shown = static_cast<std::size_t>(-1); // kind whose group was unfolded
};

} // namespace supernode
