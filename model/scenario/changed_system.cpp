// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scenario/changed_system.h"

namespace supernode {

Result<SystemPtr> changedSystem(const Scenario& scenario) {
    SystemSpec system = *scenario.system;
    bool changed = false;
    for (std::size_t i = 0; i < scenario.changes.size(); ++i) {
        const auto* set = std::get_if<SetFact>(&scenario.changes[i]);
        if (!set)
            continue;
        if (const std::optional<Issue> issue = setFact(system, set->path, set->value))
            return Result<SystemPtr>::refused(
                Issue{"changes[" + std::to_string(i) + "] " + issue->field, issue->reason, issue->remedy});
        changed = true;
    }
    if (!changed)
        return scenario.system;
    std::vector<Issue> issues = check(system);
    for (Issue& issue : issues)
        for (std::size_t i = 0; i < scenario.changes.size(); ++i)
            if (const auto* set = std::get_if<SetFact>(&scenario.changes[i]); set && set->path == issue.field)
                issue.field = "changes[" + std::to_string(i) + "] " + set->path;
    if (!issues.empty())
        return Result<SystemPtr>::refused(std::move(issues));
    return std::make_shared<const SystemSpec>(std::move(system));
}

} // namespace supernode
