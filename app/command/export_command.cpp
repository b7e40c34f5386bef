// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/commands.h"

#include "app/files/exports.h"
#include "app/files/open_scenario.h"
#include "app/files/system_file.h"
#include "app/files/text_file.h"

namespace supernode {
namespace {

// A folder that is made when it is missing, its files one by one.
std::optional<Issue> writeFolder(const std::filesystem::path& folder,
                                 const std::map<std::string, std::string>& files) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error || !std::filesystem::is_directory(folder, error))
        return Issue{folder.string(), "is no folder and cannot be made one", "name a folder"};
    for (const auto& [name, text] : files)
        if (std::optional<Issue> issue = writeTextFile(folder / name, text))
            return issue;
    return std::nullopt;
}

Result<std::string> exportMachine(const Scenario& scenario, const std::string& out) {
    using Answer = Result<std::string>;
    const Result<SystemSpec> machine = ownMachine(scenario);
    if (!machine)
        return Answer::refused(machine.issues());
    const std::optional<Issue> problem = writeTextFile(out, writeSystem(*machine));
    return problem ? Answer::refused(*problem) : Answer("written: " + out + "\n");
}

} // namespace

std::vector<std::string> exportForms() {
    return {"chrome-trace", "graphml", "simgrid", "astra-sim", "csv", "system"};
}

Result<std::string> exportCommand(const std::string& name, const std::string& form, const std::string& out) {
    using Answer = Result<std::string>;
    const Result<Scenario> scenario = openScenario(name);
    if (scenario && form == "system") // what is wrong with the work does not matter to the machine
        return exportMachine(*scenario, out);
    const Result<OutcomePtr> answer =
        scenario ? evaluate(*scenario) : Result<OutcomePtr>::refused(scenario.issues());
    if (!answer)
        return Answer::refused(answer.issues());
    const Outcome& outcome = **answer;
    const std::optional<Issue> problem =
        form == "astra-sim" ? writeFolder(out, astraSim(outcome))
                            : writeTextFile(out, form == "chrome-trace" ? chromeTrace(outcome)
                                                 : form == "graphml"    ? graphMl(outcome)
                                                 : form == "simgrid"    ? simgridPlatform(outcome)
                                                                        : linkTable(outcome));
    return problem ? Answer::refused(*problem) : Answer("written: " + out + "\n");
}

} // namespace supernode
