// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the built `supernode`, as a script would.
#include "tests/app/command/command.h"

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

#include <algorithm>

namespace supernode {
namespace {

TEST_F(Command, HelpAndVersionAreDone) {
    for (const char* arguments : {"--help", "evaluate --help", "validate --help", "facts --help",
                                  "claims --help", "explain --help", "compare --help", "availability --help",
                                  "sweep --help", "code --help", "export --help", "--version"}) {
        const Run r = run(arguments);
        EXPECT_EQ(r.status, 0) << arguments;
        EXPECT_FALSE(r.out.empty()) << arguments;
        EXPECT_TRUE(r.error.empty()) << arguments << r.error;
    }
}

TEST_F(Command, WrongUsageIsTwo) {
    for (const char* arguments :
         {"", "dance", "evaluate", "evaluate all-to-all --format xml", "validate --format csv",
          "evaluate all-to-all --colour", "facts A1.01 A1.02", "claims --format csv", "compare",
          "compare all-to-all --per litre", "availability all-to-all --format csv",
          "availability all-to-all --fit-nonsense 3", "sweep all-to-all --out a.csv",
          "sweep all-to-all --vary workload.bytes=1"}) {
        const Run r = run(arguments);
        EXPECT_EQ(r.status, 2) << arguments;
        EXPECT_TRUE(r.out.empty()) << arguments << r.out;
        EXPECT_FALSE(r.error.empty()) << arguments;
    }
}

// 1 % more link rate is 1 % less time but for the second order: 1/1.01 - 1 = -0.990 %.
TEST_F(Command, AnExplanationNamesInputsWithTheirSources) {
    const Run text = run("explain all-to-all time");
    EXPECT_EQ(text.status, 0) << text.error;
    EXPECT_NE(text.out.find("-0.990 %  fabric.link_rate"), std::string::npos) << text.out;
    EXPECT_NE(text.out.find("fabric.link_rate (A1.14)"), std::string::npos) << text.out;
    const auto json = nlohmann::json::parse(run("explain all-to-all time --format json").out);
    EXPECT_EQ(json["id"], "time");
    EXPECT_EQ(json["sensitivities"][0]["path"], "workload.bytes");
    const Run refused = run("explain all-to-all happiness");
    EXPECT_EQ(refused.status, 1);
    EXPECT_NE(refused.error.find("ask for one of"), std::string::npos) << refused.error;
}

TEST_F(Command, AComparisonIsWrittenAsAPageThatIsTheSameEachTime) {
    const Run first = run("compare all-to-all --report one.html"),
              second = run("compare all-to-all --report two.html");
    EXPECT_EQ(first.status, 0) << first.error;
    const std::string page = *readTextFile(folder / "one.html");
    EXPECT_EQ(page, *readTextFile(folder / "two.html"));
    EXPECT_NE(page.find("<svg"), std::string::npos);
    EXPECT_NE(page.find("supernode compare all-to-all --per system"), std::string::npos);
    EXPECT_NE(page.find("does not hold"), std::string::npos) << "the claims";
    EXPECT_EQ(page.find("<script"), std::string::npos);
    EXPECT_EQ(page.find("src="), std::string::npos) << "nothing is fetched";
    const Run refused = run("compare all-to-all --report no/such/folder.html");
    EXPECT_EQ(refused.status, 1);
    EXPECT_TRUE(refused.out.empty());
}

// 5,376 of the 10,752 links are fibre: the headline of 100 % optics does not hold.
TEST_F(Command, AClaimIsCountedAgainWithItsSources) {
    const auto json = nlohmann::json::parse(run("claims all-optics --format json").out);
    ASSERT_EQ(json["claims"].size(), 1u);
    EXPECT_EQ(json["claims"][0]["claimed"], 100);
    EXPECT_EQ(json["claims"][0]["found"], 50);
    EXPECT_EQ(json["claims"][0]["verdict"], "does not hold");
    EXPECT_FALSE(json["claims"][0]["sources"].empty());
    const Run text = run("claims");
    EXPECT_EQ(text.status, 0) << text.error;
    EXPECT_NE(text.out.find("= (559.378 kW × 180 PFLOPS) / (300 PFLOPS × 145 kW)"), std::string::npos);
    const Run refused = run("claims nonsense");
    EXPECT_EQ(refused.status, 1);
    EXPECT_NE(refused.error.find("the claims are bf16-dense"), std::string::npos) << refused.error;
}

// NVL72 leads a chip with 2,500 against 752 TFLOPS, CloudMatrix the system with 288.8 against 180 PFLOPS.
TEST_F(Command, AComparisonNamesTheLeaderAndWhatFlipsIt) {
    const auto json = nlohmann::json::parse(run("compare all-to-all --per chip --format json").out);
    EXPECT_EQ(json["per"], "chip");
    ASSERT_EQ(json["systems"].size(), 2u);
    bool found = false;
    for (const auto& row : json["rows"])
        if (row["id"] == "bf16_dense") {
            found = true;
            EXPECT_NEAR(row["values"]["cloudmatrix384"].get<double>(), 0.752, 1e-9);
            EXPECT_NEAR(row["values"]["gb200-nvl72"].get<double>(), 2.5, 1e-9);
            EXPECT_EQ(row["leader"], "gb200-nvl72");
            EXPECT_EQ(row["flips"][0], "system");
        }
    EXPECT_TRUE(found);
    EXPECT_TRUE(json["nearest"].is_null());
    const Run text = run("compare all-to-all");
    EXPECT_NE(text.out.find("missing"), std::string::npos) << "NVL72 has no optical modules";
    EXPECT_NE(
        run("compare all-to-all --format csv").out.find("\nbf16_dense,PFLOPS,system,derived,288.768,180,"),
        std::string::npos);
    EXPECT_EQ(run("compare all-to-all --against nothing").status, 1);
}

// A machine of a scenario file has its changes: one plane of seven is gone, 6/7 of the throughput is left.
TEST_F(Command, AChangedMachineIsComparedWithItselfAsBuilt) {
    write("broken.json", R"({"schema": 1, "system": "cloudmatrix384", "changes": [{"fail": "plane 3"}],
                             "workload": {"kind": "all-to-all", "operation": "line", "bytes": 67108864}})");
    const Run answer = run("compare all-to-all --against broken.json --format json");
    ASSERT_EQ(answer.status, 0) << answer.error;
    for (const auto& row : nlohmann::json::parse(answer.out)["rows"])
        if (row["id"] == "throughput") {
            const double built = row["values"]["cloudmatrix384"], broken = row["values"]["cloudmatrix384-2"];
            EXPECT_NEAR(broken, built * 6 / 7, 1e-6 * built);
        }
    EXPECT_NE(answer.out.find("CloudMatrix 384, 1 change"), std::string::npos);
    EXPECT_NE(answer.out.find("Each machine has the changes of its own file."), std::string::npos);
}

// 768 ranks of 64 MiB are 72 ranks of 768/72 times as much; per chip a GPU sends what two dies send.
TEST_F(Command, ComparedMachinesDoTheSameWork) {
    const auto bytesOf = [&](const char* per, const char* system) {
        const auto json =
            nlohmann::json::parse(run(std::string("compare all-to-all --format json --per ") + per).out);
        const auto& all = json["systems"];
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const auto& s) { return s["id"] == system; });
        return (*found)["workload"]["bytes"].template get<double>();
    };
    EXPECT_DOUBLE_EQ(bytesOf("system", "gb200-nvl72") * 72, bytesOf("system", "cloudmatrix384") * 768);
    EXPECT_DOUBLE_EQ(bytesOf("chip", "gb200-nvl72"), 2 * bytesOf("chip", "cloudmatrix384"));
    EXPECT_NE(run("compare all-to-all").out.find("All machines send the same number of bytes in all"),
              std::string::npos);
}

