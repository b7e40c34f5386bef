// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/outcome/step_run.h"

#include "model/simulation/certificate.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace supernode {
namespace {

constexpr std::size_t manyFlows = 1'000'000;
constexpr double asLast = 1 - 1e-9; // ends this near to the last one count as last

// Whether a flow's weight says how much it sends, and all start at once.
bool neverChanges(const Traffic& traffic) {
    const SharingProblem& p = traffic.sharing;
    const double pace = traffic.flows.front().bytes / p.weightOf(0);
    for (std::size_t f = 0; f < traffic.flows.size(); ++f) {
        const Flow& flow = traffic.flows[f];
        if (flow.start > 0 || std::abs(flow.bytes - pace * p.weightOf(f)) > 1e-13 * flow.bytes)
            return false;
    }
    return true;
}

double slowestOf(const Traffic& traffic, const std::vector<double>& rate) {
    std::vector<double> ofPair(traffic.pairs);
    for (std::size_t f = 0; f < rate.size(); ++f)
        if (const Flow& flow = traffic.flows[f]; flow.pair != Flow::manyPairs)
            ofPair[flow.pair] += rate[f] * flow.parts;
    return std::accumulate(ofPair.begin(), ofPair.end(), traffic.slowestInBundles,
                           [](double a, double b) { return std::min(a, b); });
}

// Loads and payload of resources.
struct Sums {
    std::vector<double> load;
    std::vector<double> payload; // empty where `overhead` is that of all flows
    double overhead = 0, delivered = 0;

    // Room for these flows.
    explicit Sums(const Traffic& traffic) : load(traffic.sharing.resources()) {
        const double first = traffic.flows.empty() ? 1 : traffic.flows.front().overhead;
        const bool even = std::all_of(traffic.flows.begin(), traffic.flows.end(),
                                      [&](const Flow& f) { return f.overhead == first; });
        if (even)
            overhead = first;
        else
            payload.resize(load.size());
    }
    void add(const Traffic& traffic, std::size_t f, double rate) {
        const Flow& flow = traffic.flows[f];
        delivered += rate * flow.members;
        for (const Use use : traffic.usesOf(f))
            load[use.resource] += use.load * rate;
        if (payload.empty())
            return;
        for (const Use use : traffic.usesOf(f))
            payload[use.resource] += use.load * rate / flow.overhead;
    }
    void add(const Sums& more) {
        delivered += more.delivered;
        for (std::size_t r = 0; r < load.size(); ++r)
            load[r] += more.load[r];
        for (std::size_t r = 0; r < payload.size(); ++r)
            payload[r] += more.payload[r];
    }
};

// From loads of resources to those of channels. The channels of a resource are of one kind, as of one tier.
class ChannelMap {
public:
    ChannelMap(const Fabric& fabric, const Traffic& traffic)
        : m_resourceOf(std::make_shared<const std::vector<std::uint32_t>>(traffic.resourceOf)),
          m_channels(traffic.sharing.resources()) {
        for (const std::uint32_t r : *m_resourceOf)
            if (r != Traffic::unused)
                ++m_channels[r];
        for (const ChannelId channel : traffic.channel)
            m_kind.push_back(fabric.link(linkOf(channel)).kind);
    }

