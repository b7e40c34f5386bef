// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/scene/test_scene.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

FabricState healthy(const Fabric& fabric) {
    return {std::vector<std::uint8_t>(fabric.elementCount(), 0),
            std::vector<double>(fabric.channelCount(), 1.0)};
}

// 16 links, the first up at 100 %, all others idle: 1/16. With eight others down the mean is over eight.
TEST(SceneState, ATrunkIsTheMeanOfItsLinks) {
    const InstancesPtr scene = test::hallOf(test::cloudMatrix());
    const auto links = scene->linksOf(scene->curves.front());
    std::vector<float> use(scene->fabric->channelCount(), 0), payload(use);
    use[channelOf(links[0], Direction::Up).value] = 1;
    payload[channelOf(links[0], Direction::Up).value] = 28e9f;
    FabricState state = healthy(*scene->fabric);
    StatePtr shown = stateOf(*scene, state, use, payload);
    EXPECT_FLOAT_EQ(shown->curves[0].up, 1.0f / 16);
    EXPECT_FLOAT_EQ(shown->curves[0].down, 0);
    EXPECT_FLOAT_EQ(shown->curves[0].failed, 0);
    EXPECT_NEAR(shown->curves[0].payloadUp, 28e9, 1e4);
    for (std::size_t i = 8; i < 16; ++i)
        state.failed[scene->fabric->elementOf(links[i]).value] = 1;
    shown = stateOf(*scene, state, use, payload);
    EXPECT_FLOAT_EQ(shown->curves[0].up, 1.0f / 8);
    EXPECT_FLOAT_EQ(shown->curves[0].failed, 0.5f);
}

// Fifteen links that were alive, one of them full downwards: 1/15. What was wholly down has nothing to
// compare.
TEST(SceneState, ATrunkKnowsHowBusyItWas) {
    const InstancesPtr scene = test::hallOf(test::cloudMatrix());
    const auto links = scene->linksOf(scene->curves.front());
    std::vector<float> before(scene->fabric->channelCount(), 0);
    const auto set = [&](LinkId link, float up, float down) {
        before[channelOf(link, Direction::Up).value] = up;
        before[channelOf(link, Direction::Down).value] = down;
    };
    set(links[0], -1, -1);
    set(links[3], 0.5f, 1);
    for (const LinkId link : scene->linksOf(scene->curves[1]))
        set(link, -1, -1);
    const StatePtr state = stateOf(*scene, healthy(*scene->fabric), {}, {}, before);
    EXPECT_FLOAT_EQ(state->curves[0].before, 1.0f / 15);
    EXPECT_EQ(state->curves[1].before, -1);
    EXPECT_EQ(stateOf(*scene, healthy(*scene->fabric), {}, {})->curves[0].before, -1);
}

TEST(SceneState, ABodyIsAsBusyAsItsBusiestChannel) {
    const InstancesPtr scene = test::hallOf(test::cloudMatrix());
    const LinkId link = scene->fabric->endpointLink(5, 3);
    std::vector<float> use(scene->fabric->channelCount(), 0.25f);
    use[channelOf(link, Direction::Down).value] = 0.75f;
    const StatePtr state = stateOf(*scene, healthy(*scene->fabric), use, {});
    for (std::size_t i = 0; i < scene->bodies.size(); ++i) {
        const ElementId id = scene->bodies[i].element;
        const bool touched = id == scene->fabric->link(link).lower || id == scene->fabric->link(link).upper;
        const BodyRole role = scene->bodies[i].role;
        const bool chip = role >= BodyRole::Endpoint && role != BodyRole::Stack; // it has no links
        EXPECT_FLOAT_EQ(state->bodies[i].utilization, touched ? 0.75f : chip ? 0.25f : 0.0f);
    }
}

// A failed plane: 48 L1 and 16 L2 chips are down, and its 48 trunks wholly.
TEST(SceneState, AFailedPlaneIsDownInEveryPart) {
    const OutcomePtr outcome = test::allToAll(test::cloudMatrix(), {Fail{"plane 3"}});
    const SceneFrame frame = test::frameOf(outcome);
    std::size_t chips = 0, trunks = 0;
    for (std::size_t i = 0; i < frame.instances->bodies.size(); ++i)
        chips += frame.instances->bodies[i].role >= BodyRole::Leaf && frame.state->bodies[i].failed > 0;
    for (const CurveState& curve : frame.state->curves)
        trunks += curve.failed == 1;
    EXPECT_EQ(chips, 48u + 16u);
    EXPECT_EQ(trunks, 48u);
}

} // namespace
} // namespace supernode
