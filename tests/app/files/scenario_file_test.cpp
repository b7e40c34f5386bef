// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/scenario_file.h"

#include "app/files/builtin.h"
#include "builtin_resources.h"
#include "tests/app/files/issues.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

Result<SystemPtr> lookup(const std::string& reference) {
    if (SystemPtr system = builtinSystem(reference))
        return system;
    return Result<SystemPtr>::refused(Issue{"system", "there is no system \"" + reference + "\"", ""});
}

Result<Scenario> read(const std::string& text) { return readScenario(text, lookup); }

// A scenario with these changes and this workload, both as JSON.
std::string scenario(const std::string& changes, const std::string& workload) {
    return R"({"schema": 1, "system": "cloudmatrix384", "changes": [)" + changes + R"(], "workload": )" +
           workload + "}";
}
const std::string allToAll = R"({"kind": "all-to-all", "bytes": 1048576})";

std::string complaint(const std::string& text) {
    const Result<Scenario> result = read(text);
    return result ? "was read" : sentences(result.issues());
}

void expectRefused(const std::string& text, const std::string& field) {
    const std::string said = complaint(text);
    EXPECT_EQ(said.rfind(field + ":", 0), 0u) << text << "\nsaid: " << said;
}

TEST(ScenarioFile, EveryWorkloadSurvivesTheRoundTrip) {
    const std::vector<Workload> workloads{
        AllToAll{Operation::Write, bytes(1)},
        Permutation{Operation::Read, mebibytes(3), 9007199254740992ull},
        Incast{Operation::Line, bytes(0.5), "node 2 npu 3 die 1"},
        PointToPoint{},
        PointToPoint{Operation::Read, Target::Cpu, Scope::IntraNode, bytes(512), "node 1 npu 1 die 1",
                     "node 1 cpu 2"},
        PointToPoint{Operation::Write, Target::Endpoint, Scope::InterNode, bytes(512), "",
                     "node 4 npu 1 die 2"},
        Specification{},
        AllToAll{.ranks = {2, Placement::Scattered}, .zipf = 1.5},
        AllToAll{.matrix = {0, 1, 2.5, 0}, .network = Network::ScaleOut},
        Hotspot{.to = "node 1 npu 2 die 1", .share = 0.25},
        KvTransfer{.senders = 3, .network = Network::ScaleUp},
        Flows{.list = {{"a", "b", bytes(3), microseconds(0.1)}, {"c", "d", bytes(4), {}, Network::Vpc}}}};
    const std::vector<Change> changes{Fail{"plane 3"},
                                      Slow{"node 18 \"quoted\"", 33.125},
                                      Restore{"plane 3"},
                                      SetFact{"fabric.link_rate", 200},
                                      MoveParts{"node 1", "node 2"},
                                      MoveParts{"node 1", "node 7", 3},
                                      CopyExpert{"node 1 gpu 1", "node 2 gpu 1"}};
    for (const Workload& workload : workloads) {
        const Scenario original{builtinSystem("gb200-nvl72"), changes, workload};
        const Result<Scenario> again = read(writeScenario(original));
        ASSERT_TRUE(again) << writeScenario(original) << sentences(again.issues());
        EXPECT_EQ(*again, original) << writeScenario(original);
        EXPECT_EQ(writeScenario(*again), writeScenario(original));
    }
}

TEST(ScenarioFile, WaysSurviveTheRoundTrip) {
    for (const auto& [word, rule] : wordsOf(Routing{}))
        for (const auto& [path, package] : wordsOf(PackagePath{})) {
            const Scenario original{builtinSystem("cloudmatrix384"), {}, AllToAll{}, rule, 5, package};
            const Result<Scenario> again = read(writeScenario(original));
            ASSERT_TRUE(again) << writeScenario(original);
            EXPECT_EQ(*again, original) << word << ", " << path;
        }
    const std::string wrong =
        R"({"schema": 1, "system": "cloudmatrix384", "package": "bridge", "workload": {"kind": "all-to-all"}})";
    const Result<Scenario> refused = read(wrong);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.issues().front().field, "package");
}

TEST(ScenarioFile, ThePresetsAreWrittenAsTheyStand) {
    for (const std::string& name : builtinScenarioNames())
        EXPECT_EQ(writeScenario(*builtinScenario(name)), builtin::text("scenarios/" + name + ".json"));
}

TEST(ScenarioFile, ChangesKeepTheirOrder) {
    const auto result = read(scenario(
        R"({"fail": "plane 3"}, {"slow": "node 18", "percent": 60}, {"set": "fabric.link_rate", "value": 200})",
        allToAll));
    ASSERT_TRUE(result) << sentences(result.issues());
    const std::vector<Change> expected{Fail{"plane 3"}, Slow{"node 18", 60},
                                       SetFact{"fabric.link_rate", 200}};
    EXPECT_EQ(result->changes, expected);
}

