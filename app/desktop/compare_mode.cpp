// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/compare_mode.h"

#include "app/desktop/chart_files.h"
#include "app/desktop/claims_page.h"
#include "app/desktop/compare_words.h"
#include "app/desktop/comparison_files.h"
#include "app/desktop/curves_page.h"
#include "model/evaluate.h"
#include "model/fair_work.h"
#include "views/charts/bar_card.h"
#include "views/panels/painted.h"
#include "views/panels/pill_button.h"
#include "views/panels/segmented.h"
#include "views/theme/sentences.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHBoxLayout>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>

namespace supernode {

CompareMode::CompareMode(Session& session, HostChoice renderer, QWidget* parent)
    : QWidget(parent), m_session(session) {
    QBoxLayout* const head = buildHead();
    m_machines = new MachinesPage(renderer);
    m_boardPage = new BoardPage(this);
    m_curves = new CurvesPage;
    m_claims = new ClaimsPage;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::edge, space::unit, space::edge, space::wide);
    column->setSpacing(space::unit);
    column->addLayout(head);
    column->addWidget(m_contenders);
    column->addWidget(m_machines, 1);
    column->addWidget(m_boardPage);
    column->addWidget(m_curves, 1);
    column->addWidget(m_claims, 1);
    connect(m_pages, &Segmented::chosen, this, &CompareMode::showPage);
    showPage(TheMachines);
    connect(&board(), &ComparisonBoard::perChosen, this, [this](Per per) {
        m_per = per;
        ask();
    });
    connect(m_machines, &MachinesPage::fairAsked, this, [this] {
        if (m_fairWork)
            m_session.setWorkload(*m_fairWork);
    });
    connect(m_boardPage, &BoardPage::told, this, &CompareMode::told);
    connect(&m_session, &Session::answered, this, &CompareMode::ask);
    m_evaluator = std::make_unique<Evaluator>([this](Answer answer) {
        QMetaObject::invokeMethod(
            this, [this, a = std::move(answer)] { receive(a); }, Qt::QueuedConnection);
    });
}

QBoxLayout* CompareMode::buildHead() {
    m_pages = new Segmented(Segmented::Look::Underlined);
    m_pages->setOptions({tr("The machines"), tr("The board"), tr("Curves"), tr("Claims")});
    m_pages->setAccessibleName(tr("Page"));
    m_report = new PillButton(tr("Report"), PillButton::Look::Quiet);
    m_report->setToolTip(tr("Writes the comparison as a page, as PDF, and every chart as SVG, PNG and CSV"));
    connect(m_report, &PillButton::clicked, this, &CompareMode::report);
    m_contenders = new Contenders(m_session);
    connect(m_contenders, &Contenders::changed, this, &CompareMode::ask);
    connect(m_contenders, &Contenders::told, this, &CompareMode::told);
    auto* head = new QHBoxLayout;
    head->setSpacing(space::wide);
    head->addWidget(m_pages);
    head->addStretch(1);
    head->addWidget(m_contenders->addButton());
    head->addWidget(m_report);
    return head;
}

QString CompareMode::writeFiles(const QString& folder) {
    m_claims->count();
    m_curves->workOut();
    waitForAnswer();
    if (board().board().machines.empty())
        return tr("One of the machines cannot do this work.");
    Report report = reportOf(board().board(), m_per, m_claims->checked());
    std::vector<QWidget*> charts(board().cards().begin(), board().cards().end());
    for (std::size_t i = 0; i < m_curves->cards().size(); ++i) {
        charts.push_back(m_curves->cards()[i]);
        report.curves.push_back(chartBytes(*charts.back(), ChartFormat::Svg).toStdString());
    }
    std::vector<std::pair<QString, QByteArray>> files;
    for (const QWidget* chart : charts)
        for (const ChartFormat format : chartFormats)
            files.emplace_back("charts/" + chartName(*chart) + "." + suffixOf(format),
                               chartBytes(*chart, format));
    return writeComparison(folder, report, files);
}

void CompareMode::report() {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) +
                           "/supernode-comparison-" +
                           QDateTime::currentDateTime().toString("yyyyMMdd-HHmmss");
    const QString problem = writeFiles(folder);
    emit told(problem.isEmpty() ? tr("Report, charts and numbers written to %1").arg(folder) : problem);
}