// The nearest fair comparison of a decode brings the data of its model along.
TEST_F(Command, TheNearestFairDecodeIsAnsweredByBoth) {
    const auto json = nlohmann::json::parse(run("compare moe-decode --format json").out);
    EXPECT_FALSE(json["systems"][1]["cannot"].is_null()) << "160 chips on 72";
    ASSERT_TRUE(json["nearest"].is_object());
    for (const auto& system : json["nearest"]["systems"])
        EXPECT_TRUE(system["cannot"].is_null()) << system.dump();
}

TEST_F(Command, AMachineThatCannotDoItIsNotScaled) {
    write("large.json", R"({"schema": 1, "system": "cloudmatrix384",
                            "workload": {"kind": "all-to-all", "ranks": 384}})");
    const auto json = nlohmann::json::parse(run("compare large.json --format json").out);
    EXPECT_TRUE(json["systems"][0]["cannot"].is_null());
    EXPECT_EQ(json["systems"][1]["cannot"],
              "workload.ranks: GB200 NVL72 has 72 GPUs, not 384; give at most 72");
    for (const auto& row : json["rows"])
        if (row["id"] == "throughput" || row["id"] == "power") {
            EXPECT_TRUE(row["values"]["cloudmatrix384"].is_number());
            EXPECT_TRUE(row["values"]["gb200-nvl72"].is_null());
            EXPECT_TRUE(row["leader"].is_null());
        }
    ASSERT_TRUE(json["nearest"].is_object());
    EXPECT_TRUE(json["nearest"]["systems"][1]["cannot"].is_null());
    const Run text = run("compare large.json");
    EXPECT_NE(text.out.find("GB200 NVL72 cannot do this"), std::string::npos) << text.out;
    EXPECT_NE(text.out.find("The nearest fair comparison"), std::string::npos) << text.out;
}

