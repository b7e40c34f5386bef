// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/builtin.h"

#include "app/files/model_file.h"
#include "app/files/scenario_file.h"
#include "app/files/system_file.h"
#include "builtin_resources.h"

namespace supernode {
namespace {

constexpr std::string_view systemFolder = "systems/";
constexpr std::string_view scenarioFolder = "scenarios/";
constexpr std::string_view suffix = ".json";

std::vector<std::string> namesIn(std::string_view folder) {
    std::vector<std::string> names;
    for (std::string_view path : builtin::paths()) {
        if (!path.starts_with(folder))
            continue;
        path.remove_prefix(folder.size());
        path.remove_suffix(suffix.size());
        names.emplace_back(path);
    }
    return names;
}

Result<SystemPtr> builtinReference(const std::string& reference) {
    if (SystemPtr system = builtinSystem(reference))
        return system;
    return Result<SystemPtr>::refused(Issue{"system", "there is no system \"" + reference + "\"", ""});
}

} // namespace

std::vector<SystemPtr> builtinSystems() {
    return {builtinSystem("cloudmatrix384"), builtinSystem("gb200-nvl72")};
}

std::vector<std::string> builtinSystemNames() { return namesIn(systemFolder); }

SystemPtr builtinSystem(std::string_view id) {
    const std::string_view text =
        builtin::text(std::string(systemFolder) + std::string(id) + std::string(suffix));
    return text.empty() ? nullptr
                        : std::make_shared<const SystemSpec>(readSystem(text, builtinSystem).value());
}

std::vector<ModelPtr> builtinModels() {
    std::vector<ModelPtr> models;
    for (const std::string_view path : builtin::paths())
        if (path.starts_with("models/"))
            models.push_back(std::make_shared<const ModelSpec>(readModel(builtin::text(path)).value()));
    return models;
}

ModelPtr builtinModel(std::string_view id) {
    const std::string_view text = builtin::text("models/" + std::string(id) + std::string(suffix));
    return text.empty() ? nullptr : std::make_shared<const ModelSpec>(readModel(text).value());
}

std::vector<std::string> builtinScenarioNames() { return namesIn(scenarioFolder); }

Result<Scenario> builtinScenario(std::string_view name) {
    const std::string_view text =
        builtin::text(std::string(scenarioFolder) + std::string(name) + std::string(suffix));
    if (!text.empty())
        return readScenario(text, builtinReference);
    std::string list;
    for (const std::string& known : builtinScenarioNames())
        list += (list.empty() ? "" : ", ") + known;
    return Result<Scenario>::refused(
        Issue{"", "there is no preset \"" + std::string(name) + "\"", "the presets are " + list});
}

std::vector<PublishedCase> builtinCases() {
    return readCases(builtin::text("cases/published-cases.json")).value();
}

FactTable builtinFacts() { return readFacts(builtin::text("facts/facts.json")).value(); }

std::vector<Claim> builtinClaims() { return readClaims(builtin::text("claims/claims.json")).value(); }

} // namespace supernode
