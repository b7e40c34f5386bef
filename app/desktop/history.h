// SPDX-License-Identifier: GPL-3.0-or-later
// The history of the session as the window knows it: the tree of change_tree.h with signals, and beside each
// step the headline that the model gave it.
//
// Thread: GUI. Promise: undo gives the scenario before, exactly. [Session.UndoRestoresTheScenarioExactly]
#pragma once

#include "app/files/change_tree.h"
#include "model/outcome/outcome.h"

#include <QObject>
#include <QString>

namespace supernode {

class History : public QObject {
    Q_OBJECT

public:
    explicit History(const Scenario& first, QObject* parent = nullptr);

    const ChangeTree& tree() const { return m_tree; }
    int count() const { return static_cast<int>(m_tree.steps().size()) - 1; } // steps after the beginning
    bool canUndo() const { return m_tree.canUndo(); }
    bool canRedo() const { return m_tree.canRedo(); }
    QString undoText() const; // what was done; "" where it cannot
    QString redoText() const;
    const Metric* headline(int step) const; // null until it was answered

    void change(Scenario next, const QString& text, int knob = -1);
    void undo();
    void redo();
    void jump(int step);
    void rename(int step, const QString& name);
    void remove(int step);
    void accept(const Outcome& outcome);
    void refuse();
    void replace(ChangeTree tree); // by one that was saved

signals:
    void moved();   // the present scenario is another one
    void changed(); // anything

private:
    template <class Act>
    void act(Act act);

    ChangeTree m_tree;
    std::map<int, Metric> m_headlines;
};

} // namespace supernode
