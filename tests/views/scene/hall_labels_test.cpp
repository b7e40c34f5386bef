// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/scene/test_scene.h"
#include "views/scene/hall_labels.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

TEST(HallLabels, NoNameCoversAnother) {
    const OutcomePtr outcome = test::allToAll(test::cloudMatrix());
    SceneFrame frame = test::frameOf(outcome, {test::named(*outcome->fabric, "node 18")});
    HallLabels labels;
    for (const float yaw : {0.0f, 0.6f, 1.4f}) {
        frame.camera.yaw = yaw;
        const std::vector<HallLabel> placed = labels.place(frame, {1280, 800});
        EXPECT_GE(placed.size(), 4u);
        for (std::size_t a = 0; a < placed.size(); ++a)
            for (std::size_t b = 0; b < a; ++b)
                EXPECT_FALSE(placed[a].place.intersects(placed[b].place));
    }
}

TEST(HallLabels, WhatIsSelectedIsNamedFirst) {
    const OutcomePtr outcome = test::allToAll(test::cloudMatrix());
    const ElementId node = test::named(*outcome->fabric, "node 18");
    const SceneFrame frame = test::frameOf(outcome, {node});
    const std::vector<HallLabel> placed = HallLabels().place(frame, {1280, 800});
    ASSERT_FALSE(placed.empty());
    EXPECT_EQ(placed.front().element, node);
    EXPECT_EQ(placed.front().style, HallLabel::Style::Selected);
}

TEST(HallLabels, NodesAreNamedFromNearOnly) {
    const OutcomePtr outcome = test::allToAll(test::cloudMatrix());
    SceneFrame frame = test::frameOf(outcome);
    const auto nodes = [&] {
        int named = 0;
        HallLabels labels;
        for (const HallLabel& label : labels.place(frame, {1280, 800}))
            named += outcome->fabric->element(label.element).kind == ElementKind::Node;
        return named;
    };
    EXPECT_EQ(nodes(), 0);
    frame.camera = cameraFor(*frame.instances, test::named(*outcome->fabric, "rack 2"), 1.6f);
    EXPECT_GE(nodes(), 3);
}

} // namespace
} // namespace supernode
