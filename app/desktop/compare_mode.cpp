// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/compare_mode.h"

#include "app/desktop/benchmarks.h"
#include "app/desktop/claims_page.h"
#include "app/desktop/comparison_files.h"
#include "app/desktop/curves_page.h"
#include "model/outcome/compared_work.h"
#include "model/workload/model_spec.h"
#include "views/charts/bar_card.h"
#include "views/charts/comparison_board.h"
#include "views/panels/number_sheet.h"
#include "views/panels/painted.h"
#include "views/panels/pill_button.h"
#include "views/panels/question_words.h"
#include "views/panels/segmented.h"
#include "views/panels/timeline_scale.h"
#include "views/panels/workload_table.h"
#include "views/theme/number_format.h"
#include "views/theme/theme.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>

namespace supernode {
namespace {

// " · plane 3 failed, and 2 more": a machine that is not whole says so.
QString whatIfText(const Outcome& outcome) {
    const std::vector<Change>& changes = outcome.scenario.changes;
    if (changes.empty())
        return {};
    const QString first = chipOf(changes.front(), outcome.fabric->system()).text;
    if (changes.size() == 1)
        return QStringLiteral(" · ") + first;
    return QStringLiteral(" · ") + CompareMode::tr("%1 and %2 more").arg(first).arg(changes.size() - 1);
}

} // namespace

CompareMode::CompareMode(Session& session, HostChoice renderer, QWidget* parent)
    : QWidget(parent), m_session(session) {
    QBoxLayout* const head = buildHead();
    m_machines = buildMachines(renderer);
    m_board = new ComparisonBoard;
    m_curves = new CurvesPage;
    m_claims = new ClaimsPage;
    m_sheet = new NumberSheet(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::edge, space::unit, space::edge, space::wide);
    column->setSpacing(space::unit);
    column->addLayout(head);
    column->addWidget(m_machines, 1);
    column->addWidget(m_board);
    column->addWidget(m_curves, 1);
    column->addWidget(m_claims, 1);
    connect(m_pages, &Segmented::chosen, this, &CompareMode::showPage);
    showPage(MachinesPage);
    connect(m_board, &ComparisonBoard::perChosen, this, [this](Per per) {
        m_per = per;
        ask();
    });
    connect(m_board, &ComparisonBoard::cardOpened, this, &CompareMode::explain);
    connect(&m_session, &Session::answered, this, &CompareMode::ask);
    connect(&m_playhead, &Playhead::moved, this, &CompareMode::showMoment);
    m_evaluator = std::make_unique<Evaluator>([this](Answer answer) {
        QMetaObject::invokeMethod(
            this, [this, a = std::move(answer)] { receive(a); }, Qt::QueuedConnection);
    });
}

QWidget* CompareMode::buildSide(Side& side, HostChoice renderer) {
    auto* card = new QFrame;
    card->setProperty("surface", "card");
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(1, space::unit, 1, 1);
    side.title = makeLabel({}, "large");
    side.subtitle = makeLabel({}, "body", "dim");
    side.time = makeLabel({}, "strong");
    side.hall = new HallView(renderer);
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(side.title);
    names->addWidget(side.subtitle);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(space::wide, 0, space::wide, 0);
    head->addLayout(names, 1);
    head->addWidget(side.time, 0, Qt::AlignTop);
    column->addLayout(head);
    column->addWidget(side.hall, 1);
    return card;
}

QBoxLayout* CompareMode::buildHead() {
    m_pages = new Segmented(Segmented::Look::Underlined);
    m_pages->setOptions({tr("The machines"), tr("The board"), tr("Curves"), tr("Claims")});
    m_pages->setAccessibleName(tr("Page"));
    m_report = new PillButton(tr("Report"), PillButton::Look::Quiet);
    m_report->setToolTip(tr("Writes the comparison as a page, as PDF, and every chart as SVG, PNG and CSV"));
    connect(m_report, &PillButton::clicked, this, &CompareMode::report);
    auto* head = new QHBoxLayout;
    head->addWidget(m_pages);
    head->addStretch(1);
    head->addWidget(m_report);
    return head;
}

QString CompareMode::writeFiles(const QString& folder) {
    m_claims->count();
    waitForAnswer();
    if (!m_sides[0].outcome || !m_sides[1].outcome)
        return tr("One of the machines cannot do this work.");
    std::vector<std::pair<QString, QImage>> pictures;
    for (BarCard* card : m_board->cards())
        pictures.emplace_back(card->id(), card->grab().toImage());
    return writeComparison(folder, reportOf(m_board->board(), m_per, m_claims->checked()), pictures);
}

void CompareMode::report() {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) +
                           "/supernode-comparison-" +
                           QDateTime::currentDateTime().toString("yyyyMMdd-HHmmss");
    const QString problem = writeFiles(folder);
    emit told(problem.isEmpty() ? tr("Report, charts and numbers written to %1").arg(folder) : problem);
}

