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
    const char* without = nullptr; // said where one machine lacks the number; null: left out
};

constexpr Metric::Better more = Metric::Better::Higher, less = Metric::Better::Lower;

// A board asks its own question of each number, so it decides what is better.
constexpr std::array<Line, 13> lines{
    {{"bf16_dense", QT_TRANSLATE_NOOP("supernode", "BF16 dense"), more},
     {"eight_bit_dense", QT_TRANSLATE_NOOP("supernode", "8-bit dense"), more},
     {"four_bit_dense", QT_TRANSLATE_NOOP("supernode", "4-bit dense"), more,
      QT_TRANSLATE_NOOP("supernode", "%1 has no 4-bit arithmetic")},
     {"hbm_capacity", QT_TRANSLATE_NOOP("supernode", "HBM capacity"), more},
     {"hbm_bandwidth", QT_TRANSLATE_NOOP("supernode", "HBM bandwidth"), more},
     {"scale_up_injection", QT_TRANSLATE_NOOP("supernode", "Scale-up rate"), more},
     {"scale_up_bisection", QT_TRANSLATE_NOOP("supernode", "Scale-up bisection"), more,
      QT_TRANSLATE_NOOP("supernode", "not worked out for the tiers of %1")},
     {"scale_out_injection", QT_TRANSLATE_NOOP("supernode", "Scale-out rate"), more,
      QT_TRANSLATE_NOOP("supernode", "%1 states no scale-out network")},
     {"typical_power", QT_TRANSLATE_NOOP("supernode", "Typical power"), less},
     {"price", QT_TRANSLATE_NOOP("supernode", "Price"), less},
     {"racks", QT_TRANSLATE_NOOP("supernode", "Racks"), less},
     {"floor", QT_TRANSLATE_NOOP("supernode", "Floor under the racks"), less,
      QT_TRANSLATE_NOOP("supernode", "no size of a rack is published for %1")},
     {"time", QT_TRANSLATE_NOOP("supernode", "Time of this work"), less}}};

// The unit a thousand times smaller, "" when there is none.
QString smallerUnit(const QString& unit) {
    constexpr std::array<std::array<const char*, 2>, 5> steps{
        {{"PFLOPS", "TFLOPS"}, {"TB", "GB"}, {"TB/s", "GB/s"}, {"M USD", "kUSD"}, {"kW", "W"}}};
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
    const double least = std::min(left, right) > 0 ? std::min(left, right) : std::max(left, right);
    if (least < 1 && !smaller.isEmpty()) {
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

QString ownerNote(Per per, const SystemSpec& first) {
    switch (per) {
    case Per::System:
        break;
    case Per::Chip:
        return tr("one chip");
    case Per::Kilowatt:
        return tr("one kW of full load");
    case Per::Rack:
        return tr("one rack, switches' racks too");
    case Per::Dollar:
        return tr("a million dollars");
    case Per::EqualPower:
        return tr("at the power of %1").arg(shortName(first));
    }
    return tr("whole system");
}

bool isTime(const Metric& metric) { return secondsIn(QString::fromStdString(metric.unit)) > 0; }

// Of both machines under a switch.
struct Pair {
    const SystemSpec &leftSystem, &rightSystem;
    const Metric &left, &right;
    Metric::Better better;

    BoardRow row(Per per) const {
        BoardRow row;
        row.better = better;
        const Metric a = perOf(leftSystem, left, per, leftSystem),
                     b = perOf(rightSystem, right, per, leftSystem);
        row.grade = std::max(a.grade, b.grade);
        if (isTime(left))
            setTimes(row, a, b);
        else
            setAmounts(row, a.value, b.value, QString::fromStdString(left.unit));
        row.leader = leaderOf(row);
        return row;
    }
    BoardRow rowWithFlips(Per per) const {
        BoardRow made = row(per);
        if (made.leader == Leader::Nobody || !isShared(left))
            return made;
        for (const auto& [word, other] : wordsOf(Per{}))
            if (const Leader then = row(other).leader; then != Leader::Nobody && then != made.leader)
                made.flips.push_back(other);
        return made;
    }
};

// A number that one of the two lacks: the other's alone.
BoardRow aloneRow(const SystemSpec& a, const SystemSpec& b, const Metric* left, const Metric* right,
                  Per per) {
    BoardRow row;
    const Metric made = perOf(left ? a : b, left ? *left : *right, per, a);
    setAmounts(row, left ? made.value : 0, left ? 0 : made.value, QString::fromStdString(made.unit));
    row.grade = made.grade;
    return row;
}

BoardRow rowOf(const Benchmark& benchmark, const SystemSpec& a, const SystemSpec& b, Per per) {
    BoardRow row;
    if (benchmark.left && benchmark.right) {
        const Pair pair{a, b, *benchmark.left, *benchmark.right, benchmark.left->better};
        row = pair.rowWithFlips(per);
        row.note = benchmark.note;
        if (per != Per::System && isShared(*benchmark.left))
            row.note += QStringLiteral(" · ") + ownerNote(per, a);
        if (row.better == Metric::Better::Lower)
            row.note += tr(" · less wins");
    } else {
        const std::optional<Metric>& known = benchmark.left ? benchmark.left : benchmark.right;
        if (known) {
            const Metric made = perOf(benchmark.left ? a : b, *known, per, a);
            (benchmark.left ? row.left : row.right) = made.value;
            row.unit = QString::fromStdString(made.unit);
        }
        row.note = benchmark.missing;
    }
    row.id = benchmark.id;
    row.title = benchmark.title;
    row.error = benchmark.error;
    return row;
}

// Who does not deliver all of the work does not win by being done sooner.
void judgeDelivery(BoardRow& row, const Outcome& left, const Outcome& right) {
    if (left.undelivered.pairs + right.undelivered.pairs == 0)
        return;
    row.leader = left.undelivered.pairs == 0    ? Leader::Left
                 : right.undelivered.pairs == 0 ? Leader::Right
                                                : Leader::Nobody;
    row.note = tr("not all pairs are joined");
}

// Under another switch; under the board's own where none is given.
Leader leaderOf(const Board& board, std::optional<Per> per = {}) {
    int left = 0, right = 0;
    for (const BoardRow& row : board.rows) {
        const bool flips = per && std::find(row.flips.begin(), row.flips.end(), *per) != row.flips.end();
        left += row.leader == (flips ? Leader::Right : Leader::Left);
        right += row.leader == (flips ? Leader::Left : Leader::Right);
    }
    return left > right ? Leader::Left : right > left ? Leader::Right : Leader::Nobody;
}

} // namespace

Board boardFor(const Outcome& left, const Outcome& right, Per per, const std::vector<Benchmark>& benchmarks) {
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
        if (!(mine && theirs) && !(line.without && (mine || theirs)))
            continue;
        BoardRow row = mine && theirs ? Pair{a, b, *mine, *theirs, line.better}.rowWithFlips(per)
                                      : aloneRow(a, b, mine, theirs, per);
        row.better = line.better;
        row.id = QString::fromUtf8(line.metric);
        row.title = tr(line.title);
        const bool time = isTime(mine ? *mine : *theirs);
        row.note = !time              ? ownerNote(per, a)
                   : per == Per::Chip ? tr("same bytes a chip")
                                      : tr("same bytes in all");
        if (row.better == Metric::Better::Lower)
            row.note += tr(" · less wins");
        if (!(mine && theirs))
            row.without = row.note = tr(line.without).arg(shortName(mine ? b : a));
        if (time)
            judgeDelivery(row, left, right);
        board.rows.push_back(row);
    }
    for (const Benchmark& benchmark : benchmarks)
        board.rows.push_back(rowOf(benchmark, a, b, per));
    return board;
}

