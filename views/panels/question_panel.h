// SPDX-License-Identifier: GPL-3.0-or-later
// The question, at the left: which machine, which work, how much of it, and what was changed.
//
// It shows a scenario and the outcome that belongs to it and emits intents; it never changes the scenario
// itself: what a person chose is shown when it comes back through setQuestion. Thread: GUI.
// Promise: every control says what it wants and nothing else.
// [QuestionPanelIntents.EveryControlEmitsItsIntent]
#pragma once

#include "model/outcome/outcome.h"
#include "views/panels/choice_field.h"

#include <QFrame>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace supernode {

class ChangeChips;
class ChoiceCard;
class KnobPanel;
class MachinePanel;
class PillButton;
class PlaneStrip;
class WorkloadList;

class QuestionPanel : public QFrame {
    Q_OBJECT

public:
    explicit QuestionPanel(QWidget* parent = nullptr);

    void setSystems(const std::vector<SystemPtr>& systems);
    void setModels(const std::vector<Option>& models);
    void setPresets(const std::vector<Option>& presets);
    // `outcome` may be older than the scenario, or null; it decides which planes are shown as failed.
    void setQuestion(const Scenario& scenario, OutcomePtr outcome);
    // Another answer to the same question. Promise: as if it were asked again.
    // [QuestionPanelIntents.TakesAnotherAnswer]
    void setOutcome(OutcomePtr outcome);
    const Scenario& scenario() const { return m_scenario; }
    void setSelection(ElementId element);

    QSize sizeHint() const override { return {256, 700}; }

    WorkloadList& workloads() { return *m_workloads; }
    KnobPanel& knobs() { return *m_knobs; }
    ChoiceField& presets() { return *m_presets; }
    ChoiceField& routing() { return *m_routing; }
    ChoiceField& package() { return *m_package; }
    MachinePanel& machine() { return *m_machine; }
    PillButton* breakButton() const { return m_break; }
    ChangeChips* flows() const { return m_flows; }
    PillButton* helpButton() const { return m_help; }
    PillButton* bestButton() const { return m_best; }

signals:
    void systemChosen(const QString& id);
    void workloadChanged(const supernode::Workload& workload);
    void routingChosen(supernode::Routing routing);
    void packageChosen(supernode::PackagePath path);
    void presetChosen(const QString& name);
    void refused(const QString& sentence); // a value that was typed and cannot be
    void dragEnded();                      // what came since the last one was one move of one control
    void changeRemoved(int index);
    void flowRemoved(int index); // of those drawn by hand
    void resetRequested();
    void breakRequested(); // many at random
    void helpRequested();  // what would help
    void bestRequested();
    void elementSelected(supernode::ElementId element);

private:
    void buildSystem(QVBoxLayout* column);
    void buildWorkload(QVBoxLayout* column);
    void buildParameters(QVBoxLayout* column);
    void buildPlanes(QVBoxLayout* column);
    void buildChanges(QVBoxLayout* column);
    QLabel* addSection(QVBoxLayout* column);
    void setWords();
    void showSystems();
    void showWorkload();
    void showRouting();
    void showPlanes();
    void showChanges();
    void showFlows();

    Scenario m_scenario;
    OutcomePtr m_outcome;
    ElementId m_selected;
    std::vector<SystemPtr> m_systems;

    QVBoxLayout* m_systemColumn = nullptr;
    std::vector<ChoiceCard*> m_systemCards;
    std::vector<Option> m_models;
    WorkloadList* m_workloads = nullptr;
    KnobPanel* m_knobs = nullptr;
    ChoiceField *m_presets = nullptr, *m_routing = nullptr, *m_package = nullptr;
    PlaneStrip* m_planes = nullptr;
    ChangeChips* m_changes = nullptr;
    ChangeChips* m_flows = nullptr; // drawn by hand
    QLabel* m_moreFlows = nullptr;
    MachinePanel* m_machine = nullptr;
    PillButton *m_reset = nullptr, *m_break = nullptr, *m_help = nullptr, *m_best = nullptr;
    QLabel* m_hint = nullptr;
    std::vector<QLabel*> m_sections; // system, workload, parameters, planes, what-if
};

} // namespace supernode
