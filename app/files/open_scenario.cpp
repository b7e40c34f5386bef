// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/open_scenario.h"

#include "app/files/builtin.h"
#include "app/files/json_reader.h"
#include "app/files/scenario_code.h"
#include "app/files/scenario_file.h"
#include "app/files/system_file.h"
#include "app/files/text_file.h"
#include "app/files/typed_code.h"

#include <algorithm>
#include <utility>

namespace supernode {
namespace {

template <class Words>
std::string join(const Words& words) {
    std::string list;
    for (const auto& word : words)
        list += (list.empty() ? "" : ", ") + word;
    return list;
}

bool looksLikePath(const std::string& text) {
    return text.ends_with(".json") || text.find('/') != std::string::npos;
}

std::string wordOf(const nlohmann::json& file, const char* key) {
    const bool given = file.is_object() && file.contains(key) && file[key].is_string();
    return given ? file[key].get<std::string>() : std::string();
}

bool isMachine(const std::string& text) {
    const Result<nlohmann::json> file = parseJson(text);
    return file && wordOf(*file, "kind") == "system";
}

// A machine alone asks nothing: it gets the work that every machine can do.
Result<Scenario> usualWork(const Result<SystemPtr>& machine) {
    if (!machine)
        return Result<Scenario>::refused(machine.issues());
    Result<Scenario> scenario = builtinScenario("all-to-all");
    if (!scenario)
        return scenario;
    Scenario with = std::move(scenario).value();
    with.system = *machine;
    return with;
}

} // namespace

Result<SystemPtr> openSystem(const std::string& reference, const std::filesystem::path& folder) {
    using Answer = Result<SystemPtr>;
    if (SystemPtr system = builtinSystem(reference))
        return system;
    if (!looksLikePath(reference))
        return Answer::refused(
            Issue{"system", "there is no system \"" + reference + "\"",
                  "give " + join(builtinSystemNames()) + ", or the path of a system file (.json)"});
    const Result<std::string> text = readTextFile(folder / reference);
    const Result<SystemSpec> spec =
        text ? readSystem(*text, builtinSystem) : Result<SystemSpec>::refused(text.issues());
    if (spec)
        return std::make_shared<const SystemSpec>(*spec);
    std::vector<Issue> issues = spec.issues();
    if (text)
        for (Issue& issue : issues)
            issue.field = "system " + reference + (issue.field.empty() ? "" : ", " + issue.field);
    return Answer::refused(std::move(issues));
}

std::string systemFileOf(const std::string& scenarioPath) {
    if (!looksLikePath(scenarioPath))
        return {};
    const Result<std::string> text = readTextFile(scenarioPath);
    const Result<nlohmann::json> json =
        text ? parseJson(*text) : Result<nlohmann::json>::refused(text.issues());
    if (json && wordOf(*json, "kind") == "system")
        return std::filesystem::absolute(scenarioPath).string();
    const std::string reference = json ? wordOf(*json, "system") : std::string();
    if (reference.empty() || builtinSystem(reference))
        return {};
    return std::filesystem::absolute(std::filesystem::path(scenarioPath).parent_path() / reference).string();
}

Result<Scenario> withModel(Scenario scenario) {
    const std::string* const name = std::visit(
        [](const auto& w) -> const std::string* {
            if constexpr (requires { w.model; })
                return &w.model;
            else
                return nullptr;
        },
        scenario.workload);
    if (!name || (scenario.model && scenario.model->id == *name))
        return scenario;
    scenario.model = builtinModel(*name);
    if (scenario.model)
        return scenario;
    std::vector<std::string> ids;
    for (const ModelPtr& model : builtinModels())
        ids.push_back(model->id);
    return Result<Scenario>::refused(
        Issue{"workload.model", "there is no model \"" + *name + "\"", "give one of " + join(ids)});
}

Result<Scenario> openScenario(const std::string& nameOrPath) {
    const std::vector<std::string> presets = builtinScenarioNames();
    if (std::find(presets.begin(), presets.end(), nameOrPath) != presets.end()) {
        const Result<Scenario> preset = builtinScenario(nameOrPath);
        return preset ? withModel(*preset) : preset;
    }
    const std::filesystem::path path = nameOrPath;
    std::error_code ignored;
    if (!looksLikePath(nameOrPath) && !std::filesystem::exists(path, ignored)) {
        if (looksLikeTypedCode(nameOrPath))
            return scenarioOfCode(nameOrPath);
        return Result<Scenario>::refused(
            Issue{"", "there is no preset and no file of that name, and it is no take-home code",
                  "the presets are " + join(presets)});
    }
    const Result<std::string> text = readTextFile(path);
    if (!text)
        return Result<Scenario>::refused(text.issues());
    if (isMachine(*text))
        return usualWork(openSystem(path.string(), {}));
    const Result<Scenario> read = readScenario(
        *text, [&](const std::string& reference) { return openSystem(reference, path.parent_path()); });
    return read ? withModel(*read) : read;
}

} // namespace supernode
