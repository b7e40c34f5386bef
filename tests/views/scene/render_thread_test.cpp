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

} // namespace
} // namespace supernode
