// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/board_rows.h"

#include "model/outcome/compared_work.h"
#include "views/theme/number_format.h"
#include "views/theme/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

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
constexpr std::array<Line, 12> lines{
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
     {"floor", QT_TRANSLATE_NOOP("supernode", "Floor area"), less,
      QT_TRANSLATE_NOOP("supernode", "no size of a rack is published for %1")}}};

// The unit a thousand times smaller, "" when there is none.
QString smallerUnit(const QString& unit) {
    constexpr std::array<std::array<const char*, 2>, 5> steps{
        {{"PFLOPS", "TFLOPS"}, {"TB", "GB"}, {"TB/s", "GB/s"}, {"M USD", "kUSD"}, {"kW", "W"}}};
    for (const auto& [large, small] : steps)
        if (unit == large)
            return QString::fromUtf8(small);
    return {};
}

void setUnit(BoardRow& row, const QString& unit, double factor) {
    row.unit = word(unit.toStdString());
    for (BoardNumber& number : row.numbers) {
        if (number.shown)
            number.value = number.shown->value * factor;
        for (OtherValue& other : number.others)
            other.value *= factor;
    }
}

bool isTime(const Metric& metric) { return secondsIn(QString::fromStdString(metric.unit)) > 0; }

// The numbers in one unit in which the least of them is at least one, where there is such a unit.
void setUnits(BoardRow& row, const Metric& like) {
    const QString unit = QString::fromStdString(like.unit);
    double least = 0, most = 0;
    for (const BoardNumber& number : row.numbers)
        if (number.shown && number.shown->value > 0) {
            least = least > 0 ? std::min(least, number.shown->value) : number.shown->value;
            most = std::max(most, number.shown->value);
        }
    if (isTime(like)) {
        const TimeUnit times = timeUnitFor(seconds(most * secondsIn(unit)));
        setUnit(row, symbol(times), inUnit(seconds(secondsIn(unit)), times));
    } else if (const QString smaller = smallerUnit(unit); least < 1 && least > 0 && !smaller.isEmpty()) {
        setUnit(row, smaller, 1000);
    } else {
        setUnit(row, unit, 1);
    }
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
    case Per::EqualPrice:
        return tr("at the price of %1").arg(shortName(first));
    }
    return tr("whole system");
}

QString workNote(const Workload& workload, Per per) {
    switch (sameWork(workload, per)) {
    case SameWork::BytesInAll:
        return tr("same bytes in all");
    case SameWork::BytesOfAChip:
        return tr("same bytes a chip");
    case SameWork::BufferOfARank:
        return tr("same buffer of a rank");
    case SameWork::OneTransfer:
        return tr("same bytes");
    case SameWork::AsAsked:
        break;
    }
    return tr("as it was asked");
}

BoardRow rowOf(const std::vector<Compared>& compared, Metric::Better better, Per per) {
    const ComparedRow made = compareNumber(compared, better, per);
    BoardRow row;
    row.better = better;
    row.leader = made.leader;
    row.leaders = made.leaders;
    row.grade = made.metric.grade;
    for (std::size_t i = 0; i < compared.size(); ++i) {
        BoardNumber& number = row.numbers.emplace_back();
        number.shown = made.metrics[i];
        if (compared[i].metric)
            number.whole = *compared[i].metric;
        number.others = made.others[i];
    }
    setUnits(row, made.metric);
    return row;
}

// The first of the machines that has no such number.
std::optional<std::size_t> firstWithout(const BoardRow& row) {
    for (std::size_t i = 0; i < row.numbers.size(); ++i)
        if (!row.numbers[i].value)
            return i;
    return std::nullopt;
}

void addOwner(BoardRow& row, const Metric& like, Per per, const SystemSpec& first) {
    if (per != Per::System && isShared(like))
        row.note += QStringLiteral(" · ") + ownerNote(per, first);
}

void addLessWins(BoardRow& row) {
    if (row.better == Metric::Better::Lower)
        row.note += tr(" · less wins");
}

const SystemSpec& systemOf(const BoardMachine& machine) { return *machine.outcome->scenario.system; }

