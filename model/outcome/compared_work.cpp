// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/outcome/compared_work.h"

#include "model/scenario/fitting_work.h"

#include <utility>

namespace supernode {
namespace {

// Ranks that send in a workload.
double senders(const Workload& workload, const SystemSpec& system) {
    const int asked = std::visit(
        [](const auto& w) {
            if constexpr (requires { w.ranks.count; })
                return w.ranks.count;
            else
                return 0;
        },
        workload);
    return (asked > 0 ? asked : system.endpoints()) - (std::holds_alternative<Incast>(workload) ? 1 : 0);
}

void scaleBytes(Workload& workload, double factor) {
    std::visit(
        [&](auto& w) {
            if constexpr (requires { w.bytes; })
                w.bytes = w.bytes * factor;
        },
        workload);
}

void forgetEnds(Workload& workload) {
    std::visit(
        [](auto& w) {
            if constexpr (requires { w.from; })
                w.from = {};
            if constexpr (requires { w.to; })
                w.to = {};
        },
        workload);
}

// Bytes of a rank of `to` for the work that a rank of `from` does.
double scaleFor(const Workload& workload, const SystemSpec& from, const SystemSpec& to, Per per) {
    switch (sameWork(workload, per)) {
    case SameWork::BytesInAll:
        return senders(workload, from) / senders(workload, to);
    case SameWork::BytesOfAChip:
        return static_cast<double>(from.endpointsPerChip()) / to.endpointsPerChip();
    case SameWork::BufferOfARank:
    case SameWork::OneTransfer:
    case SameWork::AsAsked:
        break;
    }
    return 1;
}

} // namespace

SameWork sameWork(const Workload& workload, Per per) {
    if (std::holds_alternative<AllToAll>(workload) || std::holds_alternative<Permutation>(workload) ||
        std::holds_alternative<Incast>(workload) || std::holds_alternative<Hotspot>(workload))
        return per == Per::Chip ? SameWork::BytesOfAChip : SameWork::BytesInAll;
    if (std::holds_alternative<AllReduce>(workload) || std::holds_alternative<AllGather>(workload) ||
        std::holds_alternative<ReduceScatter>(workload) || std::holds_alternative<Broadcast>(workload))
        return SameWork::BufferOfARank;
    return std::holds_alternative<PointToPoint>(workload) ? SameWork::OneTransfer : SameWork::AsAsked;
}

std::string sentenceOf(SameWork rule) {
    switch (rule) {
    case SameWork::BytesInAll:
        return "All machines send the same number of bytes in all: the bytes of the scenario are those of a "
               "rank of its machine, and a rank of another machine sends its share of the same total.";
    case SameWork::BytesOfAChip:
        return "Each chip of every machine sends the same number of bytes; the larger machine sends more in "
               "all.";
    case SameWork::BufferOfARank:
        return "The buffer of a rank is the same on every machine, and each uses the ranks that it has.";
    case SameWork::OneTransfer:
        return "The same bytes go from one end to another on every machine.";
    case SameWork::AsAsked:
        break;
    }
    return "Every machine is asked the same; where the work asks for all chips, each uses those that it has.";
}

Scenario sameWorkOn(const Scenario& scenario, SystemPtr system) {
    Scenario same = scenario;
    same.system = std::move(system);
    same.changes.clear();
    if (const std::optional<Workload> smaller = fitted(same.workload, *same.system))
        same.workload = *smaller;
    forgetEnds(same.workload);
    return same;
}

Scenario comparedWork(const Scenario& scenario, const SystemPtr& machine, Per per) {
    if (scenario.system == machine || *scenario.system == *machine)
        return scenario;
    Scenario same = sameWorkOn(scenario, machine);
    scaleBytes(same.workload, scaleFor(same.workload, *scenario.system, *machine, per));
    return same;
}

std::vector<ComparedSide> comparedSides(const Scenario& scenario, std::span<const Contender> others,
                                        Per per) {
    std::vector<ComparedSide> sides{{scenario, lacking(scenario.workload, *scenario.system)}};
    for (const Contender& other : others) {
        const SystemPtr system = other.system ? other.system : scenario.system;
        ComparedSide side{comparedWork(scenario, system, per), lacking(scenario.workload, *system)};
        side.scenario.changes = other.changes;
        sides.push_back(std::move(side));
    }
    for (ComparedSide& side : sides)
        if (side.cannot)
            side.scenario = {side.scenario.system, side.scenario.changes, Specification{}};
    return sides;
}

std::optional<Scenario> nearestFair(const Scenario& scenario, std::span<const Contender> others) {
    Scenario nearest = scenario;
    for (const Contender& other : others) {
        const std::optional<Workload> smaller =
            fitted(nearest.workload, other.system ? *other.system : *scenario.system);
        if (!smaller)
            return std::nullopt;
        nearest.workload = *smaller;
    }
    if (nearest.workload == scenario.workload)
        return std::nullopt;
    return nearest;
}

OutcomePtr onPaper(const Outcome& idle) {
    Outcome sheet = idle;
    std::erase_if(sheet.metrics, [](const Metric& m) { return m.grade == Grade::Modelled; });
    return std::make_shared<const Outcome>(std::move(sheet));
}

} // namespace supernode
