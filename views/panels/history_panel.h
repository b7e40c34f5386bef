// SPDX-License-Identifier: GPL-3.0-or-later
// Every step of the history as a line: what was done, what the headline was, and how it differs from the one
// that is compared with. A click goes there; branches are set in.
//
// Emits intents; the list comes back through setEntries. Thread: GUI.
// Promise: every line says what it wants. [HistoryPanelTest.EveryLineSaysWhatItWants]
#pragma once

#include "views/panels/painted.h"

#include <QFrame>

#include <vector>

class QLineEdit;
class QVBoxLayout;

namespace supernode {

class PillButton;
class SignButton;

struct HistoryEntry {
    int step = 0;
    int depth = 0;    // of the branch, 0 for the first
    QString text;     // its name, or what was done
    QString headline; // "150 TB/s", "" before the answer
    QString change;   // against what is compared with: "▼ -14 %"
    bool present = false;
    bool compared = false; // the others are held against it
    bool operator==(const HistoryEntry&) const = default;
};

class HistoryLine : public PaintedButton {
    Q_OBJECT

public:
    HistoryLine(const HistoryEntry& entry, QWidget* parent);
    const HistoryEntry& entry() const { return m_entry; }
    QSize sizeHint() const override { return {200, space::mainTarget}; }
    QSize minimumSizeHint() const override { return {96, space::mainTarget}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    HistoryEntry m_entry;
};

class HistoryPanel : public QFrame {
    Q_OBJECT

public:
    explicit HistoryPanel(QWidget* parent = nullptr);
    void setEntries(const std::vector<HistoryEntry>& entries, const QString& presentName);

    const std::vector<HistoryLine*>& lines() const { return m_lines; }
    QLineEdit* name() const { return m_name; }
    PillButton* compare() const { return m_compare; } // the present one with the others, or no more
    PillButton* remove() const { return m_remove; }   // the present one and what grew out of it

signals:
    void jumpRequested(int step);
    void nameGiven(int step, const QString& name);
    void removeRequested(int step);
    void compareRequested(int step); // -1: with none

private:
    int present() const;
    std::vector<HistoryEntry> m_entries;
    std::vector<HistoryLine*> m_lines;
    QVBoxLayout* m_column;
    QLineEdit* m_name;
    PillButton *m_compare, *m_remove;
};

} // namespace supernode
