// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/traffic_plans.h"

#include "model/traffic/operation.h"
#include "model/traffic/patterns.h"
#include "model/traffic/product_flows.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace supernode {
namespace {

bool isCpu(const Asked& asked, ElementId end) { return asked.fabric.element(end).kind == ElementKind::Cpu; }

// One burst over one network. Collects the first thing that is wrong with it.
class Burst {
public:
    Burst(const Asked& asked, Operation operation, Network network, Target target = Target::Endpoint)
        : m_asked(asked), m_operation(operation),
          m_target(target), m_by{network, asked.scenario.routing, asked.scenario.routingSeed} {
        if (!asked.fabric.system().has(network))
            m_issue = noSuchNetwork(asked.fabric.system(), network);
    }

    std::vector<std::uint32_t> ranks(const Ranks& ranks) {
        Result<std::vector<std::uint32_t>> ends = endpointsOf(m_asked.fabric.system(), ranks);
        if (ends)
            return std::move(ends).value();
        refuse(ends.issues().front());
        return {};
    }
    // The end of that name; the first rank where there is no name.
    ElementId end(const std::string& name, const std::vector<std::uint32_t>& ranks, const char* field) {
        if (m_issue)
            return {};
        if (name.empty() && !ranks.empty())
            return m_asked.fabric.id(ElementKind::Endpoint, ranks.front());
        const Result<ElementId> found = endOf(m_asked.fabric, name, field);
        if (!found)
            refuse(found.issues().front());
        else if (!NetworkShape(m_asked.fabric, m_by.network)
                      .reaches(NetworkShape(m_asked.fabric, m_by.network).endOf(*found)))
            refuse(noLink(m_asked.fabric.system(), m_by.network, field));
        return m_issue ? ElementId() : *found;
    }
    void refuse(Issue issue) {
        if (!m_issue)
            m_issue = std::move(issue);
    }
    const std::optional<Issue>& issue() const { return m_issue; }
    void setTarget(Target target) { m_target = target; }

    Result<Plan> send(const std::vector<Transfer>& list) {
        if (m_issue)
            return Result<Plan>::refused(*m_issue);
        return plan(transfers(m_asked.fabric, m_asked.state, list, overhead(), m_by,
                              std::to_string(list.size()) + " transfers", m_asked.stop));
    }
    Result<Plan> send(const std::vector<std::uint32_t>& ends, const RolePattern& pattern) {
        if (m_issue)
            return Result<Plan>::refused(*m_issue);
        return plan(byRoles(m_asked.fabric, m_asked.state, ends, pattern, overhead(), m_by, m_asked.stop));
    }
    Result<Plan> send(const std::vector<std::uint32_t>& ends, const BytesOf& bytesOf) {
        if (m_issue)
            return Result<Plan>::refused(*m_issue);
        return plan(byMatrix(m_asked.fabric, m_asked.state, ends, bytesOf, overhead(), m_by, m_asked.stop));
    }
    Result<Plan> send(const std::vector<std::uint32_t>& ends, const std::vector<double>& out,
                      const std::vector<double>& in) {
        if (m_issue)
            return Result<Plan>::refused(*m_issue);
        return plan(byProduct(m_asked.fabric, m_asked.state, ends, out, in, overhead(), m_by, m_asked.stop));
    }
    Result<Traffic> traffic(const std::vector<Transfer>& list) {
        return transfers(m_asked.fabric, m_asked.state, list, overhead(), m_by,
                         std::to_string(list.size()) + " flows", m_asked.stop);
    }
    Result<Plan> plan(Result<Traffic> traffic) {
        if (!traffic)
            return Result<Plan>::refused(traffic.issues());
        Step step{std::string(kindOf(m_asked.scenario.workload)), std::move(traffic).value()};
        const Duration latency = latencyOf(m_asked.fabric.system(), m_operation, m_target, m_distance,
                                           m_asked.warnings, m_by.network);
        if (latency.base() > 0)
            step.waits.push_back({"latency", latency, "software and switch hops", 0,
                                  m_target == Target::Cpu ? "transfer.cpu_access" : "transfer.access"});
        Plan plan;
        plan.steps.push_back(std::move(step));
        return plan;
    }
    void setDistance(Distance distance) { m_distance = distance; }

private:
    Overhead overhead() {
        return overheadOf(m_asked.fabric.system(), m_operation, m_target, m_asked.warnings, m_by.network);
    }

    const Asked& m_asked;
    Operation m_operation;
    Target m_target;
    RouteBy m_by;
    Distance m_distance = farthestIn(m_asked.fabric.system());
    std::optional<Issue> m_issue;
};

// The matrix says how many ranks there are when the workload does not.
Ranks ranksOf(const AllToAll& w) {
    Ranks ranks = w.ranks;
    if (ranks.count == 0 && !w.matrix.empty())
        ranks.count = static_cast<int>(std::lround(std::sqrt(static_cast<double>(w.matrix.size()))));
    return ranks;
}

} // namespace

Result<Plan> planOf(const Asked& asked, const AllToAll& w) {
    Burst burst(asked, w.operation, w.network);
    const std::vector<std::uint32_t> ends = burst.ranks(ranksOf(w));
    const std::size_t n = ends.size();
    if (!w.matrix.empty() && w.matrix.size() != n * n)
        burst.refuse(
            {"workload.matrix",
             "has " + std::to_string(w.matrix.size()) + " numbers for " + std::to_string(n) + " ranks",
             "give a row of as many numbers for each rank"});
    if (burst.issue())
        return Result<Plan>::refused(*burst.issue());
    if (!w.matrix.empty())
        return burst.send(ends, [&](std::size_t i, std::size_t j) { return w.matrix[i * n + j]; });
    if (w.zipf > 0)
        return burst.send(ends, std::vector<double>(n, w.bytes.base()), zipfShares(n, w.zipf));
    return burst.send(ends, uniformPattern(n, w.bytes.base() / static_cast<double>(n)));
}

