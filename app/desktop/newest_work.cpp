// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/newest_work.h"

#include <QCoreApplication>

#include <exception>
#include <utility>

namespace supernode {

NewestWork::~NewestWork() { forget(); }

void NewestWork::ask(Work work) {
    {
        const std::lock_guard lock(m_mutex);
        ++m_asked;
        m_current.request_stop();
        m_next = std::move(work);
    }
    m_isBusy = true;
    if (!m_thread.joinable())
        m_thread = std::jthread([this](const std::stop_token& end) { run(end); });
    m_wake.notify_one();
}

void NewestWork::forget() {
    const std::lock_guard lock(m_mutex);
    ++m_asked;
    m_current.request_stop();
    m_next = nullptr;
    m_isBusy = false;
}

void NewestWork::waitForAnswer() {
    while (m_isBusy)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

void NewestWork::run(const std::stop_token& end) {
    for (;;) {
        Work work;
        std::uint64_t number = 0;
        std::stop_token stop;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, end, [this] { return m_next != nullptr; }))
                return;
            work = std::exchange(m_next, nullptr);
            number = m_asked;
            m_current = {};
            stop = m_current.get_token();
        }
        Deliver deliver;
        try {
            deliver = work(stop);
        } catch (const std::exception&) {
            deliver = nullptr; // out of memory: no answer
        }
        QMetaObject::invokeMethod(
            m_receiver, [this, number, deliver] { finish(number, deliver); }, Qt::QueuedConnection);
    }
}

void NewestWork::finish(std::uint64_t number, const Deliver& deliver) {
    if (number != m_asked)
        return;
    m_isBusy = false;
    if (deliver)
        deliver();
}

} // namespace supernode
