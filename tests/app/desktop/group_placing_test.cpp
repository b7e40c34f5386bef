// SPDX-License-Identifier: GPL-3.0-or-later
// Groups that are placed by hand, with real drags over the hall.
#include "app/desktop/group_placing.h"

#include "app/desktop/traffic_drawing.h"
#include "app/files/open_scenario.h"
#include "tests/app/desktop/window_test.h"
#include "tests/views/fingers.h"
#include "views/panels/inspector.h"
#include "views/panels/pill_button.h"
#include "views/panels/segmented.h"
#include "views/scene/hall_view.h"

#include <QSignalSpy>

namespace supernode::test {
namespace {

class GroupPlacingTest : public WindowTest {
protected:
    void open(const Workload& workload) {
        Scenario s{builtinSystem("cloudmatrix384"), {}, workload};
        session.open(*withModel(s));
        window.settle();
        explore.playhead().setPlaying(false);
    }
    GroupPlacing& placing() { return explore.placing(); }
    // The middle of a node's front in the hall; nodes of the front row are in sight.
    QPoint over(const char* node) {
        const auto area = explore.hall().areaOf(named(node));
        EXPECT_TRUE(area) << node << " is out of sight";
        return area ? area->center().toPoint() : QPoint();
    }
    void drag(QPoint from, QPoint to) {
        QTest::mousePress(&placing().pad(), Qt::LeftButton, {}, from);
        QTest::mouseMove(&placing().pad(), (from + to) / 2);
        QTest::mouseMove(&placing().pad(), to);
        QTest::mouseRelease(&placing().pad(), Qt::LeftButton, {}, to);
        window.settle();
    }
    // Two nodes that are seen, the first within the group of 64 NPUs, the second outside of it.
    std::pair<std::string, std::string> nodesInSight() {
        std::string in, out;
        for (int n = 1; n <= 48; ++n) {
            const std::string name = "node " + std::to_string(n);
            if (!explore.hall().areaOf(named(name.c_str())))
                continue;
            if (n <= 8 && in.empty())
                in = name;
            if (n > 8 && n <= 41)
                out = name;
        }
        EXPECT_FALSE(in.empty());
        EXPECT_FALSE(out.empty());
        return {in, out};
    }
    static Decode small() {
        Decode w;
        w.chips = 64;
        w.contextTokens = 2048;
        return w;
    }
};

TEST_F(GroupPlacingTest, ADragIsOneStepAndUndoBringsItBack) {
    open(small());
    const Scenario before = session.scenario();
    const double tokens = value("tokens_per_second_per_chip");
    const int steps = session.history().count();
    click(placing().toggleButton());
    ASSERT_TRUE(placing().isOn());
    const auto [in, out] = nodesInSight();
    drag(over(in.c_str()), over(out.c_str()));
    EXPECT_EQ(session.scenario().changes, (std::vector<Change>{MoveParts{"node 1", out, 8}}))
        << placing().sentence().toStdString();
    EXPECT_EQ(session.history().count(), steps + 1);
    EXPECT_EQ(session.outcome()->fabric->nodeOfEndpoint(session.outcome()->groups.front().endpoints.front()),
              session.outcome()->fabric->element(named(out.c_str())).index);
    click(window.undoButton());
    EXPECT_EQ(session.scenario(), before);
    EXPECT_EQ(value("tokens_per_second_per_chip"), tokens);
}

TEST_F(GroupPlacingTest, AFingerDragsAsThePointerDoes) {
    open(small());
    click(placing().toggleButton());
    const auto [in, out] = nodesInSight();
    Fingers(placing().pad()).drag(over(in.c_str()), over(out.c_str()));
    window.settle();
    EXPECT_EQ(session.scenario().changes, (std::vector<Change>{MoveParts{"node 1", out, 8}}));
}

TEST_F(GroupPlacingTest, ADropThatCannotBeIsSaidAndLeavesTheScenario) {
    open(small());
    const Scenario before = session.scenario();
    click(placing().toggleButton());
    const auto [in, out] = nodesInSight();
    drag(over(out.c_str()), over(in.c_str()));
    EXPECT_TRUE(placing().sentence().contains("No group stands there")) << placing().sentence().toStdString();
    EXPECT_EQ(session.scenario(), before);
    placing().kinds()->option(placing().kinds()->count() - 1)->click(); // single nodes
    drag(over(out.c_str()), over(out.c_str()));
    EXPECT_TRUE(placing().sentence().contains("own place")) << placing().sentence().toStdString();
    EXPECT_EQ(session.scenario(), before);
}

TEST_F(GroupPlacingTest, OnlyWorkThatIsPlacedOffersIt) {
    EXPECT_TRUE(placing().toggleButton()->isHidden()) << "an all-to-all takes all dies";
    placing().setOn(true);
    EXPECT_FALSE(placing().isOn());
    open(small());
    EXPECT_FALSE(placing().toggleButton()->isHidden());
    explore.drawing().setOn(true);
    placing().setOn(true);
    EXPECT_FALSE(explore.drawing().isOn()) << "one hand does one thing";
    explore.drawing().setOn(true);
    EXPECT_FALSE(placing().isOn());
    placing().setOn(true);
    open(AllToAll{});
    EXPECT_FALSE(placing().isOn()) << "there is nothing left to place";
}

TEST_F(GroupPlacingTest, BandsStandOverTheChipsOfAGroup) {
    open(small());
    const auto [in, out] = nodesInSight();
    click(placing().toggleButton());
    const QRectF node = *explore.hall().areaOf(named(in.c_str()));
    const QImage with = placing().pad().grab().toImage();
    int coloured = 0;
    for (int x = 0; x < static_cast<int>(node.width()); ++x)
        coloured += with.pixelColor(static_cast<int>(node.left()) + x, static_cast<int>(node.center().y()))
                        .saturation() > 120;
    EXPECT_GT(coloured, node.width() / 3);
    placing().kinds()->option(placing().kinds()->count() - 1)->click();
    EXPECT_NE(placing().pad().grab().toImage(), with) << "single nodes have no bands";
}

TEST_F(GroupPlacingTest, TheInspectorCopiesTheHottestExpertOfADie) {
    MoeDispatch w;
    w.route.ranks.count = 64;
    w.route.zipf = 1;
    open(w);
    explore.selection().select(named("node 1 npu 1 die 1"));
    window.settle();
    EXPECT_TRUE(explore.inspector().inspection().why.contains("times the mean"))
        << explore.inspector().inspection().why.toStdString();
    EXPECT_TRUE(explore.inspector().inspection().why.contains("hottest"));
    const double before = value("expert_imbalance");
    click(explore.inspector().copyButton());
    ASSERT_EQ(session.scenario().changes.size(), 1u);
    EXPECT_LT(value("expert_imbalance"), before);
    explore.selection().select(named("node 40"));
    EXPECT_TRUE(explore.inspector().copyButton()->isHidden());
    click(window.undoButton());
    EXPECT_EQ(value("expert_imbalance"), before);
}

TEST_F(GroupPlacingTest, TheInspectorGivesEveryDieOneMoreExpert) {
    Decode w;
    w.chips = 160;
    w.batchPerChip = 32;
    open(w);
    explore.selection().select(named("node 1 npu 1 die 1"));
    window.settle();
    click(explore.inspector().copyButton());
    EXPECT_EQ(value("redundant_experts"), 320);
}

TEST_F(GroupPlacingTest, AStackFailsSlowsAndIsRestoredFromTheInspector) {
    open(small());
    const double whole = value("tokens_per_second_per_chip");
    explore.selection().select(named("node 1 npu 1 die 1 hbm 2"));
    window.settle();
    Inspector& inspector = explore.inspector();
    EXPECT_EQ(inspector.failButton()->text(), "Fail stack");
    click(inspector.failButton());
    EXPECT_LT(value("tokens_per_second_per_chip"), whole);
    EXPECT_TRUE(inspector.inspection().why.contains("other stacks"))
        << inspector.inspection().why.toStdString();
    explore.selection().select(named("node 1 npu 1 die 1"));
    window.settle();
    EXPECT_TRUE(inspector.inspection().why.contains("75")) << inspector.inspection().why.toStdString();
    explore.selection().select(named("node 1 npu 1 die 1 hbm 2"));
    window.settle();
    click(inspector.failButton());
    EXPECT_EQ(value("tokens_per_second_per_chip"), whole);
    session.slow(named("node 1 npu 1 die 1 hbm 2"), 50);
    window.settle();
    EXPECT_LT(value("tokens_per_second_per_chip"), whole);
}

// A die that went down with the last of its stacks comes back with all of them.
TEST_F(GroupPlacingTest, RestoringADieWithoutMemoryRestoresItsStacks) {
    std::vector<ElementId> stacks;
    for (const char* name : {"node 1 npu 1 die 1 hbm 1", "node 1 npu 1 die 1 hbm 2",
                             "node 1 npu 1 die 1 hbm 3", "node 1 npu 1 die 1 hbm 4"})
        stacks.push_back(named(name));
    session.failAll(stacks);
    window.settle();
    EXPECT_FALSE(session.outcome()->state.alive(named("node 1 npu 1 die 1")));
    explore.selection().select(named("node 1 npu 1 die 1"));
    window.settle();
    EXPECT_TRUE(explore.inspector().inspection().why.contains("none of its stacks"))
        << explore.inspector().inspection().why.toStdString();
    click(explore.inspector().failButton());
    EXPECT_TRUE(session.scenario().changes.empty());
}

} // namespace
} // namespace supernode::test
