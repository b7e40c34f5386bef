// SPDX-License-Identifier: GPL-3.0-or-later
// Compare: two machines, one clock, the same work, and a board of charts beneath.
//
// Pages: the machines with the cards that say most beneath them; the whole board; both over a range; what is
// claimed of them. Thread: GUI. The left machine carries the changes of the session when it is the session's
// own. Promise: both machines run on one clock; the one that is done stands still.
// [MainWindowTest.TheMachineThatIsDoneStandsStill]
#pragma once

#include "app/desktop/playhead.h"
#include "app/desktop/session.h"
#include "views/charts/board_rows.h"
#include "views/scene/hall_view.h"

#include <QWidget>

#include <array>
#include <future>
#include <optional>

class QBoxLayout;
class QLabel;

namespace supernode {

class ClaimsPage;
class ComparisonBoard;
class CurvesPage;
class PillButton;
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
    HallView& hall(int side) { return *m_sides[static_cast<std::size_t>(side)].hall; }
    ComparisonBoard& board() { return *m_board; }
    Playhead& playhead() { return m_playhead; }
    void setActive(bool active);
    void waitForAnswer();
    // Everything that is compared, as files (comparison_files.h); a sentence when it failed, else "".
    QString writeFiles(const QString& folder);
    PillButton& reportButton() { return *m_report; }

signals:
    void answered();
    void told(const QString& sentence);
    void measured(); // the benchmarks of the board are there

private:
    struct Side {
        HallView* hall = nullptr;
        QLabel *title = nullptr, *subtitle = nullptr, *time = nullptr;
        OutcomePtr outcome;
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
    void receiveBenchmarks(const std::vector<Benchmark>& made);
    QString workText() const;

    Session& m_session;
    std::array<Side, 2> m_sides;
    Segmented* m_pages = nullptr;
    PillButton* m_report = nullptr;
    QWidget* m_machines = nullptr; // halls and clock
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
    std::optional<std::array<Scenario, 2>> m_measured; // the machines that they belong to
    std::future<void> m_measuring;                     // waited for at the end
    bool m_isMeasuring = false;
    std::unique_ptr<Evaluator> m_evaluator; // last: stops before what it delivers to
};

} // namespace supernode
