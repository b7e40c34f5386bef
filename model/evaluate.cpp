// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evaluate.h"

#include "model/base/number_text.h"
#include "model/fabric/fabric_state.h"
#include "model/outcome/assemble.h"
#include "model/outcome/energy.h"
#include "model/scenario/changed_system.h"
#include "model/workload/collective_plan.h"
#include "model/workload/decode.h"
#include "model/workload/moe_plan.h"
#include "model/workload/prefill.h"
#include "model/workload/serving.h"
#include "model/workload/traffic_plans.h"
#include "model/workload/training_step.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace supernode {
namespace {

// The plan of each kind of workload.
Result<Plan> planFor(const Asked& asked) {
    return std::visit([&](const auto& w) { return planOf(asked, w); }, asked.scenario.workload);
}

Result<FabricPtr> fabricOf(const Scenario& scenario, const Outcome* previous) {
    const Result<SystemPtr> system = changedSystem(scenario);
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

// Changes that this work takes no notice of.
void warnOfIdleChanges(Outcome& outcome) {
    for (std::size_t i = 0; i < outcome.scenario.changes.size(); ++i) {
        const Change& change = outcome.scenario.changes[i];
        const std::string field = "changes[" + std::to_string(i) + "]";
        if (std::holds_alternative<MoveParts>(change) && outcome.groups.empty())
            outcome.warnings.push_back({field, "only language models are placed on chips in an order",
                                        "the parts change places when one is asked for"});
        if (std::holds_alternative<CopyExpert>(change) && outcome.experts.empty())
            outcome.warnings.push_back({field, "this work has no experts on single dies",
                                        "the copy counts in a dispatch or combine"});
    }
}

// Copper that would have to be longer than it can be.
void warnOfLongCopper(Outcome& outcome) {
    const FabricSpec& made = outcome.fabric->system().fabric;
    if (!made.linksPerCable || outcome.fabric->system().optical() || !made.copperReach)
        return;
    const Length reach = made.copperReach->value;
    Length longest;
    std::size_t all = 0, tooLong = 0;
    for (std::uint32_t i = 0; i < outcome.fabric->linkCount(); ++i) {
        const LinkKind kind = outcome.fabric->link(LinkId(i)).kind;
        if (kind != LinkKind::LeafSpine && kind != LinkKind::SpineCore)
            continue;
        const Length length = outcome.fabric->cableLength(LinkId(i));
        longest = std::max(longest, length);
        ++all;
        tooLong += length > reach;
    }
    if (tooLong > 0)
        outcome.warnings.push_back(
            {"fabric.optical_tiers",
             std::to_string(tooLong) + " of " + std::to_string(all) + " copper links are longer than " +
                 numberText(reach.base()) + " m, the longest " + numberText(std::ceil(longest.base())) + " m",
             "take fibre, or fewer nodes and racks; the numbers hold as if copper reached so far"});
}

// Runs every step of the plan; empty when it was told to stop.
std::optional<std::vector<StepRun>> run(const Fabric& fabric, const Plan& plan, const std::stop_token& stop) {
    std::vector<StepRun> runs;
    StepRunner runner(fabric); // steps that follow each other share its memory
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
    std::optional<std::vector<StepRun>> runs = run(**fabric, *plan, stop);
    if (!runs)
        return Answer::refused(takenBack());
    outcome->work = plan->work;
    outcome->groups = plan->groups;
    outcome->experts = plan->experts;
    warnOfIdleChanges(*outcome);
    warnOfLongCopper(*outcome);
    const Solved solved{*plan, std::move(*runs)};
    addTimeline(*outcome, solved);
    addBottleneck(*outcome, solved);
    addCollectiveMetrics(*outcome, solved);
    outcome->metrics.insert(outcome->metrics.end(), plan->metrics.begin(), plan->metrics.end());
    if (!plan->steps.empty())
        addTrafficMetrics(*outcome, solved);
    addEnergyMetrics(*outcome);
    if (!plan->steps.empty())
        markBounds(*outcome);
    addSpecificationMetrics(*outcome);
    return OutcomePtr(std::move(outcome));
}

} // namespace supernode