    StepRun::Stretch stretch(double start, double end, const Sums& sums) const {
        auto on = std::make_shared<StepRun::OnResources>();
        on->load.assign(sums.load.begin(), sums.load.end());
        on->payload.assign(sums.payload.begin(), sums.payload.end());
        on->share = sums.payload.empty() ? 1 / sums.overhead : 1; // of what is on the wire
        PerLinkKind wire{};
        for (std::size_t r = 0; r < m_kind.size(); ++r)
            wire[static_cast<std::size_t>(m_kind[r])] += sums.load[r] * m_channels[r];
        return {start, end, on,
                std::make_shared<const ChannelLoads>(wire, sums.delivered,
                                                     [on, of = m_resourceOf] { return numbers(*on, *of); })};
    }

private:
    static ChannelLoads::Numbers numbers(const StepRun::OnResources& on,
                                         const std::vector<std::uint32_t>& resourceOf) {
        ChannelLoads::Numbers of{std::vector<float>(resourceOf.size()),
                                 std::vector<float>(resourceOf.size())};
        const auto spread = [&](const std::vector<float>& each, std::vector<float>& values) {
            for (std::size_t c = 0; c < values.size(); ++c)
                if (const std::uint32_t r = resourceOf[c]; r != Traffic::unused)
                    values[c] = each[r];
        };
        spread(on.load, of.load);
        if (on.payload.empty())
            std::transform(of.load.begin(), of.load.end(), of.payload.begin(),
                           [&](float load) { return static_cast<float>(double{load} * on.share); });
        else
            spread(on.payload, of.payload);
        return of;
    }

    std::shared_ptr<const std::vector<std::uint32_t>> m_resourceOf; // per channel
    std::vector<std::uint32_t> m_channels;                          // of each resource, and their kind
    std::vector<LinkKind> m_kind;
};

// Turns the rates of one sharing into stretches. Flows that one resource holds end together.
class StretchFold {
public:
    StretchFold(const Fabric& fabric, const Traffic& traffic, const Sharing& sharing)
        : m_fabric(fabric), m_traffic(traffic), m_sharing(sharing), m_resources(traffic.sharing.resources()),
          m_eventOf(m_resources) {}

    StepRun run(const std::stop_token& stop) {
        findEnds();
        findStretches();
        StepRun run;
        run.end = m_ends.back();
        while (m_eventOf[m_sharing.limitedBy[run.last]] + 1 < m_ends.size())
            ++run.last;
        run.lastHeldBy = m_sharing.limitedBy[run.last];
        run.slowestPair = slowestOf(m_traffic, m_sharing.rate);
        for (std::uint32_t r = 0; r < m_resources; ++r)
            if (m_eventOf[r] != none && m_ends[m_eventOf[r]] >= run.end * asLast)
                run.holding.push_back(r);
        if (!sum(stop)) {
            run.completion = Completion::Cancelled;
            return run;
        }
        run.stretches = stretches();
        return run;
    }

private:
    static constexpr std::uint32_t none = 0xffffffffu;

    double endOf(std::size_t f) const { return m_traffic.flows[f].bytes / m_sharing.rate[f]; }

