// SPDX-License-Identifier: GPL-3.0-or-later
// Compare: two machines, one clock, the same work, and a board of charts beneath.
//
// Pages: the machines with the cards that say most beneath them; the whole board; all of them over a range;
// what is claimed of them. Thread: GUI. The left machine carries the changes of the session when it is the
// session's own.
#pragma once

#include "app/desktop/board_page.h"
#include "app/desktop/contenders.h"
#include "app/desktop/machines_page.h"
#include "app/desktop/session.h"

#include <QWidget>

#include <optional>

class QBoxLayout;

namespace supernode {

class ClaimsPage;
class CurvesPage;
class Segmented;

class CompareMode : public QWidget {
    Q_OBJECT

public:
    CompareMode(Session& session, HostChoice renderer, QWidget* parent = nullptr);

    enum Page : int { TheMachines, TheBoard, CurvesOfThem, ClaimsOfThem }; // as pageWords() has them
    void showPage(int page);
    Segmented& pageSwitch() { return *m_pages; }
    // What a person has chosen here, for the same mode in another language.
    struct State {
        int page = TheMachines;
        Per per = Per::System;
        std::vector<Guest> guests;
    };
    State state() const;
    void restore(const State& state);
    Contenders& contenders() { return *m_contenders; }
    ClaimsPage& claims() { return *m_claims; }
    CurvesPage& curves() { return *m_curves; }
    MachinesPage& machines() { return *m_machines; }
    QString timeText(int side) const { return m_machines->timeText(side); }
    HallView& hall(int side) { return m_machines->hall(side); }
    ComparisonBoard& board() { return m_boardPage->board(); }
    NumberSheet& numberSheet() { return m_boardPage->sheet(); }
    Playhead& playhead() { return m_machines->playhead(); }
    void setActive(bool active);
    void waitForAnswer();
    // Everything that is compared, as files (comparison_files.h); a sentence when it failed, else "".
    QString writeFiles(const QString& folder);
    PillButton& reportButton() { return *m_report; }
    PillButton& fairButton() { return m_machines->fairButton(); }

signals:
    void answered();
    void told(const QString& sentence);

private:
    QBoxLayout* buildHead();
    void report();
    void ask();
    void receive(const Answer& answer);
    void askForFairWork();

    Session& m_session;
    Segmented* m_pages = nullptr;
    PillButton* m_report = nullptr;
    Contenders* m_contenders = nullptr;
    std::optional<Workload> m_fairWork; // that all machines can do, where one cannot do what is asked
    MachinesPage* m_machines = nullptr;
    BoardPage* m_boardPage = nullptr;
    CurvesPage* m_curves = nullptr;
    ClaimsPage* m_claims = nullptr;
    Per m_per = Per::System;
    bool m_active = false;
    std::uint64_t m_asked = 0, m_answered = 0;
    std::vector<Scenario> m_questions;                // the newest
    std::vector<QString> m_cannot;                    // of the newest question
    std::vector<std::optional<std::size_t>> m_guests; // which of them a machine is; of the newest question
    std::vector<BoardMachine> m_compared;             // of the newest answer
    NewestWork m_fair{this};
    std::unique_ptr<Evaluator> m_evaluator; // last: stops before what it delivers to
};

} // namespace supernode
