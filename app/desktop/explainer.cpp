// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/explainer.h"

namespace supernode {

Explainer::~Explainer() { forget(); }

void Explainer::forget() {
    ++m_asked;
    m_work = {}; // asks it to stop, and waits: at most one evaluation
}

void Explainer::ask(const Scenario& scenario, const std::string& metric) {
    forget();
    m_work = std::jthread([this, scenario, metric, number = m_asked](const std::stop_token& stop) {
        Result<Explanation> made = explain(scenario, metric, stop);
        if (!made || stop.stop_requested())
            return;
        QMetaObject::invokeMethod(
            this,
            [this, number, explanation = std::move(made).value()] {
                if (number == m_asked)
                    emit explained(explanation);
            },
            Qt::QueuedConnection);
    });
}

} // namespace supernode
