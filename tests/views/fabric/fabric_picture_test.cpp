// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/outcome/baseline_use.h"
#include "views/fabric/fabric_picture.h"

#include "app/files/builtin.h"
#include "tests/model/test_systems.h"
#include "views/fabric/fabric_shades.h"
#include "views/fabric/fabric_ways.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

FabricPicturePtr pictureOf(SystemPtr system) { return fabricPictureOf(*buildFabric(std::move(system))); }

std::size_t countOf(const FabricPicture& picture, PartKind kind) {
    return static_cast<std::size_t>(std::count_if(picture.parts.begin(), picture.parts.end(),
                                                  [&](const RingPart& part) { return part.kind == kind; }));
}

TEST(FabricPicture, HoldsEveryChipOnce) {
    for (const std::string& name : builtinSystemNames()) {
        const SystemPtr system = builtinSystem(name);
        const FabricPicturePtr picture = pictureOf(system);
        const Fabric& f = *picture->fabric;
        std::vector<std::uint8_t> seen(f.elementCount());
        for (const RingPart& part : picture->parts)
            for (const ElementId member : picture->membersOf(part))
                ++seen[member.value];
        for (const ElementKind kind : {ElementKind::Endpoint, ElementKind::LeafSwitch,
                                       ElementKind::SpineSwitch, ElementKind::CoreSwitch})
            for (std::size_t i = 0; i < f.count(kind); ++i)
                ASSERT_EQ(seen[f.id(kind, i).value], 1) << system->id << " " << f.name(f.id(kind, i));
    }
}

TEST(FabricPicture, CloudMatrixIsSevenRingsOfSixteen) {
    // 768 dies, 48 nodes x 7 first-tier chips, 7 planes x 16 second-tier chips, 12 racks with nodes.
    const FabricPicturePtr picture = pictureOf(cloudMatrix());
    EXPECT_EQ(picture->rings.size(), 7u);
    EXPECT_EQ(countOf(*picture, PartKind::Tile), 768u);
    EXPECT_EQ(countOf(*picture, PartKind::Leaf), 336u);
    EXPECT_EQ(countOf(*picture, PartKind::Segment), 112u);
    EXPECT_EQ(picture->spokes.size(), 48u);
    EXPECT_GT(picture->rings[0].radius, picture->rings[6].radius) << "plane 1 is outermost";
}

TEST(FabricPicture, NetworksThatLeaveTheMachineRunRoundIt) {
    // RDMA: 16 dies of each of 48 nodes; VPC: a card in each node. NVL72: four cards in each of 18 trays, no
    // VPC.
    const FabricPicturePtr picture = pictureOf(builtinSystem("cloudmatrix384"));
    ASSERT_EQ(picture->strips.size(), 2u);
    EXPECT_EQ(countOf(*picture, PartKind::Strip), 2u * 48);
    EXPECT_GT(picture->strips[1].radius - picture->strips[1].half, picture->bandOuter);
    std::size_t links = 0;
    for (const std::uint32_t part : picture->strips[0].partOfNode)
        links += picture->parts[part].count;
    EXPECT_EQ(links, 768u);
    const FabricPicturePtr other = pictureOf(builtinSystem("gb200-nvl72"));
    ASSERT_FALSE(other->strips.empty());
    EXPECT_EQ(other->strips[0].partOfNode.size(), 18u);
    EXPECT_EQ(other->parts[other->strips[0].partOfNode[3]].count, 4u);
    EXPECT_TRUE(pictureOf(smallMachine(2, 2, 1, 2, 2))->strips.empty());
}

TEST(FabricPicture, NvlIsOneRingOfEighteen) {
    const FabricPicturePtr picture = pictureOf(nvl72());
    EXPECT_EQ(picture->rings.size(), 1u);
    EXPECT_EQ(countOf(*picture, PartKind::Segment), 18u);
    EXPECT_EQ(countOf(*picture, PartKind::Tile), 72u);
    EXPECT_EQ(picture->spokes.size(), 72u) << "every GPU reaches the ring by itself";
}

TEST(FabricPicture, AMachineOfThousandsIsShownByNode) {
    const FabricPicturePtr picture = pictureOf(builtinSystem("atlas950"));
    EXPECT_EQ(countOf(*picture, PartKind::Tile), 1024u) << "8,192 NPUs in nodes of 8";
    EXPECT_EQ(picture->rings.size(), 9u) << "8 planes and the third tier";
}

TEST(FabricPicture, EverythingStandsInsideTheUnitCircleAndNothingInTheHole) {
    for (const std::string& name : builtinSystemNames()) {
        const SystemPtr system = builtinSystem(name);
        const FabricPicturePtr picture = pictureOf(system);
        for (const RingPart& part : picture->parts) {
            EXPECT_LE(part.radius + part.half, (part.kind == PartKind::Strip ? 1 : picture->bandOuter) + 1e-9)
                << system->id;
            EXPECT_GE(part.radius - part.half, picture->hole) << system->id;
        }
    }
}