std::vector<Compared> compared(const std::vector<BoardMachine>& machines, const std::string& metric) {
    std::vector<Compared> all;
    for (const BoardMachine& m : machines)
        all.push_back({&systemOf(m), m.outcome->metric(metric), m.outcome->undelivered.pairs == 0});
    return all;
}

const Metric* firstOf(const std::vector<Compared>& all) {
    for (const Compared& one : all)
        if (one.metric)
            return one.metric;
    return nullptr;
}

bool everybodyHas(const std::vector<Compared>& all) {
    return std::all_of(all.begin(), all.end(), [](const Compared& one) { return one.metric != nullptr; });
}

// A line of the data sheet; nothing where it cannot be said why somebody lacks it.
std::optional<BoardRow> sheetRow(const std::vector<BoardMachine>& machines, const Line& line, Per per) {
    const std::vector<Compared> all = compared(machines, line.metric);
    if (!firstOf(all) || (!everybodyHas(all) && !line.without))
        return std::nullopt;
    BoardRow row = rowOf(all, line.better, per);
    row.id = QString::fromUtf8(line.metric);
    row.title = tr(line.title);
    row.note = ownerNote(per, systemOf(machines.front()));
    addLessWins(row);
    if (const std::optional<std::size_t> lacks = firstWithout(row))
        row.without = row.note = tr(line.without).arg(machines[*lacks].shortName);
    return row;
}

// The work that is asked: its time, or its headline where it has no end.
std::optional<BoardRow> workRow(const std::vector<BoardMachine>& machines, Per per) {
    const Outcome* asked = nullptr;
    for (const BoardMachine& m : machines)
        if (!asked && m.cannot.isEmpty())
            asked = m.outcome.get();
    if (!asked || asked->metrics.empty() || std::holds_alternative<Specification>(asked->scenario.workload))
        return std::nullopt;
    const Metric* const time = asked->metric("time");
    const Metric& headline = time ? *time : asked->metrics.front();
    const std::vector<Compared> all = compared(machines, headline.id);
    BoardRow row = rowOf(all, headline.better, per);
    row.id = QString::fromStdString(headline.id);
    row.title = time ? tr("Time of this work") : tr("This work: %1").arg(word(headline.name));
    row.note = workNote(asked->scenario.workload, per);
    addOwner(row, headline, per, systemOf(machines.front()));
    addLessWins(row);
    for (std::size_t i = 0; i < machines.size(); ++i) {
        const Outcome& outcome = *machines[i].outcome;
        if (all[i].metric)
            row.numbers[i].parts = {{{}, outcome.scenario, headline.id}};
        if (outcome.undelivered.pairs > 0)
            row.note = tr("not all pairs are joined");
    }
    if (const std::optional<std::size_t> lacks = firstWithout(row)) {
        row.note = machines[*lacks].cannot;
        if (row.note.isEmpty())
            return std::nullopt; // it does the work, without such a number
    }
    return row;
}

BoardRow rowOf(const Benchmark& benchmark, const std::vector<BoardMachine>& machines, Per per) {
    std::vector<Compared> all;
    for (std::size_t i = 0; i < machines.size(); ++i) {
        const std::optional<Metric>& metric = benchmark.numbers[i].metric;
        all.push_back({&systemOf(machines[i]), metric ? &*metric : nullptr});
    }
    const Metric* const like = firstOf(all);
    BoardRow row = rowOf(all, like ? like->better : more, per);
    row.id = benchmark.id;
    row.title = benchmark.title;
    row.error = benchmark.error;
    row.note = benchmark.note;
    if (like)
        addOwner(row, *like, per, systemOf(machines.front()));
    addLessWins(row);
    for (std::size_t i = 0; i < machines.size(); ++i)
        row.numbers[i].parts = benchmark.numbers[i].parts;
    if (const std::optional<std::size_t> lacks = firstWithout(row))
        row.note = QString::fromStdString(benchmark.numbers[*lacks].why);
    return row;
}

std::size_t placeOf(Per per) {
    std::size_t place = 0;
    while (wordsOf(Per{})[place].second != per)
        ++place;
    return place;
}

using Wins = std::vector<int>;

