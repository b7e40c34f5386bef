// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/board_page.h"

#include "app/desktop/benchmarks.h"
#include "app/desktop/chart_files.h"
#include "views/charts/bar_card.h"
#include "views/panels/number_sheet.h"

#include <QVBoxLayout>

#include <algorithm>

namespace supernode {

BoardPage::BoardPage(QWidget* over, QWidget* parent)
    : QWidget(parent), m_board(new ComparisonBoard), m_sheet(new NumberSheet(over)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_board);
    connect(m_board, &ComparisonBoard::cardOpened, this, &BoardPage::explain);
    connect(m_sheet, &NumberSheet::saveAsked, this, &BoardPage::save);
}

void BoardPage::setMachines(const std::vector<BoardMachine>& machines, Per per) {
    m_machines = machines;
    m_per = per;
    showBoard();
    askForBenchmarks();
}

// Anew when a machine has changed; the cards come when they are known.
void BoardPage::askForBenchmarks() {
    std::vector<Scenario> machines;
    for (const BoardMachine& machine : m_machines) { // all but the work: the board has its own
        machines.push_back(machine.outcome->scenario);
        machines.back().workload = {};
        machines.back().model = nullptr;
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

void BoardPage::showBoard() { m_board->setMachines(m_machines, m_per, m_benchmarks); }

// Why this number: at once what is known of it, then what moves it.
void BoardPage::explain(const QString& id) {
    const std::vector<BoardRow>& rows = m_board->board().rows;
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const BoardRow& r) { return r.id == id; });
    if (row == rows.end())
        return;
    m_explained = id;
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

void BoardPage::tellSheet(const QString& id, const std::vector<PartMoves>& moves) {
    const Board& board = m_board->board();
    for (const BoardRow& row : board.rows)
        if (row.id == id)
            m_sheet->tell(row.title, row.note + QStringLiteral(" · ") + sourceLine(row),
                          numbersHtml(board, row, moves));
}

void BoardPage::save(int format) {
    for (BarCard* card : m_board->cards())
        if (card->id() == m_explained)
            emit told(saveChart(*card, static_cast<ChartFormat>(format)));
}

void BoardPage::waitForAnswer() {
    m_measuring.waitForAnswer();
    m_explaining.waitForAnswer();
}

} // namespace supernode