TEST(FabricPicture, TilesDoNotOverlap) {
    for (const SystemPtr& system : {cloudMatrix(), nvl72(), smallMachine(2, 2, 1, 2, 2)}) {
        const FabricPicturePtr picture = pictureOf(system);
        for (std::size_t i = 0; i < picture->parts.size(); ++i)
            for (std::size_t j = i + 1; j < picture->parts.size(); ++j) {
                const RingPart &a = picture->parts[i], &b = picture->parts[j];
                if (a.kind != PartKind::Tile || b.kind != PartKind::Tile)
                    continue;
                const QPointF by = a.middle() - b.middle();
                ASSERT_GE(std::hypot(by.x(), by.y()), 1.9 * a.half) << system->id;
            }
    }
}

TEST(FabricPicture, TheMiddleOfAPartPicksIt) {
    for (const SystemPtr& system : {cloudMatrix(), nvl72()}) {
        const FabricPicturePtr picture = pictureOf(system);
        for (std::size_t i = 0; i < picture->parts.size(); ++i)
            ASSERT_EQ(partAt(*picture, picture->parts[i].middle(), 0.01), i) << system->id;
        EXPECT_EQ(partAt(*picture, {0, 0}, 0.01), picture->parts.size());
    }
}

TEST(FabricShades, AFailedPlaneIsARingOfFailedParts) {
    const OutcomePtr outcome = answer(allToAllOn(cloudMatrix(), {Fail{"plane 3"}}));
    const FabricPicturePtr picture = fabricPictureOf(outcome->fabric);
    const std::vector<Shade> shades = shadesOf(*picture, *outcome, &outcome->intervals.back());
    for (std::size_t i = 0; i < picture->parts.size(); ++i) {
        const RingPart& part = picture->parts[i];
        if (part.kind == PartKind::Segment) {
            EXPECT_EQ(shades[i].failed, part.plane == 2 ? 1.0f : 0.0f);
            EXPECT_EQ(shades[i].use > 0, part.plane != 2);
        } else if (part.kind == PartKind::Tile) {
            EXPECT_FLOAT_EQ(shades[i].cut, 1.0f / 7) << "one link of seven";
        }
    }
}

TEST(FabricShades, AStripIsAsBusyAsItsLinks) {
    // A hand-drawn flow over RDMA fills the link of its die: a sixteenth of the links of its node, and the
    // same at the receiver.
    Scenario scenario = allToAllOn(cloudMatrix());
    scenario.workload =
        Flows{.list = {{"node 1 npu 1 die 1", "node 3 npu 2 die 1", mebibytes(64), {}, Network::ScaleOut}}};
    const OutcomePtr outcome = answer(scenario);
    const FabricPicturePtr picture = fabricPictureOf(outcome->fabric);
    const Interval& now = outcome->at(outcome->end * 0.5);
    const std::vector<Shade> shades = shadesOf(*picture, *outcome, &now);
    const std::vector<std::uint32_t>& parts = picture->strips[0].partOfNode;
    EXPECT_NEAR(shades[parts[0]].use, 1.0 / 16, 1e-3);
    EXPECT_NEAR(shades[parts[2]].use, 1.0 / 16, 1e-3);
    EXPECT_EQ(shades[parts[1]].use, 0);
    const FabricWays ways = waysOf(*picture, *outcome, &now, {});
    double up = 0;
    for (const Way& way : ways.ways)
        up += way.payloadUp;
    EXPECT_NEAR(up / 25e9, 1, 1e-6) << "200 Gbit/s";
}

// What is compared with itself has not changed; what fell had a use before, and what was down then has none.
TEST(FabricShades, WhatWasIsMeasuredAsWhatIs) {
    const OutcomePtr whole = answer(allToAllOn(cloudMatrix())),
                     broken = answer(allToAllOn(cloudMatrix(), {Fail{"plane 3"}}));
    const FabricPicturePtr picture = fabricPictureOf(whole->fabric);
    const auto shades = [&](const OutcomePtr& shown, const OutcomePtr& baseline) {
        return shadesOf(*picture, *shown, &shown->intervals.front(),
                        BaselineUse(baseline, shown).utilization({}));
    };
    for (const Shade& shade : shades(whole, whole))
        EXPECT_EQ(shade.before, shade.use);
    const std::vector<Shade> fallen = shades(broken, whole), repaired = shades(whole, broken);
    for (std::size_t i = 0; i < picture->parts.size(); ++i)
        if (picture->parts[i].kind == PartKind::Segment && picture->parts[i].plane == 2) {
            EXPECT_GT(fallen[i].before, 0.5f);
            EXPECT_EQ(fallen[i].use, 0);
            EXPECT_EQ(repaired[i].before, -1);
        }
}

TEST(FabricShades, WithoutTrafficNothingIsBusy) {
    const OutcomePtr outcome = answer(allToAllOn(smallMachine(2, 2, 1, 2, 2)));
    for (const Shade& shade : shadesOf(*fabricPictureOf(outcome->fabric), *outcome, nullptr))
        EXPECT_EQ(shade, Shade());
}

} // namespace
} // namespace supernode::test
