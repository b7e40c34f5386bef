// SPDX-License-Identifier: GPL-3.0-or-later
// Works out what takes many evaluations, away from the GUI thread: what would help, and how a machine wanes.
//
// The newest question of each kind wins; answers come through signals on the thread of this object. The
// destructor stops the work in progress and waits for at most one evaluation. Thread: GUI.
// Promise: an answer belongs to the newest question. [Researcher.TheNewestQuestionWins]
#pragma once

#include "model/degradation.h"
#include "model/help.h"

#include <QObject>

#include <thread>

namespace supernode {

class Researcher : public QObject {
    Q_OBJECT

public:
    explicit Researcher(QObject* parent = nullptr) : QObject(parent) {}
    ~Researcher() override;

    void askForHelp(const Scenario& scenario, const std::string& metric);
    void askForCurve(const Scenario& scenario, const DegradationQuestion& question);
    void forgetHelp();
    void forgetCurve();

signals:
    void helpFound(const supernode::Result<supernode::HelpList>& help);
    void curveFound(const supernode::Result<supernode::DegradationCurve>& curve);

private:
    std::uint64_t m_helpAsked = 0, m_curveAsked = 0;
    std::jthread m_help, m_curve;
};

} // namespace supernode
