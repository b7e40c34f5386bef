// SPDX-License-Identifier: GPL-3.0-or-later
// What was on screen in the last thirty seconds, to be seen again in slow motion.
//
// A moment is an answer and a time in it, as they were shown; rests in which nothing moved are left out.
// Nothing is computed anew: while an answer played, its time runs on evenly between two notes; else a moment
// stays until the next, as it did. Units: seconds on screen; 0 is the oldest moment. At most mostAnswers
// answers are kept. Thread: GUI. Promise: what was shown is shown again, in its order.
// [ReplayTest.WhatWasShownIsShownAgainInItsOrder] Promise: it is as long as what moved, thirty seconds at
// most. [RecordingTest.IsAsLongAsWhatMovedThirtySecondsAtMost]
#pragma once

#include "model/outcome/outcome.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <vector>

namespace supernode {

struct ShownMoment {
    OutcomePtr outcome;
    Duration time;
    Duration scale; // of the time there in one second here
};

class Recording {
public:
    static constexpr double longest = 30; // seconds
    static constexpr std::size_t mostAnswers = 48;

    Recording() : m_notes(mostNotes) {}
    void note(ShownMoment moment, double secondsNow);
    double length() const; // seconds
    bool empty() const { return m_count == 0; }
    ShownMoment at(double seconds) const; // clamped; not of an empty one

private:
    static constexpr std::size_t mostNotes = 1200; // thirty a second, and what hands add
    struct Note {
        ShownMoment moment;
        double at = 0;
    };
    const Note& nth(std::size_t i) const { return m_notes[(m_first + i) % mostNotes]; }
    void dropOldest();
    std::size_t answers() const;
    std::vector<Note> m_notes; // a ring
    std::size_t m_first = 0, m_count = 0;
    double m_now = 0;
};

class Replay : public QObject {
    Q_OBJECT

public:
    static constexpr double slowness = 4; // seconds of the replay for one of what was shown

    explicit Replay(QObject* parent = nullptr);
    // What is shown now; nothing is noted during a replay.
    void note(ShownMoment moment);
    bool isOn() const { return m_on; }
    bool isPlaying() const { return m_timer.isActive(); }
    double position() const { return m_position; }
    double length() const { return m_recording.length(); }
    const Recording& recording() const { return m_recording; }
    void setRecording(const Recording& recording) { m_recording = recording; } // while it is off
    void start(); // nothing happens when there is nothing to see again
    void stop();
    void setPlaying(bool playing);
    void setPosition(double seconds);
    void step(int direction);             // by a second of what was shown; stands still then
    void advance(double secondsOnScreen); // at the end it stops

signals:
    void onChanged(bool on);
    void playingChanged(bool playing);
    void shown(const supernode::ShownMoment& moment);

private:
    Recording m_recording;
    QTimer m_timer;
    QElapsedTimer m_clock, m_frame;
    double m_position = 0;
    bool m_on = false;
};

} // namespace supernode
