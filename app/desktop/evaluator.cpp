// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/evaluator.h"

#include <algorithm>
#include <new>
#include <utility>

namespace supernode {

namespace {

constexpr std::size_t atOnce = 4; // moments that are put together before the answer is told

// Running out of memory is no reason to fall over: it is a refusal like any other.
Result<OutcomePtr> answerTo(const Scenario& scenario, const Outcome* previous) {
    try {
        return evaluate(scenario, previous);
    } catch (const std::bad_alloc&) {
        return Result<OutcomePtr>::refused(Issue{"", "this question needs more memory than there is",
                                                 "ask for a smaller machine or fewer changes"});
    }
}

// What single channels carry is put together when somebody looks: here, not on the thread of the window.
void putTogether(const Outcome& outcome, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < std::min(to, outcome.intervals.size()); ++i)
        outcome.intervals[i].load();
}

} // namespace

Evaluator::Evaluator(std::function<void(Answer)> deliver)
    : m_deliver(std::move(deliver)), m_thread([this] { work(); }) {}

Evaluator::~Evaluator() {
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

bool Evaluator::isAskedAnew() {
    const std::lock_guard lock(m_mutex);
    return m_stop || m_next.has_value();
}

std::uint64_t Evaluator::ask(std::vector<Scenario> scenarios) {
    std::uint64_t number = 0;
    {
        const std::lock_guard lock(m_mutex);
        number = ++m_asked;
        m_next = Question{number, std::move(scenarios)};
    }
    m_wake.notify_one();
    return number;
}

void Evaluator::work() {
    std::vector<OutcomePtr> previous; // by position: what can be reused
    for (;;) {
        Question question;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stop || m_next; });
            if (m_stop)
                return;
            question = std::move(*m_next);
            m_next.reset();
        }
        Answer answer{question.number, {}};
        previous.resize(question.scenarios.size());
        for (std::size_t i = 0; i < question.scenarios.size(); ++i) {
            if (!previous[i] || !(previous[i]->scenario == question.scenarios[i])) {
                Result<OutcomePtr> result = answerTo(question.scenarios[i], previous[i].get());
                if (!result) {
                    answer.results.push_back(std::move(result));
                    continue;
                }
                previous[i] = *result;
            }
            putTogether(*previous[i], 0, atOnce);
            answer.results.push_back(previous[i]);
        }
        m_deliver(std::move(answer));
        for (const OutcomePtr& outcome : previous)
            for (std::size_t i = atOnce; outcome && i < outcome->intervals.size() && !isAskedAnew(); ++i)
                putTogether(*outcome, i, i + 1);
    }
}

} // namespace supernode
