// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the comparison: two to four machines, one unit, who leads.
//
// Pure; any thread. What a system has is divided by its chips, its power and so on
// (model/outcome/comparison), times are not: those the caller evaluates with the right amount of work
// (model/outcome/compared_work), and the row says which. Published and modelled numbers are told apart; where
// documents disagree, the range that they span is kept.
// Promise: the leader has more, or less where less is better. [BoardRows.LessIsBetterForTimeAndPower]
#pragma once

#include "model/outcome/comparison.h"

#include <QColor>
#include <QString>

#include <optional>
#include <vector>

namespace supernode {

// What was asked for a number, to ask again what moves it.
struct NumberPart {
    QString name; // "dispatch"; empty where it is the number itself
    Scenario scenario;
    std::string metric;
};

// One number of one machine.
struct BoardNumber {
    std::optional<double> value = {}; // in the unit of the row; empty: it has no such number
    std::optional<Metric> shown = {}; // over the owner of the switch, with its formula
    std::optional<Metric> whole = {}; // of the machine
    std::vector<NumberPart> parts = {};
    std::vector<OtherValue> others = {}; // by other documents, in the unit of the row; most documents agree

    // The least and the most that documents say, the shown value among them.
    double low() const;
    double high() const;
};

struct BoardRow {
    QString id, title, unit;
    std::vector<BoardNumber> numbers; // of the machines of the board
    Metric::Better better = Metric::Better::Higher;
    std::optional<std::size_t> leader = {}; // empty: nobody
    Grade grade = Grade::Modelled;          // the least trusted of all
    QString note = {};                      // what the numbers belong to
    double error = 0;     // largest known of the model on such work, relative; 0: none is known
    QString without = {}; // why a machine has no such number; empty when all have
    std::vector<std::optional<std::size_t>> leaders = {}; // under each switch, as wordsOf(Per{}) has them

    std::optional<double> value(std::size_t machine) const { return numbers[machine].value; }
};

struct BenchmarkNumber {
    std::optional<Metric> metric; // empty: the machine cannot do it
    std::string why = {};         // it cannot
    std::vector<NumberPart> parts = {};
};
// A number of all machines that belongs to no outcome: work of its own, done by each.
struct Benchmark {
    QString id, title, note;
    std::vector<BenchmarkNumber> numbers;
    double error = 0; // largest known of the model on such work, relative; 0: none is known
};

struct BoardMachine {
    OutcomePtr outcome; // never null: the data sheet where it cannot do the work
    QString name, shortName;
    QColor colour;
    QString cannot = {}; // why it cannot do the work
};
// A machine as its system file names and colours it.
BoardMachine boardMachine(OutcomePtr outcome);

struct Board {
    std::vector<BoardMachine> machines;
    std::vector<BoardRow> rows;
};

// A number of the data sheet that one of them lacks stands there and says why, where that can be said, and is
// left out elsewhere; so does work that one cannot do.
// Promise: a missing fact is shown as missing. [BoardRows.AMissingFactIsShownAsMissing]
Board boardFor(std::vector<BoardMachine> machines, Per per, const std::vector<Benchmark>& benchmarks = {});
// "CloudMatrix 384 leads on 4 of 6, GB200 NVL72 on 2"
QString headlineOf(const Board& board);
// What turns that round: "GB200 NVL72 leads per chip, per kW"; empty where no switch does.
QString flipsOf(const Board& board);
// "per chip"
QString perWord(Per per);
// "published", "analyst", "derived", "modelled"
QString gradeLine(Grade grade);
// The same with the error of the model: "modelled ±15 %".
QString sourceLine(const BoardRow& row);
// "1.6× CM384/NVL72"; of more than two machines the leader over the next.
QString ratioLine(const Board& board, const BoardRow& row);

} // namespace supernode
