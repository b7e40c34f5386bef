// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the comparison: two machines, one unit, who leads.
//
// Pure; any thread. What a system has is divided by its chips, its power and so on
// (model/outcome/comparison), times are not: those the caller evaluates with the right amount of work, and
// the row says which. Published and modelled numbers are told apart. Promise: the leader has more, or less
// where less is better. [BoardRows.LessIsBetterForTimeAndPower]
#pragma once

#include "model/outcome/comparison.h"

#include <QColor>
#include <QString>

#include <optional>
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
    double error = 0;              // largest known of the model on such work, relative; 0: none is known
    QString without = {};          // why one machine has no such number; empty when both have
    std::vector<Per> flips = {};   // switches under which the other machine leads

    double ratio() const { return right > 0 ? left / right : 0; }
};

// A number of both machines that belongs to no outcome: work of its own, done by each.
struct Benchmark {
    QString id, title, note;
    std::optional<Metric> left, right; // empty: the machine cannot do it
    QString missing;                   // why
    double error = 0;                  // largest known of the model on such work, relative; 0: none is known
};

struct Board {
    QString leftName, rightName;   // whole
    QString leftShort, rightShort; // "CM384"
    QColor leftColour, rightColour;
    std::vector<BoardRow> rows;
};

// A number of the data sheet that one of the two lacks stands there without a leader and says why, where that
// can be said, and is left out elsewhere; so does a benchmark that one cannot do.
// Promise: a missing fact is shown as missing. [BoardRows.AMissingFactIsShownAsMissing]
Board boardFor(const Outcome& left, const Outcome& right, Per per,
               const std::vector<Benchmark>& benchmarks = {});
// "CloudMatrix 384 leads on 4 of 6, GB200 NVL72 on 2"
QString headlineOf(const Board& board);
// What turns that round: "per chip, per kW: GB200 NVL72"; empty where no switch does.
QString flipsOf(const Board& board);
// "per chip"
QString perWord(Per per);
// "published", "analyst", "derived", "modelled"
QString gradeLine(Grade grade);
// The same with the error of the model: "modelled ±15 %".
QString sourceLine(const BoardRow& row);
// "1.6× CM384/NVL72"
QString ratioLine(const Board& board, const BoardRow& row);

} // namespace supernode
