// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fabric/chip_order.h"

#include "model/base/random.h"
#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace supernode::test {
namespace {

std::string nodeName(Random& random) { return "node " + std::to_string(1 + random.below(48)); }

class ChipOrder : public testing::Test {
protected:
    std::vector<std::uint32_t> orderAfter(const std::vector<Change>& changes) const {
        const auto order = chipOrder(*fabric, changes);
        EXPECT_TRUE(order) << (order ? "" : toSentence(order.issues().front()));
        return order ? *order : std::vector<std::uint32_t>{};
    }
    std::string refusal(const MoveParts& move) const {
        const auto order = chipOrder(*fabric, {Fail{"plane 1"}, move});
        EXPECT_FALSE(order) << move.from << " " << move.onto;
        return order ? "" : toSentence(order.issues().front());
    }
    std::vector<std::uint32_t> asBuilt() const {
        std::vector<std::uint32_t> order(384);
        std::iota(order.begin(), order.end(), 0u);
        return order;
    }
    FabricPtr fabric = *buildFabric(cloudMatrix());
};

// Node 1 has NPUs 0 to 7, node 20 has 152 to 159.
TEST_F(ChipOrder, TwoNodesChangePlaces) {
    const auto order = orderAfter({MoveParts{"node 1", "node 20"}});
    ASSERT_EQ(order.size(), 384u);
    EXPECT_EQ(order[0], 152u);
    EXPECT_EQ(order[7], 159u);
    EXPECT_EQ(order[8], 8u);
    EXPECT_EQ(order[152], 0u);
    EXPECT_EQ(order[159], 7u);
}

// What node 1 would hold goes to node 2 and from there to node 3; each exchange moves what stands there now.
TEST_F(ChipOrder, MovesFollowEachOther) {
    const auto order = orderAfter({MoveParts{"node 1", "node 2"}, MoveParts{"node 2", "node 3"}});
    EXPECT_EQ(order[0], 16u) << "the first chips of the work stand on node 3";
    EXPECT_EQ(order[8], 0u);
    EXPECT_EQ(order[16], 8u);
}

TEST_F(ChipOrder, SeveralPartsThatFollowEachOtherMoveTogether) {
    // Twelve nodes from node 1 on against those from node 25 on: chips 0 to 95 and 192 to 287.
    const auto order = orderAfter({MoveParts{"node 1", "node 25", 12}});
    EXPECT_EQ(order[0], 192u);
    EXPECT_EQ(order[95], 287u);
    EXPECT_EQ(order[96], 96u);
    EXPECT_EQ(orderAfter({MoveParts{"rack 1", "rack 2"}})[0], 32u) << "four nodes of eight NPUs a rack";
    EXPECT_EQ(orderAfter({MoveParts{"node 1 npu 1", "node 2 npu 1"}})[0], 8u);
}

TEST_F(ChipOrder, AMoveTwiceIsNone) {
    EXPECT_EQ(orderAfter({MoveParts{"node 3", "node 9", 4}, MoveParts{"node 3", "node 9", 4}}), asBuilt());
    EXPECT_TRUE(orderAfter({Fail{"plane 3"}}).empty()) << "nothing moved";
}

TEST_F(ChipOrder, EveryChipStaysOnce) {
    Random random(11);
    std::vector<Change> moves;
    while (moves.size() < 200) {
        const MoveParts move{nodeName(random), nodeName(random), 1 + static_cast<int>(random.below(6))};
        if (chipOrder(*fabric, {move}))
            moves.emplace_back(move);
    }
    auto order = orderAfter(moves);
    EXPECT_NE(order, asBuilt());
    std::sort(order.begin(), order.end());
    EXPECT_EQ(order, asBuilt());
}

TEST_F(ChipOrder, WhatCannotChangePlacesIsRefusedWithTheNearestThatCan) {
    const std::pair<MoveParts, const char*> wrong[] = {
        {{"node 1", "plane 3"}, "plane 3 holds no NPUs"},
        {{"rack 1", "rack 13"}, "rack 13 holds no NPUs"}, // a rack of switches
        {{"node 1 npu 1 die 1", "node 2 npu 1 die 1"}, "give node 1 npu 1"},
        {{"node 1", "rack 2"}, "two kinds"},
        {{"node 1", "node 3", 4}, "give node 5"},
        {{"node 5", "node 3", 4}, "give node 1"},
        {{"node 1", "node 47", 4}, "give node 45, or at most 2"},
        {{"node 1", "node 1"}, "give node 2"},
        {{"node 1", "node 99"}, "there is no node 99"}};
    for (const auto& [move, part] : wrong) {
        const std::string sentence = refusal(move);
        EXPECT_NE(sentence.find(part), std::string::npos) << sentence;
        EXPECT_EQ(sentence.rfind("changes[1]", 0), 0u) << sentence;
    }
}

TEST_F(ChipOrder, ACopyOfAnExpertNamesDies) {
    const std::string from = "node 1 npu 1 die 1";
    const auto copies = expertCopies(*fabric, {Fail{"plane 1"}, CopyExpert{from, "node 2 npu 1 die 2"}});
    ASSERT_TRUE(copies);
    EXPECT_EQ(*copies, (std::vector<ExpertCopy>{{0, 17}})); // sixteen dies a node
    const auto wrong = expertCopies(*fabric, {CopyExpert{from, "node 2 npu 1"}});
    ASSERT_FALSE(wrong);
    EXPECT_EQ(toSentence(wrong.issues().front()),
              "changes[0]: node 2 npu 1 is no single die; give node 2 npu 1 die 1");
    const FabricPtr tray = *buildFabric(nvl72());
    EXPECT_TRUE(expertCopies(*tray, {CopyExpert{"node 1 gpu 1", "node 2 gpu 1"}})) << "a GPU is its own die";
}

} // namespace
} // namespace supernode::test
