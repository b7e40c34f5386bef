// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/builtin.h"
#include "app/files/open_scenario.h"
#include "model/evaluate.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace supernode {
namespace {

Result<OutcomePtr> ask(const Workload& workload, std::vector<Change> changes = {}) {
    const Result<Scenario> scenario =
        withModel({builtinSystem("cloudmatrix384"), std::move(changes), workload});
    return scenario ? evaluate(*scenario) : Result<OutcomePtr>::refused(scenario.issues());
}

// The caches of all requests: 60 arrivals a second x 4,096 tokens x 61 layers x 576 numbers x 2 bytes.
TEST(Serving, CachesOfAllRequestsAreOnTheirLinks) {
    Serving w;
    w.arrivalsPerSecond = 60;
    w.transferNetwork = Network::ScaleOut;
    const auto o = ask(w);
    ASSERT_TRUE(o);
    double most = 0;
    for (const Interval& interval : (*o)->intervals)
        most = std::max(most, interval.delivered());
    EXPECT_NEAR(most, 60.0 * w.promptTokens * 61 * 576 * 2, most * 1e-6);
}

// The last rank of prefill of six instances of 16 NPUs behind 160 of decode is die 2 of the 256th NPU: node
// 32, NPU 8. At half its rate its part of the 192 ranks takes twice as long: 193/192 in the mean.
TEST(CacheMoves, ASlowLinkTakesLonger) {
    Serving w;
    w.transferNetwork = Network::ScaleOut;
    w.prefillInstances = 6;
    const double was = (*ask(w))->metric("transfer_time")->value;
    const auto slow = ask(w, {Slow{"link node 32 npu 8 die 2 rdma", 50}});
    ASSERT_TRUE(slow);
    EXPECT_NEAR((*slow)->metric("transfer_time")->value / was, 193.0 / 192, 1e-6);
    const auto cut = ask(w, {Fail{"link node 32 npu 8 die 2 rdma"}});
    ASSERT_TRUE(cut);
    bool said = false;
    for (const Issue& issue : (*cut)->warnings)
        said = said || issue.reason.find("1 ranks of prefill do not reach") != std::string::npos;
    EXPECT_TRUE(said);
}

} // namespace
} // namespace supernode
