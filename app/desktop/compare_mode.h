// SPDX-License-Identifier: GPL-3.0-or-later
// Compare: two machines, one clock, the same work, and a board of charts beneath.
//
// Pages: the machines with the cards that say most beneath them; the whole board; both over a range; what is
// claimed of them. Thread: GUI. The left machine carries the changes of the session when it is the session's
// own. Promise: both machines run on one clock; the one that is done stands still.
// [MainWindowTest.TheMachineThatIsDoneStandsStill]
#pragma once

#include "app/desktop/newest_work.h"
#include "app/desktop/playhead.h"
#include "app/desktop/session.h"
#include "views/charts/number_words.h"
#include "views/scene/hall_view.h"

#include <QWidget>

#include <array>
#include <optional>

class QBoxLayout;
class QLabel;

namespace supernode {

class ClaimsPage;
class ComparisonBoard;
class CurvesPage;
class PillButton;
class NumberSheet;
class Segmented;
class SignButton;

class CompareMode : public QWidget {
    Q_OBJECT

public:
    CompareMode(Session& session, HostChoice renderer, QWidget* parent = nullptr);

    enum Page : int { MachinesPage, BoardPage, CurvesOfThem, ClaimsOfThem }; // as pageWords() has them
    void showPage(int page);
    Segmented& pageSwitch() { return *m_pages; }
    ClaimsPage& claims() { return *m_claims; }
    CurvesPage& curves() { return *m_curves; }
    QString timeText(int side) const;
    HallView& hall(int side) { return *m_sides[static_cast<std::size_t>(side)].hall; }
    ComparisonBoard& board() { return *m_board; }
    NumberSheet& numberSheet() { return *m_sheet; }
    Playhead& playhead() { return m_playhead; }
    void setActive(bool active);
    void waitForAnswer();
    // Everything that is compared, as files (comparison_files.h); a sentence when it failed, else "".
    QString writeFiles(const QString& folder);
    PillButton& reportButton() { return *m_report; }
    PillButton& fairButton() { return *m_fair; }

signals:
    void answered();
    void told(const QString& sentence);

private:
    struct Side {
        HallView* hall = nullptr;
        QLabel *title = nullptr, *subtitle = nullptr, *time = nullptr;
        OutcomePtr outcome; // the data sheet where it cannot do the work
        QString cannot;
    };
    QWidget* buildSide(Side& side, HostChoice renderer);
    QWidget* buildMachines(HostChoice renderer);
    QBoxLayout* buildHead();
    QBoxLayout* buildClock();
    void report();
    void ask();
    void receive(const Answer& answer);
    void show(Side& side);
    void showMoment();
    void tellPages();
    void askForBenchmarks();
    void showBoard();
    void explain(const QString& id);
    void tellSheet(const QString& id, const std::vector<PartMoves>& moves);
    QString workText() const;

    Session& m_session;
    std::array<Side, 2> m_sides;
    Segmented* m_pages = nullptr;
    PillButton *m_report = nullptr, *m_fair = nullptr;
    std::optional<Workload> m_fairWork; // that all machines can do, where one cannot do what is asked
    QWidget* m_machines = nullptr;      // halls and clock
    ComparisonBoard* m_board = nullptr;
    CurvesPage* m_curves = nullptr;
    ClaimsPage* m_claims = nullptr;
    SignButton* m_play = nullptr;
    QLabel* m_clock = nullptr;
    Playhead m_playhead;
    Per m_per = Per::System;
    bool m_active = false;
    std::uint64_t m_asked = 0, m_answered = 0;
    std::vector<Benchmark> m_benchmarks;
    std::optional<std::vector<Scenario>> m_measured; // the machines that they belong to
    std::array<QString, 2> m_cannot;                 // of the newest question
    NumberSheet* m_sheet = nullptr;
    NewestWork m_measuring{this}, m_explaining{this};
    std::unique_ptr<Evaluator> m_evaluator; // last: stops before what it delivers to
};

} // namespace supernode
