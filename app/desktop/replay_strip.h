// SPDX-License-Identifier: GPL-3.0-or-later
// The strip over the picture while a replay runs: how long ago, how much slower, and where to go in it.
//
// Ownership: an ordinary child widget; it works the replay, which outlives it. Thread: GUI.
// Promise: every control of it does what it says. [ReplayTest.TheControlsOfTheStripDoWhatTheySay]
#pragma once

#include "app/desktop/replay.h"

#include <QFrame>

class QLabel;

namespace supernode {

class PillButton;
class SignButton;
class TrackSlider;

class ReplayStrip : public QFrame {
    Q_OBJECT

public:
    explicit ReplayStrip(Replay& replay, QWidget* parent = nullptr);
    SignButton* playButton() const { return m_play; }
    SignButton* backButton() const { return m_back; }
    SignButton* forwardButton() const { return m_forward; }
    PillButton* doneButton() const { return m_done; }
    TrackSlider* slider() const { return m_slider; }
    QString sentence() const;

private:
    void showPosition();
    Replay& m_replay;
    SignButton *m_back, *m_play, *m_forward;
    TrackSlider* m_slider; // tenths of a second
    QLabel* m_sentence;
    PillButton* m_done;
};

} // namespace supernode
