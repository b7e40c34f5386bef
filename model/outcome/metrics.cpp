// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/outcome/assemble.h"
#include "model/outcome/over_time.h"

#include "model/fabric/fabric_state.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace supernode {
namespace {

using Better = Metric::Better;

double deliveredBytes(const Plan& plan) {
    double sum = 0;
    for (const Step& step : plan.steps)
        for (const Flow& f : step.traffic.flows)
            sum += f.bytes * f.members * step.repeats;
    return sum;
}

// The least rate of a pair over all its planes while its step begins, over all steps.
double slowestPair(const Solved& solved) {
    double least = std::numeric_limits<double>::infinity();
    for (const StepRun& run : solved.runs)
        if (!run.stretches.empty())
            least = std::min(least, run.slowestPair);
    return std::isfinite(least) ? least : 0;
}

// While all flows run.
double meanUtilization(const Outcome& o) {
    const Interval* busiest = &o.intervals.front();
    for (const Interval& i : o.intervals)
        if (i.delivered() > busiest->delivered())
            busiest = &i;
    return meanUse(o, *busiest);
}

// Ordered pairs of the workload, delivered or not, over all steps.
double offeredPairs(const Plan& plan) {
    double pairs = 0;
    for (const Step& step : plan.steps)
        pairs += step.traffic.joined + static_cast<double>(step.traffic.undelivered.pairs);
    return pairs;
}

} // namespace

void addTrafficMetrics(Outcome& o, const Solved& solved) {
    const double bytes = deliveredBytes(solved.plan), end = o.end.base();
    const double rate = end > 0 ? bytes / end : 0;
    const SystemSpec& s = o.fabric->system();
    auto& m = o.metrics;
    if (std::holds_alternative<PointToPoint>(o.scenario.workload)) {
        m.push_back({"bandwidth", "Bandwidth", rate / 1e9, "GB/s", "pair", Grade::Modelled,
                     "Payload bytes divided by the time from the first request to the last byte.",
                     Better::Higher});
    } else {
        m.push_back(
            {"throughput", "Throughput", rate / 1e12, "TB/s", "system", Grade::Modelled,
             "Payload that arrives, over all receivers, divided by the time until the last byte arrives.",
             Better::Higher});
    }
    if (bytes > 0 && !o.metric("time"))
        m.push_back(
            {"time", "Time to finish", end * 1e6, "us", "system", Grade::Modelled,
             "From the start until the last byte arrives; flows share links max-min fairly and share again "
             "whenever one ends. At line rate without latency, as read or write with the measured one.",
             Better::Lower});
    if (const double pairs = offeredPairs(solved.plan); o.undelivered.pairs > 0 && pairs > 0)
        m.push_back({"delivered_pairs", "Pairs still joined",
                     (pairs - static_cast<double>(o.undelivered.pairs)) / pairs * 100, "%", "system",
                     Grade::Modelled,
                     "Ordered pairs of the workload whose ends are up and joined by a plane, of all of them.",
                     Better::Higher});
    m.push_back(
        {"fabric_utilization", "Fabric in use", meanUtilization(o) * 100, "%", "system", Grade::Modelled,
         "Mean over both directions of all links that are up, CPU links apart, at the busiest instant.",
         Better::Neither});
    m.push_back({"slowest_pair", "Slowest pair", slowestPair(solved) / 1e9, "GB/s", "pair", Grade::Modelled,
                 "The least rate of any pair while all flows run, over all its planes.", Better::Higher});
    const auto up = static_cast<double>(endpointsUp(*o.fabric, o.state));
    m.push_back({"endpoint_injection", "Sent per " + s.chip.endpointWord, up > 0 ? rate / up / 1e9 : 0,
                 "GB/s", "endpoint", Grade::Modelled,
                 "Throughput divided by the number of " + s.chip.endpointWord + "s that are up.",
                 Better::Higher});
    m.push_back({"undelivered_pairs", "Pairs cut off", static_cast<double>(o.undelivered.pairs), "pairs",
                 "system", Grade::Modelled,
                 "Ordered pairs of the workload with an end that is down or with no plane that joins them.",
                 Better::Lower});
}

} // namespace supernode
