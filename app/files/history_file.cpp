// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/history_file.h"

#include "app/files/json_reader.h"
#include "app/files/open_scenario.h"

namespace supernode {
namespace {

constexpr int mostSteps = 1'000'000;

std::string clean(const std::string& text) {
    std::string kept;
    for (const char c : text)
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f)
            kept += c;
    return kept;
}

nlohmann::ordered_json stepToJson(int id, const ChangeStep& step, const SystemReference& reference) {
    const std::string system = reference ? reference(*step.scenario.system) : std::string();
    return {{"step", id},
            {"parent", step.parent},
            {"text", clean(step.text)},
            {"name", clean(step.name)},
            {"redo", step.redo},
            {"scenario", nlohmann::ordered_json::parse(writeScenario(step.scenario, system))}};
}

std::string asText(const ChangeTree& tree, const SystemReference& reference) {
    nlohmann::ordered_json all{{"schema", newestSchema}, {"kind", "history"}, {"present", tree.current()}};
    all["steps"] = nlohmann::ordered_json::array();
    for (const auto& [id, step] : tree.steps())
        all["steps"].push_back(stepToJson(id, step, reference));
    return all.dump() + "\n";
}

class HistoryReader {
public:
    HistoryReader(const SystemLookup& systems, std::vector<Issue>& issues)
        : m_systems(systems), m_issues(issues) {}

    void add(JsonObject object) {
        const int id = static_cast<int>(object.whole("step", 0, mostSteps));
        ChangeStep step;
        step.parent = static_cast<int>(object.whole("parent", -1, mostSteps));
        step.text = object.textOr("text", "");
        step.name = object.textOr("name", "");
        step.redo = static_cast<int>(object.whole("redo", -1, mostSteps));
        const nlohmann::json* json = object.any("scenario");
        Result<Scenario> scenario = readScenario(json ? json->dump() : "", m_systems);
        if (scenario)
            scenario = withModel(*scenario);
        if (scenario)
            step.scenario = *scenario;
        else
            object.refuse("scenario", toSentence(scenario.issues().front()), "leave the history out");
        if (id == ChangeTree::beginning ? step.parent != -1 : !m_steps.contains(step.parent))
            object.refuse("parent", "no step before it has this number", "give the step that it grew out of");
        if (!m_steps.emplace(id, std::move(step)).second)
            object.refuse("step", "the number stands here twice", "give each step its own");
        object.done();
    }
    std::map<int, ChangeStep> take() {
        for (auto& [id, step] : m_steps)
            if (step.redo >= 0 && (!m_steps.contains(step.redo) || m_steps.at(step.redo).parent != id))
                m_issues.push_back({"redo", "step " + std::to_string(id) + " leads nowhere", "give a child"});
        return std::move(m_steps);
    }

private:
    const SystemLookup& m_systems;
    std::vector<Issue>& m_issues;
    std::map<int, ChangeStep> m_steps;
};

} // namespace

std::string writeHistory(const ChangeTree& tree, const SystemReference& reference) {
    std::string text = asText(tree, reference);
    return text.size() <= mostJsonBytes ? text : asText(ChangeTree(tree.scenario()), reference);
}

Result<ChangeTree> readHistory(std::string_view json, const SystemLookup& systems) {
    using Answer = Result<ChangeTree>;
    JsonFile file(json);
    JsonObject& top = file.top();
    std::vector<Issue>& issues = file.issues();
    if (!file.readable())
        return Answer::refused(issues);
    file.expectKind("history");
    const int present = static_cast<int>(top.whole("present", 0, mostSteps));
    HistoryReader reader(systems, issues);
    for (JsonObject& object : top.objects("steps"))
        reader.add(std::move(object));
    top.done();
    std::map<int, ChangeStep> steps = reader.take();
    if (issues.empty() && (!steps.contains(present) || !steps.contains(ChangeTree::beginning)))
        issues.push_back({"present", "there is no such step", "give the number of a step"});
    if (!issues.empty())
        return Answer::refused(std::move(issues));
    return ChangeTree(std::move(steps), present);
}

} // namespace supernode
