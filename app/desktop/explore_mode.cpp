// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/explore_mode.h"

#include "app/desktop/chart_files.h"
#include "app/desktop/explore_views.h"
#include "app/desktop/group_placing.h"
#include "app/desktop/preset_words.h"
#include "app/desktop/replay_strip.h"
#include "app/desktop/traffic_drawing.h"
#include "views/charts/link_card.h"
#include "views/charts/run_strips.h"
#include "views/panels/breadcrumbs.h"
#include "views/panels/headline_tiles.h"
#include "views/panels/inspector.h"
#include "views/panels/legend_strip.h"
#include "views/panels/machine_panel.h"
#include "views/panels/metric_explanation.h"
#include "views/panels/number_sheet.h"
#include "views/panels/pill_button.h"
#include "views/panels/pinned_tiles.h"
#include "views/panels/question_panel.h"
#include "views/panels/segmented.h"
#include "views/panels/timeline_bar.h"
#include "views/theme/number_format.h"
#include "views/theme/sentences.h"
#include "views/theme/words.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace supernode {

ExploreMode::ExploreMode(Session& session, HostChoice renderer, QWidget* parent)
    : QWidget(parent), m_session(session) {
    build(renderer);
    connectQuestion();
    connectViews();
    connectTime();
    connectReplay();
    connect(&m_session, &Session::answered, this, &ExploreMode::showAnswer);
    connect(&m_session, &Session::settled, this, [this] {
        if (m_panelsOld)
            showPanels();
    });
    connect(&m_session, &Session::scenarioChanged, this,
            [this] { m_question->setQuestion(m_session.scenario(), m_session.outcome()); });
    connect(&m_session, &Session::systemsChanged, this,
            [this] { m_question->setSystems(m_session.systems()); });
    connect(&m_selection, &Selection::changed, this, &ExploreMode::showSelection);
    m_question->setSystems(m_session.systems());
    m_question->setModels(modelOptions());
    m_question->setPresets(presetOptions());
    m_question->setQuestion(m_session.scenario(), nullptr);
    if (m_session.outcome()) {
        showAnswer();
        showPanels();
    }
}

void ExploreMode::build(HostChoice renderer) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_question = new QuestionPanel;
    m_question->setFixedWidth(256);
    m_inspector = new Inspector;
    m_inspector->setFixedWidth(300);
    m_pinned = new PinnedTiles;
    m_inspector->addCard(m_pinned);
    m_distribution = new LinkCard;
    m_distribution->head()->addWidget(makeSaveButton(*m_distribution));
    m_inspector->addCard(m_distribution);
    m_number = new NumberSheet(this, NumberSheet::From::Tile);
    row->addWidget(m_question);
    row->addLayout(buildMiddle(renderer), 1);
    row->addWidget(m_inspector);
}

QBoxLayout* ExploreMode::buildMiddle(HostChoice renderer) {
    m_breadcrumbs = new Breadcrumbs;
    m_colouring = new Segmented(Segmented::Look::Track);
    m_colouring->setAccessibleName(tr("Colour of the links"));
    m_colouring->hide(); // until a view offers some
    addViews(renderer);
    m_drawing = new TrafficDrawing(m_session, m_stack);
    m_placing = new GroupPlacing(m_session, m_stack);
    m_replayStrip = new ReplayStrip(m_replay);
    m_legend = new LegendStrip;
    m_tiles = new HeadlineTiles;
    m_timeline = new TimelineBar;
    m_curves = new RunStrips(*m_timeline->track());
    m_curves->hide();
    auto* top = new QHBoxLayout;
    top->setContentsMargins(space::wide, space::half, space::wide, space::half);
    top->addWidget(m_breadcrumbs, 1);
    top->addWidget(m_placing->toggleButton());
    top->addSpacing(space::unit);
    top->addWidget(m_drawing->toggleButton());
    top->addWidget(m_switch);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(space::wide, space::half, space::wide, space::wide);
    foot->setSpacing(space::unit);
    auto* meaning = new QHBoxLayout;
    meaning->addWidget(m_legend, 1);
    meaning->addWidget(m_colouring, 0, Qt::AlignVCenter);
    foot->addLayout(meaning);
    foot->addWidget(m_tiles);
    foot->addWidget(m_curves);
    foot->addWidget(m_timeline);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_drawing);
    column->addWidget(m_placing);
    column->addWidget(m_replayStrip);
    column->addWidget(m_stack, 1);
    column->addLayout(foot);
    return column;
}

