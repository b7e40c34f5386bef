// SPDX-License-Identifier: GPL-3.0-or-later
// Prompts that several ranks share: what they swap, what a fault does to it, what is refused.
#include "tests/app/files/answers.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

constexpr const char* cm = "cloudmatrix384";

Prefill sharedPrefill(int ranks) {
    Prefill w;
    w.chips = 16;
    w.balance = ExpertBalance::Perfect;
    w.promptRanks = ranks;
    return w;
}

TEST(PromptRanks, RanksThatShareAPromptPayForWhatTheySwap) {
    // One prompt of 4,096 tokens on 32 dies, 128 tokens each. Whole or shared the products are the same; what
    // is swapped in a layer comes on top: an all-gather of 4,096 x (1,536 + 576) numbers and an all-to-all in
    // which a die keeps a 32nd of 4,096 x 4 heads x 128 numbers.
    Prefill w = sharedPrefill(1);
    w.microbatches = 1;
    w.tokensPerChip = 256;
    const double whole = value(ask(cm, w), "time_to_first_token");
    w.promptRanks = 32;
    const double shared = value(ask(cm, w), "time_to_first_token");
    const double gathered = 4096 * (1536 + 576) * 2.0 * 31 / 32, swapped = 4096 * 4 * 128 * 2.0 * 31 / 32;
    EXPECT_GT(shared - whole, 61 * (gathered + swapped) / 196e9 * 1e3); // faster than 196 GB/s no die is
    EXPECT_GT(value(ask(cm, w, {Fail{"plane 3"}}), "time_to_first_token"), shared * 1.005);
    // Eight dies swap less, two prompts take turns behind each other's messages.
    w.promptRanks = 8;
    EXPECT_LT(value(ask(cm, w), "time_to_first_token"), shared);
    w.microbatches = 2;
    w.promptRanks = 32;
    EXPECT_LE(value(ask(cm, w), "time_to_first_token"), shared);
}

TEST(PromptRanks, WhatIsSwappedGoesOverTheLinks) {
    // A die sends 31 of 32 parts of 4,096 tokens x 4 heads x 128 numbers of two bytes, at 196 GB/s at most;
    // with six planes of seven each lasts 7/6 as long.
    Prefill w = sharedPrefill(32);
    w.microbatches = 1;
    w.tokensPerChip = 256;
    const auto swap = [&](const std::vector<Change>& changes) {
        const auto o = ask(cm, w, changes);
        for (const Phase& phase : (*o)->phases)
            if (phase.name == "exchange by tokens")
                return phase.duration.base();
        return 0.0;
    };
    EXPECT_GT(swap({}), 4096 * 4 * 128 * 2.0 * 31 / 32 / 196e9);
    EXPECT_NEAR(swap({Fail{"plane 3"}}) / swap({}), 7.0 / 6, 1e-9);
}

TEST(PromptRanks, RanksThatShareAPromptAreGroupsOfTheInstance) {
    Prefill w = sharedPrefill(3);
    EXPECT_TRUE(says(refusal(ask(cm, w)), "workload.prompt_ranks"));
    w.promptRanks = 64; // of 32 dies
    EXPECT_TRUE(says(refusal(ask(cm, w)), "workload.prompt_ranks"));
    w.promptRanks = 8;
    w.tensorParallel = 2;
    EXPECT_TRUE(says(refusal(ask(cm, w)), "workload.prompt_ranks"));
    w.tensorParallel = 1;
    EXPECT_TRUE(ask(cm, w));
}

} // namespace
} // namespace supernode
