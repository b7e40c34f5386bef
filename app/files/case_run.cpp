// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/case_run.h"

#include "app/files/open_scenario.h"
#include "model/evaluate.h"
#include "model/system/facts_of_system.h"

#include <algorithm>
#include <cmath>

namespace supernode {
namespace {

std::string join(const std::vector<Issue>& issues) {
    std::string all;
    for (const Issue& issue : issues)
        all += (all.empty() ? "" : "; ") + toSentence(issue);
    return all;
}

std::optional<double> converted(double value, const std::string& from, const std::string& to) {
    if (from == to)
        return value;
    for (int d = 0; d <= static_cast<int>(Dimension::Share); ++d) {
        const auto dimension = static_cast<Dimension>(d);
        const auto a = unitScale(dimension, from), b = unitScale(dimension, to);
        if (dimension != Dimension::Number && a && b)
            return value * *a / *b;
    }
    return std::nullopt;
}

std::string metricNames(const Outcome& outcome) {
    std::string list;
    for (const Metric& metric : outcome.metrics)
        list += (list.empty() ? "" : ", ") + metric.id;
    return list;
}

void compare(CaseResult& result, const Outcome& outcome) {
    const PublishedCase& c = result.published;
    const Metric* metric = outcome.metric(c.quantity);
    if (!metric) {
        result.missing = "quantity: \"" + c.quantity + "\" is not modelled for this workload; it yields " +
                         metricNames(outcome);
        return;
    }
    result.modelled = converted(metric->value, metric->unit, c.unit);
    if (!result.modelled) {
        result.missing = "unit: \"" + c.unit + "\" does not measure this quantity; give " + metric->unit;
        return;
    }
    const bool isChange = c.quantity.ends_with("_change");
    result.error = isChange ? *result.modelled - c.published : *result.modelled / c.published - 1;
}

// `last` carries the wiring from case to case.
CaseResult run(const PublishedCase& c, OutcomePtr& last) {
    CaseResult result{c, std::nullopt, 0, join(c.missing)};
    if (!c.workload)
        return result;
    const Result<SystemPtr> system = openSystem(c.system, {});
    if (!system) {
        result.missing = join(system.issues());
        return result;
    }
    const Result<Scenario> scenario = withModel(Scenario{*system, {}, *c.workload});
    if (!scenario) {
        result.missing = join(scenario.issues());
        return result;
    }
    const Result<OutcomePtr> outcome = evaluate(*scenario, last.get());
    if (!outcome) {
        result.missing = join(outcome.issues());
        return result;
    }
    last = *outcome;
    compare(result, *last);
    return result;
}

} // namespace

bool CaseResult::within() const { return ran() && std::abs(error) <= published.tolerance; }

std::vector<CaseResult> runCases(const std::vector<PublishedCase>& cases) {
    std::vector<CaseResult> results;
    OutcomePtr last;
    for (const PublishedCase& c : cases)
        results.push_back(run(c, last));
    return results;
}

CaseSummary summaryOf(const std::vector<CaseResult>& results) {
    CaseSummary summary;
    summary.cases = results.size();
    std::vector<double> errors;
    double worst = -1;
    for (const CaseResult& result : results) {
        if (!result.ran())
            continue;
        summary.within += result.within();
        errors.push_back(std::abs(result.error));
        if (errors.back() > worst) {
            worst = errors.back();
            summary.worst = result.published.id;
        }
    }
    summary.run = errors.size();
    std::sort(errors.begin(), errors.end());
    if (!errors.empty())
        summary.medianError = (errors[(errors.size() - 1) / 2] + errors[errors.size() / 2]) / 2;
    return summary;
}

} // namespace supernode
