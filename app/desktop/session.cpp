// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/session.h"

#include "app/desktop/compared_work.h"
#include "app/files/open_scenario.h"
#include "model/scenario/fitting_work.h"

#include <QEventLoop>
#include <QUndoCommand>

#include <algorithm>
#include <utility>

namespace supernode {

// Swaps whole scenarios; commands of the same knob merge, so that a drag is one step.
class ScenarioCommand : public QUndoCommand {
public:
    ScenarioCommand(Session& session, Scenario next, const QString& text, int knob)
        : QUndoCommand(text), m_session(session), m_before(session.scenario()), m_after(std::move(next)),
          m_knob(knob) {}

    void undo() override {
        setObsolete(m_session.m_refusing); // a refused step leaves nothing to redo
        m_session.set(m_before);
    }
    void redo() override { m_session.set(m_after); }
    int id() const override { return m_knob; }
    bool mergeWith(const QUndoCommand* newer) override {
        m_after = static_cast<const ScenarioCommand*>(newer)->m_after;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    Session& m_session;
    Scenario m_before, m_after;
    int m_knob;
};

Session::Session(std::vector<SystemPtr> systems, Scenario first, QObject* parent)
    : QObject(parent), m_systems(std::move(systems)) {
    m_evaluator = std::make_unique<Evaluator>([this](Answer answer) {
        QMetaObject::invokeMethod(
            this, [this, a = std::move(answer)] { receive(a); }, Qt::QueuedConnection);
    });
    set(first);
}

Session::~Session() {
    m_evaluator.reset(); // no answer may arrive any more
}

void Session::set(const Scenario& scenario) {
    m_scenario = scenario;
    Scenario untouched = scenario;
    untouched.changes.clear();
    std::vector<Scenario> question{scenario, std::move(untouched)};
    const auto other = std::find_if(m_systems.begin(), m_systems.end(),
                                    [&](const SystemPtr& s) { return s->id != scenario.system->id; });
    m_askedNote.clear();
    if (other != m_systems.end()) {
        question.push_back(comparedWork(scenario, *other, Per::System));
        if (const std::optional<Issue> lacks = lacking(scenario.workload, **other))
            m_askedNote = QString::fromStdString(lacks->reason);
    }
    m_asked = m_evaluator->ask(std::move(question));
    emit scenarioChanged();
}

void Session::receive(Answer answer) {
    if (answer.number != m_asked)
        return;
    m_answered = answer.number;
    const Result<OutcomePtr>& now = answer.results[0];
    if (!now) {
        m_refusing = true;
        m_history.undo();
        m_refusing = false;
        emit refused(QString::fromStdString(toSentence(now.issues().front())));
        return;
    }
    m_outcome = *now;
    m_baseline = answer.results[1] ? *answer.results[1] : nullptr;
    const bool compared = answer.results.size() > 2;
    m_other = compared && answer.results[2] ? *answer.results[2] : nullptr;
    m_otherNote = compared && !m_other ? QString::fromStdString(answer.results[2].issues().front().reason)
                                       : m_askedNote;
    emit answered();
}

void Session::push(Scenario next, const QString& text, int knob) {
    if (!(next == m_scenario))
        m_history.push(new ScenarioCommand(*this, std::move(next), text, knob));
}

// Moves of two knobs never merge, however they follow each other.
int workKnob(int drag) { return 2 * drag; }
int slowKnob(int drag) { return 2 * drag + 1; }

// The scenario without what it says of one element, however a file spelled its name.
Scenario without(Scenario scenario, const Fabric& fabric, ElementId element) {
    std::erase_if(scenario.changes, [&](const Change& change) {
        const auto* fail = std::get_if<Fail>(&change);
        const auto* slow = std::get_if<Slow>(&change);
        if (!fail && !slow)
            return false;
        const Result<ElementId> found = fabric.find(fail ? fail->element : slow->element);
        return found && *found == element;
    });
    return scenario;
}

void Session::fail(ElementId element) {
    if (!m_outcome)
        return;
    const Fabric& fabric = *m_outcome->fabric;
    push(withChange(without(m_scenario, fabric, element), Fail{fabric.name(element)}),
         tr("%1 failed").arg(QString::fromStdString(fabric.name(element))));
}

void Session::slow(ElementId element, double percent) {
    if (!m_outcome)
        return;
    if (std::exchange(m_slowed, element) != element)
        endDrag();
    const Fabric& fabric = *m_outcome->fabric;
    const QString name = QString::fromStdString(fabric.name(element));
    Scenario next = without(m_scenario, fabric, element);
    if (percent < 100)
        next = withChange(std::move(next), Slow{fabric.name(element), percent});
    push(std::move(next), tr("%1 slowed").arg(name), slowKnob(m_drag));
}

void Session::restore(ElementId element) {
    if (!m_outcome)
        return;
    // What is down may be down because of what it is mounted in: every failure on the way up is taken back.
    const Fabric& fabric = *m_outcome->fabric;
    Scenario next = m_scenario;
    std::vector<ElementId> causes = fabric.path(element);
    const Element self = fabric.element(element);
    if (self.plane >= 0)
        causes.push_back(fabric.id(ElementKind::Plane, static_cast<std::size_t>(self.plane)));
    if (const LinkId link = fabric.linkOf(element); link.valid()) {
        const Link& l = fabric.link(link);
        if (l.cable.valid())
            for (const ElementId cause :
                 {l.cable, fabric.module(l.cable, CableEnd::Lower), fabric.module(l.cable, CableEnd::Upper)})
                if (cause.valid())
                    causes.push_back(cause);
        for (const ElementId on : fabric.path(l.upper))
            causes.push_back(on);
    }
    for (const ElementId cause : causes)
        next = without(std::move(next), fabric, cause);
    push(std::move(next), tr("%1 restored").arg(QString::fromStdString(fabric.name(element))));
}

void Session::removeChange(int index) {
    Scenario next = m_scenario;
    if (index < 0 || index >= static_cast<int>(next.changes.size()))
        return;
    next.changes.erase(next.changes.begin() + index);
    push(std::move(next), tr("what-if taken back"));
}

void Session::resetChanges() {
    Scenario next = m_scenario;
    next.changes.clear();
    push(std::move(next), tr("all what-ifs taken back"));
}

void Session::chooseSystem(const QString& id) {
    const auto found = std::find_if(m_systems.begin(), m_systems.end(),
                                    [&](const SystemPtr& s) { return s->id == id.toStdString(); });
    if (found != m_systems.end() && (*found)->id != m_scenario.system->id)
        push(workThatSuits(m_scenario, *found), QString::fromStdString((*found)->name));
}

void Session::setWorkload(const Workload& workload) {
    Scenario next = m_scenario;
    next.workload = workload;
    if (Result<Scenario> whole = withModel(next)) // a model that is not known is refused by the answer
        next = std::move(whole).value();
    const bool sameKind = workload.index() == m_scenario.workload.index();
    push(std::move(next), tr("workload"), sameKind ? workKnob(m_drag) : -1);
}

void Session::setRouting(Routing routing) {
    Scenario next = m_scenario;
    next.routing = routing;
    push(std::move(next), tr("routing"));
}

void Session::openPreset(const QString& name) {
    if (const Result<Scenario> preset = openScenario(name.toStdString()))
        open(*preset);
}

void Session::open(const Scenario& scenario) {
    const auto same = [&](const SystemPtr& s) { return s->id == scenario.system->id; };
    if (std::none_of(m_systems.begin(), m_systems.end(), same)) {
        m_systems.push_back(scenario.system);
        emit systemsChanged();
    }
    push(scenario, tr("scenario opened"));
}

void Session::waitForAnswer() {
    QEventLoop loop;
    connect(this, &Session::answered, &loop, &QEventLoop::quit);
    connect(this, &Session::refused, &loop, &QEventLoop::quit);
    while (m_answered != m_asked)
        loop.exec();
}

} // namespace supernode
