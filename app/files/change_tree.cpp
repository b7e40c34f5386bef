// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/change_tree.h"

#include <algorithm>
#include <utility>

namespace supernode {

ChangeTree::ChangeTree(Scenario first) { m_steps[beginning].scenario = std::move(first); }

ChangeTree::ChangeTree(std::map<int, ChangeStep> steps, int current)
    : m_steps(std::move(steps)), m_current(current), m_next(m_steps.rbegin()->first + 1) {}

std::vector<int> ChangeTree::children(int id) const {
    std::vector<int> all;
    for (const auto& [number, step] : m_steps)
        if (step.parent == id)
            all.push_back(number);
    return all;
}

std::vector<int> ChangeTree::wayTo(int id) const {
    std::vector<int> way;
    for (int at = id; at >= 0; at = step(at).parent)
        way.push_back(at);
    std::reverse(way.begin(), way.end());
    return way;
}

// Redo leads along the way to the present.
void ChangeTree::enter(int id) {
    m_current = id;
    for (int at = id; step(at).parent >= 0; at = step(at).parent)
        m_steps[step(at).parent].redo = at;
}

bool ChangeTree::change(Scenario next, std::string text, int knob) {
    if (next == scenario())
        return false;
    ChangeStep& now = m_steps[m_current];
    if (knob >= 0 && now.knob == knob && children(m_current).empty() && now.parent >= 0) {
        if (next == step(now.parent).scenario) {
            remove(m_current);
            return true;
        }
        now.scenario = std::move(next);
        now.text = std::move(text);
        now.answered = false;
        return true;
    }
    const int id = m_next++;
    ChangeStep made{m_current, std::move(text), {}, std::move(next), -1, knob};
    made.displaced = now.redo;
    m_steps[id] = std::move(made);
    enter(id);
    return true;
}

void ChangeTree::undo() {
    if (canUndo())
        m_current = step(m_current).parent;
}

void ChangeTree::redo() {
    if (canRedo())
        m_current = step(m_current).redo;
}

void ChangeTree::jump(int id) {
    if (has(id))
        enter(id);
}

void ChangeTree::rename(int id, std::string name) {
    if (has(id))
        m_steps[id].name = std::move(name);
}

void ChangeTree::remove(int id) {
    if (id == beginning || !has(id))
        return;
    const int parent = step(id).parent, displaced = step(id).displaced;
    const std::vector<int> way = wayTo(m_current);
    if (std::find(way.begin(), way.end(), id) != way.end())
        m_current = parent;
    std::vector<int> doomed{id};
    for (std::size_t i = 0; i < doomed.size(); ++i)
        for (const int child : children(doomed[i]))
            doomed.push_back(child);
    for (const int gone : doomed)
        m_steps.erase(gone);
    if (m_steps[parent].redo == id) {
        const std::vector<int> left = children(parent);
        m_steps[parent].redo = has(displaced) ? displaced : left.empty() ? -1 : left.back();
    }
}

void ChangeTree::accept() {
    ChangeStep& now = m_steps[m_current];
    now.answered = true;
    if (now.knob >= 0) {
        now.good = now.scenario;
        now.goodText = now.text;
    }
}

bool ChangeTree::refuse() {
    ChangeStep& now = m_steps[m_current];
    if (now.good && !(*now.good == now.scenario)) {
        now.scenario = *now.good;
        now.text = now.goodText;
        return true;
    }
    if (now.parent < 0)
        return false;
    if (now.answered)
        m_current = now.parent; // it was right once: out of memory, say
    else
        remove(m_current);
    return true;
}

bool ChangeTree::sameAs(const ChangeTree& other) const {
    const auto kept = [](const auto& a, const auto& b) {
        const ChangeStep &x = a.second, &y = b.second;
        return a.first == b.first && x.parent == y.parent && x.text == y.text && x.name == y.name &&
               x.scenario == y.scenario && x.redo == y.redo;
    };
    return m_current == other.m_current &&
           std::equal(m_steps.begin(), m_steps.end(), other.m_steps.begin(), other.m_steps.end(), kept);
}

} // namespace supernode
