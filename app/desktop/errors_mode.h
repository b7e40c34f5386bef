// SPDX-License-Identifier: GPL-3.0-or-later
// The page of our own errors: the model against every published result, worst first, predictions apart from
// what constants were fitted to.
//
// The cases run once, on a thread of their own, when the page is first shown. Thread: GUI.
// Promise: every published case stands on the page. [ErrorsModeTest.EveryCaseStandsOnThePage]
#pragma once

#include "app/desktop/newest_work.h"
#include "app/files/case_run.h"
#include "app/files/fact_file.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace supernode {

class ErrorRow;
class PillButton;

class ErrorsMode : public QWidget {
    Q_OBJECT

public:
    explicit ErrorsMode(QWidget* parent = nullptr);

    void setActive(bool active);
    void waitForAnswer();
    const std::vector<ErrorRow*>& rows() const { return m_rows; }
    QString headline() const;
    QString detail() const;
    PillButton* openButton() const { return m_open; }

signals:
    void openRequested(const supernode::Scenario& scenario);

private:
    QWidget* buildHead();
    QWidget* buildColumn(QLabel*& title, QVBoxLayout*& rows);
    QWidget* buildDetail();
    void receive(std::vector<CaseResult> results);
    void showSummary();
    void addRow(const CaseResult& result, std::size_t index);
    void choose(std::size_t index);

    std::vector<CaseResult> m_results; // worst first
    std::vector<ErrorRow*> m_rows;     // of m_results
    FactTable m_facts;
    std::size_t m_chosen = 0;
    QLabel *m_headline = nullptr, *m_summary = nullptr, *m_predicted = nullptr, *m_fitted = nullptr;
    QLabel *m_detailTitle = nullptr, *m_detail = nullptr;
    QVBoxLayout *m_predictedRows = nullptr, *m_fittedRows = nullptr;
    PillButton* m_open = nullptr;
    bool m_isAsked = false;
    NewestWork m_running{this};
};

} // namespace supernode
