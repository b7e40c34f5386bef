// SPDX-License-Identifier: GPL-3.0-or-later
// What the person is asking: one scenario, its history, and the newest answer to it.
//
// Data flows one way: an intent changes the scenario, the scenario is evaluated on the worker, the answer
// comes back as immutable outcomes and answered() is emitted. A refused scenario is taken back, and the last
// good outcome stays. Thread: GUI. Promise: undo gives the scenario before, exactly.
// [Session.UndoRestoresTheScenarioExactly] Promise: a drag of one knob is one step of undo.
// [Session.ADragIsOneStepOfUndo] Promise: a refused scenario leaves the last good outcome.
// [Session.ARefusedScenarioLeavesTheLastGoodOutcome]
#pragma once

#include "app/desktop/evaluator.h"

#include <QObject>
#include <QUndoStack>

#include <memory>

namespace supernode {

class Session : public QObject {
    Q_OBJECT

public:
    // `systems`: the machines that can be chosen; the first other one than the scenario's stands for
    // comparison.
    Session(std::vector<SystemPtr> systems, Scenario first, QObject* parent = nullptr);
    ~Session() override;

    const Scenario& scenario() const { return m_scenario; }
    const std::vector<SystemPtr>& systems() const { return m_systems; }
    QUndoStack& history() { return m_history; }

    // Null until the first answer. Baseline: the same without any change. Other: the same work on the other
    // machine; null when that machine cannot do it.
    const OutcomePtr& outcome() const { return m_outcome; }
    const OutcomePtr& baseline() const { return m_baseline; }
    const OutcomePtr& other() const { return m_other; }
    // What the other machine lacks for the same work: why it has no answer, or an answer with fewer chips.
    const QString& otherNote() const { return m_otherNote; }

    void fail(ElementId element);
    // Every link that touches it runs at so many per cent of its rate, 0.001 to 100; 100 takes the change
    // back.
    void slow(ElementId element, double percent);
    void restore(ElementId element);
    void removeChange(int index);
    void resetChanges();
    void chooseSystem(const QString& id);
    // Until endDrag() further workloads of the same kind belong to the same step of undo.
    void setWorkload(const Workload& workload);
    void setRouting(Routing routing);
    void openPreset(const QString& name); // one that comes with the program; other names change nothing
    void endDrag() { ++m_drag; }
    // A whole scenario from a file; one step of undo. A machine that is new joins those that can be chosen.
    void open(const Scenario& scenario);

    // Runs the event loop until the newest question is answered. For pictures and tests.
    void waitForAnswer();

signals:
    void systemsChanged();
    void scenarioChanged();
    void answered();
    void refused(const QString& sentence);

private:
    friend class ScenarioCommand;
    void push(Scenario next, const QString& text, int knob = -1);
    void set(const Scenario& scenario);
    void receive(Answer answer);

    std::vector<SystemPtr> m_systems;
    Scenario m_scenario;
    QUndoStack m_history;
    OutcomePtr m_outcome, m_baseline, m_other;
    QString m_askedNote, m_otherNote; // of the newest question, of the newest answer
    int m_drag = 0;
    ElementId m_slowed;      // last
    bool m_refusing = false; // while a refused step is taken back
    std::uint64_t m_asked = 0;
    std::uint64_t m_answered = 0;
    std::unique_ptr<Evaluator> m_evaluator;
};

} // namespace supernode
