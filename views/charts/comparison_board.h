// SPDX-License-Identifier: GPL-3.0-or-later
// The board of charts under the machines: a switch, a sentence that says who leads, a card for each number.
//
// The owner evaluates all machines for the chosen switch (the amount of work depends on it) and calls
// setMachines with them. In one row stand the cards that say most; the sentence always counts all of them.
// Thread: GUI.
// Promise: the switch asks for outcomes and changes nothing by itself.
// [ComparisonBoard.TheSwitchAsksForOutcomes]
#pragma once

#include "views/charts/board_rows.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace supernode {

class BarCard;
class Segmented;

class ComparisonBoard : public QWidget {
    Q_OBJECT

public:
    enum class Extent { Whole, Row };
    explicit ComparisonBoard(QWidget* parent = nullptr);
    void setExtent(Extent extent);
    void setMachines(std::vector<BoardMachine> machines, Per per,
                     const std::vector<Benchmark>& benchmarks = {});
    const Board& board() const { return m_board; }
    QString headline() const;
    Segmented* perSwitch() const { return m_per; }
    const std::vector<BarCard*>& cards() const { return m_cards; } // all; some are hidden in one row

signals:
    void perChosen(supernode::Per per);
    void cardOpened(const QString& id); // why this number?

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void setWords();
    void arrange();
    Board m_board;
    Extent m_extent = Extent::Whole;
    int m_columns = 0;
    Segmented* m_per;
    QLabel *m_normalise, *m_headline, *m_flips, *m_key;
    QGridLayout* m_grid;
    std::vector<BarCard*> m_cards;
};

} // namespace supernode
