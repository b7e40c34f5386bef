// SPDX-License-Identifier: GPL-3.0-or-later
// The page of claims: what vendors and analysts say of the two machines, counted again, one row each.
//
// The claims are counted on a thread of their own when the page is first shown, and anew when a machine has
// changed. Thread: GUI. Promise: a what-if changes what is counted. [ClaimsPageTest.AWhatIfIsCountedAnew]
#pragma once

#include "app/desktop/newest_work.h"
#include "app/files/claim_check.h"

#include <QWidget>

#include <optional>

class QLabel;
class QVBoxLayout;

namespace supernode {

class ClaimRow;

class ClaimsPage : public QWidget {
    Q_OBJECT

public:
    explicit ClaimsPage(QWidget* parent = nullptr);

    // The machines that are compared; those of the program stand in for what is not among them.
    void setMachines(const std::vector<ClaimedMachine>& machines);
    void setActive(bool active);
    void count(); // where a machine has changed; even where it is not shown
    void waitForAnswer();
    const std::vector<ClaimRow*>& rows() const { return m_rows; }
    const std::vector<CheckedClaim>& checked() const { return m_checked; }
    QString headline() const;
    QString detail() const;

private:
    QWidget* buildDetail();
    void receive(std::vector<CheckedClaim> checked);
    void choose(std::size_t index);

    std::vector<ClaimedMachine> m_machines;
    std::optional<std::vector<ClaimedMachine>> m_asked;
    std::vector<CheckedClaim> m_checked;
    std::vector<ClaimRow*> m_rows; // of m_checked
    std::size_t m_chosen = 0;
    bool m_active = false;
    QLabel *m_headline = nullptr, *m_key = nullptr;
    QLabel *m_detailTitle = nullptr, *m_detail = nullptr;
    QVBoxLayout* m_list = nullptr;
    NewestWork m_counting{this};
};

} // namespace supernode
