// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/commands.h"

#include "app/command/table.h"
#include "app/files/builtin.h"
#include "app/files/case_run.h"
#include "app/files/error_report.h"
#include "app/files/json_reader.h"
#include "app/files/text_file.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace supernode {
namespace {

using Json = nlohmann::ordered_json;

std::string titleOf(const PublishedCase& c, const FactTable& facts) {
    const auto found = facts.sources.find(c.source);
    return found == facts.sources.end() ? c.source : found->second.title;
}

std::string noteOf(const CaseResult& r) {
    if (r.missing.empty())
        return r.published.note;
    const std::string missing = "not yet supported: " + r.missing;
    return r.published.note.empty() ? missing : missing + " (" + r.published.note + ")";
}

Json toJson(const CaseResult& r, const FactTable& facts) {
    const PublishedCase& c = r.published;
    const Json none = nullptr;
    return {{"id", c.id},
            {"system", c.system},
            {"quantity", c.quantity},
            {"unit", c.unit},
            {"published", numberToJson(c.published)},
            {"modelled", r.ran() ? numberToJson(*r.modelled) : none},
            {"error", r.ran() ? Json(r.error) : none},
            {"tolerance", numberToJson(c.tolerance)},
            {"role", toString(c.role)},
            {"within", r.ran() ? Json(r.within()) : none},
            {"fact", c.fact},
            {"source", titleOf(c, facts)},
            {"note", noteOf(r)}};
}

std::string resultsToJson(const std::vector<CaseResult>& results, const FactTable& facts) {
    Json out;
    out["cases"] = Json::array();
    for (const CaseResult& r : results)
        out["cases"].push_back(toJson(r, facts));
    const CaseSummary s = summaryOf(results);
    out["summary"] = {{"cases", s.cases},
                      {"within", s.within},
                      {"median_abs_error", s.run ? Json(s.medianError) : Json(nullptr)},
                      {"worst", s.run ? Json(s.worst) : Json(nullptr)},
                      {"run", s.run},
                      {"not_yet_supported", s.cases - s.run}};
    return out.dump(2) + "\n";
}

// Arithmetic is shown as exactly as the source is; a prediction is not.
std::string modelledText(const CaseResult& r) {
    return r.published.role == CaseRole::Identity ? sixDigits(*r.modelled) : threeDigits(*r.modelled);
}

std::string ranText(std::vector<CaseResult> results) {
    std::erase_if(results, [](const CaseResult& r) { return !r.ran(); });
    std::stable_sort(results.begin(), results.end(), [](const CaseResult& a, const CaseResult& b) {
        return std::abs(a.error) > std::abs(b.error);
    });
    Table table({Align::Left, Align::Right, Align::Right, Align::Left, Align::Right, Align::Right,
                 Align::Left, Align::Left});
    table.add({"case, worst first", "published", "modelled", "unit", "error", "tolerance", "role", ""});
    for (const CaseResult& r : results)
        table.add({r.published.id, sixDigits(r.published.published), modelledText(r), r.published.unit,
                   signedPercent(r.error), threeDigits(r.published.tolerance * 100) + " %",
                   std::string(toString(r.published.role)), r.within() ? "within" : "MISSED"});
    return results.empty() ? "" : table.text(0);
}

// One paragraph for each reason, with the cases that wait for it.
std::string missingText(const std::vector<CaseResult>& results) {
    std::vector<std::pair<std::string, std::string>> reasons;
    for (const CaseResult& r : results) {
        if (r.ran())
            continue;
        const auto same = std::find_if(reasons.begin(), reasons.end(),
                                       [&](const auto& reason) { return reason.first == r.missing; });
        if (same == reasons.end())
            reasons.emplace_back(r.missing, r.published.id);
        else
            same->second += " " + r.published.id;
    }
    std::string text;
    for (const auto& [reason, ids] : reasons)
        text += wrapped(reason, 2) + wrapped(ids, 6);
    return text.empty() ? "" : "\nNot yet supported\n" + text;
}

std::string resultsToText(const std::vector<CaseResult>& results) {
    const CaseSummary s = summaryOf(results);
    std::string text = ranText(results) + missingText(results) + "\n" + std::to_string(s.cases) +
                       " cases: " + std::to_string(s.run) + " run, " + std::to_string(s.within) +
                       " of them within tolerance, " + std::to_string(s.cases - s.run) +
                       " not yet supported.\n";
    if (s.run)
        text +=
            "Median error without sign " + threeDigits(s.medianError * 100) + " %, worst " + s.worst + ".\n";
    return text;
}

Result<std::vector<PublishedCase>> openCases(const std::string& path) {
    if (path.empty())
        return builtinCases();
    const Result<std::string> text = readTextFile(path);
    return text ? readCases(*text) : Result<std::vector<PublishedCase>>::refused(text.issues());
}

std::vector<Issue> writeInto(const std::vector<std::string>& paths, const std::string& report) {
    std::vector<std::string> texts;
    for (const std::string& path : paths) {
        const Result<std::string> text = readTextFile(path);
        const Result<std::string> written = text ? withReport(*text, report, path) : text;
        if (!written)
            return written.issues();
        texts.push_back(*written);
    }
    for (std::size_t i = 0; i < paths.size(); ++i)
        if (const std::optional<Issue> problem = writeTextFile(paths[i], texts[i]))
            return {*problem};
    return {};
}

} // namespace

Result<std::string> validateCommand(const std::string& casesPath, Format format,
                                    const std::vector<std::string>& into) {
    const Result<std::vector<PublishedCase>> cases = openCases(casesPath);
    if (!cases)
        return Result<std::string>::refused(cases.issues());
    const std::vector<CaseResult> results = runCases(*cases);
    if (const std::vector<Issue> issues = writeInto(into, errorReport(results)); !issues.empty())
        return Result<std::string>::refused(issues);
    return format == Format::Json ? resultsToJson(results, builtinFacts()) : resultsToText(results);
}

} // namespace supernode
