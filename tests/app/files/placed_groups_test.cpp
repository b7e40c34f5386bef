// SPDX-License-Identifier: GPL-3.0-or-later
// Language models on machines that are changed: stacks of memory, groups that change places, more experts.
#include "app/files/builtin.h"
#include "tests/app/files/answers.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

constexpr const char* cm = "cloudmatrix384";
constexpr const char* nvl = "gb200-nvl72";
constexpr const char* perChip = "tokens_per_second_per_chip";

Decode paperDecode() {
    Decode w;
    w.chips = 160;
    w.batchPerChip = 96;
    w.mtpAcceptance = 0.7;
    return w;
}
Prefill paperPrefill() {
    Prefill w;
    w.chips = 16;
    return w;
}

// One stack of one die of 320: every step reads weights and caches at three quarters of the rate on that die,
// and all wait for it; there is room for three quarters of the caches beside the same weights at most.
TEST(HbmStacks, OneStackOfOneDieSetsThePaceOfAll) {
    const std::vector<Change> one{Fail{"node 7 npu 3 die 2 hbm 4"}};
    EXPECT_LT(value(ask(cm, paperDecode(), one), perChip), value(ask(cm, paperDecode()), perChip) * 0.99);
    EXPECT_LT(value(ask(cm, paperPrefill(), {Fail{"node 1 npu 3 die 2 hbm 4"}}), perChip),
              value(ask(cm, paperPrefill()), perChip));
    Decode most = paperDecode();
    most.batchPerChip = 0;
    EXPECT_LT(value(ask(cm, most, one), "batch_per_chip"), value(ask(cm, most), "batch_per_chip") * 0.75);
    // A slowed one holds as much as before.
    const std::vector<Change> slow{Slow{"node 7 npu 3 die 2 hbm 4", 40}};
    EXPECT_EQ(value(ask(cm, most, slow), "batch_per_chip"), value(ask(cm, most), "batch_per_chip"));
    EXPECT_LT(value(ask(cm, paperDecode(), slow), perChip), value(ask(cm, paperDecode()), perChip));
    EXPECT_EQ(value(ask(cm, paperDecode(), {Fail{"node 48 npu 1 die 1 hbm 1"}}), perChip),
              value(ask(cm, paperDecode()), perChip))
        << "no rank stands there";
    Decode other = paperDecode();
    other.chips = 48;
    other.precision = Precision::Fp8;
    EXPECT_LT(value(ask(nvl, other, {Fail{"node 1 gpu 1 die 1 hbm 8"}}), perChip),
              value(ask(nvl, other), perChip));
}

// 160 NPUs on nodes 1 to 20: the first of them stands on another node after a move, and a move there and back
// leaves the answer as it was.
TEST(PlacedGroups, AMoveMovesTheGroupAndTheAnswerFollows) {
    Decode w = paperDecode();
    const auto was = ask(cm, w), is = ask(cm, w, {MoveParts{"node 1", "node 40"}});
    ASSERT_TRUE(was && is);
    ASSERT_EQ((*was)->groups.front().endpoints.size(), 320u);
    EXPECT_EQ((*was)->groups.front().endpoints.front(), 0u);
    EXPECT_EQ((*is)->groups.front().endpoints.front(), 39u * 16) << "node 40";
    EXPECT_EQ(value(ask(cm, w, {MoveParts{"node 1", "node 40"}, MoveParts{"node 40", "node 1"}}), perChip),
              value(was, perChip));
    // What fails beside it no longer matters, and what fails under it does.
    EXPECT_EQ(value(ask(cm, w, {MoveParts{"node 1", "node 40"}, Fail{"node 1 npu 1 die 1 hbm 1"}}), perChip),
              value(is, perChip));
    EXPECT_LT(value(ask(cm, w, {MoveParts{"node 1", "node 40"}, Fail{"node 40 npu 1 die 1 hbm 1"}}), perChip),
              value(is, perChip));
}

// Four dies of tensor ranks in one node; with one of its NPUs exchanged with one of another node they sum up
// over the second tier.
TEST(PlacedGroups, TrafficGoesOtherWaysAfterAMove) {
    Decode w;
    w.model = "llama-3-70b";
    w.chips = 8;
    w.precision = Precision::Bf16;
    w.contextTokens = 2048;
    w.tensorParallel = 4;
    const auto uplinks = [](const Result<OutcomePtr>& o) {
        double load = 0;
        for (const Interval& interval : (*o)->intervals)
            for (std::uint32_t l = 0; l < (*o)->fabric->linkCount(); ++l)
                if ((*o)->fabric->link(LinkId(l)).kind == LinkKind::LeafSpine)
                    load += double(interval.load()[channelOf(LinkId(l), Direction::Up).value]);
        return load;
    };
    const auto was = ask(cm, w), is = ask(cm, w, {MoveParts{"node 1 npu 1", "node 9 npu 1"}});
    ASSERT_TRUE(was && is);
    EXPECT_EQ(uplinks(was), 0);
    EXPECT_GT(uplinks(is), 0);
    EXPECT_NE(value(is, perChip), value(was, perChip));
}

// 320 dies serve 256 experts in 288 slots; with 320 copies each of 288 dies holds two.
TEST(RedundantExperts, MoreOfThemCoolTheHottestDieAndTakeMemory) {
    Decode w = paperDecode();
    const auto usual = ask(cm, w);
    EXPECT_EQ(value(usual, "redundant_experts"), 32);
    w.redundantExperts = 320;
    const auto more = ask(cm, w);
    EXPECT_EQ(value(more, "redundant_experts"), 320);
    EXPECT_GT(value(more, "memory_per_rank"), value(usual, "memory_per_rank"));
    w.redundantExperts = 33;
    EXPECT_TRUE(says(refusal(ask(cm, w)), "give 32 or 320"));
}

} // namespace
} // namespace supernode
