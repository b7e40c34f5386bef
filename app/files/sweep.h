// SPDX-License-Identifier: GPL-3.0-or-later
// Many scenarios at once: every combination of some variations, one row of a table for each.
//
// The last variation moves fastest. A row holds the values, the metrics, the bottleneck, and, where a
// combination is refused, the sentence that says why. Columns are the metrics of the first combination that
// is answered. As text a row is CSV without its line end; numbers are written in full. Limit: 10 million
// rows. Thread: a value; rows may be answered anywhere, several at a time. Errors: too many rows; none that
// is answered, with what is wrong with the first one. Promise: the table does not depend on how many threads
// wrote it. [Sweep.AnyNumberOfThreadsWritesTheSameRows] Promise: who holds the rows back or stops them is
// obeyed after the rows in work. [Sweep.StopsAndHoldsWhenItIsTold]
#pragma once

#include "app/files/variation.h"
#include "model/outcome/outcome.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

namespace supernode {

// Answers of earlier rows, of which one saves the next row work: the last ones, each with other changes.
class EarlierAnswers {
public:
    const Outcome* fitting(const Scenario& scenario) const; // null when there is none
    void keep(OutcomePtr answer);

private:
    static constexpr std::size_t most = 4; // an answer takes up to 40 MB
    std::vector<OutcomePtr> m_answers;     // the latest last
};

struct SweepRow {
    std::vector<std::string> values;            // of the variations, as they were written
    std::vector<std::optional<double>> metrics; // of the columns; empty where the answer has none
    std::string bottleneck;                     // "" where it is refused
    std::string refused;                        // the sentence, "" where it is answered
    bool operator==(const SweepRow&) const = default;
};

// Which two numbers tell the rows apart: the headline over what it usually costs; where all rows share one of
// them, the next that differs. {0, 0} where nothing does. [TellingColumns.AreNotTheSameInEveryRow]
struct TellingColumns {
    std::size_t up = 0, across = 0;
    bool operator==(const TellingColumns&) const = default;
};
TellingColumns tellingColumns(const std::vector<Metric>& columns, const std::vector<SweepRow>& rows);

class Sweep {
public:
    static Result<Sweep> of(Scenario base, std::vector<Variation> variations);

    std::size_t rows() const { return m_rows; }
    Result<Scenario> scenario(std::size_t row) const;
    const std::vector<Variation>& variations() const { return m_variations; }
    const std::vector<Metric>& columns() const { return m_columns; } // as the first answer has them
    std::string head() const;
    // One line that differs where the table would.
    std::string question() const;
    // `earlier` carries the wiring, and what the changes do to it, from row to row; start with an empty one.
    SweepRow row(std::size_t index, EarlierAnswers& earlier) const;
    static std::string text(const SweepRow& row);

private:
    Sweep(Scenario base, std::vector<Variation> variations, std::size_t rows)
        : m_base(std::move(base)), m_variations(std::move(variations)), m_rows(rows) {}
    std::string value(std::size_t variation, std::size_t row) const;
    std::vector<Issue> chooseColumns();

    Scenario m_base;
    std::vector<Variation> m_variations;
    std::size_t m_rows = 0;
    std::vector<Metric> m_columns;
};

// Holds the rows of a sweep back, or stops them, from another thread. Thread: any, at any time.
class SweepControl {
public:
    void hold();
    void goOn();
    void stop(); // for good
    bool isStopped() const;
    // Waits while they are held; false when they were stopped.
    bool mayGoOn();

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_held = false, m_stopped = false;
};

// Rows first, first + stride, ... by `threads` threads, handed to `take` one by one in this order, on the
// calling thread. `take` returns an issue to stop. What `control` stops ends without one.
using TakeRow = std::function<std::optional<Issue>(std::size_t, const SweepRow&)>;
std::optional<Issue> answerRows(const Sweep& sweep, std::size_t first, std::size_t stride, int threads,
                                const TakeRow& take, SweepControl* control = nullptr);

} // namespace supernode
