// SPDX-License-Identifier: GPL-3.0-or-later
// Where in the answer's time we are, and how fast it passes on screen.
//
// Units: model time as Duration; the scale is the model time that passes in one second on screen. At the end
// it starts again, so that a run of microseconds can be watched. Thread: GUI. Promise: playing for a second
// advances the model by the scale. [Playhead.ASecondOfPlayingIsTheScale]
#pragma once

#include "views/panels/timeline_blocks.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace supernode {

class Playhead : public QObject {
    Q_OBJECT

public:
    explicit Playhead(QObject* parent = nullptr);

    Duration time() const { return m_time; }
    Duration end() const { return m_end; }
    Duration scale() const { return m_scale; }
    bool isPlaying() const { return m_timer.isActive(); }

    // A new answer keeps the share of its time that has passed.
    // [Playhead.AnotherLengthKeepsTheShareThatHasPassed] Its end, and the scale at which it takes about ten
    // seconds, one of 1, 2, 5 times a power of ten.
    void setEnd(Duration end) { setEnd(end, end); }
    // The scale is chosen so that `watched` of it takes about ten seconds.
    void setEnd(Duration end, Duration watched);
    void setScale(Duration scale);
    void setTime(Duration time); // clamped
    void setPlaying(bool playing);
    // While there is a loop, playing goes round in it. A new answer takes it back.
    // Promise: playing stays in the loop. [Playhead.PlayingStaysInTheLoop]
    void setLoop(std::optional<TimeSpan> loop);
    void advance(double secondsOnScreen);

signals:
    void moved(supernode::Duration time);
    void scaleChanged(supernode::Duration scale);
    void playingChanged(bool playing);

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    Duration m_time, m_end;
    std::optional<TimeSpan> m_loop;
    Duration m_scale = microseconds(1);
    Duration m_automatic; // the scale that was chosen for the length of the run
};

} // namespace supernode