void ExploreMode::addViews(HostChoice renderer) {
    m_switch = new Segmented(Segmented::Look::Underlined);
    m_switch->setAccessibleName(tr("View of the machine"));
    m_stack = new QStackedWidget;
    QStringList titles;
    for (const ExploreViewKind& kind : exploreViews()) {
        titles.push_back(QCoreApplication::translate("ExploreViews", kind.title));
        m_stack->addWidget(kind.make(renderer));
    }
    m_switch->setOptions(titles);
    for (int i = 0; i < titles.size(); ++i)
        m_switch->option(i)->setToolTip(tr("%1: Ctrl+%2").arg(titles[i]).arg(i + 1));
    m_hall = qobject_cast<HallView*>(m_stack->widget(exploreViewNamed("hall")));
    m_hall->showMap();
    m_view = m_hall;
}

void ExploreMode::connectQuestion() {
    connect(m_question, &QuestionPanel::systemChosen, &m_session, &Session::chooseSystem);
    connect(m_question, &QuestionPanel::workloadChanged, &m_session, &Session::setWorkload);
    connect(m_question, &QuestionPanel::dragEnded, &m_session, &Session::endDrag);
    connect(m_question, &QuestionPanel::changeRemoved, &m_session, &Session::removeChange);
    connect(m_question, &QuestionPanel::resetRequested, &m_session, &Session::resetChanges);
    connect(m_question, &QuestionPanel::routingChosen, &m_session, &Session::setRouting);
    connect(m_question, &QuestionPanel::packageChosen, &m_session, &Session::setPackage);
    connect(m_question, &QuestionPanel::flowRemoved, &m_session, &Session::removeFlow);
    connect(m_question, &QuestionPanel::presetChosen, &m_session, &Session::openPreset);
    connect(m_question, &QuestionPanel::elementSelected, &m_selection, &Selection::select);
    connectMachine();
    // What is asked of the one that is shown is asked of all that are selected with it.
    connect(m_inspector, &Inspector::failRequested, this,
            [this](ElementId e) { m_session.failAll(m_selection.with(e)); });
    connect(m_inspector, &Inspector::slowRequested, this,
            [this](ElementId e, double percent) { m_session.slowAll(m_selection.with(e), percent); });
    connect(m_inspector, &Inspector::dragEnded, &m_session, &Session::endDrag);
    connect(m_inspector, &Inspector::restoreRequested, this, [this](ElementId cause) {
        const std::vector<ElementId> all = m_selection.elements();
        m_session.restoreAll(all.size() > 1 ? all : std::vector<ElementId>{cause});
    });
    connect(m_inspector, &Inspector::elementAsked, this, [this](const QString& name) {
        if (const Result<ElementId> found = m_shown->fabric->find(name.toStdString()))
            m_selection.select(*found);
    });
    connect(m_inspector, &Inspector::focusRequested, this, [this](ElementId e) { m_view->focusOn(e); });
    connect(m_inspector, &Inspector::copyRequested, m_placing, &GroupPlacing::copyExpert);
    connect(m_placing, &GroupPlacing::turnedOn, this, [this] { m_drawing->setOn(false); });
    connect(m_drawing, &TrafficDrawing::turnedOn, this, [this] { m_placing->setOn(false); });
    connect(m_inspector, &Inspector::pinRequested, this, &ExploreMode::togglePin);
    connect(m_pinned, &PinnedTiles::elementSelected, &m_selection, &Selection::select);
    connect(m_pinned, &PinnedTiles::changed, this, &ExploreMode::showPins);
}

void ExploreMode::connectMachine() {
    MachinePanel& machine = m_question->machine();
    connect(&machine, &MachinePanel::factSet, &m_session,
            [this](const QString& path, double value) { m_session.setFact(path.toStdString(), value); });
    connect(&machine, &MachinePanel::factChosen, &m_session,
            [this](const QString& path, const QString& word) {
                m_session.chooseFact(path.toStdString(), word.toStdString());
            });
    connect(&machine, &MachinePanel::dragEnded, &m_session, &Session::endDrag);
    connect(&machine, &MachinePanel::refused, m_question, &QuestionPanel::refused);
}