TEST_F(Command, AvailabilityIsTheSameForTheSameSeed) {
    const std::string arguments = "availability all-to-all --days 2 --runs 30 --seed 5 --format json";
    const Run once = run(arguments);
    EXPECT_EQ(once.status, 0) << once.error;
    EXPECT_EQ(once.out, run(arguments).out);
    const auto json = nlohmann::json::parse(once.out);
    EXPECT_EQ(json["parts"][0]["key"], "modules");
    EXPECT_EQ(json["parts"][0]["count"], 5376);
    EXPECT_LE(json["goodput"]["mean"].get<double>(), json["capacity"]["mean"].get<double>());
    EXPECT_EQ(json["moments"].size(), 61u);
}

TEST_F(Command, ImpossibleRatesAreOneSentence) {
    for (const char* wrong : {"--fit-modules -1", "--fit-modules nan", "--repair-modules 0", "--days 0",
                              "--days 1000000000", "--runs 1", "--restart -1"}) {
        const Run r = run(std::string("availability all-to-all ") + wrong);
        EXPECT_EQ(r.status, 1) << wrong;
        EXPECT_TRUE(r.out.empty()) << wrong;
        EXPECT_EQ(std::count(r.error.begin(), r.error.end(), '\n'), 1) << r.error;
        EXPECT_NE(r.error.find("give "), std::string::npos) << r.error;
    }
}

TEST_F(Command, TheSameInputGivesTheSameBytes) {
    for (const char* arguments : {"evaluate permutation --format json", "evaluate permutation --format csv",
                                  "evaluate permutation", "validate", "validate --format json", "facts"}) {
        const Run once = run(arguments), again = run(arguments);
        EXPECT_EQ(once.status, 0) << arguments << once.error;
        EXPECT_EQ(once.out, again.out) << arguments;
        EXPECT_FALSE(once.out.empty()) << arguments;
    }
}

TEST_F(Command, ARefusedScenarioWritesNothing) {
    write("bad.json",
          R"({"schema": 1, "system": "cloudmatrix384", "workload": {"kind": "all-to-all", "bites": 5}})");
    const Run r = run("evaluate bad.json --format json --out answer.json");
    EXPECT_EQ(r.status, 1);
    EXPECT_TRUE(r.out.empty()) << r.out;
    EXPECT_EQ(r.error,
              "supernode: bad.json: workload.bites: there is no such key; the keys here are bytes, kind, "
              "matrix, network, operation, placement, ranks, zipf\n");
    EXPECT_EQ(folder.names(), std::vector<std::string>{"bad.json"});
}

TEST_F(Command, ARefusedScenarioLeavesTheOldAnswer) {
    write("answer.json", "old");
    EXPECT_EQ(run("evaluate nothing --out answer.json").status, 1);
    EXPECT_EQ(*readTextFile(folder / "answer.json"), "old");
}

