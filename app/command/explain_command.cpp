// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/commands.h"

#include "app/command/table.h"
#include "app/files/json_reader.h"
#include "app/files/open_scenario.h"
#include "model/explain.h"

#include <algorithm>

namespace supernode {
namespace {

const Source* sourceOf(const Explanation& explanation, const Sensitivity& input) {
    if (!input.from)
        return nullptr;
    const auto& sources = explanation.outcome->fabric->system().sources;
    const auto found = sources.find(input.from->source);
    return found == sources.end() ? nullptr : &found->second;
}

std::string termsText(const Metric& m) {
    Table table({Align::Left, Align::Right, Align::Left, Align::Left, Align::Left});
    for (const Term& t : m.terms)
        table.add({t.name, byTrust(t.value, t.grade), t.unit, std::string(toString(t.grade)), t.path});
    return table.empty() ? "" : "\nwhere\n" + table.text(2);
}

// Each source once, with what was taken from it.
std::string sourcesText(const Explanation& e) {
    std::vector<std::pair<const Source*, std::string>> sources;
    for (const Sensitivity& s : e.sensitivities) {
        const Source* source = sourceOf(e, s);
        if (!source)
            continue;
        const std::string what = s.path + (s.from->id.empty() ? "" : " (" + s.from->id + ")");
        const auto known = std::find_if(sources.begin(), sources.end(),
                                        [&](const auto& entry) { return entry.first == source; });
        if (known == sources.end())
            sources.emplace_back(source, what);
        else
            known->second += ", " + what;
    }
    std::string text;
    for (const auto& [source, what] : sources)
        text += wrapped(source->title + ", " + std::to_string(source->year) + ": " + what, 2);
    return text.empty() ? "" : "\nSources\n" + text;
}

std::string sensitivitiesText(const Explanation& e) {
    if (e.sensitivities.empty())
        return "";
    std::string text = "\nOne per cent more of each input moves it by\n";
    Table table({Align::Right, Align::Left, Align::Right, Align::Left, Align::Left});
    for (const Sensitivity& s : e.sensitivities)
        table.add({signedPercent(s.effect / 100), s.path, sixDigits(s.value), s.unit,
                   s.from ? std::string(toString(s.from->grade)) : "asked"});
    return text + table.text(2) + sourcesText(e);
}

std::string toText(const Explanation& e) {
    const Metric& m = e.metric;
    std::string text = m.name + " = " + byTrust(m.value, m.grade) + " " + m.unit +
                       (m.per.empty() ? "" : " per " + m.per) + " (" + std::string(toString(m.grade)) +
                       ")\n" + wrapped(m.sentence, 2);
    if (!m.formula.empty())
        text += "\nFormula\n" + wrapped(m.formula, 2);
    text += termsText(m) + sensitivitiesText(e);
    if (!e.outcome->bottleneck.sentence.empty())
        text += "\nBottleneck\n" + wrapped(e.outcome->bottleneck.sentence, 2);
    return text;
}

using Json = nlohmann::ordered_json;

Json toJson(const Explanation& e, const Sensitivity& s) {
    Json out{{"path", s.path},
             {"value", numberToJson(s.value)},
             {"unit", s.unit},
             {"percent_for_one_percent", numberToJson(s.effect)}};
    if (s.from) {
        out["grade"] = toString(s.from->grade);
        out["fact"] = s.from->id;
        if (!s.from->note.empty())
            out["note"] = s.from->note;
    }
    if (const Source* source = sourceOf(e, s))
        out["source"] = source->title;
    return out;
}

std::string toJsonText(const Explanation& e) {
    const Metric& m = e.metric;
    Json terms = Json::array(), sensitivities = Json::array();
    for (const Term& t : m.terms)
        terms.push_back({{"name", t.name},
                         {"value", numberToJson(t.value)},
                         {"unit", t.unit},
                         {"grade", toString(t.grade)},
                         {"path", t.path}});
    for (const Sensitivity& s : e.sensitivities)
        sensitivities.push_back(toJson(e, s));
    Json out{{"id", m.id},
             {"name", m.name},
             {"value", numberToJson(m.value)},
             {"unit", m.unit},
             {"per", m.per},
             {"grade", toString(m.grade)},
             {"sentence", m.sentence},
             {"formula", m.formula},
             {"terms", std::move(terms)},
             {"sensitivities", std::move(sensitivities)},
             {"bottleneck", e.outcome->bottleneck.sentence}};
    return out.dump(2) + "\n";
}

} // namespace

Result<std::string> explainCommand(const std::string& name, const std::string& metric, Format format) {
    const Result<Scenario> scenario = openScenario(name);
    if (!scenario)
        return Result<std::string>::refused(scenario.issues());
    const Result<Explanation> explanation = explain(*scenario, metric);
    if (!explanation)
        return Result<std::string>::refused(explanation.issues());
    return format == Format::Json ? toJsonText(*explanation) : toText(*explanation);
}

} // namespace supernode
