// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/session.h"

#include "app/desktop/drawn_flows.h"
#include "app/desktop/step_words.h"
#include "app/desktop/suiting_work.h"
#include "app/files/open_scenario.h"
#include "model/fabric/random_parts.h"
#include "model/outcome/compared_work.h"
#include "model/scenario/fact_knobs.h"
#include "model/scenario/fitting_work.h"

#include <QEventLoop>

#include <algorithm>
#include <utility>

namespace supernode {

Session::Session(std::vector<SystemPtr> systems, Scenario first, QObject* parent)
    : QObject(parent), m_systems(std::move(systems)), m_history(first) {
    m_evaluator = std::make_unique<Evaluator>([this](Answer answer) {
        QMetaObject::invokeMethod(
            this, [this, a = std::move(answer)] { receive(a); }, Qt::QueuedConnection);
    });
    connect(&m_history, &History::moved, this, &Session::ask);
    connect(&m_history, &History::changed, this, [this] {
        if (m_compared && !m_history.tree().has(*m_compared))
            compareWith(std::nullopt); // that step was removed
    });
    m_settleSoon.setSingleShot(true);
    m_settleSoon.setInterval(0);
    connect(&m_settleSoon, &QTimer::timeout, this, &Session::settle);
    ask();
}

Session::~Session() {
    m_evaluator.reset(); // no answer may arrive any more
}

void Session::ask() {
    const Scenario& scenario = this->scenario();
    if (m_compared && !m_history.tree().has(*m_compared))
        m_compared.reset();
    Scenario against = m_compared ? m_history.tree().step(*m_compared).scenario : scenario;
    if (!m_compared)
        against.changes.clear();
    std::vector<Scenario> question{scenario, std::move(against)};
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
        const QString sentence = QString::fromStdString(toSentence(now.issues().front()));
        m_history.refuse();
        emit refused(sentence);
        return;
    }
    m_outcome = *now;
    m_history.accept(*m_outcome);
    m_baseline = answer.results[1] ? *answer.results[1] : nullptr;
    const bool compared = answer.results.size() > 2;
    m_other = compared && answer.results[2] ? *answer.results[2] : nullptr;
    m_otherNote = compared && !m_other ? QString::fromStdString(answer.results[2].issues().front().reason)
                                       : m_askedNote;
    m_settleSoon.start();
    emit answered();
}

void Session::settle() {
    m_settleSoon.stop();
    emit settled();
}

void Session::push(Scenario next, const QString& text, int knob) {
    m_history.change(std::move(next), text, knob);
}

// Moves of two knobs never merge, however they follow each other.
int workKnob(int drag) { return 3 * drag; }
int slowKnob(int drag) { return 3 * drag + 1; }
int factKnob(int drag) { return 3 * drag + 2; }

// The scenario without what it says of these elements, however a file spelled their names.
Scenario without(Scenario scenario, const Fabric& fabric, std::vector<ElementId> elements) {
    std::sort(elements.begin(), elements.end());
    std::erase_if(scenario.changes, [&](const Change& change) {
        const auto* fail = std::get_if<Fail>(&change);
        const auto* slow = std::get_if<Slow>(&change);
        if (!fail && !slow)
            return false;
        const Result<ElementId> found = fabric.find(fail ? fail->element : slow->element);
        return found && std::binary_search(elements.begin(), elements.end(), *found);
    });
    return scenario;
}

Scenario withFailed(const Scenario& scenario, const Fabric& fabric, const std::vector<ElementId>& elements) {
    Scenario next = without(scenario, fabric, elements);
    for (const ElementId element : elements)
        next.changes.emplace_back(Fail{fabric.name(element)});
    return next;
}

// What is down may be down because of what it is mounted in: all that may have brought it down.
std::vector<ElementId> causesOf(const Fabric& fabric, ElementId element) {
    std::vector<ElementId> causes = fabric.path(element);
    const Element self = fabric.element(element);
    if (self.kind == ElementKind::Endpoint) // without any memory it is down, too
        for (const ElementId stack : fabric.children(element))
            causes.push_back(stack);
    if (self.plane >= 0)
        causes.push_back(fabric.id(ElementKind::Plane, static_cast<std::size_t>(self.plane)));
    const LinkId link = fabric.linkOf(element);
    if (!link.valid())
        return causes;
    const Link& l = fabric.link(link);
    if (l.cable.valid())
        for (const ElementId cause :
             {l.cable, fabric.module(l.cable, CableEnd::Lower), fabric.module(l.cable, CableEnd::Upper)})
            if (cause.valid())
                causes.push_back(cause);
    for (const ElementId on : fabric.path(l.upper))
        causes.push_back(on);
    return causes;
}

QString Session::namesOf(const std::vector<ElementId>& elements) const {
    if (elements.size() == 1)
        return QString::fromStdString(m_outcome->fabric->name(elements.front()));
    return tr("%n parts", "", static_cast<int>(elements.size()));
}

void Session::fail(ElementId element) { failAll({element}); }

void Session::failAll(const std::vector<ElementId>& elements) {
    if (!m_outcome || elements.empty())
        return;
    const Fabric& fabric = *m_outcome->fabric;
    push(withFailed(scenario(), fabric, elements), tr("%1 failed").arg(namesOf(elements)));
}

void Session::failAtRandom(const std::string& part, int count, std::uint64_t seed) {
    if (!m_outcome)
        return;
    const Fabric& fabric = *m_outcome->fabric;
    const auto parts = randomParts(fabric, m_outcome->state, part, count, seed);
    if (!parts)
        return emit refused(QString::fromStdString(toSentence(parts.issues().front())));
    push(withFailed(scenario(), fabric, *parts), tr("%1 failed at random").arg(namesOf(*parts)));
}

