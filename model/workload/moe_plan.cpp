// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/moe_plan.h"

#include "model/traffic/collective_traffic.h"
#include "model/traffic/moe_route.h"
#include "model/workload/collective_asked.h"
#include "model/workload/collective_costs.h"

#include <algorithm>
#include <numeric>

namespace supernode {
namespace {

// What the busiest rank sends or takes, itself apart.
double hottest(const std::vector<double>& out, const std::vector<double>& in) {
    const double outAll = std::accumulate(out.begin(), out.end(), 0.0),
                 inAll = std::accumulate(in.begin(), in.end(), 0.0);
    double most = 0;
    for (std::size_t i = 0; i < out.size(); ++i)
        most = std::max({most, out[i] * (inAll - in[i]), in[i] * (outAll - out[i])});
    return most;
}

// What passes the memory of the hottest rank and is not hidden by the wire. A combine also clears and adds up
// all rows of its tokens, those from its own experts, too.
Bytes passedBytes(const CollectiveSpec& c, const MoeExchange& job) {
    const double passes = c.memoryPasses ? double(c.memoryPasses->value) : 0,
                 more = c.combinePasses ? double(c.combinePasses->value) : 0;
    double all = passes * hottest(job.out, job.in);
    if (job.direction == MoeDirection::Combine)
        all += more * *std::max_element(job.in.begin(), job.in.end()) *
               std::accumulate(job.out.begin(), job.out.end(), 0.0);
    return bytes(all);
}

std::vector<Wait> waitsOf(const Fabric& fabric, const MoeExchange& job, const CollectiveCosts& costs) {
    std::vector<Wait> waits;
    const SystemSpec& s = fabric.system();
    const bool dispatch = job.direction == MoeDirection::Dispatch;
    const auto& start = dispatch ? s.collective.moeDispatch : s.collective.moeCombine;
    const auto wait = [&](const char* name, Duration time, const char* why, std::string_view path) {
        if (time.base() > 0)
            waits.push_back({name, time, why, 0, std::string(path)});
    };
    wait("start-up", start ? start->value : costs.launch(),
         dispatch ? "quantise, count the tokens of each expert, tell the others" : "start of the kernel",
         !start     ? "collective.launch"
         : dispatch ? "collective.moe_dispatch"
                    : "collective.moe_combine");
    wait("synchronise", costs.rounds(fabric, job.ranks), "rounds of messages until all are ready",
         costs.stepPath());
    wait("memory", passedBytes(s.collective, job) / (s.chip.hbmBandwidth.value / s.endpointsPerChip()),
         "messages through the memory of the hottest rank", "chip.hbm_bandwidth");
    return waits;
}

template <class W>
Result<Plan> planOfKind(const Asked& asked, const W& w, MoeDirection direction) {
    if (const std::optional<Issue> issue = wrongNetwork(asked.fabric, w.network))
        return Result<Plan>::refused(*issue);
    const Result<std::vector<std::uint32_t>> ranks = ranksOf(asked.fabric, w.route.ranks);
    if (!ranks)
        return Result<Plan>::refused(ranks.issues());
    return moePlan(asked.fabric, asked.state,
                   {direction, w.route, w.element, *ranks, routeOf(asked, w.network)}, asked.warnings);
}

} // namespace

double messageBytesOn(const SystemSpec& system, int hidden, ElementFormat element) {
    const auto& scale = system.collective.moeScale;
    return messageBytes(hidden, element, scale ? std::optional(scale->value) : std::nullopt);
}

Result<Plan> moePlan(const Fabric& fabric, const FabricState& state, const MoeJob& job,
                     std::vector<Issue>& warnings) {
    if (job.ranks.size() < 2)
        return Result<Plan>::refused(
            Issue{"workload.ranks", "one rank has nobody to send to", "give at least 2 ranks"});
    const Copies copies = fabric.system().collective.moeCopies ? Copies::PerRank : Copies::PerExpert;
    const Result<std::vector<double>> messages = messagesPerToken(job.route, job.ranks.size(), copies);
    if (!messages)
        return Result<Plan>::refused(messages.issues());
    const double perMessage = messageBytesOn(fabric.system(), job.route.hidden, job.element);
    std::vector<double> tokens(job.ranks.size(), perMessage * job.route.tokensPerRank);
    const bool dispatch = job.direction == MoeDirection::Dispatch;
    MoeExchange exchange{job.direction, job.ranks, dispatch ? tokens : *messages,
                         dispatch ? *messages : tokens};
    const NodeWays ways(fabric, state, job.by);
    MoeTime time = moeTime(ways, exchange, warnings);
    Plan plan;
    plan.steps.push_back({dispatch ? "dispatch" : "combine", time.loads.traffic(), 1, std::move(time.waits)});
    return plan;
}

MoeTime moeTime(const NodeWays& ways, const MoeExchange& exchange, std::vector<Issue>& warnings) {
    return moeTime(ways, std::vector{exchange}, warnings);
}

MoeTime moeTime(const NodeWays& ways, const std::vector<MoeExchange>& alike, std::vector<Issue>& warnings) {
    const CollectiveCosts costs(ways.fabric().system(), Operation::Write, warnings, ways.shape().network());
    StepLoads loads(ways, costs.overhead(Pattern::Moves));
    for (const MoeExchange& exchange : alike)
        loads.addProduct(exchange.ranks, exchange.out, exchange.in);
    const Duration wire = seconds(loads.seconds());
    return {waitsOf(ways.fabric(), alike.front(), costs), wire, std::move(loads)};
}

Result<Plan> planOf(const Asked& asked, const MoeDispatch& w) {
    return planOfKind(asked, w, MoeDirection::Dispatch);
}
Result<Plan> planOf(const Asked& asked, const MoeCombine& w) {
    return planOfKind(asked, w, MoeDirection::Combine);
}

} // namespace supernode
