// SPDX-License-Identifier: GPL-3.0-or-later
// Work away from the GUI thread of which only the newest counts.
//
// Work is a function that returns what is to be done with its answer on the GUI thread. A question that comes
// while another is worked on asks that one to stop and takes its place; nobody waits for it. Work that throws
// has no answer, and the next question is answered as ever. Ownership: a member of the object that asks; the
// destructor waits for the work in progress. Thread: GUI.
// Promise: the newest question wins. [NewestWork.TheNewestQuestionWins]
#pragma once

#include <QObject>

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace supernode {

class NewestWork {
public:
    using Deliver = std::function<void()>;
    using Work = std::function<Deliver(const std::stop_token&)>;

    // Answers are delivered on the thread of `receiver`, which owns this.
    explicit NewestWork(QObject* receiver) : m_receiver(receiver) {}
    ~NewestWork();
    NewestWork(const NewestWork&) = delete;
    NewestWork& operator=(const NewestWork&) = delete;

    void ask(Work work);
    void forget();                           // what was asked is not answered
    bool isBusy() const { return m_isBusy; } // the newest question has no answer yet
    void waitForAnswer();                    // runs the event loop; for pictures, reports and tests

private:
    void run(const std::stop_token& end);
    void finish(std::uint64_t number, const Deliver& deliver);

    QObject* m_receiver;
    bool m_isBusy = false;
    std::mutex m_mutex; // of what follows
    std::condition_variable_any m_wake;
    std::uint64_t m_asked = 0;
    Work m_next;
    std::stop_source m_current;
    std::jthread m_thread; // last; starts with the first question
};

} // namespace supernode
