// SPDX-License-Identifier: GPL-3.0-or-later
// The history of a question as a tree: every change is a step, going back and changing something else begins
// a branch, and nothing is lost but what a person deletes.
//
// A step keeps its number for life; 0 is the beginning. Undo goes to the parent, redo to the child that was
// visited last. Thread: a value. Cost: a whole scenario for each step.
// Promise: undo gives the scenario before to the bit, what is loaded is what was saved, and a refused change
// leaves everything as it was, in any order of all of them.
// [ChangeTree.TenThousandRandomSequencesLoseNothing]
#pragma once

#include "model/scenario/scenario.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace supernode {

struct ChangeStep {
    int parent = -1;                   // -1: the beginning
    std::string text;                  // what was done: "plane 3 failed"
    std::string name;                  // that a person gave it; mostly ""
    Scenario scenario;                 // after it
    int redo = -1;                     // the child that redo goes to; -1: none
    int knob = -1;                     // moves of one knob are one step while nothing else happens
    bool answered = false;             // the model has taken this scenario
    int displaced = -1;                // where redo went from its parent before
    std::optional<Scenario> good = {}; // the last one that it took, while a knob is still moved
    std::string goodText = {};         // what was done then

    bool operator==(const ChangeStep&) const = default;
};

class ChangeTree {
public:
    static constexpr int beginning = 0;

    explicit ChangeTree(Scenario first);

    const std::map<int, ChangeStep>& steps() const { return m_steps; }
    const ChangeStep& step(int id) const { return m_steps.at(id); }
    bool has(int id) const { return m_steps.contains(id); }
    int current() const { return m_current; }
    const Scenario& scenario() const { return step(m_current).scenario; }
    std::vector<int> children(int id) const; // in the order in which they were made
    std::vector<int> wayTo(int id) const;    // from the beginning
    bool canUndo() const { return step(m_current).parent >= 0; }
    bool canRedo() const { return step(m_current).redo >= 0; }

    // A child of the present step. Another move of the same knob (0 or more) changes the step instead, and
    // one that leads back to the step before takes it away. False when nothing changes.
    bool change(Scenario next, std::string text, int knob = -1);
    void undo(); // where they can
    void redo();
    void jump(int id);
    void rename(int id, std::string name);
    // The step and all that grew out of it; the present becomes its parent when it stood there. Not the
    // beginning.
    void remove(int id);

    // What the model said to the present scenario. A refused one is taken back: false when there is nothing
    // to go back to.
    void accept();
    bool refuse();

    // As a file gives it back; the steps must be sound (history_file.h checks them).
    ChangeTree(std::map<int, ChangeStep> steps, int current);

    // What a file keeps: steps, names, scenarios, the present, where redo goes.
    bool sameAs(const ChangeTree& other) const;

private:
    void enter(int id);

    std::map<int, ChangeStep> m_steps;
    int m_current = beginning;
    int m_next = 1;
};

} // namespace supernode
