// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/commands.h"

#include "app/command/table.h"
#include "app/files/json_reader.h"
#include "app/files/open_scenario.h"

#include <algorithm>

namespace supernode {
namespace {

using Json = nlohmann::ordered_json;

std::string percent(double share) { return threeDigits(share * 100) + " %"; }

std::string range(const Estimate& e, double scale, const char* unit) {
    return threeDigits(e.low * scale) + " to " + threeDigits(e.high * scale) + unit;
}

std::string partsText(const FailureStudy& study) {
    Table table({Align::Left, Align::Right, Align::Right, Align::Right, Align::Right, Align::Right,
                 Align::Left, Align::Left});
    table.add({"", "parts", "FIT", "repair h", "failures", "down", "(expected)", "rate"});
    for (const PartStudy& p : study.parts)
        table.add({p.part.name, wholeWithCommas(p.part.count), threeDigits(p.part.fit),
                   threeDigits(p.part.repairHours), threeDigits(p.failures.mean), threeDigits(p.down.mean),
                   threeDigits(p.part.meanDown(study.period.hours())), std::string(toString(p.part.grade))});
    return "\nParts\n" + table.text(2);
}

std::string degradationText(const Availability& a) {
    Table table({Align::Left, Align::Right, Align::Right});
    for (const Degradation& d : a.degradation)
        table.add({d.key, wholeWithCommas(d.down) + " down", percent(d.capacity)});
    return table.empty() ? ""
                         : "\nCapacity with random parts down, as the model answers it\n" + table.text(2);
}

std::string momentsText(const FailureStudy& study) {
    Table table({Align::Right, Align::Right, Align::Right, Align::Right, Align::Right});
    table.add({"day", "5 of 100", "median", "95 of 100", "mean"});
    constexpr std::size_t step = 10;
    for (std::size_t i = 0; i < study.moments.size(); i += step) {
        const Moment& m = study.moments[i];
        table.add({threeDigits(m.day), percent(m.p5), percent(m.p50), percent(m.p95), percent(m.mean)});
    }
    return "\nCapacity over time, of all runs\n" + table.text(2);
}

std::string toText(const Availability& a) {
    const FailureStudy& study = a.study;
    Table table({Align::Left, Align::Right, Align::Left});
    const auto add = [&](const char* name, const Estimate& e) {
        table.add({name, percent(e.mean), range(e, 100, " %")});
    };
    add("Capacity", study.capacity);
    add("Availability", study.availability);
    add("Goodput", study.goodput);
    table.add({"Stops of the job", threeDigits(study.stops.mean), range(study.stops, 1, "")});
    std::string text =
        wrapped(wholeWithCommas(study.period.days) + " days, " + wholeWithCommas(study.period.runs) +
                    " runs, seed " + std::to_string(study.period.seed) + ", " +
                    threeDigits(study.period.restartMinutes) + " min to restart. Capacity is " + a.metric +
                    " over its " + threeDigits(a.whole) + " " + a.unit +
                    " with all parts up; the intervals hold the true mean in 95 of 100 studies.",
                0) +
        "\n" + table.text(2) + partsText(study) + degradationText(a) + momentsText(study);
    text += "\n" + wrapped("No document gives failure rates of this machine. " +
                               std::to_string(a.evaluations) + " evaluations of the model.",
                           0);
    for (const Issue& warning : a.warnings)
        text += "\nWarning\n" + wrapped(toSentence(warning), 2);
    return text;
}

Json toJson(const Estimate& e) {
    return {{"mean", numberToJson(e.mean)}, {"low", numberToJson(e.low)}, {"high", numberToJson(e.high)}};
}

Json toJson(const PartStudy& p, const Period& period) {
    return {{"key", p.part.key},
            {"name", p.part.name},
            {"count", numberToJson(p.part.count)},
            {"fit", numberToJson(p.part.fit)},
            {"repair_hours", numberToJson(p.part.repairHours)},
            {"stops_the_job", numberToJson(p.part.stops)},
            {"grade", toString(p.part.grade)},
            {"note", p.part.note},
            {"failures", toJson(p.failures)},
            {"down", toJson(p.down)},
            {"most_down", p.mostDown},
            {"expected_failures", numberToJson(p.part.expectedFailures(period.hours()))},
            {"expected_down", numberToJson(p.part.meanDown(period.hours()))}};
}

Json toJson(const Availability& a) {
    const FailureStudy& study = a.study;
    Json parts = Json::array(), degradation = Json::array(), moments = Json::array(), bins = Json::array(),
         warnings = Json::array();
    for (const PartStudy& p : study.parts)
        parts.push_back(toJson(p, study.period));
    for (const Degradation& d : a.degradation)
        degradation.push_back({{"key", d.key}, {"down", d.down}, {"capacity", numberToJson(d.capacity)}});
    for (const Moment& m : study.moments)
        moments.push_back({{"day", numberToJson(m.day)},
                           {"mean", numberToJson(m.mean)},
                           {"p5", numberToJson(m.p5)},
                           {"p50", numberToJson(m.p50)},
                           {"p95", numberToJson(m.p95)}});
    for (const double share : study.histogram)
        bins.push_back(numberToJson(share));
    for (const Issue& warning : a.warnings)
        warnings.push_back(toSentence(warning));
    return {{"period",
             {{"days", numberToJson(study.period.days)},
              {"runs", study.period.runs},
              {"seed", study.period.seed},
              {"restart_minutes", numberToJson(study.period.restartMinutes)}}},
            {"metric", {{"id", a.metric}, {"whole", numberToJson(a.whole)}, {"unit", a.unit}}},
            {"capacity", toJson(study.capacity)},
            {"availability", toJson(study.availability)},
            {"goodput", toJson(study.goodput)},
            {"stops", toJson(study.stops)},
            {"parts", std::move(parts)},
            {"degradation", std::move(degradation)},
            {"moments", std::move(moments)},
            {"histogram", std::move(bins)},
            {"evaluations", a.evaluations},
            {"warnings", std::move(warnings)}};
}

} // namespace

Result<std::string> availabilityCommand(const std::string& name, const AvailabilityQuestion& question,
                                        Format format) {
    const Result<Scenario> scenario = openScenario(name);
    if (!scenario)
        return Result<std::string>::refused(scenario.issues());
    const Result<Availability> answer = availability(*scenario, question);
    if (!answer)
        return Result<std::string>::refused(answer.issues());
    return format == Format::Json ? toJson(*answer).dump(2) + "\n" : toText(*answer);
}

} // namespace supernode
