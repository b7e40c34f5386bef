// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/question_panel.h"

#include "views/panels/change_chips.h"
#include "views/panels/choice_card.h"
#include "views/panels/panel_scroll.h"
#include "views/panels/parameter_slider.h"
#include "views/panels/pill_button.h"
#include "views/panels/plane_strip.h"
#include "views/panels/question_words.h"
#include "views/panels/segmented.h"
#include "views/theme/number_format.h"
#include "views/theme/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace supernode {
namespace {

constexpr int mostSeeds = 100;

} // namespace

QuestionPanel::QuestionPanel(QWidget* parent) : QFrame(parent) {
    setProperty("surface", "panel");
    auto* scroll = new PanelScroll(this, {space::edge, space::edge, space::edge, space::wide});
    QVBoxLayout* column = scroll->column();
    buildSystem(column);
    buildWorkload(column);
    buildParameters(column);
    buildPlanes(column);
    buildChanges(column);
    column->addStretch(1);
    setMinimumWidth(240);
    retranslate();
}

QLabel* QuestionPanel::addSection(QVBoxLayout* column) {
    if (column->count() > 0)
        column->addSpacing(space::wide);
    QLabel* title = makeLabel({}, "section", "dim");
    m_sections.push_back(title);
    return title;
}

void QuestionPanel::buildSystem(QVBoxLayout* column) {
    column->addWidget(addSection(column));
    column->addSpacing(space::unit);
    m_systemColumn = new QVBoxLayout;
    m_systemColumn->setSpacing(6);
    column->addLayout(m_systemColumn);
}

void QuestionPanel::buildWorkload(QVBoxLayout* column) {
    column->addWidget(addSection(column));
    column->addSpacing(space::half);
    auto* list = new QVBoxLayout;
    list->setSpacing(2);
    for (const WorkloadKind kind : workloadKinds) {
        auto* card = new ChoiceCard(ChoiceCard::Look::ListEntry);
        connect(card, &QAbstractButton::clicked, this, [this, kind] {
            showWorkload(); // until the answer comes back
            emit workloadChanged(workloadOf(kind, m_scenario.workload));
        });
        list->addWidget(card);
        m_workloadCards.push_back(card);
    }
    column->addLayout(list);
}

void QuestionPanel::buildParameters(QVBoxLayout* column) {
    column->addWidget(addSection(column));
    column->addSpacing(space::unit);
    m_size = new ParameterSlider;
    m_size->setSteps(0, sizeSteps, [](int step) { return byteSize(sizeAt(step)); });
    m_seed = new ParameterSlider;
    m_seed->setSteps(1, mostSeeds, [](int step) { return QLocale().toString(step); });
    m_operation = new Segmented(Segmented::Look::Track);
    m_scope = new Segmented(Segmented::Look::Track);
    m_target = new Segmented(Segmented::Look::Track);
    column->addWidget(m_size);
    column->addWidget(m_seed);
    column->addWidget(m_operation);
    for (Segmented* row : {m_scope, m_target}) {
        column->addSpacing(space::half);
        column->addWidget(row);
    }
    for (ParameterSlider* row : {m_size, m_seed})
        connect(row->slider(), &QSlider::sliderReleased, this, &QuestionPanel::dragEnded);
    connect(m_size, &ParameterSlider::moved, this,
            [this](int step) { emit workloadChanged(withSize(m_scenario.workload, sizeAt(step))); });
    connect(m_seed, &ParameterSlider::moved, this, [this](int step) {
        if (auto permutation = std::get_if<Permutation>(&m_scenario.workload)) {
            Permutation next = *permutation;
            next.seed = static_cast<std::uint64_t>(step);
            emit workloadChanged(next);
        }
    });
    connect(m_operation, &Segmented::chosen, this, [this](int index) {
        emit dragEnded();
        emit workloadChanged(withOperation(m_scenario.workload, static_cast<Operation>(index)));
        emit dragEnded();
    });
    connect(m_scope, &Segmented::chosen, this, [this](int i) { emitPointToPoint(i, m_target->current()); });
    connect(m_target, &Segmented::chosen, this, [this](int i) { emitPointToPoint(m_scope->current(), i); });
}

void QuestionPanel::emitPointToPoint(int scope, int target) {
    if (const auto* pair = std::get_if<PointToPoint>(&m_scenario.workload)) {
        PointToPoint next = *pair;
        next.scope = scope == 0 ? Scope::IntraNode : Scope::InterNode;
        next.target = target == 0 ? Target::Endpoint : Target::Cpu;
        next.from.clear(); // a named pair belongs to the old scope and target
        next.to.clear();
        emit dragEnded();
        emit workloadChanged(next);
        emit dragEnded();
    }
}

void QuestionPanel::buildPlanes(QVBoxLayout* column) {
    column->addWidget(addSection(column));
    column->addSpacing(space::half);
    m_planes = new PlaneStrip;
    column->addWidget(m_planes);
    connect(m_planes, &PlaneStrip::planeChosen, this, &QuestionPanel::elementSelected);
}

void QuestionPanel::buildChanges(QVBoxLayout* column) {
    auto* line = new QHBoxLayout;
    QLabel* title = addSection(column);
    line->addWidget(title);
    line->addStretch(1);
    m_reset = new PillButton({}, PillButton::Look::Quiet);
    line->addWidget(m_reset);
    m_changes = new ChangeChips;
    m_hint = makeLabel({}, "body", "dim");
    m_hint->setWordWrap(true);
    column->addLayout(line);
    column->addWidget(m_changes);
    column->addSpacing(space::unit);
    column->addWidget(m_hint);
    connect(m_reset, &QAbstractButton::clicked, this, &QuestionPanel::resetRequested);
    connect(m_changes, &ChangeChips::removeRequested, this, &QuestionPanel::changeRemoved);
}

