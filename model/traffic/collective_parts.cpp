// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/traffic/collective_parts.h"

namespace supernode {
namespace {

ScheduleStep stepOf(const Part& part, std::string name, Pattern pattern) {
    ScheduleStep step;
    step.name = std::move(name);
    if (!part.level.empty())
        step.name += " " + part.level + (part.level == "in the " ? "node" : "nodes");
    step.pattern = pattern;
    step.teams = part.teams;
    step.unit = part.unit;
    step.units = part.ranks;
    return step;
}

} // namespace

// In step t rank i hands on piece i-1-t; after n-1 steps piece i is whole at rank i, and the same rule then
// hands the whole pieces round.
std::vector<ScheduleStep> ringSteps(Collective collective, const Part& part) {
    const std::uint32_t n = part.ranks;
    if (collective == Collective::Broadcast) {
        ScheduleStep chain = stepOf(part, "chain", Pattern::Chain);
        chain.units = 1;
        for (std::uint32_t i = 0; i + 1 < n; ++i)
            chain.moves.push_back({(part.root + i) % n, (part.root + i + 1) % n, 0, 1});
        return {chain};
    }
    ScheduleStep ring = stepOf(part, "ring", Pattern::Moves);
    const std::uint32_t back = collective == Collective::AllGather ? 0 : 1;
    for (std::uint32_t i = 0; i < n; ++i)
        ring.moves.push_back({i, (i + 1) % n, (i + n - back) % n, 1});
    ring.shift = -1;
    ring.repeats = collective == Collective::AllReduce ? 2 * (n - 1) : n - 1;
    ring.reduces = collective == Collective::AllGather ? 0 : n - 1;
    return {ring};
}

std::vector<ScheduleStep> directSteps(Collective collective, const Part& part) {
    std::vector<ScheduleStep> steps;
    if (collective == Collective::Broadcast) {
        ScheduleStep all = stepOf(part, "direct", Pattern::Moves);
        all.units = 1;
        for (std::uint32_t i = 0; i < part.ranks; ++i)
            if (i != part.root)
                all.moves.push_back({part.root, i, 0, 1});
        return {all};
    }
    if (collective != Collective::AllGather) {
        steps.push_back(stepOf(part, "reduce-scatter", Pattern::Scatter));
        steps.back().reduces = 1;
    }
    if (collective != Collective::ReduceScatter)
        steps.push_back(stepOf(part, "all-gather", Pattern::Gather));
    return steps;
}

std::vector<ScheduleStep> inSwitchSteps(Collective collective, const Part& part) {
    ScheduleStep step = stepOf(part, "in the switch chips", Pattern::InSwitch);
    const bool broadcast = collective == Collective::Broadcast;
    step.units = broadcast ? 1 : part.ranks;
    const std::uint32_t all = step.units;
    step.reduces = collective == Collective::AllGather || broadcast ? 0 : 1;
    // A rank sends all that it adds, and the part of the result that it passes on; it takes that part and
    // the whole result.
    step.up = collective == Collective::AllReduce ? all + 1 : collective == Collective::AllGather ? 1 : all;
    step.down = collective == Collective::AllReduce       ? all + 1
                : collective == Collective::ReduceScatter ? 1
                                                          : all;
    return {step};
}

ScheduleStep scatterFromRoot(const Part& part) {
    ScheduleStep step = stepOf(part, "scatter", Pattern::Moves);
    for (std::uint32_t i = 0; i < part.ranks; ++i)
        if (i != part.root)
            step.moves.push_back({part.root, i, i, 1});
    return step;
}

} // namespace supernode
