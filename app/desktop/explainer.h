// SPDX-License-Identifier: GPL-3.0-or-later
// Works out what moves a metric, away from the GUI thread; the newest question wins.
//
// Some sixty evaluations, about a second. The answer comes through explained() on the thread of this object;
// an answer to an older question is dropped. The destructor waits for the work in progress. Thread: GUI.
// Promise: the answer belongs to the metric that was asked last. [Explainer.TheNewestQuestionWins]
#pragma once

#include "model/explain.h"

#include <QObject>

#include <thread>

namespace supernode {

class Explainer : public QObject {
    Q_OBJECT

public:
    explicit Explainer(QObject* parent = nullptr) : QObject(parent) {}
    ~Explainer() override;

    void ask(const Scenario& scenario, const std::string& metric);
    // Drops what is being worked out.
    void forget();

signals:
    void explained(const supernode::Explanation& explanation);

private:
    std::jthread m_work;
    std::uint64_t m_asked = 0;
};

} // namespace supernode
