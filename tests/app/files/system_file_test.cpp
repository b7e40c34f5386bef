// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/system_file.h"

#include "app/files/builtin.h"
#include "builtin_resources.h"
#include "model/evaluate.h"
#include "tests/app/files/issues.h"

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

namespace supernode {
namespace {

nlohmann::json cloudMatrix() { return nlohmann::json::parse(builtin::text("systems/cloudmatrix384.json")); }

// What the reader says when one value of the built-in file is replaced.
std::string complaint(const std::string& pointer, const nlohmann::json& value) {
    nlohmann::json json = cloudMatrix();
    json[nlohmann::json::json_pointer(pointer)] = value;
    const Result<SystemSpec> system = readSystem(json.dump());
    return system ? "was read" : sentences(system.issues());
}

void expectRefused(const std::string& pointer, const nlohmann::json& value, const std::string& field) {
    const std::string said = complaint(pointer, value);
    EXPECT_EQ(said.rfind(field + ":", 0), 0u) << pointer << " = " << value << " said: " << said;
}

TEST(SystemFile, TheBuiltInSystemsAreRead) {
    for (const std::string_view path : {"systems/cloudmatrix384.json", "systems/gb200-nvl72.json"}) {
        const Result<SystemSpec> system = readSystem(builtin::text(path));
        EXPECT_TRUE(system) << path << "\n" << sentences(system.issues());
    }
}

// A machine with another link rate and a smaller one of its family, too: whatever a fact says is kept.
TEST(SystemFile, WhatIsWrittenIsReadAsTheSame) {
    for (const std::string& id : builtinSystemNames()) {
        const SystemPtr system = builtinSystem(id);
        const Result<SystemSpec> again = readSystem(writeSystem(*system));
        ASSERT_TRUE(again) << id << "\n" << sentences(again.issues());
        EXPECT_TRUE(*again == *system) << id;
    }
}

// 50 GB/s is set: the file says so as an assumption, under a name of its own, and what is failed is not in
// it.
TEST(SystemFile, TheMachineOfAScenarioIsWrittenWithWhatIsSet) {
    Scenario scenario = *builtinScenario("all-to-all");
    scenario.changes = {SetFact{"fabric.link_rate", 50}, Fail{"plane 3"}};
    const Result<SystemSpec> own = ownMachine(scenario);
    ASSERT_TRUE(own);
    const Result<SystemSpec> read = readSystem(writeSystem(*own));
    ASSERT_TRUE(read) << sentences(read.issues());
    EXPECT_TRUE(*read == *own);
    EXPECT_EQ(read->id, "cloudmatrix384-changed");
    EXPECT_EQ(read->fabric.linkRate.from.grade, Grade::Assumption);
    Scenario by = scenario;
    by.system = std::make_shared<const SystemSpec>(*read);
    by.changes = {Fail{"plane 3"}};
    EXPECT_EQ((*evaluate(by))->metrics.front().value, (*evaluate(scenario))->metrics.front().value);
    scenario.changes.clear();
    EXPECT_TRUE(*ownMachine(scenario) == *scenario.system) << "nothing is set: the machine itself";
    scenario.changes = {SetFact{"fabric.no_such", 1}};
    EXPECT_FALSE(ownMachine(scenario));
}

// 224 Gbit/s / 8 = 28 GB/s; the number and unit of the source stay beside it.
TEST(SystemFile, AFactKeepsTheNumberOfItsSource) {
    const SystemPtr system = builtinSystem("cloudmatrix384");
    const Fact<Bandwidth>& rate = system->fabric.linkRate;
    EXPECT_DOUBLE_EQ(rate.value.base(), 28e9);
    EXPECT_DOUBLE_EQ(rate.from.shown, 224);
    EXPECT_EQ(rate.from.unit, "Gbit/s");
    EXPECT_EQ(rate.from.id, "A1.14");
    EXPECT_EQ(rate.from.grade, Grade::Paper);
}

TEST(SystemFile, ZeroAndNegativeRatesAreRefused) {
    expectRefused("/fabric/link_rate/value", 0, "fabric.link_rate");
    expectRefused("/fabric/link_rate/value", -28, "fabric.link_rate");
    expectRefused("/chip/hbm_bandwidth/value", -1e-3, "chip.hbm_bandwidth");
}

TEST(SystemFile, ABillionNodesAreRefused) {
    expectRefused("/node/count/value", 1'000'000'000, "node.count");
    expectRefused("/node/count/value", 1e12, "node.count.value");
    expectRefused("/node/count/value", 0, "node.count");
    expectRefused("/fabric/planes/value", 1'000'000'000, "fabric.planes");
}

TEST(SystemFile, AValueThatOverflowsInItsUnitIsRefused) {
    expectRefused("/chip/hbm_capacity", {{"value", 1e300}, {"unit", "TB"}, {"grade", "assumption"}},
                  "chip.hbm_capacity");
}

TEST(SystemFile, WrongTypesAreRefusedByField) {
    expectRefused("/fabric/planes/value", "7", "fabric.planes.value");
    expectRefused("/fabric/planes/value", 7.5, "fabric.planes.value");
    expectRefused("/fabric/planes/value", nullptr, "fabric.planes.value");
    expectRefused("/fabric/planes", 7, "fabric.planes");
    expectRefused("/chip", nlohmann::json::array(), "chip");
    expectRefused("/name", 5, "name");
}

TEST(SystemFile, UnknownKeysAreRefusedByName) {
    expectRefused("/colour", "red", "colour");
    expectRefused("/fabric/link_speed", 28, "fabric.link_speed");
    expectRefused("/fabric/link_rate/uint", "GB/s", "fabric.link_rate.uint");
    expectRefused("/sources/x", {{"title", "t"}, {"yaer", 2025}, {"year", 2025}}, "sources.x.yaer");
}

TEST(SystemFile, AUnitOfAnotherDimensionIsRefusedWithThoseThatFit) {
    const std::string said = complaint("/fabric/link_rate/unit", "GB");
    EXPECT_EQ(said.rfind("fabric.link_rate.unit:", 0), 0u) << said;
    EXPECT_NE(said.find("GB/s"), std::string::npos) << said;
}

TEST(SystemFile, ANumberNeedsAGradeAndASourceOfThisFile) {
    expectRefused("/fabric/link_rate/grade", "certain", "fabric.link_rate.grade");
    expectRefused("/fabric/link_rate/source", "hearsay", "fabric.link_rate.source");
    EXPECT_EQ(complaint("/fabric/link_rate", {{"value", 28}, {"unit", "GB/s"}, {"grade", "assumption"}}),
              "was read");
    expectRefused("/fabric/link_rate", {{"value", 28}, {"unit", "GB/s"}, {"grade", "paper"}},
                  "fabric.link_rate.source");
}

// 200 Gbit/s beside the 224 of the paper; a file that states the rate itself has no rivals but its own.
TEST(SystemFile, WhatOtherDocumentsPrintIsKeptBesideTheFact) {
    const Result<SystemSpec> system = readSystem(cloudMatrix().dump());
    const std::vector<Provenance>& also = system->alsoPublished.find("fabric.link_rate")->second;
    ASSERT_EQ(also.size(), 1u);
    EXPECT_EQ(also[0].shown, 200);
    EXPECT_EQ(also[0].unit, "Gbit/s");
    EXPECT_EQ(also[0].id, "A1.15");
    nlohmann::json own = {
        {"schema", 1}, {"kind", "system"}, {"id", "own"}, {"name", "Own"}, {"base", "cloudmatrix384"}};
    own["fabric"]["link_rate"] = {{"value", 50}, {"unit", "GB/s"}, {"grade", "assumption"}};
    const Result<SystemSpec> extended = readSystem(own.dump(), builtinSystem);
    ASSERT_TRUE(extended) << sentences(extended.issues());
    EXPECT_FALSE(extended->alsoPublished.contains("fabric.link_rate"));
    EXPECT_TRUE(extended->alsoPublished.contains("chip.bf16_dense"));
}

TEST(SystemFile, WhatOtherDocumentsPrintIsCheckedLikeAFact) {
    expectRefused("/fabric/link_rate/also", 7, "fabric.link_rate.also");
    expectRefused("/fabric/link_rate/also/0/value", -1, "fabric.link_rate.also[0].value");
    expectRefused("/fabric/link_rate/also/0/source", "hearsay", "fabric.link_rate.also[0].source");
    expectRefused("/fabric/link_rate/also/0/unit", "GB/s", "fabric.link_rate.also[0].unit");
}

TEST(SystemFile, TheHeadIsChecked) {
    expectRefused("/schema", 2, "schema");
    expectRefused("/kind", "scenario", "kind");
    expectRefused("/id", "Cloud Matrix", "id");
    expectRefused("/accent", "orange", "accent");
    expectRefused("/accent", "#E69F0G", "accent");
}

TEST(SystemFile, AMissingNumberIsNamed) {
    nlohmann::json json = cloudMatrix();
    json["fabric"].erase("link_rate");
    json.erase("cost");
    const Result<SystemSpec> system = readSystem(json.dump());
    ASSERT_FALSE(system);
    EXPECT_NE(sentences(system.issues()).find("fabric.link_rate: is missing"), std::string::npos);
    EXPECT_NE(sentences(system.issues()).find("cost: is missing"), std::string::npos);
}

TEST(SystemFile, OptionalNumbersMayBeLeftOut) {
    nlohmann::json json = cloudMatrix();
    json.erase("transfer");
    json["fabric"].erase("cpu_bandwidth");
    const Result<SystemSpec> system = readSystem(json.dump());
    ASSERT_TRUE(system) << sentences(system.issues());
    EXPECT_FALSE(system->transfer.readShare);
    EXPECT_FALSE(system->fabric.cpuBandwidth);
}

} // namespace
} // namespace supernode
