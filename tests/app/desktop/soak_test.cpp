// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/soak.h"

#include "tests/app/desktop/window_test.h"

namespace supernode::test {
namespace {

using SoakTest = WindowTest;

TEST_F(SoakTest, LeavesTheQuestionAsItFoundIt) {
    const Scenario before = session.scenario();
    const double healthy = value("throughput");
    bool changed = false;
    {
        Soak soak(window, session);
        for (int i = 0; i < 60; ++i) {
            soak.act();
            QTest::qWait(1);
            changed |= !session.scenario().changes.empty();
        }
        EXPECT_GE(soak.acts(), 60);
    }
    window.settle();
    EXPECT_TRUE(changed);
    EXPECT_EQ(session.scenario(), before);
    EXPECT_EQ(value("throughput"), healthy);
}

// However much was asked of it, it shows the newest answer and comes to rest.
TEST_F(SoakTest, ThreeHundredActsLeaveTheWindowAtWork) {
    {
        Soak soak(window, session);
        for (int i = 0; i < 300; ++i) {
            soak.act();
            QCoreApplication::processEvents();
        }
    }
    window.settle();
    EXPECT_EQ(explore.shown(), session.outcome());
    EXPECT_TRUE(explore.view().isVisible());
    explore.playhead().setPlaying(false);
    const QImage first = window.picture();
    EXPECT_EQ(window.picture(), first) << "and at rest again";
}

} // namespace
} // namespace supernode::test
