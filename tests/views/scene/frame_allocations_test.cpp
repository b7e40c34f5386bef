// SPDX-License-Identifier: GPL-3.0-or-later
// A program of its own, because it counts every `new` of the thread that runs a test. Qt's and the driver's
// own memory comes from malloc and is not counted.
#include "tests/views/scene/test_scene.h"
#include "views/fabric/fabric_dots.h"
#include "views/fabric/fabric_ways.h"
#include "views/scene/floor_plan.h"
#include "views/scene/gl_context.h"
#include "views/scene/gl_layer.h"
#include "views/scene/hall_labels.h"
#include "views/scene/renderer.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <new>

namespace {
thread_local std::size_t news = 0;
} // namespace

// NOLINTBEGIN: replaces what every program has.
void* operator new(std::size_t size) {
    ++news;
    if (void* made = std::malloc(size == 0 ? 1 : size))
        return made;
    throw std::bad_alloc();
}
void operator delete(void* made) noexcept { std::free(made); }
void operator delete(void* made, std::size_t) noexcept { std::free(made); }
// NOLINTEND

namespace supernode {
namespace {

// Of the last of a few: the first ones make what is kept.
template <class Frame>
std::size_t newsOf(Frame frame) {
    for (int i = 0; i < 4; ++i)
        frame();
    const std::size_t before = news;
    frame();
    return news - before;
}

TEST(FrameAllocations, TheyAreCounted) {
    EXPECT_EQ(newsOf([] { delete new int(1); }), 1u);
}

TEST(FrameAllocations, AHallAtRestAllocatesNothing) {
    const OutcomePtr outcome = test::allToAll(test::cloudMatrix());
    SceneFrame frame = test::frameOf(outcome, {test::named(*outcome->fabric, "node 18")});
    frame.hover = test::named(*outcome->fabric, "node 3");
    Result<std::unique_ptr<GlContext>> context = GlContext::make();
    ASSERT_TRUE(context);
    const GlCurrent current(**context);
    Result<std::unique_ptr<HallRenderer>> created = HallRenderer::create();
    ASSERT_TRUE(created);
    const std::unique_ptr<HallRenderer> renderer = std::move(created).value();
    GlLayer target(640, 400);
    const std::size_t made = newsOf([&] {
        frame.seconds += 0.033; // time passes, dots move
        const SceneFrame copy = frame;
        renderer->render(copy, 640, 400, target.framebuffer(), Flip::UpsideDown);
    });
    EXPECT_EQ(made, 0u);
    HallLabels labels;
    EXPECT_EQ(newsOf([&] { labels.place(frame, {640, 400}); }), 0u);
}

TEST(FrameAllocations, DotsOfTheRingsAllocateNothing) {
    const OutcomePtr outcome = test::allToAll(test::cloudMatrix());
    const FabricPicturePtr picture = fabricPictureOf(outcome->fabric);
    const FabricWays ways = waysOf(*picture, *outcome, &outcome->intervals.front(), {});
    const FabricDots dots = planDots(ways, 5e-5, 1000);
    std::vector<QPointF> places;
    double seconds = 0;
    const std::size_t made = newsOf([&] {
        seconds += 0.033;
        places.clear();
        placeDots(dots, seconds, places);
    });
    EXPECT_GT(places.size(), 100u);
    EXPECT_EQ(made, 0u);
}

} // namespace
} // namespace supernode