TEST(ScenarioFile, APublishedPointToPointChoosesItsTargetByWord) {
    const auto result = read(scenario(
        "",
        R"({"kind": "point-to-point", "operation": "read", "to": "cpu", "scope": "intra-node", "bytes": 512})"));
    ASSERT_TRUE(result) << sentences(result.issues());
    const PointToPoint expected{Operation::Read, Target::Cpu, Scope::IntraNode, bytes(512), "", ""};
    EXPECT_EQ(std::get<PointToPoint>(result->workload), expected);
}

TEST(ScenarioFile, ANamedCpuIsATargetOfItsKind) {
    const auto result = read(scenario("", R"({"kind": "point-to-point", "to": "node 2 cpu 1"})"));
    ASSERT_TRUE(result) << sentences(result.issues());
    EXPECT_EQ(std::get<PointToPoint>(result->workload).target, Target::Cpu);
    expectRefused(scenario("", R"({"kind": "point-to-point", "to": "cpu", "target": "endpoint"})"),
                  "workload.target");
}

TEST(ScenarioFile, UnknownKeysAreRefusedByName) {
    expectRefused(
        R"({"schema": 1, "system": "cloudmatrix384", "workload": {"kind": "specification"}, "x": 1})", "x");
    expectRefused(scenario("", R"({"kind": "all-to-all", "size": 5})"), "workload.size");
    expectRefused(scenario(R"({"fail": "plane 3", "percent": 5})", allToAll), "changes[0].percent");
    expectRefused(scenario(R"({"fial": "plane 3"})", allToAll), "changes[0].fial");
    expectRefused(scenario("{}", allToAll), "changes[0].fail");
}

TEST(ScenarioFile, WrongTypesAreRefusedByField) {
    expectRefused(scenario("3", allToAll), "changes[0]");
    expectRefused(scenario(R"({"fail": 3})", allToAll), "changes[0].fail");
    expectRefused(scenario(R"({"slow": "node 1"})", allToAll), "changes[0].percent");
    expectRefused(scenario("", R"({"kind": "all-to-all", "bytes": "1 MiB"})"), "workload.bytes");
    expectRefused(scenario("", R"({"kind": "all-to-all", "operation": "push"})"), "workload.operation");
    expectRefused(scenario("", R"({"kind": "permutation", "seed": -1})"), "workload.seed");
    expectRefused(scenario("", "[]"), "workload");
    EXPECT_EQ(complaint("[]").rfind("is a list", 0), 0u);
}

TEST(ScenarioFile, ImpossibleNumbersAreRefusedByField) {
    expectRefused(scenario("", R"({"kind": "all-to-all", "bytes": 0})"), "workload.bytes");
    expectRefused(scenario("", R"({"kind": "all-to-all", "bytes": -5})"), "workload.bytes");
    expectRefused(scenario("", R"({"kind": "all-to-all", "bytes": 1e300})"), "workload.bytes");
    expectRefused(scenario(R"({"slow": "node 1", "percent": 0})", allToAll), "changes[0].percent");
    expectRefused(scenario(R"({"slow": "node 1", "percent": 120})", allToAll), "changes[0].percent");
}

TEST(ScenarioFile, AnUnknownKindIsRefusedWithThoseThatAre) {
    const std::string said = complaint(scenario("", R"({"kind": "dance", "batch": 8})"));
    EXPECT_NE(said.find("there is no workload \"dance\""), std::string::npos) << said;
    EXPECT_NE(said.find("all-to-all, permutation, incast, point-to-point, specification"), std::string::npos)
        << said;
    EXPECT_NE(said.find("training-step"), std::string::npos) << said;
}

TEST(ScenarioFile, ANewerSchemaIsRefusedBeforeAnythingElse) {
    EXPECT_EQ(
        complaint(R"({"schema": 2, "new": true})"),
        "schema: 2 is newer than this program reads; use a Supernode Explorer that reads schema 2; this one "
        "reads up to 1\n");
}

TEST(ScenarioFile, AnUnknownSystemIsRefused) {
    expectRefused(R"({"schema": 1, "system": "tpu", "workload": {"kind": "specification"}})", "system");
    expectRefused(R"({"schema": 1, "system": "", "workload": {"kind": "specification"}})", "system");
}

TEST(ScenarioFile, MoreChangesThanAMachineHasElementsAreRefused) {
    std::string many = R"({"fail": "plane 1"})";
    for (int i = 0; i < 65'536; ++i)
        many += R"(,{"fail": "plane 1"})";
    expectRefused(scenario(many, allToAll), "changes");
}

} // namespace
} // namespace supernode