QWidget* CompareMode::buildMachines(HostChoice renderer) {
    auto* machines = new QWidget;
    auto* views = new QHBoxLayout;
    views->setSpacing(space::wide);
    for (Side& side : m_sides)
        views->addWidget(buildSide(side, renderer), 1);
    auto* column = new QVBoxLayout(machines);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addLayout(views, 1);
    column->addLayout(buildClock());
    return machines;
}

void CompareMode::showPage(int page) {
    m_pages->setCurrent(page);
    m_machines->setVisible(page == MachinesPage);
    m_board->setExtent(page == MachinesPage ? ComparisonBoard::Extent::Row : ComparisonBoard::Extent::Whole);
    m_board->setSizePolicy(QSizePolicy::Expanding,
                           page == MachinesPage ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    m_board->setVisible(page <= BoardPage);
    m_curves->setVisible(page == CurvesOfThem);
    m_curves->setActive(m_active && page == CurvesOfThem);
    m_claims->setVisible(page == ClaimsOfThem);
    m_claims->setActive(m_active && page == ClaimsOfThem);
}

QBoxLayout* CompareMode::buildClock() {
    m_play = new SignButton(Sign::Play, tr("Play"));
    m_clock = makeLabel({}, "body", "dim");
    auto* row = new QHBoxLayout;
    row->addWidget(m_play);
    m_fair = new PillButton(tr("Nearest fair comparison"), PillButton::Look::Quiet);
    m_fair->setToolTip(tr("The same work on no more ranks and chips than each machine has"));
    row->addWidget(m_clock);
    row->addWidget(m_fair);
    row->addStretch(1);
    connect(m_fair, &PillButton::clicked, this, [this] {
        if (m_fairWork)
            m_session.setWorkload(*m_fairWork);
    });
    connect(m_play, &SignButton::clicked, this, [this] { m_playhead.setPlaying(!m_playhead.isPlaying()); });
    connect(&m_playhead, &Playhead::playingChanged, this, [this](bool playing) {
        m_play->setSign(playing ? Sign::Pause : Sign::Play, playing ? tr("Pause") : tr("Play"));
    });
    return row;
}

void CompareMode::ask() {
    if (!m_active || !m_session.outcome())
        return;
    std::vector<Contender> others;
    for (const SystemPtr& system : m_session.systems())
        if (system->id != m_session.scenario().system->id && others.empty())
            others.push_back({system});
    std::vector<Scenario> both;
    for (const ComparedSide& side : comparedSides(m_session.scenario(), others, m_per)) {
        m_cannot[both.size()] = side.cannot ? QString::fromStdString(side.cannot->reason) : QString();
        both.push_back(side.scenario);
    }
    // The machine of the session stands where it always does.
    if (m_session.systems().front()->id != m_session.scenario().system->id && both.size() > 1) {
        std::swap(both[0], both[1]);
        std::swap(m_cannot[0], m_cannot[1]);
    }
    const std::optional<Scenario> fair = nearestFair(m_session.scenario(), others);
    m_fairWork = fair ? std::optional(fair->workload) : std::nullopt;
    m_fair->setVisible(m_fairWork.has_value());
    m_asked = m_evaluator->ask(std::move(both));
}

void CompareMode::receive(const Answer& answer) {
    if (answer.number != m_asked)
        return;
    m_answered = answer.number;
    Duration end;
    for (std::size_t i = 0; i < m_sides.size() && i < answer.results.size(); ++i) {
        m_sides[i].outcome = answer.results[i] ? *answer.results[i] : nullptr;
        m_sides[i].cannot = m_cannot[i];
        if (m_sides[i].outcome && !m_cannot[i].isEmpty())
            m_sides[i].outcome = onPaper(*m_sides[i].outcome);
        show(m_sides[i]);
        if (m_sides[i].outcome && m_cannot[i].isEmpty())
            end = std::max(end, m_sides[i].outcome->end);
    }
    m_playhead.setEnd(end);
    for (Side& side : m_sides)
        side.hall->setTimeScale(m_playhead.scale().base());
    m_clock->setText(tr("One clock: %1. %2").arg(scaleSentence(m_playhead.scale()), workText()));
    showBoard();
    tellPages();
    askForBenchmarks();
    showMoment();
    emit answered();
}

void CompareMode::tellPages() {
    std::vector<ClaimedMachine> machines;
    std::vector<Scenario> scenarios;
    for (const Side& side : m_sides)
        if (side.outcome) {
            machines.push_back({side.outcome->scenario.system, side.outcome->scenario.changes});
            scenarios.push_back(side.outcome->scenario);
        }
    m_claims->setMachines(machines);
    m_curves->setMachines(std::move(scenarios));
}

// Anew when a machine has changed; the cards come when they are known.
void CompareMode::askForBenchmarks() {
    if (!m_sides[0].outcome || !m_sides[1].outcome)
        return;
    std::vector<Scenario> machines{m_sides[0].outcome->scenario, m_sides[1].outcome->scenario};
    for (Scenario& machine : machines) { // all but the work: the board has its own
        machine.workload = {};
        machine.model = nullptr;
    }
    if (m_measured && *m_measured == machines)
        return;
    m_measured = machines;
    m_measuring.ask([this, machines](const std::stop_token&) -> NewestWork::Deliver {
        return [this, made = benchmarks(machines)] {
            m_benchmarks = made;
            showBoard();
        };
    });
}

void CompareMode::showBoard() {
    std::vector<BoardMachine> machines;
    for (const Side& side : m_sides)
        if (side.outcome) {
            machines.push_back(boardMachine(side.outcome));
            machines.back().cannot = side.cannot;
        }
    if (machines.size() == m_sides.size())
        m_board->setMachines(std::move(machines), m_per, m_benchmarks);
}

// Why this number: at once what is known of it, then what moves it.
void CompareMode::explain(const QString& id) {
    const std::vector<BoardRow>& rows = m_board->board().rows;
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const BoardRow& r) { return r.id == id; });
    if (row == rows.end())
        return;
    tellSheet(id, {});
    m_explaining.ask([this, id, numbers = row->numbers](const std::stop_token& stop) -> NewestWork::Deliver {
        std::vector<PartMoves> moves;
        for (const BoardNumber& number : numbers) {
            PartMoves& parts = moves.emplace_back();
            for (const NumberPart& part : number.parts) {
                const Result<Explanation> made = supernode::explain(part.scenario, part.metric, stop);
                parts.push_back(made ? made->sensitivities : std::vector<Sensitivity>{});
            }
        }
        return [this, id, moves] {
            if (m_sheet->isOpen())
                tellSheet(id, moves);
        };
    });
}

