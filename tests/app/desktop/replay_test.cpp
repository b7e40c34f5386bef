// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/replay.h"

#include "app/desktop/replay_strip.h"
#include "tests/app/desktop/window_test.h"
#include "views/panels/inspector.h"
#include "views/panels/parameter_slider.h"
#include "views/panels/pill_button.h"
#include "views/panels/timeline_bar.h"

namespace supernode::test {
namespace {

OutcomePtr anAnswer() { return std::make_shared<const Outcome>(); }
// Played at 20 us a second: note i stands at i/10 s and shows 2 us more.
ShownMoment moment(const OutcomePtr& outcome, int i) {
    return {outcome, microseconds(2 * i), microseconds(20)};
}

TEST(RecordingTest, IsAsLongAsWhatMovedThirtySecondsAtMost) {
    const OutcomePtr outcome = anAnswer();
    Recording recording;
    EXPECT_TRUE(recording.empty());
    for (int i = 0; i <= 100; ++i)
        recording.note(moment(outcome, i), i * 0.1);
    EXPECT_NEAR(recording.length(), 10, 1e-9);
    // A rest of an hour is a quarter of a second.
    recording.note(moment(outcome, 101), 3600);
    EXPECT_NEAR(recording.length(), 10.25, 1e-9);
    for (int i = 0; i <= 400; ++i)
        recording.note(moment(outcome, i), 3600 + i * 0.1);
    EXPECT_LE(recording.length(), 30);
    EXPECT_GT(recording.length(), 29.8);
    // The newest is the end, and what is older than thirty seconds is gone.
    EXPECT_NEAR(recording.at(1e9).time.base(), 800e-6, 1e-12);
    EXPECT_NEAR(recording.at(0).time.base(), 200e-6, 3e-6);
}

TEST(RecordingTest, TimeRunsEvenlyBetweenNotesOfPlayingAndJumpsWhereItJumped) {
    const OutcomePtr outcome = anAnswer(), other = anAnswer();
    Recording recording;
    recording.note(moment(outcome, 0), 0);
    recording.note(moment(outcome, 1), 0.1);   // played: 2 us in a tenth
    recording.note(moment(outcome, 100), 0.2); // scrubbed: 198 us in a tenth
    recording.note(moment(other, 101), 0.3);   // another answer
    EXPECT_NEAR(recording.at(0.05).time.base(), 1e-6, 1e-12);
    EXPECT_NEAR(recording.at(0.15).time.base(), 2e-6, 1e-12) << "nothing was shown in between";
    EXPECT_EQ(recording.at(0.25).outcome, outcome);
    EXPECT_NEAR(recording.at(0.25).time.base(), 200e-6, 1e-12);
    EXPECT_EQ(recording.at(0.3).outcome, other);
}

TEST(RecordingTest, KeepsTheNewestAnswersOnly) {
    std::vector<std::weak_ptr<const Outcome>> all;
    Recording recording;
    for (int i = 0; i < 100; ++i) {
        const OutcomePtr outcome = anAnswer();
        all.push_back(outcome);
        recording.note(moment(outcome, i), i * 0.1);
    }
    const auto kept = std::count_if(all.begin(), all.end(), [](const auto& one) { return !one.expired(); });
    EXPECT_EQ(kept, static_cast<std::ptrdiff_t>(Recording::mostAnswers));
    EXPECT_FALSE(all.back().expired());
}

struct ReplayTest : testing::Test {
    ReplayTest() {
        Recording recording;
        for (int i = 0; i <= 20; ++i)
            recording.note(moment(outcome, i), i * 0.1);
        replay.setRecording(recording);
        QObject::connect(&replay, &Replay::shown, &replay,
                         [this](const ShownMoment& m) { times.push_back(m.time.base()); });
    }
    OutcomePtr outcome = anAnswer();
    Replay replay;
    std::vector<double> times;
};

TEST_F(ReplayTest, WhatWasShownIsShownAgainInItsOrder) {
    replay.start();
    ASSERT_TRUE(replay.isOn());
    EXPECT_TRUE(replay.isPlaying());
    // Two seconds of what was shown take eight here.
    for (int i = 0; i < 16; ++i)
        replay.advance(0.5);
    EXPECT_TRUE(replay.isOn());
    EXPECT_TRUE(std::is_sorted(times.begin(), times.end()));
    EXPECT_EQ(times.front(), 0);
    EXPECT_NEAR(times.back(), 40e-6, 1e-12);
    EXPECT_NEAR(times[8], 20e-6, 1e-12);
    replay.advance(0.5);
    EXPECT_FALSE(replay.isOn()) << "it ends by itself";
}

TEST_F(ReplayTest, NothingIsNotedMeanwhileAndWithoutANoteNothingStarts) {
    replay.start();
    replay.note(moment(outcome, 500));
    EXPECT_NEAR(replay.length(), 2, 1e-9);
    Replay empty;
    empty.start();
    EXPECT_FALSE(empty.isOn());
}

TEST_F(ReplayTest, TheControlsOfTheStripDoWhatTheySay) {
    ReplayStrip strip(replay);
    EXPECT_TRUE(strip.isHidden());
    replay.start();
    EXPECT_FALSE(strip.isHidden());
    QTest::mouseClick(strip.playButton(), Qt::LeftButton);
    EXPECT_FALSE(replay.isPlaying());
    EXPECT_EQ(strip.playButton()->accessibleName(), "Play");
    QTest::mouseClick(strip.forwardButton(), Qt::LeftButton);
    EXPECT_NEAR(replay.position(), 1, 1e-9);
    QTest::mouseClick(strip.forwardButton(), Qt::LeftButton);
    QTest::mouseClick(strip.forwardButton(), Qt::LeftButton);
    EXPECT_NEAR(replay.position(), 2, 1e-9);
    QTest::mouseClick(strip.backButton(), Qt::LeftButton);
    EXPECT_NEAR(replay.position(), 1, 1e-9);
    EXPECT_TRUE(strip.sentence().contains("4 times slower: 1.0 s")) << strip.sentence().toStdString();
    strip.slider()->setValue(5);
    EXPECT_NEAR(replay.position(), 0.5, 1e-9);
    QTest::mouseClick(strip.doneButton(), Qt::LeftButton);
    EXPECT_FALSE(replay.isOn());
    EXPECT_TRUE(strip.isHidden());
}

struct ReplayInExplore : WindowTest {
    // A little is played, plane 3 fails, a little more is played.
    ReplayInExplore() {
        play(5);
        whole = explore.shown();
        session.failAll({named("plane 3")});
        window.settle();
        broken = explore.shown();
        play(5);
    }
    void play(int notes) {
        for (int i = 0; i < notes; ++i) {
            QTest::qWait(20);
            explore.playhead().advance(0.02);
        }
    }
    OutcomePtr whole, broken;
};

TEST_F(ReplayInExplore, ShowsTheAnswersThatWereShown) {
    ASSERT_NE(whole, broken);
    QTest::mouseClick(explore.timeline().againButton(), Qt::LeftButton);
    ASSERT_TRUE(explore.replay().isOn());
    EXPECT_TRUE(explore.replayStrip().isVisible());
    explore.replay().setPlaying(false);
    EXPECT_EQ(explore.shown(), whole);
    EXPECT_FALSE(explore.inspector().isEnabled()) << "what is seen again cannot be changed";
    EXPECT_NE(explore.timeline().scaleText(), "1 s here = 50 µs there") << "slow motion is written out";
    explore.replay().setPosition(explore.replay().length());
    EXPECT_EQ(explore.shown(), broken);
    EXPECT_EQ(session.outcome(), broken) << "the session itself is not touched";
}

TEST_F(ReplayInExplore, AfterwardsAllIsAsBefore) {
    const Duration time = explore.playhead().time(), scale = explore.playhead().scale();
    const QString words = explore.timeline().scaleText();
    explore.toggleReplay();
    explore.replay().setPosition(0.1);
    explore.toggleReplay();
    EXPECT_EQ(explore.shown(), broken);
    EXPECT_EQ(explore.playhead().time(), time);
    EXPECT_EQ(explore.playhead().scale(), scale);
    EXPECT_EQ(explore.timeline().scaleText(), words);
    EXPECT_FALSE(explore.playhead().isPlaying());
    EXPECT_TRUE(explore.inspector().isEnabled());
    EXPECT_FALSE(explore.replayStrip().isVisible());
}

TEST_F(ReplayInExplore, ANewAnswerAndAHandOnTheTimeEndIt) {
    explore.toggleReplay();
    session.history().undo();
    window.settle();
    EXPECT_FALSE(explore.replay().isOn());
    EXPECT_EQ(explore.shown(), session.outcome());
    explore.toggleReplay();
    ASSERT_TRUE(explore.replay().isOn());
    emit explore.timeline().timeScrubbed(microseconds(10));
    EXPECT_FALSE(explore.replay().isOn());
    EXPECT_EQ(explore.playhead().time(), microseconds(10));
}

TEST_F(ReplayInExplore, KeysStartStepStopAndPauseIt) {
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_R);
    ASSERT_TRUE(explore.replay().isOn());
    QTest::keyClick(&window, Qt::Key_Space);
    EXPECT_FALSE(explore.replay().isPlaying());
    EXPECT_FALSE(explore.playhead().isPlaying());
    QTest::keyClick(&window, Qt::Key_Right);
    EXPECT_NEAR(explore.replay().position(), std::min(1.0, explore.replay().length()), 1e-6);
    QTest::keyClick(&window, Qt::Key_Left);
    EXPECT_EQ(explore.replay().position(), 0);
    QTest::keyClick(&window, Qt::Key_Escape);
    EXPECT_FALSE(explore.replay().isOn());
}

} // namespace
} // namespace supernode::test
