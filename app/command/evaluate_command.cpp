// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/commands.h"

#include "app/command/table.h"
#include "app/files/open_scenario.h"
#include "app/files/outcome_file.h"
#include "app/files/scenario_file.h"
#include "model/evaluate.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>

namespace supernode {
namespace {

struct Shown {
    std::string value;
    std::string unit;
};

// Times over a thousand microseconds read better as milliseconds, the shortest as nanoseconds.
Shown withoutBound(const Metric& m) {
    if (m.unit == "us" && m.value >= 1000)
        return {byTrust(m.value / 1000, m.grade), "ms"};
    if (m.unit == "us" && m.value > 0 && m.value < 0.1)
        return {byTrust(m.value * 1000, m.grade), "ns"};
    if (m.unit == "pairs")
        return {wholeWithCommas(m.value), m.unit};
    return {byTrust(m.value, m.grade), m.unit};
}

Shown shown(const Metric& m) {
    Shown shown = withoutBound(m);
    if (m.bound != Metric::Bound::None)
        shown.value.insert(0, m.bound == Metric::Bound::AtLeast ? ">= " : "<= ");
    return shown;
}

std::string gradeOf(const Metric& m) {
    return std::string(toString(m.grade)) + (m.bound == Metric::Bound::AtLeast  ? ", a lower bound"
                                             : m.bound == Metric::Bound::AtMost ? ", an upper bound"
                                                                                : "");
}

std::string word(const nlohmann::ordered_json& value) {
    if (value.is_null())
        return "none";
    return value.is_string() ? value.get<std::string>() : wholeWithCommas(value.get<double>());
}

// The scenario's own JSON, read as lines: the file format is its own best description.
std::string headline(const Outcome& o) {
    const auto json = nlohmann::ordered_json::parse(writeScenario(o.scenario));
    std::string text = o.fabric->system().name;
    for (const auto& item : json["workload"].items())
        text += (item.key() == "kind" ? ": " : ", " + item.key() + " ") + word(item.value());
    text += "\n";
    for (const auto& change : json["changes"]) {
        text += "  changed:";
        for (const auto& item : change.items())
            text += " " + item.key() + " " + word(item.value());
        text += "\n";
    }
    return text;
}

std::string metricsText(const Outcome& o) {
    Table table({Align::Left, Align::Right, Align::Left, Align::Left, Align::Left});
    for (const Metric& m : o.metrics) {
        const Shown s = shown(m);
        table.add({m.name, s.value, s.unit, m.per.empty() ? "" : "per " + m.per, gradeOf(m)});
    }
    return table.text(2);
}

// Of pipeline stages, which do the same again and again, the longest of each kind stands for all.
std::vector<Phase> toldPhases(const Outcome& o) {
    const bool teams =
        std::any_of(o.phases.begin(), o.phases.end(), [](const Phase& p) { return p.team > 0; });
    std::vector<Phase> told;
    for (const Phase& p : o.phases) {
        const auto alike = std::find_if(told.begin(), told.end(), [&](const Phase& other) {
            return teams && other.name == p.name && other.limitedBy == p.limitedBy;
        });
        if (alike == told.end())
            told.push_back(p);
        else if (alike->duration < p.duration)
            *alike = p;
    }
    return told;
}

std::string phasesText(const Outcome& o) {
    Table table({Align::Left, Align::Right, Align::Left, Align::Left});
    for (const Phase& p : toldPhases(o))
        table.add({p.name, threeDigits(p.duration.base() * 1e6), "us",
                   p.limitedBy.empty() ? "" : "limited by " + p.limitedBy});
    return table.empty() ? "" : "\nPhases\n" + table.text(2);
}

std::string fabricText(const Outcome& o) {
    const FabricUse use = fabricUse(o);
    const auto percent = [](double share) { return threeDigits(share * 100) + " %"; };
    return "\nFabric\n" + wrapped(wholeWithCommas(static_cast<double>(use.links)) + " links up, " +
                                      wholeWithCommas(static_cast<double>(use.failedLinks)) +
                                      " down; utilization of those in use: mean " + percent(use.mean) +
                                      ", median " + percent(use.p50) + ", 99th percentile " +
                                      percent(use.p99) + ", most " + percent(use.max),
                                  2);
}

std::string outcomeToText(const Outcome& o) {
    std::string text = headline(o) + "\n" + metricsText(o);
    if (!o.bottleneck.sentence.empty())
        text += "\nBottleneck\n" + wrapped(o.bottleneck.sentence, 2);
    text += phasesText(o);
    if (!o.phases.empty())
        text += fabricText(o);
    if (o.undelivered.pairs > 0) {
        text += "\nNot delivered\n  " + wholeWithCommas(static_cast<double>(o.undelivered.pairs)) +
                " pairs, such as\n";
        for (const std::string& example : o.undelivered.examples)
            text += "  " + example + "\n";
    }
    for (const Issue& warning : o.warnings)
        text += "\nWarning\n" + wrapped(toSentence(warning), 2);
    return text;
}

} // namespace

Result<std::string> evaluateCommand(const std::string& name, Format format) {
    const Result<Scenario> scenario = openScenario(name);
    if (!scenario)
        return Result<std::string>::refused(scenario.issues());
    const Result<OutcomePtr> outcome = evaluate(*scenario);
    if (!outcome)
        return Result<std::string>::refused(outcome.issues());
    switch (format) {
    case Format::Json:
        return outcomeToJson(**outcome);
    case Format::Csv:
        return outcomeToCsv(**outcome);
    case Format::Text:
        break;
    }
    return outcomeToText(**outcome);
}

} // namespace supernode
