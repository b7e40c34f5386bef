// SPDX-License-Identifier: GPL-3.0-or-later
// The machines that are cut down, multiplied or drawn from a few published numbers.
#include "app/files/builtin.h"
#include "app/files/system_file.h"
#include "model/fabric/fabric.h"
#include "model/system/facts_of_system.h"
#include "model/system/family.h"
#include "tests/app/files/issues.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

FabricPtr fabricOf(std::string_view id) { return *buildFabric(builtinSystem(id)); }

TEST(Families, EveryBuiltInSystemCanBeWired) {
    const std::vector<std::string> names = builtinSystemNames();
    EXPECT_EQ(names.size(), 9u);
    for (const std::string& name : names) {
        const SystemPtr system = builtinSystem(name);
        ASSERT_TRUE(system) << name;
        EXPECT_EQ(system->id, name);
        const Result<FabricPtr> fabric = buildFabric(system);
        ASSERT_TRUE(fabric) << name << "\n" << sentences(fabric.issues());
        EXPECT_EQ((*fabric)->count(ElementKind::Chip), static_cast<std::size_t>(system->chips())) << name;
    }
}

// What a file of the family states is what the rule of the family gives; only its sources are better.
TEST(Families, TheSmallerSupernodesFollowTheRule) {
    for (const int npus : {16, 32, 64, 128, 256}) {
        const SystemPtr system = builtinSystem("cloudmatrix-" + std::to_string(npus));
        const SystemSpec made = *resized(*builtinSystem("cloudmatrix384"), npus);
        EXPECT_EQ(system->chips(), npus);
        EXPECT_EQ(system->nodes(), made.nodes());
        EXPECT_EQ(system->spinesPerPlane(), made.spinesPerPlane());
        EXPECT_EQ(system->uplinksPerLeaf(), 16);
        EXPECT_EQ(system->fabric.spinesPerPlane.from.id, "A3.52");
    }
}

// Four times 384; the trunk of each carries what its 768 dies can send: 768 x 25 GB/s.
TEST(Families, FourSupernodesMeetInTheRdmaPlane) {
    const FabricPtr f = fabricOf("cloudmatrix384-x4");
    EXPECT_EQ(f->count(ElementKind::Chip), 1536u);
    EXPECT_EQ(f->count(ElementKind::Supernode), 4u);
    EXPECT_EQ(f->count(ElementKind::Cable), 4u * 2688);
    EXPECT_NEAR(f->link(f->trunk(3)).rate.base(), 768 * 25e9, 1);
}

// Fact A6.09: 8,192 chips, 128 + 32 cabinets, 8 EFLOPS FP8, 16 EFLOPS FP4, 1,152 TB of 1,024 GB, 16.3 PB/s in
// both directions.
TEST(Families, TheLargeMachineHasWhatItsVendorSays) {
    const SystemPtr s = builtinSystem("atlas950");
    EXPECT_EQ(s->chips(), 8192);
    EXPECT_NEAR(s->chips() * s->chip.eightBit.value.base(), 8e18, 0.03 * 8e18);
    EXPECT_NEAR(s->chips() * s->chip.fourBit->value.base(), 16e18, 0.03 * 16e18);
    EXPECT_DOUBLE_EQ(s->chips() * s->chip.hbmCapacity.value.base() / 1024e9, 1152);
    EXPECT_NEAR(2 * s->endpoints() * s->endpointBandwidth().base(), 16.3e15, 0.01 * 16.3e15);
    EXPECT_EQ(s->hall.computeRacks.value + s->hall.switchRacks.value, 160);
    const FabricPtr f = fabricOf("atlas950");
    EXPECT_EQ(f->count(ElementKind::Rack), 160u);
    // 1,024 nodes x 8 planes x 8 spines up, and 32 pods x 8 x 8 spines x 32 cores: as much as the chips send.
    EXPECT_EQ(f->linksOf(f->id(ElementKind::Plane, 0)).size(), 3u * 8192);
}

// Whatever no document states is an assumption and says why, or is fitted and says to what.
TEST(Families, NumbersWithoutADocumentAreAssumptionsThatSayWhy) {
    for (const std::string& name : builtinSystemNames()) {
        const SystemPtr system = builtinSystem(name);
        const FactTable table = builtinFacts();
        const auto look = [&](std::string_view path, const Provenance& from) {
            if (from.grade == Grade::Assumption || (from.grade == Grade::Fitted && from.id.empty()))
                EXPECT_FALSE(from.note.empty()) << name << " " << path;
            else
                EXPECT_TRUE(table.find(from.id)) << name << " " << path << " names " << from.id;
        };
        visitFacts(*system, [&](std::string_view path, const auto& fact) {
            if constexpr (requires { fact.from; })
                look(path, fact.from);
            else if (fact)
                look(path, fact->from);
        });
    }
}

std::string said(const std::string& text) {
    const Result<SystemSpec> system = readSystem(text, builtinSystem);
    return system ? "was read" : sentences(system.issues());
}

std::string extending(const std::string& more) {
    return R"({"schema": 1, "kind": "system", "id": "mine", "name": "Mine")" + more + "}";
}

TEST(Families, AFileMayExtendABuiltInSystem) {
    const Result<SystemSpec> mine =
        readSystem(extending(R"(, "base": "cloudmatrix384", "chips": 192, "vpc": null,
            "fabric": {"die_link": null, "link_rate": {"value": 200, "unit": "Gbit/s", "grade": "assumption"}})"),
                   builtinSystem);
    ASSERT_TRUE(mine) << sentences(mine.issues());
    EXPECT_EQ(mine->id, "mine");
    EXPECT_EQ(mine->maker, "Huawei");
    EXPECT_EQ(mine->nodes(), 24);
    EXPECT_EQ(mine->spinesPerPlane(), 8);
    EXPECT_DOUBLE_EQ(mine->linkRate().base(), 25e9);
    EXPECT_FALSE(mine->fabric.dieLink);
    EXPECT_FALSE(mine->vpc);
    EXPECT_TRUE(mine->scaleOut);
}

TEST(Families, AnExtensionThatCannotBeIsRefusedByField) {
    const auto refusedAt = [](const std::string& more, const std::string& field) {
        const std::string answer = said(extending(more));
        EXPECT_EQ(answer.rfind(field + ":", 0), 0u) << more << " said: " << answer;
    };
    refusedAt(R"(, "base": "nothing")", "base");
    refusedAt(R"(, "base": 5)", "base");
    refusedAt(R"(, "base": "mine")", "base");
    refusedAt(R"(, "base": "cloudmatrix384", "chips": 0)", "chips");
    refusedAt(R"(, "base": "cloudmatrix384", "chips": 12)", "chips");
    refusedAt(R"(, "base": "cloudmatrix384", "chips": 500)", "chips");
    refusedAt(R"(, "base": "cloudmatrix384", "chips": "many")", "chips");
    refusedAt(R"(, "base": "cloudmatrix384", "fabric": null)", "fabric");
    refusedAt(R"(, "base": "cloudmatrix384", "fabric": {"link_rate": null})", "fabric.link_rate");
    refusedAt(R"(, "base": "cloudmatrix384", "colour": 1)", "colour");
    refusedAt(R"(, "base": "gb200-nvl72", "vpc": {"name": "x"})", "vpc.rate");
}

TEST(Families, ABaseNeedsALookup) { EXPECT_FALSE(readSystem(extending(R"(, "base": "cloudmatrix384")"))); }

} // namespace
} // namespace supernode
