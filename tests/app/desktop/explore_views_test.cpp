// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/explore_views.h"

#include "tests/app/desktop/window_test.h"
#include "views/panels/segmented.h"

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

TEST(ExploreViewWords, AreFoundByName) {
    EXPECT_EQ(exploreViewNamed("hall"), 0);
    EXPECT_EQ(exploreViewNamed("cellar"), -1);
    EXPECT_EQ(static_cast<std::size_t>(exploreViewWords().size()), exploreViews().size());
}

} // namespace
} // namespace supernode::test
