// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/decode.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace supernode {
namespace {

using Better = Metric::Better;

// The faster way to do a layer.
Result<LayerTime> layerOf(LayerMaker& maker, const Instance& instance, const SystemSpec& system,
                          const LayerAsked& whole, int microbatches, Keep keep) {
    using Answer = Result<LayerTime>;
    const auto& cores = system.serving.attentionCores;
    if (microbatches < 2 || !cores || !whole.experts || whole.batch.sequences <= 1) {
        const Result<LayerPaths> one = maker.make(whole, keep);
        return one ? Answer(oneBatch(*one)) : Answer::refused(one.issues());
    }
    LayerAsked half = whole;
    half.batch.sequences /= 2;
    half.attentionCores = cores->value.base();
    half.expertCores = 1 - half.attentionCores;
    const Result<LayerPaths> one = maker.make(whole, Keep::Times), two = maker.make(half, Keep::Times);
    if (!one || !two)
        return Answer::refused(one ? two.issues() : one.issues());
    const double memoryRate = instance.speed.roofs.memory;
    const LayerTime inOne = oneBatch(*one), inTwo = besideEachOther(*two, memoryRate);
    const bool split = inTwo.seconds < inOne.seconds;
    if (keep == Keep::Times)
        return split ? inTwo : inOne;
    const Result<LayerPaths> kept = maker.make(split ? half : whole, keep);
    if (!kept)
        return Answer::refused(kept.issues());
    return split ? besideEachOther(*kept, memoryRate) : oneBatch(*kept);
}

void addMetrics(Plan& plan, const Decode& w, const Instance& instance, const DecodeStep& step,
                double batchPerChip, const SystemSpec& system) {
    const double tpot = step.seconds / step.tokens;
    const double perChip = batchPerChip / tpot;
    const std::string& chip = system.chip.word;
    add(plan, {"tokens_per_second_per_chip",
               "Tokens per second",
               perChip,
               "tokens/s",
               "chip",
               Better::Higher,
               "Tokens that the requests of one " + chip + " get in a second, while all of them decode.",
               "batch / time per output token",
               {term("batch", batchPerChip, "requests"), term("time per output token", tpot * 1e3, "ms")}});
    add(plan, {"time_per_output_token",
               "Time per output token",
               tpot * 1e3,
               "ms",
               "",
               Better::Lower,
               "From one token of a request to the next: a step, over the tokens that a request gets in it.",
               "step / (1 + acceptance)",
               {term("step", step.seconds * 1e3, "ms"),
                given("acceptance", w.mtpAcceptance.value_or(0), "ratio", "workload.mtp_acceptance")}});
    add(plan, {"layer_time",
               "Time of a layer",
               step.layer * 1e6,
               "us",
               "",
               Better::Lower,
               step.microbatches == 2
                   ? "One layer for both microbatches: twice the longer of attention and experts, which run "
                     "side by side on their shares of the cores."
                   : "One layer for the whole batch, one part after the other.",
               step.microbatches == 2 ? "2 x the longer of attention and experts" : "attention + experts",
               {}});
    add(plan, {"iteration_time", "Time of a step", step.seconds * 1e3, "ms", "", Better::Lower,
               "All layers, the head and the overhead of a step, added up by what it is spent on along the "
               "longest way.",
               "sum of the parts", termsOf(step.cost, 1e3, "ms")});
    add(plan,
        {"throughput",
         "Throughput",
         perChip * instance.chips,
         "tokens/s",
         "system",
         Better::Higher,
         "Tokens that all requests of the instance get in a second.",
         "tokens per second and chip x chips",
         {term("tokens per second and chip", perChip, "tokens/s"), term("chips", instance.chips, "chips")}});
    add(plan, {"batch_per_chip",
               "Requests per chip",
               batchPerChip,
               "requests",
               "chip",
               Better::Neither,
               w.batchPerChip > 0 ? "As the scenario asks."
                                  : "The most whose caches fit at full length beside the weights.",
               "",
               {}});
    add(plan, {"tokens_per_step",
               "Tokens per step and request",
               step.tokens,
               "tokens",
               "",
               Better::Higher,
               "One, and with multi-token prediction the share of predicted tokens that are accepted.",
               "1 + acceptance",
               {given("acceptance", w.mtpAcceptance.value_or(0), "ratio", "workload.mtp_acceptance")}});
    addMemoryMetrics(plan, step.memory, instance);
}

// Of the instance when the asked batch is too large: in requests a chip.
Issue tooLarge(const RankMemory& memory, double fits, const Issue& issue) {
    if (memory.sequencesThatFit < 1)
        return {"workload.chips", issue.reason, issue.remedy};
    char text[64];
    std::snprintf(text, sizeof text, "give at most %.0f requests a chip, or more chips", fits);
    return {"workload.batch_per_chip", issue.reason, text};
}

} // namespace

