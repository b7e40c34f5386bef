// SPDX-License-Identifier: GPL-3.0-or-later
// What each subcommand of `supernode` does, from names to the text it prints.
//
// Errors: issues; nothing is printed or written before everything has succeeded.
// Promise: a refused input writes nothing. [Command.ARefusedScenarioWritesNothing]
#pragma once

#include "model/availability.h"
#include "model/base/result.h"

#include <string>
#include <vector>

namespace supernode {

enum class Format { Text, Json, Csv };
enum class QrForm { None, Text, Svg };

struct SweepQuestion {
    std::string scenario;
    std::vector<std::string> vary; // as variation.h reads them
    int jobs = 0;                  // threads; 0: one for each core
    std::string out;               // the table, CSV
};

// SCENARIO: a preset, a file or a take-home code.
Result<std::string> evaluateCommand(const std::string& scenario, Format format);
// An empty path takes the cases that the program brings along. The errors are also written into the texts
// `into` (error_report.h): into all or, when one has no place for them, into none.
Result<std::string> validateCommand(const std::string& casesPath, Format format,
                                    const std::vector<std::string>& into = {});
// An empty query lists all facts.
Result<std::string> factsCommand(const std::string& query, Format format);
// What is claimed of the two machines, counted again on facts and model; an empty query lists all claims.
Result<std::string> claimsCommand(const std::string& query, Format format);
// Why the metric has its value: formula, inputs with their sources, what moves it.
Result<std::string> explainCommand(const std::string& scenario, const std::string& metric, Format format);
// The scenario's machine beside others, over one owner (a word of wordsOf(Per)); the two that the program is
// about against each other when none is named. A machine that cannot do the work says why.
// `report`: where to write the comparison as a page of HTML, too; "" for nowhere.
Result<std::string> compareCommand(const std::string& scenario, const std::vector<std::string>& against,
                                   const std::string& per, Format format, const std::string& report = {});
// What failing parts leave of the scenario's machine over a period.
Result<std::string> availabilityCommand(const std::string& scenario, const AvailabilityQuestion& question,
                                        Format format);
// Every combination of the variations, a row each, into a file; goes on where a killed one stopped. Under
// mpirun the processes share the rows, and the first writes the bytes that one process would.
Result<std::string> sweepCommand(const SweepQuestion& question);
// The take-home code of the scenario, a line; or with its QR code above it, or that alone as SVG.
Result<std::string> codeCommand(const std::string& scenario, QrForm form);
// What exports.h can write, by its word in exportForms(), into a file (astra-sim: a folder).
std::vector<std::string> exportForms();
Result<std::string> exportCommand(const std::string& scenario, const std::string& form,
                                  const std::string& out);

} // namespace supernode