void QuestionPanel::retranslate() {
    const QStringList titles{tr("SYSTEM"), tr("WORKLOAD"), tr("PARAMETERS"), tr("PLANES"), tr("WHAT-IF")};
    for (int i = 0; i < titles.size(); ++i)
        m_sections[static_cast<std::size_t>(i)]->setText(titles[i]);
    m_seed->setName(tr("Permutation seed"));
    m_operation->setOptions({tr("line"), tr("read"), tr("write")});
    m_operation->setAccessibleName(tr("Operation"));
    m_scope->setOptions({tr("in a node"), tr("across nodes")});
    m_reset->setText(tr("reset all"));
    m_reset->setAccessibleName(tr("Take back all changes"));
    m_hint->setText(tr("+ click anything in the scene to change it"));
    if (m_scenario.system)
        setQuestion(m_scenario, m_outcome);
}

void QuestionPanel::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void QuestionPanel::setSystems(const std::vector<SystemPtr>& systems) {
    qDeleteAll(m_systemCards);
    m_systemCards.clear();
    m_systems = systems;
    for (const SystemPtr& system : systems) {
        auto* card = new ChoiceCard(ChoiceCard::Look::Outlined);
        card->setAccent(QColor(QString::fromStdString(system->accent)));
        const QString id = QString::fromStdString(system->id);
        connect(card, &QAbstractButton::clicked, this, [this, id] {
            showSystems();
            emit systemChosen(id);
        });
        m_systemColumn->addWidget(card);
        m_systemCards.push_back(card);
    }
    showSystems();
}

void QuestionPanel::setQuestion(const Scenario& scenario, OutcomePtr outcome) {
    m_scenario = scenario;
    m_outcome = std::move(outcome);
    showSystems();
    showWorkload();
    showParameters();
    showPlanes();
    showChanges();
}

void QuestionPanel::setSelection(ElementId element) {
    m_selected = element;
    showPlanes();
}

void QuestionPanel::showSystems() {
    for (std::size_t i = 0; i < m_systemCards.size(); ++i) {
        m_systemCards[i]->setTexts(QString::fromStdString(m_systems[i]->name), subtitleOf(*m_systems[i]));
        m_systemCards[i]->setChecked(m_scenario.system && m_scenario.system->id == m_systems[i]->id);
    }
}

void QuestionPanel::showWorkload() {
    const int row = rowOf(m_scenario.workload);
    for (std::size_t i = 0; i < m_workloadCards.size(); ++i) {
        const Workload workload = workloadOf(workloadKinds[i], m_scenario.workload);
        const QString subtitle = m_scenario.system ? subtitleOf(workload, *m_scenario.system) : QString();
        m_workloadCards[i]->setTexts(titleOf(workloadKinds[i]), subtitle);
        m_workloadCards[i]->setChecked(static_cast<int>(i) == row);
    }
}

void QuestionPanel::showParameters() {
    const SystemSpec& system = *m_scenario.system;
    const QColor accent(QString::fromStdString(system.accent));
    const auto* permutation = std::get_if<Permutation>(&m_scenario.workload);
    const auto* pair = std::get_if<PointToPoint>(&m_scenario.workload);
    const QString who = word(system.chip.endpointWord);
    m_size->setName(pair ? tr("Bytes") : tr("Bytes per %1").arg(who));
    m_size->setAccent(accent);
    m_size->setStep(sizeStep(sizeOf(m_scenario.workload)));
    m_size->setEnabled(rowOf(m_scenario.workload) >= 0);
    m_seed->setVisible(permutation != nullptr);
    m_seed->setAccent(accent);
    m_seed->setStep(permutation ? static_cast<int>(std::min<std::uint64_t>(permutation->seed, mostSeeds))
                                : 1);
    m_operation->setCurrent(static_cast<int>(operationOf(m_scenario.workload)));
    const QString missing =
        tr("Nobody published how fast %1 does this.").arg(QString::fromStdString(system.name));
    m_operation->setOptionEnabled(1, system.transfer.readShare.has_value(), missing);
    m_operation->setOptionEnabled(2, system.transfer.writeShare.has_value(), missing);
    m_scope->setVisible(pair != nullptr);
    m_target->setVisible(pair != nullptr && system.fabric.cpuBandwidth.has_value());
    m_target->setOptions({tr("to a %1").arg(who), tr("to a CPU")});
    if (pair) {
        m_scope->setCurrent(pair->scope == Scope::IntraNode ? 0 : 1);
        m_target->setCurrent(pair->target == Target::Endpoint ? 0 : 1);
    }
}

void QuestionPanel::showPlanes() {
    if (!m_outcome || !m_outcome->fabric)
        return m_planes->setPlanes({});
    const Fabric& fabric = *m_outcome->fabric;
    std::vector<PlanePill> pills;
    for (std::size_t i = 0; i < fabric.count(ElementKind::Plane); ++i) {
        const ElementId id = fabric.id(ElementKind::Plane, i);
        pills.push_back(
            {id, QString::fromStdString(fabric.name(id)), !m_outcome->state.alive(id), id == m_selected});
    }
    m_planes->setPlanes(pills);
}

void QuestionPanel::showChanges() {
    std::vector<ChangeChip> chips;
    for (const Change& change : m_scenario.changes)
        chips.push_back(chipOf(change, *m_scenario.system));
    m_changes->setChips(chips);
    m_changes->setVisible(!chips.empty());
    m_reset->setEnabled(!chips.empty());
    m_reset->setVisible(!chips.empty());
}

} // namespace supernode
