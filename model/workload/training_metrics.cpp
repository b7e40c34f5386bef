// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/training_metrics.h"

#include "model/workload/language_run.h"

namespace supernode {
namespace {

using Better = Metric::Better;

int busiestStage(const PipelineSchedule& schedule) {
    int busiest = 0;
    for (int s = 1; s < static_cast<int>(schedule.slots.size()); ++s)
        if (schedule.busy(s) > schedule.busy(busiest) * (1 + 1e-12))
            busiest = s;
    return busiest;
}

// Dense rate of all chips at work in the format of the products.
struct Peak {
    double flops = 0; // per second and chip
    const char* path = "";
};
Peak peakOf(const SystemSpec& system, const Numbers& numbers) {
    if (numbers.projection.rate == MatrixRate::Bf16)
        return {system.chip.bf16.value.base(), "chip.bf16_dense"};
    return {system.chip.eightBit.value.base(), "chip.eight_bit_dense"};
}

// Messages that stand in the way, by kind.
struct Shown {
    Cause cause;
    const char* name;
};
constexpr Shown waits[] = {{Cause::Collective, "among tensor ranks"},
                           {Cause::Ring, "among context ranks"},
                           {Cause::DispatchStart, "start-up of dispatch"},
                           {Cause::DispatchWire, "dispatch"},
                           {Cause::CombineStart, "start-up of combine"},
                           {Cause::CombineWire, "combine"},
                           {Cause::Gradients, "gradients and weights among data ranks"}};

void addMessages(Plan& plan, const TrainedStep& t, const Cost& cost) {
    std::vector<Term> terms;
    double shown = 0;
    for (const Shown& kind : waits) {
        shown += cost[kind.cause];
        if (cost[kind.cause] > 0)
            terms.push_back(term(kind.name, cost[kind.cause] * 1e3, "ms"));
    }
    terms.push_back(term("step", t.times.step * 1e3, "ms"));
    add(plan,
        {"exposed_communication", "Messages in the way", shown / t.times.step * 100, "%", "", Better::Lower,
         "Part of the step in which the ranks of the stage with most to do wait for messages that "
         "nothing hides.",
         "sum by kind / step", terms});
    const int stage = busiestStage(t.times.schedule);
    double hidden = 0, weights = 0;
    for (int part = stage; part < t.layout.parts(); part += t.layout.pipeline) {
        const PartCosts& costs = t.costs.parts[static_cast<std::size_t>(part)];
        hidden += (costs.forward.hidden + costs.backward.hidden) * t.layout.microbatches;
        weights += (costs.forward.hiddenWeights + costs.backward.hiddenWeights) * t.layout.microbatches;
    }
    const StageEnd& end = t.costs.stages[static_cast<std::size_t>(stage)];
    const StageTimes& times = t.times.stages[static_cast<std::size_t>(stage)];
    const double gradients = weights + end.reduce.seconds - (times.reduceEnd - times.slotsEnd) + times.behind;
    add(plan,
        {"hidden_communication",
         "Messages behind compute",
         (hidden + gradients) / t.times.step * 100,
         "%",
         "",
         Better::Neither,
         "Time of messages that pass while the rank computes, over the step.",
         "(keys and values + gradients and weights) / step",
         {term("keys and values", hidden * 1e3, "ms"), term("gradients and weights", gradients * 1e3, "ms"),
          term("step", t.times.step * 1e3, "ms")}});
}

void addUse(Plan& plan, const TrainedStep& t, const SystemSpec& system, double tokens) {
    const Peak peak = peakOf(system, t.run.run.numbers);
    const double perSequence = modelFlopsOf(t.run.model, t.run.run.numbers, t.run.sequenceTokens);
    const double perToken = perSequence / t.run.sequenceTokens;
    const double rate = tokens * perToken / t.layout.chips;
    add(plan, {"model_flops_utilization",
               "Model FLOPs utilisation",
               rate / peak.flops * 100,
               "%",
               "chip",
               Better::Higher,
               "FLOPs that the model needs, forward and backward and nothing made again, over the dense peak "
               "of the chips at work in the format of the products. Attention counts half of its square; "
               "modules that predict further tokens do not count.",
               "tokens per second x FLOPs per token / (chips x peak)",
               {term("tokens per second", tokens, "tokens/s"),
                term("FLOPs per token", perToken / 1e9, "GFLOP"),
                term("chips", t.layout.chips, "chips"),
                {"peak", peak.flops / 1e12, "TFLOPS", Grade::Derived, peak.path}}});
    add(plan, {"model_flops_per_chip",
               "Model FLOPs per chip",
               rate / 1e12,
               "TFLOPS",
               "chip",
               Better::Higher,
               "The same without the peak: FLOPs that the model needs, a second and chip.",
               "tokens per second x FLOPs per token / chips",
               {term("tokens per second", tokens, "tokens/s"),
                term("FLOPs per token", perToken / 1e9, "GFLOP"), term("chips", t.layout.chips, "chips")}});
}

void addMemory(Plan& plan, const TrainingMemory& m) {
    const auto gb = [](Bytes amount) { return amount.base() / 1e9; };
    add(plan, {"memory_per_rank",
               "Memory in use",
               gb(m.needed()),
               "GB",
               "endpoint",
               Better::Lower,
               "What the fullest rank holds, of stage " + std::to_string(m.stage + 1) +
                   ": weights, gradients, the optimizer's numbers, and rows kept for the backward pass.",
               "weights + gradients + optimizer + activations + working rows",
               {term("weights", gb(m.weights), "GB"), term("gradients", gb(m.gradients), "GB"),
                term("optimizer", gb(m.optimizer), "GB"), term("activations", gb(m.activations), "GB"),
                term("working rows", gb(m.working), "GB")}});
    add(plan, {"memory_share",
               "Share of the memory",
               m.needed() / m.capacity * 100,
               "%",
               "endpoint",
               Better::Neither,
               "Memory in use of the fullest rank, of the HBM that it has.",
               "in use / HBM of a rank",
               {term("in use", gb(m.needed()), "GB"),
                {"HBM of a rank", gb(m.capacity), "GB", Grade::Derived, "chip.hbm_capacity"}}});
}

void addPipeline(Plan& plan, const TrainedStep& t) {
    const double stages = t.layout.pipeline;
    double busy = 0;
    for (int s = 0; s < t.layout.pipeline; ++s)
        busy += t.times.schedule.busy(s);
    add(plan, {"bubble_share",
               "Idle in the pipeline",
               t.times.schedule.idleShare() * 100,
               "%",
               "",
               Better::Lower,
               "Time in which pipeline stages have no microbatch to work on, over that of all stages until "
               "the last microbatch is back.",
               "1 - busy / (stages x until the last microbatch is back)",
               {term("busy", busy * 1e3, "ms"), term("stages", stages, ""),
                term("until the last microbatch is back", t.times.schedule.end * 1e3, "ms")}});
    add(plan, {"microbatches",
               "Microbatches",
               double(t.layout.microbatches),
               "",
               "",
               Better::Neither,
               "Of each copy of the model, one after the other through its pipeline.",
               "global batch / (data ranks x microbatch)",
               {given("global batch", t.workload.globalBatch, "sequences", "workload.global_batch"),
                term("data ranks", t.layout.data, "ranks"),
                given("microbatch", t.workload.microbatch, "sequences", "workload.microbatch")}});
    add(plan, {"data_ranks",
               "Data ranks",
               double(t.layout.data),
               "ranks",
               "",
               Better::Neither,
               "Copies of the model, each with a part of the batch.",
               "ranks / (tensor x context x pipeline)",
               {term("ranks", double(t.layout.ranks.size()), "ranks"),
                given("tensor", t.layout.tensor, "ranks", "workload.tensor_parallel"),
                given("context", t.layout.context, "ranks", "workload.context_parallel"),
                given("pipeline", t.layout.pipeline, "", "workload.pipeline_parallel")}});
}

} // namespace

Cost causesOf(const TrainedStep& t) {
    const int busiest = busiestStage(t.times.schedule);
    Cost sum;
    for (int part = busiest; part < t.layout.parts(); part += t.layout.pipeline) {
        const PartCosts& costs = t.costs.parts[static_cast<std::size_t>(part)];
        sum = sum + (costs.forward.cost + costs.backward.cost) * t.layout.microbatches;
    }
    const StageTimes& end = t.times.stages[static_cast<std::size_t>(busiest)];
    sum[Cause::Gradients] += end.reduceEnd - end.slotsEnd + end.end - end.updateEnd;
    sum[Cause::Optimizer] = end.updateEnd - end.reduceEnd;
    // Up to rounding nothing is left over where there is no pipeline.
    const double left = t.times.step - sum.total();
    sum[Cause::Pipeline] = left > 1e-9 * t.times.step ? left : 0;
    return sum;
}

void addTrainingMetrics(Plan& plan, const TrainedStep& t, const SystemSpec& system) {
    const double tokensOfStep = double(t.workload.globalBatch) * t.run.sequenceTokens;
    const double tokens = tokensOfStep / t.times.step, perChip = tokens / t.layout.chips;
    const Cost cost = causesOf(t);
    add(plan,
        {"tokens_per_second_per_chip",
         "Tokens per second",
         perChip,
         "tokens/s",
         "chip",
         Better::Higher,
         "Tokens of the global batch over the time of a step and the " + system.chip.word + "s at work.",
         "global batch x sequence / step / chips",
         {given("global batch", t.workload.globalBatch, "sequences", "workload.global_batch"),
          given("sequence", t.run.sequenceTokens, "tokens", "workload.sequence_tokens"),
          term("step", t.times.step * 1e3, "ms"), term("chips", t.layout.chips, "chips")}});
    add(plan, {"step_time", "Time of a step", t.times.step * 1e3, "ms", "", Better::Lower,
               "From the first microbatch to the last new weight, added up by what the stage with most to do "
               "spends it on.",
               "sum of the parts", termsOf(cost, 1e3, "ms")});
    addUse(plan, t, system, tokens);
    add(plan,
        {"throughput",
         "Throughput",
         tokens,
         "tokens/s",
         "system",
         Better::Higher,
         "Tokens that all chips at work train on in a second.",
         "tokens per second and chip x chips",
         {term("tokens per second and chip", perChip, "tokens/s"), term("chips", t.layout.chips, "chips")}});
    addPipeline(plan, t);
    addMessages(plan, t, cost);
    addMemory(plan, t.memory);
    add(plan, {"chips_at_work",
               "Chips at work",
               double(t.layout.chips),
               "chips",
               "system",
               Better::Neither,
               "Chips whose ranks share the batch evenly; others stay idle.",
               "",
               {}});
}

} // namespace supernode
