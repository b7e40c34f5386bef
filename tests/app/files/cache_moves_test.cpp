// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/files/answers.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace supernode {
namespace {

constexpr const char* cm = "cloudmatrix384";

double mostDelivered(const Outcome& outcome) {
    double most = 0;
    for (const Interval& interval : outcome.intervals)
        most = std::max(most, interval.delivered());
    return most;
}

// The caches of all requests: 60 arrivals a second x 4,096 tokens x 61 layers x 576 numbers x 2 bytes.
TEST(Serving, CachesOfAllRequestsAreOnTheirLinks) {
    Serving w;
    w.arrivalsPerSecond = 60;
    w.transferNetwork = Network::ScaleOut;
    const auto o = ask(cm, w);
    ASSERT_TRUE(o);
    const double most = mostDelivered(**o);
    EXPECT_NEAR(most, 60.0 * w.promptTokens * 61 * 576 * 2, most * 1e-6);
}

// The last rank of prefill of six instances of 16 NPUs behind 160 of decode is die 2 of the 256th NPU: node
// 32, NPU 8. At half its rate its part of the 192 ranks takes twice as long: 193/192 in the mean.
TEST(CacheMoves, ASlowLinkTakesLonger) {
    Serving w;
    w.transferNetwork = Network::ScaleOut;
    w.prefillInstances = 6;
    const double was = (*ask(cm, w))->metric("transfer_time")->value;
    const auto slow = ask(cm, w, {Slow{"link node 32 npu 8 die 2 rdma", 50}});
    ASSERT_TRUE(slow);
    EXPECT_NEAR((*slow)->metric("transfer_time")->value / was, 193.0 / 192, 1e-6);
    const auto cut = ask(cm, w, {Fail{"link node 32 npu 8 die 2 rdma"}});
    ASSERT_TRUE(cut);
    // Its prompts are taken over by the other 191: no byte is lost.
    EXPECT_NEAR(mostDelivered(**cut), w.arrivalsPerSecond * w.promptTokens * 61 * 576 * 2,
                mostDelivered(**cut) * 1e-6);
    bool said = false;
    for (const Issue& issue : (*cut)->warnings)
        said = said || issue.reason.find("1 ranks of prefill do not reach") != std::string::npos;
    EXPECT_TRUE(said);
}

} // namespace
} // namespace supernode