void CompareMode::tellSheet(const QString& id, const std::vector<PartMoves>& moves) {
    const Board& board = m_board->board();
    for (const BoardRow& row : board.rows)
        if (row.id == id)
            m_sheet->tell(row.title, row.note + QStringLiteral(" · ") + sourceLine(row),
                          numbersHtml(board, row, moves));
}

// "Both machines move 48 GiB in all", from the scenario that the first machine answered.
QString CompareMode::workText() const {
    for (const Side& one : m_sides)
        if (!one.cannot.isEmpty())
            return one.cannot + tr(".");
    const Side& side = m_sides.front();
    if (!side.outcome)
        return {};
    const SystemSpec& s = side.outcome->fabric->system();
    const Workload& work = side.outcome->scenario.workload;
    const Bytes each = sizeOf(work);
    if (each.base() <= 0) {
        const std::shared_ptr<const ModelSpec>& model = side.outcome->scenario.model;
        return tr("Both do the same: %1.")
            .arg(summaryOf(work, s, model ? QString::fromStdString(model->name) : QString()));
    }
    switch (sameWork(work, m_per)) {
    case SameWork::OneTransfer:
        return tr("Both move %1 from one end to another.").arg(byteSize(each));
    case SameWork::BufferOfARank:
        return tr("Each rank of both machines holds %1.").arg(byteSize(each));
    case SameWork::BytesOfAChip:
        return tr("Each chip of both machines holds and moves %1.")
            .arg(byteSize(each * s.endpointsPerChip()));
    case SameWork::AsAsked:
        return tr("Both are asked the same.");
    case SameWork::BytesInAll:
        break;
    }
    return tr("Both machines hold and move %1 in all.").arg(byteSize(each * s.endpoints()));
}

