// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/scenario_code.h"

#include "app/files/builtin.h"
#include "app/files/open_scenario.h"
#include "app/files/scenario_file.h"
#include "app/files/typed_code.h"
#include "app/files/workload_json.h"
#include "model/base/random.h"
#include "model/fabric/fabric.h"
#include "tests/app/files/issues.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

TEST(ScenarioCode, EveryPresetFitsAndComesBack) {
    for (const std::string& name : builtinScenarioNames()) {
        const Scenario preset = *openScenario(name);
        const Result<std::string> code = codeOf(preset);
        ASSERT_TRUE(code) << name << sentences(code.issues());
        EXPECT_LE(code->size(), mostCodeCharacters) << name;
        const Result<Scenario> again = openScenario(*code);
        ASSERT_TRUE(again) << *code << sentences(again.issues());
        EXPECT_EQ(*again, preset) << name;
        EXPECT_EQ(again->model == nullptr, preset.model == nullptr) << name;
    }
}

TEST(ScenarioCode, EveryWrongCharacterOfEveryPresetIsRefused) {
    for (const std::string& name : builtinScenarioNames()) {
        const std::string code = *codeOf(*openScenario(name));
        for (std::size_t at = 0; at < code.size(); ++at)
            for (const char other : std::string_view("0123456789ABCDEFGHJKMNPQRSTVWXYZ")) {
                std::string wrong = code;
                wrong[at] = other;
                if (code[at] != '-' && other != code[at]) {
                    EXPECT_FALSE(scenarioOfCode(wrong)) << wrong;
                }
            }
    }
}

// Sixteen of 10,752 modules say 13.4 bits each: 27 bytes beside the work.
TEST(ScenarioCode, ADecodeWithAFailedPlaneASlowNodeASetFactAndEightModulesFits) {
    Scenario scenario = *openScenario("moe-decode");
    const FabricPtr fabric = *buildFabric(scenario.system);
    scenario.changes = {Fail{"plane 3"}, Slow{"node 18", 60}, SetFact{"fabric.link_rate", 200}};
    Random random(1);
    for (int i = 0; i < 8; ++i) {
        const auto count = static_cast<std::uint32_t>(fabric->count(ElementKind::Module));
        scenario.changes.emplace_back(
            Fail{fabric->name(fabric->id(ElementKind::Module, random.below(count)))});
    }
    const Result<std::string> code = codeOf(scenario);
    ASSERT_TRUE(code) << sentences(code.issues());
    EXPECT_EQ(*scenarioOfCode(*code), scenario);
}

