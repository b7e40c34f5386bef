// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/researcher.h"

namespace supernode {

Researcher::~Researcher() {
    forgetHelp();
    forgetCurve();
}

void Researcher::forgetHelp() {
    ++m_helpAsked;
    m_help = {}; // asks it to stop, and waits
}

void Researcher::forgetCurve() {
    ++m_curveAsked;
    m_curve = {};
}

void Researcher::askForHelp(const Scenario& scenario, const std::string& metric) {
    forgetHelp();
    m_help = std::jthread([this, scenario, metric, number = m_helpAsked](const std::stop_token& stop) {
        Result<HelpList> found = whatWouldHelp(scenario, metric, stop);
        QMetaObject::invokeMethod(
            this,
            [this, number, found = std::move(found)] {
                if (number == m_helpAsked)
                    emit helpFound(found);
            },
            Qt::QueuedConnection);
    });
}

void Researcher::askForCurve(const Scenario& scenario, const DegradationQuestion& question) {
    forgetCurve();
    m_curve = std::jthread([this, scenario, question, number = m_curveAsked](const std::stop_token& stop) {
        Result<DegradationCurve> found = degradationCurve(scenario, question, stop);
        QMetaObject::invokeMethod(
            this,
            [this, number, found = std::move(found)] {
                if (number == m_curveAsked)
                    emit curveFound(found);
            },
            Qt::QueuedConnection);
    });
}

} // namespace supernode