Result<Plan> planOf(const Asked& asked, const Permutation& w) {
    Burst burst(asked, w.operation, w.network);
    const std::vector<std::uint32_t> ends = burst.ranks(w.ranks);
    return burst.send(randomPermutation(asked.fabric, ends, w.bytes.base(), w.seed));
}

Result<Plan> planOf(const Asked& asked, const Incast& w) {
    Burst burst(asked, w.operation, w.network);
    const std::vector<std::uint32_t> ends = burst.ranks(w.ranks);
    const ElementId to = burst.end(w.to, ends, "workload.to");
    if (!burst.issue() && isCpu(asked, to)) {
        burst.setTarget(Target::Cpu);
        return burst.send(incast(asked.fabric, ends, to, w.bytes.base()));
    }
    if (burst.issue())
        return Result<Plan>::refused(*burst.issue());
    // Two roles: the receiver, which may stand outside the ranks, and all others.
    std::vector<std::uint32_t> all = ends;
    if (const std::uint32_t end = asked.fabric.element(to).index;
        std::find(all.begin(), all.end(), end) == all.end())
        all.push_back(end);
    RolePattern pattern{std::vector<std::uint32_t>(all.size(), 0), 2, std::vector<Parcel>(4)};
    for (std::size_t i = 0; i < all.size(); ++i)
        pattern.roles[i] = all[i] == asked.fabric.element(to).index ? 1 : 0;
    pattern.parcels[1].bytes = w.bytes.base();
    return burst.send(all, pattern);
}

Result<Plan> planOf(const Asked& asked, const Hotspot& w) {
    Burst burst(asked, w.operation, w.network);
    const std::vector<std::uint32_t> ends = burst.ranks(w.ranks);
    const ElementId to = burst.end(w.to, ends, "workload.to");
    if (burst.issue())
        return Result<Plan>::refused(*burst.issue());
    const auto hot = std::find(ends.begin(), ends.end(), asked.fabric.element(to).index);
    if (isCpu(asked, to) || hot == ends.end())
        return Result<Plan>::refused(
            Issue{"workload.to", asked.fabric.name(to) + " is none of the ranks",
                  "name a " + asked.fabric.system().chip.endpointWord + " among them, or none"});
    return burst.send(ends, hotspotPattern(ends.size(), static_cast<std::size_t>(hot - ends.begin()),
                                           w.bytes.base(), w.share));
}

Result<Plan> planOf(const Asked& asked, const KvTransfer& w) {
    Burst burst(asked, w.operation, w.network);
    const std::vector<std::uint32_t> ends = burst.ranks({w.senders + w.receivers, Placement::Packed});
    if (burst.issue()) {
        Issue issue = *burst.issue();
        if (issue.field == "workload.ranks")
            issue.field = "workload.receivers";
        return Result<Plan>::refused(issue);
    }
    return burst.send(ends, handoverPattern(static_cast<std::size_t>(w.senders),
                                            static_cast<std::size_t>(w.receivers), w.bytes.base()));
}

Result<Plan> planOf(const Asked& asked, const PointToPoint& w) {
    const Result<Ends> pair = pairOf(asked.fabric, w);
    if (!pair)
        return Result<Plan>::refused(pair.issues());
    Burst burst(asked, w.operation, w.network,
                isCpu(asked, pair->from) || isCpu(asked, pair->to) ? Target::Cpu : Target::Endpoint);
    burst.setDistance(pair->distance);
    return burst.send({Transfer{pair->from, pair->to, w.bytes.base()}});
}

Result<Plan> planOf(const Asked& asked, const Flows& w) {
    std::map<std::string, ElementId> known;
    std::map<Network, std::vector<Transfer>> lists;
    for (std::size_t i = 0; i < w.list.size(); ++i) {
        const DrawnFlow& flow = w.list[i];
        const std::string field = "flows[" + std::to_string(i) + "]";
        Burst burst(asked, w.operation, flow.network);
        const auto find = [&](const std::string& name, const char* side) {
            ElementId& id = known[name + "\n" + std::string(toWord(flow.network))];
            if (!id.valid())
                id = burst.end(name, {}, ("workload." + field + side).c_str());
            return id;
        };
        const ElementId from = find(flow.from, ".from"), to = find(flow.to, ".to");
        if (from == to)
            burst.refuse(
                {"workload." + field, "\"" + flow.from + "\" would send to itself", "name another end"});
        if (burst.issue())
            return Result<Plan>::refused(*burst.issue());
        lists[flow.network].push_back({from, to, flow.bytes.base(), 1, flow.start.base()});
    }
    Traffic sum;
    Network last = Network::ScaleUp;
    for (const auto& [network, list] : lists) {
        Result<Traffic> traffic = Burst(asked, w.operation, network).traffic(list);
        if (!traffic)
            return Result<Plan>::refused(traffic.issues());
        append(sum, *traffic);
        last = network;
    }
    return Burst(asked, w.operation, lists.contains(Network::ScaleUp) ? Network::ScaleUp : last)
        .plan(std::move(sum));
}

Result<Plan> planOf(const Asked&, const Specification&) { return Plan{}; }

} // namespace supernode
