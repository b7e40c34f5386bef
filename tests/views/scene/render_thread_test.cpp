// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/scene/test_scene.h"
#include "views/scene/render_thread.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

// Twenty frames at once: the last is drawn, and most others never are, because the first takes far longer to
// draw than all take to submit.
TEST(RenderThread, TheNewestFrameWins) {
    SceneFrame frame = test::frameOf(test::allToAll(test::nvl72()));
    std::mutex mutex;
    std::condition_variable arrived;
    std::vector<double> drawn;
    bool failed = false;
    RenderThread thread(
        [&](Picture picture) {
            const std::lock_guard lock(mutex);
            drawn.push_back(picture.frame.seconds);
            arrived.notify_all();
        },
        [&](const std::vector<Issue>&) {
            const std::lock_guard lock(mutex);
            failed = true;
            arrived.notify_all();
        });
    for (int i = 1; i <= 20; ++i) {
        frame.seconds = i;
        thread.submit(frame, {640, 400});
    }
    std::unique_lock lock(mutex);
    ASSERT_TRUE(arrived.wait_for(lock, std::chrono::seconds(30),
                                 [&] { return failed || (!drawn.empty() && drawn.back() == 20); }));
    ASSERT_FALSE(failed);
    EXPECT_LT(drawn.size(), 10u);
    EXPECT_TRUE(std::is_sorted(drawn.begin(), drawn.end()));
}

// 0.6 of 640 x 400 are 384 x 240, shown as large as the others; a graphics card draws every pixel.
TEST(RenderThread, OnlyAMovingCameraSeesLargerPixels) {
    std::mutex mutex;
    std::condition_variable arrived;
    std::vector<Picture> drawn;
    const auto hall = test::hall();
    ASSERT_TRUE(hall);
    RenderThread thread(
        [&](Picture picture) {
            const std::lock_guard lock(mutex);
            drawn.push_back(std::move(picture));
            arrived.notify_all();
        },
        [](const std::vector<Issue>&) {});
    SceneFrame frame = test::frameOf(test::allToAll(test::nvl72()));
    frame.pixelRatio = 2;
    std::unique_lock lock(mutex);
    for (const Hands hands : {Hands::Moving, Hands::Watching, Hands::Resting}) {
        frame.hands = hands;
        const std::size_t before = drawn.size();
        thread.submit(frame, {640, 400});
        ASSERT_TRUE(arrived.wait_for(lock, std::chrono::seconds(30), [&] { return drawn.size() > before; }));
        const QImage& image = drawn.back().image;
        const bool coarse = hands == Hands::Moving && hall->driver().software();
        EXPECT_EQ(image.size(), coarse ? QSize(384, 240) : QSize(640, 400));
        EXPECT_NEAR(image.deviceIndependentSize().width(), 320, 1e-3);
        EXPECT_EQ(drawn.back().frame.pixelRatio, 2) << "what is written over it is not coarse";
    }
}

} // namespace
} // namespace supernode