void CompareMode::showPage(int page) {
    const bool beneath = page == TheMachines;
    m_pages->setCurrent(page);
    m_machines->setVisible(beneath);
    board().setExtent(beneath ? ComparisonBoard::Extent::Row : ComparisonBoard::Extent::Whole);
    m_boardPage->setSizePolicy(QSizePolicy::Expanding, beneath ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    m_boardPage->setVisible(page <= TheBoard);
    m_curves->setVisible(page == CurvesOfThem);
    m_curves->setActive(m_active && page == CurvesOfThem);
    m_claims->setVisible(page == ClaimsOfThem);
    m_claims->setActive(m_active && page == ClaimsOfThem);
}

CompareMode::State CompareMode::state() const { return {m_pages->current(), m_per, m_contenders->guests()}; }

void CompareMode::restore(const State& state) {
    m_per = state.per;
    showPage(state.page);
    m_contenders->setGuests(state.guests);
}

void CompareMode::ask() {
    if (!m_active || !m_session.outcome())
        return;
    const std::vector<Contender> others = m_contenders->others();
    std::vector<Scenario> all;
    m_cannot.clear();
    m_guests.clear();
    for (const ComparedSide& side : comparedSides(m_session.scenario(), others, m_per)) {
        m_guests.push_back(all.empty() ? std::nullopt : std::optional(all.size() - 1));
        m_cannot.push_back(side.cannot ? termText(side.cannot->reason) : QString());
        all.push_back(side.scenario);
    }
    // The machine of the session stands where it always does.
    if (m_session.systems().front()->id != m_session.scenario().system->id && all.size() > 1 &&
        all[1].system->id == m_session.systems().front()->id) {
        std::swap(all[0], all[1]);
        std::swap(m_cannot[0], m_cannot[1]);
        std::swap(m_guests[0], m_guests[1]);
    }
    m_questions = all;
    m_asked = m_evaluator->ask(std::move(all));
}

void CompareMode::receive(const Answer& answer) {
    if (answer.number != m_asked)
        return;
    m_answered = answer.number;
    m_compared.clear();
    std::vector<std::optional<std::size_t>> guests; // of those that have an answer
    for (std::size_t i = 0; i < answer.results.size(); ++i) {
        Result<OutcomePtr> result = answer.results[i];
        if (!result) {
            const Scenario& asked = m_questions[i];
            m_cannot[i] = refusalOf(asked, result.issues().front());
            result = evaluate({asked.system, asked.changes, Specification{}});
        }
        if (!result) {
            emit told(QString::fromStdString(toSentence(result.issues().front())));
            continue;
        }
        m_compared.push_back(boardMachine(m_cannot[i].isEmpty() ? *result : onPaper(**result)));
        m_compared.back().cannot = m_cannot[i];
        guests.push_back(m_guests[i]);
    }
    askForFairWork();
    tellApart(m_compared);
    m_contenders->tell(m_compared, guests);
    if (m_compared.size() < 2)
        return;
    std::vector<ClaimedMachine> claimed;
    std::vector<CurveMachine> drawn;
    for (const BoardMachine& machine : m_compared) {
        const Scenario& scenario = machine.outcome->scenario;
        drawn.push_back({scenario, machine.shortName, machine.colour});
        claimed.push_back({scenario.system, scenario.changes});
    }
    m_machines->setMachines(m_compared, workText(m_compared, m_per));
    m_boardPage->setMachines(m_compared, m_per);
    m_claims->setMachines(claimed);
    m_curves->setMachines(std::move(drawn));
    emit answered();
}

// What all can do, where one of them cannot do what is asked.
void CompareMode::askForFairWork() {
    m_fairWork.reset();
    fairButton().hide();
    if (std::all_of(m_cannot.begin(), m_cannot.end(), [](const QString& why) { return why.isEmpty(); }))
        return m_fair.forget();
    m_fair.ask([this, scenario = m_session.scenario(),
                others = m_contenders->others()](const std::stop_token&) -> NewestWork::Deliver {
        return [this, fair = fairWork(scenario, others)] {
            if (fair)
                m_fairWork = fair->workload;
            fairButton().setVisible(m_fairWork.has_value());
        };
    });
}

void CompareMode::setActive(bool active) {
    m_active = active;
    playhead().setPlaying(active);
    m_curves->setActive(active && m_pages->current() == CurvesOfThem);
    m_claims->setActive(active && m_pages->current() == ClaimsOfThem);
    ask();
}

void CompareMode::waitForAnswer() {
    while (m_answered != m_asked)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    m_fair.waitForAnswer();
    m_boardPage->waitForAnswer();
    m_curves->waitForAnswer();
    m_claims->waitForAnswer();
}

} // namespace supernode
