// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scenario/scenario.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace supernode {
namespace {

// 2^60 bytes: above any memory of the family, far below where doubles lose whole bytes in sums.
constexpr double mostBytes = 1152921504606846976.0;
constexpr double leastPercent = 0.001;

std::string shown(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.6g", value);
    return text;
}

// The element that a fail, slow or restore is about; empty for other changes.
std::string_view elementOf(const Change& change) {
    return std::visit(
        [](const auto& c) -> std::string_view {
            if constexpr (requires { c.element; })
                return c.element;
            else
                return {};
        },
        change);
}

void checkBytes(Bytes amount, std::vector<Issue>& issues) {
    if (!std::isfinite(amount.base()) || amount.base() <= 0 || amount.base() > mostBytes)
        issues.push_back({"workload.bytes", shown(amount.base()) + " bytes cannot be sent",
                          "give a positive number up to 2^60"});
}

void checkChange(const Change& change, const std::string& field, std::vector<Issue>& issues) {
    if (const auto* slow = std::get_if<Slow>(&change))
        if (!(slow->percent >= leastPercent) || slow->percent > 100)
            issues.push_back({field + ".percent", shown(slow->percent) + " % is not a slower link",
                              "give 0.001 to 100; to cut it off, use fail"});
}

} // namespace

std::string_view kindOf(const Workload& workload) {
    return std::visit([](const auto& w) { return w.kind; }, workload);
}

bool Scenario::operator==(const Scenario& other) const {
    const bool sameSystem = system == other.system || (system && other.system && *system == *other.system);
    return sameSystem && changes == other.changes && workload == other.workload;
}

Scenario withChange(Scenario scenario, Change change) {
    auto& changes = scenario.changes;
    if (const std::string_view element = elementOf(change); !element.empty())
        std::erase_if(changes, [&](const Change& earlier) { return elementOf(earlier) == element; });
    if (const auto* set = std::get_if<SetFact>(&change))
        std::erase_if(changes, [&](const Change& earlier) {
            const auto* old = std::get_if<SetFact>(&earlier);
            return old && old->path == set->path;
        });
    if (!std::holds_alternative<Restore>(change))
        changes.push_back(std::move(change));
    return scenario;
}

std::vector<Issue> check(const Scenario& scenario) {
    std::vector<Issue> issues;
    if (!scenario.system)
        issues.push_back({"system", "no system is named", "name one, e.g. cloudmatrix384"});
    std::visit(
        [&](const auto& w) {
            if constexpr (requires { w.bytes; })
                checkBytes(w.bytes, issues);
        },
        scenario.workload);
    for (std::size_t i = 0; i < scenario.changes.size(); ++i)
        checkChange(scenario.changes[i], "changes[" + std::to_string(i) + "]", issues);
    return issues;
}

} // namespace supernode
