// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/compared_work.h"

#include "views/panels/question_words.h"

namespace supernode {
namespace {

// Ranks that send in a workload.
double senders(const Workload& workload, const SystemSpec& system) {
    if (std::holds_alternative<PointToPoint>(workload))
        return 1;
    return system.endpoints() - (std::holds_alternative<Incast>(workload) ? 1 : 0);
}

} // namespace

Scenario sameWorkOn(const Scenario& scenario, SystemPtr system) {
    Scenario same{std::move(system), {}, scenario.workload};
    if (auto* w = std::get_if<Incast>(&same.workload))
        w->to.clear();
    if (auto* w = std::get_if<PointToPoint>(&same.workload)) {
        w->from.clear();
        w->to.clear();
    }
    return same;
}

Scenario comparedWork(const Scenario& scenario, SystemPtr machine, Per per) {
    const SystemSpec& from = *scenario.system;
    const SystemSpec& to = *machine;
    if (from.id == to.id)
        return scenario;
    const double scale = per == Per::System
                             ? senders(scenario.workload, from) / senders(scenario.workload, to)
                             : static_cast<double>(from.endpointsPerChip()) / to.endpointsPerChip();
    Scenario same = sameWorkOn(scenario, std::move(machine));
    if (!std::holds_alternative<PointToPoint>(same.workload))
        same.workload = withSize(same.workload, sizeOf(same.workload) * scale);
    return same;
}

} // namespace supernode
