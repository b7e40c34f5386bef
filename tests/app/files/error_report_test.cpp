// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/error_report.h"

#include "app/files/builtin.h"
#include "app/files/text_file.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

CaseResult result(const std::string& id, CaseRole role, double error) {
    CaseResult r;
    r.published.id = id;
    r.published.role = role;
    r.published.workload = AllToAll{};
    r.published.tolerance = 0.1;
    r.modelled = 1 + error;
    r.error = error;
    return r;
}

TEST(ErrorReport, NamesMedianAndWorstOfEachRow) {
    // Predicted: |-20 %| and |+4 %|, in the mean of both 12 %; fitted: 1 %. All three: 4 % in the middle.
    const std::string report =
        errorReport({result("slow", CaseRole::Prediction, -0.2), result("fair", CaseRole::Prediction, 0.04),
                     result("fitted", CaseRole::Calibration, 0.01)});
    EXPECT_NE(report.find("Of 3 published results 2 are met"), std::string::npos) << report;
    EXPECT_NE(report.find("Median error without sign 4.0 %: 12.0 % over 2 results"), std::string::npos)
        << report;
    EXPECT_NE(report.find("| all-to-all | prediction | 2 | 12.0 % | -20.0 % (slow) |"), std::string::npos)
        << report;
    EXPECT_NE(report.find("| all-to-all | calibration | 1 | 1.0 % | +1.0 % (fitted) |"), std::string::npos)
        << report;
}

TEST(ErrorReport, ReplacesWhatStandsBetweenItsLinesAndNothingElse) {
    const std::string text =
        "before\n" + std::string(reportBegins) + "old\n" + std::string(reportEnds) + "after\n";
    const Result<std::string> written = withReport(text, "new\n", "text.md");
    ASSERT_TRUE(written);
    EXPECT_EQ(*written,
              "before\n" + std::string(reportBegins) + "new\n" + std::string(reportEnds) + "after\n");
}

TEST(ErrorReport, ATextWithoutItsLinesIsRefusedByName) {
    const Result<std::string> written = withReport("no lines here", "new\n", "text.md");
    ASSERT_FALSE(written);
    EXPECT_EQ(written.issues().front().field, "text.md");
}

TEST(ErrorReport, TheTextsOfTheProjectSayTheNumbersOfTheModel) {
    const std::string report = errorReport(runCases(builtinCases()));
    for (const std::string name : {"README.md", "resources/explain/model.md"}) {
        const Result<std::string> text = readTextFile(SUPERNODE_SOURCE_DIR "/" + name);
        ASSERT_TRUE(text) << name;
        const Result<std::string> right = withReport(*text, report, name);
        ASSERT_TRUE(right) << toSentence(right.issues().front());
        EXPECT_EQ(*text, *right) << "run: supernode validate --into " << name;
    }
}

} // namespace
} // namespace supernode
