// SPDX-License-Identifier: GPL-3.0-or-later
// A sweep (sweep.h) in the background: begun, held, gone on with, cancelled; its rows come in order.
//
// All but one of the processor's cores answer rows; this object takes what is there ten times a second. A
// thread is joined when it has said its last, so nothing waits; the destructor stops the work and waits for
// the rows in work. Thread: GUI. Limit: 5,000 rows, which the table takes within 50 ms.
// Promise: the rows are those of `supernode sweep`. [FindBestSheet.WhatIsSavedIsWhatTheCommandWrites]
// Promise: what is cancelled gives no further row.
// [SweepRunner.WhatIsCancelledGivesNoFurtherRow]
#pragma once

#include "app/files/sweep.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <memory>
#include <thread>

namespace supernode {

class SweepRunner : public QObject {
    Q_OBJECT

public:
    enum class State : std::uint8_t { Idle, Running, Held, Done, Cancelled, Refused };
    static constexpr std::size_t mostRows = 5'000;

    explicit SweepRunner(QObject* parent = nullptr);
    ~SweepRunner() override;

    void start(const Scenario& base, const std::vector<Variation>& variations); // in place of what runs
    void hold();
    void goOn();
    void cancel();

    State state() const { return m_state; }
    // Null until the first row can be answered.
    const std::shared_ptr<const Sweep>& sweep() const { return m_sweep; }
    const std::vector<SweepRow>& rows() const { return m_rows; }
    const std::vector<std::string>& texts() const { return m_texts; } // of the rows, as in a file
    const std::optional<Scenario>& base() const { return m_base; }    // of the newest question
    const std::vector<Variation>& variations() const { return m_variations; }
    const std::string& refusal() const { return m_refusal; }

signals:
    void begun();    // another question
    void rowsCame(); // one or more
    void changed();  // the state

private:
    struct Work; // shared with the thread
    void take();
    void ended(std::uint64_t number);
    void setState(State state);

    State m_state = State::Idle;
    std::uint64_t m_number = 0;
    std::shared_ptr<Work> m_work; // the newest
    std::map<std::uint64_t, std::jthread> m_threads;
    std::optional<Scenario> m_base;
    std::vector<Variation> m_variations;
    std::shared_ptr<const Sweep> m_sweep;
    std::vector<SweepRow> m_rows;
    std::vector<std::string> m_texts;
    std::string m_refusal;
    QTimer m_taking;
};

} // namespace supernode
