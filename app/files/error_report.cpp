// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/error_report.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace supernode {
namespace {

// Cases of one kind of work in one role.
struct Group {
    std::string work;
    CaseRole role = CaseRole::Prediction;
    std::vector<CaseResult> results;
};

std::string workOf(const PublishedCase& c) {
    if (c.workload && !std::holds_alternative<Specification>(*c.workload))
        return std::string(kindOf(*c.workload));
    return "sums of the parts";
}

// In the order in which the cases come.
std::vector<Group> groupsOf(const std::vector<CaseResult>& results) {
    std::vector<Group> groups;
    for (const CaseResult& r : results) {
        if (!r.ran())
            continue;
        const std::string work = workOf(r.published);
        const auto same = std::find_if(groups.begin(), groups.end(), [&](const Group& g) {
            return g.work == work && g.role == r.published.role;
        });
        if (same == groups.end())
            groups.push_back({work, r.published.role, {r}});
        else
            same->results.push_back(r);
    }
    return groups;
}

std::string percent(double share, const char* format) {
    char text[32];
    std::snprintf(text, sizeof text, format, share * 100);
    return text;
}

double errorOf(const std::vector<CaseResult>& results, const std::string& id) {
    const auto found = std::find_if(results.begin(), results.end(),
                                    [&](const CaseResult& r) { return r.published.id == id; });
    return found == results.end() ? 0 : found->error;
}

std::string rowOf(const Group& g) {
    const CaseSummary s = summaryOf(g.results);
    return "| " + g.work + " | " + std::string(toString(g.role)) + " | " + std::to_string(s.run) + " | " +
           percent(s.medianError, "%.1f %%") + " | " + percent(errorOf(g.results, s.worst), "%+.1f %%") +
           " (" + s.worst + ") |\n";
}

std::string medianOf(const std::vector<CaseResult>& results, CaseRole role) {
    std::vector<CaseResult> some;
    std::copy_if(results.begin(), results.end(), std::back_inserter(some),
                 [role](const CaseResult& r) { return r.ran() && r.published.role == role; });
    return percent(summaryOf(some).medianError, "%.1f %%") + " over " + std::to_string(some.size());
}

} // namespace

std::string errorReport(const std::vector<CaseResult>& results) {
    const CaseSummary s = summaryOf(results);
    std::string text = "\nOf " + std::to_string(s.cases) + " published results " + std::to_string(s.within) +
                       " are met within their tolerance. Median error without sign " +
                       percent(s.medianError, "%.1f %%") + ": " + medianOf(results, CaseRole::Prediction) +
                       " results that are predicted, " + medianOf(results, CaseRole::Calibration) +
                       " that constants were fitted to. The worst is " + s.worst + " with " +
                       percent(errorOf(results, s.worst), "%+.1f %%") + ".\n\n";
    text += "| work | role | results | median error | worst |\n|---|---|---|---|---|\n";
    for (const Group& g : groupsOf(results))
        text += rowOf(g);
    return text + "\n";
}

Result<std::string> withReport(const std::string& text, const std::string& report, const std::string& name) {
    const std::size_t begin = text.find(reportBegins);
    const std::size_t end = begin == std::string::npos ? begin : text.find(reportEnds, begin);
    if (end == std::string::npos)
        return Result<std::string>::refused(
            {Issue{name, "has no place for the report",
                   "give it the two lines \"" + std::string(reportBegins.substr(0, reportBegins.size() - 1)) +
                       "\" and \"" + std::string(reportEnds.substr(0, reportEnds.size() - 1)) + "\""}});
    return text.substr(0, begin + reportBegins.size()) + report + text.substr(end);
}

} // namespace supernode
