// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/sweep_runner.h"

#include <utility>

namespace supernode {
namespace {

constexpr int takeMilliseconds = 100;

int sweepThreads() { return std::max(1, static_cast<int>(std::thread::hardware_concurrency()) - 1); }

} // namespace

struct SweepRunner::Work {
    SweepControl control;
    std::mutex mutex; // of all below
    std::shared_ptr<const Sweep> sweep;
    std::vector<SweepRow> rows; // not yet taken
    std::vector<std::string> texts;
    std::string refusal;

    void run(const Scenario& base, const std::vector<Variation>& variations) {
        const Result<Sweep> made = Sweep::of(base, variations);
        if (!made) {
            const std::lock_guard lock(mutex);
            refusal = toSentence(made.issues().front());
            return;
        }
        const auto whole = std::make_shared<const Sweep>(*made);
        {
            const std::lock_guard lock(mutex);
            sweep = whole;
        }
        answerRows(
            *whole, 0, 1, sweepThreads(),
            [this](std::size_t, const SweepRow& row) -> std::optional<Issue> {
                std::string text = Sweep::text(row);
                const std::lock_guard lock(mutex);
                rows.push_back(row);
                texts.push_back(std::move(text));
                return std::nullopt;
            },
            &control);
    }
};

SweepRunner::SweepRunner(QObject* parent) : QObject(parent) {
    m_taking.setInterval(takeMilliseconds);
    connect(&m_taking, &QTimer::timeout, this, &SweepRunner::take);
}

SweepRunner::~SweepRunner() {
    if (m_work)
        m_work->control.stop();
    m_threads.clear(); // waits
}

void SweepRunner::start(const Scenario& base, const std::vector<Variation>& variations) {
    if (m_work)
        m_work->control.stop();
    m_work = std::make_shared<Work>();
    m_base = base;
    m_variations = variations;
    m_sweep = nullptr;
    m_rows.clear();
    m_texts.clear();
    m_refusal.clear();
    const std::uint64_t number = ++m_number;
    m_threads[number] = std::jthread([this, number, work = m_work, base, variations] {
        work->run(base, variations);
        QMetaObject::invokeMethod(
            this, [this, number] { ended(number); }, Qt::QueuedConnection);
    });
    emit begun();
    m_taking.start();
    setState(State::Running);
}

void SweepRunner::hold() {
    if (m_state != State::Running)
        return;
    m_work->control.hold();
    setState(State::Held);
}

void SweepRunner::goOn() {
    if (m_state != State::Held)
        return;
    m_work->control.goOn();
    setState(State::Running);
}

void SweepRunner::cancel() {
    if (m_state != State::Running && m_state != State::Held)
        return;
    take();
    m_work->control.stop();
    m_work = nullptr;
    m_taking.stop();
    setState(State::Cancelled);
}

void SweepRunner::take() {
    if (!m_work)
        return;
    std::vector<SweepRow> rows;
    std::vector<std::string> texts;
    {
        const std::lock_guard lock(m_work->mutex);
        rows.swap(m_work->rows);
        texts.swap(m_work->texts);
        m_sweep = m_work->sweep;
    }
    if (rows.empty())
        return;
    m_rows.insert(m_rows.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    m_texts.insert(m_texts.end(), std::make_move_iterator(texts.begin()),
                   std::make_move_iterator(texts.end()));
    emit rowsCame();
}

void SweepRunner::ended(std::uint64_t number) {
    m_threads.erase(number); // it has nothing left to do
    if (number != m_number || !m_work)
        return;
    take();
    m_taking.stop();
    m_refusal = std::exchange(m_work->refusal, {});
    m_work = nullptr;
    setState(m_refusal.empty() ? State::Done : State::Refused);
}

void SweepRunner::setState(State state) {
    m_state = state;
    emit changed();
}

} // namespace supernode
