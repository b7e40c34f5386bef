// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/board_rows.h"

#include "views/theme/number_format.h"
#include "views/theme/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace supernode {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("supernode", text); }

struct Line {
    const char* metric;
    const char* title;
    Metric::Better better;
};

// A board asks its own question of each number, so it decides what is better.
constexpr std::array<Line, 6> lines{
    {{"bf16_dense", QT_TRANSLATE_NOOP("supernode", "BF16 dense"), Metric::Better::Higher},
     {"hbm_capacity", QT_TRANSLATE_NOOP("supernode", "HBM capacity"), Metric::Better::Higher},
     {"hbm_bandwidth", QT_TRANSLATE_NOOP("supernode", "HBM bandwidth"), Metric::Better::Higher},
     {"scale_up_injection", QT_TRANSLATE_NOOP("supernode", "Scale-up bandwidth"), Metric::Better::Higher},
     {"time", QT_TRANSLATE_NOOP("supernode", "All-to-all time"), Metric::Better::Lower},
     {"typical_power", QT_TRANSLATE_NOOP("supernode", "Typical power"), Metric::Better::Lower}}};

// The unit a thousand times smaller, "" when there is none.
QString smallerUnit(const QString& unit) {
    constexpr std::array<std::array<const char*, 2>, 5> steps{
        {{"PFLOPS", "TFLOPS"}, {"TB", "GB"}, {"TB/s", "GB/s"}, {"MUSD", "kUSD"}, {"kW", "W"}}};
    for (const auto& [large, small] : steps)
        if (unit == large)
            return QString::fromUtf8(small);
    return {};
}

void setTimes(BoardRow& row, const Metric& left, const Metric& right) {
    const double a = left.value * secondsIn(QString::fromStdString(left.unit));
    const double b = right.value * secondsIn(QString::fromStdString(right.unit));
    const TimeUnit unit = timeUnitFor(seconds(std::max(a, b)));
    row.left = inUnit(seconds(a), unit);
    row.right = inUnit(seconds(b), unit);
    row.unit = symbol(unit);
}

void setAmounts(BoardRow& row, double left, double right, const QString& unit) {
    row.left = left;
    row.right = right;
    row.unit = unit;
    const QString smaller = smallerUnit(unit);
    if (std::min(left, right) < 1 && !smaller.isEmpty()) {
        row.left *= 1000;
        row.right *= 1000;
        row.unit = smaller;
    }
}

Leader leaderOf(const BoardRow& row) {
    if (std::abs(row.left - row.right) <= 5e-4 * std::max(row.left, row.right))
        return Leader::Nobody;
    return (row.left > row.right) == (row.better == Metric::Better::Higher) ? Leader::Left : Leader::Right;
}

} // namespace

Board boardFor(const Outcome& left, const Outcome& right, Per per) {
    const SystemSpec &a = *left.scenario.system, &b = *right.scenario.system;
    Board board{QString::fromStdString(a.name),
                QString::fromStdString(b.name),
                shortName(a),
                shortName(b),
                QColor(QString::fromStdString(a.accent)),
                QColor(QString::fromStdString(b.accent)),
                {}};
    for (const Line& line : lines) {
        const Metric *mine = left.metric(line.metric), *theirs = right.metric(line.metric);
        if (!mine || !theirs)
            continue;
        BoardRow row;
        row.id = QString::fromUtf8(line.metric);
        row.title = tr(line.title);
        row.better = line.better;
        row.grade = std::max(mine->grade, theirs->grade);
        const QString unit = QString::fromStdString(mine->unit);
        if (secondsIn(unit) > 0) {
            setTimes(row, *mine, *theirs);
            row.note = per == Per::System ? tr("same bytes in all") : tr("same bytes a chip");
        } else {
            row.note = per == Per::System ? tr("whole system") : tr("one chip");
            setAmounts(row, perOf(a, *mine, per, a).value, perOf(b, *theirs, per, a).value, unit);
        }
        row.leader = leaderOf(row);
        if (row.better == Metric::Better::Lower)
            row.note += tr(" · less wins");
        // Who does not deliver all of the work does not win by being done sooner.
        if (secondsIn(unit) > 0 && left.undelivered.pairs + right.undelivered.pairs > 0) {
            row.leader = left.undelivered.pairs == 0    ? Leader::Left
                         : right.undelivered.pairs == 0 ? Leader::Right
                                                        : Leader::Nobody;
            row.note = tr("not all pairs are joined");
        }
        board.rows.push_back(row);
    }
    return board;
}

QString headlineOf(const Board& board) {
    const auto wins = [&](Leader who) {
        return static_cast<int>(std::count_if(board.rows.begin(), board.rows.end(),
                                              [&](const BoardRow& row) { return row.leader == who; }));
    };
    const int left = wins(Leader::Left), right = wins(Leader::Right);
    const int total = static_cast<int>(board.rows.size());
    if (total == 0)
        return tr("Nothing to compare yet");
    if (right > left)
        return tr("%1 leads on %2 of %3, %4 on %5")
            .arg(board.rightName)
            .arg(right)
            .arg(total)
            .arg(board.leftName)
            .arg(left);
    return tr("%1 leads on %2 of %3, %4 on %5")
        .arg(board.leftName)
        .arg(left)
        .arg(total)
        .arg(board.rightName)
        .arg(right);
}

QString gradeLine(Grade grade) {
    if (grade == Grade::Analyst || grade == Grade::Press || grade == Grade::Derived || !isPublished(grade))
        return gradeWord(grade);
    return tr("published");
}

QString ratioLine(const Board& board, const BoardRow& row) {
    const double ratio = row.ratio();
    const QString number =
        ratio >= 1 ? QLocale().toString(ratio, 'f', ratio >= 10 ? 0 : 1) : QLocale().toString(ratio, 'f', 2);
    return tr("%1× %2/%3").arg(number, board.leftShort, board.rightShort);
}

} // namespace supernode
