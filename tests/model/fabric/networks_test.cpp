// SPDX-License-Identifier: GPL-3.0-or-later
// Several supernodes, three tiers, adjacency and cable lengths.
#include "model/fabric/fabric_state.h"
#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace supernode::test {
namespace {

Count count(int n) { return {n, {static_cast<double>(n), "of them", Grade::Assumption, "", "", ""}}; }

FabricPtr fabricOf(const SystemSpec& s) { return *buildFabric(std::make_shared<const SystemSpec>(s)); }

FabricPtr twoSupernodes() {
    SystemSpec s = *cloudMatrix();
    s.fabric.supernodes = count(2);
    s.scaleOut->oversubscription = Fact<Ratio>{ratio(2), {}};
    return fabricOf(s);
}

// 2 pods of 2 nodes, 3 planes of 4 spines a pod in boxes of 2, 2 cores to a spine.
SystemSpec threeTierSpec() {
    SystemSpec s = *smallMachine(4, 2, 2, 3, 4);
    s.fabric.tiers = count(3);
    s.fabric.pods = count(2);
    s.fabric.coresPerSpine = count(2);
    s.fabric.spinesPerBox = count(2);
    s.fabric.linksPerCable = count(2);
    return s;
}

std::size_t linksOfKind(const Fabric& f, LinkKind kind) {
    std::size_t n = 0;
    for (std::uint32_t l = 0; l < f.linkCount(); ++l)
        n += f.link(LinkId(l)).kind == kind;
    return n;
}

TEST(Fabric, SeveralSupernodesMeetOnlyInTheScaleOutCore) {
    // Two copies of everything: 96 nodes, 1,536 dies, 224 L2 chips, 112 boxes, 32 racks; 7 planes have their
    // number in both. RDMA: a leaf each and a core; trunks of 768 x 25 GB/s / 2.
    const FabricPtr f = twoSupernodes();
    EXPECT_EQ(f->count(ElementKind::Supernode), 2u);
    EXPECT_EQ(f->count(ElementKind::Node), 96u);
    EXPECT_EQ(f->count(ElementKind::Endpoint), 1536u);
    EXPECT_EQ(f->count(ElementKind::SpineSwitch), 224u);
    EXPECT_EQ(f->count(ElementKind::Box), 112u);
    EXPECT_EQ(f->count(ElementKind::Rack), 32u);
    EXPECT_EQ(f->count(ElementKind::Plane), 7u);
    EXPECT_EQ(f->count(ElementKind::ScaleOutSwitch), 3u);
    EXPECT_DOUBLE_EQ(f->link(f->trunk(1)).rate.base(), 9600e9);
    EXPECT_EQ(f->supernodeOfNode(47), 0u);
    EXPECT_EQ(f->supernodeOfNode(48), 1u);
    const ElementId first = f->id(ElementKind::Supernode, 0), second = f->id(ElementKind::Supernode, 1);
    for (std::uint32_t l = 0; l < f->linkCount(); ++l) {
        const Link& link = f->link(LinkId(l));
        const bool outside = link.kind == LinkKind::ScaleOutTrunk || link.network() == Network::Vpc;
        for (const ElementId home : {first, second})
            ASSERT_TRUE(outside || f->contains(home, link.lower) == f->contains(home, link.upper))
                << f->name(f->elementOf(LinkId(l)));
    }
}

TEST(Fabric, ASupernodeFailsWithAllThatIsItsOwn) {
    // 48 x 277 links as in a single one, and its trunk.
    const FabricPtr f = twoSupernodes();
    const FabricState state = *applyChanges(*f, {Fail{"supernode 2"}});
    std::size_t down = 0;
    for (std::uint32_t l = 0; l < f->linkCount(); ++l)
        down += !state.alive(f->elementOf(LinkId(l)));
    EXPECT_EQ(down, 48u * 277u + 1u);
    EXPECT_TRUE(state.alive(f->elementOf(f->trunk(0))));
}

TEST(Fabric, ThreeTiersAreAFoldedClosInEachPlane) {
    // 2 pods x 3 planes x 4 spines; 3 planes x 4 columns x 2 cores; every core has one link from each pod.
    const FabricPtr f = fabricOf(threeTierSpec());
    EXPECT_EQ(f->count(ElementKind::SpineSwitch), 24u);
    EXPECT_EQ(f->count(ElementKind::CoreSwitch), 24u);
    EXPECT_EQ(linksOfKind(*f, LinkKind::LeafSpine), 4u * 3 * 4);
    EXPECT_EQ(linksOfKind(*f, LinkKind::SpineCore), 24u * 2);
    for (std::size_t pod = 0; pod < 2; ++pod)
        for (std::size_t p = 0; p < 3; ++p)
            for (std::size_t k = 0; k < 4; ++k)
                for (std::size_t j = 0; j < 2; ++j) {
                    const Link& link = f->link(f->coreLink(pod, p, k, j));
                    EXPECT_EQ(link.kind, LinkKind::SpineCore);
                    EXPECT_EQ(link.lower, f->spineOfPod(pod, p, k));
                    EXPECT_EQ(link.upper, f->core(0, p, k, j));
                    EXPECT_EQ(link.plane, std::optional(static_cast<std::uint32_t>(p)));
                    EXPECT_EQ(f->element(link.upper).plane, static_cast<int>(p));
                }
    for (std::size_t node = 0; node < 4; ++node)
        for (std::size_t k = 0; k < 4; ++k)
            EXPECT_EQ(f->link(f->uplink(node, 1, k)).upper, f->spineOfPod(node / 2, 1, k));
}

TEST(Fabric, ACableCarriesOneLinkOfEachSwitchChipInABox) {
    // In both upper tiers: the links of a cable differ at both ends, and each end is one enclosure.
    const FabricPtr f = fabricOf(threeTierSpec());
    // 4 nodes x 3 planes x 2 cables, and 24 spines / 2 in a cable x 2 cores; a module at each end.
    ASSERT_EQ(f->count(ElementKind::Cable), 24u + 24u);
    ASSERT_EQ(f->count(ElementKind::Module), 96u);
    for (std::size_t c = 0; c < f->count(ElementKind::Cable); ++c) {
        const ElementId cable = f->id(ElementKind::Cable, c);
        const auto links = f->linksAt(cable);
        ASSERT_EQ(links.size(), 2u) << f->name(cable);
        const Link &a = f->link(links[0]), &b = f->link(links[1]);
        EXPECT_NE(a.upper, b.upper);
        const ElementId lower = f->module(cable, CableEnd::Lower), upper = f->module(cable, CableEnd::Upper);
        EXPECT_EQ(f->element(a.upper).parent, f->element(upper).parent) << f->name(cable);
        EXPECT_EQ(f->element(b.upper).parent, f->element(upper).parent) << f->name(cable);
        EXPECT_TRUE(f->contains(f->element(lower).parent, a.lower));
        EXPECT_TRUE(f->contains(f->element(lower).parent, b.lower));
    }
}

TEST(Fabric, NamesAreReadBackInEveryShapeOfMachine) {
    SystemSpec several = threeTierSpec();
    several.fabric.supernodes = count(2);
    several.scaleOut = cloudMatrix()->scaleOut;
    several.vpc = cloudMatrix()->vpc;
    several.fabric.dieLink = cloudMatrix()->fabric.dieLink;
    SystemSpec nvl = *nvl72();
    nvl.fabric.supernodes = count(2);
    SystemSpec fourDies = several;
    fourDies.chip.endpoints = count(4);
    for (const SystemSpec& s : {threeTierSpec(), several, nvl, fourDies}) {
        const FabricPtr f = fabricOf(s);
        for (std::uint32_t i = 0; i < f->elementCount(); ++i) {
            const Result<ElementId> found = f->find(f->name(ElementId(i)));
            ASSERT_TRUE(found) << f->name(ElementId(i));
            ASSERT_EQ(found->value, i) << f->name(ElementId(i));
        }
    }
}

TEST(Fabric, LinksBesideThePlanesHaveShortNames) {
    const FabricPtr f = fabricOf(*cloudMatrix());
    EXPECT_EQ(*f->find("node 3 npu 2 die link"), f->elementOf(f->dieLink(34, 35)));
    EXPECT_EQ(*f->find("node 3 npu 2 die 1 rdma"), f->elementOf(f->scaleOutLink(34)));
    EXPECT_EQ(*f->find("node 5 vpc"), f->elementOf(f->vpcLink(4)));
    for (const char* name : {"node 49 vpc", "node 1 npu 1 rdma", "rdma leaf 2", "rdma core", "die link",
                             "supernode 1 rdma", "node 1 plane 1 cable 1 module 3", "pod 1 plane 1 l2 1"})
        EXPECT_FALSE(f->find(name)) << name;
}

TEST(Fabric, LinksOfAnElementAreThoseWithAnEndInIt) {
    // Against the definition, element by element.
    SystemSpec s = threeTierSpec();
    s.fabric.dieLink = cloudMatrix()->fabric.dieLink;
    s.scaleOut = cloudMatrix()->scaleOut;
    const FabricPtr f = fabricOf(s);
    for (std::uint32_t i = 0; i < f->elementCount() - f->linkCount(); ++i) {
        const ElementId id(i);
        const Element e = f->element(id);
        if (e.kind == ElementKind::Module)
            continue; // carries the links of its cable, which do not end at it
        std::vector<LinkId> expected;
        for (std::uint32_t l = 0; l < f->linkCount(); ++l) {
            const Link& link = f->link(LinkId(l));
            if (link.cable == id || f->contains(id, link.lower) || f->contains(id, link.upper))
                expected.push_back(LinkId(l));
        }
        // A cable is mounted in a node or box, and brings no link that does not end there anyway.
        ASSERT_EQ(f->linksOf(id), expected) << f->name(id);
    }
}

TEST(Fabric, NoCableIsShorterThanTheStraightLine) {
    for (const FabricPtr& f : {fabricOf(*cloudMatrix()), fabricOf(*nvl72()), twoSupernodes()})
        for (std::uint32_t l = 0; l < f->linkCount(); ++l) {
            const Link& link = f->link(LinkId(l));
            const Vec3 a = f->element(link.lower).body.centre, b = f->element(link.upper).body.centre;
            const double straight = std::hypot(a.x - b.x, a.y - b.y, a.z - b.z);
            const double length = f->cableLength(LinkId(l)).base();
            ASSERT_GT(length, 0) << f->name(f->elementOf(LinkId(l)));
            ASSERT_GE(length, straight - 1e-5) << f->name(f->elementOf(LinkId(l)));
            ASSERT_LT(length, 100) << f->name(f->elementOf(LinkId(l)));
        }
}

TEST(Fabric, ACableGoesUpAlongAndDown) {
    // Trays at 2.25 + 0.3 m: up from the L1 chip, down to the L2 chip, along x and z between them, 1 m of
    // slack.
    const FabricPtr f = fabricOf(*cloudMatrix());
    const LinkId id = f->uplink(0, 0, 0);
    const Vec3 a = f->element(f->link(id).lower).body.centre, b = f->element(f->link(id).upper).body.centre;
    EXPECT_NEAR(f->cableLength(id).base(),
                (2.55 - a.y) + (2.55 - b.y) + std::abs(a.x - b.x) + std::abs(a.z - b.z) + 1, 1e-5);
    // Inside a node copper goes straight along the axes, and both dies of a package are a hand apart.
    EXPECT_LT(f->cableLength(f->endpointLink(0, 0)).base(), 1.5);
    EXPECT_LT(f->cableLength(f->dieLink(0, 1)).base(), 0.2);
}

} // namespace
} // namespace supernode::test
