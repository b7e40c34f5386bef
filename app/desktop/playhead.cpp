// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/playhead.h"

#include "views/panels/timeline_scale.h"

#include <algorithm>
#include <cmath>

namespace supernode {

Playhead::Playhead(QObject* parent) : QObject(parent) {
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(33);
    connect(&m_timer, &QTimer::timeout, this,
            [this] { advance(static_cast<double>(m_clock.restart()) / 1e3); });
}

void Playhead::setEnd(Duration end, Duration watched) {
    // Another length keeps the share of the run that has passed: at the end of a shorter one nothing would
    // move.
    const Duration time = m_end.base() > 0 && end != m_end ? end * (m_time / m_end) : m_time;
    m_end = end;
    if (const Duration scale = scaleFor(watched); scale != m_automatic) {
        m_automatic = scale;
        setScale(scale);
    }
    setTime(time);
}

void Playhead::setScale(Duration scale) {
    // From a blink to a few minutes for the whole run: beyond that nothing can be seen.
    if (m_end.base() > 0)
        scale = std::clamp(scale, m_end / 300, m_end * 2.0);
    if (scale.base() <= 0 || scale == m_scale)
        return;
    m_scale = scale;
    emit scaleChanged(scale);
}

void Playhead::setLoop(std::optional<TimeSpan> loop) {
    m_loop = loop && loop->length().base() > 0 ? loop : std::nullopt;
    if (m_loop && (m_time < m_loop->from || m_time > m_loop->to))
        setTime(m_loop->from);
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
    const double next = m_time.base() + secondsOnScreen * m_scale.base();
    if (m_loop && (next > m_loop->to.base() || next < m_loop->from.base()))
        m_time = m_loop->from +
                 seconds(std::fmod(std::max(0.0, next - m_loop->from.base()), m_loop->length().base()));
    else
        m_time = seconds(std::fmod(next, m_end.base()));
    emit moved(m_time);
}

} // namespace supernode
