// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the model away from the GUI thread; the newest question wins.
//
// A question is a list of scenarios that are wanted together; its answer is the list of their results, in
// order. A question that is asked while another waits replaces it; one that is already being worked on is
// finished and dropped. Thread: ask() from one thread; `deliver` is called on the worker. The destructor
// waits for the work in progress.
#pragma once

#include "model/evaluate.h"

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace supernode {

struct Answer {
    std::uint64_t number = 0; // of the question
    std::vector<Result<OutcomePtr>> results;
};

class Evaluator {
public:
    explicit Evaluator(std::function<void(Answer)> deliver);
    ~Evaluator();
    Evaluator(const Evaluator&) = delete;
    Evaluator& operator=(const Evaluator&) = delete;

    // Returns the number of the question; an answer with a smaller number is out of date.
    std::uint64_t ask(std::vector<Scenario> scenarios);

private:
    struct Question {
        std::uint64_t number = 0;
        std::vector<Scenario> scenarios;
    };
    bool isAskedAnew();
    void work();

    std::function<void(Answer)> m_deliver;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::optional<Question> m_next;
    std::uint64_t m_asked = 0;
    bool m_stop = false;
    std::thread m_thread; // last: starts when all else is there
};

} // namespace supernode
