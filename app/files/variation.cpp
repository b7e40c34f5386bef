// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/variation.h"

#include "app/files/json_reader.h"
#include "app/files/open_scenario.h"
#include "app/files/workload_json.h"
#include "model/fabric/fabric_state.h"
#include "model/fabric/random_parts.h"
#include "model/scenario/changed_system.h"
#include "model/scenario/fact_knobs.h"

#include <cmath>

namespace supernode {
namespace {

constexpr std::size_t mostValues = 100'000;
constexpr std::string_view ofWorkload = "workload.";

std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> parts{""};
    for (const char c : text) {
        if (c == at)
            parts.emplace_back();
        else
            parts.back() += c;
    }
    return parts;
}

std::optional<double> numberIn(const std::string& text) {
    const nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
    return json.is_number() ? std::optional(json.get<double>()) : std::nullopt;
}

Result<Variation> readRange(const std::string& path, const std::vector<std::string>& ends) {
    const auto from = numberIn(ends[0]), to = numberIn(ends[1]), step = numberIn(ends[2]);
    const double steps = from && to && step ? (*to - *from) / *step : -1;
    if (!(steps >= 0 && steps < mostValues))
        return Result<Variation>::refused(Issue{
            path, "\"" + ends[0] + ":" + ends[1] + ":" + ends[2] + "\" is no range",
            "give FROM:TO:STEP, three numbers, with a step that leads from one to the other in less than " +
                std::to_string(mostValues) + " steps"});
    Variation v{path, {}};
    const auto last = static_cast<int>(std::floor(steps + 1e-9)); // 0:1:0.1 reaches 1
    for (int i = 0; i <= last; ++i)
        v.values.push_back(numberToJson(*from + i * *step).dump());
    return v;
}

Result<Scenario> withField(Scenario scenario, const std::string& field, const std::string& value) {
    nlohmann::json block = nlohmann::json::parse(workloadToJson(scenario.workload).dump());
    const std::optional<double> number = numberIn(value);
    block[field] = number ? nlohmann::json::parse(value) : nlohmann::json(value);
    std::vector<Issue> issues;
    const std::optional<Workload> workload = readWorkload(JsonObject(block, "workload", issues), issues);
    if (!workload || !issues.empty())
        return Result<Scenario>::refused(issues);
    scenario.workload = *workload;
    return withModel(std::move(scenario));
}

// "random 5 modules", "random 5 modules seed 2": among what the scenario leaves standing.
Result<Scenario> withRandomFailures(Scenario scenario, const std::string& text) {
    using Answer = Result<Scenario>;
    const std::vector<std::string> words = split(text, ' ');
    const auto number = [&](std::size_t i) { return i < words.size() ? numberIn(words[i]) : std::nullopt; };
    const std::optional<double> count = number(1), seed = words.size() > 3 ? number(4) : 1.0;
    const bool seeded = words.size() == 5 && words[3] == "seed";
    const auto wholeWithin = [](const std::optional<double>& n, double least, double most) {
        return n && *n >= least && *n <= most && *n == std::floor(*n);
    };
    if (!wholeWithin(count, 1, 1e6) || !wholeWithin(seed, 0, 9007199254740992.0) ||
        (words.size() != 3 && !seeded))
        return Answer::refused(Issue{"fail", "\"" + text + "\" draws nothing",
                                     "write it like \"random 5 modules\" or \"random 5 modules seed 2\""});
    const Result<SystemPtr> system = changedSystem(scenario);
    const Result<FabricPtr> fabric =
        system ? buildFabric(*system) : Result<FabricPtr>::refused(system.issues());
    if (!fabric)
        return Answer::refused(fabric.issues());
    const Result<FabricState> state = applyChanges(**fabric, scenario.changes);
    if (!state)
        return Answer::refused(state.issues());
    const Result<std::vector<ElementId>> parts =
        randomParts(**fabric, *state, words[2], static_cast<int>(*count), static_cast<std::uint64_t>(*seed));
    if (!parts)
        return Answer::refused(parts.issues());
    for (const ElementId part : *parts)
        scenario = withChange(std::move(scenario), Fail{(*fabric)->name(part)});
    return scenario;
}

Result<Scenario> withFailures(Scenario scenario, const std::string& elements) {
    if (elements == "none")
        return scenario;
    for (const std::string& element : split(elements, '+')) {
        if (!element.starts_with("random ")) {
            scenario = withChange(std::move(scenario), Fail{element});
            continue;
        }
        Result<Scenario> drawn = withRandomFailures(std::move(scenario), element);
        if (!drawn)
            return drawn;
        scenario = std::move(drawn).value();
    }
    return scenario;
}

} // namespace

Result<Variation> readVariation(const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == 0 || equals == std::string::npos || equals + 1 == text.size())
        return Result<Variation>::refused(
            Issue{"--vary", "\"" + text + "\" says no path and values",
                  "give PATH=A,B,C or PATH=FROM:TO:STEP, for instance workload.bytes=1024,1048576"});
    Variation v{text.substr(0, equals), {}};
    const std::string values = text.substr(equals + 1);
    if (const std::vector<std::string> ends = split(values, ':'); ends.size() == 3)
        return readRange(v.path, ends);
    v.values = split(values, ',');
    if (v.values.size() > mostValues)
        return Result<Variation>::refused(Issue{v.path, "has " + std::to_string(v.values.size()) + " values",
                                                "give at most " + std::to_string(mostValues)});
    return v;
}

Result<Scenario> withValue(Scenario scenario, const std::string& path, const std::string& value) {
    if (path.starts_with(ofWorkload))
        return withField(std::move(scenario), path.substr(ofWorkload.size()), value);
    if (path == "fail")
        return withFailures(std::move(scenario), value);
    if (path == "system") {
        const Result<SystemPtr> system = openSystem(value, {});
        if (!system)
            return Result<Scenario>::refused(system.issues());
        scenario.system = *system;
        return scenario;
    }
    if (path == "routing") {
        if (!fromWord(value, scenario.routing))
            return Result<Scenario>::refused(
                Issue{path, "\"" + value + "\" is not known", "give one of " + listOf(Routing{})});
        return scenario;
    }
    if (path == "package") {
        if (!fromWord(value, scenario.package))
            return Result<Scenario>::refused(
                Issue{path, "\"" + value + "\" is not known", "give one of " + listOf(PackagePath{})});
        return scenario;
    }
    const std::optional<double> number = numberIn(value);
    if (!number)
        return Result<Scenario>::refused(
            Issue{path, "\"" + value + "\" is no number",
                  "give a number, or a path that takes words: system, routing, package, fail, workload.…"});
    const Result<std::vector<SetFact>> sets = settingOwnFact(scenario, path, *number);
    if (!sets)
        return Result<Scenario>::refused(sets.issues());
    for (const SetFact& set : *sets)
        scenario = withChange(std::move(scenario), set);
    return scenario;
}

} // namespace supernode
