// SPDX-License-Identifier: GPL-3.0-or-later
// Where in the answer's time we are, and how fast it passes on screen.
//
// Units: model time as Duration; scale in model seconds per second on screen. At the end it starts again, so
// that a run of microseconds can be watched. Thread: GUI. Promise: playing for a second advances the model by
// the scale. [Playhead.ASecondOfPlayingIsTheScale]
#pragma once

#include "model/base/units.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace supernode {

class Playhead : public QObject {
    Q_OBJECT

public:
    explicit Playhead(QObject* parent = nullptr);

    Duration time() const { return m_time; }
    Duration end() const { return m_end; }
    double scale() const { return m_scale; }
    bool isPlaying() const { return m_timer.isActive(); }

    // A new answer: its end, and the scale at which it takes about ten seconds, one of 1, 2, 5 times a power
    // of ten.
    void setEnd(Duration end);
    void setScale(double scale);
    void setTime(Duration time); // clamped
    void setPlaying(bool playing);
    void advance(double secondsOnScreen);

signals:
    void moved(supernode::Duration time);
    void scaleChanged(double scale);
    void playingChanged(bool playing);

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    Duration m_time, m_end;
    double m_scale = 1e-6;
};

// The scale at which `end` takes about ten seconds: 1, 2 or 5 times a power of ten; 1e-6 when nothing takes
// time.
double scaleFor(Duration end);

} // namespace supernode
