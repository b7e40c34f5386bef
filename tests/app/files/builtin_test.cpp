// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/builtin.h"

#include "builtin_resources.h"
#include "tests/app/files/issues.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

TEST(Builtin, EveryEmbeddedFileIsSound) {
    EXPECT_EQ(builtinSystems().size(), 2u);
    for (const std::string& name : builtinScenarioNames()) {
        const Result<Scenario> scenario = builtinScenario(name);
        EXPECT_TRUE(scenario) << name << "\n" << sentences(scenario.issues());
    }
    const auto cases = readCases(builtin::text("cases/published-cases.json"));
    ASSERT_TRUE(cases) << sentences(cases.issues());
    EXPECT_EQ(cases->size(), 54u);
    const auto facts = readFacts(builtin::text("facts/facts.json"));
    ASSERT_TRUE(facts) << sentences(facts.issues());
    EXPECT_GT(facts->facts.size(), 250u);
}

// 48 nodes x 8 NPUs x 2 dies; 192 CPUs; 7 planes x 16 chips of 224 Gbit/s: 28 GB/s a link, 196 GB/s a die.
TEST(Builtin, CloudMatrixHasTheCountsOfItsSources) {
    const SystemPtr system = builtinSystem("cloudmatrix384");
    ASSERT_TRUE(system);
    EXPECT_EQ(system->chips(), 384);
    EXPECT_EQ(system->endpoints(), 768);
    EXPECT_EQ(system->cpus(), 192);
    EXPECT_EQ(system->planes() * system->spinesPerPlane(), 112);
    EXPECT_DOUBLE_EQ(system->endpointBandwidth().base(), 196e9);
}

// 18 trays x 4 GPUs; 18 planes of 50 GB/s: 900 GB/s a GPU, one direction.
TEST(Builtin, Nvl72HasTheCountsOfItsSources) {
    const SystemPtr system = builtinSystem("gb200-nvl72");
    ASSERT_TRUE(system);
    EXPECT_EQ(system->endpoints(), 72);
    EXPECT_EQ(system->cpus(), 36);
    EXPECT_DOUBLE_EQ(system->endpointBandwidth().base(), 900e9);
    EXPECT_FALSE(system->fabric.cpuBandwidth);
    EXPECT_FALSE(system->fabric.linksPerCable);
}

TEST(Builtin, AnUnknownPresetIsRefusedWithTheKnownOnes) {
    const Result<Scenario> scenario = builtinScenario("moe");
    ASSERT_FALSE(scenario);
    EXPECT_NE(sentences(scenario.issues()).find("all-to-all"), std::string::npos);
    EXPECT_EQ(builtinSystem("nothing"), nullptr);
}

} // namespace
} // namespace supernode