// How many rows each machine leads under another switch; under the board's own where none is given.
Wins winsOf(const Board& board, std::optional<Per> per = {}) {
    Wins wins(board.machines.size());
    for (const BoardRow& row : board.rows) {
        const std::optional<std::size_t> leader =
            per && placeOf(*per) < row.leaders.size() ? row.leaders[placeOf(*per)] : row.leader;
        if (leader)
            ++wins[*leader];
    }
    return wins;
}

// Empty where nobody has more than all others.
std::optional<std::size_t> leaderOf(const Wins& wins) {
    const auto best = std::max_element(wins.begin(), wins.end());
    if (best == wins.end() || std::count(wins.begin(), wins.end(), *best) > 1)
        return std::nullopt;
    return static_cast<std::size_t>(best - wins.begin());
}

} // namespace

double BoardNumber::low() const {
    double least = value.value_or(0);
    for (const OtherValue& other : others)
        least = std::min(least, other.value);
    return least;
}

double BoardNumber::high() const {
    double most = value.value_or(0);
    for (const OtherValue& other : others)
        most = std::max(most, other.value);
    return most;
}

BoardMachine boardMachine(OutcomePtr outcome) {
    const SystemSpec& s = *outcome->scenario.system;
    return {std::move(outcome),
            QString::fromStdString(s.name),
            shortName(s),
            QColor(QString::fromStdString(s.accent)),
            {}};
}

Board boardFor(std::vector<BoardMachine> machines, Per per, const std::vector<Benchmark>& benchmarks) {
    Board board{std::move(machines), {}};
    for (const Line& line : lines)
        if (std::optional<BoardRow> row = sheetRow(board.machines, line, per))
            board.rows.push_back(std::move(*row));
    if (std::optional<BoardRow> row = workRow(board.machines, per))
        board.rows.push_back(std::move(*row));
    for (const Benchmark& benchmark : benchmarks)
        if (benchmark.numbers.size() == board.machines.size())
            board.rows.push_back(rowOf(benchmark, board.machines, per));
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
    case Per::EqualPrice:
        return tr("equal price");
    }
    return tr("per system");
}

QString flipsOf(const Board& board) {
    const std::optional<std::size_t> now = leaderOf(winsOf(board));
    QStringList sentences;
    for (std::size_t m = 0; m < board.machines.size(); ++m) {
        QStringList words;
        for (const auto& [word, per] : wordsOf(Per{}))
            if (now && now != m && leaderOf(winsOf(board, per)) == m)
                words << perWord(per);
        if (!words.isEmpty())
            sentences << tr("%1 leads %2").arg(board.machines[m].name, words.join(tr(", ")));
    }
    return sentences.join(tr("; "));
}

QString headlineOf(const Board& board) {
    if (board.rows.empty())
        return tr("Nothing to compare yet");
    const Wins wins = winsOf(board);
    std::vector<std::size_t> order(wins.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return wins[a] > wins[b]; });
    QStringList parts;
    for (const std::size_t m : order)
        parts << (parts.isEmpty() ? tr("%1 leads on %2 of %3")
                                        .arg(board.machines[m].name)
                                        .arg(wins[m])
                                        .arg(board.rows.size())
                                  : tr("%1 on %2").arg(board.machines[m].name).arg(wins[m]));
    return parts.join(tr(", "));
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
    if (const std::optional<std::size_t> lacks = firstWithout(row))
        return tr("no number for %1").arg(board.machines[*lacks].shortName);
    std::vector<std::size_t> order(row.numbers.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (order.size() > 2)
        std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
            return row.better == less ? *row.value(a) < *row.value(b) : *row.value(a) > *row.value(b);
        });
    if (order.size() < 2 || *row.value(order[1]) <= 0)
        return {};
    const double ratio = *row.value(order[0]) / *row.value(order[1]);
    const QString number =
        ratio >= 1 ? QLocale().toString(ratio, 'f', ratio >= 10 ? 0 : 1) : QLocale().toString(ratio, 'f', 2);
    return tr("%1× %2/%3")
        .arg(number, board.machines[order[0]].shortName, board.machines[order[1]].shortName);
}

} // namespace supernode
