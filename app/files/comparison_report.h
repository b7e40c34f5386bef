// SPDX-License-Identifier: GPL-3.0-or-later
// A comparison as one page to keep: HTML that needs nothing else, its charts drawn as SVG inside it.
//
// Words come from the caller, in his language; numbers have three digits where they are modelled and six
// where they are not. Promise: the same input gives the same bytes; only the line of the date differs.
// [ComparisonReport.TheSameInputGivesTheSameBytes] Pure; any thread.
#pragma once

#include "model/system/system_spec.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace supernode {

struct ReportMachine {
    std::string name, colour; // "#E69F00"
};

struct ReportRow {
    std::string title, unit, note, grade;
    std::vector<std::optional<double>> values; // of the machines; empty: missing, and the note says why
    std::optional<std::size_t> leader;
    Grade trust = Grade::Modelled; // decides the digits, and outline or solid
    // The least and the most that documents say, of the machines; empty where they agree.
    std::vector<std::optional<std::pair<double, double>>> ranges = {};
};

struct ReportClaim {
    std::string title, says, verdict, reason, formula;
};

struct Report {
    std::string language = "en", title, date, version;
    std::string sentence;                                   // who leads
    std::vector<std::string> notes;                         // what is not the same, unit rule
    std::string command;                                    // that makes it again
    std::string scenario;                                   // JSON
    std::vector<std::pair<std::string, std::string>> files; // that the command reads: name, text
    std::vector<ReportMachine> machines;
    std::vector<ReportRow> rows;
    std::vector<std::string> curves; // each an SVG document
    std::vector<ReportClaim> claims;
    std::vector<Source> sources;
    // Words of the page.
    std::string scenarioWord = "Scenario", sourcesWord = "Sources", claimsWord = "Claims",
                againWord = "To make this page again", tableWord = "All numbers", leaderWord = "leads";
};

std::string toHtml(const Report& report);
// One chart, as it stands in the page, in a file of its own.
std::string toSvg(const Report& report, const ReportRow& row);
std::string toCsv(const Report& report, const std::vector<ReportRow>& rows);
// The documents behind the numbers of machines, each once.
std::vector<Source> sourcesOf(const std::vector<SystemPtr>& systems);
// As it stands in the page: "1,230", "–" where it is missing, "559 (500–595)" where documents disagree.
std::string valueText(const ReportRow& row, std::size_t machine);
// The same without the range.
std::string numberText(const ReportRow& row, const std::optional<double>& value);

} // namespace supernode
