// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/comparison_report.h"

#include "app/files/builtin.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

Report sample() {
    Report report;
    report.title = "One <against> another";
    report.date = "2026-01-31";
    report.machines = {{"One", "#E69F00"}, {"Other", "#56B4E9"}};
    report.rows = {{"Power", "kW", "whole system", "analyst", {559.378, 145}, 1, Grade::Analyst},
                   {"Time", "us", "", "modelled", {341.94634, std::nullopt}, std::nullopt, Grade::Modelled}};
    report.command = "supernode compare";
    return report;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST(ComparisonReport, TheSameInputGivesTheSameBytes) {
    Report later = sample();
    later.date = "2027-12-01";
    std::string page = toHtml(later);
    EXPECT_NE(page, toHtml(sample()));
    page.replace(page.find("2027-12-01"), 10, "2026-01-31");
    EXPECT_EQ(page, toHtml(sample()));
}

// 559.378 is drawn 210 px wide, 145 is 210 x 145 / 559.378 = 54.4; published numbers keep their digits.
TEST(ComparisonReport, BarsAreAsLongAsTheirValues) {
    const std::string svg = toSvg(sample(), sample().rows[0]);
    EXPECT_TRUE(holds(svg, "width=\"210.0\""));
    EXPECT_TRUE(holds(svg, "width=\"54.4\""));
    EXPECT_TRUE(holds(svg, ">559.378<"));
    EXPECT_TRUE(holds(svg, "fill-opacity=\"0.2\"")) << "published: outlined";
}

TEST(ComparisonReport, AMissingValueIsADash) {
    EXPECT_EQ(valueText(sample().rows[1], 0), "342");
    EXPECT_EQ(valueText(sample().rows[1], 1), "–");
    EXPECT_EQ(toCsv(sample(), sample().rows),
              "title,unit,note,grade,One,Other,\"One, least published\",\"One, most published\","
              "\"Other, least published\",\"Other, most published\"\n"
              "Power,kW,whole system,analyst,559.378,145,,,,\nTime,us,,modelled,341.94634,,,,,\n");
}

// 594.5 is the longest of the row and 210 px wide; 500 is 210 x 500 / 594.5 = 176.6 px.
TEST(ComparisonReport, WhereDocumentsDisagreeTheRangeIsDrawnAndWritten) {
    Report report = sample();
    report.rows[0].ranges = {std::pair(500.0, 594.5), std::nullopt};
    const std::string svg = toSvg(report, report.rows[0]);
    EXPECT_TRUE(holds(svg, "M176.6 ")) << svg;
    EXPECT_TRUE(holds(svg, "H210.0")) << svg;
    EXPECT_TRUE(holds(toHtml(report), "559.378 (500–594)")) << toHtml(report);
    EXPECT_TRUE(holds(toCsv(report, report.rows), ",559.378,145,500,594.5,,\n"))
        << toCsv(report, report.rows);
    EXPECT_FALSE(holds(toSvg(sample(), sample().rows[0]), "<path"));
}

TEST(ComparisonReport, WordsCannotBreakThePage) {
    const std::string page = toHtml(sample());
    EXPECT_TRUE(holds(page, "One &lt;against&gt; another"));
    EXPECT_FALSE(holds(page, "<against>"));
}

TEST(ComparisonReport, EveryDocumentOfAMachineIsNamedOnce) {
    const std::vector<Source> sources = sourcesOf(builtinSystems());
    EXPECT_GE(sources.size(), 10u);
    for (std::size_t i = 0; i < sources.size(); ++i)
        for (std::size_t j = i + 1; j < sources.size(); ++j)
            EXPECT_NE(sources[i], sources[j]);
}

} // namespace
} // namespace supernode
