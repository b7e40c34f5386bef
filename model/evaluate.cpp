// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evaluate.h"

#include "model/fabric/fabric_state.h"
#include "model/outcome/assemble.h"
#include "model/outcome/energy.h"
#include "model/workload/collective_plan.h"
#include "model/workload/decode.h"
#include "model/workload/moe_plan.h"
#include "model/workload/prefill.h"
#include "model/workload/serving.h"
#include "model/workload/traffic_plans.h"
#include "model/workload/training_step.h"

#include <optional>

namespace supernode {
namespace {

// The plan of each kind of workload.
Result<Plan> planFor(const Asked& asked) {
    return std::visit([&](const auto& w) { return planOf(asked, w); }, asked.scenario.workload);
}

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

Result<FabricState> stateOf(const Outcome& outcome, const Outcome* previous) {
    if (previous && previous->fabric == outcome.fabric &&
        previous->scenario.changes == outcome.scenario.changes)
        return previous->state;
    return applyChanges(*outcome.fabric, outcome.scenario.changes);
}

// Runs every step of the plan; empty when it was told to stop.
std::optional<std::vector<StepRun>> run(const Plan& plan, const std::stop_token& stop) {
    std::vector<StepRun> runs;
    StepRunner runner; // steps that follow each other share its memory
    for (const Step& step : plan.steps) {
        runs.push_back(runner.run(step.traffic, stop));
        if (runs.back().completion != Completion::Whole)
            return std::nullopt;
    }
    return runs;
}

} // namespace

Result<OutcomePtr> evaluate(const Scenario& scenario, const Outcome* previous, const std::stop_token& stop) {
    using Answer = Result<OutcomePtr>;
    if (std::vector<Issue> issues = check(scenario); !issues.empty())
        return Answer::refused(std::move(issues));
    Result<FabricPtr> fabric = fabricOf(scenario, previous);
    if (!fabric)
        return Answer::refused(fabric.issues());
    auto outcome = std::make_shared<Outcome>();
    outcome->scenario = scenario;
    outcome->fabric = *fabric;
    Result<FabricState> state = stateOf(*outcome, previous);
    if (!state)
        return Answer::refused(state.issues());
    outcome->state = std::move(state).value();
    outcome->state.package = scenario.package;
    const Result<Plan> plan = planFor({*outcome->fabric, outcome->state, scenario, outcome->warnings, stop});
    if (!plan)
        return Answer::refused(plan.issues());
    std::optional<std::vector<StepRun>> runs = run(*plan, stop);
    if (!runs)
        return Answer::refused(takenBack());
    outcome->work = plan->work;
    const Solved solved{*plan, std::move(*runs)};
    addTimeline(*outcome, solved);
    addBottleneck(*outcome, solved);
    addCollectiveMetrics(*outcome, solved);
    outcome->metrics.insert(outcome->metrics.end(), plan->metrics.begin(), plan->metrics.end());
    if (!plan->steps.empty())
        addTrafficMetrics(*outcome, solved);
    addEnergyMetrics(*outcome);
    addSpecificationMetrics(*outcome);
    return OutcomePtr(std::move(outcome));
}

} // namespace supernode