TEST_F(Command, AnElementThatDoesNotExistIsRefused) {
    write("bad.json", R"({"schema": 1, "system": "cloudmatrix384", "changes": [{"fail": "plane 8"}],
                          "workload": {"kind": "all-to-all"}})");
    const Run r = run("evaluate bad.json");
    EXPECT_EQ(r.status, 1);
    EXPECT_TRUE(r.out.empty());
    EXPECT_NE(r.error.find("changes[0]"), std::string::npos) << r.error;
    EXPECT_NE(r.error.find("plane 8"), std::string::npos) << r.error;
}

TEST_F(Command, ATimeWithoutLatencyIsShownAsABound) {
    write("small.json", R"({"schema": 1, "system": "gb200-nvl72", "workload": {"kind": "point-to-point",
                            "operation": "read", "scope": "intra-node", "bytes": 512}})");
    const Run text = run("evaluate small.json"), json = run("evaluate small.json --format json");
    EXPECT_NE(text.out.find(">= 0.665"), std::string::npos) << text.out;
    EXPECT_NE(text.out.find("a lower bound"), std::string::npos) << text.out;
    EXPECT_NE(json.out.find("\"bound\": \"at least\""), std::string::npos) << json.out;
}

TEST_F(Command, OutIsWrittenAsPrinted) {
    const Run r = run("evaluate incast --format csv --out answer.csv");
    EXPECT_EQ(r.status, 0) << r.error;
    EXPECT_TRUE(r.out.empty());
    EXPECT_EQ(*readTextFile(folder / "answer.csv"), run("evaluate incast --format csv").out);
    EXPECT_EQ(run("evaluate incast --out no/such/folder.txt").status, 1);
}

TEST_F(Command, ValidatePrintsTheContract) {
    const auto json = nlohmann::json::parse(run("validate --format json").out);
    ASSERT_EQ(json["cases"].size(), 54u);
    for (const auto& c : json["cases"]) {
        for (const char* key : {"id", "system", "quantity", "unit", "published", "modelled", "error",
                                "tolerance", "role", "within", "source", "note"})
            ASSERT_TRUE(c.contains(key)) << key;
        EXPECT_EQ(c["modelled"].is_null(), c["within"].is_null());
        const bool explained = c["note"].get<std::string>().starts_with("not yet supported: ");
        EXPECT_EQ(explained, c["within"].is_null()) << c["id"];
    }
    const auto& summary = json["summary"];
    EXPECT_EQ(summary["cases"], 54);
    EXPECT_EQ(summary["run"].get<int>() + summary["not_yet_supported"].get<int>(), 54);
    EXPECT_TRUE(summary["median_abs_error"].is_number());
    EXPECT_TRUE(summary["worst"].is_string());
}

TEST_F(Command, ValidateRunsACaseThatItHasNeverSeen) {
    write("cases.json", R"({"schema": 1, "cases": [{"id": "new", "system": "gb200-nvl72",
        "workload": {"kind": "specification"}, "quantity": "hbm_bandwidth", "published": 576, "unit": "TB/s",
        "tolerance": 0.01, "role": "prediction"}]})");
    const auto json = nlohmann::json::parse(run("validate --cases cases.json --format json").out);
    EXPECT_EQ(json["cases"][0]["within"], true);
    EXPECT_EQ(json["summary"]["worst"], "new");
    EXPECT_EQ(run("validate --cases missing.json").status, 1);
}

TEST_F(Command, FactsAreFoundByIdAndByWord) {
    const auto one = nlohmann::json::parse(run("facts a1.14 --format json").out);
    ASSERT_EQ(one["facts"].size(), 1u);
    EXPECT_EQ(one["facts"][0]["numbers"][0], 224);
    EXPECT_GT(nlohmann::json::parse(run("facts NVLink --format json").out)["facts"].size(), 3u);
    const Run none = run("facts zzzz");
    EXPECT_EQ(none.status, 1);
    EXPECT_TRUE(none.out.empty());
}

TEST_F(Command, ManyMistakesAreCutShort) {
    std::string changes = "7";
    for (int i = 1; i < 30; ++i)
        changes += ",7";
    write("bad.json", R"({"schema": 1, "system": "cloudmatrix384", "changes": [)" + changes +
                          R"(], "workload": {"kind": "specification"}})");
    const Run r = run("evaluate bad.json");
    EXPECT_EQ(r.status, 1);
    EXPECT_NE(r.error.find("and 10 more"), std::string::npos) << r.error;
}

} // namespace
} // namespace supernode
