// SPDX-License-Identifier: GPL-3.0-or-later
// What is selected, and the way there: back and forward, apart from the undo of the scenario.
//
// One element is spoken of (the inspector, the breadcrumbs); more may be selected with it, as two ends of a
// pair or what was brushed. Thread: GUI. An invalid element means that nothing is selected.
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

    // The one that was selected last.
    // All that are selected where it is the last of them, else itself alone.
    std::vector<ElementId> with(ElementId element) const {
        return elements().size() > 1 && current() == element ? elements() : std::vector<ElementId>{element};
    }
    ElementId current() const { return elements().empty() ? ElementId() : elements().back(); }
    const std::vector<ElementId>& elements() const { return m_visited[m_at]; }
    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < m_visited.size(); }

    void select(ElementId element);
    void selectAll(const std::vector<ElementId>& elements);
    // Takes it in, or out when it was in.
    // Promise: what is added stands beside what was selected. [Selection.AddingKeepsWhatWasSelected]
    void toggle(ElementId element);
    void back();
    void forward();
    // Another machine: its elements are others.
    void forget();

signals:
    void changed();

private:
    std::vector<std::vector<ElementId>> m_visited{{}};
    std::size_t m_at = 0;
};

} // namespace supernode