    // The distinct ends in time order, and which of them belongs to each resource.
    void findEnds() {
        std::vector<double> last(m_resources, -1);
        for (std::size_t f = 0; f < m_traffic.flows.size(); ++f)
            last[m_sharing.limitedBy[f]] = std::max(last[m_sharing.limitedBy[f]], endOf(f));
        std::vector<std::uint32_t> order;
        for (std::uint32_t r = 0; r < m_resources; ++r)
            if (last[r] >= 0)
                order.push_back(r);
        std::sort(order.begin(), order.end(),
                  [&](std::uint32_t a, std::uint32_t b) { return last[a] < last[b]; });
        std::fill(m_eventOf.begin(), m_eventOf.end(), none);
        for (const std::uint32_t r : order) {
            if (m_ends.empty() || last[r] > m_ends.back() * sameEnd)
                m_ends.push_back(last[r]);
            m_eventOf[r] = static_cast<std::uint32_t>(m_ends.size() - 1);
        }
    }
    // The first and the last end have a stretch of their own; neighbours between are merged when they must.
    void findStretches() {
        const std::size_t events = m_ends.size(), most = FluidRun::mostStretches;
        const std::size_t each = events <= most ? 1 : (events - 2 + most - 5) / (most - 4);
        double start = 0;
        for (std::size_t e = 0; e < events; ++e) {
            const bool ends = e == 0 || e + 2 >= events || e % each == 0;
            m_stretchOf.push_back(static_cast<std::uint32_t>(m_stretchEnd.size()));
            if (!ends)
                continue;
            m_stretchEnd.push_back(m_ends[e]);
            for (std::size_t i = m_part.size(); i <= e; ++i)
                m_part.push_back(e == i ? 1 : (m_ends[i] - start) / (m_ends[e] - start));
            start = m_ends[e];
        }
    }
    // What ends in each stretch: m_ending whole, m_during in the mean of that stretch.
    bool sum(const std::stop_token& stop) {
        m_ending.assign(m_stretchEnd.size(), Sums(m_traffic));
        const bool merged = m_stretchEnd.size() < m_ends.size();
        if (merged)
            m_during = m_ending;
        for (std::size_t f = 0; f < m_traffic.flows.size(); ++f) {
            if (f % 65536 == 0 && stop.stop_requested())
                return false;
            const std::uint32_t event = m_eventOf[m_sharing.limitedBy[f]];
            m_ending[m_stretchOf[event]].add(m_traffic, f, m_sharing.rate[f]);
            if (merged)
                m_during[m_stretchOf[event]].add(m_traffic, f, m_sharing.rate[f] * m_part[event]);
        }
        return true;
    }
    // Backwards, so that what has ended adds nothing, not even by rounding.
    std::vector<StepRun::Stretch> stretches() const {
        const ChannelMap channels(m_fabric, m_traffic);
        Sums after(m_traffic);
        std::vector<StepRun::Stretch> list(m_stretchEnd.size());
        for (std::size_t s = list.size(); s-- > 0;) {
            Sums now = after;
            now.add(m_during.empty() ? m_ending[s] : m_during[s]);
            after.add(m_ending[s]);
            list[s] = channels.stretch(s > 0 ? m_stretchEnd[s - 1] : 0, m_stretchEnd[s], now);
        }
        return list;
    }

    const Fabric& m_fabric;
    const Traffic& m_traffic;
    const Sharing& m_sharing;
    std::size_t m_resources;
    std::vector<std::uint32_t> m_eventOf;   // per resource
    std::vector<double> m_ends, m_part;     // per event; share of its stretch that passes until then
    std::vector<std::uint32_t> m_stretchOf; // per event
    std::vector<double> m_stretchEnd;       // per stretch
    std::vector<Sums> m_ending;             // per stretch
    std::vector<Sums> m_during;             // the same; empty where nothing is merged
};

// Shares plane by plane where planes have no resource in common: each fits the caches.
class ByPlanes {
public:
    ByPlanes(const Traffic& traffic, MaxMin& solver) : m_traffic(traffic), m_solver(solver) {}

    // False when some flow uses a resource of another plane.
    bool split() {
        std::vector<std::uint32_t> planeOf(m_traffic.sharing.resources(), none);
        for (std::uint32_t f = 0; f < m_traffic.flows.size(); ++f) {
            const std::uint32_t plane = m_traffic.flows[f].plane;
            for (const Use use : m_traffic.usesOf(f)) {
                if (planeOf[use.resource] != none && planeOf[use.resource] != plane)
                    return false;
                planeOf[use.resource] = plane;
            }
            if (plane >= m_flows.size())
                m_flows.resize(plane + 1);
            m_flows[plane].push_back(f);
        }
        return true;
    }
    Sharing solve(const std::stop_token& stop) {
        Sharing all;
        all.rate.resize(m_traffic.flows.size());
        all.limitedBy.resize(m_traffic.flows.size());
        for (const std::vector<std::uint32_t>& flows : m_flows) {
            SharingProblem part;
            const std::vector<std::uint32_t> resources = take(flows, part);
            m_solver.solve(part, m_part, {stop});
            all.completion = m_part.completion;
            if (all.completion == Completion::Cancelled)
                break;
            for (std::size_t i = 0; i < flows.size(); ++i) {
                all.rate[flows[i]] = m_part.rate[i];
                all.limitedBy[flows[i]] = resources[m_part.limitedBy[i]];
            }
        }
        return all;
    }

private:
    static constexpr std::uint32_t none = 0xffffffffu;

