// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the source tree and holds it to the rules of the house; each rule is first tried on a planted fault.
#include "tests/house_rules.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace supernode {
namespace {

std::vector<SourceFile> filesOf(bool (*wanted)(const std::string& name)) {
    namespace fs = std::filesystem;
    const fs::path root = SUPERNODE_SOURCE_DIR;
    std::vector<SourceFile> files;
    for (const char* top : {"model", "views", "app", "tests"})
        for (const auto& entry : fs::recursive_directory_iterator(root / top))
            if (entry.is_regular_file() && wanted(entry.path().filename().string())) {
                std::ifstream in(entry.path(), std::ios::binary);
                files.push_back({fs::relative(entry.path(), root).generic_string(),
                                 std::string(std::istreambuf_iterator<char>(in), {})});
            }
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return files;
}

std::vector<SourceFile> sources() {
    return filesOf([](const std::string& name) { return name.ends_with(".cpp") || name.ends_with(".h"); });
}

std::string text(const Faults& faults) {
    std::string all;
    for (const std::string& fault : faults)
        all += "\n  " + fault;
    return all;
}

template <class Rule>
void expectTreeKeeps(Rule rule) {
    const std::vector<SourceFile> tree = sources();
    ASSERT_GT(tree.size(), 50u) << "the source tree was not found";
    for (const SourceFile& file : tree) {
        const Faults faults = rule(file);
        EXPECT_TRUE(faults.empty()) << text(faults);
    }
}

std::size_t faultsOf(const std::string& path, const std::string& include) {
    return includeFaults({path, "#include " + include + "\n"}).size();
}

TEST(HouseRules, AnIncludeThatPointsAheadIsAFault) {
    EXPECT_EQ(faultsOf("model/base/units.h", "\"model/system/fact.h\""), 1u);
    EXPECT_EQ(faultsOf("model/fabric/fabric.cpp", "\"model/traffic/traffic.h\""), 1u);
    EXPECT_EQ(faultsOf("model/simulation/fluid.h", "\"model/outcome/outcome.h\""), 1u);
    EXPECT_EQ(faultsOf("model/outcome/outcome.cpp", "\"model/evaluate.h\""), 1u);
    EXPECT_EQ(faultsOf("model/evaluate.cpp", "\"app/files/builtin.h\""), 1u);
    EXPECT_EQ(faultsOf("views/scene/camera.h", "\"app/desktop/session.h\""), 1u);
    EXPECT_EQ(faultsOf("model/outcome/outcome.cpp", "\"model/simulation/fluid.h\""), 0u);
    EXPECT_EQ(faultsOf("model/scenario/scenario.h", "\"model/scenario/other.h\""), 0u);
    EXPECT_EQ(faultsOf("views/scene/camera.h", "\"model/outcome/outcome.h\""), 0u);
    EXPECT_EQ(faultsOf("app/files/builtin.cpp", "\"builtin_resources.h\""), 0u);
}

TEST(HouseRules, TheModelIsStandardCppAlone) {
    EXPECT_EQ(faultsOf("model/base/units.h", "<QString>"), 1u);
    EXPECT_EQ(faultsOf("model/base/units.h", "<GL/gl.h>"), 1u);
    EXPECT_EQ(faultsOf("model/base/units.h", "<nlohmann/json.hpp>"), 1u);
    EXPECT_EQ(faultsOf("model/base/units.h", "<unordered_map>"), 0u);
}

TEST(HouseRules, FilesAndCommandKnowNoQt) {
    EXPECT_EQ(faultsOf("app/files/json_reader.h", "<QtCore/QString>"), 1u);
    EXPECT_EQ(faultsOf("app/command/main.cpp", "<QApplication>"), 1u);
    EXPECT_EQ(faultsOf("app/command/main.cpp", "\"views/theme/theme.h\""), 1u);
    EXPECT_EQ(faultsOf("app/files/builtin.cpp", "\"app/command/table.h\""), 1u);
    EXPECT_EQ(faultsOf("app/desktop/main.cpp", "<QApplication>"), 0u);
    EXPECT_EQ(faultsOf("app/command/main.cpp", "<CLI/CLI.hpp>"), 0u);
}

TEST(HouseRules, ViewsDoNotKnowTheSolvers) {
    EXPECT_EQ(faultsOf("views/panels/tiles.cpp", "\"model/traffic/traffic.h\""), 1u);
    EXPECT_EQ(faultsOf("views/panels/tiles.cpp", "\"model/simulation/max_min.h\""), 1u);
    EXPECT_EQ(faultsOf("views/panels/tiles.cpp", "\"model/workload/decode.h\""), 1u);
}

TEST(HouseRules, QtChartsStaysInItsRoom) {
    EXPECT_EQ(faultsOf("views/panels/tiles.cpp", "<QtCharts/QChartView>"), 1u);
    EXPECT_EQ(faultsOf("app/desktop/main.cpp", "<QLineSeries>"), 1u);
    EXPECT_EQ(faultsOf("views/charts/board.cpp", "<QtCharts/QChartView>"), 0u);
    EXPECT_EQ(faultsOf("views/panels/tiles.cpp", "<QPainter>"), 0u);
}

TEST(HouseRules, AHeaderWithoutLicenceOrCaptionIsAFault) {
    const std::string licence = "// SPDX-License-Identifier: GPL-3.0-or-later\n";
    EXPECT_EQ(captionFaults({"a.h", licence + "// What it is.\n"}).size(), 0u);
    EXPECT_EQ(captionFaults({"a.h", licence + "#pragma once\n"}).size(), 1u);
    EXPECT_EQ(captionFaults({"a.h", licence}).size(), 1u);
    EXPECT_EQ(captionFaults({"a.h", "// What it is.\n" + licence}).size(), 1u);
    EXPECT_EQ(captionFaults({"a.cpp", licence + "#include <map>\n"}).size(), 0u);
    EXPECT_EQ(captionFaults({"a.cpp", "#include <map>\n"}).size(), 1u);
    EXPECT_EQ(captionFaults({"a.cpp", ""}).size(), 1u);
}

TEST(HouseRules, APromiseWithoutATestIsAFault) {
    const std::set<std::string> tests{"Suite.Kept"};
    const auto faults = [&](const std::string& comment) {
        return promiseFaults({"a.h", comment}, tests).size();
    };
    EXPECT_EQ(faults("// Promise: it holds. [Suite.Kept]\n"), 0u);
    EXPECT_EQ(faults("// Promise: it holds over\n// two lines. [Suite.Kept]\nint a;\n"), 0u);
    EXPECT_EQ(faults("// Promise: it holds. [Suite.Broken]\n"), 1u);
    EXPECT_EQ(faults("// Promise: it holds.\n"), 1u);
    EXPECT_EQ(faults("// Promise: it holds.\n// Promise: so does this. [Suite.Kept]\n"), 1u);
    EXPECT_EQ(faults("// Promise: it holds.\nint a; // [Suite.Kept]\n"), 1u);
    EXPECT_EQ(faults("// No word of it.\n"), 0u);
}

TEST(HouseRules, TestsAreFoundInEveryForm) {
    const std::string macro = "TE"
                              "ST"; // apart, so that this file does not define them
    const std::vector<SourceFile> files{
        {"a.cpp", macro + "(A, One) {}\n" + macro + "_F(B, Two) {}\n" + macro + "_P(C,\n     Three) {}\n"}};
    EXPECT_EQ(testNames(files), (std::set<std::string>{"A.One", "B.Two", "C.Three"}));
}

TEST(HouseRules, AnUnlistedSourceIsAFault) {
    const std::vector<SourceFile> lists{
        {"app/CMakeLists.txt", "add_library(files one.cpp files/two.cpp)"},
        {"CMakeLists.txt", "target_sources(x PRIVATE ${PROJECT_SOURCE_DIR}/tests/three.cpp)"}};
    EXPECT_EQ(
        unlistedSources({{"app/one.cpp", ""}, {"app/files/two.cpp", ""}, {"tests/three.cpp", ""}}, lists)
            .size(),
        0u);
    EXPECT_EQ(unlistedSources({{"app/files/one.cpp", ""}}, lists).size(), 1u);
    EXPECT_EQ(unlistedSources({{"app/files/one.h", ""}}, lists).size(), 0u);
}

TEST(HouseRules, LongFilesOddNamesAndOpenNamespacesAreFaults) {
    std::string lines;
    for (int i = 0; i < 400; ++i)
        lines += "\n";
    EXPECT_EQ(shapeFaults({"app/a.cpp", lines}).size(), 0u);
    EXPECT_EQ(shapeFaults({"app/a.cpp", lines + "\n"}).size(), 1u);
    EXPECT_EQ(shapeFaults({"app/JsonReader.cpp", ""}).size(), 1u);
    EXPECT_EQ(shapeFaults({"app/json-reader.cpp", ""}).size(), 1u);
    EXPECT_EQ(shapeFaults({"app/a.cpp", "using namespace "
                                        "std;"})
                  .size(),
              1u);
}

TEST(HouseRules, NoIncludeOfTheTreePointsAhead) { expectTreeKeeps(includeFaults); }

TEST(HouseRules, EveryFileOfTheTreeHasItsCaption) { expectTreeKeeps(captionFaults); }

TEST(HouseRules, EveryFileOfTheTreeIsShortAndNamedInSnakeCase) { expectTreeKeeps(shapeFaults); }

TEST(HouseRules, EveryPromiseOfTheTreeHasItsTest) {
    const std::set<std::string> tests = testNames(sources());
    ASSERT_GT(tests.size(), 50u);
    expectTreeKeeps([&](const SourceFile& file) {
        const bool promises = file.path.ends_with(".h") && !file.path.starts_with("tests/");
        return promises ? promiseFaults(file, tests) : Faults{};
    });
}

TEST(HouseRules, EverySourceOfTheTreeIsBuilt) {
    const Faults faults =
        unlistedSources(sources(), filesOf([](const std::string& name) { return name == "CMakeLists.txt"; }));
    EXPECT_TRUE(faults.empty()) << text(faults);
}

} // namespace
} // namespace supernode
