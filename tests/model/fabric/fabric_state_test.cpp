// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fabric/fabric_state.h"
#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace supernode::test {
namespace {

struct Damaged {
    FabricPtr fabric = *buildFabric(cloudMatrix());
    FabricState state;
    explicit Damaged(const std::vector<Change>& changes) : state(*applyChanges(*fabric, changes)) {}

    std::size_t linksDown() const {
        std::size_t n = 0;
        for (std::uint32_t l = 0; l < fabric->linkCount(); ++l)
            n += !state.alive(fabric->elementOf(LinkId(l)));
        return n;
    }
};

TEST(FabricState, AFailedElementTakesItsLinksDown) {
    // Die: 7 links, one to its twin, one of RDMA. L2 chip: 48. L1 chip: 16 dies + 4 CPUs + 16 uplinks. Plane:
    // 48 x 36. Box: two L2 chips. Cable, and a module at its end: one link of each of two chips. Node: 7 x
    // 36, 8 between dies, 16 of RDMA, one of the VPC. Rack of four nodes: 4 x 277. CPU: 7, and the first has
    // the card. NPU: two dies with one link between them. RDMA leaf: a link of each of 768 dies. VPC core: 48
    // nodes.
    const std::pair<const char*, std::size_t> expected[] = {{"node 1 npu 1 die 1", 9},
                                                            {"plane 3 l2 7", 48},
                                                            {"node 2 l1 4", 36},
                                                            {"plane 3", 1728},
                                                            {"box 1", 96},
                                                            {"node 1 plane 2 cable 3", 2},
                                                            {"node 1 plane 2 cable 3 module 1", 2},
                                                            {"node 1 plane 2 cable 3 module 2", 2},
                                                            {"node 9", 277},
                                                            {"rack 2", 1108},
                                                            {"node 1 cpu 1", 8},
                                                            {"node 1 cpu 2", 7},
                                                            {"node 5 npu 5", 17},
                                                            {"rdma leaf 1", 768},
                                                            {"vpc core", 48},
                                                            {"node 5 npu 5 die link", 1},
                                                            {"node 5 npu 5 die 2 rdma", 1},
                                                            {"node 5 vpc", 1},
                                                            {"link node 1 plane 1 l2 1", 1}};
    for (const auto& [name, links] : expected)
        EXPECT_EQ(Damaged({Fail{name}}).linksDown(), links) << name;
}

// 384 NPUs of two dies; a node has eight NPUs. A failed plane takes no die along.
TEST(FabricState, ADeadNodeTakesItsEndpointsAlong) {
    const auto up = [](const std::vector<Change>& changes) {
        const Damaged d(changes);
        return endpointsUp(*d.fabric, d.state);
    };
    EXPECT_EQ(up({}), 768u);
    EXPECT_EQ(up({Fail{"node 9"}}), 752u);
    EXPECT_EQ(up({Fail{"node 9"}, Fail{"node 9 npu 1 die 2"}, Fail{"node 1 npu 1 die 1"}}), 751u);
    EXPECT_EQ(up({Fail{"plane 3"}}), 768u);
}

TEST(FabricState, SlowingScalesEveryLinkThatTouchesTheElement) {
    const Damaged d({Slow{"node 18", 60}});
    const LinkId inside = d.fabric->endpointLink(17 * 16, 0), outside = d.fabric->endpointLink(0, 0);
    EXPECT_DOUBLE_EQ(d.state.capacity[channelOf(inside, Direction::Up).value], 0.6 * 28e9);
    EXPECT_DOUBLE_EQ(d.state.capacity[channelOf(d.fabric->uplink(17, 3, 2), Direction::Down).value],
                     0.6 * 28e9);
    EXPECT_DOUBLE_EQ(d.state.capacity[channelOf(outside, Direction::Up).value], 28e9);
}

TEST(FabricState, RestoringGivesBackTheHealthyState) {
    const Damaged healthy({}),
        back({Fail{"plane 3"}, Slow{"node 2", 50}, Restore{"node 2"}, Restore{"plane 3"}});
    EXPECT_EQ(back.state.failed, healthy.state.failed);
    EXPECT_EQ(back.state.capacity, healthy.state.capacity);
}

TEST(FabricState, UnknownElementsAreRefusedByTheirPlaceInTheList) {
    const FabricPtr f = *buildFabric(cloudMatrix());
    const Result<FabricState> r = applyChanges(*f, {Fail{"plane 3"}, Fail{"plane 8"}});
    ASSERT_FALSE(r);
    EXPECT_EQ(r.issues().front().field, "changes[1]");
}

TEST(FabricState, EverythingMayFail) {
    const Damaged d({Fail{"supernode"}});
    EXPECT_EQ(d.linksDown(), d.fabric->linkCount());
    EXPECT_TRUE(
        std::all_of(d.state.capacity.begin(), d.state.capacity.end(), [](double c) { return c == 0; }));
}

} // namespace
} // namespace supernode::test
