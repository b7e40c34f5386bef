// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/scene/test_scene.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

constexpr double timeScale = 2e-5; // model seconds a second on screen

TEST(ParticlePlan, FluxTimesBytesIsTheRate) {
    const SceneFrame frame = test::frameOf(test::allToAll(test::cloudMatrix()));
    const PlanPtr plan = planParticles(*frame.instances, *frame.state, timeScale, 3000);
    ASSERT_GT(plan->bytesPerDot, 0);
    for (std::size_t lane = 0; lane < plan->lanes.size(); ++lane) {
        const CurveState& curve = frame.state->curves[lane / 2];
        const double rate = lane % 2 ? curve.payloadDown : curve.payloadUp;
        const double flux = static_cast<double>(plan->lanes[lane].flux);
        EXPECT_NEAR(flux * plan->bytesPerDot / timeScale / rate, 1, 1e-5);
        // All dots move at one pace.
        EXPECT_NEAR(flux * static_cast<double>(plan->lanes[lane].spacing) / static_cast<double>(plan->pace),
                    1, 1e-5);
    }
}

// Rounding 1-2-5 leaves between two fifths and all of what was asked for; each lane may have one more.
TEST(ParticlePlan, AFullMachineShowsAboutAsManyDotsAsAskedFor) {
    const SceneFrame frame = test::frameOf(test::allToAll(test::cloudMatrix()));
    for (const std::size_t most : {3000u, 8000u}) {
        const PlanPtr plan = planParticles(*frame.instances, *frame.state, timeScale, most);
        EXPECT_GE(plan->dots.size(), most * 2 / 5);
        EXPECT_LE(plan->dots.size(), most + plan->lanes.size());
    }
}

TEST(ParticlePlan, AnIdleLaneHasNoDots) {
    const InstancesPtr scene = test::hallOf(test::cloudMatrix());
    SceneState state;
    state.bodies.resize(scene->bodies.size());
    state.curves.resize(scene->curves.size());
    EXPECT_TRUE(planParticles(*scene, state, timeScale, 3000)->dots.empty());
    EXPECT_EQ(planParticles(*scene, state, timeScale, 3000)->bytesPerDot, 0);
    state.curves[7].payloadUp = 1e9;
    const PlanPtr plan = planParticles(*scene, state, timeScale, 3000);
    EXPECT_FALSE(plan->dots.empty());
    for (const Dot& dot : plan->dots)
        EXPECT_EQ(dot.lane, 14u);
}

TEST(ParticlePlan, TimeThatStandsMovesNothing) {
    const SceneFrame frame = test::frameOf(test::allToAll(test::nvl72()));
    EXPECT_TRUE(planParticles(*frame.instances, *frame.state, 0, 3000)->dots.empty());
}

TEST(ParticlePlan, ADotStandsForARoundNumberOfBytes) {
    EXPECT_DOUBLE_EQ(roundUp125(1.2e6), 2e6);
    EXPECT_DOUBLE_EQ(roundUp125(2e6), 2e6);
    EXPECT_DOUBLE_EQ(roundUp125(2.1e6), 5e6);
    EXPECT_DOUBLE_EQ(roundUp125(7e6), 1e7);
    EXPECT_DOUBLE_EQ(roundUp125(0), 0);
}

} // namespace
} // namespace supernode
