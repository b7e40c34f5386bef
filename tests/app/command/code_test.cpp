// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/command/command.h"

#include <nlohmann/json.hpp>

namespace supernode {
namespace {

// A plane of seven cut: 6/7 of the throughput, by its code as by its name.
TEST_F(Command, ACodeIsEvaluatedLikeWhatItWasMadeOf) {
    const Run code = run("code all-to-all-plane-3-failed");
    ASSERT_EQ(code.status, 0) << code.error;
    ASSERT_EQ(code.out.back(), '\n');
    const std::string typed = code.out.substr(0, code.out.size() - 1);
    EXPECT_LE(typed.size(), 120u);
    const Run byCode = run("evaluate " + typed + " --format json");
    ASSERT_EQ(byCode.status, 0) << byCode.error;
    EXPECT_EQ(byCode.out, run("evaluate all-to-all-plane-3-failed --format json").out);
    EXPECT_EQ(run("code " + typed).out, code.out);
}

TEST_F(Command, ACodeIsDrawnForACamera) {
    const Run text = run("code all-to-all --qr text"), svg = run("code all-to-all --qr svg --out code.svg");
    EXPECT_EQ(text.status, 0);
    EXPECT_NE(text.out.find("█"), std::string::npos);
    EXPECT_EQ(svg.status, 0);
    EXPECT_TRUE(readTextFile(folder / "code.svg")->starts_with("<svg "));
    EXPECT_EQ(run("code all-to-all --qr png").status, 2);
}

TEST_F(Command, AWrongCharacterIsRefused) {
    std::string typed = run("code moe-decode").out;
    typed.pop_back();
    typed.back() = typed.back() == '7' ? '8' : '7';
    const Run wrong = run("evaluate " + typed);
    EXPECT_EQ(wrong.status, 1);
    EXPECT_NE(wrong.error.find("is wrong; compare that group with the print"), std::string::npos)
        << wrong.error;
    EXPECT_TRUE(wrong.out.empty());
}

TEST_F(Command, AnAnswerIsExportedToOtherPrograms) {
    for (const char* form : {"chrome-trace", "graphml", "simgrid", "csv", "system"}) {
        const Run r = run(std::string("export incast --to ") + form + " --out " + form);
        EXPECT_EQ(r.status, 0) << r.error;
        EXPECT_EQ(r.out, std::string("written: ") + form + "\n");
        EXPECT_GT(std::filesystem::file_size(folder / form), 100u) << form; // may be too long to read
    }
    EXPECT_TRUE(nlohmann::json::accept(*readTextFile(folder / "chrome-trace")));
    EXPECT_EQ(run("export incast --to astra-sim --out sim").status, 0);
    EXPECT_TRUE(readTextFile(folder / "sim" / "network.yml"));
    EXPECT_EQ(run("export incast --to postcard --out x").status, 2);
    EXPECT_EQ(run("export incast --to csv").status, 2);
    EXPECT_EQ(run("export nothing --to csv --out x.csv").status, 1);
    EXPECT_FALSE(std::filesystem::exists(folder / "x.csv"));
}

} // namespace
} // namespace supernode
