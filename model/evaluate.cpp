// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evaluate.h"

#include "model/fabric/fabric_state.h"
#include "model/outcome/assemble.h"
#include "model/traffic/operation.h"

namespace supernode {
namespace {

struct Offered {
    Traffic traffic;
    Duration latency;
};

// The traffic of each kind of workload on a damaged fabric.
class Offer {
public:
    Offer(const Outcome& outcome, std::vector<Issue>& warnings)
        : m_f(*outcome.fabric), m_state(outcome.state), m_warnings(warnings) {}

    Result<Offered> operator()(const AllToAll& w) {
        const double ranks = static_cast<double>(m_f.count(ElementKind::Endpoint));
        Result<Traffic> traffic =
            allToAll(m_f, m_state, w.bytes.base() / ranks, overhead(w.operation, Target::Endpoint));
        if (!traffic)
            return Result<Offered>::refused(traffic.issues());
        return Offered{std::move(traffic).value(), latency(w.operation, Target::Endpoint)};
    }
    Result<Offered> operator()(const Permutation& w) {
        return explicitly(randomPermutation(m_f, w.bytes.base(), w.seed), w.operation, Target::Endpoint);
    }
    Result<Offered> operator()(const Incast& w) {
        const Result<Ends> pair =
            w.to.empty() ? Result<Ends>(Ends{{}, m_f.id(ElementKind::Endpoint, 0)}) : receiver(w);
        if (!pair)
            return Result<Offered>::refused(pair.issues());
        const bool cpu = m_f.element(pair->to).kind == ElementKind::Cpu;
        return explicitly(incast(m_f, pair->to, w.bytes.base()), w.operation,
                          cpu ? Target::Cpu : Target::Endpoint);
    }
    Result<Offered> operator()(const PointToPoint& w) {
        const Result<Ends> pair = pairOf(m_f, w);
        if (!pair)
            return Result<Offered>::refused(pair.issues());
        const bool cpu = m_f.element(pair->from).kind == ElementKind::Cpu ||
                         m_f.element(pair->to).kind == ElementKind::Cpu;
        const Target target = cpu ? Target::Cpu : Target::Endpoint;
        const Transfer transfer{pair->from, pair->to, w.bytes.base()};
        Result<Traffic> traffic = transfers(m_f, m_state, {&transfer, 1}, overhead(w.operation, target));
        if (!traffic)
            return Result<Offered>::refused(traffic.issues());
        return Offered{std::move(traffic).value(),
                       latencyOf(m_f.system(), w.operation, target, pair->scope, m_warnings)};
    }
    template <class NotYet>
    Result<Offered> operator()(const NotYet&) {
        return Result<Offered>::refused(Issue{"workload.kind",
                                              "\"" + std::string(NotYet::kind) + "\" cannot be answered yet",
                                              "ask for another kind of workload"});
    }
    Result<Offered> operator()(const Specification&) {
        return explicitly({}, Operation::Line, Target::Endpoint);
    }

private:
    Overhead overhead(Operation operation, Target target) {
        return overheadOf(m_f.system(), operation, target, m_warnings);
    }
    // All ranks start at once, so the latency of the farthest pair passes once, before the bytes.
    Duration latency(Operation operation, Target target) {
        const Scope scope = m_f.count(ElementKind::Node) > 1 ? Scope::InterNode : Scope::IntraNode;
        return latencyOf(m_f.system(), operation, target, scope, m_warnings);
    }
    Result<Offered> explicitly(const std::vector<Transfer>& list, Operation operation, Target target) {
        Result<Traffic> traffic = transfers(m_f, m_state, list, overhead(operation, target));
        if (!traffic)
            return Result<Offered>::refused(traffic.issues());
        return Offered{std::move(traffic).value(), latency(operation, target)};
    }
    Result<Ends> receiver(const Incast& w) {
        const Result<ElementId> to = endOf(m_f, w.to, "workload.to");
        return to ? Result<Ends>(Ends{{}, *to}) : Result<Ends>::refused(to.issues());
    }

    const Fabric& m_f;
    const FabricState& m_state;
    std::vector<Issue>& m_warnings;
};

// The machine after the set-changes of the scenario: all of them together must be possible, in any order.
Result<SystemPtr> systemOf(const Scenario& scenario) {
    SystemSpec system = *scenario.system;
    bool changed = false;
    for (std::size_t i = 0; i < scenario.changes.size(); ++i) {
        const auto* set = std::get_if<SetFact>(&scenario.changes[i]);
        if (!set)
            continue;
        if (const std::optional<Issue> issue = setFact(system, set->path, set->value))
            return Result<SystemPtr>::refused(
                Issue{"changes[" + std::to_string(i) + "] " + issue->field, issue->reason, issue->remedy});
        changed = true;
    }
    if (!changed)
        return scenario.system;
    std::vector<Issue> issues = check(system);
    for (Issue& issue : issues)
        for (std::size_t i = 0; i < scenario.changes.size(); ++i)
            if (const auto* set = std::get_if<SetFact>(&scenario.changes[i]); set && set->path == issue.field)
                issue.field = "changes[" + std::to_string(i) + "] " + set->path;
    if (!issues.empty())
        return Result<SystemPtr>::refused(std::move(issues));
    return std::make_shared<const SystemSpec>(std::move(system));
}

Result<FabricPtr> fabricOf(const Scenario& scenario, const Outcome* previous) {
    const Result<SystemPtr> system = systemOf(scenario);
    if (!system)
        return Result<FabricPtr>::refused(system.issues());
    if (previous && (previous->fabric->systemPtr() == *system || previous->fabric->system() == **system))
        return previous->fabric;
    return buildFabric(*system);
}

} // namespace

Result<OutcomePtr> evaluate(const Scenario& scenario, const Outcome* previous) {
    using Answer = Result<OutcomePtr>;
    if (std::vector<Issue> issues = check(scenario); !issues.empty())
        return Answer::refused(std::move(issues));
    Result<FabricPtr> fabric = fabricOf(scenario, previous);
    if (!fabric)
        return Answer::refused(fabric.issues());
    auto outcome = std::make_shared<Outcome>();
    outcome->scenario = scenario;
    outcome->fabric = *fabric;
    Result<FabricState> state = applyChanges(*outcome->fabric, scenario.changes);
    if (!state)
        return Answer::refused(state.issues());
    outcome->state = std::move(state).value();
    const Result<Offered> offered = std::visit(Offer(*outcome, outcome->warnings), scenario.workload);
    if (!offered)
        return Answer::refused(offered.issues());
    const FluidRun run = runFluid(offered->traffic);
    const Solved solved{offered->traffic, run, offered->latency};
    addTimeline(*outcome, solved);
    addBottleneck(*outcome, solved);
    if (!std::holds_alternative<Specification>(scenario.workload))
        addTrafficMetrics(*outcome, solved);
    addSpecificationMetrics(*outcome);
    return OutcomePtr(std::move(outcome));
}

} // namespace supernode
