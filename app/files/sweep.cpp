// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/sweep.h"

#include "app/files/csv.h"
#include "app/files/json_reader.h"
#include "app/files/scenario_file.h"
#include "model/evaluate.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdio>
#include <map>
#include <new>
#include <thread>

namespace supernode {
namespace {

constexpr std::size_t mostRows = 10'000'000;

// FNV-1a, 64 bits: short enough for a line, and enough to tell two questions apart.
std::string digest(const std::string& text) {
    std::uint64_t hash = 14695981039346656037u;
    for (const unsigned char c : text)
        hash = (hash ^ c) * 1099511628211u;
    char digits[17];
    std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(hash));
    return digits;
}

// Running out of memory refuses a row like anything else.
Result<OutcomePtr> answer(const Result<Scenario>& scenario, const EarlierAnswers& earlier) {
    try {
        return scenario ? evaluate(*scenario, earlier.fitting(*scenario))
                        : Result<OutcomePtr>::refused(scenario.issues());
    } catch (const std::bad_alloc&) {
        return Result<OutcomePtr>::refused(Issue{"", "this row needs more memory than there is",
                                                 "ask for a smaller machine or fewer changes"});
    }
}

// Rows that wait until all before them were taken.
class Waiting {
public:
    // Holds the caller while the others are `most` rows behind; false when nobody wants more rows.
    bool put(std::size_t position, SweepRow row, std::size_t most) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_stopped || position < m_next + most; });
        m_rows.emplace(position, std::move(row));
        m_changed.notify_all();
        return !m_stopped;
    }
    std::optional<SweepRow> takeNext() { // empty: stopped
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_stopped || m_rows.contains(m_next); });
        if (!m_rows.contains(m_next))
            return std::nullopt;
        SweepRow row = std::move(m_rows.extract(m_next++).mapped());
        m_changed.notify_all();
        return row;
    }
    void stop() {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
        m_changed.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<std::size_t, SweepRow> m_rows;
    std::size_t m_next = 0;
    bool m_stopped = false;
};

} // namespace

void SweepControl::hold() {
    const std::lock_guard lock(m_mutex);
    m_held = true;
}

void SweepControl::goOn() {
    const std::lock_guard lock(m_mutex);
    m_held = false;
    m_changed.notify_all();
}

void SweepControl::stop() {
    const std::lock_guard lock(m_mutex);
    m_stopped = true;
    m_changed.notify_all();
}

bool SweepControl::isStopped() const {
    const std::lock_guard lock(m_mutex);
    return m_stopped;
}

bool SweepControl::mayGoOn() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_stopped || !m_held; });
    return !m_stopped;
}

const Outcome* EarlierAnswers::fitting(const Scenario& scenario) const {
    if (m_answers.empty())
        return nullptr;
    const auto same = std::find_if(m_answers.rbegin(), m_answers.rend(), [&](const OutcomePtr& answer) {
        return answer->scenario.changes == scenario.changes;
    });
    return same == m_answers.rend() ? m_answers.back().get() : same->get();
}

void EarlierAnswers::keep(OutcomePtr answer) {
    std::erase_if(m_answers,
                  [&](const OutcomePtr& a) { return a->scenario.changes == answer->scenario.changes; });
    if (m_answers.size() == most)
        m_answers.erase(m_answers.begin());
    m_answers.push_back(std::move(answer));
}

Result<Sweep> Sweep::of(Scenario base, std::vector<Variation> variations) {
    double rows = 1;
    for (const Variation& v : variations)
        rows *= static_cast<double>(v.values.size());
    if (rows > static_cast<double>(mostRows))
        return Result<Sweep>::refused(Issue{"--vary", "asks for " + numberToJson(rows).dump() + " rows",
                                            "give at most " + std::to_string(mostRows)});
    Sweep sweep(std::move(base), std::move(variations), static_cast<std::size_t>(rows));
    std::vector<Issue> issues = sweep.chooseColumns();
    return issues.empty() ? Result<Sweep>(std::move(sweep)) : Result<Sweep>::refused(std::move(issues));
}

std::string Sweep::value(std::size_t variation, std::size_t row) const {
    for (std::size_t v = m_variations.size() - 1; v > variation; --v)
        row /= m_variations[v].values.size();
    return m_variations[variation].values[row % m_variations[variation].values.size()];
}

Result<Scenario> Sweep::scenario(std::size_t row) const {
    Result<Scenario> scenario = m_base;
    for (std::size_t v = 0; v < m_variations.size() && scenario; ++v)
        scenario = withValue(*scenario, m_variations[v].path, value(v, row));
    return scenario;
}

