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

// What passes the memory of the rank that needs longest for it and is not hidden by the wire: what it sends
// or takes, itself apart, as bytes of a whole memory. A combine also clears and adds up all rows of its
// tokens, those from its own experts, too.
Bytes passedBytes(const CollectiveSpec& c, const MoeExchange& job, const FabricState& state) {
    const double passes = c.memoryPasses ? double(c.memoryPasses->value) : 0;
    const double more =
        c.combinePasses && job.direction == MoeDirection::Combine ? double(c.combinePasses->value) : 0;
    const double outAll = std::accumulate(job.out.begin(), job.out.end(), 0.0),
                 inAll = std::accumulate(job.in.begin(), job.in.end(), 0.0);
    double passed = 0, added = 0;
    for (std::size_t i = 0; i < job.out.size(); ++i) {
        const double out = job.out[i], in = job.in[i], rate = state.memoryOf(job.ranks[i]).rate;
        if (rate <= 0)
            continue; // it is down
        passed = std::max({passed, out * (inAll - in) / rate, in * (outAll - out) / rate});
        added = std::max(added, in / rate);
    }
    return bytes(passes * passed + more * added * outAll);
}

std::vector<Wait> waitsOf(const NodeWays& ways, const MoeExchange& job, const CollectiveCosts& costs) {
    const Fabric& fabric = ways.fabric();
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
    wait("memory",
         passedBytes(s.collective, job, ways.state()) / (s.chip.hbmBandwidth.value / s.endpointsPerChip()),
         "messages through the memory of the hottest rank", "chip.hbm_bandwidth");
    return waits;
}

// Those between ranks that take part.
std::vector<RankCopy> copiesOf(const MoeJob& job, const FabricState& state) {
    std::vector<RankCopy> copies;
    const auto rankOf = [&](std::uint32_t endpoint) {
        const auto found = std::find(job.ranks.begin(), job.ranks.end(), endpoint);
        return static_cast<std::size_t>(found - job.ranks.begin());
    };
    for (const ExpertCopy& copy : state.expertCopies)
        if (const RankCopy made{rankOf(copy.from), rankOf(copy.onto)};
            made.from < job.ranks.size() && made.onto < job.ranks.size())
            copies.push_back(made);
    return copies;
}

std::vector<ExpertRank> expertRanks(const MoeJob& job, const MoeSpread& spread) {
    std::vector<ExpertRank> ranks;
    const double mean = job.route.topK / static_cast<double>(job.ranks.size());
    for (std::size_t i = 0; i < job.ranks.size(); ++i)
        ranks.push_back({job.ranks[i], spread.rows[i] / mean, spread.experts[i]});
    return ranks;
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
    const std::vector<RankCopy> more = copiesOf(job, state);
    const Result<MoeSpread> spread = spreadOf(job.route, job.ranks.size(), copies, more);
    if (!spread)
        return Result<Plan>::refused(spread.issues());
    if (more.size() - spread->useless.size() < state.expertCopies.size())
        warnings.push_back({"changes", "not every copy of an expert does something",
                            "copy between dies that take part, onto one that does not hold it"});
    const std::vector<double>& messages = spread->messages;
    const double perMessage = messageBytesOn(fabric.system(), job.route.hidden, job.element);
    std::vector<double> tokens(job.ranks.size(), perMessage * job.route.tokensPerRank);
    const bool dispatch = job.direction == MoeDirection::Dispatch;
    MoeExchange exchange{job.direction, job.ranks, dispatch ? tokens : messages,
                         dispatch ? messages : tokens};
    const NodeWays ways(fabric, state, job.by);
    MoeTime time = moeTime(ways, exchange, warnings);
    Plan plan;
    plan.experts = expertRanks(job, *spread);
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
    return {waitsOf(ways, alike.front(), costs), wire, std::move(loads)};
}

Result<Plan> planOf(const Asked& asked, const MoeDispatch& w) {
    return planOfKind(asked, w, MoeDirection::Dispatch);
}
Result<Plan> planOf(const Asked& asked, const MoeCombine& w) {
    return planOfKind(asked, w, MoeDirection::Combine);
}

} // namespace supernode
