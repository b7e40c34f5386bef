// SPDX-License-Identifier: GPL-3.0-or-later
// The parameters of the workload: the few that matter first, the others behind "more".
//
// Made from the list of fields; no kind of workload has code of its own here. It changes nothing itself: what
// a person asks is emitted as a whole workload and comes back through setWorkload. Thread: GUI. Promise: what
// is not first stands behind "more". [KnobPanelTest.TheOthersStandBehindMore]
#pragma once

#include "model/scenario/scenario.h"
#include "views/panels/choice_field.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace supernode {

class KnobRow;

class KnobPanel : public QWidget {
    Q_OBJECT

public:
    explicit KnobPanel(QWidget* parent = nullptr);
    void setModels(const std::vector<Option>& models);
    void setWorkload(const Workload& workload, const SystemSpec& system);

    const std::vector<KnobRow*>& rows() const { return m_rows; }
    KnobRow* row(std::string_view field) const; // null where there is none
    FoldButton* more() const { return m_more; }

signals:
    void workloadChanged(const supernode::Workload& workload);
    void dragEnded();
    void refused(const QString& sentence);

private:
    void rebuild(const SystemSpec& system);
    void connectRow(KnobRow* row);
    void showMore();

    Workload m_workload;
    std::size_t m_builtFor = static_cast<std::size_t>(-1); // index of the kind
    std::vector<Option> m_models;
    std::vector<KnobRow*> m_rows;
    std::vector<KnobRow*> m_others; // those behind "more"
    QVBoxLayout* m_column;
    FoldButton* m_more = nullptr;
};

} // namespace supernode
