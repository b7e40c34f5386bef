// SPDX-License-Identifier: GPL-3.0-or-later
// What a collective or a mixture of experts is judged by: its time, and the bandwidths that are published.
#include "model/outcome/assemble.h"
#include "model/traffic/collective_groups.h"
#include "model/traffic/moe_route.h"
#include "model/workload/moe_plan.h"

#include <algorithm>

namespace supernode {
namespace {

using Better = Metric::Better;

// Bus bandwidth over algorithm bandwidth, as nccl-tests defines it, with the words for it.
struct BusFactor {
    double value = 1;
    std::string words;
};
BusFactor busFactor(const AllReduce&, double n) { return {2 * (n - 1) / n, "2 (n - 1) / n"}; }
BusFactor busFactor(const AllGather&, double n) { return {(n - 1) / n, "(n - 1) / n"}; }
BusFactor busFactor(const ReduceScatter&, double n) { return {(n - 1) / n, "(n - 1) / n"}; }
BusFactor busFactor(const Broadcast&, double) { return {1, "1"}; }

double sentBytes(const Plan& plan) {
    double sum = 0;
    for (const Step& step : plan.steps)
        for (const Flow& f : step.traffic.flows)
            sum += f.bytes * f.members * step.repeats;
    return sum;
}

class CollectiveMetrics {
public:
    CollectiveMetrics(Outcome& outcome, const Solved& solved) : m_o(outcome), m_solved(solved) {}

    template <class W>
    requires requires(const W& w) { busFactor(w, 1.0); }
    void operator()(const W& w) {
        const double n = ranksUp(w.ranks), end = m_o.end.base();
        const BusFactor factor = busFactor(w, n);
        const double rate = end > 0 ? w.bytes.base() / end / 1e9 : 0;
        addTime("From the launch until the last rank has the result, by " + m_solved.plan.algorithm + "." +
                (m_solved.plan.sentence.empty() ? "" : " " + m_solved.plan.sentence));
        add("algorithm_bandwidth", "Algorithm bandwidth", rate, "GB/s", "endpoint",
            "Bytes of the buffer of one rank divided by the time, as nccl-tests counts them.",
            Better::Higher);
        add("bus_bandwidth", "Bus bandwidth", rate * factor.value, "GB/s", "endpoint",
            "Algorithm bandwidth x " + factor.words +
                " for n ranks, the factor of nccl-tests: what a link would carry without a reduction in the "
                "switch.",
            Better::Higher);
        add("bandwidth_per_rank", "Sent per rank", end > 0 ? sentBytes(m_solved.plan) / n / end / 1e9 : 0,
            "GB/s", "endpoint", "Payload that all ranks send, divided by the ranks and by the time.",
            Better::Higher);
    }
    void operator()(const MoeDispatch& w) { addRoute(w.route, w.element); }
    void operator()(const MoeCombine& w) { addRoute(w.route, w.element); }
    template <class Other>
    void operator()(const Other&) {}

private:
    void add(const char* id, const char* name, double value, const char* unit, const char* per,
             std::string sentence, Better better) {
        m_o.metrics.push_back({id, name, value, unit, per, Grade::Modelled, std::move(sentence), better});
    }
    void addTime(std::string sentence) {
        add("time", "Time to finish", m_o.end.base() * 1e6, "us", "system", std::move(sentence),
            Better::Lower);
    }
    double ranksUp(const Ranks& ranks) const {
        const Result<std::vector<std::uint32_t>> list = ranksOf(*m_o.fabric, ranks);
        return static_cast<double>(std::count_if(list->begin(), list->end(), [&](std::uint32_t e) {
            return m_o.state.alive(m_o.fabric->id(ElementKind::Endpoint, e));
        }));
    }
    void addRoute(const MoeRoute& route, ElementFormat element) {
        const double end = m_o.end.base(), n = static_cast<double>(ranksOf(*m_o.fabric, route.ranks)->size());
        const double message = messageBytesOn(m_o.fabric->system(), route.hidden, element);
        const double bytes = message * route.tokensPerRank * route.topK;
        addTime(
            "From the start of the kernel until the hottest rank has sent and received its last message.");
        add("bandwidth_per_rank", "Bandwidth per rank", end > 0 ? bytes / end / 1e9 : 0, "GB/s", "endpoint",
            "Tokens of a rank x top-k x bytes of a message, divided by the time, start-up included: as it is "
            "published, so what stays on the own rank counts, too.",
            Better::Higher);
        addImbalance();
        add("tokens", "Tokens", n * route.tokensPerRank, "tokens", "system", "Ranks x tokens of a rank.",
            Better::Neither);
    }

    void addImbalance() {
        double most = 1;
        for (const ExpertRank& rank : m_o.experts)
            most = std::max(most, rank.load);
        add("expert_imbalance", "Hottest rank", most, "x", "endpoint",
            "Messages that the rank with the most popular experts gets, over the mean of all ranks; 1 is "
            "perfectly balanced.",
            Better::Lower);
    }

    Outcome& m_o;
    const Solved& m_solved;
};

} // namespace

void addCollectiveMetrics(Outcome& outcome, const Solved& solved) {
    std::visit(CollectiveMetrics(outcome, solved), outcome.scenario.workload);
}

} // namespace supernode
