// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fabric/fabric_state.h"
#include "model/simulation/max_min.h"
#include "model/traffic/patterns.h"
#include "model/traffic/traffic.h"
#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace supernode::test {
namespace {

constexpr double link = 28e9;

struct Rates {
    Traffic traffic;
    Sharing sharing;
    double least() const { return *std::min_element(sharing.rate.begin(), sharing.rate.end()); }
    double sum() const {
        double s = 0;
        for (std::size_t f = 0; f < traffic.flows.size(); ++f)
            s += traffic.flows[f].members * sharing.rate[f];
        return s;
    }
    double members() const {
        double s = 0;
        for (const Flow& f : traffic.flows)
            s += f.members;
        return s;
    }
};

Rates ratesOf(SystemPtr system, const std::vector<Change>& changes) {
    const FabricPtr fabric = *buildFabric(std::move(system));
    const FabricState state = *applyChanges(*fabric, changes);
    std::vector<std::uint32_t> ends = *endpointsOf(fabric->system(), {});
    Rates rates{*byRoles(*fabric, state, ends, uniformPattern(ends.size(), 1e6), {}), {}};
    rates.sharing = shareMaxMin(rates.traffic.sharing);
    return rates;
}

TEST(AllToAll, HealthyFabricIsLimitedByInjection) {
    // Each die has one 28 GB/s link per plane and 767 partners: a subflow gets 28/767; 768 x 767 x 7
    // subflows.
    const Rates r = ratesOf(cloudMatrix(), {});
    EXPECT_DOUBLE_EQ(r.members(), 768.0 * 767 * 7);
    for (const double rate : r.sharing.rate)
        EXPECT_NEAR(rate, link / 767, 1e-6);
    EXPECT_NEAR(r.sum(), 768 * 196e9, 1);
}

TEST(AllToAll, OneSpineChipLostIsSprayedOverFifteen) {
    // A leaf sends 16 x 752 = 12,032 subflows over 15 links: 15 x 28 / 12,032 each. What stays in the node
    // takes the slack of the die's link: (28 - 752 x 420/12,032) / 15 = (28 - 26.25) / 15.
    const Rates r = ratesOf(cloudMatrix(), {Fail{"plane 3 l2 5"}});
    EXPECT_NEAR(r.least(), 420e9 / 12032, 1);
    double inside = 0;
    for (std::size_t f = 0; f < r.traffic.flows.size(); ++f)
        if (r.traffic.flows[f].plane == 2)
            inside = std::max(inside, r.sharing.rate[f]);
    EXPECT_NEAR(inside, 1.75e9 / 15, 1);
    EXPECT_NEAR(r.sum(), 768 * 196e9, 100); // the sum does not change
}

TEST(AllToAll, OneCableBetweenTheTiersLostSlowsOneNode) {
    // Node 1 spreads its 12,032 subflows over 15 uplinks. Every other die sends 16 of its 767 subflows there
    // and shares the rest of its link: (28 - 16 x 420/12,032) / 751. Inside node 1: (28 - 752 x 420/12,032)
    // / 15.
    const Rates r = ratesOf(cloudMatrix(), {Fail{"link node 1 plane 1 l2 1"}});
    const double slow = 420e9 / 12032;
    std::map<long, double> members; // in plane 1, by rounded rate
    for (std::size_t f = 0; f < r.traffic.flows.size(); ++f)
        if (r.traffic.flows[f].plane == 0)
            members[std::lround(r.sharing.rate[f] / 1e3)] += r.traffic.flows[f].members;
    ASSERT_EQ(members.size(), 3u);
    EXPECT_DOUBLE_EQ(members[std::lround(slow / 1e3)], 24064);
    EXPECT_DOUBLE_EQ(members[std::lround((link - 16 * slow) / 751 / 1e3)], 564752);
    EXPECT_DOUBLE_EQ(members[std::lround((link - 752 * slow) / 15 / 1e3)], 240);
}

TEST(AllToAll, OnePlaneLostTakesOneSeventh) {
    // Six planes of the healthy rates.
    const Rates r = ratesOf(cloudMatrix(), {Fail{"plane 3"}});
    EXPECT_DOUBLE_EQ(r.members(), 768.0 * 767 * 6);
    EXPECT_NEAR(r.sum(), 768 * 168e9, 1);
}

TEST(AllToAll, OneLeafChipLostLeavesItsNodeSixPlanes) {
    // In plane 3 the other 752 dies share their links among 751 partners; all other planes stay at 28/767.
    const Rates r = ratesOf(cloudMatrix(), {Fail{"node 1 l1 3"}});
    EXPECT_NEAR(r.sum(), 6 * 768 * link + 752 * link, 10);
    for (std::size_t f = 0; f < r.traffic.flows.size(); ++f)
        EXPECT_NEAR(r.sharing.rate[f], link / (r.traffic.flows[f].plane == 2 ? 751 : 767), 1);
}

TEST(AllToAll, NvlSharesInjectionAmongSeventyOne) {
    // 18 links of 50 GB/s and 71 partners: 900/71 a pair; one switch chip less: 850/71.
    EXPECT_NEAR(ratesOf(nvl72(), {}).sum() / (72 * 71), 900e9 / 71, 1);
    EXPECT_NEAR(ratesOf(nvl72(), {Fail{"plane 4 switch 1"}}).sum() / (72 * 71), 850e9 / 71, 1);
}

} // namespace
} // namespace supernode::test
