// SPDX-License-Identifier: GPL-3.0-or-later
// The page of the machines: two scenes side by side, one clock, who is done first.
//
// Of several machines the first two stand here. Thread: GUI.
// Promise: both machines run on one clock; the one that is done stands still.
// [MainWindowTest.TheMachineThatIsDoneStandsStill]
#pragma once

#include "app/desktop/pace.h"
#include "app/desktop/playhead.h"
#include "views/charts/board_rows.h"
#include "views/scene/hall_view.h"

#include <array>

class QBoxLayout;
class QLabel;

namespace supernode {

class ElidedLabel;
class LinkedHalls;
class PillButton;
class Segmented;
class SignButton;

class MachinesPage : public QWidget {
    Q_OBJECT

public:
    explicit MachinesPage(HostChoice renderer, QWidget* parent = nullptr);

    // Outcomes are not null. `work`: what all of them do, in a sentence.
    void setMachines(const std::vector<BoardMachine>& machines, const QString& work);
    void showMoment();
    QString timeText(int side) const;
    HallView& hall(int side) { return *m_sides[static_cast<std::size_t>(side)].hall; }
    Playhead& playhead() { return m_playhead; }
    PillButton& fairButton() { return *m_fair; }
    LinkedHalls& link() { return *m_link; }
    Segmented& linkSwitch() { return *m_linkSwitch; }

signals:
    void fairAsked(); // the nearest comparison that both can do

private:
    struct Side {
        HallView* hall = nullptr;
        QLabel *title = nullptr, *time = nullptr;
        ElidedLabel *subtitle = nullptr, *selected = nullptr;
        std::optional<BoardMachine> machine;

        bool runs() const { return machine && machine->cannot.isEmpty(); }
    };
    QWidget* buildSide(Side& side, HostChoice renderer);
    QBoxLayout* buildClock();
    void show(Side& side);
    QString momentText(const Side& side, const Side& other) const;

    std::array<Side, 2> m_sides;
    LinkedHalls* m_link = nullptr;
    Segmented* m_linkSwitch = nullptr;
    PillButton* m_fair = nullptr;
    SignButton* m_play = nullptr;
    ElidedLabel* m_clock = nullptr;
    Playhead m_playhead;
    Pace m_pace;
};

} // namespace supernode
