// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>

namespace supernode::test {
namespace {

FabricPtr fabricOf(SystemPtr system) { return *buildFabric(std::move(system)); }

std::map<LinkKind, std::size_t> linksByKind(const Fabric& f) {
    std::map<LinkKind, std::size_t> n;
    for (std::uint32_t l = 0; l < f.linkCount(); ++l)
        ++n[f.link(LinkId(l)).kind];
    return n;
}

TEST(Fabric, CloudMatrixHasThePublishedParts) {
    // 48 nodes x 8 NPUs x 2 dies; 48 x 4 CPUs; 48 x 7 L1 chips; 7 x 16 L2 chips in boxes of two; 12 + 4
    // racks; 48 x 56 cables of 400G with a module at each end.
    const FabricPtr f = fabricOf(cloudMatrix());
    EXPECT_EQ(f->count(ElementKind::Node), 48u);
    EXPECT_EQ(f->count(ElementKind::Chip), 384u);
    EXPECT_EQ(f->count(ElementKind::Endpoint), 768u);
    EXPECT_EQ(f->count(ElementKind::Cpu), 192u);
    EXPECT_EQ(f->count(ElementKind::LeafSwitch), 336u);
    EXPECT_EQ(f->count(ElementKind::SpineSwitch), 112u);
    EXPECT_EQ(f->count(ElementKind::Box), 56u);
    EXPECT_EQ(f->count(ElementKind::Rack), 16u);
    EXPECT_EQ(f->count(ElementKind::Cable), 2688u);
    EXPECT_EQ(f->count(ElementKind::Module), 5376u);
    EXPECT_EQ(f->count(ElementKind::Supernode), 0u) << "one is the system itself";
}

TEST(Fabric, EachNetworkHasItsOwnLinks) {
    // 384 packages of two dies: 384 links of 270 GB/s. 768 dies at 200 Gbit/s = 25 GB/s. 48 nodes at 400
    // Gbit/s = 50 GB/s, on the first CPU of each.
    const FabricPtr f = fabricOf(cloudMatrix());
    auto kinds = linksByKind(*f);
    EXPECT_EQ(kinds[LinkKind::DieToDie], 384u);
    EXPECT_EQ(kinds[LinkKind::ScaleOut], 768u);
    EXPECT_EQ(kinds[LinkKind::Vpc], 48u);
    EXPECT_EQ(kinds[LinkKind::ScaleOutTrunk], 0u) << "nothing to join";
    const Link die = f->link(f->dieLink(17, 16)), rdma = f->link(f->scaleOutLink(767)),
               vpc = f->link(f->vpcLink(47));
    EXPECT_DOUBLE_EQ(die.rate.base(), 270e9);
    EXPECT_DOUBLE_EQ(rdma.rate.base(), 25e9);
    EXPECT_DOUBLE_EQ(vpc.rate.base(), 50e9);
    EXPECT_EQ(f->name(die.lower), "node 2 npu 1 die 1");
    EXPECT_EQ(f->name(die.upper), "node 2 npu 1 die 2");
    EXPECT_EQ(f->name(rdma.lower), "node 48 npu 8 die 2");
    EXPECT_EQ(rdma.upper, f->scaleOutLeaf(0));
    EXPECT_EQ(f->name(vpc.lower), "node 48 cpu 1");
    EXPECT_FALSE(f->dieLink(1, 2).valid()) << "two packages";
    EXPECT_FALSE(f->dieLink(1, 1).valid());
    for (std::uint32_t l = 0; l < f->linkCount(); ++l) {
        const Link& link = f->link(LinkId(l));
        const bool inPlane = link.network() == Network::ScaleUp && link.kind != LinkKind::DieToDie;
        ASSERT_EQ(link.plane.has_value(), inPlane) << f->name(f->elementOf(LinkId(l)));
    }
}

TEST(Fabric, CloudMatrixIsWiredLinkByLink) {
    // 768 x 7 die-L1 links, 336 x 16 L1-L2 links, 192 x 7 CPU links; one link from each die to each L1 chip
    // of its node, and from each L1 chip to each of the 16 L2 chips of its plane.
    const FabricPtr f = fabricOf(cloudMatrix());
    auto kinds = linksByKind(*f);
    EXPECT_EQ(kinds[LinkKind::EndpointLeaf], 5376u);
    EXPECT_EQ(kinds[LinkKind::LeafSpine], 5376u);
    EXPECT_EQ(kinds[LinkKind::CpuLeaf], 1344u);
    std::set<std::pair<ElementId, ElementId>> ends;
    for (std::uint32_t i = 0; i < f->linkCount(); ++i) {
        const Link& l = f->link(LinkId(i));
        EXPECT_TRUE(ends.insert({l.lower, l.upper}).second) << f->name(f->elementOf(LinkId(i)));
        if (!l.plane)
            continue;
        EXPECT_EQ(f->element(l.upper).plane, static_cast<int>(*l.plane));
        if (l.kind == LinkKind::LeafSpine) {
            EXPECT_EQ(f->element(l.lower).plane, static_cast<int>(*l.plane));
            EXPECT_EQ(f->element(l.cable).plane, static_cast<int>(*l.plane));
        } else {
            EXPECT_TRUE(f->contains(f->element(l.upper).parent, l.lower)) << "the leaf of another node";
        }
    }
}

TEST(Fabric, NvlHasOneLinkFromEachGpuToEachSwitchChip) {
    // 72 GPUs x 18 switch chips = 1,296 links; 9 trays of two chips; a scale-out card for each GPU.
    const FabricPtr f = fabricOf(nvl72());
    EXPECT_EQ(f->linkCount(), 1296u + 72u);
    EXPECT_EQ(linksByKind(*f)[LinkKind::EndpointSpine], 1296u);
    EXPECT_EQ(f->count(ElementKind::Box), 9u);
    EXPECT_EQ(f->count(ElementKind::SpineSwitch), 18u);
    EXPECT_EQ(f->count(ElementKind::LeafSwitch), 0u);
    EXPECT_EQ(f->count(ElementKind::Cable), 0u);
}

TEST(Fabric, EachBusRackHoldsFourteenBoxesWithTwoOfEveryPlane) {
    const FabricPtr f = fabricOf(cloudMatrix());
    std::map<std::uint32_t, std::map<int, int>> boxes; // rack -> plane -> boxes
    for (std::size_t b = 0; b < 56; ++b) {
        const Element e = f->element(f->id(ElementKind::Box, b));
        ++boxes[f->element(e.parent).index][e.plane];
    }
    ASSERT_EQ(boxes.size(), 4u);
    for (const auto& [rack, planes] : boxes) {
        EXPECT_GE(rack, 12u);
        EXPECT_EQ(planes.size(), 7u);
        for (const auto& [plane, n] : planes)
            EXPECT_EQ(n, 2) << "rack " << rack << " plane " << plane;
    }
}

TEST(Fabric, EveryNameIsReadBack) {
    for (const SystemPtr& system : {cloudMatrix(), nvl72()}) {
        const FabricPtr f = fabricOf(system);
        for (std::uint32_t i = 0; i < f->elementCount(); ++i) {
            const Result<ElementId> found = f->find(f->name(ElementId(i)));
            ASSERT_TRUE(found) << f->name(ElementId(i));
            ASSERT_EQ(found->value, i) << f->name(ElementId(i));
        }
    }
}

TEST(Fabric, NamesThatDoNotExistAreRefusedWithWhatWould) {
    const FabricPtr f = fabricOf(cloudMatrix());
    EXPECT_NE(toSentence(f->find("node 49").issues().front()).find("node 1 to node 48"), std::string::npos);
    for (const char* name :
         {"", "node", "node 0", "node -1", "node 1 2", "plane 8", "plane 3 l2 17", "die 5",
          "node 99999999999", "link node 1", "node 1 npu 9", "\xff\xfe", "plane 3 switch 1"})
        EXPECT_FALSE(f->find(name)) << name;
    EXPECT_TRUE(f->find("Plane 3")) << "case does not matter";
}

TEST(Fabric, EveryBodyStandsInsideItsParent) {
    // Fronts may stand proud by four centimetres.
    for (const SystemPtr& system : {cloudMatrix(), nvl72()}) {
        const FabricPtr f = fabricOf(system);
        for (std::uint32_t i = 0; i < f->elementCount() - f->linkCount(); ++i) {
            const Element e = f->element(ElementId(i));
            if (!e.parent.valid() || e.body.half.x == 0)
                continue;
            const Element p = f->element(e.parent);
            if (p.body.half.x == 0)
                continue;
            const auto inside = [](float c, float h, float pc, float ph) {
                return std::abs(c - pc) + h <= ph + 0.04f;
            };
            ASSERT_TRUE(inside(e.body.centre.x, e.body.half.x, p.body.centre.x, p.body.half.x))
                << f->name(ElementId(i));
            ASSERT_TRUE(inside(e.body.centre.y, e.body.half.y, p.body.centre.y, p.body.half.y))
                << f->name(ElementId(i));
            ASSERT_TRUE(inside(e.body.centre.z, e.body.half.z, p.body.centre.z, p.body.half.z))
                << f->name(ElementId(i));
        }
    }
}

TEST(Fabric, SiblingsDoNotOverlap) {
    const FabricPtr f = fabricOf(cloudMatrix());
    for (const ElementKind kind :
         {ElementKind::Rack, ElementKind::Node, ElementKind::Box, ElementKind::Endpoint}) {
        for (std::size_t a = 0; a < f->count(kind); ++a)
            for (std::size_t b = a + 1; b < f->count(kind); ++b) {
                const Box3 x = f->element(f->id(kind, a)).body, y = f->element(f->id(kind, b)).body;
                const bool apart = std::abs(x.centre.x - y.centre.x) >= x.half.x + y.half.x - 1e-4f ||
                                   std::abs(x.centre.y - y.centre.y) >= x.half.y + y.half.y - 1e-4f ||
                                   std::abs(x.centre.z - y.centre.z) >= x.half.z + y.half.z - 1e-4f;
                ASSERT_TRUE(apart) << f->name(f->id(kind, a)) << " and " << f->name(f->id(kind, b));
            }
    }
}

TEST(Fabric, ThePathLeadsFromTheSystemToTheDie) {
    const FabricPtr f = fabricOf(cloudMatrix());
    std::vector<std::string> names;
    for (const ElementId id : f->path(*f->find("node 18 npu 3 die 1")))
        names.push_back(f->name(id));
    // Node 18 is the second of the fifth rack of four: 17 / 4 = 4.
    EXPECT_EQ(names, (std::vector<std::string>{"supernode", "rack 5", "node 18", "node 18 npu 3",
                                               "node 18 npu 3 die 1"}));
}

TEST(Fabric, AnImpossibleMachineIsNotBuilt) {
    SystemSpec s = *cloudMatrix();
    s.fabric.linkRate.value = {};
    EXPECT_FALSE(buildFabric(std::make_shared<const SystemSpec>(s)));
    EXPECT_FALSE(buildFabric(nullptr));
}

} // namespace
} // namespace supernode::test