void ExploreMode::connectView(ExploreView* view) {
    connect(view, &ExploreView::elementClicked, this, [this](ElementId e, Qt::KeyboardModifiers keys) {
        if (keys.testFlag(Qt::ControlModifier))
            m_selection.toggle(e);
        else
            m_selection.select(e);
        emit elementClicked();
    });
    connect(view, &ExploreView::elementsBrushed, &m_selection, &Selection::selectAll);
    connect(view, &ExploreView::bytesPerDotChanged, this, [this, view] {
        if (view == m_view)
            m_legend->setBytesPerDot(Bytes::fromBase(view->bytesPerDot()));
    });
}

void ExploreMode::connectViews() {
    for (int i = 0; i < m_stack->count(); ++i)
        connectView(qobject_cast<ExploreView*>(m_stack->widget(i)));
    connect(m_switch, &Segmented::chosen, this, &ExploreMode::showView);
    connect(m_breadcrumbs, &Breadcrumbs::elementSelected, this, [this](ElementId e) {
        m_selection.select(e);
        m_view->focusOn(e);
    });
    connect(m_breadcrumbs, &Breadcrumbs::backRequested, &m_selection, &Selection::back);
    connect(m_breadcrumbs, &Breadcrumbs::forwardRequested, &m_selection, &Selection::forward);
    connect(m_colouring, &Segmented::chosen, this,
            [this](int index) { chooseColouring(m_colourings[static_cast<std::size_t>(index)]); });
    connect(m_tiles, &HeadlineTiles::metricChosen, this, &ExploreMode::explain);
    connect(&m_explainer, &Explainer::explained, this, [this](const Explanation& made) {
        if (m_number->isOpen() && m_explained.toStdString() == made.metric.id)
            tellNumber(made.metric, &made.sensitivities);
    });
}

void ExploreMode::showView(int index) {
    m_view = qobject_cast<ExploreView*>(m_stack->widget(index));
    m_switch->setCurrent(index);
    tellView();
    m_stack->setCurrentIndex(index);
    m_legend->setVisible(!m_view->colourings().empty());
    offerColourings();
    m_legend->setBytesPerDot(Bytes::fromBase(m_view->bytesPerDot()));
    m_interval = nullptr; // the panels are told of the moment that the view was
    showMoment();
}

// What is compared with; null where it asks the same.
OutcomePtr ExploreMode::before() const {
    const OutcomePtr& baseline = m_session.baseline();
    return m_shown && baseline && !(baseline->scenario == m_shown->scenario) ? baseline : nullptr;
}

void ExploreMode::tellView() {
    if (!m_shown)
        return;
    m_view->setTime(m_playhead.time()); // first, so that an answer is drawn once
    m_view->setBaseline(before());
    m_view->setOutcome(m_shown);
    m_view->setTimeScale(m_playhead.scale().base());
    m_view->setSelection(m_selection.elements());
    m_view->catchUp();
}

// Those that the view has; a change is one against something.
void ExploreMode::offerColourings() {
    std::vector<Colouring> offered = m_view->colourings();
    if (!before())
        std::erase(offered, Colouring::ByChange);
    if (offered != m_colourings) {
        m_colourings = std::move(offered);
        QStringList words;
        for (const Colouring colouring : m_colourings)
            words << (colouring == Colouring::ByUtilization ? tr("by load")
                      : colouring == Colouring::ByPlane     ? tr("by plane")
                                                            : tr("by change"));
        m_colouring->setOptions(words);
        m_colouring->setFixedWidth(100 * static_cast<int>(words.size()));
        m_colouring->setVisible(words.size() > 1);
    }
    chooseColouring(m_chosenColouring);
}

// What a view does not have counts again where it does.
void ExploreMode::chooseColouring(Colouring colouring) {
    m_chosenColouring = colouring;
    if (m_colourings.empty())
        return;
    const auto found = std::find(m_colourings.begin(), m_colourings.end(), colouring);
    const std::size_t index =
        found == m_colourings.end() ? 0 : static_cast<std::size_t>(found - m_colourings.begin());
    m_colouring->setCurrent(static_cast<int>(index));
    m_view->setColouring(m_colourings[index]);
    m_legend->setMeaning(m_colourings[index], m_shown ? m_shown->fabric->system().planes() : 1);
}

