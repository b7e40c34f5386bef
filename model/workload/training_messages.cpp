// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/training_messages.h"

#include "model/workload/collective_costs.h"
#include "model/workload/collective_plan.h"

#include <algorithm>

namespace supernode {

using SentAnswer = Result<Exchanged>;

TrainingMessages::TrainingMessages(const Asked& asked, const TrainingLayout& layout, Plan& plan)
    : m_asked(asked), m_layout(layout), m_plan(plan), m_ways(asked.fabric, asked.state), m_memory(m_ways) {}

Issue TrainingMessages::cutOff(const Traffic& traffic) const {
    const std::string example = traffic.undelivered.examples.empty() ? std::string("some ranks")
                                                                     : traffic.undelivered.examples.front();
    return {"changes", "the ranks are cut apart: " + example, "restore a way between them"};
}

void TrainingMessages::warnOnce(const std::vector<Issue>& warnings) {
    for (const Issue& warning : warnings)
        if (std::find(m_asked.warnings.begin(), m_asked.warnings.end(), warning) == m_asked.warnings.end())
            m_asked.warnings.push_back(warning);
}

std::uint32_t TrainingMessages::keep(ExchangeLoadsPtr exchange) {
    m_plan.exchanges.push_back(std::move(exchange));
    return static_cast<std::uint32_t>(m_plan.exchanges.size() - 1);
}

SentAnswer TrainingMessages::collective(Collective what, TrainingGroup among, int stage, double size,
                                        Algorithm algorithm) {
    CollectiveJob job{what, algorithm, Operation::Write, bytes(size), {groupsOf(m_layout, among, stage)}};
    if (job.groups.groups.front().size() < 2 || size <= 0)
        return Exchanged{};
    const auto key = std::tuple(what, among, stage, size);
    if (const auto known = m_known.find(key); known != m_known.end())
        return known->second;
    std::vector<Issue> warnings;
    const Result<std::vector<CollectiveStep>> made = collectiveSteps(m_ways, job, &m_memory, warnings);
    warnOnce(warnings);
    if (!made)
        return SentAnswer::refused(made.issues());
    Exchanged exchanged;
    for (const CollectiveStep& step : *made) {
        exchanged.start += step.start;
        exchanged.seconds += step.start + step.wire;
        if (step.loads)
            exchanged.carried.push_back({keep(step.loads), step.repeats});
    }
    return m_known[key] = exchanged;
}

SentAnswer TrainingMessages::experts(MoeDirection direction, int stage, const TrainingRun& r) {
    if (m_layout.expert < 2)
        return Exchanged{};
    const bool dispatch = direction == MoeDirection::Dispatch;
    const Numbers& n = r.run.numbers;
    const double rowBytes =
        dispatch ? r.hidden() * n.dispatched + n.dispatchedScales : r.hidden() * n.combined;
    const double tokens = r.tokens() / r.run.sharding.tensorRanks;
    const auto ranks = static_cast<std::size_t>(m_layout.expert);
    const std::vector<double> rows(ranks, rowsPerToken(r.run.sharding, r.model) / double(ranks)),
        each(ranks, tokens * rowBytes);
    std::vector<MoeExchange> all;
    for (const std::vector<std::uint32_t>& group : groupsOf(m_layout, TrainingGroup::Expert, stage))
        all.push_back({direction, group, dispatch ? each : rows, dispatch ? rows : each});
    std::vector<Issue> warnings;
    const MoeTime time = moeTime(m_ways, all, warnings);
    warnOnce(warnings);
    if (time.loads.undelivered() > 0)
        return SentAnswer::refused(cutOff(time.loads.traffic()));
    Exchanged exchanged;
    for (const Wait& wait : time.waits)
        exchanged.start += wait.time.base();
    exchanged.seconds = exchanged.start + time.wire.base();
    exchanged.carried.push_back({keep(time.loads.exchange()), 1});
    return exchanged;
}

SentAnswer TrainingMessages::handover(int from, int to, double size) {
    if (from == to)
        return Exchanged{};
    std::vector<Issue> warnings;
    const CollectiveCosts costs(m_asked.fabric.system(), Operation::Write, warnings);
    warnOnce(warnings);
    StepLoads loads(m_ways, costs.overhead(Pattern::Moves));
    const std::span<const std::uint32_t> senders = m_layout.stage(from), receivers = m_layout.stage(to);
    for (std::size_t r = 0; r < senders.size(); ++r)
        loads.add(senders[r], receivers[r], size);
    if (loads.undelivered() > 0)
        return SentAnswer::refused(cutOff(loads.traffic()));
    const double start = costs.step(loads.farthest()).base();
    return Exchanged{start + loads.seconds(), start, {{keep(loads.exchange()), 1}}};
}

} // namespace supernode
