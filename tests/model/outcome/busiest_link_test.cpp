// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/outcome/busiest_link.h"

#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

// Every link, cable, chip, node, plane and the whole, with a chip of the second tier down.
TEST(BusiestLink, IsAsBusyAsItsElement) {
    const OutcomePtr o = answer(allToAllOn(smallMachine(3, 2, 2, 2, 4), {Fail{"plane 1 l2 2"}}));
    const Interval& now = o->intervals.front();
    for (std::uint32_t i = 0; i < o->fabric->elementCount(); ++i) {
        const ElementId element(i);
        if (useOf(*o, now, element).links > 0) {
            EXPECT_NEAR(busiestLink(*o, now, element).utilization, useOf(*o, now, element).utilization, 1e-6)
                << o->fabric->name(element);
        }
    }
}

// All dies send to the first: its seven links are full downwards, those of nobody else are.
TEST(BusiestLink, OfAnIncastIsOneOfTheReceiver) {
    Scenario incast = allToAllOn(cloudMatrix());
    incast.workload = Incast{};
    const OutcomePtr o = answer(incast);
    const BusiestLink found = busiestLink(*o, o->intervals.front(), o->fabric->id(ElementKind::System, 0));
    EXPECT_EQ(o->fabric->name(o->fabric->link(found.link).lower), "node 1 npu 1 die 1");
    EXPECT_NEAR(found.utilization, 1, 1e-6);
}

// An all-to-all fills the seven links of each of 768 dies, 5,376; those above carry 752 of 767 parts, 98 %.
// An incast fills the seven of its receiver.
TEST(BusiestLink, CountsThoseThatAreAsBusy) {
    const OutcomePtr all = answer(allToAllOn(cloudMatrix()));
    const ElementId system = all->fabric->id(ElementKind::System, 0);
    EXPECT_EQ(busiestLink(*all, all->intervals.front(), system).alike, 5376u);
    Scenario incast = allToAllOn(cloudMatrix());
    incast.workload = Incast{};
    const OutcomePtr one = answer(incast);
    EXPECT_EQ(busiestLink(*one, one->intervals.front(), system).alike, 7u);
}

TEST(BusiestLink, WhereNothingMovesThereIsNone) {
    const OutcomePtr o = answer(allToAllOn(cloudMatrix(), {Fail{"node 1"}}));
    EXPECT_FALSE(busiestLink(*o, o->intervals.front(), *o->fabric->find("node 1 npu 1 die 1")).link.valid());
}

} // namespace
} // namespace supernode::test
