// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/training_step.h"

#include "model/workload/collective_asked.h"
#include "model/workload/instance.h"
#include "model/workload/training_metrics.h"

namespace supernode {
namespace {

std::optional<Issue> wrongFormat(const TrainingStep& w) {
    if (w.precision != Precision::Fp8Nvfp4)
        return std::nullopt;
    return Issue{
        "workload.precision",
        "training with experts of 4 bits is not modelled: no step of it is published for these models",
        "give fp8, as DeepSeek-V3 was trained, or bf16 or int8"};
}

// What stages wait for in the pipeline are slots of others: the fact is that of what most slots are spent on.
Limit limitOfStep(const TrainedStep& step, const SystemSpec& system) {
    Cost cost = causesOf(step);
    const Numbers& numbers = step.run.run.numbers;
    Limit limit = limitOf(cost, numbers, system, "a training step");
    cost[Cause::Pipeline] = 0;
    if (limit.path.empty())
        limit.path = pathOf(cost.largest(), numbers, system);
    return limit;
}

} // namespace

Result<Plan> planOf(const Asked& asked, const TrainingStep& w) {
    using Answer = Result<Plan>;
    const Result<const ModelSpec*> model = modelOf(asked.scenario, w.model);
    if (!model)
        return Answer::refused(model.issues());
    const SystemSpec& system = asked.fabric.system();
    if (std::optional<Issue> issue = wrongFormat(w))
        return Answer::refused(*issue);
    if (std::optional<Issue> issue = wrongNetwork(asked.fabric, Network::ScaleUp))
        return Answer::refused(*issue);
    warnOfRouting(asked);
    const Result<Roofs> roofs = roofsOf(system, numbersOf(w.precision, (*model)->hidden.value));
    if (!roofs)
        return Answer::refused(roofs.issues());
    warnOfPrecision(asked, w.precision);
    const Result<TrainingLayout> layout = layOut(asked, **model, w);
    if (!layout)
        return Answer::refused(layout.issues());
    const SendRule sends = system.collective.moeCopies ? SendRule::OncePerRank : SendRule::OncePerExpert;
    const TrainingRun run = trainingRun(**model, *layout, w, sends);
    const MemoryLeft left = leastMemory(asked, layout->ranks);
    const TrainingMemory memory = trainingMemory(run, *layout, w, rankMemory(system, left));
    if (std::optional<Issue> issue = checkMemory(asked, **model, w, memory))
        return Answer::refused(*issue);
    const Speed speed = speedOf(system, *roofs, left);
    Plan plan;
    plan.groups = groupsShown(*layout);
    const Result<TrainingCosts> costs = TrainingCosting(asked, run, *layout, w, speed, plan).make();
    if (!costs)
        return Answer::refused(costs.issues());
    const TrainingTimes times = timesOf(*layout, *costs);
    addTrainingStages(plan, *costs, times);
    const TrainedStep step{run, *layout, w, *costs, times, memory};
    plan.limit = limitOfStep(step, system);
    plan.work = workOfPart(run, *layout, 0, speed);
    addTrainingMetrics(plan, step, system);
    return plan;
}

} // namespace supernode
