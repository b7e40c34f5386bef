// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/playhead.h"

#include <algorithm>
#include <cmath>

namespace supernode {

double scaleFor(Duration end) {
    if (!(end.base() > 0) || !std::isfinite(end.base()))
        return 1e-6;
    const double wanted = end.base() / 10;
    const double power = std::pow(10.0, std::floor(std::log10(wanted)));
    for (const double step : {1.0, 2.0, 5.0})
        if (wanted <= step * power * (1 + 1e-9))
            return step * power;
    return 10 * power;
}

Playhead::Playhead(QObject* parent) : QObject(parent) {
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(33);
    connect(&m_timer, &QTimer::timeout, this,
            [this] { advance(static_cast<double>(m_clock.restart()) / 1e3); });
}

void Playhead::setEnd(Duration end) {
    const double before = scaleFor(m_end);
    m_end = end;
    if (const double scale = scaleFor(end); scale != before)
        setScale(scale);
    setTime(m_time);
}

void Playhead::setScale(double scale) {
    if (!(scale > 0) || scale == m_scale)
        return;
    m_scale = scale;
    emit scaleChanged(scale);
}

void Playhead::setTime(Duration time) {
    m_time = std::clamp(time, Duration(), m_end);
    emit moved(m_time);
}

void Playhead::setPlaying(bool playing) {
    if (playing == isPlaying())
        return;
    if (playing) {
        m_clock.start();
        m_timer.start();
    } else {
        m_timer.stop();
    }
    emit playingChanged(playing);
}

void Playhead::advance(double secondsOnScreen) {
    if (m_end.base() <= 0)
        return;
    const double next = m_time.base() + secondsOnScreen * m_scale;
    m_time = seconds(std::fmod(next, m_end.base()));
    emit moved(m_time);
}

} // namespace supernode
