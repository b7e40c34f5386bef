// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/open_scenario.h"

#include "app/files/text_file.h"
#include "builtin_resources.h"
#include "tests/app/files/folder.h"
#include "tests/app/files/issues.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

// CloudMatrix with 6 planes under another id.
std::string sixPlanes() {
    std::string text(builtin::text("systems/cloudmatrix384.json"));
    const auto replace = [&](const std::string& old, const std::string& now) {
        const std::size_t at = text.find(old);
        EXPECT_NE(at, std::string::npos) << old;
        text.replace(at, old.size(), now);
    };
    replace("\"id\": \"cloudmatrix384\"", "\"id\": \"six-planes\"");
    replace("\"value\": 7, \"unit\": \"planes\"", "\"value\": 6, \"unit\": \"planes\"");
    return text;
}

const std::string question =
    R"({"schema": 1, "system": "machines/six.json", "workload": {"kind": "specification"}})";

TEST(OpenScenario, APresetIsOpenedByItsName) {
    const Result<Scenario> scenario = openScenario("all-to-all");
    ASSERT_TRUE(scenario) << sentences(scenario.issues());
    EXPECT_EQ(scenario->system->id, "cloudmatrix384");
}

TEST(OpenScenario, ASystemFileIsFoundBesideTheScenario) {
    const Folder folder;
    std::filesystem::create_directory(folder / "machines");
    ASSERT_FALSE(writeTextFile(folder / "machines" / "six.json", sixPlanes()));
    ASSERT_FALSE(writeTextFile(folder / "question.json", question));
    const Result<Scenario> scenario = openScenario((folder / "question.json").string());
    ASSERT_TRUE(scenario) << sentences(scenario.issues());
    EXPECT_EQ(scenario->system->planes(), 6);
    EXPECT_EQ(systemFileOf((folder / "question.json").string()), (folder / "machines" / "six.json").string());
    EXPECT_EQ(systemFileOf("all-to-all"), "");
    EXPECT_EQ(systemFileOf((folder / "missing.json").string()), "");
}

TEST(OpenScenario, AMistakeInTheSystemFileNamesThatFile) {
    const Folder folder;
    std::filesystem::create_directory(folder / "machines");
    ASSERT_FALSE(writeTextFile(folder / "machines" / "six.json", "{\"schema\": 1}"));
    ASSERT_FALSE(writeTextFile(folder / "question.json", question));
    const Result<Scenario> scenario = openScenario((folder / "question.json").string());
    ASSERT_FALSE(scenario);
    EXPECT_EQ(scenario.issues().front().field, "system machines/six.json, kind");
}

TEST(OpenScenario, WhatDoesNotExistIsRefused) {
    EXPECT_NE(sentences(openScenario("moe").issues()).find("the presets are"), std::string::npos);
    EXPECT_NE(sentences(openScenario("missing.json").issues()).find("cannot be opened"), std::string::npos);
    EXPECT_NE(sentences(openSystem("tpu", {}).issues()).find("give cloudmatrix384, gb200-nvl72"),
              std::string::npos);
    EXPECT_NE(sentences(openSystem("missing.json", {}).issues()).find("cannot be opened"), std::string::npos);
}

} // namespace
} // namespace supernode
