// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/replay_strip.h"

#include "views/panels/painted.h"
#include "views/panels/parameter_slider.h"
#include "views/panels/pill_button.h"

#include <QHBoxLayout>
#include <QSignalBlocker>

#include <cmath>

namespace supernode {
namespace {

constexpr double stepsEach = 10; // of a second

int stepOf(double seconds) { return static_cast<int>(std::lround(seconds * stepsEach)); }

} // namespace

ReplayStrip::ReplayStrip(Replay& replay, QWidget* parent)
    : QFrame(parent), m_replay(replay), m_back(new SignButton(Sign::StepBack, tr("A second back"))),
      m_play(new SignButton(Sign::Pause, tr("Pause"))),
      m_forward(new SignButton(Sign::StepForward, tr("A second on"))), m_slider(new TrackSlider),
      m_sentence(makeLabel({}, "body")), m_done(new PillButton(tr("Back to now"))) {
    setProperty("surface", "why");
    m_slider->setAccessibleName(tr("Place in the replay"));
    m_slider->setFixedWidth(220);
    m_sentence->setWordWrap(true);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(space::wide, space::half, space::wide, space::half);
    line->setSpacing(space::unit);
    for (SignButton* button : {m_back, m_play, m_forward})
        line->addWidget(button);
    line->addWidget(m_slider);
    line->addSpacing(space::unit);
    line->addWidget(m_sentence, 1);
    line->addWidget(m_done);
    connect(m_back, &QAbstractButton::clicked, this, [this] { m_replay.step(-1); });
    connect(m_forward, &QAbstractButton::clicked, this, [this] { m_replay.step(1); });
    connect(m_play, &QAbstractButton::clicked, this, [this] { m_replay.setPlaying(!m_replay.isPlaying()); });
    connect(m_slider, &QSlider::valueChanged, this, [this](int step) {
        m_replay.setPlaying(false);
        m_replay.setPosition(step / stepsEach);
    });
    connect(m_done, &QAbstractButton::clicked, &m_replay, &Replay::stop);
    connect(&m_replay, &Replay::playingChanged, this, [this](bool playing) {
        m_play->setSign(playing ? Sign::Pause : Sign::Play, playing ? tr("Pause") : tr("Play"));
    });
    connect(&m_replay, &Replay::shown, this, &ReplayStrip::showPosition);
    connect(&m_replay, &Replay::onChanged, this, &QWidget::setVisible);
    hide();
}

void ReplayStrip::showPosition() {
    const QSignalBlocker quiet(m_slider);
    m_slider->setRange(0, std::max(1, stepOf(m_replay.length())));
    m_slider->setValue(stepOf(m_replay.position()));
    m_slider->update();
    const double ago = m_replay.length() - m_replay.position();
    m_sentence->setText(
        tr("As it was shown, %1 times slower: %2 s before the end")
            .arg(QLocale().toString(static_cast<int>(Replay::slowness)), QLocale().toString(ago, 'f', 1)));
}

QString ReplayStrip::sentence() const { return m_sentence->text(); }

} // namespace supernode
