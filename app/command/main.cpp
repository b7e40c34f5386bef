// SPDX-License-Identifier: GPL-3.0-or-later
// `supernode`: the model without a window. Exit status: 0 done, 1 the input was refused, 2 wrong usage.
#include "app/command/commands.h"
#include "app/command/processes.h"
#include "app/files/text_file.h"
#include "model/outcome/comparison.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>
#include <string>
#include <utility>
#include <vector>

namespace supernode {
namespace {

constexpr const char* scenarioHelp = "A scenario file, the name of a preset, or a take-home code";

enum Exit : int { Done = 0, Refused = 1, WrongUsage = 2 };

struct Arguments {
    std::string scenario, cases, query, metric, out, qr, to, report;
    std::string format = "text", per = "system";
    std::vector<std::string> against, into;
    AvailabilityQuestion availability;
    SweepQuestion sweep;
};

void addFormat(CLI::App& command, Arguments& arguments, const std::vector<std::string>& formats) {
    command
        .add_option("--format", arguments.format,
                    "How to write the answer: " + CLI::detail::join(formats, ", "))
        ->check(CLI::IsMember(formats).description(""))
        ->type_name("FORMAT")
        ->capture_default_str();
}

Format formatOf(const std::string& word) {
    if (word == "json")
        return Format::Json;
    return word == "csv" ? Format::Csv : Format::Text;
}

void describeCompare(CLI::App& app, Arguments& arguments) {
    CLI::App* compare = app.add_subcommand("compare", "Set machines side by side on the same work");
    compare->add_option("scenario", arguments.scenario, scenarioHelp)->required();
    compare
        ->add_option(
            "--against", arguments.against,
            "Another machine: an id, a system file, or a scenario file, whose changes it has; NVL72 or "
            "CloudMatrix 384 when not given")
        ->type_name("SYSTEM");
    compare->add_option("--per", arguments.per, "What to share numbers out to: " + listOf(Per::System))
        ->check(CLI::Validator(
            [](const std::string& word) {
                Per per = Per::System;
                return fromWord(word, per) ? std::string() : "give " + listOf(per);
            },
            ""))
        ->type_name("OWNER")
        ->capture_default_str();
    compare
        ->add_option("--report", arguments.report,
                     "Write the comparison as a page of HTML, too: charts, tables, claims, sources")
        ->type_name("FILE");
    addFormat(*compare, arguments, {"text", "json", "csv"});
    compare->add_option("--out", arguments.out, "Write to this file instead of standard output")
        ->type_name("FILE");
}

void describeAvailability(CLI::App& app, Arguments& arguments) {
    CLI::App* command =
        app.add_subcommand("availability", "What failing parts leave of a machine over weeks");
    command->add_option("scenario", arguments.scenario, scenarioHelp)->required();
    Period& period = arguments.availability.period;
    command->add_option("--days", period.days, "How long")->capture_default_str();
    command->add_option("--seed", period.seed, "Of the random numbers")->capture_default_str();
    command->add_option("--runs", period.runs, "How often to live through it")->capture_default_str();
    command->add_option("--restart", period.restartMinutes, "Minutes until a stopped job runs again")
        ->capture_default_str();
    for (const std::string& key : failingKeys()) {
        command->add_option_function<double>(
            "--fit-" + key, [&arguments, key](double fit) { arguments.availability.fit[key] = fit; },
            "Failures of one in 10^9 hours");
        command->add_option_function<double>(
            "--repair-" + key,
            [&arguments, key](double hours) { arguments.availability.repairHours[key] = hours; },
            "Hours until one is repaired");
    }
    addFormat(*command, arguments, {"text", "json"});
}

void describeSweep(CLI::App& app, Arguments& arguments) {
    CLI::App* sweep = app.add_subcommand("sweep", "Answer a scenario for every combination of some values");
    sweep->add_option("scenario", arguments.scenario, scenarioHelp)->required();
    sweep
        ->add_option("--vary", arguments.sweep.vary,
                     "PATH=A,B,C or PATH=FROM:TO:STEP; PATH is system, routing, package, fail, "
                     "workload.FIELD, or a fact "
                     "of the system file. The last one moves fastest")
        ->type_name("PATH=VALUES")
        ->take_all()
        ->required();
    sweep->add_option("--jobs", arguments.sweep.jobs, "Threads; one for each core when not given")
        ->check(CLI::Range(1, 1024));
    sweep->add_option("--out", arguments.sweep.out, "The table, CSV; the same command goes on after a kill")
        ->type_name("FILE")
        ->required();
}

void describeCode(CLI::App& app, Arguments& arguments) {
    CLI::App* code = app.add_subcommand("code", "A scenario as a code to take home: at most 120 characters");
    code->add_option("scenario", arguments.scenario, scenarioHelp)->required();
    code->add_option("--qr", arguments.qr, "Draw it for a camera, too: text, svg")
        ->check(CLI::IsMember({"text", "svg"}).description(""))
        ->type_name("FORM");
    code->add_option("--out", arguments.out, "Write to this file instead of standard output")
        ->type_name("FILE");
}

void describeExport(CLI::App& app, Arguments& arguments) {
    CLI::App* command = app.add_subcommand("export", "An answer for other programs");
    command->add_option("scenario", arguments.scenario, scenarioHelp)->required();
    command->add_option("--to", arguments.to, "Their form: " + CLI::detail::join(exportForms(), ", "))
        ->check(CLI::IsMember(exportForms()).description(""))
        ->type_name("FORM")
        ->required();
    command->add_option("--out", arguments.out, "The file; for astra-sim a folder")
        ->type_name("PATH")
        ->required();
}

void describeCommands(CLI::App& app, Arguments& arguments) {
    app.require_subcommand(1);
    app.set_version_flag("--version", std::string("supernode " SUPERNODE_VERSION));
    CLI::App* evaluate = app.add_subcommand("evaluate", "Answer a scenario: metrics, bottleneck, phases");
    evaluate->add_option("scenario", arguments.scenario, scenarioHelp)->required();
    addFormat(*evaluate, arguments, {"text", "json", "csv"});
    evaluate->add_option("--out", arguments.out, "Write to this file instead of standard output")
        ->type_name("FILE");
    CLI::App* validate = app.add_subcommand("validate", "Compare the model with published results");
    validate->add_option("--cases", arguments.cases, "A file of cases; the program's own when not given")
        ->type_name("FILE");
    validate
        ->add_option("--into", arguments.into,
                     "Write the errors into these texts, between the two lines that mark their place")
        ->type_name("FILE");
    addFormat(*validate, arguments, {"text", "json"});
    CLI::App* facts = app.add_subcommand("facts", "Show published facts with their sources");
    facts->add_option("query", arguments.query,
                      "The id of a fact, or a word to look for; all when not given");
    addFormat(*facts, arguments, {"text", "json"});
    CLI::App* claims =
        app.add_subcommand("claims", "Count again what is claimed of the two machines, with the reason");
    claims->add_option("query", arguments.query, "The id of a claim; all when not given");
    addFormat(*claims, arguments, {"text", "json"});
    CLI::App* explain = app.add_subcommand("explain", "Why a metric has its value, and what moves it");
    explain->add_option("scenario", arguments.scenario, scenarioHelp)->required();
    explain->add_option("metric", arguments.metric, "The id of a metric, as evaluate --format json gives it")
        ->required();
    addFormat(*explain, arguments, {"text", "json"});
    describeCompare(app, arguments);
    describeAvailability(app, arguments);
    describeSweep(app, arguments);
    describeCode(app, arguments);
    describeExport(app, arguments);
}

Result<std::string> answer(const CLI::App& app, Arguments& arguments) {
    const Format format = formatOf(arguments.format);
    if (app.got_subcommand("evaluate"))
        return evaluateCommand(arguments.scenario, format);
    if (app.got_subcommand("explain"))
        return explainCommand(arguments.scenario, arguments.metric, format);
    if (app.got_subcommand("compare"))
        return compareCommand(arguments.scenario, arguments.against, arguments.per, format, arguments.report);
    if (app.got_subcommand("availability"))
        return availabilityCommand(arguments.scenario, arguments.availability, format);
    if (app.got_subcommand("sweep")) {
        arguments.sweep.scenario = arguments.scenario;
        return sweepCommand(arguments.sweep);
    }
    if (app.got_subcommand("code"))
        return codeCommand(arguments.scenario, arguments.qr == "svg"    ? QrForm::Svg
                                               : arguments.qr == "text" ? QrForm::Text
                                                                        : QrForm::None);
    if (app.got_subcommand("export"))
        return exportCommand(arguments.scenario, arguments.to, std::exchange(arguments.out, {}));
    if (app.got_subcommand("validate"))
        return validateCommand(arguments.cases, format, arguments.into);
    if (app.got_subcommand("claims"))
        return claimsCommand(arguments.query, format);
    return factsCommand(arguments.query, format);
}

constexpr std::size_t mostComplaints = 20; // a person mends these first

void complain(const std::string& input, const std::vector<Issue>& issues) {
    for (std::size_t i = 0; i < issues.size() && i < mostComplaints; ++i) {
        const bool namesInput = input.empty() || issues[i].field == input;
        std::fprintf(stderr, "supernode: %s%s\n", namesInput ? "" : (input + ": ").c_str(),
                     toSentence(issues[i]).c_str());
    }
    if (issues.size() > mostComplaints)
        std::fprintf(stderr, "supernode: and %zu more\n", issues.size() - mostComplaints);
}

int print(const std::string& text) {
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
    if (written && std::fflush(stdout) == 0)
        return Done;
    std::fprintf(stderr, "supernode: standard output cannot be written\n");
    return Refused;
}

int run(int argc, char** argv) {
    CLI::App app{
        "Supernode Explorer without a window: Huawei CloudMatrix 384 and NVIDIA GB200 NVL72 in numbers.",
        "supernode"};
    Arguments arguments;
    describeCommands(app, arguments);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? Done : WrongUsage;
    }
    const Result<std::string> text = answer(app, arguments);
    if (!text) {
        if (!isFirstProcess())
            return Refused; // the first one says the same
        complain(arguments.scenario.empty() ? arguments.cases : arguments.scenario, text.issues());
        return Refused;
    }
    if (arguments.out.empty())
        return print(*text);
    const std::optional<Issue> problem = writeTextFile(arguments.out, *text);
    if (problem)
        complain("", {*problem});
    return problem ? Refused : Done;
}

} // namespace
} // namespace supernode

int main(int argc, char** argv) {
    try {
        return supernode::run(argc, argv);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "supernode: stopped by a mistake of the program itself: %s\n", error.what());
        return 1;
    }
}
