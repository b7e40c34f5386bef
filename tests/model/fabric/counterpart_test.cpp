// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fabric/counterpart.h"

#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

FabricPtr fabricOf(const SystemPtr& system) { return buildFabric(system).value(); }
const FabricPtr large = fabricOf(cloudMatrix()), small = fabricOf(nvl72());

std::string like(const Fabric& from, const char* name, const Fabric& to) {
    const ElementId found = counterpart(from, *from.find(name), to);
    return found.valid() ? to.name(found) : std::string();
}

TEST(Counterpart, AMachineBesideItselfHasTheSameParts) {
    for (const FabricPtr& fabric : {large, small})
        for (std::uint32_t i = 0; i < fabric->elementCount(); i += 7) {
            const ElementId element(i);
            const ElementId same = counterpart(*fabric, element, *fabric);
            EXPECT_TRUE(same == element || fabric->linkOf(element).valid()) << fabric->name(element);
        }
}

// 16 racks against 1; 384 chips against 72: the 193rd is the 37th, for 192 x 72 / 384 = 36 stand before it.
// Seven planes against 18: two before it are 2 x 18 / 7 = 5.
TEST(Counterpart, APartStandsAtTheSamePlaceAmongItsLikes) {
    EXPECT_EQ(like(*large, "rack 9", *small), "rack 1");
    EXPECT_EQ(counterpart(*large, large->id(ElementKind::Chip, 192), *small),
              small->id(ElementKind::Chip, 36));
    EXPECT_EQ(counterpart(*large, large->id(ElementKind::Plane, 2), *small),
              small->id(ElementKind::Plane, 5));
    EXPECT_EQ(small->element(counterpart(*large, *large->find("node 1 l1 1"), *small)).kind,
              ElementKind::SpineSwitch);
}

TEST(Counterpart, ALinkStandsForALink) {
    const ElementId link = large->elementOf(large->endpointLink(0, 3));
    const ElementId found = counterpart(*large, link, *small);
    ASSERT_TRUE(small->linkOf(found).valid());
    EXPECT_EQ(small->link(small->linkOf(found)).lower, small->id(ElementKind::Endpoint, 0));
}

// The fabric of NVL72 is copper.
TEST(Counterpart, WhatAMachineDoesNotHaveIsNotMadeUp) {
    EXPECT_FALSE(counterpart(*large, large->id(ElementKind::Module, 5), *small).valid());
    EXPECT_FALSE(counterpart(*large, {}, *small).valid());
}

} // namespace
} // namespace supernode::test