    // The resources of the part by their new numbers.
    std::vector<std::uint32_t> take(const std::vector<std::uint32_t>& flows, SharingProblem& part) {
        std::vector<std::uint32_t> resources;
        m_number.assign(m_traffic.sharing.resources(), none);
        std::vector<Use> uses;
        for (const std::uint32_t f : flows) {
            uses.clear();
            for (const Use use : m_traffic.usesOf(f)) {
                std::uint32_t& number = m_number[use.resource];
                if (number == none) {
                    number = part.addResource(m_traffic.sharing.capacity[use.resource]);
                    resources.push_back(use.resource);
                }
                uses.push_back({number, use.load});
            }
            part.addFlow(uses, m_traffic.sharing.weightOf(f));
        }
        return resources;
    }

    const Traffic& m_traffic;
    MaxMin& m_solver;
    std::vector<std::vector<std::uint32_t>> m_flows; // per plane
    std::vector<std::uint32_t> m_number;             // per resource, in the part
    Sharing m_part;
};

// What the flows put on the resources at these rates.
Sums sumsAt(const std::vector<double>& rate, const Traffic& traffic) {
    Sums sums(traffic);
    for (std::size_t f = 0; f < traffic.flows.size(); ++f)
        sums.add(traffic, f, rate[f]);
    return sums;
}

// The sharing that came with the flows.
Sharing knownSharing(const Traffic& traffic) {
    Sharing sharing;
    for (std::size_t f = 0; f < traffic.flows.size(); ++f) {
        sharing.rate.push_back(traffic.held[f].level * traffic.sharing.weightOf(f));
        sharing.limitedBy.push_back(traffic.held[f].by);
    }
    assert(!certify(traffic.sharing, sharing));
    return sharing;
}

} // namespace

StepRun StepRunner::run(const Traffic& traffic, const std::stop_token& stop) {
    if (traffic.flows.empty() || !neverChanges(traffic))
        return runByEvents(traffic, stop);
    Sharing sharing;
    if (!traffic.held.empty())
        sharing = knownSharing(traffic);
    else if (ByPlanes planes(traffic, m_sharing); traffic.flows.size() > manyFlows && planes.split())
        sharing = planes.solve(stop);
    else
        m_sharing.solve(traffic.sharing, sharing, {stop});
    if (sharing.completion == Completion::Whole)
        return StretchFold(m_fabric, traffic, sharing).run(stop);
    StepRun cancelled;
    cancelled.completion = Completion::Cancelled;
    return cancelled;
}

StepRun StepRunner::runByEvents(const Traffic& traffic, const std::stop_token& stop) {
    std::vector<double> start;
    if (std::any_of(traffic.flows.begin(), traffic.flows.end(), [](const Flow& f) { return f.start > 0; }))
        for (const Flow& flow : traffic.flows)
            start.push_back(flow.start);
    FluidRun fluid;
    m_fluid.run(traffic, fluid, {.start = start, .stop = stop});
    StepRun run;
    run.completion = fluid.completion;
    if (traffic.flows.empty() || fluid.completion == Completion::Cancelled)
        return run;
    run.end = fluid.end;
    run.last = static_cast<std::size_t>(std::max_element(fluid.finish.begin(), fluid.finish.end()) -
                                        fluid.finish.begin());
    run.lastHeldBy = fluid.limitedBy[run.last];
    for (std::size_t f = 0; f < fluid.finish.size(); ++f)
        if (fluid.finish[f] >= fluid.finish[run.last] * asLast)
            run.holding.push_back(fluid.limitedBy[f]);
    std::sort(run.holding.begin(), run.holding.end());
    run.holding.erase(std::unique(run.holding.begin(), run.holding.end()), run.holding.end());
    run.slowestPair = slowestOf(traffic, fluid.stretches.front().rate);
    const ChannelMap channels(m_fabric, traffic);
    for (const Stretch& stretch : fluid.stretches)
        run.stretches.push_back(channels.stretch(stretch.start, stretch.end, sumsAt(stretch.rate, traffic)));
    return run;
}

} // namespace supernode
