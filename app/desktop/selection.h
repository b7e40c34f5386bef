// SPDX-License-Identifier: GPL-3.0-or-later
// What is selected, and the way there: back and forward, apart from the undo of the scenario.
//
// Thread: GUI. An invalid element means that nothing is selected.
// Promise: back leads to what was selected before. [Selection.BackLeadsToWhatWasSelectedBefore]
#pragma once

#include "model/base/ids.h"

#include <QObject>

#include <vector>

namespace supernode {

class Selection : public QObject {
    Q_OBJECT

public:
    explicit Selection(QObject* parent = nullptr) : QObject(parent) {}

    ElementId current() const { return m_visited[m_at]; }
    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < m_visited.size(); }

    void select(ElementId element);
    void back();
    void forward();
    // Another machine: its elements are others.
    void forget();

signals:
    void changed();

private:
    std::vector<ElementId> m_visited{ElementId()};
    std::size_t m_at = 0;
};

} // namespace supernode