void ExploreMode::showAnswer() {
    m_replay.stop();
    show(m_session.outcome());
}

// What is looked at; the panels follow with showPanels(). Those of another fabric at once: what is selected
// in it means nothing to them.
void ExploreMode::show(const OutcomePtr& outcome) {
    // Elements are numbered anew in another fabric: what is selected is carried over by its name.
    const bool otherFabric = m_shown && m_shown->fabric != outcome->fabric;
    std::vector<ElementId> carried;
    if (otherFabric)
        for (const ElementId element : m_selection.elements())
            if (const Result<ElementId> found = outcome->fabric->find(m_shown->fabric->name(element)))
                carried.push_back(*found);
    m_explainer.forget();
    m_number->close(); // it is about the answer before
    m_shown = nullptr; // nothing is shown twice: the moment follows when all parts have the answer
    if (otherFabric)
        m_selection.forget();
    if (!carried.empty())
        m_selection.selectAll(carried);
    m_playhead.setEnd(outcome->end, worthWatching(*outcome));
    m_shown = outcome;
    m_panelsOld = true;
    tellView();
    m_timeline->setOutcome(outcome);
    if (m_session.baseline())
        m_tiles->setTiles(tilesFor(*outcome, *m_session.baseline(), m_session.other().get(), otherNote()));
    offerColourings();
    m_timeline->setTimeScale(m_playhead.scale());
    if (otherFabric)
        showPanels();
    else
        showMoment();
}

void ExploreMode::showPanels() {
    m_panelsOld = false;
    const Scenario& asked = m_replay.isOn() ? m_shown->scenario : m_session.scenario();
    if (m_question->scenario() == asked)
        m_question->setOutcome(m_shown);
    else
        m_question->setQuestion(asked, m_shown);
    m_curves->setOutcome(m_shown, before());
    showSelection();
}

void ExploreMode::showSelection() {
    if (!m_shown)
        return;
    if (m_panelsOld)
        return showPanels();
    const ElementId selected = m_selection.current();
    m_view->setSelection(m_selection.elements());
    m_question->setSelection(selected);
    m_breadcrumbs->setElement(*m_shown->fabric, selected);
    m_breadcrumbs->setHistory(m_selection.canGoBack(), m_selection.canGoForward());
    m_interval = nullptr; // the panels are told at once
    showMoment();
}

void ExploreMode::showPins() {
    if (!m_shown)
        return;
    m_pinned->show(*m_shown, m_shown->at(m_playhead.time()));
    const ElementId shown = m_inspector->inspection().element;
    const bool pinned = shown.valid() && m_pinned->isPinned(m_shown->fabric->name(shown));
    m_inspector->setPinned(pinned ? Inspector::Pinned::Yes : Inspector::Pinned::No);
}

void ExploreMode::togglePin(ElementId element) {
    if (m_shown && element.valid())
        m_pinned->toggle(m_shown->fabric->name(element));
}

// What moves it most takes a while and follows.
void ExploreMode::explain(const QString& id) {
    const Metric* metric = m_shown ? m_shown->metric(id.toStdString()) : nullptr;
    if (!metric)
        return;
    m_explained = id;
    tellNumber(*metric, nullptr);
    m_explainer.ask(m_shown->scenario, id.toStdString());
}

QString ExploreMode::otherNote() const { return termText(m_session.otherNote().toStdString()); }

QString ExploreMode::otherSentence(const QString& id) const {
    const OutcomePtr& other = m_session.other();
    const QString note = otherNote();
    if (!other || !other->metric(id.toStdString()))
        return note.isEmpty() ? QString() : tr("Not compared: %1.").arg(note);
    const QString same = tr("%1 beside it: the same work, whole.").arg(shortName(other->fabric->system()));
    return note.isEmpty() ? same : same + " " + tr("With as much as it has: %1.").arg(note);
}

void ExploreMode::tellNumber(const Metric& metric, const std::vector<Sensitivity>* moves) {
    const QString id = QString::fromStdString(metric.id);
    for (const HeadlineTile* tile : m_tiles->tiles())
        if (tile->model().id == id)
            m_number->tell(tile->model().title,
                           withUnit(tile->model().value, tile->model().unit) + QStringLiteral(" · ") +
                               gradeWord(metric.grade),
                           explanationHtml(metric, otherSentence(id), moves));
}

} // namespace supernode
