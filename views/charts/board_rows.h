// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the comparison: two machines, one unit, who leads.
//
// Pure; any thread. Per chip divides what a system has by its chips, except times: those the caller evaluates
// with the right amount of work, and the row says which. Published and modelled numbers are told apart.
// Promise: the leader has more, or less where less is better. [BoardRows.LessIsBetterForTimeAndPower]
#pragma once

#include "model/outcome/comparison.h"

#include <QColor>
#include <QString>

#include <vector>

namespace supernode {

enum class Leader { Left, Right, Nobody };

struct BoardRow {
    QString id, title, unit;
    double left = 0, right = 0; // in `unit`
    Metric::Better better = Metric::Better::Higher;
    Leader leader = Leader::Nobody;
    Grade grade = Grade::Modelled; // the less trusted of the two
    QString note;                  // what the numbers belong to

    double ratio() const { return right > 0 ? left / right : 0; }
};

struct Board {
    QString leftName, rightName;   // whole
    QString leftShort, rightShort; // "CM384"
    QColor leftColour, rightColour;
    std::vector<BoardRow> rows;
};

// Rows whose metric one of the two lacks are left out.
Board boardFor(const Outcome& left, const Outcome& right, Per per);
// "CloudMatrix 384 leads on 4 of 6, GB200 NVL72 on 2"
QString headlineOf(const Board& board);
// "published", "analyst", "derived", "modelled"
QString gradeLine(Grade grade);
// "1.6× CM384/NVL72"
QString ratioLine(const Board& board, const BoardRow& row);

} // namespace supernode
