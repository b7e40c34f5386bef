// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/what_if.h"

#include "app/desktop/chart_files.h"
#include "app/desktop/find_best.h"
#include "app/desktop/what_if_words.h"
#include "app/files/open_scenario.h"
#include "app/files/qr_picture.h"
#include "app/files/scenario_code.h"
#include "views/charts/degradation_card.h"
#include "views/panels/pill_button.h"
#include "views/panels/take_home_panel.h"
#include "views/theme/words.h"

#include <QEventLoop>

namespace supernode {
namespace {

QString first(const std::vector<Issue>& issues) { return QString::fromStdString(toSentence(issues.front())); }

} // namespace

WhatIf::WhatIf(Session& session, Sheet& sheet, SweepRunner& sweeps)
    : QObject(&sheet), m_session(session), m_sheet(sheet), m_takeHome(new TakeHomePanel),
      m_steps(new HistoryPanel), m_break(new BreakPanel), m_help(new HelpPanel),
      m_best(new FindBest(session, sweeps)), m_card(new DegradationCard) {
    sheet.addPage(tr("Take it home"), m_takeHome);
    sheet.addPage(tr("History"), m_steps);
    sheet.addPage(tr("Break many"), m_break);
    sheet.addPage(tr("What would help?"), m_help);
    sheet.addPage(tr("Find the best"), m_best, Sheet::Width::Half);
    m_card->head()->addWidget(makeSaveButton(*m_card));
    m_break->addCard(m_card);
    m_card->hide();
    connect(&m_sheet, &Sheet::opened, this, &WhatIf::showPage);
    connect(&m_session, &Session::settled, this, &WhatIf::showPage);
    connect(&m_session.history(), &History::changed, this, [this] {
        if (m_sheet.page() == Steps)
            showSteps();
    });
    connect(&m_session, &Session::scenarioChanged, this, &WhatIf::dropCurve);
    connectPanels();
}

// The curve belongs to one question; further failures leave it standing.
void WhatIf::dropCurve() {
    Scenario now = m_session.scenario();
    now.changes = m_curveOf ? m_curveOf->changes : now.changes;
    if (!m_curveOf || *m_curveOf == now)
        return;
    m_curveOf.reset();
    m_researcher.forgetCurve();
    m_break->setBusy({});
    m_card->hide();
}

void WhatIf::connectPanels() {
    connect(m_takeHome, &TakeHomePanel::codeTyped, this, &WhatIf::openCode);
    connect(m_takeHome, &TakeHomePanel::saveRequested, this, &WhatIf::saveRequested);
    History& history = m_session.history();
    connect(m_steps, &HistoryPanel::jumpRequested, &history, &History::jump);
    connect(m_steps, &HistoryPanel::nameGiven, &history, &History::rename);
    connect(m_steps, &HistoryPanel::removeRequested, &history, &History::remove);
    connect(m_steps, &HistoryPanel::compareRequested, this, [this](int step) {
        m_session.compareWith(step < 0 ? std::nullopt : std::optional(step));
        showSteps();
    });
    connect(m_break, &BreakPanel::breakRequested, this, [this](const QString& part, int count, quint64 seed) {
        m_session.failAtRandom(part.toStdString(), count, seed);
    });
    connect(m_break, &BreakPanel::curveRequested, this, [this](const QString& part, quint64 seed) {
        m_break->setBusy(tr("Failing more and more of them…"));
        m_curveOf = m_session.scenario();
        m_researcher.askForCurve(*m_curveOf, {part.toStdString(), {}, 5, seed});
    });
    connect(&m_researcher, &Researcher::curveFound, this, [this](const Result<DegradationCurve>& curve) {
        m_break->setBusy(curve ? QString() : first(curve.issues()));
        m_card->setVisible(static_cast<bool>(curve));
        if (curve)
            m_card->setCurve(*curve, partTitle(curve->part),
                             QColor(QString::fromStdString(m_curveOf->system->accent)));
    });
    connect(&m_researcher, &Researcher::helpFound, this, &WhatIf::showHelp);
    connect(m_help, &HelpPanel::chosen, this, [this](int index) {
        if (!m_found || !m_helped)
            return;
        const supernode::Help help = m_found->list[static_cast<std::size_t>(index)];
        m_session.change(help.scenario, textOf(help, m_helped->scenario, m_helped->fabric->system()));
    });
}

void WhatIf::showPage() {
    if (m_sheet.page() == TakeHome)
        showTakeHome();
    else if (m_sheet.page() == Steps)
        showSteps();
    else if (m_sheet.page() == Break)
        showBreak();
    else if (m_sheet.page() == Help)
        askForHelp();
    if (m_sheet.page() == Help || m_found)
        return;
    m_researcher.forgetHelp();
    m_searching = false;
    m_helped = nullptr;
}

void WhatIf::showTakeHome() {
    const Result<std::string> code = codeOf(m_session.scenario());
    const Result<QrSquares> squares = code ? qrSquares(*code) : Result<QrSquares>::refused(code.issues());
    if (squares)
        m_takeHome->setCode(QString::fromStdString(*code), squares->size, squares->dark);
    else
        m_takeHome->setNoCode(tr("There is no code for this: %1.").arg(first(squares.issues())));
}

void WhatIf::showSteps() {
    const ChangeTree& tree = m_session.history().tree();
    m_steps->setEntries(historyEntries(tree, m_session.comparedWith(),
                                       [this](int step) { return m_session.history().headline(step); }),
                        QString::fromStdString(tree.step(tree.current()).name));
}

void WhatIf::showBreak() {
    if (m_session.outcome())
        m_break->setParts(breakableParts(*m_session.outcome()));
}

void WhatIf::askForHelp() {
    const OutcomePtr outcome = m_session.outcome();
    if (!outcome || outcome == m_helped)
        return;
    m_helped = outcome;
    m_found.reset();
    m_searching = true;
    m_help->setEntries({}, {}, tr("Asking the model some hundred times…"));
    m_researcher.askForHelp(outcome->scenario, outcome->metrics.front().id);
}

void WhatIf::showHelp(const Result<HelpList>& help) {
    m_searching = false;
    if (!help || !m_helped)
        return m_help->setEntries({}, {}, help ? QString() : first(help.issues()));
    m_found = *help;
    const Metric& metric = help->metric;
    m_help->setEntries(tr("%1 is %2").arg(word(metric.name), valueOf(metric, metric.value)),
                       helpEntries(*help, m_helped->scenario, m_helped->fabric->system()),
                       help->list.empty() ? tr("Nothing of this moves it by a thousandth.") : QString());
}

void WhatIf::giveWay() {
    if (m_sheet.page() != Best) // its table is worked with for long
        m_sheet.close();
}

void WhatIf::waitForAnswer() {
    QEventLoop loop;
    connect(&m_researcher, &Researcher::helpFound, &loop, &QEventLoop::quit);
    if (m_searching)
        loop.exec();
}

void WhatIf::openCode(const QString& code) {
    const Result<Scenario> scenario = scenarioOfCode(code.toStdString());
    const Result<OutcomePtr> answer =
        scenario ? evaluate(*scenario) : Result<OutcomePtr>::refused(scenario.issues());
    m_takeHome->say(answer ? QString() : first(answer.issues()));
    if (answer)
        emit opened(*scenario);
}

} // namespace supernode
