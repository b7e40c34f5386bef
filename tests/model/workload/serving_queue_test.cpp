// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/serving_queue.h"

#include <gtest/gtest.h>

#include <numeric>

namespace supernode {
namespace {

double mean(const std::vector<double>& list) {
    return std::accumulate(list.begin(), list.end(), 0.0) / static_cast<double>(list.size());
}

// One server, a second for each prompt, one prompt at a time, no decode.
QueueAsked oneServer(double arrivals) {
    QueueAsked q;
    q.arrivalsPerSecond = arrivals;
    q.outputTokens = 1;
    q.tokenSeconds = {0.01};
    return q;
}

TEST(ServingQueue, ALoneRequestTakesItsServiceTimes) {
    // 0.2 s fixed and 0.3 s for the prompt; then a transfer of 0.1 s and 10 further tokens of 0.05 s, so a
    // token takes (0.1 + 0.5) / 10 s. Arrivals 1,000 s apart never meet.
    QueueAsked q;
    q.arrivalsPerSecond = 0.001;
    q.requests = 50;
    q.prefillBatch = 4;
    q.passFixed = 0.2;
    q.passPerPrompt = 0.3;
    q.transfer = 0.1;
    q.outputTokens = 11;
    q.batch = {1, 2};
    q.tokenSeconds = {0.05, 0.06};
    const QueueAnswer answer = runQueue(q, 1, 1);
    EXPECT_NEAR(percentile(answer.firstToken, 0.5), 0.5, 1e-9);
    EXPECT_NEAR(percentile(answer.perToken, 0.5), 0.06, 1e-9);
    EXPECT_EQ(answer.good, 1);
}

TEST(ServingQueue, WaitsAsPollaczekAndKhinchineSay) {
    // M/D/1 at half load: the mean wait is rho / (2 (1 - rho)) services, 0.5 s, so 1.5 s until the first
    // token.
    QueueAsked q = oneServer(0.5);
    q.requests = 200'000;
    EXPECT_NEAR(mean(runQueue(q, 1, 1).firstToken), 1.5, 0.03);
}

TEST(ServingQueue, ASecondServerLeavesHardlyAnyWait) {
    // M/D/2 with the same arrivals: a quarter of the load each; far below the 0.5 s of a single server.
    QueueAsked q = oneServer(0.5);
    q.prefillInstances = 2;
    EXPECT_LT(mean(runQueue(q, 1, 1).firstToken), 1.1);
}

TEST(ServingQueue, TheStableRateIsThatOfTheSlowerPart) {
    // Prefill: 4 prompts in 0.2 + 4 x 0.2 s are 4 a second. Decode: 8 requests at 0.04 s a token, 100 further
    // tokens, are 8 / 0.04 / 100 = 2 a second.
    QueueAsked q;
    q.prefillBatch = 4;
    q.passFixed = 0.2;
    q.passPerPrompt = 0.2;
    q.outputTokens = 101;
    q.batch = {4, 8};
    q.tokenSeconds = {0.03, 0.04};
    EXPECT_NEAR(stableRate(q), 2, 1e-12);
    q.outputTokens = 1;
    EXPECT_NEAR(stableRate(q), 4, 1e-12);
}

TEST(ServingQueue, AFullInstanceLetsRequestsWait) {
    // Room for one request of 10 further tokens of 0.1 s: one a second. Two that arrive together: the second
    // waits a second for room, and takes 0.2 s a token.
    QueueAsked q;
    q.arrivalsPerSecond = 1e6;
    q.requests = 2;
    q.prefillBatch = 2;
    q.passPerPrompt = 0;
    q.outputTokens = 11;
    q.tokenSeconds = {0.1};
    const QueueAnswer answer = runQueue(q, 1, 1);
    EXPECT_NEAR(answer.perToken.back(), 0.2, 1e-5);
}

TEST(ServingQueue, MoreRequestsDecodeSlower) {
    // Two together at 0.06 s a token, each alone at 0.05 s: all 20 further tokens of two requests that begin
    // at the same time take 10 x 0.06 s.
    QueueAsked q;
    q.arrivalsPerSecond = 1e6;
    q.requests = 2;
    q.prefillBatch = 2;
    q.passPerPrompt = 1e-9;
    q.outputTokens = 11;
    q.batch = {1, 2};
    q.tokenSeconds = {0.05, 0.06};
    const QueueAnswer answer = runQueue(q, 1, 1);
    EXPECT_NEAR(answer.perToken.front(), 0.06, 1e-5);
    EXPECT_NEAR(answer.perToken.back(), 0.06, 1e-5);
}

TEST(ServingQueue, IsTheSameForTheSameSeed) {
    QueueAsked q = oneServer(0.7);
    const QueueAnswer once = runQueue(q, 1, 1);
    EXPECT_EQ(runQueue(q, 1, 1).firstToken, once.firstToken);
    q.seed = 2;
    EXPECT_NE(runQueue(q, 1, 1).firstToken, once.firstToken);
}

} // namespace
} // namespace supernode