void Session::slow(ElementId element, double percent) { slowAll({element}, percent); }

void Session::slowAll(const std::vector<ElementId>& elements, double percent) {
    if (!m_outcome || elements.empty())
        return;
    if (std::exchange(m_slowed, elements) != elements)
        endDrag();
    const Fabric& fabric = *m_outcome->fabric;
    Scenario next = without(scenario(), fabric, elements);
    if (percent < 100)
        for (const ElementId element : elements)
            next.changes.emplace_back(Slow{fabric.name(element), percent});
    push(std::move(next), tr("%1 slowed").arg(namesOf(elements)), slowKnob(m_drag));
}

void Session::restore(ElementId element) { restoreAll({element}); }

void Session::restoreAll(const std::vector<ElementId>& elements) {
    if (!m_outcome || elements.empty())
        return;
    const Fabric& fabric = *m_outcome->fabric;
    std::vector<ElementId> causes;
    for (const ElementId element : elements)
        for (const ElementId cause : causesOf(fabric, element))
            causes.push_back(cause);
    push(without(scenario(), fabric, std::move(causes)), tr("%1 restored").arg(namesOf(elements)));
}

void Session::pushFact(const Result<std::vector<SetFact>>& sets, const std::string& path) {
    if (!sets)
        return emit refused(QString::fromStdString(toSentence(sets.issues().front())));
    if (std::exchange(m_set, path) != path)
        endDrag();
    Scenario next = scenario();
    for (const SetFact& set : *sets)
        next = withChange(std::move(next), set);
    const QString text = factStep(sets->front(), *next.system);
    push(std::move(next), text, factKnob(m_drag));
}

void Session::setFact(const std::string& path, double value) {
    pushFact(settingFact(scenario(), path, value), path);
}

void Session::chooseFact(const std::string& path, const std::string& word) {
    pushFact(choosingFact(scenario(), path, word), path);
}

void Session::compareWith(std::optional<int> step) {
    if (std::exchange(m_compared, step) != step)
        ask();
}

void Session::removeChange(int index) {
    Scenario next = scenario();
    if (index < 0 || index >= static_cast<int>(next.changes.size()))
        return;
    next.changes.erase(next.changes.begin() + index);
    push(std::move(next), tr("what-if taken back"));
}

void Session::removeFlow(int index) {
    Scenario next = withoutFlow(scenario(), index);
    if (!(next == scenario()))
        push(std::move(next), tr("flow taken back"));
}

void Session::resetChanges() {
    Scenario next = scenario();
    next.changes.clear();
    push(std::move(next), tr("all what-ifs taken back"));
}

void Session::chooseSystem(const QString& id) {
    const auto found = std::find_if(m_systems.begin(), m_systems.end(),
                                    [&](const SystemPtr& s) { return s->id == id.toStdString(); });
    if (found != m_systems.end() && (*found)->id != scenario().system->id)
        push(workThatSuits(scenario(), *found), QString::fromStdString((*found)->name));
}

void Session::setWorkload(const Workload& workload) {
    Scenario next = scenario();
    next.workload = workload;
    if (Result<Scenario> whole = withModel(next)) // a model that is not known is refused by the answer
        next = std::move(whole).value();
    const bool sameKind = workload.index() == scenario().workload.index();
    const QString text = workStep(scenario().workload, workload, *scenario().system);
    push(std::move(next), text, sameKind ? workKnob(m_drag) : -1);
}

void Session::setRouting(Routing routing) {
    Scenario next = scenario();
    next.routing = routing;
    push(std::move(next), tr("routing"));
}

void Session::setPackage(PackagePath path) {
    Scenario next = scenario();
    next.package = path;
    push(std::move(next), tr("way in a package"));
}

void Session::openPreset(const QString& name) {
    if (const Result<Scenario> preset = openScenario(name.toStdString()))
        open(*preset);
}

void Session::open(const Scenario& scenario, const std::string& systemFile) {
    knowSystemFile(*scenario.system, systemFile);
    addSystem(scenario.system);
    push(scenario, tr("scenario opened"));
}

void Session::addSystem(const SystemPtr& system) {
    const auto same = [&](const SystemPtr& s) { return s->id == system->id; };
    if (std::any_of(m_systems.begin(), m_systems.end(), same))
        return;
    m_systems.push_back(system);
    emit systemsChanged();
}

void Session::recover(ChangeTree tree) {
    for (const auto& [id, step] : tree.steps())
        addSystem(step.scenario.system);
    m_compared.reset(); // a step of the other tree
    m_history.replace(std::move(tree));
}

void Session::knowSystemFile(const SystemSpec& system, const std::string& file) {
    if (!file.empty())
        m_systemFiles[system.id] = file;
}

void Session::change(const Scenario& next, const QString& text) { push(next, text); }

std::string Session::systemReference(const SystemSpec& system) const {
    const auto file = m_systemFiles.find(system.id);
    return file == m_systemFiles.end() ? system.id : file->second;
}

void Session::waitForAnswer() {
    QEventLoop loop;
    connect(this, &Session::answered, &loop, &QEventLoop::quit);
    connect(this, &Session::refused, &loop, &QEventLoop::quit);
    while (m_answered != m_asked)
        loop.exec();
    if (m_settleSoon.isActive())
        settle();
}

} // namespace supernode
