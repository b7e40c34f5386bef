// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/variation.h"

#include "app/files/builtin.h"
#include "tests/app/files/issues.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

TEST(Variation, ARangeHoldsBothOfItsEnds) {
    const Result<Variation> tenths =
        readVariation("workload.zipf=0:1:0.1"); // 0.1 is no whole binary fraction
    ASSERT_TRUE(tenths);
    EXPECT_EQ(tenths->path, "workload.zipf");
    ASSERT_EQ(tenths->values.size(), 11u);
    EXPECT_EQ(tenths->values.front(), "0");
    EXPECT_EQ(std::stod(tenths->values.back()), 1);
    EXPECT_EQ(readVariation("a=4:1:-1")->values.size(), 4u);
}

TEST(Variation, AListKeepsItsWords) {
    EXPECT_EQ(*readVariation("system=cloudmatrix384,gb200-nvl72"),
              (Variation{"system", {"cloudmatrix384", "gb200-nvl72"}}));
}

TEST(Variation, WhatIsNoVariationIsRefused) {
    for (const char* text : {"", "=1", "a", "a=", "a=1:2:0", "a=1:2:-1", "a=x:2:1", "a=0:1:0.000001"})
        EXPECT_FALSE(readVariation(text)) << text;
}

TEST(Variation, EachKindOfPathChangesWhatItNames) {
    const Scenario base = *builtinScenario("all-to-all");
    EXPECT_EQ(std::get<AllToAll>(withValue(base, "workload.bytes", "1024")->workload).bytes.base(), 1024);
    EXPECT_EQ(withValue(base, "system", "gb200-nvl72")->system->id, "gb200-nvl72");
    EXPECT_EQ(withValue(base, "routing", "hashed")->routing, Routing::Hashed);
    EXPECT_EQ(withValue(base, "package", "link")->package, PackagePath::Link);
    EXPECT_EQ(withValue(base, "fabric.link_rate", "200")->changes.back(),
              Change(SetFact{"fabric.link_rate", 200}));
    EXPECT_EQ(withValue(base, "fail", "plane 3+node 2")->changes,
              (std::vector<Change>{Fail{"plane 3"}, Fail{"node 2"}}));
    EXPECT_EQ(*withValue(base, "fail", "none"), base);
}

TEST(Variation, AValueThatCannotBeNamesItsField) {
    const Scenario base = *builtinScenario("all-to-all");
    EXPECT_EQ(withValue(base, "workload.bites", "1").issues().front().field, "workload.bites");
    EXPECT_EQ(withValue(base, "fabric.link_rate", "fast").issues().front().field, "fabric.link_rate");
    EXPECT_EQ(withValue(base, "routing", "psychic").issues().front().field, "routing");
    EXPECT_EQ(withValue(base, "package", "bridge").issues().front().field, "package");
    EXPECT_FALSE(withValue(base, "system", "cray-1"));
}

// Six nodes of 352.8 mm fit into a rack of 2,250 mm, so 96 need 16 racks, not 12; the bin of 626 TFLOPS takes
// the 1,504 TOPS of 752 along.
TEST(Variation, AFactTakesAlongWhatFollowsFromIt) {
    const Scenario base = *builtinScenario("all-to-all");
    EXPECT_EQ(withValue(base, "node.count", "96")->changes,
              (std::vector<Change>{SetFact{"node.count", 96}, SetFact{"hall.compute_racks", 16}}));
    EXPECT_EQ(withValue(base, "chip.bf16_dense", "626")->changes,
              (std::vector<Change>{SetFact{"chip.bf16_dense", 626}, SetFact{"chip.eight_bit_dense", 1252}}));
    EXPECT_FALSE(withValue(base, "fabric.planes", "2.5"));
    EXPECT_FALSE(withValue(base, "fabric.wheels", "4"));
}

// Eight of 10,752 modules, the same for the same seed, among what a plane leaves standing.
TEST(Variation, PartsFailAtRandomByASeed) {
    const Scenario whole = *builtinScenario("all-to-all");
    const Result<Scenario> drawn = withValue(whole, "fail", "plane 3+random 8 modules seed 2");
    ASSERT_TRUE(drawn) << sentences(drawn.issues());
    EXPECT_EQ(drawn->changes.size(), 9u);
    EXPECT_EQ(*drawn, *withValue(whole, "fail", "plane 3+random 8 modules seed 2"));
    EXPECT_NE(*drawn, *withValue(whole, "fail", "plane 3+random 8 modules seed 3"));
    for (const char* text : {"random 8", "random 8 spoons", "random x modules", "random 8 modules seed",
                             "random 8 modules sow 2", "random 99999 modules", "random -1e30 modules",
                             "random 0 modules", "random 8 modules seed 1e30", "random 8 modules seed 2.5"})
        EXPECT_FALSE(withValue(whole, "fail", text)) << text;
}

} // namespace
} // namespace supernode
