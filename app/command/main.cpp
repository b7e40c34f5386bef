// SPDX-License-Identifier: GPL-3.0-or-later
// `supernode`: the model without a window. Exit status: 0 done, 1 the input was refused, 2 wrong usage.
#include "app/command/commands.h"
#include "app/files/text_file.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>
#include <string>
#include <vector>

namespace supernode {
namespace {

enum Exit : int { Done = 0, Refused = 1, WrongUsage = 2 };

struct Arguments {
    std::string scenario, cases, query, metric, out;
    std::string format = "text";
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

void describeCommands(CLI::App& app, Arguments& arguments) {
    app.require_subcommand(1);
    app.set_version_flag("--version", std::string("supernode " SUPERNODE_VERSION));
    CLI::App* evaluate = app.add_subcommand("evaluate", "Answer a scenario: metrics, bottleneck, phases");
    evaluate->add_option("scenario", arguments.scenario, "A scenario file, or the name of a preset")
        ->required();
    addFormat(*evaluate, arguments, {"text", "json", "csv"});
    evaluate->add_option("--out", arguments.out, "Write to this file instead of standard output")
        ->type_name("FILE");
    CLI::App* validate = app.add_subcommand("validate", "Compare the model with published results");
    validate->add_option("--cases", arguments.cases, "A file of cases; the program's own when not given")
        ->type_name("FILE");
    addFormat(*validate, arguments, {"text", "json"});
    CLI::App* facts = app.add_subcommand("facts", "Show published facts with their sources");
    facts->add_option("query", arguments.query,
                      "The id of a fact, or a word to look for; all when not given");
    addFormat(*facts, arguments, {"text", "json"});
    CLI::App* explain = app.add_subcommand("explain", "Why a metric has its value, and what moves it");
    explain->add_option("scenario", arguments.scenario, "A scenario file, or the name of a preset")
        ->required();
    explain->add_option("metric", arguments.metric, "The id of a metric, as evaluate --format json gives it")
        ->required();
    addFormat(*explain, arguments, {"text", "json"});
}

Result<std::string> answer(const CLI::App& app, const Arguments& arguments) {
    const Format format = formatOf(arguments.format);
    if (app.got_subcommand("evaluate"))
        return evaluateCommand(arguments.scenario, format);
    if (app.got_subcommand("explain"))
        return explainCommand(arguments.scenario, arguments.metric, format);
    if (app.got_subcommand("validate"))
        return validateCommand(arguments.cases, format);
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
