// SPDX-License-Identifier: GPL-3.0-or-later
// The clock of the program: play, step, scrub, and the time scale written out.
//
// It owns no clock: the owner advances the playhead and calls setPlayhead. Thread: GUI.
// Promise: every control says what it wants. [TimelineBar.EveryControlEmitsItsIntent]
#pragma once

#include "views/panels/timeline_blocks.h"
#include "views/panels/timeline_scale.h"

#include <QFrame>

#include <optional>

class QLabel;

namespace supernode {

class SignButton;
class TimelineTrack;

class TimelineBar : public QFrame {
    Q_OBJECT

public:
    explicit TimelineBar(QWidget* parent = nullptr);
    void setOutcome(OutcomePtr outcome);
    void setPlayhead(Duration time);
    void setPlaying(bool playing);
    void setTimeScale(Duration perSecond); // of the time there in one second here
    void setUnfolded(bool unfolded);       // what stands above it

    SignButton* playButton() const { return m_play; }
    SignButton* backButton() const { return m_back; }
    SignButton* forwardButton() const { return m_forward; }
    SignButton* againButton() const { return m_again; }
    SignButton* slowerButton() const { return m_slower; }
    SignButton* fasterButton() const { return m_faster; }
    SignButton* foldButton() const { return m_fold; }
    TimelineTrack* track() const { return m_track; }
    QString scaleText() const;

signals:
    void playToggled();
    void replayRequested();
    void timeScrubbed(supernode::Duration time);
    void scaleChanged(supernode::Duration perSecond);
    void loopChosen(std::optional<supernode::TimeSpan> loop);
    void foldToggled();

private:
    void setWords();
    OutcomePtr m_outcome;
    Duration m_scale = microseconds(50);
    bool m_playing = false, m_unfolded = false;
    SignButton *m_back, *m_play, *m_forward, *m_again, *m_slower, *m_faster, *m_fold;
    QLabel *m_scaleLabel, *m_now;
    TimelineTrack* m_track;
};

} // namespace supernode
