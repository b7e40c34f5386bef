// SPDX-License-Identifier: GPL-3.0-or-later
// The error of the model in words and tables, for the texts that quote it.
//
// A text holds the report between two lines of its own, reportBegins and reportEnds; what stands between them
// is replaced, all else is left as it is. Errors: a text without the two lines, by the text's name.
// Promise: the texts of this project say the numbers that the model has.
// [ErrorReport.TheTextsOfTheProjectSayTheNumbersOfTheModel]
#pragma once

#include "app/files/case_run.h"
#include "model/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace supernode {

constexpr std::string_view reportBegins =
    "<!-- errors of the model: written by supernode validate --into -->\n";
constexpr std::string_view reportEnds = "<!-- end of the errors -->\n";

// Markdown: a sentence for the whole, a table by kind of work and role, the worst case of each row named.
std::string errorReport(const std::vector<CaseResult>& results);

// `name` is what a complaint calls the text: its path.
Result<std::string> withReport(const std::string& text, const std::string& report, const std::string& name);

} // namespace supernode
