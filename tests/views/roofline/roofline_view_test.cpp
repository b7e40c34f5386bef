// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roofline/roofline_view.h"

#include "tests/views/roofline/sample_work.h"
#include "views/panels/segmented.h"

#include <QTest>

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

class RooflineViewTest : public testing::Test {
protected:
    RooflineViewTest() {
        view.resize(760, 460);
        view.setOutcome(sampleWork());
        view.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&view));
    }
    QPoint placeOf(const char* key) const {
        const RooflinePicture& picture = view.picture();
        if (const RoofMark* mark = picture.arithmetic.find(key))
            return view.plots().arithmetic.place(*mark).toPoint();
        return view.plots().fabric.place(*picture.fabric.find(key)).toPoint();
    }

    RooflineView view;
};

} // namespace

TEST(RooflineView, TheMarkUnderTheCursorIsNamed) {
    RooflineView view;
    view.resize(760, 460);
    view.setOutcome(sampleWork());
    view.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&view));
    const QString all = view.readout();
    const RoofMark& experts = *view.picture().arithmetic.find("experts");
    QTest::mouseClick(&view, Qt::LeftButton, {}, view.plots().arithmetic.place(experts).toPoint());
    EXPECT_TRUE(view.readout().startsWith("Experts")) << view.readout().toStdString();
    EXPECT_EQ(view.accessibleDescription(), view.readout());
    view.home();
    EXPECT_EQ(view.readout(), all);
}

namespace {

TEST_F(RooflineViewTest, HoveringAMessageNamesIt) {
    QTest::mouseMove(&view, placeOf("dispatch"));
    EXPECT_TRUE(view.readout().startsWith("Dispatch")) << view.readout().toStdString();
}

TEST_F(RooflineViewTest, TouchingARoofNamesItsSource) {
    const auto [a, b] = endsOf(view.picture().arithmetic, 2, view.plots().arithmetic);
    QTest::mouseClick(&view, Qt::LeftButton, {}, (a + (b - a) * 0.1).toPoint());
    EXPECT_TRUE(view.readout().contains("HBM") && view.readout().contains("From"))
        << view.readout().toStdString();
}

TEST_F(RooflineViewTest, ArrowsGoThroughAllMarks) {
    // Three phases: experts, attention, dispatch; then the roofs, then experts again.
    QStringList names;
    for (int i = 0; i < 3; ++i) {
        QTest::keyClick(&view, Qt::Key_Down);
        names << view.readout().section(':', 0, 0);
    }
    EXPECT_EQ(names, QStringList({"Experts", "Attention", "Dispatch"})) << names.join(',').toStdString();
    const RooflinePicture& picture = view.picture();
    for (std::size_t i = 0; i < picture.arithmetic.roofs.size() + picture.fabric.roofs.size(); ++i) {
        QTest::keyClick(&view, Qt::Key_Down);
        EXPECT_TRUE(view.readout().contains("From")) << view.readout().toStdString();
    }
    QTest::keyClick(&view, Qt::Key_Down);
    EXPECT_TRUE(view.readout().startsWith("Experts"));
}

TEST_F(RooflineViewTest, TheSwitchShowsOperators) {
    EXPECT_EQ(view.picture().arithmetic.find("routed experts"), nullptr);
    QTest::mouseClick(view.detailSwitch().option(1), Qt::LeftButton);
    EXPECT_EQ(view.detail(), WorkDetail::Operator);
    EXPECT_NE(view.picture().arithmetic.find("routed experts"), nullptr);
    EXPECT_GE(view.detailSwitch().option(0)->height(), 44) << "made for fingers";
}

TEST_F(RooflineViewTest, EveryMarkStandsInThePicture) {
    for (const char* key : {"experts", "attention", "dispatch"})
        EXPECT_TRUE(view.rect().contains(placeOf(key))) << key;
}

TEST_F(RooflineViewTest, AnotherAnswerGlidesToItsPlace) {
    auto slower = std::make_shared<Outcome>(*sampleWork());
    for (WorkPoint& point : slower->work)
        point.time = point.time * 2;
    const double before = view.picture().arithmetic.find("experts")->y;
    view.setOutcome(slower);
    EXPECT_TRUE(view.gliding());
    EXPECT_NEAR(view.picture().arithmetic.find("experts")->y, before / 2, 1);
    EXPECT_TRUE(QTest::qWaitFor([&] { return !view.gliding(); }, 3000));
    view.setMotion(Motion::Reduced);
    view.setOutcome(sampleWork());
    EXPECT_FALSE(view.gliding());
}

TEST_F(RooflineViewTest, AWhatIfLeavesGhosts) {
    EXPECT_EQ(view.ghosts(), nullptr);
    view.setBaseline(sampleWork());
    view.setOutcome(sampleWork({Fail{"plane 3"}}));
    ASSERT_NE(view.ghosts(), nullptr);
    EXPECT_NEAR(view.ghosts()->fabric.roofs.front().rate, 196e9, 1);
}

TEST_F(RooflineViewTest, TimeInOnePhasePaintsNothingAnew) {
    view.setTime(Duration());
    view.catchUp();
    QTest::qWait(50);
    const std::size_t frames = view.frameTimes().frames();
    view.setTime(microseconds(1));
    view.catchUp();
    QTest::qWait(50);
    EXPECT_EQ(view.frameTimes().frames(), frames);
}

TEST_F(RooflineViewTest, WorkThatOnlySendsNeedsNoSwitch) {
    view.setOutcome(answer(allToAllOn(cloudMatrix())));
    EXPECT_FALSE(view.detailSwitch().isVisible());
    EXPECT_TRUE(view.plots().arithmetic.empty());
}

} // namespace
} // namespace supernode::test