void CompareMode::show(Side& side) {
    if (!side.outcome)
        return;
    const SystemSpec& s = side.outcome->fabric->system();
    const Theme theme = currentTheme();
    const QColor accent = theme.readable(QColor(QString::fromStdString(s.accent)));
    side.title->setText(QString::fromStdString(s.name));
    side.title->setStyleSheet(QString("color: %1").arg(accent.name()));
    const int racks = static_cast<int>(side.outcome->fabric->count(ElementKind::Rack));
    const QString switches = s.twoTier() ? tr("two tiers, %1 planes").arg(s.planes())
                                         : tr("one tier, %1 switch chips").arg(s.planes());
    side.subtitle->setText(tr("%1 × %2 · %3 · %4")
                               .arg(s.chips())
                               .arg(QString::fromStdString(s.chip.name), switches,
                                    racks == 1 ? tr("1 rack") : tr("%1 racks").arg(racks)) +
                           whatIfText(*side.outcome));
    side.hall->setOutcome(side.outcome);
}

QString CompareMode::timeText(int side) const { return m_sides[static_cast<std::size_t>(side)].time->text(); }

void CompareMode::showMoment() {
    for (Side& side : m_sides) {
        if (!side.outcome)
            continue;
        const Duration time = std::min(m_playhead.time(), side.outcome->end);
        const bool done = m_playhead.time() >= side.outcome->end;
        side.hall->setTime(m_playhead.time());
        if (!side.cannot.isEmpty()) {
            side.time->setText(tr("cannot do this"));
            continue;
        }
        if (side.outcome->undelivered.pairs > 0 && side.outcome->end.base() <= 0) {
            side.time->setText(tr("nothing arrives"));
            continue;
        }
        const Side& other = &side == &m_sides[0] ? m_sides[1] : m_sides[0];
        const bool isFirst =
            other.cannot.isEmpty() && other.outcome && side.outcome->end < other.outcome->end;
        side.time->setText(done ? (isFirst ? tr("✓ first, done in %1") : tr("done in %1"))
                                      .arg(modelledTime(side.outcome->end))
                                : tr("%1 of %2").arg(modelledTime(time), modelledTime(side.outcome->end)));
    }
}

void CompareMode::setActive(bool active) {
    m_active = active;
    m_playhead.setPlaying(active);
    m_curves->setActive(active && m_pages->current() == CurvesOfThem);
    m_claims->setActive(active && m_pages->current() == ClaimsOfThem);
    ask();
}

void CompareMode::waitForAnswer() {
    while (m_answered != m_asked)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    m_measuring.waitForAnswer();
    m_explaining.waitForAnswer();
    m_curves->waitForAnswer();
    m_claims->waitForAnswer();
}

} // namespace supernode
