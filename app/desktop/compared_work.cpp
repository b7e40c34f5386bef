// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/compared_work.h"

#include "model/scenario/fitting_work.h"
#include "views/panels/question_words.h"
#include "views/panels/workload_table.h"

namespace supernode {
namespace {

// Whether each rank sends bytes of its own, so that fewer ranks must send more to do the same work.
bool isSentByEachRank(const Workload& workload) {
    return std::holds_alternative<AllToAll>(workload) || std::holds_alternative<Permutation>(workload) ||
           std::holds_alternative<Incast>(workload) || std::holds_alternative<Hotspot>(workload);
}

// Ranks that send in a workload.
double senders(const Workload& workload, const SystemSpec& system) {
    if (std::holds_alternative<PointToPoint>(workload))
        return 1;
    return system.endpoints() - (std::holds_alternative<Incast>(workload) ? 1 : 0);
}

} // namespace

Scenario sameWorkOn(const Scenario& scenario, SystemPtr system) {
    Scenario same = scenario;
    same.system = std::move(system);
    same.changes.clear();
    if (const std::optional<Workload> smaller = fitted(same.workload, *same.system))
        same.workload = *smaller;
    if (auto* w = std::get_if<Incast>(&same.workload))
        w->to.clear();
    if (auto* w = std::get_if<PointToPoint>(&same.workload)) {
        w->from.clear();
        w->to.clear();
    }
    return same;
}

Scenario workThatSuits(const Scenario& scenario, SystemPtr system) {
    const bool counted = std::visit(
        [](const auto& w) {
            return requires { w.chips; };
        },
        scenario.workload);
    const bool lacks = lacking(scenario.workload, *system).has_value();
    Scenario same = sameWorkOn(scenario, std::move(system));
    if (lacks && !counted)
        same.workload = freshWorkload(kindOf(scenario.workload), *same.system, Specification{});
    return same;
}

Scenario comparedWork(const Scenario& scenario, SystemPtr machine, Per per) {
    const SystemSpec& from = *scenario.system;
    const SystemSpec& to = *machine;
    if (from.id == to.id)
        return scenario;
    const double scale = per == Per::Chip
                             ? static_cast<double>(from.endpointsPerChip()) / to.endpointsPerChip()
                             : senders(scenario.workload, from) / senders(scenario.workload, to);
    Scenario same = sameWorkOn(scenario, std::move(machine));
    if (isSentByEachRank(same.workload))
        same.workload = withSize(same.workload, sizeOf(same.workload) * scale);
    return same;
}

} // namespace supernode
