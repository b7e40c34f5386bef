// SPDX-License-Identifier: GPL-3.0-or-later
// The board with what belongs to it: benchmarks that are worked out beside the work of the scenario, and the
// sheet that says why a number has its value.
//
// Thread: GUI; benchmarks and what moves a number are worked out on threads of their own.
#pragma once

#include "app/desktop/newest_work.h"
#include "views/charts/comparison_board.h"
#include "views/charts/number_words.h"

#include <optional>

namespace supernode {

class NumberSheet;

class BoardPage : public QWidget {
    Q_OBJECT

public:
    // The sheet opens over `over`.
    explicit BoardPage(QWidget* over, QWidget* parent = nullptr);

    void setMachines(const std::vector<BoardMachine>& machines, Per per);
    void waitForAnswer();
    ComparisonBoard& board() { return *m_board; }
    NumberSheet& sheet() { return *m_sheet; }

signals:
    void told(const QString& sentence);

private:
    void save(int format);
    void askForBenchmarks();
    void showBoard();
    void explain(const QString& id);
    void tellSheet(const QString& id, const std::vector<PartMoves>& moves);

    ComparisonBoard* m_board;
    NumberSheet* m_sheet;
    QString m_explained; // id of the row of the sheet
    std::vector<BoardMachine> m_machines;
    Per m_per = Per::System;
    std::vector<Benchmark> m_benchmarks;
    std::optional<std::vector<Scenario>> m_measured; // the machines that they belong to
    NewestWork m_measuring{this}, m_explaining{this};
};

} // namespace supernode
