// SPDX-License-Identifier: GPL-3.0-or-later
// Copper above the first tier, where fibre is built.
#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

// Copper has the links and no modules. The model lets it reach as far as it would have to, and says so.
TEST(Copper, ThatIsTooLongIsSaid) {
    SystemSpec copper = *cloudMatrix();
    copper.fabric.opticalTiers = Count{0, {0, "tiers", Grade::Assumption, "", "", ""}};
    copper.fabric.copperReach = Fact<Length>{metres(3), {}};
    const OutcomePtr fibre = answer(allToAllOn(cloudMatrix()));
    const OutcomePtr tooLong = answer(allToAllOn(std::make_shared<const SystemSpec>(copper)));
    EXPECT_EQ(tooLong->fabric->linkCount(), fibre->fabric->linkCount());
    EXPECT_EQ(tooLong->fabric->count(ElementKind::Cable), 0u);
    EXPECT_EQ(metric(tooLong, "throughput"), metric(fibre, "throughput"));
    EXPECT_TRUE(fibre->warnings.empty());
    ASSERT_EQ(tooLong->warnings.size(), 1u);
    EXPECT_EQ(tooLong->warnings.front().field, "fabric.optical_tiers");
    EXPECT_NE(tooLong->warnings.front().reason.find(" of 5376 copper links"), std::string::npos)
        << tooLong->warnings.front().reason;
    copper.fabric.copperReach = Fact<Length>{metres(100), {}};
    EXPECT_TRUE(answer(allToAllOn(std::make_shared<const SystemSpec>(copper)))->warnings.empty());
}

} // namespace
} // namespace supernode::test
