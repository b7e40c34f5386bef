// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

ElementId named(const OutcomePtr& o, const char* name) { return *o->fabric->find(name); }

TEST(Outcome, ADieSendsOverItsSevenLinks) {
    const OutcomePtr o = answer(allToAllOn(cloudMatrix()));
    const ElementUse use = useOf(*o, o->intervals.front(), named(o, "node 1 npu 1 die 1"));
    EXPECT_NEAR(use.out.base(), 196e9, 1e6); // loads are kept as floats
    EXPECT_NEAR(use.in.base(), 196e9, 1e6);
    EXPECT_DOUBLE_EQ(use.capacityOut.base(), 196e9);
    EXPECT_NEAR(use.utilization, 1, 1e-6);
    EXPECT_EQ(use.links, 7u);
}

TEST(Outcome, ANodeSendsOverItsUplinks) {
    // 16 dies x 752 of 767 subflows leave the node: 16 x 196 x 752/767 of 7 x 448 GB/s.
    const OutcomePtr o = answer(allToAllOn(cloudMatrix()));
    const ElementUse use = useOf(*o, o->intervals.front(), named(o, "node 18"));
    EXPECT_NEAR(use.out.base() / (16 * 196e9 * 752 / 767), 1, 1e-5);
    EXPECT_DOUBLE_EQ(use.healthyOut.base(), 3136e9);
}

TEST(Outcome, AFailedPlaneCarriesNothing) {
    const OutcomePtr o = answer(allToAllOn(cloudMatrix(), {Fail{"plane 3"}}));
    const ElementUse dead = useOf(*o, o->intervals.front(), named(o, "plane 3"));
    EXPECT_EQ(dead.in.base(), 0);
    EXPECT_EQ(dead.failedLinks, dead.links);
    const ElementUse die = useOf(*o, o->intervals.front(), named(o, "node 1 npu 1 die 1"));
    EXPECT_NEAR(die.out.base(), 168e9, 1e6);
    EXPECT_EQ(die.failedLinks, 1u);
}

TEST(Outcome, TimesOutsideAreClampedToTheFirstAndLastInterval) {
    const OutcomePtr o = answer(allToAllOn(cloudMatrix(), {Fail{"plane 3 l2 5"}}));
    ASSERT_GE(o->intervals.size(), 2u);
    EXPECT_EQ(&o->at(seconds(-1)), &o->intervals.front());
    EXPECT_EQ(&o->at(o->end + seconds(1)), &o->intervals.back());
    for (std::size_t i = 0; i < o->intervals.size(); ++i) {
        EXPECT_EQ(&o->at((o->intervals[i].start + o->intervals[i].end) / 2), &o->intervals[i]);
        if (i > 0) {
            EXPECT_EQ(o->intervals[i].start, o->intervals[i - 1].end) << "a gap";
        }
    }
}

} // namespace
} // namespace supernode::test
