// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/commands.h"

#include "app/command/processes.h"
#include "app/files/freed_memory.h"
#include "app/files/open_scenario.h"
#include "app/files/row_log.h"
#include "app/files/sweep.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <thread>
#include <unistd.h>

namespace supernode {
namespace {

// A line on the terminal that is written over, once a second; nothing in a pipe.
class Progress {
public:
    explicit Progress(std::size_t rows) : m_rows(rows), m_shown(Clock::now()) {}
    ~Progress() {
        if (m_visible)
            std::fprintf(stderr, "\r\033[K");
    }
    void show(std::size_t done) {
        const Clock::time_point now = Clock::now();
        if (!::isatty(STDERR_FILENO) || now - m_shown < std::chrono::seconds(1))
            return;
        m_shown = now;
        m_visible = true;
        std::fprintf(stderr, "\r\033[K%zu of %zu rows", done, m_rows);
    }

private:
    using Clock = std::chrono::steady_clock;
    std::size_t m_rows;
    Clock::time_point m_shown;
    bool m_visible = false;
};

Result<Sweep> openSweep(const SweepQuestion& question) {
    const Result<Scenario> scenario = openScenario(question.scenario);
    if (!scenario)
        return Result<Sweep>::refused(scenario.issues());
    std::vector<Variation> variations;
    for (const std::string& text : question.vary) {
        const Result<Variation> variation = readVariation(text);
        if (!variation)
            return Result<Sweep>::refused(variation.issues());
        variations.push_back(*variation);
    }
    return Sweep::of(*scenario, variations);
}

int threadsOf(int jobs) {
    return jobs > 0 ? jobs : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

// Rank 0 writes its own rows and, after each, those of the others that come next.
std::optional<Issue> write(const Sweep& sweep, RowLog& log, const Processes& processes, std::size_t done,
                           int threads) {
    Progress progress(sweep.rows());
    return answerRows(sweep, done, processes.count(), threads, [&](std::size_t row, const SweepRow& answer) {
        std::optional<Issue> issue = log.append(Sweep::text(answer));
        for (std::size_t r = 1; r < processes.count() && row + r < sweep.rows() && !issue; ++r)
            issue = log.append(processes.receiveFrom(r));
        progress.show(log.rows());
        return issue;
    });
}

Result<std::string> writeAll(const Sweep& sweep, const SweepQuestion& question, const Processes& processes) {
    using Answer = Result<std::string>;
    Result<RowLog> opened = RowLog::open(question.out, sweep.question(), sweep.head());
    processes.fromFirst(opened ? opened->rows() : sweep.rows()); // nothing to do for anyone when refused
    if (!opened)
        return Answer::refused(opened.issues());
    RowLog log = std::move(opened).value();
    const std::size_t before = log.rows();
    if (const std::optional<Issue> issue = write(sweep, log, processes, before, threadsOf(question.jobs))) {
        if (processes.count() > 1) {
            std::fprintf(stderr, "supernode: %s\n", toSentence(*issue).c_str());
            processes.stopAll();
        }
        return Answer::refused(*issue);
    }
    if (const std::optional<Issue> issue = log.finish())
        return Answer::refused(*issue);
    return std::to_string(sweep.rows()) + " rows in " + question.out +
           (before ? ", " + std::to_string(before) + " of them from before\n" : "\n");
}

} // namespace

Result<std::string> sweepCommand(const SweepQuestion& question) {
    using Answer = Result<std::string>;
    if (startedByMpiWithoutMpi())
        return Answer::refused(Issue{"mpirun",
                                     "started several processes, and this supernode was built without MPI",
                                     "install libopenmpi-dev and build again, or start it without mpirun"});
    keepFreedMemory();
    const Processes processes;
    const Result<Sweep> sweep = openSweep(question);
    if (!sweep)
        return Answer::refused(sweep.issues());
    if (processes.rank() == 0)
        return writeAll(*sweep, question, processes);
    answerRows(*sweep, processes.fromFirst(0) + processes.rank(), processes.count(), threadsOf(question.jobs),
               [&](std::size_t, const SweepRow& row) {
                   processes.sendToFirst(Sweep::text(row));
                   return std::nullopt;
               });
    return std::string();
}

} // namespace supernode
