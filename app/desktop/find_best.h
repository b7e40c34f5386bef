// SPDX-License-Identifier: GPL-3.0-or-later
// Find the best: up to three knobs take several values, every combination is answered in the background, and
// a click on one of them asks it.
//
// A page of the sheet. The runner outlives it: what was found stays when the language changes. Thread: GUI.
// Promise: a click on a row or a dot is one step of the history.
// [FindBestSheet.AClickOnARowIsOneStepOfTheHistory] Promise: what is saved is what `supernode sweep` writes.
// [FindBestSheet.WhatIsSavedIsWhatTheCommandWrites]
#pragma once

#include "app/desktop/session.h"
#include "app/desktop/sweep_knobs.h"
#include "app/desktop/sweep_runner.h"

#include <QElapsedTimer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QTableView;
class QVBoxLayout;

namespace supernode {

class ChoiceField;
class PillButton;
class ProgressLine;
class ScatterCard;
class SweepTable;
class VaryRow;

class FindBest : public QWidget {
    Q_OBJECT

public:
    FindBest(Session& session, SweepRunner& runner, QWidget* parent = nullptr);

    const std::vector<VaryRow*>& rows() const { return m_rows; }
    PillButton* addButton() const { return m_add; }
    PillButton* startButton() const { return m_start; } // also holds it and goes on
    PillButton* cancelButton() const { return m_cancel; }
    PillButton* saveButton() const { return m_save; }
    PillButton* copyButton() const { return m_copy; }
    ChoiceField* across() const { return m_across; }
    ChoiceField* up() const { return m_up; }
    QTableView* table() const { return m_view; }
    SweepTable& model() { return *m_table; }
    ScatterCard& chart() { return *m_chart; }
    ProgressLine* progress() const { return m_progress; }
    QString said() const;
    QString commandLine() const; // that writes the same; "" where there is no code
    void saveTo(const QString& path);

protected:
    void showEvent(QShowEvent* event) override;

signals:
    void saveRequested(); // asks for a path, then saveTo
    void told(const QString& sentence);

private:
    QHBoxLayout* buildButtons();
    QWidget* buildTable();
    void addRow(const SweepKnob& knob);
    void removeRow(VaryRow* row);
    void offerKnobs(); // of the newest answer
    const SweepKnob* knobOf(const VaryRow& row) const;
    std::vector<Variation> asked() const; // empty: something is not understood
    void press();
    void showQuestion();
    void showState();
    void showRows();
    void beginRows();
    void chooseMetrics();
    void load(int row);

    Session& m_session;
    SweepRunner& m_runner;
    std::vector<SweepKnob> m_knobs;  // of the present question
    std::vector<SweepKnob> m_varied; // of the newest sweep
    bool m_columns = false;          // the table has them
    bool m_byHand = false;           // a person chose the axes
    TellingColumns m_axes;
    QElapsedTimer m_running;
    QVBoxLayout* m_rowsColumn;
    std::vector<VaryRow*> m_rows;
    PillButton *m_add, *m_start, *m_cancel, *m_save, *m_copy;
    ProgressLine* m_progress;
    QLabel* m_said;
    ChoiceField *m_across, *m_up;
    ScatterCard* m_chart;
    QTableView* m_view;
    SweepTable* m_table;
};

} // namespace supernode
