// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/scenario_file.h"

#include "app/files/workload_json.h"

namespace supernode {
namespace {

constexpr std::size_t mostChanges = 65'536;

std::optional<Change> readChange(JsonObject& object) {
    if (object.has("fail"))
        return Fail{object.text("fail")};
    if (object.has("slow"))
        return Slow{object.text("slow"), object.number("percent")};
    if (object.has("restore"))
        return Restore{object.text("restore")};
    if (object.has("set"))
        return SetFact{object.text("set"), object.number("value")};
    if (object.has("move"))
        return MoveParts{object.text("move"), object.text("onto"),
                         object.has("count") ? static_cast<int>(object.whole("count", 1, 65'536)) : 1};
    if (object.has("copy_expert_of"))
        return CopyExpert{object.text("copy_expert_of"), object.text("onto")};
    return std::nullopt;
}

std::vector<Change> readChanges(JsonObject& top) {
    std::vector<Change> changes;
    if (!top.has("changes"))
        return changes;
    std::vector<JsonObject> objects = top.objects("changes");
    if (objects.size() > mostChanges) {
        top.refuse("changes", "are " + std::to_string(objects.size()),
                   "give at most " + std::to_string(mostChanges));
        return changes;
    }
    for (JsonObject& object : objects) {
        if (const std::optional<Change> change = readChange(object))
            changes.push_back(*change);
        else if (object.present() && object.keys().empty())
            object.refuse("fail", "is missing",
                          "give one of fail, slow, restore, set, move or copy_expert_of");
        object.done();
    }
    return changes;
}

SystemPtr readSystemReference(JsonObject& top, const SystemLookup& systems, std::vector<Issue>& issues) {
    const std::string reference = top.text("system");
    if (reference.empty()) {
        if (issues.empty())
            top.refuse("system", "is empty", "name a system, e.g. cloudmatrix384");
        return nullptr;
    }
    const Result<SystemPtr> system = systems(reference);
    if (system)
        return *system;
    issues.insert(issues.end(), system.issues().begin(), system.issues().end());
    return nullptr;
}

void readRouting(JsonObject& top, Scenario& scenario) {
    if (top.has("routing")) {
        const std::string word = top.text("routing");
        if (!word.empty() && !fromWord(word, scenario.routing))
            top.refuse("routing", "\"" + word + "\" is not known", "give one of " + listOf(Routing{}));
    }
    if (top.has("package")) {
        const std::string word = top.text("package");
        if (!word.empty() && !fromWord(word, scenario.package))
            top.refuse("package", "\"" + word + "\" is not known", "give one of " + listOf(PackagePath{}));
    }
    if (top.has("routing_seed"))
        scenario.routingSeed =
            static_cast<std::uint64_t>(top.whole("routing_seed", 0, std::int64_t{1} << 53));
}

nlohmann::ordered_json changeToJson(const Fail& c) { return {{"fail", c.element}}; }
nlohmann::ordered_json changeToJson(const Slow& c) {
    return {{"slow", c.element}, {"percent", numberToJson(c.percent)}};
}
nlohmann::ordered_json changeToJson(const Restore& c) { return {{"restore", c.element}}; }
nlohmann::ordered_json changeToJson(const SetFact& c) {
    return {{"set", c.path}, {"value", numberToJson(c.value)}};
}

nlohmann::ordered_json changeToJson(const MoveParts& c) {
    nlohmann::ordered_json json{{"move", c.from}, {"onto", c.onto}};
    if (c.count != 1)
        json["count"] = c.count;
    return json;
}
nlohmann::ordered_json changeToJson(const CopyExpert& c) {
    return {{"copy_expert_of", c.from}, {"onto", c.onto}};
}

// One line, a space after each comma and colon, as a person would write it.
std::string oneLine(const nlohmann::ordered_json& object);

// A list of objects has a line for each of them.
std::string valueText(const nlohmann::ordered_json& value) {
    if (!value.is_array() || value.empty() || !value.front().is_object())
        return value.dump();
    std::string text;
    for (const auto& item : value)
        text += (text.empty() ? "\n    " : ",\n    ") + oneLine(item);
    return "[" + text + "\n  ]";
}
std::string oneLine(const nlohmann::ordered_json& object) {
    std::string text;
    for (const auto& item : object.items())
        text +=
            (text.empty() ? "" : ", ") + nlohmann::json(item.key()).dump() + ": " + valueText(item.value());
    return "{" + text + "}";
}

} // namespace

Result<Scenario> readScenario(std::string_view json, const SystemLookup& systems) {
    using Answer = Result<Scenario>;
    JsonFile file(json);
    JsonObject& top = file.top();
    std::vector<Issue>& issues = file.issues();
    if (!file.readable())
        return Answer::refused(issues);
    Scenario scenario;
    scenario.system = readSystemReference(top, systems, issues);
    scenario.changes = readChanges(top);
    if (const std::optional<Workload> workload = readWorkload(top.object("workload"), issues))
        scenario.workload = *workload;
    readRouting(top, scenario);
    top.done();
    if (issues.empty())
        issues = check(scenario);
    if (!issues.empty())
        return Answer::refused(std::move(issues));
    return scenario;
}

std::string writeScenario(const Scenario& scenario, std::string_view reference) {
    const std::string system(reference.empty() && scenario.system ? scenario.system->id : reference);
    std::string text = "{\n  \"schema\": " + std::to_string(newestSchema) +
                       ",\n  \"system\": " + nlohmann::json(system).dump() + ",\n  \"changes\": [";
    for (std::size_t i = 0; i < scenario.changes.size(); ++i)
        text += (i ? ",\n    " : "\n    ") +
                oneLine(std::visit([](const auto& c) { return changeToJson(c); }, scenario.changes[i]));
    text += scenario.changes.empty() ? "]" : "\n  ]";
    if (scenario.routing != Routing::Spread)
        text += ",\n  \"routing\": \"" + std::string(toWord(scenario.routing)) + "\"";
    if (scenario.routingSeed != 1)
        text += ",\n  \"routing_seed\": " + std::to_string(scenario.routingSeed);
    if (scenario.package != Scenario{}.package)
        text += ",\n  \"package\": \"" + std::string(toWord(scenario.package)) + "\"";
    return text + ",\n  \"workload\": " + oneLine(workloadToJson(scenario.workload)) + "\n}\n";
}

} // namespace supernode
