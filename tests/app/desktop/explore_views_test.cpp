// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/explore_views.h"

#include "tests/app/desktop/window_test.h"
#include "views/charts/run_strips.h"
#include "views/fabric/fabric_view.h"
#include "views/matrix/matrix_view.h"
#include "views/panels/headline_tiles.h"
#include "views/panels/inspector.h"
#include "views/panels/number_sheet.h"
#include "views/panels/segmented.h"
#include "views/panels/timeline_bar.h"
#include "views/panels/timeline_track.h"
#include "views/roofline/roofline_view.h"

#include <QThread>

#include <set>

namespace supernode::test {
namespace {

class ExploreViews : public WindowTest {
protected:
    Segmented& viewSwitch() { return explore.viewSwitch(); }
};

TEST_F(ExploreViews, AClickOnTheSwitchShowsThatView) {
    for (int i = viewSwitch().count() - 1; i >= 0; --i) {
        QTest::mouseClick(viewSwitch().option(i), Qt::LeftButton);
        EXPECT_TRUE(window.explore().view().isVisible());
        EXPECT_EQ(viewSwitch().current(), i);
        EXPECT_EQ(&window.explore().view() == &window.explore().hall(), i == exploreViewNamed("hall"));
    }
}

TEST_F(ExploreViews, TheSwitchIsMadeForFingersAndNamed) {
    // 44 px is the least for a finger; a screen reader hears what each part shows.
    EXPECT_FALSE(viewSwitch().accessibleName().isEmpty());
    for (int i = 0; i < viewSwitch().count(); ++i) {
        EXPECT_GE(viewSwitch().option(i)->height(), 44);
        EXPECT_GE(viewSwitch().option(i)->width(), 44);
        EXPECT_FALSE(viewSwitch().option(i)->accessibleName().isEmpty());
    }
}

TEST_F(ExploreViews, KeysChooseAView) {
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    const int last = viewSwitch().count() - 1;
    QTest::keyClick(&window, static_cast<Qt::Key>(Qt::Key_1 + last), Qt::ControlModifier);
    EXPECT_EQ(viewSwitch().current(), last);
    QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
    EXPECT_EQ(&window.explore().view(), &window.explore().hall());
}

TEST_F(ExploreViews, ShareSelectionAndMoment) {
    const ElementId plane = *session.outcome()->fabric->find("plane 3");
    const Duration moment = window.explore().playhead().end() * 0.25;
    window.explore().playhead().setTime(moment);
    for (int i = 0; i < viewSwitch().count(); ++i) {
        window.explore().showView(i);
        emit window.explore().view().elementClicked(plane, {});
        EXPECT_EQ(window.explore().selection().current(), plane);
        EXPECT_EQ(window.explore().playhead().time(), moment);
    }
    emit window.explore().view().elementClicked(*session.outcome()->fabric->find("node 5"),
                                                Qt::ControlModifier);
    EXPECT_EQ(window.explore().selection().elements().size(), 2u);
}

TEST_F(ExploreViews, AnotherLanguageKeepsWhatIsLookedAt) {
    explore.showCurves(true);
    explore.showView(exploreViewNamed("fabric"));
    window.settle();
    dynamic_cast<FabricView&>(explore.view()).focusOn(named("node 5"));
    const RingPlacement rings = dynamic_cast<FabricView&>(explore.view()).placement();
    explore.showView(exploreViewNamed("matrix"));
    dynamic_cast<MatrixView&>(explore.view()).setFold(Fold::Node);
    explore.selection().selectAll({named("node 5"), named("node 6")});
    explore.timeline().track()->setLoop(TimeSpan{microseconds(50), microseconds(100)});
    explore.playhead().setTime(microseconds(60));
    window.rebuild();
    window.settle();
    ExploreMode& after = window.explore();
    ASSERT_NE(&after, &explore);
    EXPECT_EQ(after.viewSwitch().current(), exploreViewNamed("matrix"));
    EXPECT_EQ(dynamic_cast<MatrixView&>(after.view()).fold(), Fold::Node);
    EXPECT_EQ(after.selection().elements().size(), 2u);
    EXPECT_EQ(after.timeline().track()->loop(), (TimeSpan{microseconds(50), microseconds(100)}));
    EXPECT_EQ(after.playhead().time(), microseconds(60));
    EXPECT_TRUE(after.curves().isVisible());
    after.playhead().advance(1); // a second is more than the whole loop
    EXPECT_LE(after.playhead().time(), microseconds(100));
    after.showView(exploreViewNamed("fabric"));
    window.settle();
    EXPECT_EQ(dynamic_cast<FabricView&>(after.view()).placement().scale, rings.scale);
    EXPECT_EQ(dynamic_cast<FabricView&>(after.view()).placement().centre, rings.centre);
}

// One answer is taken in in two turns of the event loop, so that a hand waits for neither; who selects
// something in between finds the panels as far as the view.
TEST_F(ExploreViews, ThePanelsFollowTheViewInATurnOfTheirOwn) {
    explore.selection().select(named("plane 3"));
    const auto failed = [this] { return explore.inspector().inspection().failed; };
    bool inView = false, inPanels = true;
    const auto look = QObject::connect(&session, &Session::answered, [&] {
        inView = explore.shown() == session.outcome();
        inPanels = failed();
    });
    session.fail(named("plane 3"));
    session.waitForAnswer();
    EXPECT_TRUE(inView);
    EXPECT_FALSE(inPanels);
    EXPECT_TRUE(failed());
    QObject::disconnect(look);

    bool selectedBetween = false;
    QObject::connect(&session, &Session::answered, [&] {
        explore.selection().select(named("plane 4"));
        selectedBetween = explore.inspector().inspection().element == named("plane 4");
    });
    session.history().undo();
    session.waitForAnswer();
    EXPECT_TRUE(selectedBetween);
    EXPECT_FALSE(failed());
}

// A step of decode has pauses and bursts of a tenth of a second on screen: view, words and panels change
// together, however the beats of the clock fall.
TEST_F(ExploreViews, ViewAndPanelsShowTheSameMomentWhilePlaying) {
    session.openPreset("moe-decode");
    window.settle();
    explore.showView(exploreViewNamed("fabric"));
    auto& rings = dynamic_cast<FabricView&>(explore.view());
    explore.selection().select(named("node 5 npu 1 die 1"));
    explore.playhead().setScale(microseconds(2000));
    explore.playhead().setTime(microseconds(2500)); // the first dispatch begins a little later
    explore.playhead().setPlaying(true);
    std::set<QString> seen;
    for (int beat = 0; beat < 150; ++beat) {
        if (beat % 50 == 0)
            QThread::msleep(160); // a machine that is busy elsewhere: what was put off comes due at once
        QTest::qWait(beat % 17);
        ASSERT_FALSE(explore.inspector().inspection().rows.empty());
        const QString sends = explore.inspector().inspection().rows.front().value;
        EXPECT_TRUE(rings.story().lead.contains(sends.section(' ', 0, 0)))
            << rings.story().lead.toStdString() << " beside " << sends.toStdString();
        seen.insert(sends);
    }
    EXPECT_GT(seen.size(), 1u) << "something changed meanwhile";
}

TEST_F(ExploreViews, MarksOfTheRooflineGlideToAnotherAnswer) {
    session.openPreset("moe-decode");
    window.settle();
    explore.showView(exploreViewNamed("roofline"));
    const auto& roofline = dynamic_cast<RooflineView&>(explore.view());
    window.picture();
    ASSERT_FALSE(roofline.gliding());
    session.fail(named("plane 3"));
    session.waitForAnswer();
    EXPECT_TRUE(roofline.gliding());
    window.picture();
    EXPECT_FALSE(roofline.gliding()) << "a picture waits for nothing";
}

using ExploreNumbers = ExploreViews;

TEST_F(ExploreNumbers, EveryHeadlineNumberOpens) {
    for (const char* preset : {"moe-decode", "prefill", "serving", "training-step", "incast"}) {
        session.openPreset(preset);
        window.settle();
        for (HeadlineTile* tile : explore.tiles().tiles()) {
            if (!tile->isVisible())
                continue;
            QTest::mouseClick(tile, Qt::LeftButton);
            EXPECT_TRUE(explore.numberSheet().isOpen()) << preset << ": " << tile->model().id.toStdString();
            EXPECT_EQ(explore.numberSheet().title(), tile->model().title);
            EXPECT_GT(explore.numberSheet().html().size(), 100);
            QTest::keyClick(&explore.numberSheet(), Qt::Key_Escape);
            EXPECT_FALSE(explore.numberSheet().isOpen());
        }
    }
}

TEST(ExploreViewWords, AreFoundByName) {
    EXPECT_EQ(exploreViewNamed("hall"), 0);
    EXPECT_EQ(exploreViewNamed("cellar"), -1);
    EXPECT_EQ(static_cast<std::size_t>(exploreViewWords().size()), exploreViews().size());
}

} // namespace
} // namespace supernode::test