QString perWord(Per per) {
    switch (per) {
    case Per::System:
        break;
    case Per::Chip:
        return tr("per chip");
    case Per::Kilowatt:
        return tr("per kW");
    case Per::Rack:
        return tr("per rack");
    case Per::Dollar:
        return tr("per dollar");
    case Per::EqualPower:
        return tr("equal power");
    }
    return tr("per system");
}

QString flipsOf(const Board& board) {
    const Leader now = leaderOf(board);
    QStringList words;
    for (const auto& [word, per] : wordsOf(Per{}))
        if (const Leader then = leaderOf(board, per);
            now != Leader::Nobody && then != Leader::Nobody && then != now)
            words << perWord(per);
    if (words.isEmpty())
        return {};
    return tr("%1 leads %2")
        .arg(now == Leader::Left ? board.rightName : board.leftName, words.join(QStringLiteral(", ")));
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

QString sourceLine(const BoardRow& row) {
    if (row.error <= 0)
        return gradeLine(row.grade);
    return tr("%1 ±%2 %").arg(gradeLine(row.grade)).arg(std::lround(row.error * 100));
}

QString gradeLine(Grade grade) {
    if (grade == Grade::Analyst || grade == Grade::Press || grade == Grade::Derived || !isPublished(grade))
        return gradeWord(grade);
    return tr("published");
}

QString ratioLine(const Board& board, const BoardRow& row) {
    if (!row.without.isEmpty())
        return tr("no number for %1").arg(row.left <= 0 ? board.leftShort : board.rightShort);
    if (row.left <= 0 || row.right <= 0)
        return tr("%1 cannot").arg(row.left <= 0 ? board.leftName : board.rightName);
    const double ratio = row.ratio();
    const QString number =
        ratio >= 1 ? QLocale().toString(ratio, 'f', ratio >= 10 ? 0 : 1) : QLocale().toString(ratio, 'f', 2);
    return tr("%1× %2/%3").arg(number, board.leftShort, board.rightShort);
}

} // namespace supernode
