// SPDX-License-Identifier: GPL-3.0-or-later
// Time in Explore: the playhead and all that follows it, and what was shown seen again.
#include "app/desktop/explore_mode.h"
#include "app/desktop/group_placing.h"

#include "app/desktop/replay_strip.h"
#include "app/desktop/traffic_drawing.h"
#include "views/charts/link_card.h"
#include "views/charts/run_strips.h"
#include "views/panels/inspector.h"
#include "views/panels/parameter_slider.h"
#include "views/panels/pill_button.h"
#include "views/panels/pinned_tiles.h"
#include "views/panels/question_panel.h"
#include "views/panels/segmented.h"
#include "views/panels/timeline_bar.h"
#include "views/panels/timeline_track.h"

#include <QStackedWidget>

namespace supernode {
namespace {

constexpr int curvesFrom = 1000; // least height of the mode in which curves are there unasked

} // namespace

ExploreState ExploreMode::state() {
    m_replay.stop();
    ExploreState s;
    s.view = m_switch->current();
    s.colouring = m_chosenColouring;
    for (int i = 0; i < m_stack->count(); ++i)
        s.places.push_back(qobject_cast<ExploreView*>(m_stack->widget(i))->place());
    s.selection = m_selection.elements();
    s.pinned = m_pinned->names();
    s.time = m_playhead.time();
    s.scale = m_playhead.scale();
    s.playing = isHidden() ? m_resume : m_playhead.isPlaying();
    s.loop = m_timeline->track()->loop();
    s.inView = m_timeline->track()->view();
    s.curves = m_curvesWanted;
    s.drawing = m_drawing->isOn();
    s.placing = m_placing->isOn();
    s.drawnBytes = m_drawing->bytes()->step();
    s.recording = m_replay.recording();
    return s;
}

void ExploreMode::setState(const ExploreState& s) {
    chooseColouring(s.colouring);
    m_drawing->bytes()->setStep(s.drawnBytes);
    showView(s.view);
    m_selection.selectAll(s.selection);
    m_pinned->setNames(s.pinned);
    for (int i = 0; i < m_stack->count() && m_shown; ++i) {
        auto* view = qobject_cast<ExploreView*>(m_stack->widget(i));
        view->setOutcome(m_shown); // a place is one in an outcome
        view->setPlace(s.places[static_cast<std::size_t>(i)]);
    }
    if (s.curves)
        showCurves(*s.curves);
    if (s.inView)
        m_timeline->track()->setView(*s.inView);
    if (s.loop)
        m_timeline->track()->setLoop(s.loop);
    m_replay.setRecording(s.recording);
    m_playhead.setScale(s.scale);
    m_playhead.setTime(s.time);
    if (isHidden())
        m_resume = s.playing;
    else
        m_playhead.setPlaying(s.playing);
    if (s.drawing)
        m_drawing->setOn(true);
    if (s.placing)
        m_placing->setOn(true);
}

void ExploreMode::connectTime() {
    connect(m_timeline, &TimelineBar::playToggled, this, &ExploreMode::togglePlaying);
    const auto scrub = [this](Duration t) {
        m_replay.stop();
        m_playhead.setPlaying(false);
        m_playhead.setTime(t);
    };
    connect(m_timeline, &TimelineBar::timeScrubbed, this, scrub);
    connect(m_curves, &RunStrips::scrubbed, this, scrub);
    connect(m_timeline, &TimelineBar::foldToggled, this, [this] { showCurves(m_curves->isHidden()); });
    connect(m_timeline, &TimelineBar::loopChosen, &m_playhead, &Playhead::setLoop);
    connect(m_timeline, &TimelineBar::scaleChanged, this, [this](Duration scale) {
        if (!m_replay.isOn()) // it keeps its own
            m_playhead.setScale(scale);
    });
    connect(&m_playhead, &Playhead::scaleChanged, this, [this](Duration scale) {
        m_timeline->setTimeScale(scale);
        m_view->setTimeScale(scale.base());
    });
    connect(&m_playhead, &Playhead::playingChanged, m_timeline, &TimelineBar::setPlaying);
    connect(&m_playhead, &Playhead::playingChanged, this, &ExploreMode::showMoment); // what was put off
    connect(&m_playhead, &Playhead::moved, this, &ExploreMode::showMoment);
}

// Called for every step of the playhead: view and panels are told of another interval together.
void ExploreMode::showMoment() {
    if (!m_shown)
        return;
    const Duration time = m_playhead.time();
    m_view->setTime(time);
    m_timeline->setPlayhead(time);
    m_replay.note({m_shown, time, m_playhead.scale()});
    if (m_panelsOld)
        return;
    m_curves->setPlayhead(time);
    const Interval* interval = &m_shown->at(time);
    if (interval == m_interval || !m_pace.isDue(m_interval && m_playhead.isPlaying()))
        return;
    m_view->catchUp();
    m_interval = interval;
    m_inspector->show(*m_shown, *interval, m_selection.elements());
    showPins();
    m_distribution->show(*m_shown, time, before().get());
}

void ExploreMode::connectReplay() {
    connect(m_timeline, &TimelineBar::replayRequested, this, &ExploreMode::toggleReplay);
    connect(&m_replay, &Replay::shown, this, &ExploreMode::showAgain);
    connect(&m_replay, &Replay::onChanged, this, [this](bool on) {
        // What is seen again is no question that could be changed.
        m_question->setEnabled(!on);
        m_inspector->setEnabled(!on);
        m_drawing->toggleButton()->setEnabled(!on);
        m_placing->toggleButton()->setEnabled(!on);
        if (on) {
            m_placing->setOn(false);
            m_drawing->setOn(false);
            m_live = {m_shown, m_playhead.time(), m_playhead.scale()};
            m_resumeLive = m_playhead.isPlaying();
            m_playhead.setPlaying(false);
            return;
        }
        if (m_shown != m_live.outcome) {
            show(m_live.outcome);
            showPanels();
        }
        m_playhead.setScale(m_live.scale);
        m_timeline->setTimeScale(m_live.scale);
        m_view->setTimeScale(m_live.scale.base());
        m_playhead.setTime(m_live.time);
        m_live = {};
        m_playhead.setPlaying(m_resumeLive);
    });
    connect(&m_replay, &Replay::playingChanged, m_timeline, &TimelineBar::setPlaying);
}

void ExploreMode::toggleReplay() {
    if (m_replay.isOn())
        m_replay.stop();
    else
        m_replay.start();
}

void ExploreMode::showAgain(const ShownMoment& moment) {
    if (moment.outcome != m_shown) {
        show(moment.outcome);
        showPanels();
    }
    m_view->setTimeScale(moment.scale.base()); // the same dots, on a slower way
    m_timeline->setTimeScale(moment.scale / Replay::slowness);
    m_playhead.setTime(moment.time);
}

void ExploreMode::togglePlaying() {
    if (m_replay.isOn())
        m_replay.setPlaying(!m_replay.isPlaying());
    else
        m_playhead.setPlaying(!m_playhead.isPlaying());
}

void ExploreMode::showCurves(bool shown) {
    m_curvesWanted = shown;
    m_curves->setVisible(shown);
    m_timeline->setUnfolded(shown);
}

void ExploreMode::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool shown = m_curvesWanted.value_or(height() >= curvesFrom);
    m_curves->setVisible(shown);
    m_timeline->setUnfolded(shown);
}

void ExploreMode::setFaster(int steps) {
    if (m_replay.isOn())
        return;
    Duration scale = m_playhead.scale();
    for (int i = 0; i < std::abs(steps); ++i)
        scale = steps > 0 ? fasterScale(scale) : slowerScale(scale);
    m_playhead.setScale(scale);
}

void ExploreMode::setActive(bool active) {
    if (active) {
        m_playhead.setPlaying(m_resume);
    } else {
        m_replay.stop();
        m_resume = m_playhead.isPlaying();
        m_playhead.setPlaying(false);
    }
}

void ExploreMode::stepInterval(int direction) {
    if (!m_shown)
        return;
    if (m_replay.isOn())
        return m_replay.step(direction);
    m_playhead.setPlaying(false);
    const Duration now = m_playhead.time();
    m_playhead.setTime(direction > 0 ? nextPhase(*m_shown, now) : previousPhase(*m_shown, now));
}

} // namespace supernode
