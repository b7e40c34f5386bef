// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/timeline_bar.h"

#include "views/panels/pill_button.h"
#include "views/panels/timeline_track.h"
#include "views/theme/number_format.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace supernode {

TimelineBar::TimelineBar(QWidget* parent)
    : QFrame(parent), m_back(new SignButton(Sign::StepBack, {})), m_play(new SignButton(Sign::Play, {})),
      m_forward(new SignButton(Sign::StepForward, {})), m_again(new SignButton(Sign::Again, {})),
      m_slower(new SignButton(Sign::Minus, {})), m_faster(new SignButton(Sign::Plus, {})),
      m_fold(new SignButton(Sign::Unfold, {})), m_scaleLabel(makeLabel({}, "small", "dim")),
      m_now(makeLabel({}, "strong")), m_track(new TimelineTrack) {
    setProperty("surface", "card");
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(0);
    for (SignButton* button : {m_back, m_play, m_forward, m_again})
        buttons->addWidget(button);
    auto* readout = new QVBoxLayout;
    readout->setSpacing(0);
    auto* now = new QHBoxLayout;
    now->setSpacing(0);
    now->addWidget(m_now, 1);
    now->addWidget(m_slower);
    now->addWidget(m_faster);
    readout->addStretch(1);
    readout->addLayout(now);
    readout->addWidget(m_scaleLabel);
    readout->addStretch(1);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(space::unit, space::half, space::unit, space::half);
    line->setSpacing(space::unit);
    line->addLayout(buttons);
    line->addLayout(readout);
    line->addWidget(m_fold);
    line->addSpacing(space::half);
    line->addWidget(m_track, 1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);

    connect(m_play, &QAbstractButton::clicked, this, &TimelineBar::playToggled);
    connect(m_again, &QAbstractButton::clicked, this, &TimelineBar::replayRequested);
    connect(m_track, &TimelineTrack::scrubbed, this, &TimelineBar::timeScrubbed);
    connect(m_track, &TimelineTrack::loopChosen, this, &TimelineBar::loopChosen);
    connect(m_back, &QAbstractButton::clicked, this, [this] {
        if (m_outcome)
            emit timeScrubbed(previousPhase(*m_outcome, m_track->playhead()));
    });
    connect(m_forward, &QAbstractButton::clicked, this, [this] {
        if (m_outcome)
            emit timeScrubbed(nextPhase(*m_outcome, m_track->playhead()));
    });
    connect(m_slower, &QAbstractButton::clicked, this, [this] { emit scaleChanged(slowerScale(m_scale)); });
    connect(m_faster, &QAbstractButton::clicked, this, [this] { emit scaleChanged(fasterScale(m_scale)); });
    connect(m_fold, &QAbstractButton::clicked, this, &TimelineBar::foldToggled);
    setWords();
}

void TimelineBar::setUnfolded(bool unfolded) {
    m_unfolded = unfolded;
    m_fold->setSign(unfolded ? Sign::Fold : Sign::Unfold,
                    unfolded ? tr("Hide the curves") : tr("Show the curves"));
}

void TimelineBar::setOutcome(OutcomePtr outcome) {
    m_outcome = std::move(outcome);
    m_track->setOutcome(m_outcome);
    setPlayhead(m_track->playhead());
}

void TimelineBar::setPlayhead(Duration time) {
    m_track->setPlayhead(time);
    m_now->setText(modelledTime(m_track->playhead()));
}

void TimelineBar::setPlaying(bool playing) {
    m_playing = playing;
    m_play->setSign(playing ? Sign::Pause : Sign::Play, playing ? tr("Pause") : tr("Play"));
}

void TimelineBar::setTimeScale(Duration perSecond) {
    m_scale = perSecond;
    m_scaleLabel->setText(scaleSentence(perSecond));
}

QString TimelineBar::scaleText() const { return m_scaleLabel->text(); }

void TimelineBar::setWords() {
    m_back->setSign(Sign::StepBack, tr("Step back"));
    m_forward->setSign(Sign::StepForward, tr("Step forward"));
    m_again->setSign(Sign::Again, tr("The last thirty seconds again, in slow motion (R)"));
    m_slower->setSign(Sign::Minus, tr("Slower"));
    m_faster->setSign(Sign::Plus, tr("Faster"));
    setPlaying(m_playing);
    setUnfolded(m_unfolded);
    setTimeScale(m_scale);
    // The longest sentence keeps its room, so that nothing moves while the scale changes.
    const Theme t = currentTheme();
    const QString longestSentence = scaleSentence(microseconds(500));
    m_scaleLabel->setMinimumWidth(widthOf(t.font(TextSize::Small), longestSentence) + 4);
    setPlayhead(m_track->playhead());
}

} // namespace supernode
