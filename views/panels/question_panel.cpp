// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/question_panel.h"

#include "model/scenario/changed_system.h"
#include "model/scenario/knobs.h"
#include "views/panels/change_chips.h"
#include "views/panels/choice_card.h"
#include "views/panels/knob_panel.h"
#include "views/panels/machine_panel.h"
#include "views/panels/panel_scroll.h"
#include "views/panels/pill_button.h"
#include "views/panels/plane_strip.h"
#include "views/panels/question_words.h"
#include "views/panels/workload_list.h"
#include "views/theme/number_format.h"
#include "views/theme/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace supernode {
namespace {

constexpr std::size_t mostFlowChips = 12;

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
    setWords();
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
    m_machine = new MachinePanel;
    column->addSpacing(space::half);
    column->addWidget(m_machine);
}

void QuestionPanel::buildWorkload(QVBoxLayout* column) {
    column->addWidget(addSection(column));
    column->addSpacing(space::half);
    m_workloads = new WorkloadList;
    m_presets = new ChoiceField;
    column->addWidget(m_workloads);
    connect(m_workloads, &WorkloadList::kindChosen, this, [this](const QString& kind) {
        emit workloadChanged(freshWorkload(kind.toStdString(), *m_scenario.system, m_scenario.workload));
    });
    connect(m_presets, &ChoiceField::chosen, this, &QuestionPanel::presetChosen);
}

void QuestionPanel::buildParameters(QVBoxLayout* column) {
    column->addWidget(addSection(column));
    column->addSpacing(space::half);
    m_knobs = new KnobPanel;
    m_routing = new ChoiceField;
    m_package = new ChoiceField;
    column->addWidget(m_knobs);
    m_flows = new ChangeChips;
    m_moreFlows = makeLabel({}, "body", "dim");
    column->addWidget(m_flows);
    column->addWidget(m_moreFlows);
    connect(m_flows, &ChangeChips::removeRequested, this, [this](int chip) {
        const auto* drawn = std::get_if<Flows>(&m_scenario.workload);
        emit flowRemoved(drawn ? static_cast<int>(drawn->list.size()) - 1 - chip : -1);
    });
    column->addSpacing(space::half);
    column->addWidget(m_routing);
    column->addWidget(m_package);
    column->addWidget(m_presets);
    connect(m_knobs, &KnobPanel::workloadChanged, this, &QuestionPanel::workloadChanged);
    connect(m_knobs, &KnobPanel::dragEnded, this, &QuestionPanel::dragEnded);
    connect(m_knobs, &KnobPanel::refused, this, &QuestionPanel::refused);
    connect(m_routing, &ChoiceField::chosen, this, [this](const QString& id) {
        Routing routing = Routing::Spread;
        if (fromWord(id.toStdString(), routing))
            emit routingChosen(routing);
    });
    connect(m_package, &ChoiceField::chosen, this, [this](const QString& id) {
        PackagePath path = PackagePath::Fabric;
        if (fromWord(id.toStdString(), path))
            emit packageChosen(path);
    });
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
    m_break = new PillButton({});
    m_help = new PillButton({});
    m_best = new PillButton({});
    for (PillButton* button : {m_break, m_help, m_best}) {
        column->addSpacing(space::unit);
        column->addWidget(button);
    }
    connect(m_break, &QAbstractButton::clicked, this, &QuestionPanel::breakRequested);
    connect(m_help, &QAbstractButton::clicked, this, &QuestionPanel::helpRequested);
    connect(m_best, &QAbstractButton::clicked, this, &QuestionPanel::bestRequested);
    connect(m_reset, &QAbstractButton::clicked, this, &QuestionPanel::resetRequested);
    connect(m_changes, &ChangeChips::removeRequested, this, &QuestionPanel::changeRemoved);
}

void QuestionPanel::setWords() {
    const QStringList titles{tr("SYSTEM"), tr("WORKLOAD"), tr("PARAMETERS"), tr("PLANES"), tr("WHAT-IF")};
    for (int i = 0; i < titles.size(); ++i)
        m_sections[static_cast<std::size_t>(i)]->setText(titles[i]);
    m_presets->setTitle(tr("Ready-made"), tr("Questions that come with the program"));
    m_routing->setTitle(tr("Routing"), tr("How a transfer picks its way through the planes"));
    m_routing->setOptions({{"spread", tr("spread"), tr("evenly over all planes and chips")},
                           {"hashed", tr("hashed"), tr("one way for each pair, by a hash")},
                           {"plane-per-destination", tr("by receiver"), tr("one plane for each receiver")},
                           {"adaptive", tr("adaptive"), tr("to where the load is least")}});
    m_package->setTitle(tr("In a package"), tr("What the two dies of one package talk over"));
    m_package->setOptions({{"fabric", tr("planes"), tr("as any other pair")},
                           {"link", tr("own link"), tr("the link between the dies")}});
    m_reset->setText(tr("reset all"));
    m_reset->setAccessibleName(tr("Take back all changes"));
    m_hint->setText(tr("+ click anything in the scene to change it"));
    for (const auto& [button, text] : {std::pair(m_break, tr("Break many at random")),
                                       {m_help, tr("What would help?")},
                                       {m_best, tr("Find the best")}}) {
        button->setText(text);
        button->setAccessibleName(text);
    }
    if (m_scenario.system)
        setQuestion(m_scenario, m_outcome);
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
    if (const Result<SystemPtr> system = changedSystem(scenario))
        m_machine->setSystem(**system);
    showSystems();
    showWorkload();
    setOutcome(std::move(outcome));
}

void QuestionPanel::setOutcome(OutcomePtr outcome) {
    m_outcome = std::move(outcome);
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

void QuestionPanel::setModels(const std::vector<Option>& models) {
    m_models = models;
    m_knobs->setModels(models);
    showWorkload();
}

void QuestionPanel::setPresets(const std::vector<Option>& presets) { m_presets->setOptions(presets); }

void QuestionPanel::showWorkload() {
    if (!m_scenario.system)
        return;
    m_workloads->setWorkload(m_scenario.workload, *m_scenario.system, m_models);
    m_knobs->setWorkload(m_scenario.workload, *m_scenario.system);
    showRouting();
    showFlows();
}

// Which way is a question only for what is sent flow by flow, and between dies only where they have a link.
void QuestionPanel::showRouting() {
    const bool flows = modelIn(m_scenario.workload) == nullptr &&
                       !std::holds_alternative<Specification>(m_scenario.workload);
    m_routing->setVisible(flows);
    m_routing->setCurrent(QString::fromLatin1(toWord(m_scenario.routing).data()));
    m_package->setVisible(flows && m_scenario.system->fabric.dieLink.has_value());
    m_package->setCurrent(QString::fromLatin1(toWord(m_scenario.package).data()));
}

// The newest of many: those that were just drawn are taken back first.
void QuestionPanel::showFlows() {
    const auto* drawn = std::get_if<Flows>(&m_scenario.workload);
    const std::size_t count = drawn ? drawn->list.size() : 0, shown = std::min(count, mostFlowChips);
    std::vector<ChangeChip> chips;
    for (std::size_t i = 0; i < shown; ++i) {
        const DrawnFlow& flow = drawn->list[count - 1 - i];
        chips.push_back({tr("%1, %2").arg(word(flow.from), byteSize(flow.bytes)), false,
                         QStringLiteral("→ ") + word(flow.to)});
    }
    m_flows->setChips(chips);
    m_flows->setVisible(!chips.empty());
    m_moreFlows->setText(tr("and %n flows before", "", static_cast<int>(count - shown)));
    m_moreFlows->setVisible(count > shown);
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