std::vector<Issue> Sweep::chooseColumns() {
    std::vector<Issue> first;
    for (std::size_t i = 0; i < m_rows; ++i) {
        const Result<OutcomePtr> outcome = answer(scenario(i), {});
        if (!outcome) {
            if (first.empty())
                first = outcome.issues();
            continue;
        }
        m_columns = (*outcome)->metrics;
        return {};
    }
    return first;
}

std::string Sweep::head() const {
    std::string text;
    for (const Variation& v : m_variations)
        text += csvField(v.path) + ",";
    for (const Metric& column : m_columns)
        text += csvField(column.id + (column.unit.empty() ? "" : " (" + column.unit + ")")) + ",";
    return text + "bottleneck,refused";
}

std::string Sweep::question() const {
    std::string text = writeScenario(m_base) + head();
    for (const Variation& v : m_variations)
        for (const std::string& value : v.values)
            text += "\n" + value;
    EarlierAnswers none; // another machine or another model under the same names gives another first row
    return "sweep " + digest(text + Sweep::text(row(0, none))) + ", " + std::to_string(m_rows) + " rows";
}

SweepRow Sweep::row(std::size_t index, EarlierAnswers& earlier) const {
    SweepRow row;
    for (std::size_t v = 0; v < m_variations.size(); ++v)
        row.values.push_back(value(v, index));
    const Result<OutcomePtr> outcome = answer(scenario(index), earlier);
    for (const Metric& column : m_columns) {
        const Metric* const metric = outcome ? (*outcome)->metric(column.id) : nullptr;
        row.metrics.push_back(metric ? std::optional(metric->value) : std::nullopt);
    }
    if (!outcome) {
        row.refused = toSentence(outcome.issues().front());
        return row;
    }
    earlier.keep(*outcome);
    row.bottleneck = (*outcome)->bottleneck.resource;
    return row;
}

std::string Sweep::text(const SweepRow& row) {
    std::string text;
    for (const std::string& value : row.values)
        text += csvField(value) + ",";
    for (const std::optional<double>& metric : row.metrics)
        text += (metric ? numberToJson(*metric).dump() : "") + ",";
    return text + csvField(row.bottleneck) + "," + csvField(row.refused);
}

std::optional<Issue> answerRows(const Sweep& sweep, std::size_t first, std::size_t stride, int threads,
                                const TakeRow& take, SweepControl* control) {
    const std::size_t count = first < sweep.rows() ? (sweep.rows() - first + stride - 1) / stride : 0;
    const std::size_t ahead = 64 * static_cast<std::size_t>(threads);
    Waiting waiting;
    std::atomic<std::size_t> next = 0;
    std::vector<std::jthread> workers;
    for (int t = 0; t < threads; ++t)
        workers.emplace_back([&] {
            EarlierAnswers earlier;
            for (std::size_t i = next++; i < count; i = next++) {
                if (control && !control->mayGoOn())
                    return waiting.stop();
                if (!waiting.put(i, sweep.row(first + i * stride, earlier), ahead))
                    return;
            }
        });
    for (std::size_t i = 0; i < count; ++i) {
        const std::optional<SweepRow> row = waiting.takeNext();
        std::optional<Issue> issue = row ? take(first + i * stride, *row) : std::nullopt;
        if (!row || issue) {
            waiting.stop();
            return issue;
        }
    }
    return std::nullopt;
}

TellingColumns tellingColumns(const std::vector<Metric>& columns, const std::vector<SweepRow>& rows) {
    const auto differs = [&](std::size_t column) {
        double least = INFINITY, most = -INFINITY;
        for (const SweepRow& row : rows)
            if (column < row.metrics.size() && row.metrics[column]) {
                least = std::min(least, *row.metrics[column]);
                most = std::max(most, *row.metrics[column]);
            }
        return most - least > 1e-6 * std::max(std::abs(least), std::abs(most));
    };
    // The headline stands first. What it usually costs: the wait of a person, else power, else time.
    std::vector<std::size_t> order;
    for (const char* id :
         {"time_per_output_token", "time_per_output_token_p50", "time_to_first_token", "power", "time"})
        for (std::size_t i = 1; i < columns.size(); ++i)
            if (columns[i].id == id)
                order.push_back(i);
    for (std::size_t i = 1; i < columns.size(); ++i)
        if (std::find(order.begin(), order.end(), i) == order.end())
            order.push_back(i);
    TellingColumns telling{0, order.empty() ? 0 : order.front()};
    std::erase_if(order, [&](std::size_t i) { return !differs(i); });
    if (!order.empty())
        telling.across = order.front();
    if (columns.empty() || !differs(0))
        telling.up = order.size() > 1 ? order[1] : telling.up;
    return telling;
}

} // namespace supernode
