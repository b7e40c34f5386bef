// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/system/family.h"

#include "model/fabric/fabric.h"
#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

SystemSpec cut(int chips) {
    const Result<SystemSpec> made = resized(*cloudMatrix(), chips);
    EXPECT_TRUE(made) << chips << (made ? "" : toSentence(made.issues().front()));
    return made ? *made : *cloudMatrix();
}

int boxesOf(const SystemSpec& s) { return s.planes() * s.spinesPerPlane() / s.fabric.spinesPerBox.value; }

TEST(Family, TheSwitchBoxesAreThoseOfTable11) {
    // NPUs and boxes, and how many of their ports are used: a node has 7 x 16 uplinks, a box 2 x 48 ports.
    struct Row {
        int npus, boxes;
        double used;
    };
    for (const Row& row :
         {Row{384, 56, 1}, Row{352, 56, 0.92}, Row{288, 42, 1}, Row{256, 42, 0.89}, Row{192, 28, 1}}) {
        const SystemSpec s = cut(row.npus);
        EXPECT_EQ(boxesOf(s), row.boxes) << row.npus;
        EXPECT_NEAR(s.nodes() * s.planes() * s.uplinksPerLeaf() / (boxesOf(s) * 96.0), row.used, 0.005);
    }
}

TEST(Family, BelowTheTableARackOfBoxesServesNinetySixNpus) {
    for (const auto& [npus, boxes] :
         {std::pair{128, 28}, {96, 14}, {64, 14}, {32, 14}, {16, 14}, {8, 14}, {1, 14}})
        EXPECT_EQ(boxesOf(cut(npus)), boxes) << npus;
}

TEST(Family, ACutDownSupernodeStaysNonBlocking) {
    // The links that a leaf loses in number its remaining links gain in rate: 16 x 28 GB/s in all. A spine
    // carries no more than its 48 ports.
    for (const int npus : {16, 32, 64, 128, 192, 256, 288, 352, 384}) {
        const SystemSpec s = cut(npus);
        const FabricPtr f = *buildFabric(std::make_shared<const SystemSpec>(s));
        double up = 0, spine = 0;
        for (std::size_t k = 0; k < static_cast<std::size_t>(s.spinesPerPlane()); ++k)
            up += f->link(f->uplink(0, 0, k)).rate.base();
        for (const LinkId link : f->linksAt(f->spine(0, 0)))
            spine += f->link(link).rate.base();
        EXPECT_NEAR(up, 16 * 28e9, 1) << npus;
        EXPECT_LE(spine, 48 * 28e9 + 1) << npus;
    }
}

TEST(Family, ACutDownSupernodeKeepsTheCablesOfItsNodes) {
    // 32 nodes x 56 cables x 2 modules, though a leaf reaches only 12 chips of its plane; as many links up
    // from the L1 chips as dies have to them: 2 x 32 x 7 x 16.
    const auto system = std::make_shared<const SystemSpec>(cut(256));
    const OutcomePtr o = answer({system, {}, Specification{}});
    EXPECT_NEAR(metric(o, "scale_up_optical_modules"), 32 * 56 * 2, 1e-6);
    EXPECT_NEAR(metric(o, "scale_up_links"), 2 * 32 * 7 * 16, 1e-6);
}

TEST(Family, MoreThanOneSupernodeAreSeveral) {
    // 1,536 = 4 x 384; power and price four times, still derived from what is published.
    const SystemSpec four = cut(1536);
    EXPECT_EQ(four.supernodes(), 4);
    EXPECT_EQ(four.chips(), 1536);
    EXPECT_EQ(four.spinesPerPlane(), 16);
    EXPECT_DOUBLE_EQ(four.cost.price.value.base(), 4 * 8.2e6);
    EXPECT_EQ(four.cost.price.from.grade, Grade::Derived);
    EXPECT_EQ(cut(192).cost.price.from.grade, Grade::Assumption);
    EXPECT_EQ(resized(four, 384)->supernodes(), 1);
}

TEST(Family, OneTierLeavesTraysOut) {
    const Result<SystemSpec> half = resized(*nvl72(), 36);
    ASSERT_TRUE(half);
    EXPECT_EQ(half->nodes(), 9);
    EXPECT_EQ(half->planes(), 18);
    EXPECT_EQ(resized(*nvl72(), 1)->endpoints(), 1);
}

TEST(Family, NumbersThatFillNothingAreRefusedWithThoseThatDo) {
    const auto said = [](const Result<SystemSpec>& made) {
        return made ? std::string("made") : toSentence(made.issues().front());
    };
    EXPECT_NE(said(resized(*cloudMatrix(), 500)).find("multiple"), std::string::npos);
    EXPECT_NE(said(resized(*cloudMatrix(), 12)).find("multiple of 8"), std::string::npos);
    EXPECT_NE(said(resized(*cloudMatrix(), 0)), "made");
    EXPECT_NE(said(resized(*cloudMatrix(), -8)), "made");
    EXPECT_NE(said(resized(*cloudMatrix(), 384 * 1000)).find("65,536"), std::string::npos);
}

} // namespace
} // namespace supernode::test