TEST(ScenarioCode, WhatIsTooLongSaysWhatMakesItLong) {
    Scenario scenario = *openScenario("all-to-all");
    const FabricPtr fabric = *buildFabric(scenario.system);
    Random random(1);
    for (int i = 0; i < 300; ++i)
        scenario.changes.emplace_back(
            Fail{fabric->name(fabric->id(ElementKind::Module, random.below(10'000)))});
    const std::string changes = sentences(codeOf(scenario).issues());
    EXPECT_NE(changes.find("its 300 changes"), std::string::npos) << changes;
    EXPECT_NE(changes.find("save it as a file"), std::string::npos) << changes;
    Flows flows;
    for (int i = 0; i < 60; ++i)
        flows.list.push_back({fabric->name(fabric->id(ElementKind::Endpoint, random.below(768))),
                              fabric->name(fabric->id(ElementKind::Endpoint, random.below(768))),
                              bytes(1 + random.below(1'000'000)),
                              {}});
    const std::string work = sentences(codeOf({scenario.system, {}, flows}).issues());
    EXPECT_NE(work.find("its workload"), std::string::npos) << work;
}

TEST(ScenarioCode, AMistakeIsToldNotTakenForAPreset) {
    std::string code = *codeOf(*openScenario("moe-decode"));
    code[0] = code[0] == '0' ? '2' : '0';
    const std::string said = sentences(openScenario(code).issues());
    EXPECT_NE(said.find("group 1"), std::string::npos) << said;
}

// Printed by this program once. Where one of these fails, codes on paper have become worthless: give the new
// text or dictionary a form of its own instead.
TEST(ScenarioCode, ACodeThatWasPrintedOnceStaysReadable) {
    const SystemPtr system = builtinSystem("cloudmatrix384");
    EXPECT_EQ(*scenarioOfCode("14D97-EB00A-WFDB2"), (Scenario{system, {}, AllToAll{}}));
    EXPECT_EQ(*scenarioOfCode("14DF7-F8HJT-0V00N-FNMQC"), (Scenario{system, {Fail{"plane 3"}}, AllToAll{}}));
    EXPECT_EQ(
        *scenarioOfCode("1REHS-PGJZC-44V1P-JR00G-Q1Y5C"),
        (Scenario{system,
                  {},
                  Decode{.chips = 160, .batchPerChip = 96, .contextTokens = 2048, .mtpAcceptance = 0.7}}));
    EXPECT_EQ(
        *scenarioOfCode("1REHS-Q632H-YW25P-G4973-0HV4M-8HJT1-ZD0RB-C1GTS-DCR24-WDR9X-90CKV-2G3PJ-NG7AR-"
                        "DD2WE-CGP00-APVT1-T"),
        (Scenario{system,
                  {Fail{"plane 3"}, Slow{"node 18", 60}, SetFact{"fabric.link_rate", 200},
                   Fail{"node 7 plane 2 cable 5 module 1"}, Fail{"link node 3 npu 2 die 1 plane 4"}},
                  PointToPoint{
                      .operation = Operation::Read, .from = "node 1 npu 1 die 1", .to = "node 4 npu 1 die 2"},
                  Routing::Hashed,
                  9}));
}

// A code leaves out what stands as it is by itself: another value there would change what is on paper. Every
// field is written out here, so that such a change is met.
TEST(ScenarioCode, WhatACodeLeavesOutKeepsItsValue) {
    const std::pair<const char*, const char*> printed[] = {
        {"14D97-EB00A-WFDB2", R"({"kind": "all-to-all", "operation": "line", "bytes": 67108864})"},
        {"1REHS-PGJZC-44V1P-JR00G-Q1Y5C",
         R"({"kind": "decode", "model": "deepseek-r1", "chips": 160, "precision": "int8",
             "context_tokens": 2048, "output_tokens": 256, "mtp_acceptance": 0.7, "microbatches": 2,
             "expert_balance": "default", "batch_per_chip": 96})"},
        {"1REHS-PM4D0-57B3A-2N0S3-24195-4CP3A-0SG42-0720D-9VF0Q-21XDS-PAPMR-R1C45-PNG",
         R"({"kind": "training-step", "model": "llama-3-405b", "chips": 384, "precision": "bf16",
             "sequence_tokens": 8192, "global_batch": 768, "microbatch": 1, "tensor_parallel": 16,
             "pipeline_parallel": 8, "context_parallel": 1, "expert_parallel": 1, "virtual_stages": 1,
             "optimizer": "sharded", "recompute": "selective", "prediction_modules": 0})"}};
    for (const auto& [code, workload] : printed)
        EXPECT_EQ(nlohmann::json::parse(workloadToJson(scenarioOfCode(code)->workload).dump()),
                  nlohmann::json::parse(workload))
            << code;
}

// Any bytes with a right check are read or refused, never more than that.
TEST(ScenarioCode, AnyBytesAreReadOrRefused) {
    Random random(11);
    int refused = 0;
    for (int i = 0; i < 3'000; ++i) {
        CodedBytes coded{static_cast<int>(random.below(3)), std::string(1 + random.below(58), '\0')};
        for (char& c : coded.bytes)
            c = static_cast<char>(random.below(256));
        refused += scenarioOfCode(typedCode(coded)) ? 0 : 1;
    }
    EXPECT_EQ(refused, 3'000);
}

} // namespace
} // namespace supernode
