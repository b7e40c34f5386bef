// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/traffic_plans.h"

#include "model/traffic/operation.h"

namespace supernode {
namespace {

Overhead overhead(const Asked& asked, Operation operation, Target target) {
    return overheadOf(asked.fabric.system(), operation, target, asked.warnings);
}

// All ranks start at once, so the latency of the farthest pair passes once, before the bytes.
Scope farthest(const Asked& asked) {
    return asked.fabric.count(ElementKind::Node) > 1 ? Scope::InterNode : Scope::IntraNode;
}

Result<Plan> burst(const Asked& asked, Result<Traffic> traffic, Operation operation, Target target,
                   Scope scope) {
    if (!traffic)
        return Result<Plan>::refused(traffic.issues());
    Step step{std::string(kindOf(asked.scenario.workload)), std::move(traffic).value()};
    const Duration latency = latencyOf(asked.fabric.system(), operation, target, scope, asked.warnings);
    if (latency.base() > 0)
        step.waits.push_back({"latency", latency, "software and switch hops"});
    Plan plan;
    plan.steps.push_back(std::move(step));
    return plan;
}

bool isCpu(const Asked& asked, ElementId end) { return asked.fabric.element(end).kind == ElementKind::Cpu; }

} // namespace

Result<Plan> planOf(const Asked& asked, const AllToAll& w) {
    const double ranks = static_cast<double>(asked.fabric.count(ElementKind::Endpoint));
    return burst(asked,
                 allToAll(asked.fabric, asked.state, w.bytes.base() / ranks,
                          overhead(asked, w.operation, Target::Endpoint)),
                 w.operation, Target::Endpoint, farthest(asked));
}

Result<Plan> planOf(const Asked& asked, const Permutation& w) {
    const std::vector<Transfer> list = randomPermutation(asked.fabric, w.bytes.base(), w.seed);
    return burst(asked,
                 transfers(asked.fabric, asked.state, list, overhead(asked, w.operation, Target::Endpoint)),
                 w.operation, Target::Endpoint, farthest(asked));
}

Result<Plan> planOf(const Asked& asked, const Incast& w) {
    const Result<ElementId> to = w.to.empty() ? Result<ElementId>(asked.fabric.id(ElementKind::Endpoint, 0))
                                              : endOf(asked.fabric, w.to, "workload.to");
    if (!to)
        return Result<Plan>::refused(to.issues());
    const Target target = isCpu(asked, *to) ? Target::Cpu : Target::Endpoint;
    const std::vector<Transfer> list = incast(asked.fabric, *to, w.bytes.base());
    return burst(asked, transfers(asked.fabric, asked.state, list, overhead(asked, w.operation, target)),
                 w.operation, target, farthest(asked));
}

Result<Plan> planOf(const Asked& asked, const PointToPoint& w) {
    const Result<Ends> pair = pairOf(asked.fabric, w);
    if (!pair)
        return Result<Plan>::refused(pair.issues());
    const Target target = isCpu(asked, pair->from) || isCpu(asked, pair->to) ? Target::Cpu : Target::Endpoint;
    const Transfer transfer{pair->from, pair->to, w.bytes.base()};
    return burst(asked,
                 transfers(asked.fabric, asked.state, {&transfer, 1}, overhead(asked, w.operation, target)),
                 w.operation, target, pair->scope);
}

Result<Plan> planOf(const Asked&, const Specification&) { return Plan{}; }

} // namespace supernode
