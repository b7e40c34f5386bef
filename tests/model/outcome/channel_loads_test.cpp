// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/outcome/outcome.h"
#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace supernode::test {
namespace {

TEST(ChannelLoads, AreMadeOnceWhoeverLooks) {
    std::atomic<int> made = 0;
    const ChannelLoads loads(PerLinkKind{}, 7, [&] {
        ++made;
        return ChannelLoads::Numbers{{1, 2}, {3, 4}};
    });
    EXPECT_EQ(loads.delivered(), 7);
    EXPECT_EQ(made, 0) << "nobody has looked yet";
    std::atomic<int> right = 0;
    {
        std::vector<std::jthread> lookers;
        for (int i = 0; i < 8; ++i)
            lookers.emplace_back([&] { right += loads.load()[1] == 2 && loads.payload()[0] == 3; });
    }
    EXPECT_EQ(right, 8);
    EXPECT_EQ(made, 1);
}

TEST(ChannelLoads, TheMeanCountsEachForItsShareOfTheTime) {
    // 8 bytes a second on the first channel for a quarter of the time, nothing for the rest: 2.
    const FabricPtr fabric = *buildFabric(nvl72());
    std::vector<float> load(fabric->channelCount());
    load.front() = 8;
    const auto busy = std::make_shared<const ChannelLoads>(load, load, 8);
    const LoadsPtr mean = meanOf({{busy, 0.25}}, *fabric);
    EXPECT_EQ(mean->delivered(), 2);
    EXPECT_EQ(mean->load().front(), 2);
    EXPECT_EQ(mean->payload().front(), 2);
    EXPECT_EQ(mean->load().back(), 0);
    EXPECT_EQ(mean->wire(*fabric)[static_cast<std::size_t>(fabric->link(LinkId(0)).kind)], 2);
    EXPECT_EQ(meanOf({}, *fabric)->load(), std::vector<float>(fabric->channelCount()));
}

} // namespace
} // namespace supernode::test
