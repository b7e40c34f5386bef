// SPDX-License-Identifier: GPL-3.0-or-later
// What the person is asking: one scenario, its history, and the newest answer to it.
//
// Data flows one way: an intent changes the scenario, the scenario is evaluated on the worker, the answer
// comes back as immutable outcomes and answered() is emitted; settled() follows in a turn of the event loop
// of its own, so that what can wait a moment keeps no hand waiting. A refused scenario is taken back, and the
// last good outcome stays. Thread: GUI. Promise: undo gives the scenario before, exactly.
// [Session.UndoRestoresTheScenarioExactly] Promise: a drag of one knob is one step of undo.
// [Session.ADragIsOneStepOfUndo] Promise: a refused scenario leaves the last good outcome.
// [Session.ARefusedScenarioLeavesTheLastGoodOutcome]
#pragma once

#include "app/desktop/evaluator.h"
#include "app/desktop/history.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <memory>

namespace supernode {

class Session : public QObject {
    Q_OBJECT

public:
    // `systems`: the machines that can be chosen; the first other one than the scenario's stands for
    // comparison.
    Session(std::vector<SystemPtr> systems, Scenario first, QObject* parent = nullptr);
    ~Session() override;

    const Scenario& scenario() const { return m_history.tree().scenario(); }
    const std::vector<SystemPtr>& systems() const { return m_systems; }
    History& history() { return m_history; }

    // Null until the first answer. Baseline: the step that is compared with, or the same without any change.
    // Other: the same work on the other machine; null when that machine cannot do it.
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
    // The same for several at once: one step of undo.
    // Promise: what is done to a selection of many is one step. [Session.ASelectionOfManyIsOneStep]
    void failAll(const std::vector<ElementId>& elements);
    void slowAll(const std::vector<ElementId>& elements, double percent);
    void restoreAll(const std::vector<ElementId>& elements);
    // So many of a kind (random_parts.h), among what still stands; one step of undo.
    void failAtRandom(const std::string& part, int count, std::uint64_t seed);
    // A fact of the machine and what follows from it (fact_knobs.h); until endDrag() one step of undo. What
    // makes no machine is refused with the nearest value that does, and nothing changes.
    // Promise: a fact that cannot be leaves the scenario. [Session.AFactThatCannotBeLeavesTheScenario]
    void setFact(const std::string& path, double value);
    void chooseFact(const std::string& path, const std::string& word);
    // Tiles and ghosts are held against this step of the history; empty: against no change at all.
    void compareWith(std::optional<int> step);
    std::optional<int> comparedWith() const { return m_compared; }
    void removeChange(int index);
    void removeFlow(int index); // of those drawn by hand
    void resetChanges();
    void chooseSystem(const QString& id);
    // Until endDrag() further workloads of the same kind belong to the same step of undo.
    void setWorkload(const Workload& workload);
    void setRouting(Routing routing);
    void setPackage(PackagePath path);
    void openPreset(const QString& name); // one that comes with the program; other names change nothing
    void endDrag() { ++m_drag; }
    // A whole scenario from a file; one step of undo. A machine that is new joins those that can be chosen.
    // `systemFile`: of its machine, "" for one that comes with the program.
    void open(const Scenario& scenario, const std::string& systemFile = {});
    void knowSystemFile(const SystemSpec& system, const std::string& file);
    void recover(ChangeTree tree); // a history that was saved takes the place of this one
    void change(const Scenario& next, const QString& text); // one step of undo
    // What stands under "system" in a file of a scenario of this session.
    std::string systemReference(const SystemSpec& system) const;

    // Runs the event loop until the newest question is answered and settled. For pictures and tests.
    // Promise: who waited finds it settled. [Session.WhoWaitedFindsItSettled]
    void waitForAnswer();

signals:
    void systemsChanged();
    void scenarioChanged();
    void answered();
    void settled();
    void refused(const QString& sentence);

private:
    void addSystem(const SystemPtr& system);
    void push(Scenario next, const QString& text, int knob = -1);
    void ask();
    void pushFact(const Result<std::vector<SetFact>>& sets, const std::string& path);
    QString namesOf(const std::vector<ElementId>& elements) const;
    void receive(Answer answer);
    void settle();

    std::vector<SystemPtr> m_systems;
    std::map<std::string, std::string> m_systemFiles; // by the id of the machine
    History m_history;
    std::optional<int> m_compared;
    OutcomePtr m_outcome, m_baseline, m_other;
    QString m_askedNote, m_otherNote; // of the newest question, of the newest answer
    int m_drag = 0;
    std::vector<ElementId> m_slowed; // last
    std::string m_set;               // path of the fact that was set last
    std::uint64_t m_asked = 0;
    std::uint64_t m_answered = 0;
    QTimer m_settleSoon;
    std::unique_ptr<Evaluator> m_evaluator;
};

} // namespace supernode