double mostSequences(const ModelSpec& model, const Instance& instance, double fullLength) {
    const Batch batch{1, 1, fullLength - 1};
    return memoryOf(model, instance.run, batch, instance.capacity, BufferRule::WorstCase).sequencesThatFit;
}

Result<DecodeStep> decodeStep(const Asked& asked, const ModelSpec& model, const Instance& instance,
                              double sequences, double context, std::optional<double> acceptance,
                              int microbatches, Keep keep, Plan& plan) {
    using Answer = Result<DecodeStep>;
    const bool predicts = acceptance && model.predictionDepth.value > 0;
    const Batch batch{sequences, predicts ? 2.0 : 1.0, context};
    LayerMaker maker(asked, model, instance, plan);
    DecodeStep step;
    const SystemSpec& system = asked.fabric.system();
    const double dense = model.denseLayers(), modules = predicts ? 1 : 0;
    const auto addLayers = [&](const char* name, bool experts, double count) -> std::vector<Issue> {
        if (count <= 0)
            return {};
        const Result<LayerTime> layer =
            layerOf(maker, instance, system, {batch, experts, 1, 1, true}, microbatches, keep);
        if (!layer)
            return layer.issues();
        addStage(plan, name, *layer, count);
        step.cost = step.cost + layer->cost * count;
        step.layer = layer->seconds;
        step.microbatches = layer->microbatches;
        return {};
    };
    const bool moe = model.experts.has_value();
    if (std::vector<Issue> issues = addLayers("dense layer", false, dense + (moe ? 0 : modules));
        !issues.empty())
        return Answer::refused(std::move(issues));
    if (std::vector<Issue> issues =
            addLayers("layer with experts", true, model.expertLayers() + (moe ? modules : 0));
        !issues.empty())
        return Answer::refused(std::move(issues));
    const Cost head = maker.outputCost(batch.tokens()) * (1 + modules);
    addWork(plan, "head", maker.outputWork(batch.tokens()), 1 + modules);
    addStage(plan, "head", Lane::Compute, head.total(), std::string(nameOf(head.largest())));
    Cost overhead;
    overhead[Cause::Step] = system.serving.step ? system.serving.step->value.base() : 0;
    addStage(plan, "step overhead", Lane::Compute, overhead.total(), "software");
    step.cost = step.cost + head + overhead;
    step.seconds = step.cost.total();
    step.tokens = predicts ? 1 + *acceptance : 1;
    return step;
}

Result<Plan> planOf(const Asked& asked, const Decode& w) {
    using Answer = Result<Plan>;
    const Result<const ModelSpec*> model = modelOf(asked.scenario, w.model);
    if (!model)
        return Answer::refused(model.issues());
    const Result<Instance> instance = placeInstance(
        asked, **model,
        {Pass::Decode, w.precision, w.chips, 0, w.tensorParallel, w.balance, w.redundantExperts});
    if (!instance)
        return Answer::refused(instance.issues());
    if (w.mtpAcceptance && (*model)->predictionDepth.value == 0)
        asked.warnings.push_back({"workload.mtp_acceptance",
                                  (*model)->name + " has no module that predicts further tokens",
                                  "it decodes one token a step; give null"});
    const double groupsPerChip = double(instance->groups()) / instance->chips;
    const double full = double(w.contextTokens) + w.outputTokens;
    const double fits = mostSequences(**model, *instance, full);
    const double batchPerChip = w.batchPerChip > 0 ? w.batchPerChip : std::floor(fits * groupsPerChip);
    const double sequences = batchPerChip / groupsPerChip;
    const RankMemory memory = memoryOf(**model, instance->run, {std::max(sequences, 1e-9), 1, full - 1},
                                       instance->capacity, BufferRule::WorstCase);
    std::optional<Issue> issue = check(memory);
    if (!issue && batchPerChip < 1)
        issue = Issue{"", "no request fits beside the weights", "give more chips or a shorter context"};
    if (issue)
        return Answer::refused(tooLarge(memory, std::floor(fits * groupsPerChip), *issue));
    Plan plan;
    addGroups(plan, *instance, "decode");
    Result<DecodeStep> step =
        decodeStep(asked, **model, *instance, sequences, w.contextTokens + w.outputTokens / 2.0,
                   w.mtpAcceptance, w.microbatches, Keep::Traffic, plan);
    if (!step)
        return Answer::refused(step.issues());
    DecodeStep done = *step;
    done.memory = memory;
    plan.limit = limitOf(done.cost, instance->run.numbers, asked.fabric.system(), "a step of decode");
    addMetrics(plan, w, *instance, done, batchPerChip, asked.fabric.system());
    addExpertMetric(plan, **model, *instance);
    return plan;
}

} // namespace supernode
