// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/commands.h"

#include "app/command/table.h"
#include "app/files/builtin.h"
#include "app/files/claim_check.h"
#include "app/files/comparison_report.h"
#include "app/files/json_reader.h"
#include "app/files/open_scenario.h"
#include "app/files/scenario_file.h"
#include "app/files/text_file.h"
#include "app/files/workload_json.h"
#include "model/evaluate.h"
#include "model/fair_work.h"

#include <algorithm>
#include <ctime>
#include <filesystem>

namespace supernode {
namespace {

using Json = nlohmann::ordered_json;

// The machines on one workload. One that cannot do it stands there with its data sheet and says why.
struct Contest {
    Per per = Per::System;
    std::vector<OutcomePtr> outcomes;
    std::vector<std::string> cannot; // per machine; "" when it can
    std::vector<ComparedRow> rows;
    std::vector<std::string> notes;
};

const SystemSpec& systemOf(const OutcomePtr& outcome) { return outcome->fabric->system(); }

// What a person must know of what was asked.
std::vector<std::string> notesOf(const Scenario& scenario, const std::vector<Contender>& others, Per per) {
    std::vector<std::string> notes;
    if (others.empty())
        return notes;
    const bool whole = std::all_of(others.begin(), others.end(),
                                   [](const Contender& other) { return other.changes.empty(); });
    if (!whole)
        notes.push_back("Each machine has the changes of its own file.");
    else if (!scenario.changes.empty())
        notes.push_back("The changes of the scenario are made to " + scenario.system->name +
                        " alone; the others are whole.");
    if (sameWorkOn(scenario, scenario.system).workload != scenario.workload)
        notes.push_back("The ends that the scenario names become the first that fit on the others.");
    if (!std::holds_alternative<Specification>(scenario.workload))
        notes.push_back(sentenceOf(sameWork(scenario.workload, per)));
    return notes;
}

// What a machine answers; its data sheet, and why, where it cannot do the work.
Result<OutcomePtr> answerOf(const ComparedSide& side, std::string& cannot) {
    Result<OutcomePtr> outcome = evaluate(side.scenario);
    if (side.cannot)
        cannot = toSentence(*side.cannot);
    else if (!outcome)
        cannot = toSentence(outcome.issues().front());
    if (cannot.empty())
        return outcome;
    const Result<OutcomePtr> idle = evaluate({side.scenario.system, side.scenario.changes, Specification{}});
    return idle ? Result<OutcomePtr>(onPaper(**idle)) : idle;
}

Result<Contest> contestOf(const Scenario& scenario, const std::vector<Contender>& others, Per per) {
    Contest contest;
    contest.per = per;
    for (const ComparedSide& side : comparedSides(scenario, others, per)) {
        const Result<OutcomePtr> outcome = answerOf(side, contest.cannot.emplace_back());
        if (!outcome)
            return Result<Contest>::refused(outcome.issues());
        contest.outcomes.push_back(*outcome);
    }
    contest.rows = compare(contest.outcomes, per);
    contest.notes = notesOf(scenario, others, per);
    return contest;
}

std::string flipsOf(const ComparedRow& row) {
    std::string list;
    for (const Per per : row.flips)
        list += (list.empty() ? "per " : ", ") + std::string(toWord(per));
    return list;
}

std::string cannotText(const Contest& c) {
    std::string text;
    for (std::size_t i = 0; i < c.cannot.size(); ++i)
        if (!c.cannot[i].empty())
            text += wrapped(namesOf(c.outcomes)[i] + " cannot do this: " + c.cannot[i], 2);
    return text;
}

std::string toText(const Contest& c) {
    std::vector<Align> columns{Align::Left};
    std::vector<std::string> head{""};
    const std::vector<std::string> names = namesOf(c.outcomes);
    for (const std::string& name : names) {
        columns.push_back(Align::Right);
        head.push_back(name);
    }
    columns.insert(columns.end(), 3, Align::Left);
    head.insert(head.end(), {"", "leads", "another leads"});
    Table table(columns);
    table.add(head);
    for (const ComparedRow& row : c.rows) {
        std::vector<std::string> cells{row.metric.name};
        for (const std::optional<double>& value : row.values)
            cells.push_back(value ? byTrust(*value, row.metric.grade) : "missing");
        cells.push_back(row.metric.unit + (row.metric.per.empty() ? "" : " per " + row.metric.per));
        cells.push_back(row.leader ? names[*row.leader] : "");
        cells.push_back(flipsOf(row));
        table.add(std::move(cells));
    }
    std::string text =
        cannotText(c) + "\n" + table.text(2) + "\n" + wrapped(leadersOf(c.outcomes, c.rows), 2);
    for (const std::string& note : c.notes)
        text += wrapped(note, 2);
    return text;
}

// The id of a machine; that of a second one of its kind with its number: "cloudmatrix384-2".
std::string keyOf(const Contest& c, std::size_t machine) {
    const std::string& id = systemOf(c.outcomes[machine]).id;
    for (std::size_t i = 0; i < machine; ++i)
        if (systemOf(c.outcomes[i]).id == id)
            return id + "-" + std::to_string(machine + 1);
    return id;
}

// What other documents make of a number.
Json othersOf(const std::vector<OtherValue>& others) {
    Json list = Json::array();
    for (const OtherValue& other : others)
        list.push_back({{"value", numberToJson(other.value)},
                        {"path", other.path},
                        {"stated", numberToJson(other.from.shown)},
                        {"unit", other.from.unit},
                        {"grade", toString(other.from.grade)},
                        {"fact", other.from.id}});
    return list;
}

Json toJson(const Contest& c, const ComparedRow& row) {
    Json values = Json::object(), others = Json::object(), flips = Json::array();
    for (std::size_t i = 0; i < row.values.size(); ++i) {
        values[keyOf(c, i)] = row.values[i] ? numberToJson(*row.values[i]) : Json();
        if (!row.others[i].empty())
            others[keyOf(c, i)] = othersOf(row.others[i]);
    }
    for (const Per per : row.flips)
        flips.push_back(toWord(per));
    return {{"id", row.metric.id},
            {"name", row.metric.name},
            {"unit", row.metric.unit},
            {"per", row.metric.per},
            {"grade", toString(row.metric.grade)},
            {"values", std::move(values)},
            {"others", std::move(others)},
            {"leader", row.leader ? Json(keyOf(c, *row.leader)) : Json()},
            {"flips", std::move(flips)}};
}

Json toJson(const Contest& c) {
    Json systems = Json::array(), rows = Json::array();
    for (std::size_t i = 0; i < c.outcomes.size(); ++i)
        systems.push_back(
            {{"id", keyOf(c, i)},
             {"name", namesOf(c.outcomes)[i]},
             {"power_kw", numberToJson(comparedPower(systemOf(c.outcomes[i])).base() / 1e3)},
             {"cannot", c.cannot[i].empty() ? Json() : Json(c.cannot[i])},
             {"workload", c.cannot[i].empty() ? workloadToJson(c.outcomes[i]->scenario.workload) : Json()}});
    for (const ComparedRow& row : c.rows)
        rows.push_back(toJson(c, row));
    return {{"per", toWord(c.per)},
            {"systems", std::move(systems)},
            {"rows", std::move(rows)},
            {"sentence", leadersOf(c.outcomes, c.rows)},
            {"notes", c.notes}};
}

std::string toCsv(const Contest& c) {
    std::string text = "id,unit,per,grade";
    for (std::size_t i = 0; i < c.outcomes.size(); ++i)
        text += "," + keyOf(c, i);
    text += ",leader,flips\n";
    for (const ComparedRow& row : c.rows) {
        text += row.metric.id + "," + row.metric.unit + "," + row.metric.per + "," +
                std::string(toString(row.metric.grade));
        for (const std::optional<double>& value : row.values)
            text += "," + (value ? numberToJson(*value).dump() : "");
        text += "," + (row.leader ? keyOf(c, *row.leader) : "") + ",";
        for (std::size_t i = 0; i < row.flips.size(); ++i)
            text += (i == 0 ? "" : " ") + std::string(toWord(row.flips[i]));
        text += "\n";
    }
    return text;
}

std::string write(const Contest& contest, const std::optional<Contest>& nearest, Format format) {
    if (format == Format::Csv)
        return toCsv(contest);
    if (format == Format::Json) {
        Json out = toJson(contest);
        out["nearest"] = nearest ? toJson(*nearest) : Json();
        return out.dump(2) + "\n";
    }
    std::string text = toText(contest);
    if (nearest)
        text +=
            "\nThe nearest fair comparison: the nearest work that all of them can do\n" + toText(*nearest);
    return text;
}

// What was typed, to be typed again.
struct Asked {
    const std::string& scenario;
    const std::vector<std::string>& against;
    const std::string& per;
};

// The day in UTC: "2026-01-31".
std::string today() {
    const std::time_t now = std::time(nullptr);
    char text[16];
    return std::string(text, std::strftime(text, sizeof text, "%Y-%m-%d", std::gmtime(&now)));
}

std::string commandOf(const Asked& asked) {
    std::string text = "supernode compare ";
    text += asked.scenario;
    for (const std::string& system : asked.against)
        text.append(" --against ").append(system);
    return text.append(" --per ").append(asked.per).append(" --report report.html");
}

std::optional<std::pair<double, double>> rangeOf(const ComparedRow& row, std::size_t machine) {
    if (row.others[machine].empty())
        return std::nullopt;
    std::pair range(*row.values[machine], *row.values[machine]);
    for (const OtherValue& other : row.others[machine])
        range = {std::min(range.first, other.value), std::max(range.second, other.value)};
    return range;
}

std::vector<ReportRow> reportRowsOf(const Contest& contest) {
    std::vector<ReportRow> rows;
    for (const ComparedRow& row : contest.rows) {
        ReportRow& made = rows.emplace_back();
        made.title = row.metric.name;
        made.unit = row.metric.unit;
        made.note = row.metric.per.empty() ? std::string() : std::string("per ").append(row.metric.per);
        made.grade = toString(row.metric.grade);
        made.values = row.values;
        made.leader = row.leader;
        made.trust = row.metric.grade;
        for (std::size_t i = 0; i < row.values.size(); ++i)
            made.ranges.push_back(rangeOf(row, i));
    }
    return rows;
}

std::vector<ReportClaim> reportClaims(const std::vector<ClaimedMachine>& machines) {
    std::vector<ReportClaim> all;
    for (const CheckedClaim& c : checkClaims(builtinClaims(), builtinFacts(), machines))
        all.push_back(
            {c.claim.title.en, std::string(c.claim.who).append(": ").append(c.claim.says.en),
             std::string(toWord(c.verdict)), reasonOf(c, "en"),
             c.readings.empty() ? std::string() : formulaOf(c.claim.readings.front(), c.readings.front())});
    return all;
}

Report reportOf(const Asked& asked, const Scenario& scenario, const Contest& contest) {
    Report report;
    std::vector<SystemPtr> systems;
    std::vector<ClaimedMachine> machines;
    report.title = "Comparison:";
    const std::vector<std::string> names = namesOf(contest.outcomes);
    for (const OutcomePtr& outcome : contest.outcomes) {
        const std::string& name = names[systems.size()];
        report.title += (systems.empty() ? " " : " against ") + name;
        report.machines.push_back({name, systemOf(outcome).accent});
        systems.push_back(outcome->scenario.system);
        machines.push_back({outcome->scenario.system, outcome->scenario.changes});
    }
    report.date = today();
    report.version = "Supernode Explorer " SUPERNODE_VERSION;
    report.sentence = leadersOf(contest.outcomes, contest.rows);
    report.notes = contest.notes;
    for (std::size_t i = 0; i < contest.cannot.size(); ++i)
        if (!contest.cannot[i].empty())
            report.notes.push_back(report.machines[i].name + " cannot do this: " + contest.cannot[i]);
    report.notes.push_back("Bandwidth in one direction, decimal; arithmetic dense. Outlined bars: published; "
                           "solid bars: modelled or derived; line with caps: where documents disagree.");
    report.command = commandOf(asked);
    report.scenario = writeScenario(scenario);
    report.rows = reportRowsOf(contest);
    if (std::all_of(machines.begin(), machines.end(),
                    [](const ClaimedMachine& m) {
                        return m.system->id == "cloudmatrix384" || m.system->id == "gb200-nvl72";
                    }) &&
        machines.size() == 2)
        report.claims = reportClaims(machines);
    report.sources = sourcesOf(systems);
    return report;
}

// A built-in machine, one of a system file, or that of a scenario file with its changes.
Result<Contender> openContender(const std::string& reference) {
    using Answer = Result<Contender>;
    if (std::filesystem::path(reference).extension() != ".json") {
        const Result<SystemPtr> system = openSystem(reference, {});
        return system ? Answer(Contender{*system}) : Answer::refused(system.issues());
    }
    const Result<Scenario> scenario = openScenario(reference);
    return scenario ? Answer(Contender{scenario->system, scenario->changes})
                    : Answer::refused(scenario.issues());
}

} // namespace

Result<std::string> compareCommand(const std::string& name, const std::vector<std::string>& against,
                                   const std::string& perWord, Format format, const std::string& report) {
    using Answer = Result<std::string>;
    const Result<Scenario> scenario = openScenario(name);
    if (!scenario)
        return Answer::refused(scenario.issues());
    Per per = Per::System;
    if (!fromWord(perWord, per))
        return Answer::refused(Issue{"per", "\"" + perWord + "\" is no owner", "give " + listOf(per)});
    std::vector<Contender> others;
    for (const std::string& reference : against) {
        const Result<Contender> other = openContender(reference);
        if (!other)
            return Answer::refused(other.issues());
        others.push_back(*other);
    }
    if (against.empty())
        others.push_back(
            {builtinSystem(scenario->system->maker == "NVIDIA" ? "cloudmatrix384" : "gb200-nvl72")});
    const Result<Contest> contest = contestOf(*scenario, others, per);
    if (!contest)
        return Answer::refused(contest.issues());
    std::optional<Contest> nearest;
    if (const std::optional<Scenario> fair = fairWork(*scenario, others)) {
        const Result<Contest> smaller = contestOf(*fair, others, per);
        if (smaller)
            nearest = *smaller;
    }
    if (!report.empty())
        if (std::optional<Issue> problem =
                writeTextFile(report, toHtml(reportOf({name, against, perWord}, *scenario, *contest))))
            return Answer::refused(std::move(*problem));
    return write(*contest, nearest, format);
}

} // namespace supernode
