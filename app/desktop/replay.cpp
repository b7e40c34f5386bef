// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/replay.h"

#include <algorithm>

namespace supernode {
namespace {

constexpr double rest = 0.25; // seconds: a longer one is cut to this

// What playing alone would have done, give or take a late frame.
bool played(const ShownMoment& from, const ShownMoment& to, double seconds) {
    return from.outcome == to.outcome && to.time >= from.time &&
           (to.time - from.time).base() <= 1.5 * from.scale.base() * seconds + 1e-15;
}

} // namespace

void Recording::note(ShownMoment moment, double secondsNow) {
    if (m_count == mostNotes)
        dropOldest();
    const double since = std::clamp(secondsNow - m_now, 0.0, rest);
    m_now = secondsNow;
    const double at = empty() ? 0 : nth(m_count - 1).at + since;
    m_notes[(m_first + m_count) % mostNotes] = {std::move(moment), at};
    ++m_count;
    while (length() > longest || answers() > mostAnswers)
        dropOldest();
}

void Recording::dropOldest() {
    m_notes[m_first].moment.outcome = nullptr;
    m_first = (m_first + 1) % mostNotes;
    --m_count;
}

// One after the other: an answer that comes back counts again.
std::size_t Recording::answers() const {
    std::size_t count = empty() ? 0 : 1;
    for (std::size_t i = 1; i < m_count; ++i)
        count += nth(i).moment.outcome != nth(i - 1).moment.outcome;
    return count;
}

double Recording::length() const { return empty() ? 0 : nth(m_count - 1).at - nth(0).at; }

ShownMoment Recording::at(double seconds) const {
    const double wanted = nth(0).at + std::clamp(seconds, 0.0, length());
    std::size_t low = 0, high = m_count; // the last note at or before it
    while (high - low > 1) {
        const std::size_t middle = (low + high) / 2;
        (nth(middle).at <= wanted ? low : high) = middle;
    }
    ShownMoment moment = nth(low).moment;
    if (low + 1 == m_count)
        return moment;
    const Note &from = nth(low), &to = nth(low + 1);
    if (played(from.moment, to.moment, to.at - from.at))
        moment.time =
            moment.time + (to.moment.time - from.moment.time) * ((wanted - from.at) / (to.at - from.at));
    return moment;
}

Replay::Replay(QObject* parent) : QObject(parent) {
    m_clock.start();
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(33);
    connect(&m_timer, &QTimer::timeout, this,
            [this] { advance(static_cast<double>(m_frame.restart()) / 1e3); });
}

void Replay::note(ShownMoment moment) {
    if (!m_on)
        m_recording.note(std::move(moment), static_cast<double>(m_clock.elapsed()) / 1e3);
}

void Replay::start() {
    if (m_on || m_recording.empty())
        return;
    m_on = true;
    m_position = 0;
    emit onChanged(true);
    emit shown(m_recording.at(0));
    setPlaying(true);
}

void Replay::stop() {
    if (!m_on)
        return;
    setPlaying(false);
    m_on = false;
    emit onChanged(false);
}

void Replay::setPlaying(bool playing) {
    if (!m_on || playing == isPlaying())
        return;
    if (playing) {
        m_frame.start();
        m_timer.start();
    } else {
        m_timer.stop();
    }
    emit playingChanged(playing);
}

void Replay::setPosition(double seconds) {
    if (!m_on)
        return;
    m_position = std::clamp(seconds, 0.0, length());
    emit shown(m_recording.at(m_position));
}

void Replay::step(int direction) {
    setPlaying(false);
    setPosition(m_position + direction);
}

void Replay::advance(double secondsOnScreen) {
    if (m_position >= length())
        return stop();
    setPosition(m_position + secondsOnScreen / slowness);
}

} // namespace supernode
