// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/history.h"

namespace supernode {

History::History(const Scenario& first, QObject* parent) : QObject(parent), m_tree(first) {}

QString History::undoText() const {
    return canUndo() ? QString::fromStdString(m_tree.step(m_tree.current()).text) : QString();
}

QString History::redoText() const {
    return canRedo() ? QString::fromStdString(m_tree.step(m_tree.step(m_tree.current()).redo).text)
                     : QString();
}

const Metric* History::headline(int step) const {
    const auto found = m_headlines.find(step);
    return found == m_headlines.end() ? nullptr : &found->second;
}

template <class Act>
void History::act(Act act) {
    const Scenario before = m_tree.scenario();
    act();
    if (!(m_tree.scenario() == before))
        emit moved();
    emit changed();
}

void History::change(Scenario next, const QString& text, int knob) {
    act([&] { m_tree.change(std::move(next), text.toStdString(), knob); });
}
void History::undo() {
    act([&] { m_tree.undo(); });
}
void History::redo() {
    act([&] { m_tree.redo(); });
}
void History::jump(int step) {
    act([&] { m_tree.jump(step); });
}
void History::rename(int step, const QString& name) {
    act([&] { m_tree.rename(step, name.toStdString()); });
}
void History::remove(int step) {
    act([&] {
        m_tree.remove(step);
        std::erase_if(m_headlines, [&](const auto& entry) { return !m_tree.has(entry.first); });
    });
}

void History::accept(const Outcome& outcome) {
    m_tree.accept();
    if (!outcome.metrics.empty())
        m_headlines[m_tree.current()] = outcome.metrics.front();
    emit changed();
}

void History::refuse() {
    act([&] { m_tree.refuse(); });
}

void History::replace(ChangeTree tree) {
    m_headlines.clear();
    m_tree = std::move(tree);
    emit moved(); // also where the same is asked: it has no headline yet
    emit changed();
}

} // namespace supernode
